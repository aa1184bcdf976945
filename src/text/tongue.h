/* tongue.h - the languages whose words Usher knows, and the small words that tell them
 * apart and that a search leaves out.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef TEXT_TONGUE_H
#define TEXT_TONGUE_H

#include "base/str.h"

enum tongue {
    TONGUE_NONE, /* any other language, or none */
    TONGUE_EN,
    TONGUE_DE,
    TONGUE_ES,
    TONGUE_COUNT,
};

/* "de" and "de-CH" give TONGUE_DE; TONGUE_NONE for what is none of them. */
enum tongue tongue_from_code(struct str code);

/* "en"; "und" for TONGUE_NONE. */
const char *tongue_code(enum tongue tongue);

/* In which languages the folded word (text/tokens.h) is a function word, that is one
 * which sentences on any subject contain ("the", "mein", "para"): a set of
 * 1 << tongue, 0 where it is none. */
unsigned tongues_of_function_word(struct str word);

#endif
