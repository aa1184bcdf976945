/* shape.c - a reader by recursive descent, bounded in depth, and a schema writer. */

#include "bot/shape.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/json.h"
#include "base/list.h"

struct reader {
    struct str text;
    size_t at;
    size_t depth_left;
    struct arena *arena;
    struct err *err;
};

static int read_shape(struct reader *reader, struct shape *shape);

static int wrong(struct reader *reader, const char *expected)
{
    return err_set(reader->err, ERR_INPUT, "%s", expected);
}

static int peek(const struct reader *reader)
{
    return reader->at < reader->text.len ? (unsigned char)reader->text.at[reader->at]
                                         : -1;
}

static bool is_space(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_space(struct reader *reader)
{
    while (is_space(peek(reader))) {
        reader->at++;
    }
}

static bool take(struct reader *reader, char wanted)
{
    skip_space(reader);
    if (peek(reader) != wanted) {
        return false;
    }
    reader->at++;
    return true;
}

/* Text in quotes, without escapes and line ends: names and words need none. */
static int read_quoted(struct reader *reader, struct str *text_out)
{
    size_t start;

    if (!take(reader, '"')) {
        return wrong(reader, "a name in quotes");
    }
    start = reader->at;
    while (peek(reader) != '"') {
        if (peek(reader) == '\\' || peek(reader) < ' ') {
            return wrong(reader, "letters up to the closing quote");
        }
        reader->at++;
    }
    *text_out = str_trim(str_slice(reader->text, start, reader->at - start));
    if (text_out->len == 0) {
        return wrong(reader, "a name that is not empty");
    }
    reader->at++;
    return 0;
}

static int read_words(struct reader *reader, struct str text, struct shape *shape)
{
    struct str rest = text;
    struct str word;
    struct list words;

    list_init(&words, reader->arena, sizeof word, SHAPE_CHOICES_MAX);
    while (str_split_next(&rest, '|', &word)) {
        struct str *kept = list_add(&words);

        word = str_trim(word);
        if (kept == NULL || word.len == 0) {
            return wrong(reader,
                         kept == NULL ? "at most 200 words" : "a word beside each bar");
        }
        for (size_t i = 0; i + 1 < words.count; i++) {
            if (str_equal(*(struct str *)list_at(&words, i), word)) {
                return wrong(reader, "every word once");
            }
        }
        *kept = word;
    }
    shape->kind = SHAPE_WORDS;
    shape->words = words.items;
    shape->count = words.count;
    return 0;
}

static int read_text(struct reader *reader, struct shape *shape)
{
    static const struct {
        const char *word;
        enum shape_kind kind;
    } kinds[] = {
        { "string", SHAPE_STRING },
        { "number", SHAPE_NUMBER },
        { "boolean", SHAPE_BOOLEAN },
    };
    size_t start = reader->at;
    struct str text = { 0 };

    if (read_quoted(reader, &text) != 0) {
        return -1;
    }
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (str_equal(text, str_from(kinds[i].word))) {
            shape->kind = kinds[i].kind;
            return 0;
        }
    }
    if (str_find_char(text, '|') == text.len) {
        reader->at = start;
        return wrong(reader,
                     "\"string\", \"number\", \"boolean\" or words with bars between "
                     "them, such as \"yes|no\"");
    }
    return read_words(reader, text, shape);
}

static int read_integer(struct reader *reader, int64_t *number_out)
{
    size_t start;

    skip_space(reader);
    start = reader->at;
    while (peek(reader) == '-' || (peek(reader) >= '0' && peek(reader) <= '9')) {
        reader->at++;
    }
    if (!str_to_int64(str_slice(reader->text, start, reader->at - start), number_out)) {
        reader->at = start;
        return wrong(reader, "a whole number");
    }
    return 0;
}

static int read_integers(struct reader *reader, struct shape *shape)
{
    struct list integers;

    list_init(&integers, reader->arena, sizeof(int64_t), SHAPE_CHOICES_MAX);
    do {
        int64_t *number = list_add(&integers);

        if (number == NULL) {
            return wrong(reader, "at most 200 numbers");
        }
        if (read_integer(reader, number) != 0) {
            return -1;
        }
        for (size_t i = 0; i + 1 < integers.count; i++) {
            if (*(int64_t *)list_at(&integers, i) == *number) {
                return wrong(reader, "every number once");
            }
        }
    } while (take(reader, '|'));
    shape->kind = SHAPE_INTEGERS;
    shape->integers = integers.items;
    shape->count = integers.count;
    return 0;
}

static bool has_member(const struct shape *shape, struct str name)
{
    for (const struct shape *member = shape->first; member != NULL;
         member = member->next) {
        if (str_equal(member->name, name)) {
            return true;
        }
    }
    return false;
}

static int read_member(struct reader *reader, const struct shape *object,
                       struct shape *member)
{
    size_t start;

    skip_space(reader);
    start = reader->at;
    if (read_quoted(reader, &member->name) != 0) {
        return -1;
    }
    if (has_member(object, member->name) || object->count == SHAPE_MEMBERS_MAX) {
        reader->at = start;
        return wrong(reader, object->count == SHAPE_MEMBERS_MAX ? "at most 64 members"
                                                                : "every name once");
    }
    if (!take(reader, ':')) {
        return wrong(reader, "a colon");
    }
    return read_shape(reader, member);
}

static int read_object(struct reader *reader, struct shape *shape)
{
    const struct shape **link = &shape->first;

    shape->kind = SHAPE_OBJECT;
    (void)take(reader, '{');
    do {
        struct shape *member = arena_alloc(reader->arena, sizeof *member);

        if (read_member(reader, shape, member) != 0) {
            return -1;
        }
        *link = member;
        link = &member->next;
        shape->count++;
    } while (take(reader, ','));
    return take(reader, '}') ? 0 : wrong(reader, "a comma or the closing brace");
}

static int read_list(struct reader *reader, struct shape *shape)
{
    struct shape *item = arena_alloc(reader->arena, sizeof *item);

    shape->kind = SHAPE_LIST;
    (void)take(reader, '[');
    if (read_shape(reader, item) != 0) {
        return -1;
    }
    shape->first = item;
    shape->count = 1;
    return take(reader, ']') ? 0 : wrong(reader, "one shape and the closing bracket");
}

static int read_nested(struct reader *reader, struct shape *shape)
{
    int failed;

    if (reader->depth_left == 0) {
        return wrong(reader, "at most 8 levels");
    }
    reader->depth_left--;
    failed = peek(reader) == '{' ? read_object(reader, shape) : read_list(reader, shape);
    reader->depth_left++;
    return failed;
}

static int read_shape(struct reader *reader, struct shape *shape)
{
    int c;

    skip_space(reader);
    c = peek(reader);
    if (c == '{' || c == '[') {
        return read_nested(reader, shape);
    }
    if (c == '"') {
        return read_text(reader, shape);
    }
    if (c == '-' || (c >= '0' && c <= '9')) {
        return read_integers(reader, shape);
    }
    return wrong(reader, "a shape: \"string\", \"a|b\", 1|2, [...] or {...}");
}

size_t shape_find(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        size_t next = i + 1;

        while (next < text.len && is_space((unsigned char)text.at[next])) {
            next++;
        }
        if (text.at[i] == '{' && next < text.len && text.at[next] == '"') {
            return i;
        }
    }
    return text.len;
}

int shape_parse(const struct shape **shape_out, struct arena *arena, struct str text,
                size_t offset, size_t *mistake_offset_out, struct err *err)
{
    struct reader reader = { .text = text,
                             .at = offset,
                             .depth_left = SHAPE_DEPTH_MAX,
                             .arena = arena,
                             .err = err };
    struct shape *shape = arena_alloc(arena, sizeof *shape);

    if (read_shape(&reader, shape) != 0) {
        *mistake_offset_out = reader.at;
        return -1;
    }
    *shape_out = shape;
    return 0;
}

static void write_type(struct json_writer *writer, const char *type)
{
    json_key(writer, STR("type"));
    json_add_str(writer, str_from(type));
}

static void write_members(const struct shape *shape, struct json_writer *writer)
{
    json_key(writer, STR("properties"));
    json_open_object(writer);
    for (const struct shape *member = shape->first; member != NULL;
         member = member->next) {
        json_key(writer, member->name);
        shape_write_schema(member, writer);
    }
    json_close_object(writer);
    json_key(writer, STR("required"));
    json_open_array(writer);
    for (const struct shape *member = shape->first; member != NULL;
         member = member->next) {
        json_add_str(writer, member->name);
    }
    json_close_array(writer);
    json_key(writer, STR("additionalProperties"));
    json_add_bool(writer, false);
}

static void write_choices(const struct shape *shape, struct json_writer *writer)
{
    json_key(writer, STR("enum"));
    json_open_array(writer);
    for (size_t i = 0; i < shape->count; i++) {
        if (shape->kind == SHAPE_WORDS) {
            json_add_str(writer, shape->words[i]);
        } else {
            json_add_int(writer, shape->integers[i]);
        }
    }
    json_close_array(writer);
}

static const char *type_name(enum shape_kind kind)
{
    static const char *const names[] = {
        [SHAPE_STRING] = "string",    [SHAPE_NUMBER] = "number",
        [SHAPE_BOOLEAN] = "boolean",  [SHAPE_WORDS] = "string",
        [SHAPE_INTEGERS] = "integer", [SHAPE_LIST] = "array",
        [SHAPE_OBJECT] = "object",
    };

    return names[kind];
}

void shape_write_schema(const struct shape *shape, struct json_writer *writer)
{
    json_open_object(writer);
    write_type(writer, type_name(shape->kind));
    if (shape->kind == SHAPE_WORDS || shape->kind == SHAPE_INTEGERS) {
        write_choices(shape, writer);
    } else if (shape->kind == SHAPE_LIST) {
        json_key(writer, STR("items"));
        shape_write_schema(shape->first, writer);
    } else if (shape->kind == SHAPE_OBJECT) {
        write_members(shape, writer);
    }
    json_close_object(writer);
}
