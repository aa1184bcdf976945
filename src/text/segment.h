/* segment.h - the sentences of a text, one after the other.
 *
 * A sentence is a view of the text, without white space at its ends, and all that is
 * not white space belongs to exactly one sentence; so sentence.at - text.at is its
 * place, and quoting it quotes the text byte for byte.
 *
 * Rules for English, German and Spanish together, without asking which it is: a line
 * break always ends a sentence; "!" and "?" end one; a full stop ends one unless it
 * belongs to a number, an address, an abbreviation, an initial, a German ordinal
 * ("3. Mai") or the number of a list item.  Customers write in lower case, so a small
 * letter may begin a sentence, but not behind a closing quote or three dots.
 *
 * Thread: any.
 * Memory: none.  The text is valid UTF-8, best in normal form (text/normalise.h).
 */
#ifndef TEXT_SEGMENT_H
#define TEXT_SEGMENT_H

#include <stdbool.h>

#include "base/str.h"

struct sentences {
    struct str line; /* what is left of the line */
    struct str rest; /* the lines after it */
};

struct sentences sentences_of(struct str text);

/* The next sentence, never empty; false at the end. */
bool sentence_next(struct sentences *sentences, struct str *sentence_out);

#endif
