/* answer_head.c - RFC 9112, as far as our own requests can bring it about. */

#include "cli/answer_head.h"

#include "base/err.h"

enum { STATUS_LINE_MIN = 12, STATUS_AT = 9, STATUS_DIGITS = 3 };
#define BODY_LEN_MAX INT64_C(0x7fffffff)

/* "HTTP/1.1 200 OK"; HTTP/1.0 closes unless it says otherwise, which nobody asked for. */
static bool read_status(struct answer_head *head, struct str line)
{
    int64_t status;

    if (line.len < STATUS_LINE_MIN ||
        (line.len > STATUS_LINE_MIN && line.at[STATUS_LINE_MIN] != ' ') ||
        !(str_starts_with(line, STR("HTTP/1.1 ")) ||
          str_starts_with(line, STR("HTTP/1.0 "))) ||
        line.at[STATUS_AT] < '1' || line.at[STATUS_AT] > '5' ||
        !str_to_int64(str_slice(line, STATUS_AT, STATUS_DIGITS), &status) ||
        status < 100) {
        return false;
    }
    head->status = (int)status;
    head->closes = str_starts_with(line, STR("HTTP/1.0"));
    return true;
}

/* Digits alone: no sign, no list. */
static bool read_length(struct answer_head *head, struct str value)
{
    int64_t len;

    if (value.len == 0 || value.at[0] < '0' || value.at[0] > '9' ||
        !str_to_int64(value, &len) || len > BODY_LEN_MAX) {
        return false;
    }
    head->body_len = (size_t)len;
    return true;
}

static int read_field(struct answer_head *head, struct str line, bool *has_length,
                      struct err *err)
{
    size_t colon = str_find_char(line, ':');
    struct str name = str_slice(line, 0, colon);
    struct str value = str_trim(str_slice(line, colon + 1, line.len));

    if (colon == 0 || colon == line.len || str_find_char(name, ' ') != name.len ||
        str_find_char(line, '\n') != line.len || str_find_char(line, '\r') != line.len) {
        return err_set(err, ERR_CORRUPT, "the answer's head has the line \"%.*s\"",
                       STR_ARG(line));
    }
    if (str_equal_ascii_nocase(name, STR("Content-Length"))) {
        if (*has_length || !read_length(head, value)) {
            return err_set(err, ERR_CORRUPT, "the answer's Content-Length is \"%.*s\"%s",
                           STR_ARG(value), *has_length ? ", a second one" : "");
        }
        *has_length = true;
    } else if (str_equal_ascii_nocase(name, STR("Transfer-Encoding"))) {
        return err_set(err, ERR_CORRUPT, "the answer is sent in chunks");
    } else if (str_equal_ascii_nocase(name, STR("Connection"))) {
        head->closes = str_equal_ascii_nocase(value, STR("close"));
    }
    return 0;
}

static int read_lines(struct answer_head *head, struct str lines, struct err *err)
{
    bool has_length = false;
    size_t number = 0;

    while (lines.len > 0) {
        size_t end = str_find(lines, STR("\r\n"));
        struct str line = str_slice(lines, 0, end);

        if (number++ == 0) {
            if (!read_status(head, line)) {
                return err_set(err, ERR_CORRUPT, "the answer begins with \"%.*s\"",
                               STR_ARG(line));
            }
        } else if (read_field(head, line, &has_length, err) != 0) {
            return -1;
        }
        lines = str_slice(lines, end + 2, lines.len);
    }
    if (!has_length && head->status != 204) {
        return err_set(err, ERR_CORRUPT, "the answer has no Content-Length");
    }
    return 0;
}

int answer_head_parse(struct answer_head *head_out, struct str bytes, struct err *err)
{
    struct answer_head head = { 0 };
    size_t end = str_find(str_slice(bytes, 0, ANSWER_HEAD_BYTES_MAX), STR("\r\n\r\n"));

    if (end >= bytes.len || end + 4 > ANSWER_HEAD_BYTES_MAX) {
        return bytes.len < ANSWER_HEAD_BYTES_MAX
                   ? 0
                   : err_set(err, ERR_LIMIT, "the answer's head is over %d bytes",
                             ANSWER_HEAD_BYTES_MAX);
    }
    head.head_len = end + 4;
    if (read_lines(&head, str_slice(bytes, 0, end + 2), err) != 0) {
        return -1;
    }
    *head_out = head;
    return 1;
}
