/* routes_test.c - the table, its search, and the document made of it. */

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "http/openapi.h"
#include "http/routes.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(16 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void every_route_is_found_by_its_own_path(void **state)
{
    (void)state;
    for (size_t i = 0; i < route_count; i++) {
        const struct route *route = NULL;
        struct str path = str_from(routes[i].path);
        size_t at = str_find(path, STR("{bot}"));
        struct str bot;

        if (at < path.len) {
            path = str_format(arena, "%.*sacme%s", (int)at, path.at,
                              path.at + at + strlen("{bot}"));
        }
        assert_int_equal(route_find(&route, &bot, str_from(routes[i].method), path), 1);
        assert_ptr_equal(route, &routes[i]);
        assert_str(bot, at < str_from(routes[i].path).len ? "acme" : "");
    }
}

/* add_paths() of openapi.c writes an object for each. */
static void no_two_routes_share_a_path(void **state)
{
    (void)state;
    for (size_t i = 0; i < route_count; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(routes[i].path, routes[j].path);
            assert_string_not_equal(routes[i].id, routes[j].id);
        }
    }
}

static void paths_are_matched_to_their_last_byte(void **state)
{
    static const char *const others[] = {
        "",
        "v1/triage",
        "/v1/triage/",
        "/v1//triage",
        "/V1/triage",
        "/v1/triage:batc",
        "/v1/triage:batches",
        "/v1/bots/",
        "/v1/bots//triage",
        "/v1/bots/a/b/triage",
        "/v1/bots/acme/triage/",
        "/v1/bots/acme",
        "/v1/bots/acme/triag",
        "/livez/",
        "//",
        "/app.js/",
        "/../",
        "*",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        const struct route *route = NULL;
        struct str bot;

        if (route_find(&route, &bot, STR("GET"), str_from(others[i])) != -1 ||
            route_find(&route, &bot, STR("POST"), str_from(others[i])) != -1) {
            fail_msg("there is something at \"%s\"", others[i]);
        }
        assert_null(route);
    }
}

static void the_name_of_a_bot_is_one_whole_segment(void **state)
{
    static const char *const names[] = { "a", "acme-2", "%41", "{bot}", "..", "triage" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct str path = str_format(arena, "/v1/bots/%s/triage", names[i]);
        const struct route *route;
        struct str bot;

        assert_int_equal(route_find(&route, &bot, STR("POST"), path), 1);
        assert_str(bot, names[i]);
    }
}

static void head_is_taken_where_get_is(void **state)
{
    static const char *const got[] = { "/", "/app.js", "/livez", "/metrics", "/v1/bots" };
    const struct route *route;
    struct str bot;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(got); i++) {
        assert_int_equal(route_find(&route, &bot, STR("HEAD"), str_from(got[i])), 1);
        assert_string_equal(route->method, "GET");
    }
    assert_int_equal(route_find(&route, &bot, STR("HEAD"), STR("/v1/triage")), 0);
}

static struct str allow(const char *path)
{
    struct buf buf;

    buf_init(&buf, arena, 128);
    routes_allow(str_from(path), &buf);
    return buf_str(&buf);
}

static void other_methods_are_told_which_ones_are_taken(void **state)
{
    static const char *const methods[] = { "PUT", "get", "", "OPTIONS", "POSTS" };
    const struct route *route = NULL;
    struct str bot;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(methods); i++) {
        assert_int_equal(
            route_find(&route, &bot, str_from(methods[i]), STR("/v1/triage")), 0);
        assert_int_equal(route_find(&route, &bot, str_from(methods[i]), STR("/livez")),
                         0);
        assert_null(route);
    }
    assert_str(allow("/v1/triage"), "POST");
    assert_str(allow("/v1/bots/acme/triage"), "POST");
    assert_str(allow("/livez"), "GET, HEAD");
    assert_str(allow("/app.css"), "GET, HEAD");
    assert_str(allow("/nothing"), "");
}

static const struct json *document(void)
{
    const struct json *value;
    struct err err;

    if (json_parse(&value, arena, openapi_document(STR("1.2.3"), arena),
                   JSON_LIMITS_DEFAULT, NULL, &err) != 0) {
        fail_msg("%s", err.text);
    }
    return value;
}

static const struct json *under(const struct json *value, const char *path)
{
    struct str rest = str_from(path);
    struct str name;

    while (str_split_next(&rest, ' ', &name)) {
        value = json_find(value, name);
        if (value == NULL) {
            fail_msg("there is no %s", path);
        }
    }
    return value;
}

static void the_document_has_every_route(void **state)
{
    const struct json *paths = under(document(), "paths");

    (void)state;
    assert_str(under(document(), "openapi")->text, "3.1.0");
    assert_str(under(document(), "info version")->text, "1.2.3");
    assert_int_equal(paths->count, route_count);
    for (size_t i = 0; i < route_count; i++) {
        const struct json *path = json_find(paths, str_from(routes[i].path));
        bool is_get = strcmp(routes[i].method, "GET") == 0;
        const struct json *operation = under(path, is_get ? "get" : "post");

        assert_str(under(operation, "operationId")->text, routes[i].id);
        assert_non_null(under(operation, "responses 200 content"));
        assert_non_null(under(operation, "responses default content"));
        assert_int_equal(under(operation, "security")->count, routes[i].is_open ? 0 : 1);
    }
}

/* Every "$ref" below, as far as there are any. */
static void check_references(const struct json *value, const struct json *schemas)
{
    for (const struct json *item = value->first; item != NULL; item = item->next) {
        if (str_equal(item->key, STR("$ref"))) {
            const struct str prefix = STR("#/components/schemas/");

            assert_true(str_starts_with(item->text, prefix));
            assert_non_null(
                json_find(schemas, str_slice(item->text, prefix.len, item->text.len)));
        }
        check_references(item, schemas);
    }
}

static void every_schema_that_is_named_is_there(void **state)
{
    const struct json *all = document();

    (void)state;
    check_references(all, under(all, "components schemas"));
}

static void every_example_is_json(void **state)
{
    (void)state;
    for (size_t i = 0; i < route_count; i++) {
        const struct json *value;
        struct err err;

        if (routes[i].example != NULL) {
            assert_int_equal(json_parse(&value, arena, str_from(routes[i].example),
                                        JSON_LIMITS_DEFAULT, NULL, &err),
                             0);
            assert_non_null(json_find(value, STR("text")));
        }
        assert_true((routes[i].body == BODY_NONE) == (routes[i].request == NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(every_route_is_found_by_its_own_path),
        TEST(no_two_routes_share_a_path),
        TEST(paths_are_matched_to_their_last_byte),
        TEST(the_name_of_a_bot_is_one_whole_segment),
        TEST(head_is_taken_where_get_is),
        TEST(other_methods_are_told_which_ones_are_taken),
        TEST(the_document_has_every_route),
        TEST(every_schema_that_is_named_is_there),
        TEST(every_example_is_json),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
