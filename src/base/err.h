/* err.h - why an operation failed, and what the caller may do about it.
 *
 * The caller owns the struct err, usually on its stack, and passes it down.
 * There is no thread-local or global "last error".  A function that returns -1
 * has filled err; one that returns 0 or more has not touched it.
 *
 * Thread: any; a struct err belongs to its owner.
 * Memory: none beyond the struct.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

#include "base/attr.h"

/* Reasons are few on purpose: each one is a different thing for a caller to do.
 * Sub-causes go into the text.  This table also feeds the HTTP status, the
 * retry policy, the metric label and the reference manual.
 *
 *    constant     name           http  retry  meaning */
/* clang-format off */
#define ERR_REASONS(X) \
    X(INPUT,       "input",        400, false, "the request is malformed") \
    X(DENIED,      "denied",       403, false, "the caller may not do this") \
    X(NOT_FOUND,   "not_found",    404, false, "there is no such thing") \
    X(CONFLICT,    "conflict",     409, true,  "someone else changed it first") \
    X(LIMIT,       "limit",        429, true,  "a configured limit was reached") \
    X(CANCELLED,   "cancelled",    499, false, "the caller gave up") \
    X(CORRUPT,     "corrupt",      500, false, "stored data contradicts itself") \
    X(CONFIG,      "config",       500, false, "the configuration cannot work") \
    X(UNCERTAIN,   "uncertain",    502, false, "a write may or may not have happened") \
    X(UNAVAILABLE, "unavailable",  503, true,  "a dependency does not answer") \
    X(TIMEOUT,     "timeout",      504, true,  "the deadline passed")
/* clang-format on */

#define X(constant, name, http, retry, meaning) ERR_##constant,
enum err_reason { ERR_NONE, ERR_REASONS(X) ERR_COUNT };
#undef X

enum { ERR_TEXT_MAX = 256 };

struct err {
    enum err_reason reason;
    char text[ERR_TEXT_MAX]; /* one line, no final period; cut if longer */
};

/* Fill err and return -1, so a failure reads: return err_set(err, ...). */
int err_set(struct err *err, enum err_reason reason, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* Put "context: " before the text and return -1.  For the one place that knows
 * which file, peer or run this was about; not for every level on the way up. */
int err_wrap(struct err *err, const char *format, ...) PRINTF_LIKE(2, 3);

/* The reason in lower case, as it stands in problem documents: "not_found". */
const char *err_name(enum err_reason reason);
int err_http_status(enum err_reason reason);
bool err_may_retry(enum err_reason reason);
const char *err_meaning(enum err_reason reason);

#endif
