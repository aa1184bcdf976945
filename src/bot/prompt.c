/* prompt.c - prompt.yaml becomes its canonical form. */

#include "bot/prompt.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/utf8.h"
#include "bot/shape.h"
#include "config/node.h"

enum { JSON_BYTES_MAX = 32 << 20 };

static const struct field example_fields[] = {
    { .name = "ticket",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct prompt_example, ticket),
      .doc = "a message" },
    { .name = "output",
      .kind = FIELD_NODE,
      .is_required = true,
      .offset = offsetof(struct prompt_example, output_node),
      .doc = "the answer that was right" },
};
static const struct field_table example_table = { "an example", example_fields,
                                                  COUNT_OF(example_fields),
                                                  sizeof(struct prompt_example) };

static const struct field guardrail_fields[] = {
    { .name = "banned_intents",
      .kind = FIELD_TEXTS,
      .offset = offsetof(struct prompt_guardrails, banned_intents),
      .count_offset = offsetof(struct prompt_guardrails, banned_intent_count),
      .doc = "intents that no model may answer" },
    { .name = "max_tokens",
      .kind = FIELD_INT,
      .fallback = "400",
      .min = 1,
      .max = 32768,
      .offset = offsetof(struct prompt_guardrails, max_tokens),
      .doc = "the longest answer" },
    { .name = "temperature",
      .kind = FIELD_MICROS,
      .fallback = "0.2",
      .max = 2000000,
      .offset = offsetof(struct prompt_guardrails, temperature),
      .doc = "0 is steady, 2 is wild" },
};
static const struct field_table guardrail_table = { "the guardrails", guardrail_fields,
                                                    COUNT_OF(guardrail_fields),
                                                    sizeof(struct prompt_guardrails) };

static const struct field prompt_fields[] = {
    { .name = "name",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct prompt, name),
      .doc = "what it is called in manifests" },
    { .name = "version",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct prompt, version),
      .doc = "yours to count" },
    { .name = "system",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct prompt, system),
      .doc = "the instructions; the first object in it is the shape of the answer" },
    { .name = "examples",
      .kind = FIELD_ITEMS,
      .table = &example_table,
      .offset = offsetof(struct prompt, examples),
      .count_offset = offsetof(struct prompt, example_count),
      .doc = "shown to the model as a conversation" },
    { .name = "output",
      .kind = FIELD_NODE,
      .offset = offsetof(struct prompt, output_node),
      .doc = "a JSON Schema of the answer, instead of a shape in the system text" },
    { .name = "guardrails",
      .kind = FIELD_TABLE,
      .table = &guardrail_table,
      .offset = offsetof(struct prompt, guardrails),
      .doc = "what bounds the answer" },
};
const struct field_table prompt_table = { "prompt.yaml", prompt_fields,
                                          COUNT_OF(prompt_fields),
                                          sizeof(struct prompt) };

/* A place inside a text: exact in a block ("|"), else where the text begins. */
static struct place place_inside(const struct node *node, size_t offset)
{
    struct text_place inside = text_place_of(node->text, offset);
    struct place place = node->place;
    size_t indented = 0;

    if (node->place.line <= node->key_place.line) {
        return place;
    }
    while (indented < node->text.len && node->text.at[indented] == ' ') {
        indented++;
    }
    place.line += inside.line - 1;
    place.column += inside.column - 1 - (indented < place.column ? indented : 0);
    return place;
}

static struct str schema_of_shape(const struct shape *shape, struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, JSON_BYTES_MAX);
    writer = json_writer_to(&buf);
    shape_write_schema(shape, &writer);
    return buf_str(&buf);
}

/* The shape in the system text, or NULL. */
static const struct shape *find_shape(const struct prompt *prompt, struct arena *arena,
                                      struct mistakes *mistakes)
{
    const struct node *system = node_find(prompt->head.node, STR("system"));
    size_t start = shape_find(prompt->system);
    const struct shape *shape = NULL;
    size_t offset = 0;
    struct err err;

    if (start < prompt->system.len &&
        shape_parse(&shape, arena, prompt->system, start, &offset, &err) != 0) {
        mistakes_add(mistakes, place_inside(system, offset), STR("no output shape"),
                     str_from(err.text), STR(""));
    }
    return shape;
}

static struct str json_of(const struct node *node, struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, JSON_BYTES_MAX);
    writer = json_writer_to(&buf);
    node_write_json(node, &writer);
    return buf_str(&buf);
}

/* An explicit schema is a user's own; that it is an object's is all that is asked. */
static void read_schema(struct prompt *prompt, struct arena *arena,
                        struct mistakes *mistakes)
{
    const struct node *type = node_find(prompt->output_node, STR("type"));

    if (type == NULL || !str_equal(type->text, STR("object"))) {
        mistakes_add(mistakes, prompt->output_node->place,
                     STR("no JSON Schema of an object"),
                     STR("a mapping with type: object"), STR(""));
        return;
    }
    prompt->schema = json_of(prompt->output_node, arena);
}

static void read_output(struct prompt *prompt, struct arena *arena,
                        struct mistakes *mistakes)
{
    const struct shape *shape = NULL;

    if (prompt->output_node != NULL) {
        read_schema(prompt, arena, mistakes);
    } else {
        shape = find_shape(prompt, arena, mistakes);
    }
    if (shape != NULL) {
        prompt->schema = schema_of_shape(shape, arena);
    }
    for (size_t i = 0; i < prompt->example_count; i++) {
        struct prompt_example *example = &prompt->examples[i];

        if (shape != NULL && example->output_node != NULL) {
            shape_check(shape, example->output_node, mistakes);
        }
        example->output = json_of(example->output_node, arena);
    }
}

static void write_examples(const struct prompt *prompt, struct json_writer *writer)
{
    json_key(writer, STR("examples"));
    json_open_array(writer);
    for (size_t i = 0; i < prompt->example_count; i++) {
        json_open_object(writer);
        json_key(writer, STR("ticket"));
        json_add_str(writer, prompt->examples[i].ticket);
        json_key(writer, STR("output"));
        json_add_raw(writer, prompt->examples[i].output);
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void write_guardrails(const struct prompt_guardrails *guardrails,
                             struct json_writer *writer)
{
    json_key(writer, STR("guardrails"));
    json_open_object(writer);
    json_key(writer, STR("banned_intents"));
    json_open_array(writer);
    for (size_t i = 0; i < guardrails->banned_intent_count; i++) {
        json_add_str(writer, guardrails->banned_intents[i]);
    }
    json_close_array(writer);
    json_key(writer, STR("max_tokens"));
    json_add_int(writer, guardrails->max_tokens);
    json_key(writer, STR("temperature"));
    json_add_micros(writer, guardrails->temperature);
    json_close_object(writer);
}

static struct str write_canonical(const struct prompt *prompt, struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, JSON_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("name"));
    json_add_str(&writer, prompt->name);
    json_key(&writer, STR("version"));
    json_add_str(&writer, prompt->version);
    json_key(&writer, STR("system"));
    json_add_str(&writer, prompt->system);
    write_examples(prompt, &writer);
    write_guardrails(&prompt->guardrails, &writer);
    json_key(&writer, STR("output"));
    if (prompt->schema.len == 0) {
        json_add_null(&writer);
    } else {
        json_add_raw(&writer, prompt->schema);
    }
    json_close_object(&writer);
    return buf_str(&buf);
}

void prompt_read(struct prompt *prompt_out, const struct node *node, struct arena *arena,
                 struct mistakes *mistakes)
{
    size_t errors_before = mistakes->error_count;
    struct prompt *prompt = prompt_out;

    *prompt = (struct prompt){ 0 };
    if (node == NULL) {
        return;
    }
    fields_read(&prompt_table, node, node->place, prompt, arena, mistakes);
    read_output(prompt, arena, mistakes);
    if (mistakes->error_count == errors_before) {
        prompt->canonical = write_canonical(prompt, arena);
        prompt->digest = sha256_of(prompt->canonical);
    }
}
