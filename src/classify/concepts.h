/* concepts.h - words of three languages that mean the same, as one feature.
 *
 * A classifier trained on a few dozen examples an intent has not seen most words that
 * customers use.  The concept table (concepts_table.h), hand-made for English, German
 * and Spanish, says that "parcel", "Sendung" and "bulto" are one thing, so what was
 * learned from one word holds for all.  A pattern is a word, a beginning ("refund*"), an
 * end ("*jacke") or a phrase ("money_back"); the most exact pattern that fits a word
 * speaks: the whole word, else the longest beginning, else the longest end; phrases speak
 * beside them.
 *
 * The table is compiled to bytes, which travel inside a model: a model goes on to mean
 * what it was trained to mean when a later program has a better table.
 *
 * Thread: any; an opened table is read-only.
 * Memory: a struct concepts is a view of the bytes, which must outlive it.
 */
#ifndef CLASSIFY_CONCEPTS_H
#define CLASSIFY_CONCEPTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct concept; /* classify/concepts_table.h */
struct err;

enum {
    CONCEPTS_MAX = 4096,
    CONCEPT_PATTERNS_MAX = 1 << 18,
    CONCEPTS_ALIGN = 8,
    CONCEPTS_PER_WORD_MAX = 6,
};

struct concepts {
    const struct concepts_head *head;
    const struct concepts_slot *slots;
    const uint8_t *hints;
    const struct concepts_entry *entries;
    const char *rest; /* the further words of phrases */
};

/* Compile a table; the same bytes from the same table.  ERR_LIMIT past the maxima. */
int concepts_build(struct str *bytes_out, struct arena *arena,
                   const struct concept *table, size_t count, struct err *err) MUST_USE;

/* ERR_CORRUPT where concepts_build() could not have made the bytes. */
int concepts_open(struct concepts *concepts_out, struct str bytes,
                  struct err *err) MUST_USE;

/* Where both tables are the same bytes, read `concepts` where `other` lies: what one has
 * asked for is then near when the other asks.  Either may be zeroed. */
void concepts_share(struct concepts *concepts, const struct concepts *other);

/* The concepts of words[word] of a folded text (classify/features.h: lower case without
 * accents, words separated by single spaces), at most CONCEPTS_PER_WORD_MAX of them, each
 * once.  starts[word_count] is behind the last word's space. */
size_t concepts_find(const struct concepts *concepts, const char *folded,
                     const uint32_t *starts, size_t word_count, size_t word,
                     uint16_t concepts_out[CONCEPTS_PER_WORD_MAX]);

#endif
