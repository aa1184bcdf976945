/* node_write.c - a tree as JSON. */

#include "base/json.h"
#include "config/node.h"

static size_t digits_from(struct str text, size_t start)
{
    size_t end = start;

    while (end < text.len && text.at[end] >= '0' && text.at[end] <= '9') {
        end++;
    }
    return end - start;
}

/* -?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)? */
static bool is_number(struct str text)
{
    size_t at = text.len != 0 && text.at[0] == '-';
    size_t digits = digits_from(text, at);

    if (digits == 0 || (digits > 1 && text.at[at] == '0')) {
        return false;
    }
    at += digits;
    if (at < text.len && text.at[at] == '.') {
        digits = digits_from(text, at + 1);
        at += 1 + digits;
    }
    if (digits != 0 && at < text.len && (text.at[at] == 'e' || text.at[at] == 'E')) {
        at++;
        at += at < text.len && (text.at[at] == '+' || text.at[at] == '-');
        digits = digits_from(text, at);
        at += digits;
    }
    return digits != 0 && at == text.len;
}

bool node_is_number(const struct node *node)
{
    return node->kind == NODE_SCALAR && !node->is_quoted && is_number(node->text);
}

static bool is_bare(const struct node *node)
{
    return node_is_number(node) ||
           (!node->is_quoted &&
            (str_equal(node->text, STR("true")) || str_equal(node->text, STR("false"))));
}

static void write_items(const struct node *node, struct json_writer *writer)
{
    bool is_mapping = node->kind == NODE_MAPPING;

    if (is_mapping) {
        json_open_object(writer);
    } else {
        json_open_array(writer);
    }
    for (const struct node *item = node->first; item != NULL; item = item->next) {
        if (is_mapping) {
            json_key(writer, item->key);
        }
        node_write_json(item, writer);
    }
    if (is_mapping) {
        json_close_object(writer);
    } else {
        json_close_array(writer);
    }
}

void node_write_json(const struct node *node, struct json_writer *writer)
{
    if (node == NULL || node->kind == NODE_NULL) {
        json_add_null(writer);
    } else if (node->kind != NODE_SCALAR) {
        write_items(node, writer);
    } else if (is_bare(node)) {
        json_add_raw(writer, node->text);
    } else {
        json_add_str(writer, node->text);
    }
}
