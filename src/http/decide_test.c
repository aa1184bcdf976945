/* decide_test.c */

#include "http/http_test.h"

#include "base/ulid.h"
#include "http/decide.h"
#include "http/problem.h"

static struct generation *generation;

static int set_up(void **state)
{
    generation = serving_take(app.serving);
    return app_reset(state);
}

static int tear_down(void **state)
{
    (void)state;
    serving_give(app.serving, &generation);
    return 0;
}

static void keep_text(void *context, struct str answer)
{
    *(struct str *)context = str_copy(answer_arena, answer);
}

static struct str decide(const char *body)
{
    const struct decider decider = { .app = &app,
                                     .generation = generation,
                                     .dialect = TRIAGE_FULL,
                                     .trace_id = STR("0123456789abcdef") };
    struct problem problem;
    struct str answer = STR("");

    if (decide_body(&decider, str_from(body), keep_text, &answer, &problem) != 0) {
        fail_msg("%s", problem.err.text);
    }
    return answer;
}

static void a_message_without_a_name_gets_one(void **state)
{
    struct str first = member_text(decide("{\"text\": \"hello\"}"), "id");
    struct str second = member_text(decide("{\"text\": \"hello\", \"id\": null}"), "id");

    (void)state;
    assert_true(str_starts_with(first, STR("msg_")));
    assert_int_equal(first.len, strlen("msg_") + ULID_LEN);
    assert_false(str_equal(first, second));
    assert_str(member_text(decide("{\"text\": \"hello\", \"id\": \"x\"}"), "id"), "x");
}

static void what_a_caller_says_reaches_the_decision(void **state)
{
    struct str answer = decide("{\"text\": \"where is the parcel\", \"lang\": \"fr\"}");

    (void)state;
    assert_str(member_text(answer, "language"), "fr");
    assert_str(member_text(answer, "manifest.trace_id"), "0123456789abcdef");
    answer = decide("{\"text\": \"hello\", \"metadata\": {\"tier\": \"gold\"}}");
    assert_str(member_text(answer, "reason"), "priority");
}

static void a_bot_is_found_by_its_whole_name(void **state)
{
    static const char *const unknown[] = { "firs", "first ", "FIRST", "third" };
    const struct decider decider = { .app = &app,
                                     .generation = generation,
                                     .dialect = TRIAGE_FULL };

    (void)state;
    assert_str(member_text(decide("{\"text\": \"a\", \"bot\": \"second\"}"), "bot"),
               "second");
    for (size_t i = 0; i < COUNT_OF(unknown); i++) {
        struct str body =
            str_format(answer_arena, "{\"text\": \"a\", \"bot\": \"%s\"}", unknown[i]);
        struct str answer = STR("none");
        struct problem problem;

        assert_int_equal(decide_body(&decider, body, keep_text, &answer, &problem), -1);
        assert_int_equal(problem.status, 404);
        assert_str(answer, "none");
    }
}

/* What a message means, not how long it is, decides; a member's order neither. */
static void the_same_message_gives_the_same_answer_but_for_times(void **state)
{
    struct str first = decide("{\"text\": \"when is the refund paid\", \"id\": \"1\"}");
    struct str second =
        decide("{\"id\": \"1\",\n \"text\": \"when is the refund pai\\u0064\"}");
    size_t len = str_find(first, STR("\"timings_us\""));

    (void)state;
    assert_true(len < first.len);
    assert_true(str_equal(str_slice(first, 0, len), str_slice(second, 0, len)));
    assert_str(member_text(first, "action"), "needs_approval");
}

static void the_scratch_is_back_after_an_answer_and_after_a_mistake(void **state)
{
    const struct decider decider = { .app = &app,
                                     .generation = generation,
                                     .dialect = TRIAGE_FULL };
    struct str answer = STR("");
    struct problem problem;

    (void)state;
    for (size_t i = 0; i < 3; i++) { /* there is but one */
        (void)decide("{\"text\": \"hello\"}");
        assert_int_equal(decide_body(&decider, STR("{}"), keep_text, &answer, &problem),
                         -1);
    }
}

/* Its texts are decoded where it ends in an escape, each into memory of its own. */
static void the_largest_body_is_read(void **state)
{
    const struct decider decider = { .app = &app,
                                     .generation = generation,
                                     .dialect = TRIAGE_FULL };
    const size_t half = BODY_BYTES_LIMIT / 2 - 32;
    char *letters = arena_raw(answer_arena, half, 1);
    struct str answer = STR("none");
    struct problem problem;
    struct str body;

    (void)state;
    memset(letters, 'a', half);
    body = str_format(answer_arena, "{\"text\":\"%.*s\\n\",\"id\":\"%.*s\\n\"}",
                      (int)half, letters, (int)half, letters);
    assert_true(body.len <= BODY_BYTES_LIMIT && body.len > BODY_BYTES_LIMIT - 100);
    assert_int_equal(decide_body(&decider, body, keep_text, &answer, &problem), -1);
    assert_int_equal(problem.status, 413);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_message_without_a_name_gets_one),
        TEST(what_a_caller_says_reaches_the_decision),
        TEST(a_bot_is_found_by_its_whole_name),
        TEST(the_same_message_gives_the_same_answer_but_for_times),
        TEST(the_largest_body_is_read),
        TEST(the_scratch_is_back_after_an_answer_and_after_a_mistake),
#undef TEST
    };

    return cmocka_run_group_tests(tests, app_begin, app_end);
}
