/* vocabulary.h - which features of the training texts a model keeps, and what they weigh.
 *
 * The features that occur in the most texts are kept, as many as the bound allows; lots
 * decide between those that tie there.  A feature weighs 1 + log((1 + texts) / (1 + texts
 * with it)), a run of characters half of that, since there are more of them, a concept as
 * much more as is asked for.  Rows are numbered in the order of first occurrence.
 *
 * Thread: any; a vocabulary is read-only once built.
 * Memory: in the arena it was built in.
 */
#ifndef CLASSIFY_VOCABULARY_H
#define CLASSIFY_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct concepts;
struct err;
struct net_text;

enum {
    VOCABULARY_OCCURRENCES_MAX = 1 << 24,
    VOCABULARY_NO_ROW = 0x7fffffff,
};

enum vocabulary_kind { VOCABULARY_WORD, VOCABULARY_CONCEPT, VOCABULARY_RUN };

/* What to keep of the texts' features. */
struct vocabulary_options {
    const struct concepts *concepts; /* may be NULL */
    float concept_weight;            /* times a word's */
    bool without_runs;               /* of characters */
    size_t row_max;                  /* features kept */
};

/* A feature that occurs in the texts. */
struct vocabulary_entry {
    uint64_t key;
    uint32_t text_count; /* texts with it */
    uint32_t text_last;  /* number + 1 of the last of them */
    uint32_t row;        /* or VOCABULARY_NO_ROW */
    float weight;
    enum vocabulary_kind kind;
};

struct vocabulary {
    size_t text_count;
    size_t *starts;    /* text_count + 1: where each text's occurrences begin */
    uint32_t *numbers; /* occurrences: numbers of entries */
    struct vocabulary_entry *entries;
    size_t entry_count;
    size_t row_count;
    uint32_t text_count_min; /* that a kept feature has, or one less with luck: */
    uint32_t lot_limit;      /* the upper half of its key is below this */
    size_t feature_max;      /* the most features of a text */
    float unknown_word;      /* weights of features in no text */
    float unknown_run;
};

/* ERR_LIMIT where the texts have more occurrences of features than can be counted. */
int vocabulary_build(struct vocabulary *vocabulary_out, struct arena *arena,
                     const struct str *texts, size_t text_count,
                     const struct vocabulary_options *options, struct err *err) MUST_USE;

/* The text's known features, brought to length 1, in room for feature_max of them.
 * is_held_out reads it as if the vocabulary had been built without this text, so that
 * what is new in it counts as unknown.  Fills rows, values and count of *text_out and
 * returns the unknown share of the text's weight. */
float vocabulary_read(const struct vocabulary *vocabulary, size_t text, bool is_held_out,
                      uint32_t *rows, float *values, struct net_text *text_out);

#endif
