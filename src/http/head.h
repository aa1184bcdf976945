/* head.h - the head of a request: what may stand there, checked before anything is done.
 *
 * The library under us parses lines and fields; what it lets pass and a proxy in front of
 * us may read otherwise is refused here: two ways of saying how long the body is,
 * repeated Content-Length or Host, a Transfer-Encoding other than chunked, names and
 * values with characters that have no business there (RFC 9112, sections 3.2, 5, 6.1 and
 * 6.3), lines that are ended or continued in an odd way (layout.h).
 *
 * Whoever is refused here may have meant the rest of what he sent in another way, so
 * nothing more is read from that connection.
 *
 * The library takes odd line ends and extensions between the chunks of a body and does
 * not tell, before 1.0; so a connection ends behind every chunked body (server.c), and
 * nothing can be read as the next request.
 *
 * Some heads it answers by itself, in HTML in place of a problem document: always with a
 * clear status (400, 413, 414, 431, 505), and with an end of the connection.  Where
 * Content-Length is no number, 0.9.75 repeats the head of that answer before its body.
 *
 * Thread: any.
 * Memory: views of what the client sent, unchecked where not said otherwise.
 */
#ifndef HTTP_HEAD_H
#define HTTP_HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct problem; /* http/problem.h */

struct http_header {
    struct str name;
    struct str value;
};

enum { HEADERS_MAX = 64, TARGET_BYTES_MAX = 2048, BODY_CHUNKED = -1 };

struct http_head {
    struct str method;
    struct str target; /* as sent: path and query, nothing decoded; or a whole URL */
    struct str version;
    const struct http_header *headers;
    size_t header_count;
    bool has_too_many; /* more than HEADERS_MAX came */
    bool is_torn;      /* not sound by layout.h */
};

/* The first one of that name, in any case of letters; at NULL where there is none. */
struct str head_find(const struct http_head *head, struct str name);

/* The target without its query and, of a whole URL, without http:// and the host. */
struct str head_path(const struct http_head *head);

/* How long the body is: bytes, 0 without one, BODY_CHUNKED.  -1 where the head is not
 * sound, with the problem. */
int head_check(const struct http_head *head, int64_t *body_len_out,
               struct problem *problem) MUST_USE;

/* The media type of Content-Type, without parameters, or empty. */
struct str head_media_type(const struct http_head *head);

/* The host of the Host field, without its port; brackets of an IPv6 address stay. */
struct str head_host(const struct http_head *head);

/* The trace id of a sound traceparent field (W3C Trace Context, version 00), 32 small
 * hexadecimal digits, or empty. */
struct str head_trace_id(const struct http_head *head);

#endif
