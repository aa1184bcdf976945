/* decimal.h - decimal fractions as whole numbers of millionths.
 *
 * Confidences, scores and thresholds are decimals with at most six digits behind
 * the point; as integers they compare exactly, in C, in Lua and in a journal.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#define MICROS_ONE INT64_C(1000000)

/* "-12.5" gives -12500000.  Sign, digits, optionally a point and one to six digits;
 * an exponent ("1e-3") is read too.  False where it is no such number, needs a
 * seventh digit, or does not fit. */
bool micros_parse(struct str text, int64_t *micros_out);

enum { MICROS_TEXT_MAX = 24 };

/* The shortest decimal: 972000 gives "0.972".  Returns the length; a NUL follows. */
size_t micros_format(int64_t micros, char text_out[MICROS_TEXT_MAX]);

#endif
