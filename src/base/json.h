/* json.h - read and write JSON (RFC 8259), strictly.
 *
 * Reading gives a tree of values; a text without escapes is a view of the input, a
 * number keeps its digits, so a decimal is exact.  Refused, beside what the RFC
 * refuses: a second member of the same name (unless asked to keep it), and what exceeds
 * the limits.
 *
 * Writing needs no tree: a writer appends to a buf and puts the commas.
 *
 * Thread: any; a tree is read-only once parsed.
 * Memory: the tree lives in the arena and looks into the text, which must live as long.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/str.h"

struct arena;
struct err;

enum json_kind {
    JSON_NULL,
    JSON_BOOL,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT,
};

struct json {
    enum json_kind kind;
    bool truth;               /* JSON_BOOL */
    size_t offset;            /* of its first byte in the parsed text */
    size_t key_offset;        /* of its name's opening quote, for a member */
    struct str text;          /* JSON_STRING: the characters; JSON_NUMBER: the digits */
    struct str key;           /* the member's name inside an object */
    const struct json *first; /* JSON_ARRAY, JSON_OBJECT: items, in order */
    const struct json *next;  /* the following item of the same parent */
    size_t count;             /* items of an array or object */
};

struct json_limits {
    size_t depth_max; /* of nested arrays and objects */
    size_t value_max; /* values in the whole text */
    bool
        keeps_repeated; /* members of the same name stay, for a caller who reports them */
};

#define JSON_LIMITS_DEFAULT ((struct json_limits){ .depth_max = 64, .value_max = 100000 })

/* ERR_INPUT with what was expected, and the byte offset of the mistake in
 * *mistake_offset_out (text_place_of() makes line and column of it); ERR_LIMIT likewise.
 * Invalid UTF-8 is a mistake.  mistake_offset_out may be NULL. */
int json_parse(const struct json **value_out, struct arena *arena, struct str text,
               struct json_limits limits, size_t *mistake_offset_out,
               struct err *err) MUST_USE;

/* The member of that name, or NULL; NULL also where value is no object. */
const struct json *json_find(const struct json *value, struct str key);

/* False where the value is no number, or no whole number of 64 bits; for micros where
 * it has more than six decimals.  "1.0" and "1e2" are whole numbers. */
bool json_int(const struct json *value, int64_t *number_out);
bool json_micros(const struct json *value, int64_t *micros_out);

/* For messages: "null", "true or false", "number", "string", "array", "object". */
const char *json_kind_name(enum json_kind kind);

struct json_writer {
    struct buf *buf;
    bool needs_comma;
};

struct json_writer json_writer_to(struct buf *buf);

void json_open_object(struct json_writer *writer);
void json_close_object(struct json_writer *writer);
void json_open_array(struct json_writer *writer);
void json_close_array(struct json_writer *writer);
void json_key(struct json_writer *writer, struct str key);
void json_add_str(struct json_writer *writer, struct str text);
void json_add_int(struct json_writer *writer, int64_t number);
void json_add_micros(struct json_writer *writer, int64_t micros);
void json_add_bool(struct json_writer *writer, bool truth);
void json_add_null(struct json_writer *writer);

/* The text, or null where text.at is NULL. */
void json_add_str_or_null(struct json_writer *writer, struct str text);

/* JSON that is already written: one value, trusted to be whole. */
void json_add_raw(struct json_writer *writer, struct str json);

/* A parsed value again, members in their order, without white space. */
void json_add_value(struct json_writer *writer, const struct json *value);

#endif
