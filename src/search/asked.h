/* asked.h - what customers' words say about which passage they need.
 *
 * Customers do not write as help pages do ("nothing in my bank yet" for "until your bank
 * shows it").  Past questions, each with the pages that answer its subject, close the
 * gap: a question is shared among the passages of those pages by how well its words fit
 * their texts, and each passage takes the words in its share for its own.  (That is one
 * round of expectation maximisation; more rounds only made the passages sure of
 * themselves.)
 *
 * Thread: any.
 * Memory: in the arena.
 */
#ifndef SEARCH_ASKED_H
#define SEARCH_ASKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "text/tongue.h"

struct arena;
struct err;

/* What a term of a question is there for. */
enum asked_kind {
    ASKED_COUNTS = 1 << 0, /* a word that says something, not a number or a joined pair */
    ASKED_ASKS = 1 << 1,   /* it stands in the asking part */
};

/* A question in numbers: its different terms, and the passages that may answer it. */
struct asked_question {
    enum tongue tongue;
    const uint32_t *terms;
    const uint8_t *kinds; /* of each term, a set of enum asked_kind */
    size_t term_count;
    const uint32_t *passages;
    size_t passage_count;
    /* Filled by asked_learn(), as support.h defines them, with what all other questions
     * say: words that the best passage's text has, words that it has only learned, asking
     * words that are foreign to all passages. */
    size_t covered;
    size_t learned;
    size_t foreign;
};

/* How much a term speaks for a passage, in nats; at most one for each pair. */
struct asked_pair {
    uint32_t term;
    uint32_t passage;
    double evidence;
    double text; /* how much of it the texts say */
};

struct asked_pairs {
    struct asked_pair *items; /* sorted by term, then passage */
    size_t count;
};

struct asked_task {
    struct asked_pairs text_pairs; /* what the texts say */
    struct asked_question *questions;
    size_t question_count;
    size_t term_count;
    size_t passage_count;
};

/* Add to the pairs of the texts what the questions teach.  ERR_LIMIT where the questions
 * have too many words and passages. */
int asked_learn(struct asked_pairs *pairs_out, struct arena *arena,
                const struct asked_task *task, struct err *err) MUST_USE;

#endif
