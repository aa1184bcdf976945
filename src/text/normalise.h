/* normalise.h - one form of a text, so that what looks the same is the same bytes.
 *
 * The normal form is Unicode's NFC without control and invisible characters (zero
 * width, soft hyphen, direction marks, tags: what people hide words with), each run
 * of white space folded to one space or, where it held a line break, one newline, and
 * none at the ends.  More than MARKS_MAX accents on one letter are dropped.  Making the
 * normal form of a normal form changes nothing.
 *
 * Each byte remembers where it came from, so that a place found in the normal form
 * can be shown in the text that the customer wrote.
 *
 * Thread: any.
 * Memory: in the arena, at most 16 bytes for each byte of the text; a text that is in
 *         normal form already is a view of the input and costs one pass.
 */
#ifndef TEXT_NORMALISE_H
#define TEXT_NORMALISE_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;

enum {
    NORMALISE_LEN_MAX = 1 << 20,
    MARKS_MAX = 30, /* as in the stream-safe form of Unicode's annex 15 */
};

struct normal {
    struct str text;
    const uint32_t *origins; /* by byte of text: offset in the input; NULL: the same */
    size_t input_len;
};

/* ERR_INPUT where the text is not UTF-8, ERR_LIMIT where it is over NORMALISE_LEN_MAX. */
int text_normalise(struct normal *normal_out, struct arena *arena, struct str text,
                   struct err *err) MUST_USE;

/* The offset in the input of a place in the normal form, 0 to its length. */
size_t normal_origin(const struct normal *normal, size_t offset);

/* Of utf8proc, as it is loaded. */
struct str unicode_library_version(struct arena *arena);

#endif
