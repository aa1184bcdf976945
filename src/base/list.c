/* list.c - growing arrays. */

#include "base/list.h"

#include <assert.h>

#include "base/arena.h"

enum { ROOM_FIRST = 8 };

void list_init(struct list *list, struct arena *arena, size_t item_size_bytes,
               size_t count_max)
{
    assert(item_size_bytes != 0);
    *list = (struct list){ .arena = arena,
                           .item_size = item_size_bytes,
                           .count_max = count_max };
}

void *list_add(struct list *list)
{
    if (list->count == list->count_max) {
        return NULL;
    }
    if (list->count == list->room) {
        size_t room = list->room == 0 ? ROOM_FIRST : list->room * 2;

        list->items = arena_grow(list->arena, list->items, list->room * list->item_size,
                                 room * list->item_size);
        list->room = room;
    }
    list->count++;
    return list_at(list, list->count - 1);
}

void *list_at(const struct list *list, size_t index)
{
    assert(index < list->count);
    return (char *)list->items + index * list->item_size;
}
