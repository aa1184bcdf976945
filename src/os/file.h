/* file.h - whole files: read, map, list, and write so that a reader never sees half.
 *
 * Thread: any.
 * Memory: what is read lives in the arena; a map is closed by its owner.
 */
#ifndef OS_FILE_H
#define OS_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;

/* The whole of a regular file.  ERR_NOT_FOUND, ERR_DENIED, ERR_LIMIT when it is larger
 * than size_max_bytes, ERR_INPUT when it is no regular file, ERR_UNAVAILABLE else. */
int file_read(struct str *content_out, struct arena *arena, const char *path,
              size_t size_max_bytes, struct err *err) MUST_USE;

/* The same from a descriptor that may be a pipe (standard input), up to its end. */
int file_read_stream(struct str *content_out, struct arena *arena, int fd,
                     size_t size_max_bytes, struct err *err) MUST_USE;

/* Write beside the file, flush to the disk, rename over it.  Where the path is a link,
 * the file that it leads to is replaced and the link stays.  ERR_INPUT where something
 * that is no regular file (a pipe, a device, a folder) stands there, or a link leads
 * nowhere. */
int file_write(const char *path, struct str content, struct err *err) MUST_USE;

/* A new file that only its owner may read, whole and under its name on the disk;
 * ERR_CONFLICT where there is one. */
int file_write_secret(const char *path, struct str content, struct err *err) MUST_USE;

/* Give a file another name, in place of one that has it. */
int file_rename(const char *from, const char *to, struct err *err) MUST_USE;

/* A read-only view of a file's pages. */
struct file_map {
    struct str content;
};
int file_map_open(struct file_map *map, const char *path, struct err *err) MUST_USE;
void file_map_close(struct file_map *map); /* accepts a zeroed one */

/* Names in a folder, bytewise sorted, without "." and ".."; at most count_max, else
 * ERR_LIMIT. */
struct file_names {
    struct str *names;
    size_t count;
};
int file_list(struct file_names *names_out, struct arena *arena, const char *folder,
              size_t count_max, struct err *err) MUST_USE;

/* Be the only one who holds the lock of that file, made where it is missing (for its
 * owner alone, as who may read it may hold the lock), until the descriptor is given to
 * file_unlock() or the process ends.  ERR_CONFLICT where another process or descriptor
 * holds it. */
int file_lock(int *fd_out, const char *path, struct err *err) MUST_USE;
void file_unlock(int fd);

/* A number that is another one when the file was written, replaced or taken away: of its
 * inode, size and time of change, which the system gives and no copy can bring along.  0
 * where there is no file. */
uint64_t file_stamp(const char *path);

/* When it was written last, in ms since 1970; 0 where there is no such file. */
int64_t file_written_ms(const char *path);
void file_touch(const char *path);  /* as if written now */
void file_remove(const char *path); /* one that is not there is no failure */

bool file_is_folder(const char *path);
bool file_exists(const char *path);

/* The folder and all missing ones above it, mode 0755. */
int file_make_folders(const char *path, struct err *err) MUST_USE;

/* folder/name; a name that starts with '/' stands alone. */
struct str file_join(struct arena *arena, struct str folder, struct str name);

#endif
