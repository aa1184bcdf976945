/* builder.h - an index under construction; for the files index_*.c only.
 *
 * index_build.c reads the passages, index_learn.c the questions, index_write.c makes the
 * bytes.
 *
 * Thread: a builder belongs to one thread.
 * Memory: in the builder's arena.
 */
#ifndef SEARCH_BUILDER_H
#define SEARCH_BUILDER_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/list.h"
#include "base/map.h"
#include "search/asked.h"
#include "search/index.h"
#include "search/layout.h"

struct err;
struct stemmer;

enum { FIELD_TITLE, FIELD_HEADING, FIELD_ASKED, FIELD_TEXT, FIELD_COUNT };

enum {
    TEXTS_LEN_MAX = 512 << 20,
    TERMS_MAX = 1 << 22,
    WORDS_MAX = 1 << 26,
    PASSAGE_WORDS_MAX = 1 << 16, /* of one text that is looked at */
};

struct count {
    uint32_t passage;
    uint32_t by_field[FIELD_COUNT];
};

struct term {
    uint32_t number;
    enum tongue tongue;
    struct list counts; /* struct count, by passage, ascending */
    double weight;
};

struct builder {
    struct arena *arena;
    struct stemmer *stemmer;
    struct str concept_bytes;
    struct concepts opened;
    const struct concepts *concepts; /* NULL: without */
    struct map forms;                /* form_key() of a word or stem: struct term */
    struct list order;               /* struct term *, by number */
    struct list pages;
    struct list passages;
    struct list sentences;
    struct list words;
    struct buf texts;
    double text_words[TONGUE_COUNT]; /* in all passages of the language */
    double passage_counts[TONGUE_COUNT];
    uint32_t *passage_words; /* in the text, by passage */
};

/* The term of a word, new or known; NULL for a word longer than any key, and past the
 * limit of terms. */
struct term *builder_term(struct builder *builder, enum tongue tongue, struct str word);

struct str builder_text(const struct builder *builder, struct index_text text);
struct index_text builder_add_text(struct builder *builder, struct str text);

/* What passages and questions say of each other. */
struct evidence {
    struct asked_pairs pairs;
    int32_t support_bounds[TONGUE_COUNT];
};

int builder_learn(struct builder *builder, const struct index_question *questions,
                  size_t question_count, struct evidence *evidence_out,
                  struct err *err) MUST_USE;

int builder_write(struct builder *builder, const struct evidence *evidence,
                  struct str *bytes_out, struct err *err) MUST_USE;

/* How rare a term is that stands in `count` passages of the language. */
double builder_weight(const struct builder *builder, enum tongue tongue, double count);

#endif
