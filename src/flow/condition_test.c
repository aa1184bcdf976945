/* condition_test.c - what a `when` may say, what it means, and what it can never do. */

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "flow/condition.h"

static const struct str intent_names[] = { { "refund_request", 14 },
                                           { "account_deletion", 16 } };
static const struct str entity_names[] = { { "order_number", 12 } };
static const struct str guard_names[] = { { "injection", 9 }, { "pii", 3 } };

static const struct vocabulary vocabulary = {
    .intents = { intent_names, COUNT_OF(intent_names) },
    .entities = { entity_names, COUNT_OF(entity_names) },
    .guards = { guard_names, COUNT_OF(guard_names) },
};

static const struct intent_policy policies[] = {
    { { "refund_request", 14 }, false, true },
    { { "account_deletion", 16 }, true, false },
};
static const struct fact entities[] = {
    { { "order_number", 12 }, { .kind = VALUE_TEXT, .text = { "12345", 5 } } },
};
static const struct fact customer[] = {
    { { "tier", 4 }, { .kind = VALUE_TEXT, .text = { "gold", 4 } } },
    { { "orders", 6 }, { .kind = VALUE_NUMBER, .micros = 3000000 } },
};
static const struct str evidence[] = { { "pii", 3 } };

static const struct facts facts = {
    .intent = { "refund_request", 14 },
    .confidence = 849999,
    .threshold = 850000,
    .in_scope = true,
    .sentiment = { "negative", 8 },
    .urgency = 500001,
    .priority = 1,
    .language = { "en", 2 },
    .language_served = true,
    .channel = { "chat", 4 },
    .entities = entities,
    .entity_count = COUNT_OF(entities),
    .customer = customer,
    .customer_count = COUNT_OF(customer),
    .guards = evidence,
    .guard_count = COUNT_OF(evidence),
    .intents = policies,
    .intent_count = COUNT_OF(policies),
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

static const struct condition *parse(struct arena *arena, const char *text,
                                     struct mistakes *mistakes)
{
    struct place place = { STR("workflow.yaml"), 8, 20 };

    mistakes_init(mistakes, arena);
    return condition_parse(str_from(text), place, &vocabulary, arena, mistakes);
}

static int holds(struct arena *arena, const char *text, const struct facts *about)
{
    struct mistakes mistakes;
    const struct condition *condition = parse(arena, text, &mistakes);
    struct condition_set *set;
    struct err err = { 0 };

    if (condition == NULL) {
        struct mistake *first = list_at(&mistakes.list, 0);
        fail_msg("%s: %.*s", text, STR_ARG(first->what));
    }
    assert_int_equal(condition_set_open(&set, arena, &condition, 1, &err), 0);
    return condition_holds(set, 0, about, 2, &err);
}

static void expect_all(struct arena *arena, const char *const *texts, size_t count,
                       int wanted)
{
    for (size_t i = 0; i < count; i++) {
        int got = holds(arena, texts[i], &facts);
        if (got != wanted) {
            fail_msg("%s gave %d", texts[i], got);
        }
    }
}

static void scores_compare_exactly_with_decimals(void **state)
{
    static const char *const true_ones[] = {
        "confidence < 0.85",
        "confidence == 0.849999",
        "confidence < threshold",
        "threshold == 0.85",
        "threshold == 0.850000",
        "confidence < 1",
        "urgency > 0.5",
        "urgency - 0.000001 == 0.5",
        "confidence + 0.000001 >= threshold",
        "-confidence < 0",
    };
    static const char *const false_ones[] = {
        "confidence >= 0.85",
        "confidence == 0.85",
        "urgency <= 0.5",
        "confidence > 1",
    };

    expect_all(*state, true_ones, COUNT_OF(true_ones), 1);
    expect_all(*state, false_ones, COUNT_OF(false_ones), 0);
}

static void whole_numbers_are_numbers_like_others(void **state)
{
    static const char *const texts[] = {
        "priority == 1",   "priority == 1.0",    "priority < 1.5",       "attempt == 2",
        "attempt + 1 > 2", "priority > urgency", "customer.orders == 3",
    };

    expect_all(*state, texts, COUNT_OF(texts), 1);
}

static void every_declared_name_has_its_value(void **state)
{
    static const char *const texts[] = {
        "intent == 'refund_request'",
        "in_scope",
        "sentiment == \"negative\"",
        "language == 'en'",
        "risk == 'normal'",
        "channel == 'chat'",
        "guard.pii",
        "not guard.injection",
        "not draft.supported",
        "entities.order_number == '12345'",
        "has('order_number')",
        "has(order_number)",
        "auto_respond(intent)",
        "not banned(intent)",
        "banned('account_deletion')",
        "not auto_respond(\"account_deletion\")",
        "customer.tier == 'gold'",
        "customer.age == nil",
        "true and not false",
    };

    expect_all(*state, texts, COUNT_OF(texts), 1);
}

static void logic_binds_as_in_lua(void **state)
{
    static const char *const texts[] = {
        "true or false and false",
        "not (true and false)",
        "not in_scope or confidence < threshold",
        "(confidence < 0.5) == (confidence > 0.9)",
        "- - confidence == confidence",
    };

    expect_all(*state, texts, COUNT_OF(texts), 1);
}

static void a_name_without_a_value_cannot_be_ordered(void **state)
{
    assert_int_equal(holds(*state, "customer.age > 30", &facts), -1);
    assert_int_equal(holds(*state, "customer.tier > 30", &facts), -1);
    assert_int_equal(holds(*state, "customer.age and customer.age > 30", &facts), 0);
}

static void a_failed_evaluation_leaves_the_set_usable(void **state)
{
    struct mistakes mistakes;
    const struct condition *conditions[2] = {
        parse(*state, "customer.age > 30", &mistakes),
        parse(*state, "priority == 1", &mistakes),
    };
    struct condition_set *set;
    struct err err = { 0 };

    assert_int_equal(condition_set_open(&set, *state, conditions, 2, &err), 0);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(condition_holds(set, 0, &facts, 1, &err), -1);
        assert_int_equal(err.reason, ERR_INPUT);
        assert_int_equal(condition_holds(set, 1, &facts, 1, &err), 1);
    }
}

/* Each evaluation leaves garbage; the pool must not run full of it. */
static void evaluation_can_go_on_for_ever_in_bounded_memory(void **state)
{
    struct mistakes mistakes;
    const struct condition *condition =
        parse(*state, "channel == 'mail' or customer.tier == 'silver'", &mistakes);
    struct condition_set *set;
    struct facts changing = facts;
    struct err err = { 0 };
    char text[200] = { 0 };

    assert_int_equal(condition_set_open(&set, *state, &condition, 1, &err), 0);
    for (int i = 0; i < 50000; i++) {
        changing.channel = (struct str){ text, sizeof text };
        (void)snprintf(text, sizeof text, "%d", i);
        assert_int_equal(condition_holds(set, 0, &changing, 1, &err), 0);
    }
}

static void a_text_larger_than_the_memory_has_no_answer(void **state)
{
    struct facts large = facts;
    char *text = arena_alloc(*state, 2 * CONDITION_SET_BYTES);

    large.channel = (struct str){ text, 2 * CONDITION_SET_BYTES };
    assert_int_equal(holds(*state, "channel == 'mail'", &large), -1);
}

static void expect_mistake(struct arena *arena, const char *text, size_t column,
                           const char *what, const char *suggestion)
{
    struct mistakes mistakes;
    const struct condition *condition = parse(arena, text, &mistakes);
    const struct mistake *first;

    if (condition != NULL || mistakes.list.count == 0) {
        fail_msg("%s was taken", text);
    }
    first = list_at(&mistakes.list, 0);
    assert_str(first->what, what);
    assert_str(first->suggestion, suggestion);
    assert_int_equal(first->place.line, 8);
    assert_int_equal(first->place.column, 20 + column);
}

static void an_unknown_name_is_a_mistake_with_the_nearest_one(void **state)
{
    expect_mistake(*state, "confidance < 0.5", 0, "unknown name \"confidance\"",
                   "confidence");
    expect_mistake(*state, "1 < 2 and urgencie > 0", 10, "unknown name \"urgencie\"",
                   "urgency");
    expect_mistake(*state, "has(order_numbr)", 4, "unknown name \"order_numbr\"",
                   "order_number");
    expect_mistake(*state, "guard.injektion", 6, "unknown name \"injektion\"",
                   "injection");
    expect_mistake(*state, "banned('acount_deletion')", 7,
                   "unknown name \"acount_deletion\"", "account_deletion");
    expect_mistake(*state, "draft.suported", 6, "unknown name \"suported\"", "supported");
}

static void a_value_that_a_name_cannot_have_is_a_mistake(void **state)
{
    expect_mistake(*state, "risk == 'selfharm'", 8, "unknown name \"selfharm\"",
                   "self_harm");
    expect_mistake(*state, "intent == 'refund_reqest'", 10,
                   "unknown name \"refund_reqest\"", "refund_request");
    expect_mistake(*state, "'negativ' == sentiment", 0, "unknown name \"negativ\"",
                   "negative");
}

static void types_that_never_agree_are_mistakes(void **state)
{
    expect_mistake(*state, "confidence == 'high'", 14, "a number is compared with a text",
                   "");
    expect_mistake(*state, "intent < 'm'", 0, "\"intent\" is a text", "");
    expect_mistake(*state, "customer.a < customer.b", 11,
                   "nothing beside this sign is known to be a number", "");
    expect_mistake(*state, "in_scope > 0.5", 0, "\"in_scope\" is true or false", "");
    expect_mistake(*state, "priority + channel == 1", 11, "\"channel\" is a text", "");
    expect_mistake(*state, "0 < confidence < 1", 15, "two comparisons in a row", "");
}

static void signs_of_other_languages_are_explained(void **state)
{
    expect_mistake(*state, "in_scope && true", 9, "\"&\" cannot stand here", "and");
    expect_mistake(*state, "priority != 1", 9, "\"!\" cannot stand here", "~=");
    expect_mistake(*state, "priority = 1", 9, "\"=\" cannot stand here", "==");
    expect_mistake(*state, "!in_scope", 0, "\"!\" cannot stand here", "not");
}

static void nothing_but_expressions_can_be_written(void **state)
{
    static const char *const texts[] = {
        "",
        "   ",
        "return 1",
        "true; true",
        "function() end",
        "(function() while true do end end)()",
        "os.exit()",
        "print('x')",
        "_G",
        "_ENV.x",
        "('x'):rep(1000000000)",
        "'x'.rep",
        "'x' .. 'y'",
        "#intent == 3",
        "intent[1]",
        "{1,2}",
        "confidence * 2",
        "2 ^ 100 > 1",
        "1 // 0 == 1",
        "true -- comment",
        "[[x]] == intent",
        "'a\\x41' == intent",
        "\"open",
        "(in_scope",
        "in_scope)",
        "in_scope or",
        "and in_scope",
        "in_scope in_scope",
        "has(intent.x)",
        "banned()",
        "banned(intent",
        "auto_respond",
        "entities",
        "entities.",
        "intent.x == 1",
        "goto x",
        "v1",
        "0x10 == 16",
        "1e3 == 1000",
        "0.1234567 < confidence",
        "99999999999 < confidence",
        "1.2.3 < confidence",
        "intent == 'a' --[[",
    };
    struct mistakes mistakes;

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        if (parse(*state, texts[i], &mistakes) != NULL) {
            fail_msg("\"%s\" was taken", texts[i]);
        }
        assert_true(mistakes.error_count > 0);
    }
}

static void depth_and_length_are_bounded(void **state)
{
    struct mistakes mistakes;
    char text[CONDITION_TEXT_MAX + 2];

    memset(text, '(', sizeof text);
    text[900] = '\0';
    assert_null(parse(*state, text, &mistakes));
    for (size_t i = 0; i < 900; i++) {
        text[i] = i % 2 == 0 ? '-' : ' ';
    }
    assert_null(parse(*state, text, &mistakes));
    memset(text, ' ', sizeof text);
    memcpy(text, "true", 4);
    text[CONDITION_TEXT_MAX + 1] = '\0';
    assert_null(parse(*state, text, &mistakes));
    text[CONDITION_TEXT_MAX] = '\0';
    assert_non_null(parse(*state, text, &mistakes));
}

static void several_mistakes_are_told_at_once(void **state)
{
    struct mistakes mistakes;

    assert_null(parse(*state, "foo and bar or guard.baz", &mistakes));
    assert_int_equal(mistakes.error_count, 3);
}

static enum reason reason_of(struct arena *arena, const char *text,
                             const struct facts *about)
{
    struct mistakes mistakes;

    return condition_reason(parse(arena, text, &mistakes), about);
}

static void a_rule_tells_its_reason_by_the_names_it_reads(void **state)
{
    struct facts about = facts;
    const char *unsure = "not in_scope or confidence < threshold";

    assert_int_equal(reason_of(*state, unsure, &about), REASON_LOW_CONFIDENCE);
    about.in_scope = false;
    assert_int_equal(reason_of(*state, unsure, &about), REASON_OUT_OF_SCOPE);
    about.language = STR("fr");
    about.language_served = false;
    assert_int_equal(reason_of(*state, unsure, &about), REASON_LANGUAGE);
    assert_int_equal(reason_of(*state, "priority == 1", &about), REASON_PRIORITY);
    assert_int_equal(reason_of(*state, "auto_respond(intent)", &about), REASON_POLICY);
    assert_int_equal(reason_of(*state, "guard.pii", &about), REASON_GUARD);
    assert_int_equal(reason_of(*state, "not has(order_number)", &about), REASON_POLICY);
    about.entity_count = 0;
    assert_int_equal(reason_of(*state, "not has(order_number)", &about),
                     REASON_MISSING_ENTITY);
    about.risk = RISK_SELF_HARM;
    assert_int_equal(reason_of(*state, "risk == 'self_harm'", &about), REASON_SELF_HARM);
    about.risk = RISK_BANNED;
    assert_int_equal(reason_of(*state, "banned(intent)", &about), REASON_BANNED);
}

/* The guards find a banned subject where the intent is another. */
static void a_banned_subject_bans_the_message_but_not_the_intent(void **state)
{
    struct facts about = facts;

    about.risk = RISK_BANNED;
    assert_int_equal(holds(*state, "banned(intent)", &about), 1);
    assert_int_equal(holds(*state, "banned('refund_request')", &about), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
        TEST(scores_compare_exactly_with_decimals),
        TEST(whole_numbers_are_numbers_like_others),
        TEST(every_declared_name_has_its_value),
        TEST(logic_binds_as_in_lua),
        TEST(a_name_without_a_value_cannot_be_ordered),
        TEST(a_failed_evaluation_leaves_the_set_usable),
        TEST(evaluation_can_go_on_for_ever_in_bounded_memory),
        TEST(a_text_larger_than_the_memory_has_no_answer),
        TEST(an_unknown_name_is_a_mistake_with_the_nearest_one),
        TEST(a_value_that_a_name_cannot_have_is_a_mistake),
        TEST(types_that_never_agree_are_mistakes),
        TEST(signs_of_other_languages_are_explained),
        TEST(nothing_but_expressions_can_be_written),
        TEST(depth_and_length_are_bounded),
        TEST(several_mistakes_are_told_at_once),
        TEST(a_rule_tells_its_reason_by_the_names_it_reads),
        TEST(a_banned_subject_bans_the_message_but_not_the_intent),
    };

    return cmocka_run_group_tests_name("condition", tests, NULL, NULL);
}
