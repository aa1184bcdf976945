/* near.h - what a detector of personal data may look at: the bytes around its anchor.
 *
 * Never more than SCAN_REACH bytes on either side, so a verdict does not depend on how
 * the text arrived: whole, or byte by byte.  An edge of the window counts as the edge of
 * the text.
 *
 * Thread: any.
 * Memory: views.
 */
#ifndef GUARD_NEAR_H
#define GUARD_NEAR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { SCAN_REACH = 320 }; /* an e-mail address is at most 64 + 1 + 255 bytes */

struct near {
    struct str text; /* the window */
    size_t at;       /* the anchor, inside it */
};

struct span {
    size_t start; /* bytes of the window */
    size_t end;
};

/* The byte at `at`, or NUL outside the window. */
static inline char near_byte(struct near near, size_t at)
{
    return at < near.text.len ? near.text.at[at] : '\0';
}

static inline bool byte_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool byte_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool byte_is_letter(char c)
{
    return byte_is_upper((char)(c & ~0x20)) && c != '\0';
}
static inline bool byte_is_alnum(char c)
{
    return byte_is_digit(c) || byte_is_letter(c);
}

static inline char byte_upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c & ~0x20) : c;
}

/* The length of the letter or digit that starts at `at`, or ends there; 0 where there is
 * none.  Other alphabets have letters, quotation marks and emoji are none. */
size_t near_word_at(struct near near, size_t at);
size_t near_word_before(struct near near, size_t at);

/* A capital letter stands at `at`: Latin, Greek or Cyrillic. */
bool near_is_capital(struct near near, size_t at);

/* Behind all bytes of the set that stand at `at`. */
size_t near_skip(struct near near, size_t at, const char *marks);

/* No word runs on into the span from before, or out of it. */
bool near_is_whole_word(struct near near, struct span span);

#endif
