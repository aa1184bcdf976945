/* triage_input_test.c - every member and every mistake, with its place. */

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "bot/turn.h"
#include "http/problem.h"
#include "http/triage_input.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(64 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct triage_input parsed(struct str body, enum triage_dialect dialect)
{
    struct triage_input input;
    struct problem problem;

    if (triage_input_parse(&input, body, dialect, arena, &problem) != 0) {
        fail_msg("%s: %.*s", problem.err.text, STR_ARG(body));
    }
    return input;
}

static void every_member_is_read(void **state)
{
    struct triage_input input =
        parsed(STR(" {\"text\": \"My order 12345 is l\\u00e4te\", \"id\": \"ext-1\", "
                   "\"customer\": \"c7\", \"lang\": \"pt-BR\", \"bot\": \"acme\", "
                   "\"metadata\": {\"tier\": \"tier_1\"}} \r\n"),
               TRIAGE_FULL);

    (void)state;
    assert_str(input.text, "My order 12345 is l\xc3\xa4te");
    assert_str(input.id, "ext-1");
    assert_str(input.customer, "c7");
    assert_str(input.language, "pt-BR");
    assert_str(input.bot, "acme");
    assert_int_equal(input.attribute_count, 1);
    assert_str(input.attributes[0].name, "tier");
    assert_str(input.attributes[0].value.text, "tier_1");
}

static void only_the_text_is_needed_and_null_is_absent(void **state)
{
    static const char *const bodies[] = {
        "{\"text\":\"a\"}",
        "{\"id\":null,\"customer\":null,\"lang\":null,\"bot\":null,\"metadata\":null,"
        "\"text\":\"a\"}",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bodies); i++) {
        struct triage_input input = parsed(str_from(bodies[i]), TRIAGE_FULL);

        assert_str(input.text, "a");
        assert_int_equal(input.id.len + input.customer.len + input.language.len +
                             input.bot.len + input.attribute_count,
                         0);
    }
}

static void metadata_become_attributes_as_far_as_they_can_be_compared(void **state)
{
    struct triage_input input =
        parsed(STR("{\"text\":\"a\",\"metadata\":{\"s\":\"x\",\"n\":1.5,\"t\":true,"
                   "\"f\":false,\"none\":null,\"list\":[1],\"deep\":{\"s\":\"y\"},"
                   "\"fine\":0.0000001,\"large\":1e300,\"\":\"empty\"}}"),
               TRIAGE_GUIDE);
    const struct fact *facts = input.attributes;

    (void)state;
    assert_int_equal(input.attribute_count, 5);
    assert_str(facts[0].name, "s");
    assert_int_equal(facts[0].value.kind, VALUE_TEXT);
    assert_int_equal(facts[1].value.kind, VALUE_NUMBER);
    assert_int_equal(facts[1].value.micros, 1500000);
    assert_int_equal(facts[2].value.kind, VALUE_TRUTH);
    assert_true(facts[2].value.truth);
    assert_false(facts[3].value.truth);
    assert_str(facts[4].name, "");
}

/* What is wrong, where, and how it is said. */
struct mistaken {
    const char *body;
    const char *said; /* in the detail */
    size_t line;
    size_t column;
    const char *pointer;
};

static void expect_mistake(const struct mistaken *row, enum triage_dialect dialect)
{
    struct triage_input input = { .text = STR("untouched") };
    struct problem problem;

    if (triage_input_parse(&input, str_from(row->body), dialect, arena, &problem) == 0) {
        fail_msg("%s was taken", row->body);
    }
    if (strstr(problem.err.text, row->said) == NULL || problem.line != row->line ||
        problem.column != row->column || strcmp(problem.pointer, row->pointer) != 0) {
        fail_msg("%s: \"%s\" at %zu:%zu %s", row->body, problem.err.text, problem.line,
                 problem.column, problem.pointer);
    }
    assert_int_equal(problem.status, 400);
    assert_int_equal(problem.err.reason, ERR_INPUT);
    assert_str(input.text, "untouched");
}

static void every_mistake_has_its_place(void **state)
{
    static const struct mistaken rows[] = {
        { "", "the text ends", 1, 1, "" },
        { "  \n ", "the text ends", 2, 2, "" },
        { "hello", "expected a value", 1, 1, "" },
        { "{\"text\": \"a\"", "the text ends", 1, 13, "" },
        { "{\"text\": \"a\"} x", "expected", 1, 15, "" },
        { "{\"text\": \"a\",}", "expected", 1, 14, "" },
        { "{\"text\": 'a'}", "expected a value", 1, 10, "" },
        { "{\"text\": \"\xff\"}", "", 1, 11, "" },
        { "{\"text\": \"\\ud800\"}", "low surrogate", 1, 17, "" },
        { "{\n \"text\": \"a\",\n \"text\": \"b\"}", "text", 3, 2, "" },
        { "\xef\xbb\xbf{\"text\": \"a\"}", "expected a value", 1, 1, "" },
        { "null", "the body is null; expected an object", 1, 1, "" },
        { " [\"text\"]", "the body is array; expected an object", 1, 2, "" },
        { "\"text\"", "the body is string", 1, 1, "" },
        { "{}", "there is no \"text\"", 1, 1, "" },
        { "\n{\"id\": \"x\"}", "there is no \"text\"", 2, 1, "" },
        { "{\"text\": null}", "there is no \"text\"", 1, 1, "" },
        { "{\"text\": 7}", "\"text\" is number; expected a string", 1, 10, "/text" },
        { "{\"text\": \"\"}", "\"text\" is empty", 1, 10, "/text" },
        { "{\"text\": \" \\n\\t \"}", "\"text\" is empty", 1, 10, "/text" },
        { "{\n\"text\": \"a\",\n \"id\": 7}", "\"id\" is number", 3, 8, "/id" },
        { "{\"text\": \"a\", \"id\": \"\"}", "\"id\" has 0 bytes", 1, 21, "/id" },
        { "{\"text\": \"a\", \"id\": \"a\\nb\"}", "without control", 1, 21, "/id" },
        { "{\"text\": \"a\", \"id\": \"a\\u007f\"}", "without control", 1, 21, "/id" },
        { "{\"text\": \"\xc3\xbc\", \"customer\": []}", "\"customer\" is array", 1, 27,
          "/customer" },
        { "{\"text\": \"a\", \"bot\": \"\"}", "\"bot\" has 0 bytes", 1, 22, "/bot" },
        { "{\"text\": \"a\", \"bot\": {}}", "\"bot\" is object", 1, 22, "/bot" },
        { "{\"text\": \"a\", \"lang\": true}", "\"lang\" is true or false", 1, 23,
          "/lang" },
        { "{\"text\": \"a\", \"lang\": \"english please\"}", "\"lang\" is no language", 1,
          23, "/lang" },
        { "{\"text\": \"a\", \"lang\": \"\"}", "\"lang\" is no language", 1, 23,
          "/lang" },
        { "{\"text\": \"a\", \"metadata\": []}", "\"metadata\" is array", 1, 27,
          "/metadata" },
        { "{\"text\": \"a\", \"metadata\": \"x\"}", "\"metadata\" is string", 1, 27,
          "/metadata" },
        { "{\"txt\": \"a\"}", "there is no member \"txt\" here; did you mean \"text\"", 1,
          2, "" },
        { "{\"text\": \"a\",\n  \"metdata\": {}}", "did you mean \"metadata\"", 2, 3,
          "" },
        { "{\"text\": \"a\", \"Id\": \"x\"}", "did you mean \"id\"", 1, 15, "" },
        { "{\"text\": \"a\", \"zzzzzzzz\": 1}", "no member \"zzzzzzzz\" here", 1, 15,
          "" },
        { "{\"text\": \"a\", \"\": 1}", "no member \"\" here", 1, 15, "" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        expect_mistake(&rows[i], TRIAGE_FULL);
    }
}

static void each_endpoint_knows_its_own_members(void **state)
{
    static const struct mistaken guide[] = {
        { "{\"text\":\"a\",\"customer\":\"c\"}", "no member \"customer\"", 1, 13, "" },
        { "{\"text\":\"a\",\"lang\":\"en\"}", "no member \"lang\"", 1, 13, "" },
        { "{\"text\":\"a\",\"bot\":\"b\"}", "no member \"bot\"", 1, 13, "" },
    };
    static const struct mistaken of_bot = { "{\"text\":\"a\",\"bot\":\"b\"}",
                                            "no member \"bot\"", 1, 13, "" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(guide); i++) {
        expect_mistake(&guide[i], TRIAGE_GUIDE);
    }
    expect_mistake(&of_bot, TRIAGE_FOR_BOT);
    (void)parsed(STR("{\"text\":\"a\",\"lang\":\"en\",\"customer\":\"c\"}"),
                 TRIAGE_FOR_BOT);
}

static struct str with_text_of(size_t len)
{
    struct buf buf;

    buf_init(&buf, arena, 1 << 20);
    buf_add(&buf, STR("{\"text\":\""));
    for (size_t i = 0; i < len; i++) {
        buf_add_char(&buf, 'a');
    }
    buf_add(&buf, STR("\"}"));
    return buf_str(&buf);
}

static void the_longest_text_is_taken_and_no_longer_one(void **state)
{
    struct triage_input input = parsed(with_text_of(MESSAGE_BYTES_MAX), TRIAGE_FULL);
    struct problem problem;

    (void)state;
    assert_int_equal(input.text.len, MESSAGE_BYTES_MAX);
    assert_int_equal(triage_input_parse(&input, with_text_of(MESSAGE_BYTES_MAX + 1),
                                        TRIAGE_FULL, arena, &problem),
                     -1);
    assert_int_equal(problem.status, 413);
    assert_int_equal(problem.err.reason, ERR_LIMIT);
    assert_string_equal(problem.pointer, "/text");
}

static void names_are_bounded(void **state)
{
    char body[256];
    struct triage_input input;
    struct problem problem;

    (void)state;
    (void)snprintf(body, sizeof body, "{\"text\":\"a\",\"id\":\"%0*d\"}",
                   INPUT_ID_LEN_MAX, 0);
    assert_int_equal(parsed(str_from(body), TRIAGE_FULL).id.len, INPUT_ID_LEN_MAX);
    (void)snprintf(body, sizeof body, "{\"text\":\"a\",\"id\":\"%0*d\"}",
                   INPUT_ID_LEN_MAX + 1, 0);
    assert_int_equal(
        triage_input_parse(&input, str_from(body), TRIAGE_FULL, arena, &problem), -1);
    assert_non_null(strstr(problem.err.text, "has 129 bytes"));
}

/* "{"text":"a","metadata":{"d":[[[...]]]}}" and as many values in one list. */
static struct str with_metadata(const char *open, size_t count, const char *close)
{
    struct buf buf;

    buf_init(&buf, arena, 1 << 20);
    buf_add(&buf, STR("{\"text\":\"a\",\"metadata\":{\"d\":["));
    for (size_t i = 0; i < count; i++) {
        buf_addf(&buf, "%s", open);
    }
    buf_add(&buf, STR("0"));
    for (size_t i = 0; i < count; i++) {
        buf_addf(&buf, "%s", close);
    }
    buf_add(&buf, STR("]}}"));
    return buf_str(&buf);
}

static void depth_and_number_of_values_are_bounded(void **state)
{
    const struct {
        struct str good;
        struct str bad;
    } rows[] = {
        { with_metadata("[", INPUT_DEPTH_MAX - 3, "]"),
          with_metadata("[", INPUT_DEPTH_MAX - 2, "]") },
        { with_metadata("0,", INPUT_VALUES_MAX - 5, ""),
          with_metadata("0,", INPUT_VALUES_MAX, "") },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct triage_input input;
        struct problem problem;

        (void)parsed(rows[i].good, TRIAGE_FULL);
        assert_int_equal(
            triage_input_parse(&input, rows[i].bad, TRIAGE_FULL, arena, &problem), -1);
        assert_int_equal(problem.status, 400);
        assert_int_equal(problem.err.reason, ERR_LIMIT);
        assert_int_equal(problem.line, 1);
    }
}

static void a_long_foreign_name_is_quoted_in_part(void **state)
{
    char body[400];
    struct triage_input input;
    struct problem problem;

    (void)state;
    (void)snprintf(body, sizeof body, "{\"%0300d\":1}", 0);
    assert_int_equal(
        triage_input_parse(&input, str_from(body), TRIAGE_FULL, arena, &problem), -1);
    assert_true(strlen(problem.err.text) < 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(every_member_is_read),
        TEST(only_the_text_is_needed_and_null_is_absent),
        TEST(metadata_become_attributes_as_far_as_they_can_be_compared),
        TEST(every_mistake_has_its_place),
        TEST(each_endpoint_knows_its_own_members),
        TEST(the_longest_text_is_taken_and_no_longer_one),
        TEST(names_are_bounded),
        TEST(depth_and_number_of_values_are_bounded),
        TEST(a_long_foreign_name_is_quoted_in_part),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
