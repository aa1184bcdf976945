/* utf8.h - check and walk UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing
 * above U+10FFFF).
 *
 * Text from outside is checked once, at the border; inside, every str is valid.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* True for valid UTF-8.  Otherwise false and, unless NULL, the byte offset of the
 * first malformed sequence. */
bool utf8_is_valid(struct str text, size_t *offset_out);

/* The text up to its first malformed sequence: all of it, but for what others sent or
 * what was cut inside a character. */
struct str utf8_valid_part(struct str text);

/* utf8_next() for a code point that may be longer than one byte. */
uint32_t utf8_next_long(struct str text, size_t *offset);

/* The code point at *offset of valid text, moving *offset behind it; asserts that
 * *offset is inside the text.  A malformed byte reads as U+FFFD, one byte long. */
static inline uint32_t utf8_next(struct str text, size_t *offset)
{
    if (*offset < text.len && (unsigned char)text.at[*offset] < 0x80) {
        return (unsigned char)text.at[(*offset)++];
    }
    return utf8_next_long(text, offset);
}

/* Write a code point (a valid scalar value) and return its length, 1 to 4. */
size_t utf8_put(uint32_t code_point, char bytes_out[4]);

/* Number of code points in text[0..len_bytes). */
size_t utf8_count(struct str text);

/* A place in text as people count: line and column from 1, the column in code
 * points.  An offset past the end counts as the end. */
struct text_place {
    size_t line;
    size_t column;
};
struct text_place text_place_of(struct str text, size_t offset);

#endif
