/* json_write.c - JSON text, one value after the other. */

#include <string.h>

#include "base/decimal.h"
#include "base/json.h"

/* The byte eight times. */
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

struct json_writer json_writer_to(struct buf *buf)
{
    return (struct json_writer){ .buf = buf };
}

static void before_value(struct json_writer *writer)
{
    if (writer->needs_comma) {
        buf_add_char(writer->buf, ',');
    }
    writer->needs_comma = true;
}

static void open_with(struct json_writer *writer, char bracket)
{
    before_value(writer);
    buf_add_char(writer->buf, bracket);
    writer->needs_comma = false;
}

static void close_with(struct json_writer *writer, char bracket)
{
    buf_add_char(writer->buf, bracket);
    writer->needs_comma = true;
}

void json_open_object(struct json_writer *writer)
{
    open_with(writer, '{');
}
void json_close_object(struct json_writer *writer)
{
    close_with(writer, '}');
}
void json_open_array(struct json_writer *writer)
{
    open_with(writer, '[');
}
void json_close_array(struct json_writer *writer)
{
    close_with(writer, ']');
}

static void add_escaped(struct buf *buf, unsigned char c)
{
    switch (c) {
    case '"':
        buf_add(buf, STR("\\\""));
        break;
    case '\\':
        buf_add(buf, STR("\\\\"));
        break;
    case '\n':
        buf_add(buf, STR("\\n"));
        break;
    case '\r':
        buf_add(buf, STR("\\r"));
        break;
    case '\t':
        buf_add(buf, STR("\\t"));
        break;
    default:
        buf_addf(buf, "\\u%04x", c);
        break;
    }
}

static bool needs_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

/* High bits where bytes of the word are below the bound, which is at most 0x80; above the
 * lowest such byte there may be others, without one there are none. */
static uint64_t bytes_below(uint64_t word, unsigned bound)
{
    return (word - EACH_BYTE(bound)) & ~word & EACH_BYTE(0x80);
}

/* Whether any of the eight bytes at `at` needs it. */
static bool one_needs_escape(const char *at)
{
    uint64_t word;

    memcpy(&word, at, sizeof word);
    return (bytes_below(word, 0x20) | bytes_below(word ^ EACH_BYTE('"'), 1) |
            bytes_below(word ^ EACH_BYTE('\\'), 1) |
            bytes_below(word ^ EACH_BYTE(0x7f), 1)) != 0;
}

static void add_quoted(struct buf *buf, struct str text)
{
    size_t start = 0;
    size_t i = 0;

    buf_add_char(buf, '"');
    while (i < text.len) {
        if (text.len - i >= sizeof(uint64_t) && !one_needs_escape(text.at + i)) {
            i += sizeof(uint64_t);
            continue;
        }
        if (needs_escape((unsigned char)text.at[i])) {
            buf_add(buf, str_slice(text, start, i - start));
            add_escaped(buf, (unsigned char)text.at[i]);
            start = i + 1;
        }
        i++;
    }
    buf_add(buf, str_slice(text, start, text.len));
    buf_add_char(buf, '"');
}

void json_key(struct json_writer *writer, struct str key)
{
    before_value(writer);
    add_quoted(writer->buf, key);
    buf_add_char(writer->buf, ':');
    writer->needs_comma = false;
}

void json_add_str(struct json_writer *writer, struct str text)
{
    before_value(writer);
    add_quoted(writer->buf, text);
}

void json_add_int(struct json_writer *writer, int64_t number)
{
    before_value(writer);
    buf_add_int(writer->buf, number);
}

void json_add_micros(struct json_writer *writer, int64_t micros)
{
    char text[MICROS_TEXT_MAX];

    before_value(writer);
    buf_add_bytes(writer->buf, text, micros_format(micros, text));
}

void json_add_bool(struct json_writer *writer, bool truth)
{
    json_add_raw(writer, truth ? STR("true") : STR("false"));
}

void json_add_null(struct json_writer *writer)
{
    json_add_raw(writer, STR("null"));
}

void json_add_str_or_null(struct json_writer *writer, struct str text)
{
    if (text.at == NULL) {
        json_add_null(writer);
    } else {
        json_add_str(writer, text);
    }
}

void json_add_raw(struct json_writer *writer, struct str json)
{
    before_value(writer);
    buf_add(writer->buf, json);
}

static void add_items(struct json_writer *writer, const struct json *value)
{
    for (const struct json *item = value->first; item != NULL; item = item->next) {
        if (value->kind == JSON_OBJECT) {
            json_key(writer, item->key);
        }
        json_add_value(writer, item);
    }
}

void json_add_value(struct json_writer *writer, const struct json *value)
{
    switch (value->kind) {
    case JSON_NULL:
        json_add_null(writer);
        break;
    case JSON_BOOL:
        json_add_bool(writer, value->truth);
        break;
    case JSON_NUMBER:
        json_add_raw(writer, value->text);
        break;
    case JSON_STRING:
        json_add_str(writer, value->text);
        break;
    case JSON_ARRAY:
        json_open_array(writer);
        add_items(writer, value);
        json_close_array(writer);
        break;
    case JSON_OBJECT:
        json_open_object(writer);
        add_items(writer, value);
        json_close_object(writer);
        break;
    }
}
