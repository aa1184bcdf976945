/* expect_test.c - what a sample ticket expects, against what it came to. */

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "bot/decision.h"
#include "bot/examples.h"
#include "bot/expect.h"

static struct arena *arena;

#define TEXT(literal)                                                                    \
    {                                                                                    \
        literal, sizeof(literal) - 1                                                     \
    }

static const struct str draft_or_queue[] = { TEXT("needs_approval"), TEXT("queue") };
static const struct str draft_only[] = { TEXT("auto_reply"), TEXT("needs_approval") };
static const struct str passages[] = { TEXT("refunds.md#when"), TEXT("refunds.md#how") };
static const struct str forbidden[] = { TEXT("tomorrow") };

static const struct decision_citation when = { .page = TEXT("refunds.md"),
                                               .anchor = TEXT("when") };
static const struct decision_citation other = { .page = TEXT("refunds.md"),
                                                .anchor = TEXT("fees") };

static int begin(void **state)
{
    (void)state;
    arena = arena_new(1 << 20);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void assert_met(const struct expectation *expectation,
                       const struct decision *decision, const char *why_not)
{
    struct buf why;

    buf_init(&why, arena, 1000);
    assert_int_equal(expectation_holds(expectation, decision, &why), why_not[0] == '\0');
    assert_str(buf_str(&why), why_not);
}

static struct decision drafted(const struct decision_draft *draft)
{
    return (struct decision){ .action = ACTION_NEEDS_APPROVAL,
                              .reason = REASON_POLICY,
                              .intent = { .label = STR("refund_status") },
                              .draft = draft };
}

static struct decision queued(void)
{
    return (struct decision){ .action = ACTION_QUEUE,
                              .reason = REASON_UNSUPPORTED,
                              .intent = { .label = STR("refund_status") } };
}

static void a_draft_cites_one_of_the_passages(void **state)
{
    const struct decision_draft right = { .citations = &when, .citation_count = 1 };
    const struct decision_draft wrong = { .citations = &other, .citation_count = 1 };
    struct expectation expectation = { .passages = passages, .passage_count = 2 };
    struct decision decision = drafted(&right);

    (void)state;
    assert_met(&expectation, &decision, "");
    decision = drafted(&wrong);
    assert_met(&expectation, &decision, "passage is \"fees\"");
}

static void no_draft_cites_no_passage(void **state)
{
    struct expectation expectation = { .passages = passages, .passage_count = 2 };
    struct decision decision = queued();

    (void)state;
    assert_met(&expectation, &decision, "no draft cites a passage");
    expectation.action = draft_only;
    expectation.action_count = COUNT_OF(draft_only);
    assert_met(&expectation, &decision, "action is \"queue\"; no draft cites a passage");
}

static void an_action_without_a_draft_that_is_listed_needs_no_passage(void **state)
{
    struct expectation expectation = { .action = draft_or_queue,
                                       .action_count = COUNT_OF(draft_or_queue),
                                       .passages = passages,
                                       .passage_count = 2 };
    struct decision decision = queued();

    (void)state;
    assert_met(&expectation, &decision, "");
    decision.action = ACTION_REVIEW;
    assert_met(&expectation, &decision, "action is \"review\"; no draft cites a passage");
}

static void what_must_not_be_said_is_found_in_any_case(void **state)
{
    const struct decision_draft draft = { .text = STR("It comes TOMORROW.") };
    const struct expectation expectation = { .must_not_say = forbidden,
                                             .must_not_say_count = 1 };
    struct decision decision = drafted(&draft);

    (void)state;
    assert_met(&expectation, &decision, "forbidden text is \"tomorrow\"");
    decision = queued();
    assert_met(&expectation, &decision, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draft_cites_one_of_the_passages),
        cmocka_unit_test(no_draft_cites_no_passage),
        cmocka_unit_test(an_action_without_a_draft_that_is_listed_needs_no_passage),
        cmocka_unit_test(what_must_not_be_said_is_found_in_any_case),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
