/* map.c - open addressing over an array of entries. */

#include "base/map.h"

#include <assert.h>

#include "base/arena.h"
#include "base/hash.h"

enum { SLOTS_FIRST = 16 };

void map_init(struct map *map, struct arena *arena)
{
    *map = (struct map){ .arena = arena };
}

/* The slot that holds key, or the free one where it would go. */
static size_t find_slot(const struct map *map, struct str key)
{
    size_t mask = map->slot_count - 1;
    size_t slot = (size_t)hash_text(key) & mask;

    while (map->slots[slot] != 0 &&
           !str_equal(map->entries[map->slots[slot] - 1].key, key)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void *map_find(const struct map *map, struct str key)
{
    size_t slot;

    if (map->count == 0) {
        return NULL;
    }
    slot = find_slot(map, key);
    return map->slots[slot] == 0 ? NULL : map->entries[map->slots[slot] - 1].value;
}

static void grow(struct map *map)
{
    size_t slot_count = map->slot_count == 0 ? SLOTS_FIRST : map->slot_count * 2;
    size_t room = slot_count / 2;

    assert(room <= UINT32_MAX / 2);
    map->entries = arena_grow(map->arena, map->entries, map->room * sizeof *map->entries,
                              room * sizeof *map->entries);
    map->room = room;
    map->slots = arena_array(map->arena, slot_count, sizeof *map->slots);
    map->slot_count = slot_count;
    for (size_t i = 0; i < map->count; i++) {
        map->slots[find_slot(map, map->entries[i].key)] = (uint32_t)(i + 1);
    }
}

bool map_put(struct map *map, struct str key, void *value)
{
    size_t slot;

    assert(value != NULL);
    if (map->count == map->room) {
        grow(map);
    }
    slot = find_slot(map, key);
    if (map->slots[slot] != 0) {
        return false;
    }
    map->entries[map->count] = (struct map_entry){ .key = key, .value = value };
    map->count++;
    map->slots[slot] = (uint32_t)map->count;
    return true;
}
