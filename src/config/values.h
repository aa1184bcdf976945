/* values.h - the small notations of the bot folder: "4h business", "5 %", "100 USD".
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef CONFIG_VALUES_H
#define CONFIG_VALUES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct duration {
    int64_t ms;
    bool is_business; /* counted in the opening hours of a calendar */
};

#define DURATION_MS_MAX (INT64_C(3660) * 24 * 3600 * 1000)

/* A whole number and ms, s, m, h or d ("90s", "2d"), up to ten years; " business" may
 * follow.  False for anything else. */
bool duration_parse(struct str text, struct duration *duration_out);

/* "5 %" and "5%" give 50000 millionths; at most four decimals. */
bool percent_parse(struct str text, int64_t *micros_out);

enum { CURRENCY_LEN = 3 };

struct money {
    int64_t micros;
    char currency[CURRENCY_LEN + 1]; /* ISO 4217, NUL behind it */
};

/* "0.02 USD": a number that is not negative, a space, three capital letters. */
bool money_parse(struct str text, struct money *money_out);

#endif
