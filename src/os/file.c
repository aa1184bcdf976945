/* file.c - whole files by POSIX calls. */

#include "os/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/list.h"

enum { READ_CHUNK_BYTES = 64 * 1024 };

static int fail(struct err *err, const char *path)
{
    enum err_reason reason = ERR_UNAVAILABLE;
    char text[128];

    if (errno == ENOENT || errno == ENOTDIR) {
        reason = ERR_NOT_FOUND;
    } else if (errno == EACCES || errno == EPERM || errno == EROFS) {
        reason = ERR_DENIED;
    }
    return err_set(err, reason, "%s: %s", path, strerror_r(errno, text, sizeof text));
}

/* Open a regular file and learn its size. */
static int open_regular(const char *path, size_t *size_out, struct err *err)
{
    struct stat stat;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0) {
        return fail(err, path);
    }
    if (fstat(fd, &stat) != 0) {
        (void)fail(err, path);
    } else if (!S_ISREG(stat.st_mode)) {
        (void)err_set(err, ERR_INPUT, "%s: is no regular file", path);
    } else {
        *size_out = (size_t)stat.st_size;
        return fd;
    }
    close(fd);
    return -1;
}

/* Read until the end or until size bytes; the count read, or -1 with errno. */
static ssize_t read_fully(int fd, char *at, size_t size)
{
    size_t done = 0;

    while (done < size) {
        ssize_t got = read(fd, at + done, size - done);

        if (got == 0) {
            break;
        }
        if (got < 0 && errno != EINTR) {
            return -1;
        }
        done += got > 0 ? (size_t)got : 0;
    }
    return (ssize_t)done;
}

int file_read(struct str *content_out, struct arena *arena, const char *path,
              size_t size_max_bytes, struct err *err)
{
    size_t size = 0;
    int fd = open_regular(path, &size, err);
    ssize_t got;
    char *at;

    if (fd < 0) {
        return -1;
    }
    if (size > size_max_bytes) {
        close(fd);
        return err_set(err, ERR_LIMIT, "%s: has %zu bytes; at most %zu are read", path,
                       size, size_max_bytes);
    }
    at = arena_raw(arena, size + 1, 1);
    got = read_fully(fd, at, size);
    if (got < 0) {
        (void)fail(err, path);
        close(fd);
        return -1;
    }
    close(fd);
    at[got] = '\0';
    *content_out = (struct str){ at, (size_t)got };
    return 0;
}

int file_read_stream(struct str *content_out, struct arena *arena, int fd,
                     size_t size_max_bytes, struct err *err)
{
    char *at = NULL;
    size_t len = 0;
    size_t room = 0;

    for (;;) {
        ssize_t got;

        if (len == room) {
            size_t larger = room == 0 ? READ_CHUNK_BYTES : room * 2;

            at = arena_grow(arena, at, room, larger);
            room = larger;
        }
        got = read_fully(fd, at + len, room - len);
        if (got < 0) {
            return fail(err, "standard input");
        }
        len += (size_t)got;
        if (len > size_max_bytes) {
            return err_set(err, ERR_LIMIT, "more than %zu bytes came in", size_max_bytes);
        }
        if (len < room) {
            *content_out = (struct str){ at, len };
            return 0;
        }
    }
}

static int write_fully(int fd, struct str content)
{
    size_t done = 0;

    while (done < content.len) {
        ssize_t put = write(fd, content.at + done, content.len - done);

        if (put < 0 && errno != EINTR) {
            return -1;
        }
        done += put > 0 ? (size_t)put : 0;
    }
    return 0;
}

/* The file that `path` is, or that a link of that name leads to; what is not there yet is
 * written where it is named.  A pipe, a device or a folder is not replaced. */
static int find_target(char target[PATH_MAX], const char *path, struct err *err)
{
    struct stat found;

    if (lstat(path, &found) != 0) {
        if (errno != ENOENT) {
            return fail(err, path);
        }
        if (snprintf(target, PATH_MAX, "%s", path) >= PATH_MAX) {
            return err_set(err, ERR_INPUT, "%.100s...: the path is too long", path);
        }
        return 0;
    }
    if (realpath(path, target) == NULL || stat(target, &found) != 0) {
        return errno == ENOENT ? err_set(err, ERR_INPUT, "%s: links to nothing", path)
                               : fail(err, path);
    }
    if (!S_ISREG(found.st_mode)) {
        return err_set(err, ERR_INPUT, "%s: is no regular file, so it is not replaced",
                       path);
    }
    return 0;
}

int file_write(const char *path, struct str content, struct err *err)
{
    char target[PATH_MAX];
    char beside[PATH_MAX];
    int fd;

    if (find_target(target, path, err) != 0) {
        return -1;
    }
    if (snprintf(beside, sizeof beside, "%s.XXXXXX", target) >= (int)sizeof beside) {
        return err_set(err, ERR_INPUT, "%.100s...: the path is too long", path);
    }
    fd = mkostemp(beside, O_CLOEXEC);
    if (fd < 0) {
        return fail(err, path);
    }
    if (write_fully(fd, content) != 0 || fchmod(fd, 0644) != 0 || fsync(fd) != 0) {
        (void)fail(err, path);
        close(fd);
        unlink(beside);
        return -1;
    }
    if (close(fd) != 0 || rename(beside, target) != 0) {
        (void)fail(err, path);
        unlink(beside);
        return -1;
    }
    return 0;
}

/* A name is on the disk when its folder is. */
static int flush_folder_of(const char *path, struct err *err)
{
    const char *slash = strrchr(path, '/');
    char folder[PATH_MAX] = ".";
    int failed;
    int fd;

    if (slash != NULL) {
        (void)snprintf(folder, sizeof folder, "%.*s", (int)(slash - path) + 1, path);
    }
    fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return fail(err, folder);
    }
    failed = fsync(fd) != 0 ? fail(err, folder) : 0;
    close(fd);
    return failed;
}

/* Of mode 0600, by mkostemp(). */
static int write_beside(char *beside, struct str content, struct err *err)
{
    int fd = mkostemp(beside, O_CLOEXEC);

    if (fd < 0) {
        return fail(err, beside);
    }
    if (write_fully(fd, content) != 0 || fsync(fd) != 0) {
        (void)fail(err, beside);
        close(fd);
        unlink(beside);
        return -1;
    }
    if (close(fd) != 0) {
        (void)fail(err, beside);
        unlink(beside);
        return -1;
    }
    return 0;
}

int file_write_secret(const char *path, struct str content, struct err *err)
{
    char beside[PATH_MAX];
    int failed = 0;

    if (snprintf(beside, sizeof beside, "%s.XXXXXX", path) >= (int)sizeof beside) {
        return err_set(err, ERR_INPUT, "%.100s...: the path is too long", path);
    }
    if (write_beside(beside, content, err) != 0) {
        return -1;
    }
    if (link(beside, path) != 0) {
        failed = errno == EEXIST
                     ? err_set(err, ERR_CONFLICT, "%s: is there already", path)
                     : fail(err, path);
    }
    unlink(beside);
    return failed != 0 ? -1 : flush_folder_of(path, err);
}

int file_map_open(struct file_map *map, const char *path, struct err *err)
{
    size_t size = 0;
    int fd = open_regular(path, &size, err);
    void *at;

    if (fd < 0) {
        return -1;
    }
    if (size == 0) {
        close(fd);
        map->content = STR("");
        return 0;
    }
    at = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED) {
        (void)fail(err, path);
        close(fd);
        return -1;
    }
    close(fd);
    map->content = (struct str){ at, size };
    return 0;
}

void file_map_close(struct file_map *map)
{
    if (map->content.len != 0) {
        munmap((void *)(uintptr_t)map->content.at, map->content.len);
    }
    map->content = (struct str){ NULL, 0 };
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static int collect_names(struct list *names, DIR *dir, struct arena *arena,
                         const char *folder, struct err *err)
{
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        struct str *name;

        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        name = list_add(names);
        if (name == NULL) {
            return err_set(err, ERR_LIMIT, "%s: holds more than %zu files", folder,
                           names->count_max);
        }
        *name = str_copy(arena, str_from(entry->d_name));
    }
    return 0;
}

int file_list(struct file_names *names_out, struct arena *arena, const char *folder,
              size_t count_max, struct err *err)
{
    DIR *dir = opendir(folder);
    struct list names;
    int failed;

    if (dir == NULL) {
        return fail(err, folder);
    }
    list_init(&names, arena, sizeof(struct str), count_max);
    failed = collect_names(&names, dir, arena, folder, err);
    closedir(dir);
    if (failed != 0) {
        return -1;
    }
    if (names.count != 0) {
        qsort(names.items, names.count, sizeof(struct str), compare_names);
    }
    *names_out = (struct file_names){ names.items, names.count };
    return 0;
}

int file_lock(int *fd_out, const char *path, struct err *err)
{
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    if (fd < 0) {
        return fail(err, path);
    }
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            (void)err_set(err, ERR_CONFLICT, "%s: another program holds it", path);
        } else {
            (void)fail(err, path);
        }
        close(fd);
        return -1;
    }
    *fd_out = fd;
    return 0;
}

void file_unlock(int fd)
{
    close(fd);
}

uint64_t file_stamp(const char *path)
{
    struct stat found;
    uint64_t parts[4];

    if (stat(path, &found) != 0) {
        return 0;
    }
    parts[0] = (uint64_t)found.st_ino;
    parts[1] = (uint64_t)found.st_size;
    parts[2] = (uint64_t)found.st_ctim.tv_sec;
    parts[3] = (uint64_t)found.st_ctim.tv_nsec;
    return hash_text((struct str){ (const char *)parts, sizeof parts });
}

int64_t file_written_ms(const char *path)
{
    struct stat found;

    if (stat(path, &found) != 0) {
        return 0;
    }
    return (int64_t)found.st_mtim.tv_sec * 1000 + found.st_mtim.tv_nsec / 1000000;
}

void file_touch(const char *path)
{
    (void)utimensat(AT_FDCWD, path, NULL, 0);
}

void file_remove(const char *path)
{
    (void)unlink(path);
}

bool file_is_folder(const char *path)
{
    struct stat found;

    return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

bool file_exists(const char *path)
{
    struct stat found;

    return stat(path, &found) == 0;
}

int file_make_folders(const char *path, struct err *err)
{
    char part[PATH_MAX];
    size_t len = strlen(path);

    if (len >= sizeof part) {
        return err_set(err, ERR_INPUT, "%.100s...: the path is too long", path);
    }
    for (size_t i = 1; i <= len; i++) {
        if (path[i] != '/' && path[i] != '\0') {
            continue;
        }
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0755) != 0 && errno != EEXIST) {
            return fail(err, part);
        }
    }
    return 0;
}

struct str file_join(struct arena *arena, struct str folder, struct str name)
{
    if (folder.len == 0 || (name.len != 0 && name.at[0] == '/')) {
        return str_copy(arena, name);
    }
    return str_format(arena, "%.*s%s%.*s", STR_ARG(folder),
                      folder.at[folder.len - 1] == '/' ? "" : "/", STR_ARG(name));
}

int file_rename(const char *from, const char *to, struct err *err)
{
    return rename(from, to) == 0 ? 0 : fail(err, from);
}
