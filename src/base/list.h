/* list.h - an array that grows, up to a maximum.
 *
 * Items are of one size and move when the list grows: keep indices, not
 * pointers, while adding.  Typical use:
 *
 *     struct list words;
 *     list_init(&words, arena, sizeof(struct str), WORDS_MAX);
 *     struct str *word = list_add(&words);
 *     for (size_t i = 0; i < words.count; i++) { use(list_at(&words, i)); }
 *
 * Thread: a list belongs to one thread at a time.
 * Memory: in the arena it was given.
 */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stddef.h>

struct arena;

struct list {
    void *items;
    size_t count;
    size_t room;
    size_t count_max;
    size_t item_size;
    struct arena *arena;
};

void list_init(struct list *list, struct arena *arena, size_t item_size_bytes,
               size_t count_max);

/* A new zeroed item at the end, or NULL when the list holds count_max already. */
void *list_add(struct list *list);

/* Asserts index < count. */
void *list_at(const struct list *list, size_t index);

#endif
