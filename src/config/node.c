/* node.c - what YAML and JSON trees have in common. */

#include "config/node.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "config/node_build.h"

const struct node *node_find(const struct node *node, struct str key)
{
    if (node == NULL || node->kind != NODE_MAPPING) {
        return NULL;
    }
    for (const struct node *member = node->first; member != NULL; member = member->next) {
        if (str_equal(member->key, key)) {
            return member;
        }
    }
    return NULL;
}

const char *node_kind_name(enum node_kind kind)
{
    static const char *const names[] = {
        [NODE_NULL] = "nothing",
        [NODE_SCALAR] = "a value",
        [NODE_SEQUENCE] = "a list",
        [NODE_MAPPING] = "a mapping",
    };

    return names[kind];
}

struct place_walk place_walk_start(struct str text, struct str file, size_t line_first)
{
    return (
        struct place_walk){ .text = text,
                            .line_first = line_first,
                            .place = { .file = file, .line = line_first, .column = 1 } };
}

struct place place_walk_to(struct place_walk *walk, size_t offset)
{
    if (offset < walk->offset) {
        *walk = place_walk_start(walk->text, walk->place.file, walk->line_first);
    }
    while (walk->offset < offset && walk->offset < walk->text.len) {
        if (utf8_next(walk->text, &walk->offset) == '\n') {
            walk->place.line++;
            walk->place.column = 1;
        } else {
            walk->place.column++;
        }
    }
    return walk->place;
}

bool node_text_is_sound(struct str text, size_t len_max, struct str file,
                        struct mistakes *mistakes)
{
    struct place place = { .file = file };
    size_t offset = 0;

    if (text.len > len_max) {
        mistakes_add(mistakes, place, STR("the file is too long"),
                     str_format(mistakes->arena, "at most %zu MiB", len_max >> 20),
                     STR(""));
        return false;
    }
    if (!utf8_is_valid(text, &offset)) {
        struct place_walk walk = place_walk_start(text, file, 1);

        mistakes_add(mistakes, place_walk_to(&walk, offset),
                     STR("these bytes are no text"), STR("valid UTF-8"), STR(""));
        return false;
    }
    return true;
}

static void report_repeated(const struct node *member, const struct node *earlier,
                            struct arena *arena, struct mistakes *mistakes)
{
    struct str what = str_format(arena, "\"%.*s\" stands here a second time",
                                 STR_ARG(str_slice(member->key, 0, 80)));
    struct str expected =
        str_format(arena, "it once, as in line %zu", earlier->key_place.line);

    mistakes_add(mistakes, member->key_place, what, expected, STR(""));
}

static void drop_repeated_members(struct node *node, struct arena *arena,
                                  struct mistakes *mistakes)
{
    const struct node **link = &node->first;
    struct map seen;

    map_init(&seen, arena);
    while (*link != NULL) {
        struct node *member = (struct node *)*link;

        if (map_put(&seen, member->key, member)) {
            link = &member->next;
            continue;
        }
        report_repeated(member, map_find(&seen, member->key), arena, mistakes);
        *link = member->next;
        node->count--;
    }
}

void node_drop_repeated(struct node *node, struct arena *arena, struct mistakes *mistakes)
{
    if (node->kind == NODE_MAPPING) {
        drop_repeated_members(node, arena, mistakes);
    }
    for (const struct node *item = node->first; item != NULL; item = item->next) {
        node_drop_repeated((struct node *)item, arena, mistakes);
    }
}
