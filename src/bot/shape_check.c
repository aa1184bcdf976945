/* shape_check.c - whether a written answer has the shape it should have. */

#include "base/arena.h"
#include "base/buf.h"
#include "bot/shape.h"
#include "config/node.h"

enum { EXPECTED_MAX = 1000 };

static bool is_word(const struct node *node, const char *word)
{
    return !node->is_quoted && str_equal(node->text, str_from(word));
}

/* A bare word of YAML is a text unless it is a number, true or false. */
static bool is_text(const struct node *node)
{
    return node->is_quoted ||
           (!node_is_number(node) && !is_word(node, "true") && !is_word(node, "false"));
}

static bool is_choice(const struct shape *shape, const struct node *node)
{
    int64_t number = 0;
    bool is_number = node_is_number(node) && str_to_int64(node->text, &number);

    for (size_t i = 0; i < shape->count; i++) {
        if (shape->kind == SHAPE_WORDS
                ? is_text(node) && str_equal(node->text, shape->words[i])
                : is_number && number == shape->integers[i]) {
            return true;
        }
    }
    return false;
}

static bool fits_scalar(const struct shape *shape, const struct node *node)
{
    switch (shape->kind) {
    case SHAPE_STRING:
        return is_text(node);
    case SHAPE_NUMBER:
        return node_is_number(node);
    case SHAPE_BOOLEAN:
        return is_word(node, "true") || is_word(node, "false");
    default:
        return is_choice(shape, node);
    }
}

static struct str describe(const struct shape *shape, struct arena *arena)
{
    static const char *const words[] = {
        [SHAPE_STRING] = "a text",         [SHAPE_NUMBER] = "a number",
        [SHAPE_BOOLEAN] = "true or false", [SHAPE_WORDS] = "one of ",
        [SHAPE_INTEGERS] = "one of ",      [SHAPE_LIST] = "a list",
        [SHAPE_OBJECT] = "a mapping",
    };
    struct buf buf;

    buf_init(&buf, arena, EXPECTED_MAX);
    buf_add(&buf, str_from(words[shape->kind]));
    for (size_t i = 0; shape->kind == SHAPE_WORDS && i < shape->count; i++) {
        buf_addf(&buf, "%s%.*s", i == 0 ? "" : ", ", STR_ARG(shape->words[i]));
    }
    for (size_t i = 0; shape->kind == SHAPE_INTEGERS && i < shape->count; i++) {
        buf_addf(&buf, "%s%lld", i == 0 ? "" : ", ", (long long)shape->integers[i]);
    }
    return buf_str(&buf);
}

static void check_members(const struct shape *shape, const struct node *node,
                          struct mistakes *mistakes)
{
    struct str names[SHAPE_MEMBERS_MAX];
    size_t count = 0;

    for (const struct shape *member = shape->first; member != NULL;
         member = member->next) {
        const struct node *value = node_find(node, member->name);

        names[count++] = member->name;
        if (value != NULL) {
            shape_check(member, value, mistakes);
            continue;
        }
        mistakes_add(
            mistakes, node->place,
            str_format(mistakes->arena, "\"%.*s\" is missing", STR_ARG(member->name)),
            STR("all members of the output shape"), STR(""));
    }
    for (const struct node *value = node->first; value != NULL; value = value->next) {
        bool is_known = false;

        for (size_t i = 0; i < count; i++) {
            is_known = is_known || str_equal(names[i], value->key);
        }
        if (!is_known) {
            mistakes_add(mistakes, value->key_place,
                         str_format(mistakes->arena,
                                    "\"%.*s\" is not in the output shape",
                                    STR_ARG(str_slice(value->key, 0, 64))),
                         STR("the members of the output shape"),
                         nearest_name(value->key, names, count));
        }
    }
}

void shape_check(const struct shape *shape, const struct node *node,
                 struct mistakes *mistakes)
{
    enum node_kind wanted = shape->kind == SHAPE_OBJECT ? NODE_MAPPING
                            : shape->kind == SHAPE_LIST ? NODE_SEQUENCE
                                                        : NODE_SCALAR;

    if (node->kind != wanted || (wanted == NODE_SCALAR && !fits_scalar(shape, node))) {
        mistakes_add(mistakes, node->place, STR("this does not fit the output shape"),
                     describe(shape, mistakes->arena),
                     shape->kind == SHAPE_WORDS && node->kind == NODE_SCALAR
                         ? nearest_name(node->text, shape->words, shape->count)
                         : STR(""));
    } else if (wanted == NODE_MAPPING) {
        check_members(shape, node, mistakes);
    } else if (wanted == NODE_SEQUENCE) {
        for (const struct node *item = node->first; item != NULL; item = item->next) {
            shape_check(shape->first, item, mistakes);
        }
    }
}
