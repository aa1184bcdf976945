/* json_write.c - JSON text, one value after the other. */

#include "base/decimal.h"
#include "base/json.h"

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

static void add_quoted(struct buf *buf, struct str text)
{
    size_t start = 0;

    buf_add_char(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];

        if (c < 0x20 || c == '"' || c == '\\' || c == 0x7f) {
            buf_add(buf, str_slice(text, start, i - start));
            add_escaped(buf, c);
            start = i + 1;
        }
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
