/* features.h - a text as a bag of hashed n-grams.
 *
 * The text is folded as it is read: ASCII to lower case, Latin letters to their base
 * letter without accent ("ß" to "ss"), runs of four and more digits to zeros (an order
 * number says "order number", not which), apostrophes left out ("don't" is "dont"),
 * everything else that is no letter or digit to one space.
 * Then every word, pair of neighbouring words, first and last word, every concept
 * (concepts.h) and pair of concepts that follow each other, and every run of 3 to 5
 * characters within " word " becomes one 64-bit key.  A feature that occurs twice is
 * there twice.
 *
 * Thread: any; the struct belongs to its caller.
 * Memory: none beyond the struct; whatever exceeds it is left out, from the end of the
 * text.
 */
#ifndef CLASSIFY_FEATURES_H
#define CLASSIFY_FEATURES_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum {
    FEATURE_KEYS_MAX = 8192,
    FEATURE_BYTES_MAX = 8192, /* of folded text */
    FEATURE_WORDS_MAX = 2048,
};

struct concepts; /* classify/concepts.h */

struct features {
    size_t count;
    size_t word_keys;    /* keys[0..word_keys) are of words, */
    size_t concept_keys; /* keys[word_keys..concept_keys) of concepts, the rest of runs */
    uint64_t keys[FEATURE_KEYS_MAX];
    size_t word_count;
    uint32_t word_starts[FEATURE_WORDS_MAX + 1]; /* of each word, and behind the last */
    char folded[FEATURE_BYTES_MAX + 2];          /* " word word " */
};

/* Any bytes are accepted; malformed UTF-8 counts as letters.  concepts may be NULL. */
void features_of(struct features *features, struct str text,
                 const struct concepts *concepts);

#endif
