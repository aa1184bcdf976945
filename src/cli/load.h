/* load.h - a bot from the command line: a folder or a release file, ready to decide.
 *
 * A folder is compiled once: the finished release is kept under the digest of its inputs,
 * this program among them, in $XDG_CACHE_HOME/usher (default ~/.cache/usher), and found
 * there the next time.  The cache keeps the releases that were used last, 16 of them.
 *
 * Thread: the main thread.
 * Memory: a loaded bot maps its release; loaded_close() ends both.
 */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "os/file.h"

struct arena;
struct bot; /* bot/bot.h */
struct err;
struct invocation;

#define FOLDER_ARENA_BYTES ((size_t)4 << 30)
#define BOT_ARENA_BYTES    ((size_t)256 << 20)

struct loaded {
    struct arena *arena;
    struct file_map map;
    struct bot *bot;
};

/* What became of a build. */
struct built {
    struct str path; /* of the release file */
    struct str id;   /* rel_... */
    size_t size_bytes;
    bool was_cached;
};

/* Build the folder, or find it built, and say where; the exit status.  use_cache false
 * compiles anew and keeps nothing but `output`.  output may be NULL. */
int load_build(struct built *built_out, const struct invocation *invocation,
               const char *folder, const char *output, bool use_cache,
               struct arena *arena);

/* Open a folder's release, building it where that is missing, or a release file. */
int load_bot(struct loaded *loaded_out, const struct invocation *invocation,
             const char *path);
void loaded_close(struct loaded *loaded); /* accepts a zeroed one */

/* Where releases are kept, made where it is missing; at is NULL where there can be none.
 */
struct str load_cache_folder(struct arena *arena);

#endif
