/* unguarded_test.c - a workflow that only understands: models read the message all the
 * same, and without personal data. */

#include "bot/bot_test.h"

#include "base/err.h"
#include "bot/bot.h"
#include "bot/compile.h"
#include "bot/turn.h"
#include "guard/evidence.h"

static void on_step(void *context, const char *what)
{
    (void)context;
    (void)what;
}

static struct decision decide(struct turn_worker *worker, const char *text)
{
    struct turn_request request = { .text = str_from(text), .channel = STR("test") };
    struct decision decision;
    struct err err;

    assert_int_equal(turn_decide(worker, &request, test_arena, &decision, &err), 0);
    return decision;
}

static void a_workflow_without_a_guard_reads_the_message(void **state)
{
    struct bot_files files =
        small_bot_with("workflow.yaml", "workflow: intents\nstart: classify\nsteps:\n"
                                        "  classify: { do: understand, next: queue }\n"
                                        "  queue: { do: assign, wait: resolution, "
                                        "on: { resolved: end } }\n");
    struct turn_worker *worker;
    struct compiled compiled;
    struct decision decision;
    struct bot *bot;
    struct err err;

    (void)state;
    bot_folder_parse(&test_folder, files, test_arena, &test_mistakes);
    assert_int_equal(test_mistakes.error_count, 0);
    assert_int_equal(
        bot_compile(&compiled, &test_folder, on_step, NULL, test_arena, &err), 0);
    assert_int_equal(bot_open(&bot, compiled.bytes, test_arena, &err), 0);
    assert_int_equal(turn_worker_open(&worker, bot, NULL, test_arena, &err), 0);
    assert_str(decide(worker, "money back please").intent.label, "refund_request");
    assert_str(decide(worker, "where is it").intent.label, "late_delivery");
    decision = decide(worker, "money back please, write to ann@example.org");
    assert_str(decision.intent.label, "refund_request");
    assert_true(evidence_has(decision.evidence, EVIDENCE_PII_EMAIL));
    assert_int_equal(decision.action, ACTION_QUEUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_workflow_without_a_guard_reads_the_message,
                                        test_begin, test_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
