/* bench_copy.h - two copies of a bot folder, of which one has a help page more.
 *
 * Thread: the main thread.
 * Memory: in the given arena.
 */
#ifndef CLI_BENCH_COPY_H
#define CLI_BENCH_COPY_H

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;

struct bench_copies {
    struct str served;  /* as it is */
    struct str changed; /* with the page */
    struct str page;    /* the page once more, outside of both */
    struct str place;   /* where it makes the first like the second */
};

/* Into folder/served and folder/changed, over what stands there. */
int bench_copies_make(struct bench_copies *copies_out, struct str bot, struct str folder,
                      struct arena *arena, struct err *err) MUST_USE;

#endif
