/* arena.c - blocks in a list, newest first; each twice as large as the one before. */

#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_FIRST_BYTES = 4096, BLOCK_LARGEST_BYTES = 1 << 20 };

struct block {
    struct block *before;
    size_t size;
    size_t used;
    size_t sum_before; /* bytes used in all older blocks */
    alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
    struct deferred *before;
    arena_end_fn end;
    void *object;
};

struct arena {
    struct block *newest;
    struct deferred *deferred; /* newest first */
    size_t size_max;
    size_t peak;
    arena_full_fn on_full;
    void *context;
    struct arena **slot; /* where the parent remembers it; NULL: no parent */
};

static void abort_on_full(struct arena *arena, void *context)
{
    (void)context;
    fprintf(stderr, "usher: out of memory, in an arena of at most %zu bytes\n",
            arena->size_max);
    abort();
}

void arena_fail(struct arena *arena)
{
    arena->on_full(arena, arena->context);
    abort();
}

static struct block *block_new(size_t size, struct block *before)
{
    struct block *block = malloc(sizeof *block + size);

    if (block != NULL) {
        block->before = before;
        block->size = size;
        block->used = 0;
        block->sum_before = before == NULL ? 0 : before->sum_before + before->used;
    }
    return block;
}

struct arena *arena_try_new(size_t size_max_bytes)
{
    struct arena *arena = calloc(1, sizeof *arena);

    if (arena != NULL) {
        arena->size_max = size_max_bytes;
        arena->on_full = abort_on_full;
    }
    return arena;
}

struct arena *arena_new(size_t size_max_bytes)
{
    struct arena *arena = arena_try_new(size_max_bytes);

    if (arena == NULL) {
        fprintf(stderr, "usher: out of memory\n");
        abort();
    }
    return arena;
}

/* End what was deferred after `kept`. */
static void end_deferred(struct arena *arena, const struct deferred *kept)
{
    while (arena->deferred != kept) {
        struct deferred *newest = arena->deferred;

        arena->deferred = newest->before;
        newest->end(newest->object);
    }
}

void arena_free(struct arena **arena)
{
    struct arena *gone = *arena;

    if (gone == NULL) {
        return;
    }
    end_deferred(gone, NULL);
    if (gone->slot != NULL) {
        *gone->slot = NULL;
    }
    for (struct block *block = gone->newest, *before; block != NULL; block = before) {
        before = block->before;
        free(block);
    }
    free(gone);
    *arena = NULL;
}

void arena_on_full(struct arena *arena, arena_full_fn on_full, void *context)
{
    arena->on_full = on_full == NULL ? abort_on_full : on_full;
    arena->context = context;
}

size_t arena_used_bytes(const struct arena *arena)
{
    const struct block *newest = arena->newest;

    return newest == NULL ? 0 : newest->sum_before + newest->used;
}

size_t arena_peak_bytes(const struct arena *arena)
{
    return arena->peak;
}

static void add_block(struct arena *arena, size_t size_needed)
{
    size_t size = arena->newest == NULL ? BLOCK_FIRST_BYTES : arena->newest->size * 2;
    struct block *block;

    if (size > BLOCK_LARGEST_BYTES) {
        size = BLOCK_LARGEST_BYTES;
    }
    if (size < size_needed) {
        size = size_needed;
    }
    block = block_new(size, arena->newest);
    if (block == NULL) {
        arena_fail(arena);
    }
    arena->newest = block;
}

void *arena_raw(struct arena *arena, size_t size_bytes, size_t align)
{
    struct block *block = arena->newest;
    size_t start = 0;
    size_t sum;

    assert(align != 0 && (align & (align - 1)) == 0 && align <= alignof(max_align_t));
    if (size_bytes > arena->size_max) {
        arena_fail(arena);
    }
    if (block != NULL) {
        start = (block->used + align - 1) & ~(align - 1);
    }
    if (block == NULL || start > block->size || block->size - start < size_bytes) {
        add_block(arena, size_bytes);
        block = arena->newest;
        start = 0;
    }
    sum = block->sum_before + start + size_bytes;
    if (sum > arena->size_max) {
        arena_fail(arena);
    }
    block->used = start + size_bytes;
    if (sum > arena->peak) {
        arena->peak = sum;
    }
    return block->bytes + start;
}

void *arena_alloc(struct arena *arena, size_t size_bytes)
{
    void *at = arena_raw(arena, size_bytes, alignof(max_align_t));

    memset(at, 0, size_bytes);
    return at;
}

void *arena_array(struct arena *arena, size_t count, size_t item_size_bytes)
{
    size_t size;

    if (__builtin_mul_overflow(count, item_size_bytes, &size)) {
        arena_fail(arena);
    }
    return arena_alloc(arena, size);
}

void arena_defer(struct arena *arena, arena_end_fn end, void *object)
{
    struct deferred *deferred = arena_alloc(arena, sizeof *deferred);

    *deferred = (struct deferred){ arena->deferred, end, object };
    arena->deferred = deferred;
}

static void fail_parent(struct arena *arena, void *parent)
{
    (void)arena;
    arena_fail(parent);
}

static void free_child(void *slot)
{
    arena_free(slot);
}

struct arena *arena_child(struct arena *parent, size_t size_max_bytes)
{
    struct arena **slot = arena_alloc(parent, sizeof *slot);

    arena_defer(parent, free_child, slot);
    *slot = arena_try_new(size_max_bytes);
    if (*slot == NULL) {
        arena_fail(parent);
    }
    (*slot)->slot = slot;
    arena_on_full(*slot, fail_parent, parent);
    return *slot;
}

/* Whether at[0..size) is the last thing in the newest block. */
static int is_newest(const struct arena *arena, const void *at, size_t size)
{
    const struct block *block = arena->newest;

    return block != NULL && at != NULL &&
           (const unsigned char *)at + size == block->bytes + block->used;
}

void *arena_grow(struct arena *arena, void *at, size_t old_size_bytes,
                 size_t new_size_bytes)
{
    size_t added = new_size_bytes - old_size_bytes;
    unsigned char *moved;

    assert(new_size_bytes >= old_size_bytes);
    if (is_newest(arena, at, old_size_bytes) &&
        arena->newest->size - arena->newest->used >= added) {
        memset(arena_raw(arena, added, 1), 0, added);
        return at;
    }
    moved = arena_raw(arena, new_size_bytes, alignof(max_align_t));
    if (old_size_bytes != 0) {
        memcpy(moved, at, old_size_bytes);
    }
    memset(moved + old_size_bytes, 0, added);
    return moved;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    struct block *newest = arena->newest;

    return (struct arena_mark){ .block = newest,
                                .used = newest == NULL ? 0 : newest->used,
                                .deferred = arena->deferred };
}

void arena_reset(struct arena *arena, struct arena_mark mark)
{
    end_deferred(arena, mark.deferred);
    while (arena->newest != NULL && arena->newest != mark.block) {
        struct block *before = arena->newest->before;

        free(arena->newest);
        arena->newest = before;
    }
    if (arena->newest != NULL) {
        assert(mark.used <= arena->newest->used);
        arena->newest->used = mark.used;
    }
}

void arena_clear(struct arena *arena)
{
    struct block *kept = arena->newest;

    end_deferred(arena, NULL);
    if (kept == NULL) {
        return;
    }
    for (struct block *block = kept->before, *before; block != NULL; block = before) {
        before = block->before;
        free(block);
    }
    kept->before = NULL;
    kept->sum_before = 0;
    kept->used = 0;
}
