/* definition_test.c - which workflows are taken, and what is said of the others. */

#include "flow/flow_test.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"

static const struct str intents[] = { { "refund_request", 14 } };
static const struct str queues[] = { { "review", 6 }, { "refunds", 7 } };
static const struct vocabulary vocabulary = {
    .intents = { intents, COUNT_OF(intents) },
    .queues = { queues, COUNT_OF(queues) },
};

static int begin(void **state)
{
    *state = arena_new(32 << 20);
    return 0;
}

static int end(void **state)
{
    struct arena *arena = *state;

    arena_free(&arena);
    return 0;
}

/* Every mistake and remark, a line each, as `usher check` prints them. */
static void expect_mistakes(struct arena *arena, const char *yaml, const char *lines)
{
    struct mistakes mistakes;
    struct buf buf;

    (void)definition_of(yaml, &vocabulary, arena, &mistakes);
    mistakes_sort(&mistakes);
    buf_init(&buf, arena, 1 << 20);
    for (size_t i = 0; i < mistakes.list.count; i++) {
        mistake_format(list_at(&mistakes.list, i), &buf);
        buf_add_char(&buf, '\n');
    }
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, lines);
}

static void the_workflow_of_the_design_is_sound(void **state)
{
    const struct definition *definition = sound_definition(design_workflow, *state);
    const struct flow_step *guard = &definition->steps[definition->start];
    const struct flow_step *queue = &definition->steps[6];

    assert_str(definition->name, "triage");
    assert_int_equal(definition->step_count, 10);
    assert_int_equal(definition->condition_count, 5);
    assert_int_equal(guard->activity, ACTIVITY_GUARD_INPUT);
    assert_str(step_name(definition, guard->on[OUTCOME_OK]), "classify");
    assert_str(step_name(definition, guard->on[OUTCOME_BLOCKED]), "review");
    assert_str(queue->name, "queue");
    assert_int_equal(queue->wait, WAIT_RESOLUTION);
    assert_int_equal(queue->deadline.ms, 4 * 3600 * 1000);
    assert_true(queue->deadline.is_business);
    assert_int_equal(queue->on[OUTCOME_RESOLVED], STEP_END);
}

static void an_outcome_takes_the_target_of_its_fallback(void **state)
{
    const struct definition *definition = sound_definition(design_workflow, *state);
    const struct flow_step *guard = &definition->steps[0];
    const struct flow_step *classify = &definition->steps[1];
    const struct flow_step *draft = &definition->steps[3];

    assert_str(step_name(definition, step_target(guard, OUTCOME_UNAVAILABLE)), "review");
    assert_str(step_name(definition, step_target(guard, OUTCOME_SELF_HARM)), "classify");
    assert_str(step_name(definition, step_target(draft, OUTCOME_MISSING_ENTITY)),
               "queue");
    assert_int_equal(step_target(classify, OUTCOME_ERROR), STEP_NONE);
    assert_int_equal(step_target(guard, OUTCOME_ERROR), STEP_NONE);
}

static void the_canonical_form_reads_back_to_itself(void **state)
{
    const struct definition *definition = sound_definition(design_workflow, *state);
    const struct definition *again;
    struct err err = { 0 };

    assert_int_equal(definition_read(&again, *state, definition->canonical, &err), 0);
    assert_true(str_equal(definition->canonical, again->canonical));
    assert_memory_equal(&definition->digest, &again->digest, sizeof again->digest);
    assert_int_equal(again->step_count, definition->step_count);
}

static void the_digest_does_not_depend_on_layout_but_on_meaning(void **state)
{
    const char *block = "# a comment\n"
                        "workflow: w\n"
                        "start: a\n"
                        "steps:\n"
                        "  a:\n"
                        "    on: {resolved: end, deadline: b}\n"
                        "    deadline: 60m\n"
                        "    wait: resolution\n"
                        "    do: assign\n"
                        "  b: { do: escalate, next: end }\n";
    const char *flow =
        "{workflow: 'w', start: a, steps: {a: {do: assign, wait: resolution,"
        " deadline: 1h, on: {deadline: b, resolved: end}},"
        " b: {do: escalate, next: end}}}";
    const char *other =
        "{workflow: 'w', start: a, steps: {a: {do: assign, wait: resolution,"
        " deadline: 2h, on: {deadline: b, resolved: end}},"
        " b: {do: escalate, next: end}}}";
    const struct definition *first = sound_definition(block, *state);
    const struct definition *second = sound_definition(flow, *state);
    const struct definition *third = sound_definition(other, *state);

    assert_memory_equal(&first->digest, &second->digest, sizeof first->digest);
    assert_memory_not_equal(&first->digest, &third->digest, sizeof first->digest);
}

static void a_form_that_is_not_canonical_is_corrupt(void **state)
{
    const struct definition *definition = sound_definition(design_workflow, *state);
    const struct definition *again;
    struct str spaced = str_format(*state, " %.*s", STR_ARG(definition->canonical));
    struct err err = { 0 };

    assert_int_equal(definition_read(&again, *state, spaced, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
    assert_int_equal(definition_read(&again, *state, STR("{}"), &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
    assert_int_equal(definition_read(&again, *state, STR("{"), &err), -1);
}

static void every_mistake_is_told_at_once(void **state)
{
    expect_mistakes(
        *state,
        "workflow: triage\n"
        "start: gaurd\n"
        "steps:\n"
        "  guard: { do: guard_inptu, next: clasify, on: { blocked: review } }\n"
        "  classify: { do: understand, nxt: route }\n"
        "  route:\n"
        "    choose:\n"
        "      - { when: 'confidance < threshold', next: review }\n"
        "      - { when: 'intent == \"refund_reqest\"', next: queue, reason: prioritty "
        "}\n"
        "  review: { do: assign, with: { queue: revew }, wait: resolutoin,"
        " on: { resolvd: end } }\n"
        "  queue: { do: assign, wait: resolution, deadline: soon,"
        " on: { resolved: fin } }\n",
        "workflow.yaml:2:8: unknown step \"gaurd\"; expected one of guard, classify, "
        "route, "
        "review, queue, end; did you mean guard\n"
        "workflow.yaml:4:16: unknown activity \"guard_inptu\"; expected one of "
        "guard_input, "
        "understand, draft_reply, deliver, assign, refuse, escalate; did you mean "
        "guard_input\n"
        "workflow.yaml:4:35: unknown step \"clasify\"; expected one of guard, classify, "
        "route, review, queue, end; did you mean classify\n"
        "workflow.yaml:5:3: this step leads nowhere; expected \"next\" with a step or "
        "\"end\"\n"
        "workflow.yaml:5:31: unknown key \"nxt\" in a step; expected one of do, with, "
        "choose, wait, deadline, next, on, reason; did you mean next\n"
        "workflow.yaml:8:18: unknown name \"confidance\"; expected a name that a "
        "condition "
        "may read; did you mean confidence\n"
        "workflow.yaml:9:17: the last rule may fail to hold; expected a last rule "
        "without "
        "\"when\"\n"
        "workflow.yaml:9:28: unknown name \"refund_reqest\"; expected one of the values "
        "of "
        "that name; did you mean refund_request\n"
        "workflow.yaml:9:67: unknown reason \"prioritty\"; expected one of policy, "
        "certified, "
        "risk, unsupported, missing_entity, low_confidence, out_of_scope, language, "
        "guard, "
        "guard_unavailable, model_unavailable, budget, priority, self_harm, deadline, "
        "customer_request, banned; did you mean priority\n"
        "workflow.yaml:10:40: unknown queue \"revew\"; expected one of review, refunds; "
        "did "
        "you mean review\n"
        "workflow.yaml:10:55: unknown wait \"resolutoin\"; expected one of approval, "
        "resolution; did you mean resolution\n"
        "workflow.yaml:11:52: deadline is \"soon\"; expected a duration such as 90s, "
        "15m, 4h, 2d or 4h business, from 1s to 3660d\n"
        "workflow.yaml:11:74: unknown step \"fin\"; expected one of guard, classify, "
        "route, "
        "review, queue, end\n");
}

static void outcomes_belong_to_what_the_step_does(void **state)
{
    expect_mistakes(
        *state,
        "workflow: w\n"
        "start: a\n"
        "steps:\n"
        "  a: { do: understand, next: b, on: { approved: b } }\n"
        "  b: { wait: approval, on: { approved: c, rejectd: c } }\n"
        "  c: { do: escalate, next: end }\n",
        "workflow.yaml:4:39: unknown outcome of this step \"approved\"; expected "
        "one of budget, unavailable, error\n"
        "workflow.yaml:5:28: no step for the outcome \"rejected\"; expected one "
        "under \"on\"\n"
        "workflow.yaml:5:43: unknown outcome of this step \"rejectd\"; expected "
        "one of approved, edited, rejected; did you mean rejected\n");
}

static void a_step_does_one_thing(void **state)
{
    expect_mistakes(
        *state,
        "workflow: w\n"
        "start: a\n"
        "steps:\n"
        "  a: { do: assign, choose: [ { next: b } ], next: b }\n"
        "  b: { wait: resolution, next: c, on: { resolved: end } }\n"
        "  c: { do: escalate, next: end, deadline: 1h }\n"
        "  d: { reason: policy }\n"
        "  end: { do: escalate, with: { queue: refunds }, next: end }\n"
        "  e: { do: deliver, with: { queue: refunds }, next: end }\n",
        "workflow.yaml:4:3: a step that chooses does nothing else; expected \"choose\" "
        "alone, "
        "or with \"reason\"\n"
        "workflow.yaml:5:32: a step that waits goes on by its outcomes; expected \"on\" "
        "instead of \"next\"\n"
        "workflow.yaml:6:43: a deadline of a step that does not wait; expected \"wait\" "
        "beside "
        "it\n"
        "workflow.yaml:7:3: this step does nothing; expected \"do\", \"wait\" or "
        "\"choose\"\n"
        "workflow.yaml:8:3: \"end\" is no name for a step; expected letters, digits, _ "
        "and -, "
        "at most 64, not \"end\"\n"
        "workflow.yaml:9:27: this activity takes nothing; expected no \"with\"\n");
}

static void rules_below_the_one_that_always_holds_are_a_mistake(void **state)
{
    expect_mistakes(
        *state,
        "workflow: w\n"
        "start: a\n"
        "steps:\n"
        "  a: { choose: [ { next: b }, { when: 'in_scope', next: b } ] }\n"
        "  b: { do: escalate, next: end }\n",
        "workflow.yaml:4:18: a rule without \"when\" hides those below it; "
        "expected such a rule at the end only\n"
        "workflow.yaml:4:39: the last rule may fail to hold; expected a last rule "
        "without \"when\"\n");
}

static void missing_parts_are_told(void **state)
{
    expect_mistakes(
        *state, "{}",
        "workflow.yaml:1:1: \"workflow\" is missing in a workflow; expected a "
        "text of at most 64 characters\n"
        "workflow.yaml:1:1: \"start\" is missing in a workflow; expected a text "
        "of at most 64 characters\n"
        "workflow.yaml:1:1: \"steps\" is missing in a workflow; expected a "
        "mapping of names to mappings, 1 to 64 of them\n");
}

static void a_step_that_nobody_reaches_is_a_mistake(void **state)
{
    expect_mistakes(
        *state,
        "workflow: w\n"
        "start: a\n"
        "steps:\n"
        "  a: { choose: [ { when: 'risk == \"self_harm\"', next: b },"
        " { next: b } ] }\n"
        "  b: { do: escalate, next: end }\n"
        "  c: { do: assign, next: b }\n",
        "workflow.yaml:6:3: step \"c\" is never reached; expected a way from the "
        "start\n");
}

static void a_circle_without_a_wait_is_a_mistake(void **state)
{
    expect_mistakes(*state,
                    "workflow: w\n"
                    "start: a\n"
                    "steps:\n"
                    "  a: { do: understand, next: b }\n"
                    "  b: { choose: [ { when: 'risk == \"normal\"', next: a },"
                    " { next: c } ] }\n"
                    "  c: { do: escalate, next: end }\n",
                    "workflow.yaml:4:3: step \"a\" comes back to itself without waiting; "
                    "expected a wait in the circle\n"
                    "workflow.yaml:5:3: step \"b\" comes back to itself without waiting; "
                    "expected a wait in the circle\n");
}

/* Policy may approve at once, so that an approval does not break a circle by itself. */
static void an_approval_is_no_wait_in_a_circle_but_a_rejection_is(void **state)
{
    static const struct vocabulary anything;
    struct mistakes mistakes;
    const char *approved =
        "{workflow: w, start: g, steps: {g: {do: guard_input, next: d, on: {blocked: x}},"
        " d: {do: draft_reply, next: a, on: {unsupported: x}},"
        " a: {wait: approval, on: {approved: d, rejected: x}},"
        " x: {do: escalate, next: end}}}";
    const char *rejected =
        "{workflow: w, start: g, steps: {g: {do: guard_input, next: d, on: {blocked: x}},"
        " d: {do: draft_reply, next: a, on: {unsupported: x}},"
        " a: {wait: approval, on: {approved: x, rejected: d}},"
        " x: {do: escalate, next: end}}}";

    assert_null(definition_of(approved, &anything, *state, &mistakes));
    assert_non_null(definition_of(rejected, &anything, *state, &mistakes));
}

static void an_end_that_forgets_the_customer_is_a_mistake(void **state)
{
    expect_mistakes(*state,
                    "workflow: w\n"
                    "start: a\n"
                    "steps:\n"
                    "  a: { choose: [ { when: 'risk == \"normal\"', next: end },"
                    " { next: b } ] }\n"
                    "  b: { do: escalate, next: end }\n",
                    "workflow.yaml:4:3: step \"a\" can end a run without an answer or a "
                    "hand-over; expected deliver, assign, refuse or escalate before the "
                    "end\n");
}

static void nothing_unguarded_undrafted_or_unapproved_is_delivered(void **state)
{
    expect_mistakes(*state,
                    "workflow: w\n"
                    "start: a\n"
                    "steps:\n"
                    "  a: { choose: [ { when: 'risk == \"normal\"', next: send },"
                    " { next: b } ] }\n"
                    "  b: { do: escalate, next: end }\n"
                    "  send: { do: deliver, next: end }\n",
                    "workflow.yaml:6:3: step \"send\" can send what no guard has seen; "
                    "expected guard_input before it\n"
                    "workflow.yaml:6:3: step \"send\" can send before there is a draft; "
                    "expected draft_reply before it\n"
                    "workflow.yaml:6:3: step \"send\" can send what nobody has approved; "
                    "expected wait: approval between the draft and it\n");
}

static void an_approval_before_the_draft_does_not_count(void **state)
{
    expect_mistakes(
        *state,
        "workflow: w\n"
        "start: g\n"
        "steps:\n"
        "  g: { do: guard_input, next: ok, on: { blocked: x } }\n"
        "  ok: { wait: approval, on: { approved: d, rejected: x } }\n"
        "  d: { do: draft_reply, next: send, on: { unsupported: x } }\n"
        "  send: { do: deliver, next: end }\n"
        "  x: { choose: [ { when: 'risk == \"high\"', next: y }, { next: y } ] }\n"
        "  y: { do: escalate, next: end }\n",
        "workflow.yaml:7:3: step \"send\" can send what nobody has approved; "
        "expected wait: approval between the draft and it\n");
}

static void a_workflow_blind_to_risk_gets_a_remark(void **state)
{
    expect_mistakes(
        *state,
        "workflow: w\n"
        "start: a\n"
        "steps:\n"
        "  a: { do: escalate, next: end }\n",
        "workflow.yaml:4:3: remark: no rule of this workflow reads risk; expected "
        "risk == \"self_harm\" before other rules\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(the_workflow_of_the_design_is_sound),
        TEST(an_outcome_takes_the_target_of_its_fallback),
        TEST(the_canonical_form_reads_back_to_itself),
        TEST(the_digest_does_not_depend_on_layout_but_on_meaning),
        TEST(a_form_that_is_not_canonical_is_corrupt),
        TEST(every_mistake_is_told_at_once),
        TEST(outcomes_belong_to_what_the_step_does),
        TEST(a_step_does_one_thing),
        TEST(rules_below_the_one_that_always_holds_are_a_mistake),
        TEST(missing_parts_are_told),
        TEST(a_step_that_nobody_reaches_is_a_mistake),
        TEST(a_circle_without_a_wait_is_a_mistake),
        TEST(an_approval_is_no_wait_in_a_circle_but_a_rejection_is),
        TEST(an_end_that_forgets_the_customer_is_a_mistake),
        TEST(nothing_unguarded_undrafted_or_unapproved_is_delivered),
        TEST(an_approval_before_the_draft_does_not_count),
        TEST(a_workflow_blind_to_risk_gets_a_remark),
    };

    return cmocka_run_group_tests_name("definition", tests, NULL, NULL);
}
