#include "classify/vocabulary.h"

#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "classify/exact.h"
#include "classify/features.h"
#include "classify/net.h"

static const float run_share = 0.5f; /* of a word's weight */

enum { ENTRIES_FIRST = 1 << 14 };

/* The entries by key while they are counted. */
struct table {
    struct arena *arena;
    struct vocabulary_entry *entries;
    size_t count;
    size_t room;     /* of entries */
    uint32_t *slots; /* entry number + 1, 0 = free */
    size_t slot_count;
};

static uint32_t *find_slot(const struct table *table, uint64_t key)
{
    size_t mask = table->slot_count - 1;
    size_t slot = (size_t)(key >> 20) & mask;

    while (table->slots[slot] != 0 && table->entries[table->slots[slot] - 1].key != key) {
        slot = (slot + 1) & mask;
    }
    return &table->slots[slot];
}

static void grow(struct table *table)
{
    size_t room = table->room == 0 ? ENTRIES_FIRST : table->room * 2;
    struct vocabulary_entry *entries = arena_array(table->arena, room, sizeof *entries);

    for (size_t i = 0; i < table->count; i++) {
        entries[i] = table->entries[i];
    }
    table->entries = entries;
    table->room = room;
    table->slot_count = room * 2;
    table->slots = arena_array(table->arena, table->slot_count, sizeof *table->slots);
    for (size_t i = 0; i < table->count; i++) {
        *find_slot(table, entries[i].key) = (uint32_t)(i + 1);
    }
}

static uint32_t count_key(struct table *table, uint64_t key, uint32_t text,
                          enum vocabulary_kind kind)
{
    uint32_t *slot = table->room == 0 ? NULL : find_slot(table, key);
    struct vocabulary_entry *entry;

    if (slot == NULL || (*slot == 0 && table->count == table->room)) {
        grow(table);
        slot = find_slot(table, key);
    }
    if (*slot == 0) {
        table->entries[table->count++] = (struct vocabulary_entry){
            .key = key, .row = VOCABULARY_NO_ROW, .kind = kind
        };
        *slot = (uint32_t)table->count;
    }
    entry = &table->entries[*slot - 1];
    if (entry->text_last != text + 1) {
        entry->text_last = text + 1;
        entry->text_count++;
    }
    return *slot - 1;
}

/* Whether a feature of that key that text_count texts have is kept. */
static bool is_kept(const struct vocabulary *vocabulary, uint64_t key,
                    uint32_t text_count)
{
    return text_count >= vocabulary->text_count_min ||
           (text_count + 1 == vocabulary->text_count_min &&
            key >> 32 < vocabulary->lot_limit);
}

static size_t count_kept(const struct vocabulary *vocabulary, const struct table *table)
{
    size_t count = 0;

    for (size_t i = 0; i < table->count; i++) {
        count += is_kept(vocabulary, table->entries[i].key, table->entries[i].text_count);
    }
    return count;
}

/* The least number of texts that keeps the features within the bound, then as many of
 * those with one text less as still fit, drawn by lot: by their keys, so that it can be
 * told of a held-out text which of its features would have been kept without it. */
static void set_limits(struct vocabulary *vocabulary, const struct table *table,
                       size_t row_max)
{
    enum { LOT_STEPS = 256 };

    vocabulary->text_count_min = 1;
    while (count_kept(vocabulary, table) > row_max) {
        vocabulary->text_count_min++;
    }
    for (uint32_t step = LOT_STEPS / 2; step > 0; step /= 2) {
        uint32_t limit = vocabulary->lot_limit;

        vocabulary->lot_limit += step * (UINT32_MAX / LOT_STEPS);
        if (count_kept(vocabulary, table) > row_max) {
            vocabulary->lot_limit = limit;
        }
    }
}

static float weight_of(double log_texts, uint32_t text_count, float share)
{
    return (float)(1 + log_texts - exact_log(1.0 + text_count)) * share;
}

static void number_rows(struct vocabulary *vocabulary, const struct table *table,
                        const struct vocabulary_options *options)
{
    const float shares[] = { [VOCABULARY_WORD] = 1,
                             [VOCABULARY_CONCEPT] = options->concept_weight,
                             [VOCABULARY_RUN] = run_share };
    double log_texts = exact_log(1.0 + (double)vocabulary->text_count);

    set_limits(vocabulary, table, options->row_max);
    for (size_t i = 0; i < table->count; i++) {
        struct vocabulary_entry *entry = &table->entries[i];

        entry->weight = weight_of(log_texts, entry->text_count, shares[entry->kind]);
        if (is_kept(vocabulary, entry->key, entry->text_count)) {
            entry->row = (uint32_t)vocabulary->row_count++;
        }
    }
    vocabulary->entries = table->entries;
    vocabulary->entry_count = table->count;
    vocabulary->unknown_word = weight_of(log_texts, 0, 1);
    vocabulary->unknown_run = weight_of(log_texts, 0, run_share);
}

static enum vocabulary_kind kind_of(const struct features *features, size_t key)
{
    if (key < features->word_keys) {
        return VOCABULARY_WORD;
    }
    return key < features->concept_keys ? VOCABULARY_CONCEPT : VOCABULARY_RUN;
}

static void find_features(struct features *features, struct str text,
                          const struct vocabulary_options *options)
{
    features_of(features, text, options->concepts);
    if (options->without_runs) {
        features->count = features->concept_keys;
    }
}

/* Each text's features are found twice, first to know how many there are. */
static int count_occurrences(struct vocabulary *vocabulary, struct features *features,
                             const struct str *texts,
                             const struct vocabulary_options *options, struct err *err)
{
    size_t total = 0;

    for (size_t i = 0; i < vocabulary->text_count; i++) {
        find_features(features, texts[i], options);
        vocabulary->starts[i] = total;
        total += features->count;
        if (features->count > vocabulary->feature_max) {
            vocabulary->feature_max = features->count;
        }
        if (total > VOCABULARY_OCCURRENCES_MAX) {
            return err_set(err, ERR_LIMIT, "the texts have more than %d features",
                           VOCABULARY_OCCURRENCES_MAX);
        }
    }
    vocabulary->starts[vocabulary->text_count] = total;
    return 0;
}

int vocabulary_build(struct vocabulary *vocabulary_out, struct arena *arena,
                     const struct str *texts, size_t text_count,
                     const struct vocabulary_options *options, struct err *err)
{
    struct vocabulary vocabulary = { .text_count = text_count };
    struct features *features = arena_alloc(arena, sizeof *features);
    struct table table = { .arena = arena };
    uint32_t *next;

    vocabulary.starts = arena_array(arena, text_count + 1, sizeof *vocabulary.starts);
    if (count_occurrences(&vocabulary, features, texts, options, err) != 0) {
        return -1;
    }
    vocabulary.numbers =
        arena_array(arena, vocabulary.starts[text_count] + 1, sizeof *vocabulary.numbers);
    next = vocabulary.numbers;
    for (size_t i = 0; i < text_count; i++) {
        find_features(features, texts[i], options);
        for (size_t k = 0; k < features->count; k++) {
            *next++ =
                count_key(&table, features->keys[k], (uint32_t)i, kind_of(features, k));
        }
    }
    number_rows(&vocabulary, &table, options);
    *vocabulary_out = vocabulary;
    return 0;
}

float vocabulary_read(const struct vocabulary *vocabulary, size_t text, bool is_held_out,
                      uint32_t *rows, float *values, struct net_text *text_out)
{
    float known = 0;
    float unknown = 0;
    float squares = 0;
    size_t count = 0;

    for (size_t i = vocabulary->starts[text]; i < vocabulary->starts[text + 1]; i++) {
        const struct vocabulary_entry *entry =
            &vocabulary->entries[vocabulary->numbers[i]];

        if (!is_kept(vocabulary, entry->key, entry->text_count - is_held_out)) {
            unknown += entry->kind == VOCABULARY_RUN ? vocabulary->unknown_run
                                                     : vocabulary->unknown_word;
            continue;
        }
        rows[count] = entry->row;
        values[count++] = entry->weight;
        squares += entry->weight * entry->weight;
        known += entry->weight;
    }
    for (size_t i = 0; i < count; i++) {
        values[i] /= sqrtf(squares);
    }
    text_out->rows = rows;
    text_out->values = values;
    text_out->count = count;
    return known + unknown > 0 ? unknown / (known + unknown) : 1;
}
