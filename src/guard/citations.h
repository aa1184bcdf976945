/* citations.h - every sentence of a draft is a quotation, or was approved beforehand.
 *
 * A sentence that cites a passage must stand in it byte for byte, as one or more whole
 * sentences: a part of a sentence can say the opposite.  A sentence without a citation
 * must stand so in an approved text (wording, greeting, closing).  Between the sentences
 * there is only white space and the marks "[n]".
 *
 * Thread: any.
 * Memory: none; all are views.
 */
#ifndef GUARD_CITATIONS_H
#define GUARD_CITATIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "guard/evidence.h"

struct cited_sentence {
    struct str text;
    const uint32_t *citations; /* numbers of passages, from 1 */
    size_t citation_count;
};

struct cited_draft {
    struct str text;
    const struct cited_sentence *sentences; /* in their order in the text */
    size_t sentence_count;
    const struct str *passages;
    size_t passage_count;
    const struct str *approved;
    size_t approved_count;
};

void citations_check(const struct cited_draft *draft, struct evidence *evidence);

/* Whether `quote` stands in `source` as whole sentences. */
bool citations_is_quote(struct str source, struct str quote);

#endif
