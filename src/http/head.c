/* head.c - checks of a request's head. */

#include "http/head.h"

#include "http/problem.h"

/* version "-" trace id "-" parent id "-" flags */
enum {
    TRACEPARENT_LEN = 55,
    TRACE_ID_AT = 3,
    TRACE_ID_LEN = 32,
    PARENT_ID_AT = 36,
    PARENT_ID_LEN = 16,
    TRACE_FLAGS_AT = 53,
};

struct str head_find(const struct http_head *head, struct str name)
{
    for (size_t i = 0; i < head->header_count; i++) {
        if (str_equal_ascii_nocase(head->headers[i].name, name)) {
            return head->headers[i].value;
        }
    }
    return (struct str){ NULL, 0 };
}

static size_t count_of(const struct http_head *head, struct str name)
{
    size_t count = 0;

    for (size_t i = 0; i < head->header_count; i++) {
        count += str_equal_ascii_nocase(head->headers[i].name, name);
    }
    return count;
}

struct str head_path(const struct http_head *head)
{
    return str_slice(head->target, 0, str_find_char(head->target, '?'));
}

/* RFC 9110, section 8.6: digits; a list of equal numbers is refused too. */
static int read_length(struct str text, int64_t *length_out, struct problem *problem)
{
    bool has_digits_only = text.len != 0;

    for (size_t i = 0; i < text.len; i++) {
        has_digits_only = has_digits_only && text.at[i] >= '0' && text.at[i] <= '9';
    }
    if (!has_digits_only || !str_to_int64(text, length_out)) {
        return problem_set(problem, ERR_INPUT, 400,
                           "Content-Length is no number of bytes");
    }
    return 0;
}

static int read_framing(const struct http_head *head, int64_t *body_len_out,
                        struct problem *problem)
{
    struct str encoding = head_find(head, STR("Transfer-Encoding"));
    struct str length = head_find(head, STR("Content-Length"));

    *body_len_out = 0;
    if (encoding.at != NULL && length.at != NULL) {
        return problem_set(problem, ERR_INPUT, 400,
                           "the request has a Content-Length and a Transfer-Encoding");
    }
    if (count_of(head, STR("Content-Length")) > 1 ||
        count_of(head, STR("Transfer-Encoding")) > 1) {
        return problem_set(problem, ERR_INPUT, 400,
                           "the request says more than once how long its body is");
    }
    if (length.at != NULL) {
        return read_length(length, body_len_out, problem);
    }
    if (encoding.at != NULL) {
        if (!str_equal_ascii_nocase(encoding, STR("chunked")) ||
            !str_equal(head->version, STR("HTTP/1.1"))) {
            return problem_set(problem, ERR_INPUT, 501,
                               "this Transfer-Encoding is not understood; expected "
                               "chunked, in HTTP/1.1");
        }
        *body_len_out = BODY_CHUNKED;
    }
    return 0;
}

int head_check(const struct http_head *head, int64_t *body_len_out,
               struct problem *problem)
{
    size_t host_count = count_of(head, STR("Host"));

    if (head->has_too_many) {
        return problem_set(problem, ERR_LIMIT, 431,
                           "the request has more than %d header fields", HEADERS_MAX);
    }
    if (host_count > 1 ||
        (host_count == 0 && str_equal(head->version, STR("HTTP/1.1")))) {
        return problem_set(problem, ERR_INPUT, 400,
                           "the request has %s Host field; expected one",
                           host_count == 0 ? "no" : "more than one");
    }
    if (head->target.len > TARGET_BYTES_MAX) {
        return problem_set(problem, ERR_LIMIT, 414, "the URL is longer than %d bytes",
                           TARGET_BYTES_MAX);
    }
    return read_framing(head, body_len_out, problem);
}

struct str head_media_type(const struct http_head *head)
{
    struct str value = head_find(head, STR("Content-Type"));

    return str_trim(str_slice(value, 0, str_find_char(value, ';')));
}

struct str head_host(const struct http_head *head)
{
    struct str host = str_trim(head_find(head, STR("Host")));
    bool has_bracket = host.len != 0 && host.at[0] == '[';
    size_t end = str_find_char(host, has_bracket ? ']' : ':');

    return str_slice(host, 0, has_bracket ? end + 1 : end);
}

static bool is_hex(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];

        if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
            return false;
        }
    }
    return true;
}

struct str head_trace_id(const struct http_head *head)
{
    struct str value = head_find(head, STR("traceparent"));
    struct str trace_id = str_slice(value, TRACE_ID_AT, TRACE_ID_LEN);

    if (value.len != TRACEPARENT_LEN || !str_starts_with(value, STR("00-")) ||
        value.at[PARENT_ID_AT - 1] != '-' || value.at[TRACE_FLAGS_AT - 1] != '-' ||
        !is_hex(trace_id) || !is_hex(str_slice(value, PARENT_ID_AT, PARENT_ID_LEN)) ||
        !is_hex(str_slice(value, TRACE_FLAGS_AT, value.len)) ||
        str_equal(trace_id, STR("00000000000000000000000000000000"))) {
        return STR("");
    }
    return trace_id;
}
