/* fields.c - a mapping becomes a struct by its table. */

#include "config/fields.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/utf8.h"
#include "config/node.h"

enum { QUOTED_MAX = 60, NAMES_MAX = 64, EXPECTED_MAX = 2000 };

struct reading {
    const struct field_table *table;
    struct arena *arena;
    struct mistakes *mistakes;
};

static void read_struct(const struct field_table *table, const struct node *node,
                        struct place place, struct field_head *head,
                        const struct reading *parent);

/* A member of a struct, written through memory: the table has stated its type. */
static void put(void *at, size_t offset, const void *value, size_t size)
{
    memcpy((char *)at + offset, value, size);
}

static struct str quoted(const struct reading *reading, struct str text)
{
    struct str shown = str_slice(text, 0, QUOTED_MAX);

    while (shown.len < text.len && shown.len > 0 &&
           ((unsigned char)text.at[shown.len] & 0xc0) == 0x80) {
        shown.len--;
    }
    return str_format(reading->arena, "\"%.*s%s\"", STR_ARG(shown),
                      shown.len < text.len ? "..." : "");
}

static struct str expected_of(const struct reading *reading, const struct field *field)
{
    struct buf buf;

    buf_init(&buf, reading->arena, EXPECTED_MAX);
    field_describe(field, &buf);
    return buf_str(&buf);
}

static size_t choice_names(const struct field *field, struct str names_out[NAMES_MAX])
{
    size_t count = 0;

    for (; field->choices[count] != NULL; count++) {
        assert(count < NAMES_MAX);
        names_out[count] = str_from(field->choices[count]);
    }
    return count;
}

static enum node_kind list_shape(const struct field *field)
{
    bool is_mapping = field->kind == FIELD_PAIRS || field->kind == FIELD_NAMED;

    return is_mapping ? NODE_MAPPING : NODE_SEQUENCE;
}

static struct str describe_value(const struct reading *reading, const struct field *field,
                                 const struct node *node)
{
    if (node->kind == NODE_SCALAR) {
        return str_format(reading->arena, "%s is %s%.*s", field->name,
                          node->is_quoted ? "the text " : "",
                          STR_ARG(quoted(reading, node->text)));
    }
    if (field->kind >= FIELD_TEXTS && node->kind == list_shape(field)) {
        return str_format(reading->arena, "%s has %zu items", field->name, node->count);
    }
    return str_format(reading->arena, "%s is %s", field->name,
                      node_kind_name(node->kind));
}

static void add_wrong_value(const struct reading *reading, const struct field *field,
                            const struct node *node)
{
    struct str names[NAMES_MAX];
    struct str nearest = { 0 };

    if (field->kind == FIELD_CHOICE && node->kind == NODE_SCALAR) {
        nearest = nearest_name(node->text, names, choice_names(field, names));
    }
    mistakes_add(reading->mistakes, node->place, describe_value(reading, field, node),
                 expected_of(reading, field), nearest);
}

static bool is_in_range(const struct field *field, int64_t number)
{
    return (field->min == 0 && field->max == 0) ||
           (number >= field->min && number <= field->max);
}

static bool read_bool(struct str text, bool *truth_out)
{
    *truth_out = str_equal(text, STR("true"));
    return *truth_out || str_equal(text, STR("false"));
}

static bool read_choice(const struct field *field, struct str text, int *index_out)
{
    for (int i = 0; field->choices[i] != NULL; i++) {
        if (str_equal(text, str_from(field->choices[i]))) {
            *index_out = i;
            return true;
        }
    }
    return false;
}

static bool put_number(const struct field *field, bool is_number, int64_t number,
                       void *out)
{
    if (!is_number || !is_in_range(field, number)) {
        return false;
    }
    put(out, field->offset, &number, sizeof number);
    return true;
}

static bool read_number(const struct field *field, const struct node *node, void *out)
{
    int64_t number = 0;
    bool is_number;

    if (field->kind == FIELD_PERCENT) {
        is_number = percent_parse(node->text, &number);
    } else if (field->kind == FIELD_MICROS) {
        is_number = node_is_number(node) && micros_parse(node->text, &number);
    } else {
        is_number = node_is_number(node) && str_to_int64(node->text, &number);
    }
    return put_number(field, is_number, number, out);
}

static bool read_text(const struct field *field, struct str text, void *out)
{
    if ((str_is_empty(text) && !field->may_be_empty) ||
        !is_in_range(field, (int64_t)utf8_count(text))) {
        return false;
    }
    put(out, field->offset, &text, sizeof text);
    return true;
}

static bool read_unit(const struct field *field, struct str text, void *out)
{
    struct duration duration;
    struct money money;

    if (field->kind == FIELD_DURATION) {
        if (!duration_parse(text, &duration) || !is_in_range(field, duration.ms)) {
            return false;
        }
        put(out, field->offset, &duration, sizeof duration);
        return true;
    }
    if (!money_parse(text, &money) || !is_in_range(field, money.micros)) {
        return false;
    }
    put(out, field->offset, &money, sizeof money);
    return true;
}

/* One value that is a single word or text; false where it is not what the field asks. */
static bool read_scalar(const struct field *field, const struct node *node, void *out)
{
    bool truth = false;
    int choice = 0;

    switch (field->kind) {
    case FIELD_TEXT:
        return read_text(field, node->text, out);
    case FIELD_BOOL:
        if (node->is_quoted || !read_bool(node->text, &truth)) {
            return false;
        }
        put(out, field->offset, &truth, sizeof truth);
        return true;
    case FIELD_CHOICE:
        if (!read_choice(field, node->text, &choice)) {
            return false;
        }
        choice += (int)field->min;
        put(out, field->offset, &choice, sizeof choice);
        return true;
    case FIELD_DURATION:
    case FIELD_MONEY:
        return read_unit(field, node->text, out);
    default:
        return read_number(field, node, out);
    }
}

/* Room for the items of a list, whose address and number go into the struct. */
static void *new_items(const struct reading *reading, const struct field *field,
                       size_t count, size_t item_size, void *out)
{
    void *items = arena_array(reading->arena, count == 0 ? 1 : count, item_size);

    put(out, field->offset, &items, sizeof items);
    put(out, field->count_offset, &count, sizeof count);
    return items;
}

static void read_texts(const struct reading *reading, const struct field *field,
                       const struct node *node, void *out)
{
    bool is_pairs = field->kind == FIELD_PAIRS;
    size_t size = is_pairs ? sizeof(struct text_pair) : sizeof(struct str);
    char *items = new_items(reading, field, node->count, size, out);

    for (const struct node *item = node->first; item != NULL; item = item->next) {
        if (item->kind != NODE_SCALAR || str_is_empty(item->text)) {
            struct str what = str_format(
                reading->arena, "an item of %s is %s", field->name,
                item->kind == NODE_SCALAR ? "empty" : node_kind_name(item->kind));

            mistakes_add(reading->mistakes, item->place, what, STR("a text"), STR(""));
        } else if (is_pairs) {
            *(struct text_pair *)(void *)items =
                (struct text_pair){ .key = item->key, .text = item->text };
        } else {
            *(struct str *)(void *)items = item->text;
        }
        items += size;
    }
}

static void read_items(const struct reading *reading, const struct field *field,
                       const struct node *node, void *out)
{
    size_t size = field->table->struct_size;
    char *items = new_items(reading, field, node->count, size, out);

    for (const struct node *item = node->first; item != NULL; item = item->next) {
        struct field_head *head = (struct field_head *)(void *)items;

        read_struct(field->table, item, item->place, head, reading);
        head->name = item->key;
        items += size;
    }
}

static bool read_list(const struct reading *reading, const struct field *field,
                      const struct node *node, void *out)
{
    if (node->kind != list_shape(field) || !is_in_range(field, (int64_t)node->count)) {
        return false;
    }
    if (field->kind == FIELD_TEXTS || field->kind == FIELD_PAIRS) {
        read_texts(reading, field, node, out);
    } else {
        read_items(reading, field, node, out);
    }
    return true;
}

static void read_value(const struct reading *reading, const struct field *field,
                       const struct node *node, void *out)
{
    bool is_right;

    switch (field->kind) {
    case FIELD_NODE:
        put(out, field->offset, &node, sizeof node);
        return;
    case FIELD_TABLE:
        read_struct(field->table, node, node->place,
                    (struct field_head *)(void *)((char *)out + field->offset), reading);
        return;
    case FIELD_TEXTS:
    case FIELD_PAIRS:
    case FIELD_ITEMS:
    case FIELD_NAMED:
        is_right = read_list(reading, field, node, out);
        break;
    default:
        is_right = node->kind == NODE_SCALAR && read_scalar(field, node, out);
        break;
    }
    if (!is_right) {
        add_wrong_value(reading, field, node);
    }
}

/* The defaults of an optional part; that its own keys are missing is no mistake. */
static void read_absent_table(const struct reading *reading, const struct field *field,
                              struct place place, void *out)
{
    struct mistakes unheard;
    struct reading nested = { .arena = reading->arena, .mistakes = &unheard };

    mistakes_init(&unheard, reading->arena);
    read_struct(field->table, NULL, place,
                (struct field_head *)(void *)((char *)out + field->offset), &nested);
}

static void read_absent(const struct reading *reading, const struct field *field,
                        struct place place, void *out)
{
    struct str what;

    if (!field->is_required) {
        if (field->kind == FIELD_TABLE) {
            read_absent_table(reading, field, place, out);
        }
        return;
    }
    what = str_format(reading->arena, "\"%s\" is missing in %s", field->name,
                      reading->table->name);
    mistakes_add(reading->mistakes, place, what, expected_of(reading, field), STR(""));
}

static void put_fallback(const struct field *field, void *out)
{
    const struct node written = { .kind = NODE_SCALAR,
                                  .text = str_from(field->fallback) };
    bool is_sound = field->fallback == NULL || read_scalar(field, &written, out);

    assert(is_sound);
}

static void read_field(const struct reading *reading, const struct field *field,
                       const struct node *node, struct place place, void *out)
{
    const struct node *value = node_find(node, str_from(field->name));

    if (value == NULL || value->kind == NODE_NULL) {
        read_absent(reading, field, place, out);
    } else {
        read_value(reading, field, value, out);
    }
}

static bool is_known(const struct field_table *table, struct str key)
{
    for (size_t i = 0; i < table->field_count; i++) {
        if (str_equal(key, str_from(table->fields[i].name))) {
            return true;
        }
    }
    return false;
}

static void add_unknown(const struct reading *reading, const struct node *member)
{
    const struct field_table *table = reading->table;
    struct str names[NAMES_MAX];
    struct buf expected;
    struct str what;

    buf_init(&expected, reading->arena, EXPECTED_MAX);
    buf_add(&expected, STR("one of "));
    for (size_t i = 0; i < table->field_count; i++) {
        names[i] = str_from(table->fields[i].name);
        buf_addf(&expected, "%s%s", i == 0 ? "" : ", ", table->fields[i].name);
    }
    what = str_format(reading->arena, "unknown key %.*s in %s",
                      STR_ARG(quoted(reading, member->key)), table->name);
    mistakes_add(reading->mistakes, member->key_place, what, buf_str(&expected),
                 nearest_name(member->key, names, table->field_count));
}

static void read_struct(const struct field_table *table, const struct node *node,
                        struct place place, struct field_head *head,
                        const struct reading *parent)
{
    struct reading reading = *parent;

    reading.table = table;
    assert(table->field_count <= NAMES_MAX);
    for (size_t i = 0; i < table->field_count; i++) {
        put_fallback(&table->fields[i], head);
    }
    if (node != NULL && node->kind != NODE_MAPPING && node->kind != NODE_NULL) {
        mistakes_add(reading.mistakes, place,
                     str_format(reading.arena, "%s here", node_kind_name(node->kind)),
                     str_format(reading.arena, "the keys of %s", table->name), STR(""));
        return;
    }
    head->node = node;
    for (size_t i = 0; i < table->field_count; i++) {
        read_field(&reading, &table->fields[i], node, place, head);
    }
    for (const struct node *member = node == NULL ? NULL : node->first; member != NULL;
         member = member->next) {
        if (!is_known(table, member->key)) {
            add_unknown(&reading, member);
        }
    }
}

void fields_read(const struct field_table *table, const struct node *node,
                 struct place place, void *struct_out, struct arena *arena,
                 struct mistakes *mistakes)
{
    struct reading reading = { .arena = arena, .mistakes = mistakes };

    memset(struct_out, 0, table->struct_size);
    read_struct(table, node, node == NULL ? place : node->place, struct_out, &reading);
}

struct place field_place(const struct field_head *head, const char *key)
{
    const struct node *value = node_find(head->node, str_from(key));

    if (value != NULL) {
        return value->place;
    }
    return head->node == NULL ? (struct place){ 0 } : head->node->place;
}

struct place field_item_place(const struct field_head *head, const char *key,
                              size_t index)
{
    const struct node *list = node_find(head->node, str_from(key));
    const struct node *item = list == NULL ? NULL : list->first;

    for (; item != NULL && index > 0; index--) {
        item = item->next;
    }
    return item == NULL ? field_place(head, key) : item->place;
}

struct str text_pair_find(const struct text_pair *pairs, size_t pair_count,
                          struct str key)
{
    for (size_t i = 0; i < pair_count; i++) {
        if (str_equal(pairs[i].key, key)) {
            return pairs[i].text;
        }
    }
    return (struct str){ 0 };
}
