/* scratch.c - a list of arenas under a mutex.
 *
 * heap: the pool lives as long as the server.
 */

#include "http/scratch.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "http/limits.h"
#include "os/mutex.h"

enum { SCRATCH_BYTES_MAX = 64 << 20, KEPT_BYTES_MAX = 1 << 20 };

/* The texts of a body decoded, once more for blocks that are not filled, and the turn. */
_Static_assert(SCRATCH_BYTES_MAX >= 3 * BODY_BYTES_LIMIT, "the largest body fits");

struct scratch_pool {
    struct mutex mutex;
    struct scratch *free;
    size_t count;
    struct scratch items[];
};

struct scratch_pool *scratch_pool_new(size_t count)
{
    struct scratch_pool *pool = calloc(1, sizeof *pool + count * sizeof pool->items[0]);

    assert(pool != NULL);
    mutex_init(&pool->mutex);
    pool->count = count;
    for (size_t i = 0; i < count; i++) {
        pool->items[i].arena = arena_new(SCRATCH_BYTES_MAX);
        pool->items[i].next = pool->free;
        pool->free = &pool->items[i];
    }
    return pool;
}

void scratch_pool_free(struct scratch_pool **pool)
{
    if (*pool == NULL) {
        return;
    }
    for (size_t i = 0; i < (*pool)->count; i++) {
        arena_free(&(*pool)->items[i].arena);
    }
    mutex_fini(&(*pool)->mutex);
    free(*pool);
    *pool = NULL;
}

struct scratch *scratch_take(struct scratch_pool *pool)
{
    struct scratch *scratch;

    mutex_lock(&pool->mutex);
    scratch = pool->free;
    assert(scratch != NULL);
    pool->free = scratch->next;
    mutex_unlock(&pool->mutex);
    return scratch;
}

void scratch_give(struct scratch_pool *pool, struct scratch *scratch)
{
    if (arena_used_bytes(scratch->arena) > KEPT_BYTES_MAX) {
        arena_free(&scratch->arena);
        scratch->arena = arena_new(SCRATCH_BYTES_MAX);
    } else {
        arena_clear(scratch->arena);
    }
    mutex_lock(&pool->mutex);
    scratch->next = pool->free;
    pool->free = scratch;
    mutex_unlock(&pool->mutex);
}
