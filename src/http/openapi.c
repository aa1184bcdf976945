/* openapi.c - routes as an OpenAPI document. */

#include "http/openapi.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "http/routes.h"

extern const char embedded_schemas_json[];
extern const unsigned long embedded_schemas_json_len;

enum { DOCUMENT_BYTES_MAX = 1 << 20 };

static void add(struct json_writer *writer, struct str key, const char *text)
{
    json_key(writer, key);
    json_add_str(writer, str_from(text));
}

static void open_object(struct json_writer *writer, const char *key)
{
    json_key(writer, str_from(key));
    json_open_object(writer);
}

/* {"$ref": ...} under "schema". */
static void add_schema(struct json_writer *writer, const char *name)
{
    char reference[96];

    (void)snprintf(reference, sizeof reference, "#/components/schemas/%s", name);
    open_object(writer, "schema");
    add(writer, STR("$ref"), reference);
    json_close_object(writer);
}

static void add_media(struct json_writer *writer, const char *type, const char *schema,
                      const char *example)
{
    open_object(writer, type);
    if (schema != NULL) {
        add_schema(writer, schema);
    }
    if (example != NULL) {
        json_key(writer, STR("example"));
        json_add_raw(writer, str_from(example));
    }
    json_close_object(writer);
}

/* other_type may be NULL. */
static void add_content(struct json_writer *writer, const char *type,
                        const char *other_type, const char *schema, const char *example)
{
    open_object(writer, "content");
    add_media(writer, type, schema, example);
    if (other_type != NULL) {
        add_media(writer, other_type, schema, example);
    }
    json_close_object(writer);
}

static void add_bot_parameter(struct json_writer *writer)
{
    json_key(writer, STR("parameters"));
    json_open_array(writer);
    json_open_object(writer);
    add(writer, STR("name"), "bot");
    add(writer, STR("in"), "path");
    json_key(writer, STR("required"));
    json_add_bool(writer, true);
    open_object(writer, "schema");
    add(writer, STR("type"), "string");
    json_close_object(writer);
    json_close_object(writer);
    json_close_array(writer);
}

static void add_responses(struct json_writer *writer, const struct route *route)
{
    open_object(writer, "responses");
    open_object(writer, "200");
    add(writer, STR("description"), "done");
    add_content(writer, route->type, route->other_type, route->answer, NULL);
    json_close_object(writer);
    if (route->is_kept) {
        open_object(writer, "304");
        add(writer, STR("description"), "the client has it");
        json_close_object(writer);
    }
    open_object(writer, "default");
    add(writer, STR("description"), "not done, and why");
    add_content(writer, "application/problem+json", NULL, "Problem", NULL);
    json_close_object(writer);
    json_close_object(writer);
}

static void add_operation(struct json_writer *writer, const struct route *route)
{
    bool is_get = str_equal(str_from(route->method), STR("GET"));

    open_object(writer, is_get ? "get" : "post");
    add(writer, STR("operationId"), route->id);
    add(writer, STR("summary"), route->summary);
    json_key(writer, STR("security"));
    json_open_array(writer);
    if (!route->is_open) {
        json_open_object(writer);
        json_key(writer, STR("key"));
        json_open_array(writer);
        json_close_array(writer);
        json_close_object(writer);
    }
    json_close_array(writer);
    if (route->request != NULL) {
        open_object(writer, "requestBody");
        json_key(writer, STR("required"));
        json_add_bool(writer, true);
        if (route->body == BODY_LINES) {
            add_content(writer, "application/jsonl", "application/x-ndjson",
                        route->request, route->example);
        } else {
            add_content(writer, "application/json", NULL, route->request, route->example);
        }
        json_close_object(writer);
    }
    add_responses(writer, route);
    json_close_object(writer);
}

static bool has_bot(const struct route *route)
{
    struct str path = str_from(route->path);

    return str_find(path, STR("{bot}")) != path.len;
}

/* No two routes of the table share a path so far; routes_test.c holds that. */
static void add_paths(struct json_writer *writer)
{
    open_object(writer, "paths");
    for (size_t i = 0; i < route_count; i++) {
        open_object(writer, routes[i].path);
        if (has_bot(&routes[i])) {
            add_bot_parameter(writer);
        }
        add_operation(writer, &routes[i]);
        json_close_object(writer);
    }
    json_close_object(writer);
}

static void add_components(struct json_writer *writer, struct arena *arena)
{
    const struct json *schemas;
    struct err err;
    int failed = json_parse(
        &schemas, arena, (struct str){ embedded_schemas_json, embedded_schemas_json_len },
        JSON_LIMITS_DEFAULT, NULL, &err);

    open_object(writer, "components");
    json_key(writer, STR("schemas"));
    if (failed != 0) { /* routes_test.c holds that it never does */
        json_add_null(writer);
    } else {
        json_add_value(writer, schemas);
    }
    open_object(writer, "securitySchemes");
    open_object(writer, "key");
    add(writer, STR("type"), "http");
    add(writer, STR("scheme"), "bearer");
    json_close_object(writer);
    json_close_object(writer);
    json_close_object(writer);
}

struct str openapi_document(struct str version, struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, DOCUMENT_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    add(&writer, STR("openapi"), "3.1.0");
    open_object(&writer, "info");
    add(&writer, STR("title"), "Usher");
    json_key(&writer, STR("version"));
    json_add_str(&writer, version);
    open_object(&writer, "license");
    add(&writer, STR("name"), "Apache-2.0");
    add(&writer, STR("identifier"), "Apache-2.0");
    json_close_object(&writer);
    json_close_object(&writer);
    add_paths(&writer);
    add_components(&writer, arena);
    json_close_object(&writer);
    return buf_str(&buf);
}
