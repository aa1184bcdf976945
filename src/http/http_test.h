/* http_test.h - what the tests of this room share: an app that serves two tiny bots,
 * "first" and "second", and a sink that keeps the answers.
 *
 * Thread: the test's.
 * Memory: of the app from app_begin() to app_end(), a group's setup and teardown; answers
 *         until the next app_reset(), a test's setup.
 */
#ifndef HTTP_HTTP_TEST_H
#define HTTP_HTTP_TEST_H

#include "rollout/rollout_test.h"

#include "base/json.h"
#include "http/app.h"
#include "http/exchange.h"
#include "http/openapi.h"
#include "http/scratch.h"
#include "rollout/generation.h"
#include "rollout/served.h"
#include "telemetry/metrics.h"

static struct app app;
static struct arena *answer_arena;

/* The last answer, copied, and how many there were. */
static struct {
    size_t count;
    struct answer last;
} sink;

static inline int app_reset(void **state)
{
    (void)state;
    arena_clear(answer_arena);
    sink.count = 0;
    app.keys.count = 0;
    app.limits = HTTP_LIMITS_DEFAULT;
    app.is_local_only = false;
    counter_set(&app.is_draining, 0);
    assert_int_equal(counter_value(&app.held_bytes), 0);
    return 0;
}

static inline int app_begin(void **state)
{
    static const char *const bots[] = { "first", "second" };

    if (testing_begin(state) != 0) {
        return -1;
    }
    answer_arena = arena_new((size_t)1 << 30);
    app = (struct app){ .serving = serving_new(),
                        .scratches = scratch_pool_new(1),
                        .metrics = metrics_new(STR("0"), STR("cc")),
                        .openapi = openapi_document(STR("0"), testing_arena) };
    for (size_t i = 0; i < COUNT_OF(bots); i++) {
        struct served *served;
        struct err err;

        if (served_open(&served, tiny_release_file(bots[i]), true, 1, &err) != 0 ||
            serving_put(app.serving, i, served, &err) != 0) {
            fail_msg("%s", err.text);
        }
    }
    return app_reset(state);
}

static inline int app_end(void **state)
{
    scratch_pool_free(&app.scratches);
    serving_free(&app.serving);
    metrics_free(&app.metrics);
    arena_free(&answer_arena);
    return testing_end(state);
}

static inline void keep_answer(void *context, const struct answer *answer)
{
    (void)context;
    sink.count++;
    sink.last = *answer;
    sink.last.body = str_copy(answer_arena, answer->body);
    sink.last.content_type = str_copy(answer_arena, answer->content_type);
    for (size_t i = 0; i < answer->header_count; i++) {
        sink.last.headers[i].name = str_copy(answer_arena, answer->headers[i].name);
        sink.last.headers[i].value = str_copy(answer_arena, answer->headers[i].value);
    }
}

/* Of the last answer; at NULL where it has none. */
static inline struct str answer_header(const char *name)
{
    for (size_t i = 0; i < sink.last.header_count; i++) {
        if (str_equal(sink.last.headers[i].name, str_from(name))) {
            return sink.last.headers[i].value;
        }
    }
    return (struct str){ NULL, 0 };
}

static inline const struct json *parse_json(struct str text)
{
    const struct json *value;
    struct err err;

    if (json_parse(&value, answer_arena, text, JSON_LIMITS_DEFAULT, NULL, &err) != 0) {
        fail_msg("%s: %.*s", err.text, STR_ARG(text));
    }
    return value;
}

/* The text of a member, by its path: "at.pointer". */
static inline struct str member_text(struct str document, const char *path)
{
    const struct json *value = parse_json(document);
    struct str rest = str_from(path);
    struct str name;

    while (str_split_next(&rest, '.', &name)) {
        value = json_find(value, name);
        if (value == NULL) {
            fail_msg("no %s in %.*s", path, STR_ARG(document));
        }
    }
    return value->text;
}

#endif
