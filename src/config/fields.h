/* fields.h - option tables: what may stand in a mapping, said once.
 *
 * A table lists the keys of a mapping with kind, default, range and a line of
 * explanation.  From it a node becomes a C struct, every mistake is found (unknown keys
 * with the nearest name, wrong kinds, values out of range, missing keys), and the
 * reference manual is written.  So the three cannot differ.
 *
 *     struct queue {
 *         struct field_head head;
 *         struct str calendar;
 *     };
 *     static const struct field queue_fields[] = {
 *         { .name = "calendar", .kind = FIELD_TEXT, .is_required = true,
 *           .offset = offsetof(struct queue, calendar), .doc = "whose hours count" },
 *     };
 *     static const struct field_table queue_table = {
 *         "a queue", queue_fields, COUNT_OF(queue_fields), sizeof(struct queue) };
 *
 * A key without a value ("key:" or null) counts as absent.
 *
 * Thread: any; tables are const.
 * Memory: lists live in the arena; texts are views of the nodes.
 */
#ifndef CONFIG_FIELDS_H
#define CONFIG_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "config/mistakes.h"
#include "config/values.h"

struct arena;
struct buf;
struct node; /* config/node.h */

/* The first member of every struct that a table fills. */
struct field_head {
    const struct node *node; /* the mapping it came from; NULL where that was absent */
    struct str name;         /* its key, for an item of a FIELD_NAMED */
};

struct text_pair {
    struct str key;
    struct str text;
};

/* Kinds, and the type of the struct member at offset. */
enum field_kind {
    FIELD_TEXT,     /* struct str, not empty unless may_be_empty */
    FIELD_INT,      /* int64_t */
    FIELD_MICROS,   /* int64_t, millionths of a decimal number */
    FIELD_BOOL,     /* bool */
    FIELD_CHOICE,   /* an enum: the index in choices plus min; with min 1, 0 is absent */
    FIELD_DURATION, /* struct duration */
    FIELD_PERCENT,  /* int64_t, millionths: 5 % is 50000 */
    FIELD_MONEY,    /* struct money */
    FIELD_NODE,     /* const struct node *, for what no table can say */
    FIELD_TABLE,    /* a struct with a field_head, in place */
    /* const pointers to items, with their number (size_t) at count_offset: */
    FIELD_TEXTS, /* const struct str *: a list of texts */
    FIELD_PAIRS, /* const struct text_pair *: a mapping of texts */
    FIELD_ITEMS, /* a list of mappings of `table` */
    FIELD_NAMED, /* a mapping of free names to mappings of `table` */
};

struct field_table;

struct field {
    const char *name;
    enum field_kind kind;
    bool is_required;
    bool may_be_empty; /* FIELD_TEXT */
    size_t offset;
    size_t count_offset;
    int64_t min; /* of the number; of a text's code points; of a list's items */
    int64_t max; /* both 0: any */
    const char *const *choices; /* FIELD_CHOICE, ended by NULL */
    const char *fallback;       /* as it would be written; NULL: zero or empty */
    const struct field_table *table;
    const char *doc; /* one line, for the manual */
};

struct field_table {
    const char *name; /* "a queue", for mistakes */
    const struct field *fields;
    size_t field_count;
    size_t struct_size;
};

/* Fill *struct_out (zeroed first) from node, adding a mistake for whatever is wrong;
 * what is wrong or absent has its default.  node may be NULL: all is absent then, and
 * required keys are missing at `place`. */
void fields_read(const struct field_table *table, const struct node *node,
                 struct place place, void *struct_out, struct arena *arena,
                 struct mistakes *mistakes);

/* Where the key's value stands; where it is absent, the mapping; else line 0. */
struct place field_place(const struct field_head *head, const char *key);

/* The same for one item of the list under that key. */
struct place field_item_place(const struct field_head *head, const char *key,
                              size_t index);

/* The pair's text, or an empty one. */
struct str text_pair_find(const struct text_pair *pairs, size_t pair_count,
                          struct str key);

/* Markdown rows "| key | what | default | meaning |", nested keys as
 * `queues.NAME.calendar`. */
void fields_document(const struct field_table *table, struct buf *buf);

/* What may stand there: "a whole number from 1 to 3". */
void field_describe(const struct field *field, struct buf *buf);

#endif
