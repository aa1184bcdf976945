/* rescue.h - work that may run out of memory in the middle.
 *
 * Code that allocates has no error path (base/arena.h).  Here is the one place that makes
 * a full arena an error: it jumps back over the work, and what the work has left in the
 * arena, or deferred to its end, goes when the caller clears or frees the arena.  So the
 * work must own nothing elsewhere.
 *
 * Thread: the arena's.
 * Memory: none.
 */
#ifndef EMBED_RESCUE_H
#define EMBED_RESCUE_H

#include "base/attr.h"

struct arena;
struct err;

typedef int (*rescue_fn)(void *context, struct err *err);

/* What work returns, or ERR_LIMIT where the arena was full on the way. */
int rescue(struct arena *arena, rescue_fn work, void *context, struct err *err) MUST_USE;

#endif
