/* node.h - a parsed YAML or JSON document, every node with its place.
 *
 * YAML is 1.2 (libfyaml), JSON is RFC 8259 (base/json); both give the same tree, so
 * one set of option tables (fields.h) reads bot.yaml and brand.json.  Refused before
 * anything is resolved: invalid UTF-8, anchors, aliases, merge keys, tags, several
 * documents in a file, and what exceeds the limits.  Duplicate keys are all reported.
 *
 * Thread: any; a tree is read-only once parsed.
 * Memory: the tree and its texts live in the arena.
 */
#ifndef CONFIG_NODE_H
#define CONFIG_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"
#include "config/mistakes.h"

struct arena;
struct json_writer; /* base/json.h */

enum node_kind { NODE_NULL, NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

struct node {
    enum node_kind kind;
    bool is_quoted; /* a scalar in quotes or a block: always text */
    struct place place;
    struct str text; /* NODE_SCALAR: decoded */
    struct str key;  /* the member's name inside a mapping */
    struct place key_place;
    const struct node *first; /* items or members, in order */
    const struct node *next;
    size_t count;
};

enum { NODE_DEPTH_MAX = 32, NODE_COUNT_MAX = 200000, NODE_FILE_BYTES_MAX = 4 << 20 };

/* A file of JSON lines may be larger. */
enum {
    NODE_LINES_BYTES_MAX = 16 << 20,
    NODE_LINES_COUNT_MAX = 1000000,
    NODE_LINE_COUNT_MAX = 2000,
};

/* NULL, and a mistake added, where the text has no sound syntax (one mistake a file);
 * duplicate keys add mistakes, keep the first, and still give a tree.  An empty file
 * gives NODE_NULL.  `file` names the file in every place. */
const struct node *node_parse_yaml(struct str text, struct str file, struct arena *arena,
                                   struct mistakes *mistakes);
const struct node *node_parse_json(struct str text, struct str file, struct arena *arena,
                                   struct mistakes *mistakes);

/* JSON lines: a list of the lines' values.  Every bad line is a mistake of its own and
 * left out; empty lines are passed over. */
const struct node *node_parse_json_lines(struct str text, struct str file,
                                         struct arena *arena, struct mistakes *mistakes);

/* The member of that name, or NULL; NULL also where node is NULL or no mapping. */
const struct node *node_find(const struct node *node, struct str key);

/* A scalar without quotes that is written as JSON writes numbers. */
bool node_is_number(const struct node *node);

/* The tree as JSON without white space, members in their order.  What is read back from
 * it has the same kinds and texts: numbers, true and false stay bare, the rest is quoted.
 * NULL is null. */
void node_write_json(const struct node *node, struct json_writer *writer);

/* For messages: "nothing", "a value", "a list", "a mapping". */
const char *node_kind_name(enum node_kind kind);

/* Of libfyaml, as it is loaded. */
struct str yaml_library_version(struct arena *arena);

#endif
