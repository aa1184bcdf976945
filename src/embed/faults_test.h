/* faults_test.h - a system that fails when it is told to: the n-th allocation, or the
 * n-th call that touches a file.
 *
 * The test program that includes this defines malloc and the others itself, so that also
 * what libraries ask for is counted and may fail.  (Under a sanitizer C++'s new is the
 * sanitizer's own and does not come by.)
 *
 * Thread: one, while a fault is armed.
 * Memory: passed on to the C library's own functions, or to the sanitizer's.
 */
#ifndef EMBED_FAULTS_TEST_H
#define EMBED_FAULTS_TEST_H

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED
#endif

#ifdef IS_SANITIZED
#define REAL(name) __interceptor_##name
#else
#define REAL(name) __libc_##name
#endif

/* A sanitizer asks for memory before its own work can be done. */
#ifdef __clang__
#define PLAIN __attribute__((no_sanitize("address", "undefined", "thread")))
#else
#define PLAIN __attribute__((no_sanitize("address,undefined,thread")))
#endif

void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t count, size_t size);
void *REAL(realloc)(void *at, size_t size);
void REAL(free)(void *at);

enum fault { FAULT_NONE, FAULT_MEMORY, FAULT_OPEN, FAULT_FSTAT, FAULT_MMAP };

static struct {
    enum fault fault;
    long left;     /* calls until the one that fails */
    bool goes_on;  /* all after it fail too */
    bool has_come; /* one has failed */
    bool was_new;  /* the first that failed was C++'s `new` */
    long live;     /* pieces of memory that somebody holds */
} faults;

/* The n-th call of that kind from now on fails. */
static inline void faults_arm(enum fault fault, long n, bool goes_on)
{
    faults.fault = fault;
    faults.left = n;
    faults.goes_on = goes_on;
    faults.has_come = false;
    faults.was_new = false;
}

/* No call fails any more; whether one has. */
static inline bool faults_disarm(void)
{
    faults.fault = FAULT_NONE;
    return faults.has_come;
}

PLAIN static inline bool faults_is_new(void *caller)
{
    Dl_info found;

    return dladdr(caller, &found) != 0 && strstr(found.dli_fname, "libstdc++") != NULL;
}

/* Whether this call, which comes from `caller`, is to fail. */
PLAIN static inline bool faults_now(enum fault fault, void *caller)
{
    if (faults.fault != fault || (faults.left > 0 && --faults.left > 0) ||
        (faults.has_come && !faults.goes_on)) {
        return false;
    }
    if (!faults.has_come) {
        faults.has_come = true;
        faults.was_new = faults_is_new(caller);
    }
    errno = fault == FAULT_MEMORY || fault == FAULT_MMAP ? ENOMEM : EIO;
    return true;
}

#define FAULTS_NOW(fault) faults_now(fault, __builtin_return_address(0))

PLAIN static inline void *faults_given(void *at)
{
    faults.live += at != NULL;
    return at;
}

PLAIN void *malloc(size_t size)
{
    return FAULTS_NOW(FAULT_MEMORY) ? NULL : faults_given(REAL(malloc)(size));
}

PLAIN void *calloc(size_t count, size_t size)
{
    return FAULTS_NOW(FAULT_MEMORY) ? NULL : faults_given(REAL(calloc)(count, size));
}

PLAIN void *realloc(void *at, size_t size)
{
    bool is_new = at == NULL;
    void *moved = FAULTS_NOW(FAULT_MEMORY) ? NULL : REAL(realloc)(at, size);

    return is_new ? faults_given(moved) : moved;
}

PLAIN void free(void *at)
{
    faults.live -= at != NULL;
    REAL(free)(at);
}

static inline int faults_open(const char *path, int flags, int mode)
{
    return FAULTS_NOW(FAULT_OPEN) ? -1
                                  : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

#define FAULTS_OPEN(name)                                                                \
    int name(const char *path, int flags, ...)                                           \
    {                                                                                    \
        va_list rest;                                                                    \
        int mode;                                                                        \
                                                                                         \
        va_start(rest, flags);                                                           \
        mode = (flags & O_CREAT) != 0 ? va_arg(rest, int) : 0;                           \
        va_end(rest);                                                                    \
        return faults_open(path, flags, mode);                                           \
    }
#define FAULTS_FSTAT(name)                                                               \
    int name(int fd, struct stat *found)                                                 \
    {                                                                                    \
        return FAULTS_NOW(FAULT_FSTAT) ? -1 : (int)syscall(SYS_fstat, fd, found);        \
    }
#define FAULTS_MMAP(name)                                                                \
    void *name(void *at, size_t len, int protection, int flags, int fd, off_t offset)    \
    {                                                                                    \
        return FAULTS_NOW(FAULT_MMAP)                                                    \
                   ? MAP_FAILED                                                          \
                   : (void *)syscall(SYS_mmap, at, len, protection, flags, fd, offset);  \
    }

/* Which may be called open64 and so on behind these names; PCRE2 calls the short one. */
FAULTS_OPEN(open)
FAULTS_FSTAT(fstat)
FAULTS_MMAP(mmap)
#if _FILE_OFFSET_BITS == 64
void *faults_short_mmap(void *at, size_t len, int protection, int flags, int fd,
                        off_t offset) __asm__("mmap");
FAULTS_MMAP(faults_short_mmap)
#endif

#endif
