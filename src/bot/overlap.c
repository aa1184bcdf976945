/* overlap.c - intents as vectors of words, compared in pairs. */

#include "bot/overlap.h"

#include <math.h>

#include "base/arena.h"
#include "base/map.h"
#include "bot/examples.h"
#include "bot/intents.h"
#include "config/node.h"
#include "text/tokens.h"

enum { WORDS_MAX = 400, SHOWN_MAX = 60, NO_INTENT = -1 };

struct word {
    size_t number;       /* in order of first appearance */
    size_t intent_count; /* that know it */
    size_t example_last; /* plus 1: the last example that was counted */
};

/* The words of one example, each once. */
struct sentence {
    int intent;
    size_t *words;
    size_t count;
};

struct weight {
    size_t word;
    double value;
};

/* One intent; of length 1, in order of word numbers. */
struct vector {
    struct weight *items;
    size_t count;
};

struct overlap {
    const struct intents *intents;
    const struct examples *examples;
    struct arena *arena;
    struct map words;
    struct sentence *sentences; /* by example */
    struct vector *vectors;     /* by intent */
};

static struct word *word_of(struct overlap *overlap, struct str text)
{
    struct word *word = map_find(&overlap->words, text);

    if (word == NULL) {
        word = arena_alloc(overlap->arena, sizeof *word);
        word->number = overlap->words.count;
        (void)map_put(&overlap->words, text, word);
    }
    return word;
}

static void read_sentence(struct overlap *overlap, size_t example, int intent)
{
    struct sentence *sentence = &overlap->sentences[example];
    struct tokens tokens =
        text_tokens(overlap->arena, overlap->examples->items[example].text, WORDS_MAX);

    sentence->intent = intent;
    sentence->words = arena_array(overlap->arena, tokens.count + 1, sizeof(size_t));
    for (size_t i = 0; i < tokens.count; i++) {
        struct word *word = word_of(overlap, tokens.items[i].word);

        if (word->example_last != example + 1) {
            word->example_last = example + 1;
            sentence->words[sentence->count++] = word->number;
        }
    }
}

static void read_sentences(struct overlap *overlap)
{
    struct map numbers; /* intent number plus 1, by label */
    int *number =
        arena_array(overlap->arena, overlap->intents->count + 1, sizeof *number);

    map_init(&numbers, overlap->arena);
    for (size_t i = 0; i < overlap->intents->count; i++) {
        number[i] = (int)i;
        (void)map_put(&numbers, overlap->intents->labels[i], &number[i]);
    }
    for (size_t i = 0; i < overlap->examples->count; i++) {
        const int *intent = map_find(&numbers, overlap->examples->items[i].intent);

        overlap->sentences[i].intent = NO_INTENT;
        if (intent != NULL) {
            read_sentence(overlap, i, *intent);
        }
    }
}

/* In how many examples of the intent each word stands. */
static void count_words(const struct overlap *overlap, int intent, double *counts)
{
    for (size_t i = 0; i < overlap->words.count; i++) {
        counts[i] = 0;
    }
    for (size_t i = 0; i < overlap->examples->count; i++) {
        const struct sentence *sentence = &overlap->sentences[i];

        for (size_t k = 0; sentence->intent == intent && k < sentence->count; k++) {
            counts[sentence->words[k]] += 1;
        }
    }
}

/* How many intents know each word. */
static void count_intents(const struct overlap *overlap, double *counts)
{
    for (size_t i = 0; i < overlap->intents->count; i++) {
        count_words(overlap, (int)i, counts);
        for (size_t k = 0; k < overlap->words.count; k++) {
            struct word *word = overlap->words.entries[k].value;

            word->intent_count += counts[k] > 0;
        }
    }
}

static double rarity(const struct overlap *overlap, size_t word)
{
    const struct word *known = overlap->words.entries[word].value;

    return log((double)(overlap->intents->count + 1) / (double)known->intent_count);
}

static struct vector make_vector(const struct overlap *overlap, const double *counts)
{
    struct vector vector = { 0 };
    double square = 0;

    for (size_t i = 0; i < overlap->words.count; i++) {
        vector.count += counts[i] > 0;
    }
    vector.items = arena_array(overlap->arena, vector.count + 1, sizeof *vector.items);
    vector.count = 0;
    for (size_t i = 0; i < overlap->words.count; i++) {
        if (counts[i] > 0) {
            double value = counts[i] * rarity(overlap, i);

            vector.items[vector.count++] = (struct weight){ .word = i, .value = value };
            square += value * value;
        }
    }
    for (size_t i = 0; i < vector.count && square > 0; i++) {
        vector.items[i].value /= sqrt(square);
    }
    return vector;
}

static double cosine(const struct vector *a, const struct vector *b)
{
    double sum = 0;
    size_t k = 0;

    for (size_t i = 0; i < a->count; i++) {
        while (k < b->count && b->items[k].word < a->items[i].word) {
            k++;
        }
        if (k < b->count && b->items[k].word == a->items[i].word) {
            sum += a->items[i].value * b->items[k].value;
        }
    }
    return sum;
}

static double weight_in(const struct vector *vector, size_t word)
{
    size_t low = 0;
    size_t high = vector->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (vector->items[middle].word < word) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < vector->count && vector->items[low].word == word
               ? vector->items[low].value
               : 0;
}

static double likeness(const struct sentence *sentence, const struct vector *vector)
{
    double sum = 0;

    for (size_t i = 0; i < sentence->count; i++) {
        sum += weight_in(vector, sentence->words[i]);
    }
    return sum / sqrt((double)sentence->count + 1);
}

/* The example of one intent that is most like the other intent. */
static struct str find_like(const struct overlap *overlap, int intent,
                            const struct vector *other)
{
    struct str found = { 0 };
    double best = -1;

    for (size_t i = 0; i < overlap->examples->count; i++) {
        const struct sentence *sentence = &overlap->sentences[i];

        if (sentence->intent == intent && likeness(sentence, other) > best) {
            best = likeness(sentence, other);
            found = overlap->examples->items[i].text;
        }
    }
    return found;
}

/* At most SHOWN_MAX bytes, cut before a letter. */
static struct str shown(struct str text)
{
    struct str cut = str_slice(text, 0, SHOWN_MAX);

    while (cut.len < text.len && ((unsigned char)text.at[cut.len] & 0xc0) == 0x80) {
        cut.len--;
    }
    return cut;
}

static void remark(const struct overlap *overlap, int a, int b, struct mistakes *mistakes)
{
    const struct intent *later = &overlap->intents->items[b];
    struct str like_b = shown(find_like(overlap, a, &overlap->vectors[b]));
    struct str like_a = shown(find_like(overlap, b, &overlap->vectors[a]));

    mistakes_remark(
        mistakes, later->head.node->key_place,
        str_format(overlap->arena, "%.*s and %.*s read alike: \"%.*s\", \"%.*s\"",
                   STR_ARG(overlap->intents->labels[a]), STR_ARG(later->head.name),
                   STR_ARG(like_b), STR_ARG(like_a)),
        STR("examples that differ, or one intent"));
}

void overlap_check(const struct intents *intents, const struct examples *examples,
                   struct mistakes *mistakes)
{
    struct overlap overlap = { .intents = intents,
                               .examples = examples,
                               .arena = arena_new((size_t)1 << 30) };
    double *counts;

    map_init(&overlap.words, overlap.arena);
    overlap.sentences =
        arena_array(overlap.arena, examples->count + 1, sizeof *overlap.sentences);
    overlap.vectors =
        arena_array(overlap.arena, intents->count + 1, sizeof *overlap.vectors);
    read_sentences(&overlap);
    counts = arena_array(overlap.arena, overlap.words.count + 1, sizeof *counts);
    count_intents(&overlap, counts);
    for (size_t i = 0; i < intents->count; i++) {
        count_words(&overlap, (int)i, counts);
        overlap.vectors[i] = make_vector(&overlap, counts);
    }
    for (size_t b = 1; b < intents->count; b++) {
        for (size_t a = 0; a < b; a++) {
            if (cosine(&overlap.vectors[a], &overlap.vectors[b]) >= OVERLAP_MIN) {
                remark(&overlap, (int)a, (int)b, mistakes);
            }
        }
    }
    arena_free(&overlap.arena);
}
