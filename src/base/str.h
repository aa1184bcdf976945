/* str.h - a view of text: a place and a length, no terminator.
 *
 * A str never owns what it shows.  Text that must live longer is copied into an
 * arena by str_copy(), which also puts a NUL behind it, so that the copy may be
 * handed to libraries that want a C string.
 *
 * Thread: any.
 * Memory: views; str_copy() and str_format() allocate in the given arena.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/attr.h"

struct arena;

struct str {
    const char *at;
    size_t len;
};

/* A view of a string literal. */
#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })

/* For printf: printf("%.*s", STR_ARG(text)).  Long text prints its first 2 GiB. */
#define STR_ARG(text) (int)((text).len > 0x7fffffff ? 0x7fffffff : (text).len), (text).at

struct str str_from(const char *c_string); /* NULL gives an empty view */
struct str str_copy(struct arena *arena, struct str text);
struct str str_format(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

bool str_is_empty(struct str text);

static inline bool str_equal(struct str a, struct str b)
{
    return a.len == b.len &&
           (a.len == 0 || (a.at[0] == b.at[0] && memcmp(a.at, b.at, a.len) == 0));
}

/* Bytewise order; negative, 0 or positive. */
int str_compare(struct str a, struct str b);
bool str_starts_with(struct str text, struct str prefix);
bool str_ends_with(struct str text, struct str suffix);
/* The same with A-Z taken as a-z. */
bool str_equal_ascii_nocase(struct str a, struct str b);

/* The first place of needle in text, or text.len where it does not occur. */
size_t str_find(struct str text, struct str needle);
size_t str_find_char(struct str text, char wanted);

/* The part from start, at most len bytes long; both are cut to the text. */
static inline struct str str_slice(struct str text, size_t start, size_t len)
{
    if (start > text.len) {
        start = text.len;
    }
    if (len > text.len - start) {
        len = text.len - start;
    }
    return (struct str){ start == 0 ? text.at : text.at + start, len };
}

struct str str_trim(struct str text); /* without ASCII white space at both ends */

/* Take the next part up to separator off *rest into *part_out; false at the end.
 * "a,b," has three parts, the last one empty; an empty text has one. Start with a
 * copy of the whole; at the end rest->at is NULL. */
bool str_split_next(struct str *rest, char separator, struct str *part_out);

/* Decimal, optional sign, nothing else around it, within the type's range. */
bool str_to_int64(struct str text, int64_t *value_out);

/* How many single-character edits turn a into b (insert, delete, replace, swap of
 * neighbours: the optimal string alignment distance), or limit + 1 when more than
 * limit.  For "did you mean"; texts over 64 bytes count as too far. */
size_t str_edit_distance(struct str a, struct str b, size_t limit);

#endif
