/* scratch.h - memory for one message at a time, one for each thread.
 *
 * Thread: take and give by any.
 * Memory: on the heap until scratch_pool_free(); an arena that a large message made grow
 *         is let go.
 */
#ifndef HTTP_SCRATCH_H
#define HTTP_SCRATCH_H

#include <stddef.h>

struct arena;
struct scratch_pool;

struct scratch {
    struct arena *arena; /* empty when taken */
    struct scratch *next;
};

struct scratch_pool *scratch_pool_new(size_t count);
void scratch_pool_free(struct scratch_pool **pool); /* accepts NULL in it */

/* Asserts that one is free: nobody takes two, and there is one for each thread. */
struct scratch *scratch_take(struct scratch_pool *pool);
void scratch_give(struct scratch_pool *pool, struct scratch *scratch);

#endif
