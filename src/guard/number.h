/* number.h - a run of digits as people write numbers: in groups, with separators.
 *
 * Every number-like thing (card, phone, tax number, date) is read once into this shape;
 * the detectors then look at digits, group sizes and separators.
 *
 * Thread: any.
 * Memory: plain values; offsets are into the window they were read from.
 */
#ifndef GUARD_NUMBER_H
#define GUARD_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "guard/near.h"

enum { NUMBER_DIGITS_MAX = 32, NUMBER_GROUPS_MAX = 12 };

struct number_group {
    size_t start;
    size_t end;
    uint8_t first; /* its first digit's place among all */
    uint8_t count;
    char separator; /* before it: ' ' '-' '.' '/' or ')'; NUL for the first group */
};

struct number {
    char digits[NUMBER_DIGITS_MAX]; /* '0' to '9' */
    size_t digit_count;
    struct number_group groups[NUMBER_GROUPS_MAX];
    size_t group_count;
    char before;       /* the byte before the first digit, NUL at the edge */
    bool is_continued; /* it goes on from digits before it: 12-[345] */
    bool is_code;      /* it hangs on letters: AC-[12345], no12 */
};

/* Read the number whose first digit is at the anchor; as many whole groups as fit.
 * False where even the first does not. */
bool number_read(struct number *number_out, struct near near);

/* The first `group_count` groups have exactly these sizes, NUL-terminated: "\3\2\4". */
bool number_has_sizes(const struct number *number, const char *sizes);

/* All separators between the first `group_count` groups are of this set. */
bool number_is_separated_by(const struct number *number, size_t group_count,
                            const char *separators);

/* Digits of the first `group_count` groups. */
size_t number_digits_in(const struct number *number, size_t group_count);

/* It begins with a date (4-2-2, 2-2-4 or 2-2-2, day and month possible, and no fourth
 * group joined in the same way), so it is no phone number. */
bool number_is_date(const struct number *number);

#endif
