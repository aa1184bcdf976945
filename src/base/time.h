/* time.h - calendar arithmetic and RFC 3339 text; no clock (os/clock.h has one).
 *
 * A moment is milliseconds since 1970-01-01T00:00:00Z, without leap seconds.  Days
 * and dates are converted by the era method (Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", 2013).
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef BASE_TIME_H
#define BASE_TIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct date {
    int year;  /* proleptic Gregorian, 0 to 9999 */
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

enum { TIME_TEXT_MAX = 32 };

/* "2026-11-20T12:45:51.000Z"; a year outside 0 to 9999 is clamped.  Returns the length.
 */
size_t time_format(int64_t ms, char text_out[TIME_TEXT_MAX]);

/* "2026-12-25", a date that exists; false otherwise. */
bool date_parse(struct str text, struct date *date_out);

/* Days since 1970-01-01. */
int64_t date_to_days(struct date date);
struct date date_of_days(int64_t days);

#endif
