/* fields_document.c - the manual's rows, and the words for what a field takes. */

#include "base/buf.h"
#include "base/decimal.h"
#include "config/fields.h"

static const char *kind_words(enum field_kind kind)
{
    static const char *const words[] = {
        [FIELD_TEXT] = "a text",
        [FIELD_INT] = "a whole number",
        [FIELD_MICROS] = "a number",
        [FIELD_BOOL] = "true or false",
        [FIELD_CHOICE] = "one of ",
        [FIELD_DURATION] = "a duration such as 90s, 15m, 4h, 2d or 4h business",
        [FIELD_PERCENT] = "a percentage such as 5 %",
        [FIELD_MONEY] = "an amount such as 100 USD",
        [FIELD_NODE] = "a value",
        [FIELD_TABLE] = "a mapping",
        [FIELD_TEXTS] = "a list of texts",
        [FIELD_PAIRS] = "a mapping of names to texts",
        [FIELD_ITEMS] = "a list of mappings",
        [FIELD_NAMED] = "a mapping of names to mappings",
    };

    return words[kind];
}

static void add_decimal(struct buf *buf, int64_t micros)
{
    char text[MICROS_TEXT_MAX];

    buf_add_bytes(buf, text, micros_format(micros, text));
}

/* In the largest unit that needs no fraction. */
static void add_duration(struct buf *buf, int64_t ms)
{
    static const struct {
        int64_t ms;
        const char *name;
    } units[] = {
        { INT64_C(24) * 3600 * 1000, "d" },
        { 3600 * 1000, "h" },
        { 60 * 1000, "m" },
        { 1000, "s" },
        { 1, "ms" },
    };
    size_t i = 0;

    while (ms % units[i].ms != 0) {
        i++;
    }
    buf_addf(buf, "%lld%s", (long long)(ms / units[i].ms), units[i].name);
}

static void add_range(const struct field *field, struct buf *buf)
{
    switch (field->kind) {
    case FIELD_INT:
        buf_addf(buf, " from %lld to %lld", (long long)field->min, (long long)field->max);
        break;
    case FIELD_MICROS:
    case FIELD_MONEY:
        buf_add(buf, STR(" from "));
        add_decimal(buf, field->min);
        buf_add(buf, STR(" to "));
        add_decimal(buf, field->max);
        break;
    case FIELD_PERCENT:
        buf_add(buf, STR(" from "));
        add_decimal(buf, field->min * 100);
        buf_add(buf, STR(" to "));
        add_decimal(buf, field->max * 100);
        break;
    case FIELD_DURATION:
        buf_add(buf, STR(", from "));
        add_duration(buf, field->min);
        buf_add(buf, STR(" to "));
        add_duration(buf, field->max);
        break;
    case FIELD_TEXT:
        buf_addf(buf, " of at most %lld characters", (long long)field->max);
        break;
    default:
        buf_addf(buf, ", %lld to %lld of them", (long long)field->min,
                 (long long)field->max);
        break;
    }
}

void field_describe(const struct field *field, struct buf *buf)
{
    buf_add(buf, str_from(kind_words(field->kind)));
    for (size_t i = 0; field->kind == FIELD_CHOICE && field->choices[i] != NULL; i++) {
        buf_addf(buf, "%s%s", i == 0 ? "" : ", ", field->choices[i]);
    }
    if (field->kind != FIELD_CHOICE && (field->min != 0 || field->max != 0)) {
        add_range(field, buf);
    }
}

static void add_cell(struct buf *buf, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '|') {
            buf_add_char(buf, '\\');
        }
        buf_add_char(buf, *text);
    }
}

static const char *default_words(const struct field *field)
{
    if (field->is_required) {
        return "required";
    }
    return field->fallback != NULL ? field->fallback : "";
}

static const char *separator_below(const struct field *field)
{
    if (field->kind == FIELD_NAMED) {
        return ".NAME.";
    }
    return field->kind == FIELD_ITEMS ? "[]." : ".";
}

/* Recursion is as deep as the tables are nested. */
static void document(const struct field_table *table, struct str prefix, struct buf *buf)
{
    for (size_t i = 0; i < table->field_count; i++) {
        const struct field *field = &table->fields[i];

        buf_addf(buf, "| `%.*s%s` | ", STR_ARG(prefix), field->name);
        field_describe(field, buf);
        buf_addf(buf, " | %s | ", default_words(field));
        add_cell(buf, field->doc);
        buf_add(buf, STR(" |\n"));
        if (field->table != NULL) {
            document(field->table,
                     str_format(buf->arena, "%.*s%s%s", STR_ARG(prefix), field->name,
                                separator_below(field)),
                     buf);
        }
    }
}

void fields_document(const struct field_table *table, struct buf *buf)
{
    document(table, STR(""), buf);
}
