/* step_test.c - the machine: the way of one message, approvals, and a walk through every
 * state it can be in. */

#include "flow/flow_test.h"

#include "base/attr.h"
#include "base/err.h"
#include "flow/run_memory.h"

struct fixture {
    struct arena *arena;
    struct machine machine;
    struct facts facts;
    enum step_outcome outcomes[ACTIVITY_COUNT]; /* what each activity will say */
    enum activity done[32];
    size_t done_count;
};

static const struct intent_policy policies[] = {
    { { "refund_request", 14 }, false, true },
    { { "account_deletion", 16 }, true, false },
    { { "complaint", 9 }, false, false },
};

static struct machine machine_of(const char *yaml, struct arena *arena)
{
    struct machine machine = { .definition = sound_definition(yaml, arena) };
    struct err err = { 0 };

    assert_int_equal(condition_set_open(&machine.conditions, arena,
                                        machine.definition->conditions,
                                        machine.definition->condition_count, &err),
                     0);
    return machine;
}

/* A message that may be answered, with a person's approval. */
static struct facts plain_facts(void)
{
    return (struct facts){ .intent = STR("refund_request"),
                           .confidence = 950000,
                           .threshold = 850000,
                           .in_scope = true,
                           .priority = 2,
                           .language = STR("en"),
                           .language_served = true,
                           .draft_supported = true,
                           .intents = policies,
                           .intent_count = COUNT_OF(policies) };
}

static int begin(void **state)
{
    static struct fixture fixture;

    fixture = (struct fixture){ .arena = arena_new(64 << 20), .facts = plain_facts() };
    fixture.machine = machine_of(design_workflow, fixture.arena);
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;

    arena_free(&fixture->arena);
    return 0;
}

static enum step_outcome scripted(void *context, const struct flow_command *command)
{
    struct fixture *fixture = context;

    assert_true(fixture->done_count < COUNT_OF(fixture->done));
    fixture->done[fixture->done_count++] = command->activity;
    return fixture->outcomes[command->activity];
}

static struct run run_it(struct fixture *fixture)
{
    struct run_host host = { .context = fixture,
                             .facts = &fixture->facts,
                             .at_ms = 1000 };
    struct run run;

    for (size_t i = 0; i < ACTIVITY_COUNT; i++) {
        host.activities[i] = scripted;
    }
    fixture->done_count = 0;
    run_in_memory(&fixture->machine, &host, &run);
    return run;
}

static void expect_answer(struct fixture *fixture, enum action action, enum reason reason)
{
    struct run run = run_it(fixture);

    assert_str(action_name(run_action(fixture->machine.definition, &run)),
               action_name(action).at);
    assert_str(reason_name(run.reason), reason_name(reason).at);
}

static void a_supported_draft_waits_for_approval(void **state)
{
    struct fixture *fixture = *state;
    struct run run = run_it(fixture);

    assert_int_equal(run.status, RUN_WAITING);
    assert_int_equal(run_action(fixture->machine.definition, &run),
                     ACTION_NEEDS_APPROVAL);
    assert_int_equal(run.reason, REASON_POLICY);
    assert_int_equal(run.path_count, 5);
    assert_str(step_name(fixture->machine.definition, run.path[0]), "guard");
    assert_str(step_name(fixture->machine.definition, run.path[4]), "approve");
}

static void policy_approves_what_needs_no_human(void **state)
{
    struct fixture *fixture = *state;
    struct run run;

    fixture->facts.policy_approves = true;
    run = run_it(fixture);
    assert_int_equal(run.status, RUN_ENDED);
    assert_true(run.policy_approved);
    assert_int_equal(fixture->done[fixture->done_count - 1], ACTIVITY_DELIVER);
    expect_answer(fixture, ACTION_AUTO_REPLY, REASON_POLICY);
    fixture->facts.threshold_certified = true;
    expect_answer(fixture, ACTION_AUTO_REPLY, REASON_CERTIFIED);
}

/* A workflow that drafts whatever comes: policy must still not let it out. */
static void policy_never_approves_what_a_person_must_see(void **state)
{
    static const char drafts_all[] =
        "{workflow: w, start: g, steps: {"
        " g: {do: guard_input, next: u, on: {blocked: u}},"
        " u: {do: understand, next: d, on: {error: d}},"
        " d: {do: draft_reply, next: a, on: {unsupported: x}},"
        " a: {wait: approval, on: {approved: s, rejected: x}},"
        " s: {do: deliver, next: end}, x: {do: escalate, next: end}}}";
    struct fixture *fixture = *state;

    fixture->machine = machine_of(drafts_all, fixture->arena);
    fixture->facts.policy_approves = true;
    expect_answer(fixture, ACTION_AUTO_REPLY, REASON_POLICY);

    fixture->facts.confidence = 849999;
    expect_answer(fixture, ACTION_NEEDS_APPROVAL, REASON_POLICY);
    fixture->facts.confidence = 850000;
    expect_answer(fixture, ACTION_AUTO_REPLY, REASON_POLICY);
    for (enum risk risk = RISK_HIGH; risk < RISK_COUNT; risk++) {
        fixture->facts.risk = risk;
        expect_answer(fixture, ACTION_NEEDS_APPROVAL,
                      risk == RISK_HIGH ? REASON_RISK : REASON_POLICY);
    }
    fixture->facts.risk = RISK_NORMAL;
    fixture->facts.in_scope = false;
    expect_answer(fixture, ACTION_NEEDS_APPROVAL, REASON_POLICY);
    fixture->facts.in_scope = true;
    fixture->facts.draft_supported = false;
    expect_answer(fixture, ACTION_NEEDS_APPROVAL, REASON_POLICY);
    fixture->facts.draft_supported = true;

    fixture->outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_BLOCKED;
    expect_answer(fixture, ACTION_NEEDS_APPROVAL, REASON_POLICY);
    fixture->outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_UNAVAILABLE;
    expect_answer(fixture, ACTION_NEEDS_APPROVAL, REASON_POLICY);
    fixture->outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_SELF_HARM;
    expect_answer(fixture, ACTION_NEEDS_APPROVAL, REASON_POLICY);
    fixture->outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_OK;
    fixture->outcomes[ACTIVITY_UNDERSTAND] = OUTCOME_ERROR;
    expect_answer(fixture, ACTION_NEEDS_APPROVAL, REASON_POLICY);
}

static void each_way_has_the_reason_of_the_contract(void **state)
{
    struct fixture *fixture = *state;
    struct facts *facts = &fixture->facts;

    facts->confidence = 849999;
    expect_answer(fixture, ACTION_REVIEW, REASON_LOW_CONFIDENCE);
    facts->in_scope = false;
    expect_answer(fixture, ACTION_REVIEW, REASON_OUT_OF_SCOPE);
    facts->language = STR("fr");
    facts->language_served = false;
    expect_answer(fixture, ACTION_REVIEW, REASON_LANGUAGE);
    facts->risk = RISK_BANNED;
    expect_answer(fixture, ACTION_REFUSE, REASON_BANNED);
    facts->risk = RISK_SELF_HARM;
    expect_answer(fixture, ACTION_ESCALATE, REASON_SELF_HARM);

    *facts = plain_facts();
    facts->intent = STR("account_deletion");
    expect_answer(fixture, ACTION_REFUSE, REASON_BANNED);
    facts->intent = STR("complaint");
    expect_answer(fixture, ACTION_QUEUE, REASON_POLICY);
    facts->priority = 1;
    expect_answer(fixture, ACTION_ESCALATE, REASON_PRIORITY);

    *facts = plain_facts();
    facts->risk = RISK_HIGH;
    expect_answer(fixture, ACTION_NEEDS_APPROVAL, REASON_RISK);
}

static void each_outcome_has_the_reason_of_the_contract(void **state)
{
    struct fixture *fixture = *state;
    enum step_outcome *outcomes = fixture->outcomes;

    outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_BLOCKED;
    expect_answer(fixture, ACTION_REVIEW, REASON_GUARD);
    outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_UNAVAILABLE;
    expect_answer(fixture, ACTION_REVIEW, REASON_GUARD_UNAVAILABLE);
    outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_ERROR;
    expect_answer(fixture, ACTION_REVIEW, REASON_GUARD_UNAVAILABLE);
    outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_OK;
    outcomes[ACTIVITY_UNDERSTAND] = OUTCOME_BUDGET;
    expect_answer(fixture, ACTION_REVIEW, REASON_BUDGET);
    outcomes[ACTIVITY_UNDERSTAND] = OUTCOME_UNAVAILABLE;
    expect_answer(fixture, ACTION_REVIEW, REASON_MODEL_UNAVAILABLE);
    outcomes[ACTIVITY_UNDERSTAND] = OUTCOME_OK;
    outcomes[ACTIVITY_DRAFT_REPLY] = OUTCOME_UNSUPPORTED;
    expect_answer(fixture, ACTION_QUEUE, REASON_UNSUPPORTED);
    outcomes[ACTIVITY_DRAFT_REPLY] = OUTCOME_MISSING_ENTITY;
    expect_answer(fixture, ACTION_QUEUE, REASON_MISSING_ENTITY);
}

static void self_harm_goes_its_way_whatever_else_was_found(void **state)
{
    struct fixture *fixture = *state;

    fixture->outcomes[ACTIVITY_GUARD_INPUT] = OUTCOME_SELF_HARM;
    fixture->facts.risk = RISK_SELF_HARM;
    fixture->facts.policy_approves = true;
    expect_answer(fixture, ACTION_ESCALATE, REASON_SELF_HARM);
}

static void a_stated_reason_counts_more_than_a_derived_one(void **state)
{
    static const char stated[] =
        "{workflow: w, start: r, steps: {r: {choose: ["
        " {when: 'intent == \"human_agent\"', next: x, reason: customer_request},"
        " {when: 'priority == 1', next: x}, {next: q}]},"
        " x: {do: escalate, next: end}, q: {do: assign, next: end, reason: "
        "unsupported}}}";
    struct fixture *fixture = *state;

    fixture->machine = machine_of(stated, fixture->arena);
    expect_answer(fixture, ACTION_QUEUE, REASON_UNSUPPORTED);
    fixture->facts.priority = 1;
    expect_answer(fixture, ACTION_ESCALATE, REASON_PRIORITY);
    fixture->facts.intent = STR("human_agent");
    expect_answer(fixture, ACTION_ESCALATE, REASON_CUSTOMER_REQUEST);
}

static void a_rule_without_an_answer_leads_to_the_last_one(void **state)
{
    static const char asks_age[] =
        "{workflow: w, start: r, steps: {r: {choose: ["
        " {when: 'customer.age > 30', next: x}, {when: 'in_scope', next: x}, {next: q}]},"
        " x: {do: escalate, next: end}, q: {do: assign, next: end}}}";
    struct fixture *fixture = *state;

    fixture->machine = machine_of(asks_age, fixture->arena);
    expect_answer(fixture, ACTION_QUEUE, REASON_POLICY);
    assert_true(run_it(fixture).needs_person);
}

static void a_failure_that_no_step_catches_waits_for_a_person(void **state)
{
    struct fixture *fixture = *state;
    struct run run;
    struct commands commands;
    struct event resolved = { .seq = 99,
                              .kind = EVENT_SIGNAL,
                              .outcome = OUTCOME_RESOLVED };

    fixture->outcomes[ACTIVITY_UNDERSTAND] = OUTCOME_ERROR;
    run = run_it(fixture);
    assert_int_equal(run.status, RUN_STUCK);
    assert_true(run_step(&fixture->machine, &run, &resolved, &commands));
    assert_int_equal(run.status, RUN_ENDED);
}

static struct event event_of(int64_t seq, enum event_kind kind, int64_t command_seq,
                             enum step_outcome outcome)
{
    return (struct event){ .seq = seq,
                           .at_ms = 1000 * seq,
                           .kind = kind,
                           .command_seq = command_seq,
                           .outcome = outcome };
}

static void approved_drafts_are_sent_and_late_ones_escalated(void **state)
{
    struct fixture *fixture = *state;
    struct run waiting = run_it(fixture);
    struct event events[] = {
        event_of(50, EVENT_SIGNAL, 0, OUTCOME_EDITED),
        event_of(51, EVENT_TIMER, waiting.command_seq, OUTCOME_OK),
        event_of(52, EVENT_SIGNAL, 0, OUTCOME_REJECTED),
    };
    static const enum activity wanted[] = { ACTIVITY_DELIVER, ACTIVITY_ESCALATE,
                                            ACTIVITY_ASSIGN };
    static const enum reason reasons[] = { REASON_POLICY, REASON_DEADLINE,
                                           REASON_POLICY };

    for (size_t i = 0; i < COUNT_OF(events); i++) {
        struct run run = waiting;
        struct commands commands;

        assert_true(run_step(&fixture->machine, &run, &events[i], &commands));
        assert_int_equal(commands.count, 1);
        assert_int_equal(commands.at[0].kind, COMMAND_EFFECT);
        assert_int_equal(commands.at[0].activity, wanted[i]);
        assert_int_equal(run.reason, reasons[i]);
        assert_false(run.policy_approved);
    }
}

static void a_wait_has_its_timer_counted_from_the_event(void **state)
{
    struct fixture *fixture = *state;
    struct event start = event_of(1, EVENT_START, 0, OUTCOME_OK);
    struct event failed = event_of(2, EVENT_STEP_OK, 1, OUTCOME_BLOCKED);
    struct event assigned = event_of(3, EVENT_STEP_OK, 2, OUTCOME_OK);
    struct commands commands;
    struct run run;

    run_init(&run);
    assert_true(run_step(&fixture->machine, &run, &start, &commands));
    assert_true(run_step(&fixture->machine, &run, &failed, &commands));
    assert_true(run_step(&fixture->machine, &run, &assigned, &commands));
    assert_int_equal(commands.count, 2);
    assert_int_equal(commands.at[0].kind, COMMAND_WAIT);
    assert_int_equal(commands.at[0].wait, WAIT_RESOLUTION);
    assert_int_equal(commands.at[1].kind, COMMAND_TIMER);
    assert_int_equal(commands.at[1].deadline.ms, 3600 * 1000);
    assert_true(commands.at[1].deadline.is_business);
    assert_int_equal(commands.at[1].from_ms, 3000);
    assert_str(run_queue(fixture->machine.definition, &run), "review");
}

/* A zombie worker's answer, an old timer: nothing moves. */
static void an_answer_to_an_older_command_is_ignored(void **state)
{
    struct fixture *fixture = *state;
    struct event start = event_of(1, EVENT_START, 0, OUTCOME_OK);
    struct event guarded = event_of(2, EVENT_STEP_OK, 1, OUTCOME_OK);
    struct event again = event_of(3, EVENT_STEP_OK, 1, OUTCOME_BLOCKED);
    struct commands commands;
    struct run run;

    run_init(&run);
    assert_true(run_step(&fixture->machine, &run, &start, &commands));
    assert_true(run_step(&fixture->machine, &run, &guarded, &commands));
    assert_false(run_step(&fixture->machine, &run, &again, &commands));
    assert_int_equal(commands.count, 0);
    assert_int_equal(run.ignored_count, 1);
    assert_int_equal(run.seq, 2);
}

/* --- every state, every event --- */

enum { STATES_MAX = 4000, FACTS_COUNT = 7 };

struct explored {
    struct run runs[STATES_MAX];
    bool ends[STATES_MAX]; /* RUN_ENDED can still be reached from it */
    size_t count;
    uint16_t edges[STATES_MAX * 8][2];
    size_t edge_count;
};

static bool is_same(const struct run *a, const struct run *b)
{
    return a->status == b->status && a->step == b->step && a->reason == b->reason &&
           a->effect == b->effect && a->seq == b->seq &&
           a->command_seq == b->command_seq && a->needs_person == b->needs_person &&
           a->policy_approved == b->policy_approved &&
           a->ignored_count == b->ignored_count && a->path_count == b->path_count &&
           memcmp(a->path, b->path, sizeof a->path) == 0 &&
           memcmp(a->visits, b->visits, sizeof a->visits) == 0;
}

/* What the machine decides by; the rest of a run only grows. */
static struct run essence(struct run run)
{
    run.seq = 0;
    run.command_seq = 10;
    run.ignored_count = 0;
    run.path_count = 0;
    memset(run.path, 0, sizeof run.path);
    memset(run.visits, 0, sizeof run.visits);
    return run;
}

static size_t state_of(struct explored *explored, struct run run)
{
    run = essence(run);
    for (size_t i = 0; i < explored->count; i++) {
        if (is_same(&explored->runs[i], &run)) {
            return i;
        }
    }
    assert_true(explored->count < STATES_MAX);
    explored->runs[explored->count] = run;
    return explored->count++;
}

static void expect_lawful(const struct machine *machine, const struct run *before,
                          const struct run *after, const struct event *event,
                          const struct commands *commands, bool is_applied)
{
    enum command_kind first = commands->at[0].kind;

    if (!is_applied) {
        struct run same = *after;
        same.ignored_count = before->ignored_count;
        assert_true(is_same(&same, before));
        assert_int_equal(commands->count, 0);
        return;
    }
    assert_int_not_equal(before->status, RUN_ENDED);
    assert_int_not_equal(after->status, RUN_NEW);
    assert_true(commands->count >= 1);
    switch (after->status) {
    case RUN_ACTING:
        assert_true(first == COMMAND_RUN || first == COMMAND_EFFECT);
        break;
    case RUN_WAITING:
    case RUN_STUCK:
        assert_int_equal(first, COMMAND_WAIT);
        break;
    default:
        assert_int_equal(first, COMMAND_END);
        break;
    }
    if (first == COMMAND_EFFECT && commands->at[0].activity == ACTIVITY_DELIVER) {
        bool by_person =
            event->kind == EVENT_SIGNAL &&
            (event->outcome == OUTCOME_APPROVED || event->outcome == OUTCOME_EDITED);
        bool by_policy = after->policy_approved && !after->needs_person &&
                         event->facts != NULL && event->facts->policy_approves &&
                         event->facts->confidence >= event->facts->threshold;
        assert_true(by_person || by_policy);
    }
    assert_true((size_t)run_action(machine->definition, after) < ACTION_COUNT);
}

static void try_event(const struct machine *machine, struct explored *explored,
                      size_t from, const struct event *event)
{
    struct run before = explored->runs[from];
    struct run after = before;
    struct run twin = before;
    struct commands commands;
    struct commands twin_commands;
    bool is_applied = run_step(machine, &after, event, &commands);

    assert_int_equal(run_step(machine, &twin, event, &twin_commands), is_applied);
    assert_true(is_same(&twin, &after));
    expect_lawful(machine, &before, &after, event, &commands, is_applied);
    if (is_applied && explored->edge_count < COUNT_OF(explored->edges)) {
        explored->edges[explored->edge_count][0] = (uint16_t)from;
        explored->edges[explored->edge_count++][1] = (uint16_t)state_of(explored, after);
    }
}

static void try_all_events(const struct machine *machine, struct explored *explored,
                           size_t from, const struct facts *const *facts)
{
    struct event event = { .seq = 11 };

    for (event.kind = 0; event.kind <= EVENT_COUNT; event.kind++) {
        for (event.outcome = 0; event.outcome <= OUTCOME_COUNT; event.outcome++) {
            for (size_t i = 0; i < 2 * FACTS_COUNT; i++) {
                event.facts = facts[i / 2];
                event.command_seq = i % 2 == 0 ? 10 : 9;
                try_event(machine, explored, from, &event);
            }
        }
    }
}

static void expect_every_state_can_end(struct explored *explored)
{
    bool changed = true;

    for (size_t i = 0; i < explored->count; i++) {
        explored->ends[i] = explored->runs[i].status == RUN_ENDED;
    }
    while (changed) {
        changed = false;
        for (size_t i = 0; i < explored->edge_count; i++) {
            bool *from = &explored->ends[explored->edges[i][0]];
            if (!*from && explored->ends[explored->edges[i][1]]) {
                *from = true;
                changed = true;
            }
        }
    }
    for (size_t i = 0; i < explored->count; i++) {
        assert_true(explored->ends[i]);
    }
}

/* To the end, not to a depth: the states are few. */
static void no_event_in_any_state_breaks_the_machine(void **state)
{
    struct fixture *fixture = *state;
    struct explored *explored = arena_alloc(fixture->arena, sizeof *explored);
    struct facts facts[FACTS_COUNT - 1];
    const struct facts *choices[FACTS_COUNT] = { NULL };
    struct run run;

    for (size_t i = 0; i < COUNT_OF(facts); i++) {
        facts[i] = plain_facts();
        choices[i + 1] = &facts[i];
    }
    facts[0].policy_approves = true;
    facts[1].risk = RISK_SELF_HARM;
    facts[2].confidence = 0;
    facts[3].priority = 1;
    facts[4].intent = STR("account_deletion");
    facts[5].intent = STR("complaint");
    run_init(&run);
    (void)state_of(explored, run);
    for (size_t i = 0; i < explored->count; i++) {
        try_all_events(&fixture->machine, explored, i, choices);
    }
    assert_true(explored->edge_count < COUNT_OF(explored->edges));
    assert_true(explored->count > 50);
    expect_every_state_can_end(explored);
    print_message("%zu states, %zu moves\n", explored->count, explored->edge_count);
}

static void the_same_events_give_the_same_run(void **state)
{
    struct fixture *fixture = *state;
    struct run first = run_it(fixture);
    struct machine again = machine_of(design_workflow, fixture->arena);
    struct run second;

    fixture->machine = again;
    second = run_it(fixture);
    assert_true(is_same(&first, &second));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(a_supported_draft_waits_for_approval),
        TEST(policy_approves_what_needs_no_human),
        TEST(policy_never_approves_what_a_person_must_see),
        TEST(each_way_has_the_reason_of_the_contract),
        TEST(each_outcome_has_the_reason_of_the_contract),
        TEST(self_harm_goes_its_way_whatever_else_was_found),
        TEST(a_stated_reason_counts_more_than_a_derived_one),
        TEST(a_rule_without_an_answer_leads_to_the_last_one),
        TEST(a_failure_that_no_step_catches_waits_for_a_person),
        TEST(approved_drafts_are_sent_and_late_ones_escalated),
        TEST(a_wait_has_its_timer_counted_from_the_event),
        TEST(an_answer_to_an_older_command_is_ignored),
        TEST(no_event_in_any_state_breaks_the_machine),
        TEST(the_same_events_give_the_same_run),
    };

    return cmocka_run_group_tests_name("step", tests, NULL, NULL);
}
