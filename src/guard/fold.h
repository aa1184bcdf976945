/* fold.h - how the guards read text: thirty symbols, so that tricks with letters do not
 * hide a phrase.
 *
 * Letters lose case, accents, width and alphabet (a Cyrillic "а" is an "a", so is a
 * mathematical bold one); digits read as the letters they imitate (1gn0re); apostrophes,
 * soft hyphens, zero-width and combining characters vanish; whatever else is no letter
 * is a separator.  A letter that imitates no Latin one is FOLD_OTHER.  The look-alikes
 * are those of Unicode Technical Standard 39 (confusables) for Cyrillic and Greek.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef GUARD_FOLD_H
#define GUARD_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum fold_symbol {
    FOLD_SEPARATOR = 0,
    FOLD_A = 1, /* to 26, z */
    FOLD_OTHER = 27,
    FOLD_COUNT =
        32, /* a power of two, so that a row of the automaton is one cache line */
};

/* One byte of text: a symbol in the low five bits, and what a scanner looks for. */
enum {
    BYTE_SYMBOL = 0x1f,
    BYTE_DIGIT = 0x20,
    BYTE_MARK = 0x40, /* '@' ':' '.': may stand inside an address of the net */
    BYTE_WIDE = 0x80, /* no symbol of its own */
};
extern const uint8_t fold_bytes[256];

/* What was read: up to two symbols (a sharp s is "ss"), none for what vanishes. */
struct folded {
    uint8_t symbols[2];
    uint8_t count;
    bool is_invisible; /* a character that shows nothing, where letters could hide */
    bool is_tag;       /* one of the invisible copies of ASCII, U+E0000 to U+E007F */
};

/* fold_next() for a byte without a symbol of its own. */
struct folded fold_next_wide(struct str text, size_t *offset);

/* Fold the character at *offset, moving *offset behind it. */
static inline struct folded fold_next(struct str text, size_t *offset)
{
    uint8_t byte = fold_bytes[(unsigned char)text.at[*offset]];

    if ((byte & BYTE_WIDE) != 0) {
        return fold_next_wide(text, offset);
    }
    ++*offset;
    return (struct folded){ .symbols = { byte & BYTE_SYMBOL }, .count = 1 };
}

/* Where the character that ends at `end` (more than 0) starts. */
size_t fold_start_of_last(struct str text, size_t end);

#endif
