/* problem_test.c */

#include "base/test.h"

#include "base/arena.h"
#include "base/json.h"
#include "http/problem.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct str written(const struct problem *problem, struct str instance)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, 1 << 16);
    writer = json_writer_to(&buf);
    problem_write(problem, instance, &writer);
    return buf_str(&buf);
}

static void a_problem_is_written_as_the_contract_says(void **state)
{
    struct problem problem;

    (void)state;
    assert_int_equal(problem_set(&problem, ERR_INPUT, 0, "\"%s\" is wrong", "text"), -1);
    assert_str(written(&problem, STR("/v1/triage")),
               "{\"type\":\"urn:usher:error:input\",\"title\":\"the request is "
               "malformed\",\"status\":400,\"detail\":\"\\\"text\\\" is wrong\","
               "\"instance\":\"/v1/triage\"}");
}

static void a_closer_status_stands_instead_of_the_reasons_own(void **state)
{
    struct problem problem;

    (void)state;
    (void)problem_set(&problem, ERR_LIMIT, 413, "too long");
    assert_int_equal(problem.status, 413);
    assert_int_equal(problem.err.reason, ERR_LIMIT);
    for (int reason = ERR_NONE + 1; reason < ERR_COUNT; reason++) {
        (void)problem_set(&problem, (enum err_reason)reason, 0, "why");
        assert_int_equal(problem.status, err_http_status((enum err_reason)reason));
        assert_true(problem.status >= 400 && problem.status < 600);
    }
}

static void a_place_is_that_of_the_body(void **state)
{
    struct problem problem;

    (void)state;
    (void)problem_set(&problem, ERR_INPUT, 0, "wrong");
    assert_int_equal(problem.line, 0);
    problem_place(&problem, STR("{\n \"\xc3\xbc\": 1}"), 8, "/text");
    assert_int_equal(problem.line, 2);
    assert_int_equal(problem.column, 6);
    assert_true(
        str_ends_with(written(&problem, STR("/")),
                      STR(",\"at\":{\"line\":2,\"column\":6,\"pointer\":\"/text\"}}")));
    (void)problem_set(&problem, ERR_INPUT, 0, "again");
    assert_int_equal(problem.line, 0);
}

/* All that comes from the client may be anything, and may be cut anywhere. */
static void what_is_no_utf8_is_left_out(void **state)
{
    char long_text[2 * ERR_TEXT_MAX];
    struct problem problem;
    const struct json *value;
    struct err err;

    (void)state;
    memset(long_text, '\xc3', sizeof long_text);
    for (size_t i = 1; i < sizeof long_text; i += 2) {
        long_text[i] = '\xbc';
    }
    (void)problem_set(&problem, ERR_INPUT, 0, "%.*s", (int)sizeof long_text, long_text);
    assert_int_equal(json_parse(&value, arena,
                                written(&problem, STR("/\xff\"\\\x01/after")),
                                JSON_LIMITS_DEFAULT, NULL, &err),
                     0);
    assert_str(json_find(value, STR("instance"))->text, "/");
    assert_true(json_find(value, STR("detail"))->text.len >= ERR_TEXT_MAX - 2);
    assert_int_equal(json_parse(&value, arena, written(&problem, STR("/\"\\\x01/after")),
                                JSON_LIMITS_DEFAULT, NULL, &err),
                     0);
    assert_str(json_find(value, STR("instance"))->text, "/\"\\\x01/after");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_problem_is_written_as_the_contract_says),
        TEST(a_closer_status_stands_instead_of_the_reasons_own),
        TEST(a_place_is_that_of_the_body),
        TEST(what_is_no_utf8_is_left_out),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
