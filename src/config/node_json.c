/* node_json.c - JSON files as nodes. */

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "config/node.h"
#include "config/node_build.h"

static enum node_kind kind_of(enum json_kind kind)
{
    switch (kind) {
    case JSON_NULL:
        return NODE_NULL;
    case JSON_ARRAY:
        return NODE_SEQUENCE;
    case JSON_OBJECT:
        return NODE_MAPPING;
    default:
        return NODE_SCALAR;
    }
}

static struct str text_of(const struct json *value)
{
    if (value->kind != JSON_BOOL) {
        return value->text;
    }
    return value->truth ? STR("true") : STR("false");
}

/* Recursion is as deep as the document, which the reader has bounded. */
static struct node *node_of(struct place_walk *walk, const struct json *value,
                            bool is_member, struct arena *arena)
{
    struct node *node = arena_alloc(arena, sizeof *node);
    const struct node **link = &node->first;

    node->kind = kind_of(value->kind);
    if (is_member) {
        node->key = value->key;
        node->key_place = place_walk_to(walk, value->key_offset);
    }
    node->place = place_walk_to(walk, value->offset);
    node->is_quoted = value->kind == JSON_STRING;
    node->text = text_of(value);
    node->count = value->count;
    for (const struct json *item = value->first; item != NULL; item = item->next) {
        struct node *child = node_of(walk, item, value->kind == JSON_OBJECT, arena);

        *link = child;
        link = &child->next;
    }
    return node;
}

static const struct node *empty_file(struct str file, struct arena *arena)
{
    struct node *node = arena_alloc(arena, sizeof *node);

    node->place = (struct place){ .file = file, .line = 1, .column = 1 };
    return node;
}

static struct node *parse_document(struct place_walk *walk, size_t value_max,
                                   struct arena *arena, struct mistakes *mistakes)
{
    struct json_limits limits = { .depth_max = NODE_DEPTH_MAX,
                                  .value_max = value_max,
                                  .keeps_repeated = true };
    const struct json *value = NULL;
    struct node *node;
    size_t offset = 0;
    struct err err;

    if (json_parse(&value, arena, walk->text, limits, &offset, &err) != 0) {
        struct str what = str_format(arena, "not JSON: %s", err.text);

        mistakes_add(mistakes, place_walk_to(walk, offset), what, STR(""), STR(""));
        return NULL;
    }
    node = node_of(walk, value, false, arena);
    node_drop_repeated(node, arena, mistakes);
    return node;
}

const struct node *node_parse_json(struct str text, struct str file, struct arena *arena,
                                   struct mistakes *mistakes)
{
    struct place_walk walk = place_walk_start(text, file, 1);

    if (!node_text_is_sound(text, NODE_FILE_BYTES_MAX, file, mistakes)) {
        return NULL;
    }
    if (str_is_empty(str_trim(text))) {
        return empty_file(file, arena);
    }
    return parse_document(&walk, NODE_COUNT_MAX, arena, mistakes);
}

static size_t count_nodes(const struct node *node)
{
    size_t count = 1;

    for (const struct node *item = node->first; item != NULL; item = item->next) {
        count += count_nodes(item);
    }
    return count;
}

/* One line, empty or with a value; NULL where nothing is to be kept. */
static struct node *parse_line(struct place_walk *walk, size_t *nodes_left,
                               struct arena *arena, struct mistakes *mistakes)
{
    size_t max = *nodes_left < NODE_LINE_COUNT_MAX ? *nodes_left : NODE_LINE_COUNT_MAX;
    struct node *row;

    if (str_is_empty(str_trim(walk->text))) {
        return NULL;
    }
    row = parse_document(walk, max, arena, mistakes);
    *nodes_left -= row == NULL ? 0 : count_nodes(row);
    return row;
}

const struct node *node_parse_json_lines(struct str text, struct str file,
                                         struct arena *arena, struct mistakes *mistakes)
{
    struct node *root = arena_alloc(arena, sizeof *root);
    const struct node **link = &root->first;
    size_t nodes_left = NODE_LINES_COUNT_MAX;
    struct str rest = text;
    struct str line;

    if (text.len > NODE_LINES_BYTES_MAX) {
        mistakes_add(
            mistakes, (struct place){ .file = file }, STR("the file is too long"),
            str_format(arena, "at most %d MiB", NODE_LINES_BYTES_MAX >> 20), STR(""));
        return NULL;
    }
    root->kind = NODE_SEQUENCE;
    root->place = (struct place){ .file = file, .line = 1, .column = 1 };
    for (size_t number = 1; str_split_next(&rest, '\n', &line); number++) {
        struct place_walk walk = place_walk_start(line, file, number);
        struct node *row = parse_line(&walk, &nodes_left, arena, mistakes);

        if (row != NULL) {
            *link = row;
            link = &row->next;
            root->count++;
        }
    }
    return root;
}
