/* language.h - which language a text is written in.
 *
 * Two witnesses: CLD2, which knows eighty languages but wants a few sentences, and a
 * vote of the function words of English, German and Spanish, which knows three but is
 * content with "wo ist mein paket?".  They are weighed by how much text there is.
 *
 * Thread: any.
 * Memory: CLD2 takes some from the heap for a moment; where there is none, the arena that
 *         is given fails.
 */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct tokens; /* text/tokens.h */

enum { LANGUAGE_CODE_MAX = 16 };

struct language {
    char code[LANGUAGE_CODE_MAX]; /* BCP 47: "en", "pt", "zh-Hant"; "und" if nobody knows
                                   */
    int32_t confidence;           /* millionths */
    bool is_reliable;             /* safe to act upon; else a guess, or "und" */
};

/* The language of valid UTF-8 in normal form; tokens are its words.  A text without
 * words, such as an order number, is "und". */
struct language language_detect(struct str text, const struct tokens *tokens,
                                struct arena *arena);

/* Of CLD2, as it is loaded. */
struct str language_library_version(struct arena *arena);

#endif
