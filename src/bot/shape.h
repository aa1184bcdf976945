/* shape.h - the sketch of an answer in a prompt, as people write it:
 *
 *     { "intent": "string", "sentiment": "positive|neutral|negative",
 *       "tags": ["string"], "priority": 1|2|3 }
 *
 * Values are "string", "number", "boolean", words with bars between them (one of these
 * strings), whole numbers with bars (one of these), [a shape] and {nested objects}.  A
 * shape becomes a JSON Schema that a model's answer is held to.
 *
 * Thread: any; const once parsed.
 * Memory: in the arena; names are views of the text.
 */
#ifndef BOT_SHAPE_H
#define BOT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;
struct json_writer;
struct mistakes;
struct node;

enum shape_kind {
    SHAPE_STRING,
    SHAPE_NUMBER,
    SHAPE_BOOLEAN,
    SHAPE_WORDS,
    SHAPE_INTEGERS,
    SHAPE_LIST,
    SHAPE_OBJECT,
};

enum { SHAPE_DEPTH_MAX = 8, SHAPE_MEMBERS_MAX = 64, SHAPE_CHOICES_MAX = 200 };

struct shape {
    enum shape_kind kind;
    struct str name;           /* inside an object */
    const struct str *words;   /* SHAPE_WORDS */
    const int64_t *integers;   /* SHAPE_INTEGERS */
    size_t count;              /* of words, integers or members */
    const struct shape *first; /* members of an object; the one item of a list */
    const struct shape *next;
};

/* Where the first object begins in the text: a brace before a name in quotes.  text.len
 * where there is none; "{name}" is not one. */
size_t shape_find(struct str text);

/* The shape that begins at text.at[offset].  ERR_INPUT with what was expected, and where
 * in *mistake_offset_out. */
int shape_parse(const struct shape **shape_out, struct arena *arena, struct str text,
                size_t offset, size_t *mistake_offset_out, struct err *err) MUST_USE;

/* As a JSON Schema: all members required, no others allowed, in their order. */
void shape_write_schema(const struct shape *shape, struct json_writer *writer);

/* A mistake for every part of node that the shape does not allow. */
void shape_check(const struct shape *shape, const struct node *node,
                 struct mistakes *mistakes);

#endif
