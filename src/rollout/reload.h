/* reload.h - keeps what is served as new as the folders it comes from.
 *
 * A bot comes from a folder or from a release file.  A folder is compiled by a child of
 * this program (`usher build`, nice where something is served meanwhile), which a broken
 * folder cannot hurt and whose memory goes with it; the release it made is opened here
 * and put in its place.  Whatever fails, what served before goes on serving, and why is
 * told and kept.
 *
 * Folder and file are looked at every second, and count as changed once they differ from
 * what was loaded and have been left alone since the last look.
 *
 * Thread: the loop's.
 * Memory: on the heap until reloader_free().
 */
#ifndef ROLLOUT_RELOAD_H
#define ROLLOUT_RELOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"

struct err;
struct loop; /* loop/loop.h */
struct reloader;
struct serving; /* rollout/generation.h */

/* What became of one place.  Texts die with the call. */
struct reload_outcome {
    size_t place;
    const char *path;
    struct str bot;     /* its name; where the reload failed, of the one that serves on */
    struct str release; /* likewise; empty: none */
    bool has_failed;
    struct str why; /* of the failure, maybe several lines */
};

typedef void (*reload_fn)(void *context, const struct reload_outcome *outcome);

struct reload_options {
    const char *program; /* this program's path, for the child */
    const char *const *paths;
    size_t path_count;
    size_t seat_count; /* of each release */
    reload_fn on_outcome;
    void *context;
};

struct reloader *reloader_new(struct loop *loop, struct serving *serving,
                              const struct reload_options *options);
void reloader_free(struct reloader **reloader); /* after the loop is closed */

/* Load every path again, changed or not; each gives one on_outcome, maybe at once.  What
 * is being built meanwhile is built once more behind it, however often it was asked for.
 */
void reloader_load_all(struct reloader *reloader);

/* Whether something is being loaded. */
bool reloader_is_busy(const struct reloader *reloader);

/* Look at the paths, and load what changed.  Call it every second. */
void reloader_look(struct reloader *reloader);

#endif
