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

/* Of a whole URL, where its host begins; else 0. */
static size_t authority_at(struct str target)
{
    const struct str scheme = STR("http://");
    struct str start = str_slice(target, 0, scheme.len);

    return str_equal_ascii_nocase(start, scheme) ? scheme.len : 0;
}

/* Of a whole URL, host and port. */
static struct str target_authority(struct str target)
{
    struct str rest = str_slice(target, authority_at(target), target.len);

    return str_slice(rest, 0, str_find_char(rest, '/'));
}

struct str head_path(const struct http_head *head)
{
    struct str path = head->target;
    size_t at = authority_at(path);

    if (at != 0) {
        path = str_slice(path, at + target_authority(path).len, path.len);
    }
    return str_slice(path, 0, str_find_char(path, '?'));
}

static bool is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Whether all of the text is letters, digits and these others. */
static bool is_made_of(struct str text, struct str others)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!is_alphanumeric(text.at[i]) &&
            str_find_char(others, text.at[i]) == others.len) {
            return false;
        }
    }
    return true;
}

/* RFC 9110, section 5.6.2 */
static bool is_token(struct str text)
{
    return text.len != 0 && is_made_of(text, STR("!#$%&'*+-.^_`|~"));
}

/* Whether all characters can be seen; others are let pass too. */
static bool is_visible(struct str text, struct str others)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];

        if ((c <= ' ' || c == 0x7f) && str_find_char(others, text.at[i]) == others.len) {
            return false;
        }
    }
    return true;
}

static int check_characters(const struct http_head *head, struct problem *problem)
{
    bool are_sound = true;

    for (size_t i = 0; i < head->header_count; i++) {
        are_sound = are_sound && is_token(head->headers[i].name) &&
                    is_visible(head->headers[i].value, STR(" \t"));
    }
    if (!are_sound) {
        return problem_set(problem, ERR_INPUT, 400,
                           "a header field has a character that may not stand there");
    }
    if (!is_token(head->method) || head->target.len == 0 ||
        !is_visible(head->target, STR(""))) {
        return problem_set(problem, ERR_INPUT, 400,
                           "the request line has a character that may not stand there");
    }
    return 0;
}

static bool has_digits_only(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') {
            return false;
        }
    }
    return true;
}

/* RFC 9110, section 8.6: digits; a list of equal numbers is refused too. */
static int read_length(struct str text, int64_t *length_out, struct problem *problem)
{
    if (!has_digits_only(text) || !str_to_int64(text, length_out)) {
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

/* A name or an address, and maybe a port; may be empty. */
static bool is_host(struct str host, struct str name)
{
    struct str port = str_slice(host, name.len, host.len);

    return is_made_of(name, STR("-._~%:[]")) &&
           (port.len == 0 ||
            (port.at[0] == ':' && has_digits_only(str_slice(port, 1, port.len))));
}

static int check_host(const struct http_head *head, struct problem *problem)
{
    size_t count = count_of(head, STR("Host"));
    struct str host = str_trim(head_find(head, STR("Host")));

    if (count > 1 || (count == 0 && !str_equal(head->version, STR("HTTP/1.0")))) {
        return problem_set(problem, ERR_INPUT, 400,
                           "the request has %s Host field; expected one",
                           count == 0 ? "no" : "more than one");
    }
    if (!is_host(host, head_host(head))) {
        return problem_set(problem, ERR_INPUT, 400,
                           "the Host field is no host with or without a port");
    }
    if (authority_at(head->target) != 0 && count != 0 &&
        !str_equal_ascii_nocase(target_authority(head->target), host)) {
        return problem_set(problem, ERR_INPUT, 400,
                           "the URL and the Host field name different hosts");
    }
    return 0;
}

int head_check(const struct http_head *head, int64_t *body_len_out,
               struct problem *problem)
{
    if (head->has_too_many) {
        return problem_set(problem, ERR_LIMIT, 431,
                           "the request has more than %d header fields", HEADERS_MAX);
    }
    if (head->is_torn) {
        return problem_set(problem, ERR_INPUT, 400,
                           "the lines of the request are not written as in HTTP/1.1: "
                           "each on its own, ended by CR LF, the request line with one "
                           "space between its parts");
    }
    if (head->target.len > TARGET_BYTES_MAX) {
        return problem_set(problem, ERR_LIMIT, 414, "the URL is longer than %d bytes",
                           TARGET_BYTES_MAX);
    }
    if (check_characters(head, problem) != 0 || check_host(head, problem) != 0) {
        return -1;
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

static bool is_zero(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != '0') {
            return false;
        }
    }
    return true;
}

struct str head_trace_id(const struct http_head *head)
{
    struct str value = head_find(head, STR("traceparent"));
    struct str trace_id = str_slice(value, TRACE_ID_AT, TRACE_ID_LEN);
    struct str parent_id = str_slice(value, PARENT_ID_AT, PARENT_ID_LEN);

    if (value.len != TRACEPARENT_LEN || !str_starts_with(value, STR("00-")) ||
        value.at[PARENT_ID_AT - 1] != '-' || value.at[TRACE_FLAGS_AT - 1] != '-' ||
        !is_hex(trace_id) || !is_hex(parent_id) ||
        !is_hex(str_slice(value, TRACE_FLAGS_AT, value.len)) || is_zero(trace_id) ||
        is_zero(parent_id)) {
        return STR("");
    }
    return trace_id;
}
