/* attr.h - compiler help, spelled once. */
#ifndef BASE_ATTR_H
#define BASE_ATTR_H

#include <stdint.h> /* also tells whether the C library is glibc */

#if defined(__GNUC__)
#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(text_arg, first_arg)                                                 \
    __attribute__((format(printf, text_arg, first_arg)))
#define NO_RETURN   __attribute__((noreturn))
#define LIKELY(x)   __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#else
#define MUST_USE
#define PRINTF_LIKE(text_arg, first_arg)
#define NO_RETURN
#define LIKELY(x)   (x)
#define UNLIKELY(x) (x)
#endif

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define IS_WATCHING_THREADS
#endif
#elif defined(__SANITIZE_THREAD__)
#define IS_WATCHING_THREADS
#endif

/* A function of plain loops over arrays, compiled twice: for every x86-64 and for those
 * with AVX2, chosen when the program starts, before ThreadSanitizer can watch.  Without
 * contraction (-ffp-contract=off) both compute the same bits. */
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__has_attribute) &&             \
    !defined(IS_WATCHING_THREADS)
#if __has_attribute(target_clones)
#define VECTOR_CLONES __attribute__((target_clones("default", "avx2")))
#endif
#endif
#ifndef VECTOR_CLONES
#define VECTOR_CLONES
#endif

/* The number of elements of an array that is in scope as an array. */
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
