/* draft.h - an answer and where each of its sentences comes from.
 *
 * A sentence cites passages by number; the numbers stand in the text as "[1]" and lead to
 * the list of citations, which is in their order.
 *
 * Thread: any; it belongs to its turn.
 * Memory: views into the turn's arena and the release.
 */
#ifndef BOT_DRAFT_H
#define BOT_DRAFT_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct draft_citation {
    size_t n; /* 1, 2 ... */
    struct str page;
    struct str heading;
    struct str anchor;
    struct str sha256; /* of the passage, hexadecimal */
    int64_t score;     /* millionths */
};

struct draft_sentence {
    struct str text;         /* as it stands in the draft, without the numbers */
    const size_t *citations; /* numbers; none for a greeting or an approved wording */
    size_t citation_count;
};

struct draft {
    struct str text;
    struct str language;
    struct str sha256; /* of text, hexadecimal */
    const struct draft_sentence *sentences;
    size_t sentence_count;
    const struct draft_citation *citations;
    size_t citation_count;
};

#endif
