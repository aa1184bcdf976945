/* request_fuzz.h - a request from a fuzzer's bytes: lines of a head, an empty line, the
 * body.
 *
 *     POST /v1/triage HTTP/1.1
 *     Host: localhost
 *
 *     {"text": "hello"}
 *
 * What a head may not hold (NUL) ends nothing here: the checks must see it.
 *
 * Thread: the fuzzer's.
 * Memory: views of the bytes; the fields in the struct.
 */
#ifndef HTTP_REQUEST_FUZZ_H
#define HTTP_REQUEST_FUZZ_H

#include "http/head.h"

struct fuzz_request {
    struct http_head head;
    struct http_header fields[HEADERS_MAX];
    struct str body;
};

/* The text before the separator; *rest is what is behind it. */
static inline struct str take_until(struct str *rest, char separator)
{
    size_t end = str_find_char(*rest, separator);
    struct str part = str_slice(*rest, 0, end);

    *rest = str_slice(*rest, end + 1, rest->len);
    return part;
}

static inline void read_request(struct fuzz_request *request, struct str bytes)
{
    struct str line = take_until(&bytes, '\n');
    struct http_head *head = &request->head;

    *head = (struct http_head){ .headers = request->fields };
    head->method = take_until(&line, ' ');
    head->target = take_until(&line, ' ');
    head->version = line;
    for (;;) {
        line = take_until(&bytes, '\n');
        if (line.len == 0) {
            request->body = bytes;
            return;
        }
        if (head->header_count == HEADERS_MAX) {
            head->has_too_many = true;
            continue;
        }
        request->fields[head->header_count].name = take_until(&line, ':');
        request->fields[head->header_count++].value =
            str_slice(line, line.len != 0 && line.at[0] == ' ', line.len);
    }
}

#endif
