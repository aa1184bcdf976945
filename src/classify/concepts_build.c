/* concepts_build.c - from the readable table to the bytes that are looked up. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/list.h"
#include "classify/concepts.h"
#include "classify/concepts_format.h"
#include "classify/concepts_table.h"
#include "classify/features.h"

/* One pattern with the hash of its first word. */
struct pattern {
    uint64_t hash;
    uint32_t order; /* as in the table: equal hashes keep it */
    uint32_t rest;
    uint16_t concept;
};

struct building {
    struct arena *arena;
    struct list patterns;
    struct buf rest;
    struct features *fold; /* room to fold a pattern's words */
    struct err *err;
};

/* A pattern's word in the form that texts are folded to, its star kept. */
static struct str fold_word(struct building *building, struct str word)
{
    bool is_open = word.len != 0 && word.at[word.len - 1] == '*';
    struct str bare = str_slice(word, 0, word.len - is_open);
    const struct features *fold = building->fold;

    features_of(building->fold, bare, NULL);
    if (fold->word_count != 1) {
        return (struct str){ NULL, 0 };
    }
    return str_format(building->arena, "%.*s%s",
                      (int)(fold->word_starts[1] - fold->word_starts[0] - 1),
                      fold->folded + fold->word_starts[0], is_open ? "*" : "");
}

static int refuse(struct building *building, struct str pattern)
{
    return err_set(building->err, ERR_INPUT,
                   "concept pattern \"%.*s\" is no word or phrase", STR_ARG(pattern));
}

static uint64_t first_hash(struct str word)
{
    bool is_open = word.at[word.len - 1] == '*';

    return concepts_hash(is_open ? PATTERN_BEGINNING : PATTERN_WORD, word.at,
                         word.len - is_open);
}

/* The words behind the first, joined by '_' and ended by NUL; "" for none. */
static int add_rest(struct building *building, struct str words, struct str pattern)
{
    struct str word;
    bool is_first = true;

    while (str_split_next(&words, '_', &word)) {
        struct str folded = fold_word(building, word);

        if (folded.at == NULL) {
            return refuse(building, pattern);
        }
        if (!is_first) {
            buf_add_char(&building->rest, '_');
        }
        buf_add(&building->rest, folded);
        is_first = false;
    }
    buf_add_char(&building->rest, '\0');
    return 0;
}

static int add_pattern(struct building *building, uint16_t concept, struct str text)
{
    struct pattern *pattern = list_add(&building->patterns);
    struct str words = text;
    struct str first;

    if (pattern == NULL) {
        return err_set(building->err, ERR_LIMIT, "more than %d concept patterns",
                       CONCEPT_PATTERNS_MAX);
    }
    pattern->concept = concept;
    pattern->order = (uint32_t)building->patterns.count;
    if (text.at[0] == '*') {
        first = fold_word(building, str_slice(text, 1, text.len));
        if (first.at == NULL) {
            return refuse(building, text);
        }
        pattern->hash = concepts_hash(PATTERN_ENDING, first.at, first.len);
        return 0;
    }
    (void)str_split_next(&words, '_', &first);
    first = fold_word(building, first);
    if (first.at == NULL) {
        return refuse(building, text);
    }
    pattern->hash = first_hash(first);
    if (words.at != NULL) {
        pattern->rest = (uint32_t)building->rest.len;
        return add_rest(building, words, text);
    }
    return 0;
}

static int add_language(struct building *building, uint16_t concept, const char *patterns)
{
    struct str rest = str_from(patterns);
    struct str pattern;

    while (str_split_next(&rest, ' ', &pattern)) {
        if (pattern.len != 0 && add_pattern(building, concept, pattern) != 0) {
            return -1;
        }
    }
    return 0;
}

static int by_hash(const void *a, const void *b)
{
    const struct pattern *first = a;
    const struct pattern *second = b;

    if (first->hash != second->hash) {
        return first->hash < second->hash ? -1 : 1;
    }
    return first->order < second->order ? -1 : first->order > second->order;
}

static uint32_t slots_for(size_t pattern_count)
{
    uint32_t slots = 16;

    while (slots < pattern_count * 2 + 1) {
        slots *= 2;
    }
    return slots;
}

static struct concepts_slot *free_slot(struct concepts_slot *slots, uint32_t slot_count,
                                       uint64_t hash)
{
    size_t at = concepts_slot_of(hash, slot_count);

    while (slots[at].hash != 0) {
        at = (at + 1) & (slot_count - 1);
    }
    return &slots[at];
}

static void fill(char *bytes, const struct concepts_head *head,
                 const struct building *building)
{
    struct concepts_layout layout = concepts_layout_of(head);
    struct concepts_slot *slots = (struct concepts_slot *)(void *)(bytes + layout.slots);
    struct concepts_entry *entries =
        (struct concepts_entry *)(void *)(bytes + layout.entries);
    uint8_t *hints = (uint8_t *)(bytes + layout.hints);
    struct concepts_slot *slot = NULL;

    memcpy(bytes, head, sizeof *head);
    for (uint32_t i = 0; i < head->entry_count; i++) {
        const struct pattern *pattern = list_at(&building->patterns, i);

        entries[i] = (struct concepts_entry){ .rest = pattern->rest,
                                              .concept = pattern->concept,
                                              .next = building->rest.at[pattern->rest] };
        if (slot == NULL || slot->hash != pattern->hash) {
            size_t hint = concepts_hint_of(pattern->hash, head->slot_count);

            hints[hint / 8] = (uint8_t)(hints[hint / 8] | 1u << hint % 8);
            slot = free_slot(slots, head->slot_count, pattern->hash);
            *slot = (struct concepts_slot){ .hash = pattern->hash, .first_entry = i };
        }
        slot->entry_count++;
    }
    memcpy(bytes + layout.rest, building->rest.at, building->rest.len);
}

static int collect(struct building *building, const struct concept *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (add_language(building, (uint16_t)i, table[i].en) != 0 ||
            add_language(building, (uint16_t)i, table[i].de) != 0 ||
            add_language(building, (uint16_t)i, table[i].es) != 0) {
            return err_wrap(building->err, "concept %s", table[i].name);
        }
    }
    return 0;
}

int concepts_build(struct str *bytes_out, struct arena *arena,
                   const struct concept *table, size_t count, struct err *err)
{
    struct building building = { .arena = arena, .err = err };
    struct concepts_head head = { .magic = CONCEPTS_MAGIC };
    char *bytes;
    size_t size;

    if (count > CONCEPTS_MAX) {
        return err_set(err, ERR_LIMIT, "%zu concepts; at most %d", count, CONCEPTS_MAX);
    }
    building.fold = arena_alloc(arena, sizeof *building.fold);
    list_init(&building.patterns, arena, sizeof(struct pattern), CONCEPT_PATTERNS_MAX);
    buf_init(&building.rest, arena, CONCEPTS_REST_MAX);
    buf_add_char(&building.rest, '\0'); /* rest 0: a single word */
    if (collect(&building, table, count) != 0) {
        return -1;
    }
    if (buf_is_full(&building.rest)) {
        return err_set(err, ERR_LIMIT, "concept phrases of more than %d bytes",
                       CONCEPTS_REST_MAX);
    }
    if (building.patterns.count != 0) {
        qsort(building.patterns.items, building.patterns.count, sizeof(struct pattern),
              by_hash);
    }
    head.entry_count = (uint32_t)building.patterns.count;
    head.slot_count = slots_for(building.patterns.count);
    head.rest_len = (uint32_t)building.rest.len;
    head.concept_count = (uint32_t)count;
    size = concepts_layout_of(&head).size_bytes;
    bytes = arena_alloc(arena, size);
    fill(bytes, &head, &building);
    *bytes_out = (struct str){ bytes, size };
    return 0;
}
