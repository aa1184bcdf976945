/* asked.h - what customers' words say about which passage they need.
 *
 * Customers do not write as help pages do ("nothing in my bank yet" for "until your bank
 * shows it").  Past questions, each with the pages that answer its subject, close the
 * gap: which passage of those pages a question is about is not known, so it is shared
 * among them by how well its words fit, the passages learn its words in that share, and
 * both steps are repeated (expectation maximisation of a mixture of word distributions;
 * Nigam et al., "Text Classification from Labeled and Unlabeled Documents using EM",
 * 2000).
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

/* A question in numbers: its different terms, and the passages that may answer it. */
struct asked_question {
    enum tongue tongue;
    const uint32_t *terms;
    size_t term_count;
    const uint32_t *passages;
    size_t passage_count;
};

/* How much a term speaks for a passage, in nats; at most one for each pair. */
struct asked_pair {
    uint32_t term;
    uint32_t passage;
    double evidence;
};

/* Add to the pairs given (from the texts; sorted by term, then passage) what the
 * questions teach: a pair has the stronger of both.  The result is sorted likewise.
 * ERR_LIMIT where the questions have too many words and passages. */
int asked_learn(struct asked_pair **pairs_out, size_t *pair_count_out,
                struct arena *arena, const struct asked_pair *text_pairs,
                size_t text_pair_count, const struct asked_question *questions,
                size_t question_count, size_t term_count, size_t passage_count,
                struct err *err) MUST_USE;

#endif
