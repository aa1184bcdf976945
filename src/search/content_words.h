/* content_words.h - the words of a text that say what it is about.
 *
 * Function words of the language and single letters are left out.  Of a hyphenated pair
 * the joined word is there too ("e-mail": "mail", "email"), since people write both.
 *
 * Thread: any.
 * Memory: in the arena; words may be views of the text.
 */
#ifndef SEARCH_CONTENT_WORDS_H
#define SEARCH_CONTENT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "text/tongue.h"

struct arena;

struct content_word {
    struct str word; /* folded, as in text/tokens.h */
    uint32_t start;  /* in bytes of the text */
    uint32_t end;
    bool is_joined;
    bool has_digit;
};

struct content_words {
    struct content_word *items;
    size_t count;
};

/* Of the first word_max words of the text. */
struct content_words content_words_of(struct arena *arena, enum tongue tongue,
                                      struct str text, size_t word_max);

#endif
