/* content_words.h - the words of a text that say what it is about.
 *
 * Function words of the language and single letters are left out.  What a word means
 * beside itself follows it as an extra: of a hyphenated pair the joined word ("e-mail":
 * "mail", "email"), since people write both; and its concepts (classify/concepts.h), so
 * that a parcel is a package.
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
struct concepts; /* classify/concepts.h */

struct content_word {
    struct str word; /* folded, as in text/tokens.h; a concept is "#" and its number */
    uint32_t start;  /* in bytes of the text */
    uint32_t end;
    bool has_digit;
    bool is_extra;
};

struct content_words {
    struct content_word *items;
    size_t count;
};

/* Of the first word_max words of the text; concepts may be NULL. */
struct content_words content_words_of(struct arena *arena,
                                      const struct concepts *concepts, enum tongue tongue,
                                      struct str text, size_t word_max);

#endif
