/* answer_head.h - the head of an HTTP answer, as the load generator reads it.
 *
 * Exact rather than tolerant: what is not plain HTTP/1.1 with one Content-Length is a
 * mistake of the server that is measured, and said.
 *
 * Thread: any.
 * Memory: none; plain values.
 */
#ifndef CLI_ANSWER_HEAD_H
#define CLI_ANSWER_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"

struct err;

enum { ANSWER_HEAD_BYTES_MAX = 8 << 10 };

struct answer_head {
    int status;      /* 100 to 599 */
    size_t head_len; /* with the empty line */
    size_t body_len;
    bool closes; /* the connection ends behind it */
};

/* 1 where the head is whole, 0 where more of it must come, -1 with ERR_CORRUPT where it
 * will not become one, ERR_LIMIT where it is too long. */
int answer_head_parse(struct answer_head *head_out, struct str bytes,
                      struct err *err) MUST_USE;

#endif
