/* problem.h - why a request was not done, as RFC 9457 says it.
 *
 *     { "type": "urn:usher:error:input", "title": "the request is malformed",
 *       "status": 400, "detail": "...", "instance": "/v1/triage",
 *       "at": { "line": 1, "column": 9, "pointer": "/text" } }
 *
 * The type is the reason of base/err.h; the status is the reason's own unless HTTP has a
 * closer one (413, 415 ...).
 *
 * Thread: any.
 * Memory: plain values.
 */
#ifndef HTTP_PROBLEM_H
#define HTTP_PROBLEM_H

#include <stddef.h>

#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"

struct json_writer; /* base/json.h */

enum { POINTER_BYTES_MAX = 80 };

struct problem {
    struct err err;
    int status;
    /* where in the body; line 0: nowhere in particular */
    size_t line;
    size_t column;
    char pointer[POINTER_BYTES_MAX]; /* RFC 6901; empty: the whole */
};

/* Returns -1, so that a failure reads: return problem_set(...).  status 0: the reason's
 * own. */
int problem_set(struct problem *problem, enum err_reason reason, int status,
                const char *format, ...) PRINTF_LIKE(4, 5);

/* Say where in body the offset is, and which value: "" or "/text". */
void problem_place(struct problem *problem, struct str body, size_t offset,
                   const char *pointer);

/* instance: the path of the request, from the client, unchecked; what follows a byte that
 * is no UTF-8 is left out. */
void problem_write(const struct problem *problem, struct str instance,
                   struct json_writer *writer);

#endif
