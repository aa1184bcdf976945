/* decision_test.c - the contract's example of a decision, and what is null in others. */

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/decision.h"
#include "guard/evidence.h"

static struct arena *arena;

static int begin(void **state)
{
    (void)state;
    arena = arena_new(8 << 20);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const struct decision_sentence sentences[] = {
    { { "Hello,", 6 }, 0 },
    { { "We look for it.", 15 }, 1 },
};
static const struct decision_citation citations[] = {
    { 1,
      { "shipping.md", 11 },
      { "Late parcels", 12 },
      { "late-parcels", 12 },
      { "ab12", 4 },
      7100000 },
};
static const struct decision_draft draft = {
    .text = { "Hello,\n\nWe look for it. [1]", 27 },
    .language = { "en", 2 },
    .sha256 = { "cd34", 4 },
    .sentences = sentences,
    .sentence_count = COUNT_OF(sentences),
    .citations = citations,
    .citation_count = COUNT_OF(citations),
};
static const struct decision_entity entities[] = {
    { { "order_number", 12 }, { "12345", 5 }, 9, 14 },
};
static const struct scored_label scores[] = {
    { { "late_delivery", 13 }, 972000 },
    { { "order_status", 12 }, 20000 },
};
static const struct manifest_guard guards[] = {
    { { "pii", 3 }, { "closed", 6 }, 1 },
    { { "injection", 9 }, { "open", 4 }, 2 },
};
static const struct manifest_passage passages[] = {
    { { "shipping.md", 11 }, { "late-parcels", 12 }, { "ab12", 4 }, 7100000 },
};
static const struct str path[] = { { "guard", 5 }, { "classify", 8 }, { "approve", 7 } };

static struct decision contract_example(void)
{
    return (struct decision){
        .id = STR("ext-1"),
        .bot = STR("acme"),
        .release = STR("rel_9f"),
        .action = ACTION_NEEDS_APPROVAL,
        .reason = REASON_POLICY,
        .intent = { .label = STR("late_delivery"),
                    .confidence = 972000,
                    .in_scope = true,
                    .alternatives = { { STR("order_status"), 20000 } },
                    .alternative_count = 1 },
        .sentiment = { STR("negative"), 810000 },
        .urgency = 400000,
        .priority = 2,
        .language = STR("en"),
        .entities = entities,
        .entity_count = COUNT_OF(entities),
        .text = STR("My order 12345 is late"),
        .draft = &draft,
        .manifest = { .prompt_name = STR("triage-2026"),
                      .prompt_version = STR("1.0"),
                      .prompt_sha256 = STR("p1"),
                      .brand_sha256 = STR("b1"),
                      .tier = STR("nano"),
                      .model_name = STR("nano"),
                      .model_sha256 = STR("m1"),
                      .threshold = { .value = 912345,
                                     .is_certified = true,
                                     .error = 50000,
                                     .certainty = 950000,
                                     .n = 300,
                                     .k = 7,
                                     .date = STR("2026-11-20") },
                      .scores = scores,
                      .score_count = COUNT_OF(scores),
                      .guards = guards,
                      .guard_count = COUNT_OF(guards),
                      .passages = passages,
                      .passage_count = COUNT_OF(passages),
                      .workflow_name = STR("triage"),
                      .workflow_sha256 = STR("w1"),
                      .path = path,
                      .path_count = COUNT_OF(path),
                      .currency = STR("USD"),
                      .stages = { { STR("guard"), 1499 }, { STR("intent"), 11500 } },
                      .stage_count = 2,
                      .trace_id = STR("t1"),
                      .created_ms = 0 }
    };
}

typedef void (*write_fn)(const struct decision *decision, struct json_writer *writer);

static void expect_json(write_fn write, const struct decision *decision,
                        const char *expected)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, arena, 1 << 20);
    writer = json_writer_to(&buf);
    write(decision, &writer);
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, expected);
}

static void the_contracts_example_is_written_as_it_stands_there(void **state)
{
    struct decision decision = contract_example();

    (void)state;
    expect_json(
        decision_write, &decision,
        "{\"id\":\"ext-1\",\"bot\":\"acme\",\"release\":\"rel_9f\","
        "\"action\":\"needs_approval\",\"reason\":\"policy\","
        "\"next_action\":\"auto_resolve\","
        "\"intent\":{\"label\":\"late_delivery\",\"confidence\":0.972,\"in_scope\":true,"
        "\"alternatives\":[{\"label\":\"order_status\",\"confidence\":0.02}]},"
        "\"sentiment\":{\"label\":\"negative\",\"confidence\":0.81},\"urgency\":0.4,"
        "\"priority\":2,\"language\":\"en\","
        "\"entities\":[{\"type\":\"order_number\",\"text\":\"12345\",\"start\":9,"
        "\"end\":14}],"
        "\"queue\":null,\"evidence\":[],"
        "\"draft\":{\"text\":\"Hello,\\n\\nWe look for it. [1]\",\"language\":\"en\","
        "\"sha256\":\"cd34\",\"sentences\":[{\"text\":\"Hello,\",\"citations\":[]},"
        "{\"text\":\"We look for it.\",\"citations\":[1]}],"
        "\"citations\":[{\"n\":1,\"page\":\"shipping.md\",\"heading\":\"Late parcels\","
        "\"anchor\":\"late-parcels\",\"sha256\":\"ab12\",\"score\":7.1}]},"
        "\"manifest\":{\"release\":\"rel_9f\",\"bot\":\"acme\","
        "\"prompt\":{\"name\":\"triage-2026\",\"version\":\"1.0\",\"sha256\":\"p1\"},"
        "\"brand_sha256\":\"b1\",\"tier\":\"nano\","
        "\"model\":{\"name\":\"nano\",\"sha256\":\"m1\"},"
        "\"threshold\":{\"value\":0.912345,\"certified\":true,\"error\":0.05,"
        "\"certainty\":0.95,\"n\":300,\"k\":7,\"date\":\"2026-11-20\"},"
        "\"scores\":{\"late_delivery\":0.972,\"order_status\":0.02},"
        "\"guards\":[{\"name\":\"pii\",\"state\":\"closed\",\"version\":1},"
        "{\"name\":\"injection\",\"state\":\"open\",\"version\":2}],"
        "\"passages\":[{\"page\":\"shipping.md\",\"anchor\":\"late-parcels\","
        "\"sha256\":\"ab12\",\"bm25\":7.1,\"dense\":null,\"fused\":7.1}],"
        "\"workflow\":{\"name\":\"triage\",\"sha256\":\"w1\","
        "\"path\":[\"guard\",\"classify\",\"approve\"]},"
        "\"cost\":{\"micros\":0,\"currency\":\"USD\"},"
        "\"timings_us\":{\"guard\":1,\"intent\":12},\"trace_id\":\"t1\","
        "\"prev_sha256\":null,\"created\":\"1970-01-01T00:00:00.000Z\"}}");
}

static void what_was_not_found_out_is_null(void **state)
{
    struct decision decision = { .id = STR("1"),
                                 .bot = STR("acme"),
                                 .release = STR("rel_9f"),
                                 .action = ACTION_REVIEW,
                                 .reason = REASON_GUARD,
                                 .queue = STR("review") };
    const struct json *value;
    struct buf buf;
    struct json_writer writer;
    struct err err;
    static const char *const nulls[] = { "urgency", "priority", "language", "draft" };

    (void)state;
    buf_init(&buf, arena, 1 << 20);
    writer = json_writer_to(&buf);
    decision_write(&decision, &writer);
    assert_int_equal(
        json_parse(&value, arena, buf_str(&buf), JSON_LIMITS_DEFAULT, NULL, &err), 0);
    for (size_t i = 0; i < COUNT_OF(nulls); i++) {
        const struct json *member = json_find(value, str_from(nulls[i]));
        assert_non_null(member);
        assert_int_equal(member->kind, JSON_NULL);
    }
    assert_int_equal(json_find(json_find(value, STR("intent")), STR("label"))->kind,
                     JSON_NULL);
    assert_int_equal(json_find(json_find(value, STR("sentiment")), STR("label"))->kind,
                     JSON_NULL);
    assert_str(json_find(value, STR("queue"))->text, "review");
    assert_null(json_find(value, STR("wording")));
}

static void evidence_counts_code_points_of_the_message(void **state)
{
    struct evidence *evidence = arena_alloc(arena, sizeof *evidence);
    struct decision decision = contract_example();
    struct json_writer writer;
    struct buf buf;

    (void)state;
    decision.text = STR("Gr\xc3\xbc\xc3\x9f"
                        "e a@b.de");
    evidence_clear(evidence);
    assert_non_null(evidence_add(evidence, EVIDENCE_PII_EMAIL, 8, 14, SCORE_NONE));
    decision.evidence = evidence;
    buf_init(&buf, arena, 1 << 20);
    writer = json_writer_to(&buf);
    decision_write(&decision, &writer);
    assert_true(
        str_find(buf_str(&buf), STR("\"evidence\":[{\"guard\":\"pii.email\",\"start\":6,"
                                    "\"end\":12,\"reason\":\"e-mail address\","
                                    "\"severity\":\"info\"}]")) < buf.len);
}

static void only_answers_resolve_by_themselves(void **state)
{
    struct decision decision = { 0 };

    (void)state;
    for (enum action action = 0; action < ACTION_COUNT; action++) {
        bool resolves = action == ACTION_AUTO_REPLY || action == ACTION_NEEDS_APPROVAL;

        decision.action = action;
        assert_str(decision_next_action(&decision),
                   resolves ? "auto_resolve" : "escalate");
    }
}

static void the_guides_endpoint_gets_its_own_words(void **state)
{
    struct decision decision = contract_example();

    (void)state;
    expect_json(decision_write_guide, &decision,
                "{\"intent\":\"late_delivery\",\"sentiment\":\"negative\","
                "\"suggested_response\":\"Hello,\\n\\nWe look for it. [1]\","
                "\"priority\":2,\"confidence\":0.972,\"next_action\":\"auto_resolve\"}");
    decision.action = ACTION_REFUSE;
    expect_json(decision_write_guide, &decision, "{\"error\":\"unsafe_input\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(the_contracts_example_is_written_as_it_stands_there),
        TEST(what_was_not_found_out_is_null),
        TEST(evidence_counts_code_points_of_the_message),
        TEST(only_answers_resolve_by_themselves),
        TEST(the_guides_endpoint_gets_its_own_words),
    };

    return cmocka_run_group_tests_name("decision", tests, NULL, NULL);
}
