/* journal_test.c - events as bytes, and runs made again from them. */

#include "flow/flow_test.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "flow/facts_json.h"
#include "flow/journal.h"
#include "flow/run_memory.h"

enum { RECORDS_MAX = 32, BODY_BYTES_MAX = 1 << 16 };

static const struct intent_policy policies[] = {
    { { "refund_request", 14 }, false, true },
    { { "account_deletion", 16 }, true, false },
};

static const struct fact some_facts[] = {
    { { "order_number", 12 }, { .kind = VALUE_TEXT, .text = { "12345", 5 } } },
    { { "weight", 6 }, { .kind = VALUE_NUMBER, .micros = 1500000 } },
    { { "vip", 3 }, { .kind = VALUE_TRUTH, .truth = true } },
    { { "empty", 5 }, { .kind = VALUE_NIL } },
};

static const struct str some_guards[] = { { "pii.email", 9 }, { "subject", 7 } };

static struct {
    struct arena *arena;
    struct machine machine;
    struct facts facts;
    struct journal_record records[RECORDS_MAX];
    size_t count;
} fixture;

static struct facts full_facts(void)
{
    return (struct facts){ .intent = STR("refund_request"),
                           .confidence = 950001,
                           .threshold = 850000,
                           .threshold_certified = true,
                           .in_scope = true,
                           .sentiment = STR("negative"),
                           .urgency = 400000,
                           .priority = 2,
                           .language = STR("en"),
                           .language_served = true,
                           .risk = RISK_HIGH,
                           .draft_supported = true,
                           .policy_approves = true,
                           .channel = STR("api"),
                           .entities = some_facts,
                           .entity_count = COUNT_OF(some_facts),
                           .customer = some_facts,
                           .customer_count = 1,
                           .guards = some_guards,
                           .guard_count = COUNT_OF(some_guards),
                           .intents = policies,
                           .intent_count = COUNT_OF(policies) };
}

static int set_up(void **state)
{
    struct err err;

    (void)state;
    fixture.count = 0;
    fixture.arena = arena_new(64 << 20);
    fixture.facts = full_facts();
    fixture.facts.risk = RISK_NORMAL;
    fixture.machine.definition = sound_definition(design_workflow, fixture.arena);
    return condition_set_open(&fixture.machine.conditions, fixture.arena,
                              fixture.machine.definition->conditions,
                              fixture.machine.definition->condition_count, &err);
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&fixture.arena);
    return 0;
}

static struct str facts_text(const struct facts *facts)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, fixture.arena, BODY_BYTES_MAX);
    writer = json_writer_to(&buf);
    facts_write(facts, &writer);
    return buf_str(&buf);
}

static int read_facts(struct facts *facts_out, struct str text, struct err *err)
{
    const struct json *json;

    assert_int_equal(
        json_parse(&json, fixture.arena, text, JSON_LIMITS_DEFAULT, NULL, err), 0);
    return facts_read(facts_out, json, fixture.arena, err);
}

static void facts_come_back_as_they_were(void **state)
{
    const struct facts facts = full_facts();
    struct str text = facts_text(&facts);
    struct facts again;
    struct err err;

    (void)state;
    assert_int_equal(read_facts(&again, text, &err), 0);
    assert_str(again.intent, "refund_request");
    assert_int_equal(again.confidence, 950001);
    assert_int_equal(again.priority, 2);
    assert_int_equal(again.risk, RISK_HIGH);
    assert_true(again.policy_approves);
    assert_int_equal(again.entity_count, 4);
    assert_int_equal(again.entities[1].value.micros, 1500000);
    assert_true(again.entities[2].value.truth);
    assert_int_equal(again.entities[3].value.kind, VALUE_NIL);
    assert_int_equal(again.guard_count, 2);
    assert_true(str_equal(facts_text(&again), text));
}

static void facts_that_nothing_is_known_of_are_an_empty_object(void **state)
{
    const struct facts nothing = { .intent = { NULL, 0 } };
    struct facts again;
    struct err err;

    (void)state;
    assert_str(facts_text(&nothing), "{}");
    assert_int_equal(read_facts(&again, STR("{}"), &err), 0);
    assert_int_equal(again.confidence, 0);
}

static void facts_that_nobody_wrote_are_refused(void **state)
{
    static const char *const texts[] = {
        "{\"intent\":1}",
        "{\"confidence\":\"high\"}",
        "{\"in_scope\":0}",
        "{\"risk\":\"great\"}",
        "{\"entities\":{}}",
        "{\"entities\":[[1,2]]}",
        "{\"customer\":[[\"a\"]]}",
        "{\"guards\":[1]}",
        "{\"mood\":\"bad\"}",
        "{\"priority\":1.5}",
        "[]",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct facts facts;
        struct err err;

        assert_int_equal(read_facts(&facts, str_from(texts[i]), &err), -1);
        assert_int_equal(err.reason, ERR_CORRUPT);
    }
}

/* --- journals --- */

static void keep(void *context, const struct event *event)
{
    struct journal_record *record = &fixture.records[fixture.count++];
    struct buf body;

    (void)context;
    assert_true(fixture.count < RECORDS_MAX);
    buf_init(&body, fixture.arena, BODY_BYTES_MAX);
    journal_write(event, STR(""), &body);
    *record = (struct journal_record){ .seq = event->seq,
                                       .at_ms = event->at_ms,
                                       .kind = (uint16_t)event->kind,
                                       .format = JOURNAL_FORMAT,
                                       .body = buf_str(&body) };
}

static enum step_outcome goes_well(void *context, const struct flow_command *command)
{
    (void)context;
    (void)command;
    return OUTCOME_OK;
}

/* To its first wait, every event kept. */
static struct run live_run(void)
{
    struct run_host host = { .on_event = keep, .facts = &fixture.facts, .at_ms = 1000 };
    struct run run;

    for (size_t i = 0; i < ACTIVITY_COUNT; i++) {
        host.activities[i] = goes_well;
    }
    run_in_memory(&fixture.machine, &host, &run);
    return run;
}

static struct run replayed(struct commands *commands_out)
{
    struct run run;
    struct err err;

    if (journal_replay(&run, commands_out, &fixture.machine, fixture.records,
                       fixture.count, policies, COUNT_OF(policies), fixture.arena,
                       &err) != 0) {
        fail_msg("%s", err.text);
    }
    return run;
}

static void a_run_is_its_events_in_order(void **state)
{
    struct commands commands;
    struct run live;
    struct run again;

    (void)state;
    fixture.facts.policy_approves = false;
    live = live_run();
    assert_int_equal(live.status, RUN_WAITING);
    again = replayed(&commands);
    assert_memory_equal(&again, &live, sizeof live);
    assert_int_equal(commands.count, 2);
    assert_int_equal(commands.at[0].kind, COMMAND_WAIT);
    assert_int_equal(commands.at[1].kind, COMMAND_TIMER);
    assert_int_equal(commands.at[1].from_ms, 1000);
}

static void a_run_that_policy_ends_is_made_again(void **state)
{
    struct commands commands;
    struct run live = live_run();
    struct run again;

    (void)state;
    assert_int_equal(live.status, RUN_ENDED);
    assert_true(live.policy_approved);
    again = replayed(&commands);
    assert_memory_equal(&again, &live, sizeof live);
    assert_int_equal(commands.at[0].kind, COMMAND_END);
}

static void a_person_and_a_deadline_are_events_too(void **state)
{
    const enum event_kind kinds[] = { EVENT_SIGNAL, EVENT_TIMER };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        struct commands commands;
        struct commands wanted;
        struct event event = { .kind = kinds[i],
                               .at_ms = 2000,
                               .outcome = OUTCOME_REJECTED,
                               .facts = &fixture.facts };
        struct run live;
        struct run again;

        fixture.count = 0;
        fixture.facts.policy_approves = false;
        live = live_run();
        event.seq = live.seq + 1;
        event.command_seq = live.command_seq;
        keep(NULL, &event);
        assert_true(run_step(&fixture.machine, &live, &event, &wanted));
        again = replayed(&commands);
        assert_memory_equal(&again, &live, sizeof live);
        assert_int_equal(commands.count, wanted.count);
    }
}

static void a_journal_with_a_gap_is_refused(void **state)
{
    struct commands commands;
    struct run run;
    struct err err;

    (void)state;
    (void)live_run();
    fixture.records[1] = fixture.records[2];
    assert_int_equal(journal_replay(&run, &commands, &fixture.machine, fixture.records, 2,
                                    policies, COUNT_OF(policies), fixture.arena, &err),
                     -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
    assert_string_equal(err.text, "event 3: it does not follow the one before");
}

static int read_record(struct event *event_out, const struct json **more_out,
                       uint16_t kind, uint16_t format, const char *body, struct err *err)
{
    const struct journal_record record = {
        .seq = 7, .at_ms = 8, .kind = kind, .format = format, .body = str_from(body)
    };

    return journal_read(event_out, more_out, &record, fixture.arena, err);
}

static void what_the_driver_adds_comes_back(void **state)
{
    const struct event event = { .seq = 7,
                                 .at_ms = 8,
                                 .kind = EVENT_SIGNAL,
                                 .command_seq = 5,
                                 .outcome = OUTCOME_EDITED };
    const struct json *more;
    struct event again;
    struct buf body;
    struct err err;

    (void)state;
    buf_init(&body, fixture.arena, BODY_BYTES_MAX);
    journal_write(&event, STR("{\"actor\":\"mia\"}"), &body);
    assert_str(buf_str(&body),
               "{\"command\":5,\"outcome\":\"edited\",\"more\":{\"actor\":\"mia\"}}");
    buf_add_char(&body, '\0');
    assert_int_equal(read_record(&again, &more, EVENT_SIGNAL, 1, body.at, &err), 0);
    assert_int_equal(again.command_seq, 5);
    assert_int_equal(again.outcome, OUTCOME_EDITED);
    assert_null(again.facts);
    assert_str(json_find(more, STR("actor"))->text, "mia");
}

static void bodies_that_nobody_wrote_are_refused(void **state)
{
    static const struct {
        uint16_t kind;
        uint16_t format;
        const char *body;
        enum err_reason reason;
    } cases[] = {
        { EVENT_START, 1, "", ERR_CORRUPT },
        { EVENT_START, 1, "[]", ERR_CORRUPT },
        { EVENT_START, 1, "{\"command\":\"x\"}", ERR_CORRUPT },
        { EVENT_START, 1, "{\"outcome\":\"fine\"}", ERR_CORRUPT },
        { EVENT_START, 1, "{\"facts\":[]}", ERR_CORRUPT },
        { EVENT_COUNT, 1, "{}", ERR_CORRUPT },
        { EVENT_START, 0, "{}", ERR_CORRUPT },
        { EVENT_START, 2, "{}", ERR_CONFIG },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct event event;
        struct err err;

        assert_int_equal(read_record(&event, NULL, cases[i].kind, cases[i].format,
                                     cases[i].body, &err),
                         -1);
        assert_int_equal(err.reason, cases[i].reason);
    }
}

/* A journal of format 1, as it is kept out there.  It must come to the same run for ever.
 */
static void a_journal_of_format_1_is_read_for_ever(void **state)
{
    static const char *const bodies[] = {
        "{\"facts\":{\"threshold\":0.85,\"channel\":\"api\"}}",
        "{\"command\":1,\"facts\":{\"threshold\":0.85,\"channel\":\"api\"}}",
        "{\"command\":2,\"facts\":{\"intent\":\"refund_request\",\"confidence\":0.95,"
        "\"threshold\":0.85,\"in_scope\":true,\"priority\":2,\"language\":\"en\","
        "\"language_served\":true,\"channel\":\"api\"}}",
        "{\"command\":3,\"facts\":{\"intent\":\"refund_request\",\"confidence\":0.95,"
        "\"threshold\":0.85,\"in_scope\":true,\"priority\":2,\"language\":\"en\","
        "\"language_served\":true,\"draft_supported\":true,\"channel\":\"api\"}}",
        "{\"command\":4,\"outcome\":\"approved\",\"more\":{\"actor\":\"mia\"}}",
        "{\"command\":5}",
    };
    static const uint16_t kinds[] = { 0, 1, 1, 1, 4, 1 };
    struct commands commands;
    struct run run;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bodies); i++) {
        fixture.records[fixture.count++] =
            (struct journal_record){ .seq = (int64_t)i + 1,
                                     .at_ms = 1000,
                                     .kind = kinds[i],
                                     .format = 1,
                                     .body = str_from(bodies[i]) };
    }
    run = replayed(&commands);
    assert_int_equal(run.status, RUN_ENDED);
    assert_int_equal(run.path_count, 6);
    assert_int_equal(run_action(fixture.machine.definition, &run), ACTION_AUTO_REPLY);
    assert_int_equal(run.ignored_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(facts_come_back_as_they_were),
        TEST(facts_that_nothing_is_known_of_are_an_empty_object),
        TEST(facts_that_nobody_wrote_are_refused),
        TEST(a_run_is_its_events_in_order),
        TEST(a_run_that_policy_ends_is_made_again),
        TEST(a_person_and_a_deadline_are_events_too),
        TEST(a_journal_with_a_gap_is_refused),
        TEST(what_the_driver_adds_comes_back),
        TEST(bodies_that_nobody_wrote_are_refused),
        TEST(a_journal_of_format_1_is_read_for_ever),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
