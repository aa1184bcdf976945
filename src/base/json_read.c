/* json_read.c - a recursive-descent reader; the depth is bounded by the limits. */

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/err.h"
#include "base/json.h"
#include "base/map.h"
#include "base/utf8.h"

struct reader {
    struct str text;
    size_t at;
    size_t depth_left;
    size_t values_left;
    bool keeps_repeated;
    struct arena *arena;
    struct err *err;
};

/* Objects with more members than this look for duplicates in a map. */
enum { MEMBERS_BY_EYE = 16 };

static int read_value(struct reader *reader, struct json *value);

static int mistake(struct reader *reader, const char *expected)
{
    if (reader->at >= reader->text.len) {
        return err_set(reader->err, ERR_INPUT, "the text ends; expected %s", expected);
    }
    return err_set(reader->err, ERR_INPUT, "expected %s", expected);
}

static int peek(const struct reader *reader)
{
    return reader->at < reader->text.len ? (unsigned char)reader->text.at[reader->at]
                                         : -1;
}

static void skip_space(struct reader *reader)
{
    int c = peek(reader);

    while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        reader->at++;
        c = peek(reader);
    }
}

static bool take(struct reader *reader, char wanted)
{
    if (peek(reader) != wanted) {
        return false;
    }
    reader->at++;
    return true;
}

static int read_word(struct reader *reader, struct str word)
{
    if (!str_starts_with(str_slice(reader->text, reader->at, word.len), word)) {
        return mistake(reader, "a value");
    }
    reader->at += word.len;
    return 0;
}

static size_t skip_digits(struct reader *reader)
{
    size_t start = reader->at;

    while (peek(reader) >= '0' && peek(reader) <= '9') {
        reader->at++;
    }
    return reader->at - start;
}

static int read_number(struct reader *reader, struct json *value)
{
    size_t start = reader->at;

    (void)take(reader, '-');
    if (!take(reader, '0') && skip_digits(reader) == 0) {
        return mistake(reader, "a digit");
    }
    if (take(reader, '.') && skip_digits(reader) == 0) {
        return mistake(reader, "a digit behind the point");
    }
    if (take(reader, 'e') || take(reader, 'E')) {
        if (!take(reader, '+')) {
            (void)take(reader, '-');
        }
        if (skip_digits(reader) == 0) {
            return mistake(reader, "a digit of the exponent");
        }
    }
    value->kind = JSON_NUMBER;
    value->text = str_slice(reader->text, start, reader->at - start);
    return 0;
}

static int hex_value(int c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static int read_hex4(struct reader *reader, uint32_t *unit_out)
{
    uint32_t unit = 0;

    for (int i = 0; i < 4; i++) {
        int digit = hex_value(peek(reader));

        if (digit < 0) {
            return mistake(reader, "four hexadecimal digits");
        }
        unit = unit << 4 | (uint32_t)digit;
        reader->at++;
    }
    *unit_out = unit;
    return 0;
}

/* Behind "\u": one unit, or a surrogate pair. */
static int read_unicode_escape(struct reader *reader, struct buf *buf)
{
    uint32_t unit = 0;
    uint32_t low = 0;
    char bytes[4];

    if (read_hex4(reader, &unit) != 0) {
        return -1;
    }
    if (unit >= 0xdc00 && unit <= 0xdfff) {
        return mistake(reader, "a high surrogate before a low one");
    }
    if (unit >= 0xd800 && unit <= 0xdbff) {
        if (!take(reader, '\\') || !take(reader, 'u')) {
            return mistake(reader, "the low surrogate of the pair");
        }
        if (read_hex4(reader, &low) != 0) {
            return -1;
        }
        if (low < 0xdc00 || low > 0xdfff) {
            return mistake(reader, "a low surrogate behind a high one");
        }
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
    buf_add_bytes(buf, bytes, utf8_put(unit, bytes));
    return 0;
}

static int read_escape(struct reader *reader, struct buf *buf)
{
    static const char names[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    int c = peek(reader);
    const char *found = c <= 0 ? NULL : strchr(names, c);

    if (c == 'u') {
        reader->at++;
        return read_unicode_escape(reader, buf);
    }
    if (found == NULL) {
        return mistake(reader, "one of \" \\ / b f n r t u behind the backslash");
    }
    reader->at++;
    buf_add_char(buf, meant[found - names]);
    return 0;
}

/* The end of a run of plain characters from reader->at. */
static size_t plain_end(const struct reader *reader)
{
    size_t i = reader->at;

    while (i < reader->text.len && reader->text.at[i] != '"' &&
           reader->text.at[i] != '\\' && (unsigned char)reader->text.at[i] >= 0x20) {
        i++;
    }
    return i;
}

static int read_string(struct reader *reader, struct str *text_out)
{
    struct buf buf;
    struct str plain;
    size_t end;

    reader->at++;
    end = plain_end(reader);
    plain = str_slice(reader->text, reader->at, end - reader->at);
    reader->at = end;
    if (take(reader, '"')) {
        *text_out = plain;
        return 0;
    }
    buf_init(&buf, reader->arena, reader->text.len);
    buf_add(&buf, plain);
    while (!take(reader, '"')) {
        if (take(reader, '\\')) {
            if (read_escape(reader, &buf) != 0) {
                return -1;
            }
            continue;
        }
        end = plain_end(reader);
        if (end == reader->at) {
            return mistake(reader, reader->at < reader->text.len
                                       ? "an escape instead of a control character"
                                       : "the closing quote");
        }
        buf_add(&buf, str_slice(reader->text, reader->at, end - reader->at));
        reader->at = end;
    }
    *text_out = buf_str(&buf);
    return 0;
}

static struct json *new_value(struct reader *reader)
{
    if (reader->values_left == 0) {
        (void)err_set(reader->err, ERR_LIMIT, "too many values");
        return NULL;
    }
    reader->values_left--;
    return arena_alloc(reader->arena, sizeof(struct json));
}

static int read_array(struct reader *reader, struct json *value)
{
    const struct json **link = &value->first;

    value->kind = JSON_ARRAY;
    reader->at++;
    skip_space(reader);
    if (take(reader, ']')) {
        return 0;
    }
    for (;;) {
        struct json *item = new_value(reader);

        if (item == NULL || read_value(reader, item) != 0) {
            return -1;
        }
        *link = item;
        link = &item->next;
        value->count++;
        if (take(reader, ']')) {
            return 0;
        }
        if (!take(reader, ',')) {
            return mistake(reader, "',' or ']'");
        }
    }
}

/* Whether key is a member of value already; many members are looked up in seen. */
static bool is_repeated(const struct json *value, struct str key, struct map *seen)
{
    if (value->count < MEMBERS_BY_EYE) {
        return json_find(value, key) != NULL;
    }
    if (seen->count == 0) {
        for (const struct json *item = value->first; item != NULL; item = item->next) {
            (void)map_put(seen, item->key, (void *)(uintptr_t)1);
        }
    }
    return !map_put(seen, key, (void *)(uintptr_t)1);
}

static int read_member(struct reader *reader, struct json *value, struct map *seen,
                       struct json *item)
{
    skip_space(reader);
    item->key_offset = reader->at;
    if (peek(reader) != '"') {
        return mistake(reader, "a member's name in quotes");
    }
    if (read_string(reader, &item->key) != 0) {
        return -1;
    }
    if (!reader->keeps_repeated && is_repeated(value, item->key, seen)) {
        reader->at = item->key_offset;
        return err_set(reader->err, ERR_INPUT, "\"%.*s\" stands here a second time",
                       STR_ARG(str_slice(item->key, 0, 64)));
    }
    skip_space(reader);
    if (!take(reader, ':')) {
        return mistake(reader, "':'");
    }
    return read_value(reader, item);
}

static int read_object(struct reader *reader, struct json *value)
{
    const struct json **link = &value->first;
    struct map seen;

    map_init(&seen, reader->arena);
    value->kind = JSON_OBJECT;
    reader->at++;
    skip_space(reader);
    if (take(reader, '}')) {
        return 0;
    }
    for (;;) {
        struct json *item = new_value(reader);

        if (item == NULL || read_member(reader, value, &seen, item) != 0) {
            return -1;
        }
        *link = item;
        link = &item->next;
        value->count++;
        if (take(reader, '}')) {
            return 0;
        }
        if (!take(reader, ',')) {
            return mistake(reader, "',' or '}'");
        }
    }
}

static int read_nested(struct reader *reader, struct json *value)
{
    int failed;

    if (reader->depth_left == 0) {
        return err_set(reader->err, ERR_LIMIT, "nested too deeply");
    }
    reader->depth_left--;
    failed = peek(reader) == '{' ? read_object(reader, value) : read_array(reader, value);
    reader->depth_left++;
    return failed;
}

static int read_scalar(struct reader *reader, struct json *value)
{
    switch (peek(reader)) {
    case '"':
        value->kind = JSON_STRING;
        return read_string(reader, &value->text);
    case 't':
        value->kind = JSON_BOOL;
        value->truth = true;
        return read_word(reader, STR("true"));
    case 'f':
        value->kind = JSON_BOOL;
        return read_word(reader, STR("false"));
    case 'n':
        return read_word(reader, STR("null"));
    default:
        if (peek(reader) == '-' || (peek(reader) >= '0' && peek(reader) <= '9')) {
            return read_number(reader, value);
        }
        return mistake(reader, "a value");
    }
}

/* A value with the white space around it. */
static int read_value(struct reader *reader, struct json *value)
{
    int failed;

    skip_space(reader);
    value->offset = reader->at;
    failed = peek(reader) == '{' || peek(reader) == '[' ? read_nested(reader, value)
                                                        : read_scalar(reader, value);
    if (failed == 0) {
        skip_space(reader);
    }
    return failed;
}

static int read_text(struct reader *reader, const struct json **value_out)
{
    struct json *value = new_value(reader);

    if (!utf8_is_valid(reader->text, &reader->at)) {
        return err_set(reader->err, ERR_INPUT, "invalid UTF-8");
    }
    if (value == NULL || read_value(reader, value) != 0) {
        return -1;
    }
    if (reader->at != reader->text.len) {
        return mistake(reader, "the end of the text");
    }
    *value_out = value;
    return 0;
}

int json_parse(const struct json **value_out, struct arena *arena, struct str text,
               struct json_limits limits, size_t *mistake_offset_out, struct err *err)
{
    struct reader reader = { .text = text,
                             .depth_left = limits.depth_max,
                             .values_left = limits.value_max,
                             .keeps_repeated = limits.keeps_repeated,
                             .arena = arena,
                             .err = err };
    int failed = read_text(&reader, value_out);

    if (failed != 0 && mistake_offset_out != NULL) {
        *mistake_offset_out = reader.at;
    }
    return failed;
}

const struct json *json_find(const struct json *value, struct str key)
{
    if (value == NULL || value->kind != JSON_OBJECT) {
        return NULL;
    }
    for (const struct json *item = value->first; item != NULL; item = item->next) {
        if (str_equal(item->key, key)) {
            return item;
        }
    }
    return NULL;
}

bool json_micros(const struct json *value, int64_t *micros_out)
{
    return value != NULL && value->kind == JSON_NUMBER &&
           micros_parse(value->text, micros_out);
}

bool json_int(const struct json *value, int64_t *number_out)
{
    int64_t micros;

    if (value == NULL || value->kind != JSON_NUMBER) {
        return false;
    }
    if (str_to_int64(value->text, number_out)) {
        return true;
    }
    if (!micros_parse(value->text, &micros) || micros % MICROS_ONE != 0) {
        return false;
    }
    *number_out = micros / MICROS_ONE;
    return true;
}

const char *json_kind_name(enum json_kind kind)
{
    static const char *const names[] = {
        [JSON_NULL] = "null",     [JSON_BOOL] = "true or false", [JSON_NUMBER] = "number",
        [JSON_STRING] = "string", [JSON_ARRAY] = "array",        [JSON_OBJECT] = "object",
    };

    return names[kind];
}
