/* triage_input.c - reading one object by the names of its members. */

#include "http/triage_input.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/names.h"
#include "bot/turn.h"
#include "config/mistakes.h"
#include "http/problem.h"

enum member {
    MEMBER_TEXT,
    MEMBER_ID,
    MEMBER_METADATA,
    MEMBER_CUSTOMER,
    MEMBER_LANG,
    MEMBER_BOT,
    MEMBER_COUNT
};

enum { QUOTED_LEN_MAX = 40 }; /* of a name from the client, in a message */

/* How many of the members, from the first, each dialect knows. */
static const size_t member_counts[] = {
    [TRIAGE_FULL] = MEMBER_COUNT,
    [TRIAGE_FOR_BOT] = MEMBER_BOT,
    [TRIAGE_GUIDE] = MEMBER_CUSTOMER,
};

struct reading {
    struct str body;
    struct problem *problem;
    struct arena *arena;
};

static struct str member_name(enum member member)
{
    static const char *const names[MEMBER_COUNT] = {
        "text", "id", "metadata", "customer", "lang", "bot",
    };

    return str_from(names[member]);
}

/* The problem is set; say that it is this member's. */
static int at_member(const struct reading *reading, const struct json *member)
{
    char pointer[POINTER_BYTES_MAX];

    (void)snprintf(pointer, sizeof pointer, "/%.*s", STR_ARG(member->key));
    problem_place(reading->problem, reading->body, member->offset, pointer);
    return -1;
}

static int unknown_member(const struct reading *reading, const struct json *member,
                          size_t known_count)
{
    struct str quoted = str_slice(member->key, 0, QUOTED_LEN_MAX);
    struct str names[MEMBER_COUNT];
    struct str near;

    for (size_t i = 0; i < known_count; i++) {
        names[i] = member_name((enum member)i);
    }
    near = nearest_name(member->key, names, known_count);
    if (near.len != 0) {
        (void)problem_set(reading->problem, ERR_INPUT, 0,
                          "there is no member \"%.*s\" here; did you mean \"%.*s\"",
                          STR_ARG(quoted), STR_ARG(near));
    } else {
        (void)problem_set(reading->problem, ERR_INPUT, 0,
                          "there is no member \"%.*s\" here", STR_ARG(quoted));
    }
    problem_place(reading->problem, reading->body, member->key_offset, "");
    return -1;
}

static bool has_control_character(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.at[i] < ' ' || text.at[i] == 0x7f) {
            return true;
        }
    }
    return false;
}

static int read_string(struct str *text_out, const struct reading *reading,
                       const struct json *member)
{
    if (member->kind != JSON_STRING) {
        (void)problem_set(reading->problem, ERR_INPUT, 0,
                          "\"%.*s\" is %s; expected a string", STR_ARG(member->key),
                          json_kind_name(member->kind));
        return at_member(reading, member);
    }
    *text_out = member->text;
    return 0;
}

static int read_text(struct triage_input *input, const struct reading *reading,
                     const struct json *member)
{
    if (read_string(&input->text, reading, member) != 0) {
        return -1;
    }
    if (str_trim(input->text).len == 0) {
        (void)problem_set(reading->problem, ERR_INPUT, 0,
                          "\"text\" is empty; expected the customer's message");
        return at_member(reading, member);
    }
    if (input->text.len > MESSAGE_BYTES_MAX) {
        (void)problem_set(reading->problem, ERR_LIMIT, 413,
                          "\"text\" has %zu bytes; at most %d are read", input->text.len,
                          MESSAGE_BYTES_MAX);
        return at_member(reading, member);
    }
    return 0;
}

/* A name that stands in answers and logs. */
static int read_id(struct str *id_out, const struct reading *reading,
                   const struct json *member)
{
    if (read_string(id_out, reading, member) != 0) {
        return -1;
    }
    if (id_out->len == 0 || id_out->len > INPUT_ID_LEN_MAX ||
        has_control_character(*id_out)) {
        (void)problem_set(reading->problem, ERR_INPUT, 0,
                          "\"%.*s\" has %zu bytes; expected 1 to %d without control "
                          "characters",
                          STR_ARG(member->key), id_out->len, INPUT_ID_LEN_MAX);
        return at_member(reading, member);
    }
    return 0;
}

static int read_language(struct triage_input *input, const struct reading *reading,
                         const struct json *member)
{
    if (read_string(&input->language, reading, member) != 0) {
        return -1;
    }
    if (!name_is_language(input->language)) {
        (void)problem_set(reading->problem, ERR_INPUT, 0,
                          "\"lang\" is no language tag; expected one such as en or "
                          "pt-BR");
        return at_member(reading, member);
    }
    return 0;
}

/* False for what no condition can compare. */
static bool to_value(struct value *value_out, const struct json *member)
{
    *value_out = (struct value){ .kind = VALUE_NIL };
    if (member->kind == JSON_STRING) {
        *value_out = (struct value){ .kind = VALUE_TEXT, .text = member->text };
    } else if (member->kind == JSON_BOOL) {
        *value_out = (struct value){ .kind = VALUE_TRUTH, .truth = member->truth };
    } else if (member->kind == JSON_NUMBER && json_micros(member, &value_out->micros)) {
        value_out->kind = VALUE_NUMBER;
    }
    return value_out->kind != VALUE_NIL;
}

static int read_metadata(struct triage_input *input, const struct reading *reading,
                         const struct json *member)
{
    struct fact *facts;

    if (member->kind != JSON_OBJECT) {
        (void)problem_set(reading->problem, ERR_INPUT, 0,
                          "\"metadata\" is %s; expected an object",
                          json_kind_name(member->kind));
        return at_member(reading, member);
    }
    facts = arena_array(reading->arena, member->count + 1, sizeof *facts);
    for (const struct json *item = member->first; item != NULL; item = item->next) {
        struct fact *fact = &facts[input->attribute_count];

        if (to_value(&fact->value, item)) {
            fact->name = item->key;
            input->attribute_count++;
        }
    }
    input->attributes = facts;
    return 0;
}

static int read_member(struct triage_input *input, const struct reading *reading,
                       const struct json *member, enum member which)
{
    switch (which) {
    case MEMBER_TEXT:
        return read_text(input, reading, member);
    case MEMBER_ID:
        return read_id(&input->id, reading, member);
    case MEMBER_METADATA:
        return read_metadata(input, reading, member);
    case MEMBER_CUSTOMER:
        return read_id(&input->customer, reading, member);
    case MEMBER_LANG:
        return read_language(input, reading, member);
    case MEMBER_BOT:
        return read_id(&input->bot, reading, member);
    case MEMBER_COUNT:
        break;
    }
    return 0;
}

static int read_object(const struct json **object_out, const struct reading *reading)
{
    const struct json_limits limits = { .depth_max = INPUT_DEPTH_MAX,
                                        .value_max = INPUT_VALUES_MAX };
    size_t offset = 0;
    struct err err;

    if (json_parse(object_out, reading->arena, reading->body, limits, &offset, &err) !=
        0) {
        (void)problem_set(reading->problem, err.reason, 400, "%s", err.text);
        problem_place(reading->problem, reading->body, offset, "");
        return -1;
    }
    if ((*object_out)->kind != JSON_OBJECT) {
        (void)problem_set(reading->problem, ERR_INPUT, 0,
                          "the body is %s; expected an object with a member \"text\"",
                          json_kind_name((*object_out)->kind));
        problem_place(reading->problem, reading->body, (*object_out)->offset, "");
        return -1;
    }
    return 0;
}

int triage_input_parse(struct triage_input *input_out, struct str body,
                       enum triage_dialect dialect, struct arena *arena,
                       struct problem *problem)
{
    const struct reading reading = { .body = body, .problem = problem, .arena = arena };
    size_t known_count = member_counts[dialect];
    struct triage_input input = { .attribute_count = 0 };
    const struct json *object;

    if (read_object(&object, &reading) != 0) {
        return -1;
    }
    for (const struct json *member = object->first; member != NULL;
         member = member->next) {
        size_t which = 0;

        while (which < known_count &&
               !str_equal(member_name((enum member)which), member->key)) {
            which++;
        }
        if (which == known_count) {
            return unknown_member(&reading, member, known_count);
        }
        if (member->kind != JSON_NULL &&
            read_member(&input, &reading, member, (enum member)which) != 0) {
            return -1;
        }
    }
    if (input.text.at == NULL) {
        (void)problem_set(problem, ERR_INPUT, 0,
                          "there is no \"text\"; expected the customer's message");
        problem_place(problem, body, object->offset, "");
        return -1;
    }
    *input_out = input;
    return 0;
}
