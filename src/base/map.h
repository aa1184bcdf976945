/* map.h - values found by a text key, kept in the order they were put.
 *
 * Keys are hashed with SipHash under a fixed key: the order of a walk is the
 * order of insertion, so nothing that a map feeds depends on the hash.
 *
 * Thread: a map belongs to one thread at a time; finding in a map that nobody
 *         changes is safe from several.
 * Memory: in the arena it was given; keys are views and must live as long.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

struct map_entry {
    struct str key;
    void *value;
};

struct map {
    struct map_entry *entries; /* count of them, in order of insertion */
    size_t count;
    size_t room;
    uint32_t *slots; /* entry number + 1, 0 = free; slot_count is a power of two */
    size_t slot_count;
    struct arena *arena;
};

void map_init(struct map *map, struct arena *arena);

/* The value of key, or NULL where the key is absent (a value may not be NULL). */
void *map_find(const struct map *map, struct str key);

/* Put a value under a new key; false, and nothing changes, where the key exists. */
bool map_put(struct map *map, struct str key, void *value);

#endif
