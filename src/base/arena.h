/* arena.h - memory that is freed all at once.
 *
 * Every object belongs to one of five lifetimes (process, config, turn, step,
 * scratch); each is an arena, and a function that takes an arena puts its
 * results there.  Nobody frees a single object.
 *
 * Allocation never returns NULL, so code that allocates has no error path.  When
 * the arena's limit is reached or the system has no memory, the arena calls its
 * on_full, which must not return: the default prints one line and aborts, which
 * is right for a durable server; an embedding entry point installs one that
 * jumps back to it and answers ERR_LIMIT.  Sizes that come from outside are
 * checked against a limit before they are asked for.
 *
 * What a library must have from the heap belongs to an arena too: its owner says
 * with arena_defer() how it is given back, before it takes it, and calls
 * arena_fail() where there is none.  So nothing is lost when on_full jumps.
 *
 * Thread: an arena belongs to one thread at a time.
 * Memory: arena_new() is on the heap; arena_free() frees it with all it holds.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/attr.h"

struct arena;

/* A place to return to: everything allocated after the mark goes at the reset. */
struct arena_mark {
    void *block;
    size_t used;
    void *deferred;
};

typedef void (*arena_full_fn)(struct arena *arena, void *context);
typedef void (*arena_end_fn)(void *object);

/* An arena that will hold at most size_max_bytes.  Aborts when the system has no
 * memory for an empty arena; the other one returns NULL then. */
struct arena *arena_new(size_t size_max_bytes);
struct arena *arena_try_new(size_t size_max_bytes);

/* An arena for the time being: it fails as its parent does, and goes with what is in the
 * parent now, if it is not freed before. */
struct arena *arena_child(struct arena *parent, size_t size_max_bytes);

/* Free everything; accepts NULL in *arena and leaves NULL there. */
void arena_free(struct arena **arena);

/* What to do at the limit; on_full must not return (longjmp, or end the process).  NULL:
 * abort, as in the beginning. */
void arena_on_full(struct arena *arena, arena_full_fn on_full, void *context);

/* The same as at the limit, for a caller that needs more than the arena's own memory. */
NO_RETURN void arena_fail(struct arena *arena);

/* Call end(object) once, when what is in the arena now goes: at arena_free(),
 * arena_clear() or a reset to an earlier mark; the newest first.  It must not use the
 * arena. */
void arena_defer(struct arena *arena, arena_end_fn end, void *object);

/* Zeroed memory, aligned for any type.  Never NULL. */
void *arena_alloc(struct arena *arena, size_t size_bytes);

/* The same, for count items of one size; the product is checked for overflow. */
void *arena_array(struct arena *arena, size_t count, size_t item_size_bytes);

/* Make the newest allocation larger where it stands, or move it.  The added bytes
 * are zeroed.  at may be NULL when old_size_bytes is 0. */
void *arena_grow(struct arena *arena, void *at, size_t old_size_bytes,
                 size_t new_size_bytes);

/* Memory that needs no zeroing because the caller fills all of it. */
void *arena_raw(struct arena *arena, size_t size_bytes, size_t align);

struct arena_mark arena_mark(const struct arena *arena);
void arena_reset(struct arena *arena, struct arena_mark mark);

/* Everything goes, the newest and largest block stays: an arena that is used again each
 * turn soon asks the system for nothing more. */
void arena_clear(struct arena *arena);

/* Bytes handed out now, and the most that ever were. */
size_t arena_used_bytes(const struct arena *arena);
size_t arena_peak_bytes(const struct arena *arena);

#endif
