/* facts_json.c - facts by a table of their members. */

#include "flow/facts_json.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/json.h"

enum member_kind { MEMBER_TEXT, MEMBER_MICROS, MEMBER_COUNT, MEMBER_TRUTH };

static const struct member {
    const char *name;
    enum member_kind kind;
    size_t offset;
} members[] = {
    { "intent", MEMBER_TEXT, offsetof(struct facts, intent) },
    { "confidence", MEMBER_MICROS, offsetof(struct facts, confidence) },
    { "threshold", MEMBER_MICROS, offsetof(struct facts, threshold) },
    { "threshold_certified", MEMBER_TRUTH, offsetof(struct facts, threshold_certified) },
    { "in_scope", MEMBER_TRUTH, offsetof(struct facts, in_scope) },
    { "sentiment", MEMBER_TEXT, offsetof(struct facts, sentiment) },
    { "urgency", MEMBER_MICROS, offsetof(struct facts, urgency) },
    { "priority", MEMBER_COUNT, offsetof(struct facts, priority) },
    { "language", MEMBER_TEXT, offsetof(struct facts, language) },
    { "language_served", MEMBER_TRUTH, offsetof(struct facts, language_served) },
    { "draft_supported", MEMBER_TRUTH, offsetof(struct facts, draft_supported) },
    { "policy_approves", MEMBER_TRUTH, offsetof(struct facts, policy_approves) },
    { "channel", MEMBER_TEXT, offsetof(struct facts, channel) },
};

static const void *at_const(const struct facts *facts, const struct member *member)
{
    return (const char *)facts + member->offset;
}

static void *at(struct facts *facts, const struct member *member)
{
    return (char *)facts + member->offset;
}

static void write_member(const struct facts *facts, const struct member *member,
                         struct json_writer *writer)
{
    const void *value = at_const(facts, member);
    struct str key = str_from(member->name);

    if (member->kind == MEMBER_TEXT && ((const struct str *)value)->len != 0) {
        json_key(writer, key);
        json_add_str(writer, *(const struct str *)value);
    } else if (member->kind == MEMBER_TRUTH && *(const bool *)value) {
        json_key(writer, key);
        json_add_bool(writer, true);
    } else if (member->kind == MEMBER_MICROS && *(const int64_t *)value != 0) {
        json_key(writer, key);
        json_add_micros(writer, *(const int64_t *)value);
    } else if (member->kind == MEMBER_COUNT && *(const int64_t *)value != 0) {
        json_key(writer, key);
        json_add_int(writer, *(const int64_t *)value);
    }
}

static void write_value(const struct value *value, struct json_writer *writer)
{
    switch (value->kind) {
    case VALUE_TEXT:
        json_add_str(writer, value->text);
        break;
    case VALUE_NUMBER:
        json_add_micros(writer, value->micros);
        break;
    case VALUE_TRUTH:
        json_add_bool(writer, value->truth);
        break;
    case VALUE_NIL:
        json_add_null(writer);
        break;
    }
}

/* As a list of [name, value]: names may repeat. */
static void write_named(struct str key, const struct fact *facts, size_t count,
                        struct json_writer *writer)
{
    if (count == 0) {
        return;
    }
    json_key(writer, key);
    json_open_array(writer);
    for (size_t i = 0; i < count; i++) {
        json_open_array(writer);
        json_add_str(writer, facts[i].name);
        write_value(&facts[i].value, writer);
        json_close_array(writer);
    }
    json_close_array(writer);
}

void facts_write(const struct facts *facts, struct json_writer *writer)
{
    json_open_object(writer);
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        write_member(facts, &members[i], writer);
    }
    if (facts->risk != RISK_NORMAL) {
        json_key(writer, STR("risk"));
        json_add_str(writer, risk_name(facts->risk));
    }
    write_named(STR("entities"), facts->entities, facts->entity_count, writer);
    write_named(STR("customer"), facts->customer, facts->customer_count, writer);
    if (facts->guard_count != 0) {
        json_key(writer, STR("guards"));
        json_open_array(writer);
        for (size_t i = 0; i < facts->guard_count; i++) {
            json_add_str(writer, facts->guards[i]);
        }
        json_close_array(writer);
    }
    json_close_object(writer);
}

static int wrong(const struct json *json, struct err *err)
{
    return err_set(err, ERR_CORRUPT, "the fact \"%.*s\" is nothing that was written",
                   STR_ARG(str_slice(json->key, 0, 40)));
}

static int read_member(struct facts *facts, const struct member *member,
                       const struct json *json, struct err *err)
{
    void *value = at(facts, member);
    bool is_read = false;

    switch (member->kind) {
    case MEMBER_TEXT:
        is_read = json->kind == JSON_STRING;
        *(struct str *)value = json->text;
        break;
    case MEMBER_TRUTH:
        is_read = json->kind == JSON_BOOL;
        *(bool *)value = json->truth;
        break;
    case MEMBER_MICROS:
        is_read = json_micros(json, value);
        break;
    case MEMBER_COUNT:
        is_read = json_int(json, value);
        break;
    }
    return is_read ? 0 : wrong(json, err);
}

static bool read_value(struct value *value_out, const struct json *json)
{
    *value_out = (struct value){ .kind = VALUE_NIL };
    if (json->kind == JSON_STRING) {
        *value_out = (struct value){ .kind = VALUE_TEXT, .text = json->text };
    } else if (json->kind == JSON_BOOL) {
        *value_out = (struct value){ .kind = VALUE_TRUTH, .truth = json->truth };
    } else if (json->kind == JSON_NUMBER) {
        value_out->kind = VALUE_NUMBER;
        return json_micros(json, &value_out->micros);
    }
    return json->kind != JSON_ARRAY && json->kind != JSON_OBJECT;
}

static int read_named(const struct fact **facts_out, size_t *count_out,
                      const struct json *json, struct arena *arena, struct err *err)
{
    struct fact *facts;
    size_t count = 0;

    if (json->kind != JSON_ARRAY) {
        return wrong(json, err);
    }
    facts = arena_array(arena, json->count + 1, sizeof *facts);
    for (const struct json *item = json->first; item != NULL; item = item->next) {
        if (item->kind != JSON_ARRAY || item->count != 2 ||
            item->first->kind != JSON_STRING ||
            !read_value(&facts[count].value, item->first->next)) {
            return wrong(json, err);
        }
        facts[count++].name = item->first->text;
    }
    *facts_out = facts;
    *count_out = count;
    return 0;
}

static int read_guards(struct facts *facts, const struct json *json, struct arena *arena,
                       struct err *err)
{
    struct str *guards;

    if (json->kind != JSON_ARRAY) {
        return wrong(json, err);
    }
    guards = arena_array(arena, json->count + 1, sizeof *guards);
    for (const struct json *item = json->first; item != NULL; item = item->next) {
        if (item->kind != JSON_STRING) {
            return wrong(json, err);
        }
        guards[facts->guard_count++] = item->text;
    }
    facts->guards = guards;
    return 0;
}

static int read_risk(struct facts *facts, const struct json *json, struct err *err)
{
    facts->risk = json->kind == JSON_STRING ? risk_find(json->text) : RISK_COUNT;
    return facts->risk == RISK_COUNT ? wrong(json, err) : 0;
}

static int read_any(struct facts *facts, const struct json *json, struct arena *arena,
                    struct err *err)
{
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        if (str_equal(json->key, str_from(members[i].name))) {
            return read_member(facts, &members[i], json, err);
        }
    }
    if (str_equal(json->key, STR("risk"))) {
        return read_risk(facts, json, err);
    }
    if (str_equal(json->key, STR("entities"))) {
        return read_named(&facts->entities, &facts->entity_count, json, arena, err);
    }
    if (str_equal(json->key, STR("customer"))) {
        return read_named(&facts->customer, &facts->customer_count, json, arena, err);
    }
    if (str_equal(json->key, STR("guards"))) {
        return read_guards(facts, json, arena, err);
    }
    return wrong(json, err);
}

int facts_read(struct facts *facts_out, const struct json *json, struct arena *arena,
               struct err *err)
{
    struct facts facts = { .intent = { NULL, 0 } };

    if (json->kind != JSON_OBJECT) {
        return wrong(json, err);
    }
    for (const struct json *item = json->first; item != NULL; item = item->next) {
        if (read_any(&facts, item, arena, err) != 0) {
            return -1;
        }
    }
    *facts_out = facts;
    return 0;
}
