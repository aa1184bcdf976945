/* tokens.h - the words of a text, in the form in which words are compared.
 *
 * A word is a run of letters and digits.  It is folded: small letters, without accents
 * (so "Größe" is "grosse"), and an apostrophe inside it is left out ("don't" is "dont").
 * A number keeps the point, comma or colon between its digits ("2.5", "14:00").  Each
 * word knows its bytes in the text.
 *
 * Thread: any.
 * Memory: in the arena, at most 36 bytes for each byte of the text; a word that is
 *         folded already is a view of the text.  The text is valid UTF-8, best in
 *         normal form.
 */
#ifndef TEXT_TOKENS_H
#define TEXT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;

struct token {
    struct str word; /* folded, never empty */
    uint32_t start;  /* in bytes of the text */
    uint32_t end;
    bool has_digit;
    bool is_hyphenated; /* joined to the word before it by one '-' */
};

struct tokens {
    struct token *items;
    size_t count;
};

/* At most count_max words; what follows them is left out. */
struct tokens text_tokens(struct arena *arena, struct str text, size_t count_max);

#endif
