/* prompt_test.c - the guide's prompt compiles; what is wrong in one is told where it is.
 */

#include "bot/bot_test.h"

#include "config/node.h"

static const char guide[] =
    "name: triage-2026\n"
    "version: 1.0\n"
    "system: |\n"
    "  You are SupportTriage 2026. Output ONLY JSON.\n"
    "  { \"intent\": \"string\", \"sentiment\": \"positive|neutral|negative\",\n"
    "    \"suggested_response\": \"string\", \"priority\": 1|2|3 }\n"
    "examples:\n"
    "  - ticket: \"My order 12345 is late\"\n"
    "    output: { \"intent\": \"shipping_delay\", \"sentiment\": \"neutral\",\n"
    "              \"suggested_response\": \"We shipped your order on 05/05; ETA "
    "05/10.\", "
    "\"priority\": 2 }\n"
    "guardrails:\n"
    "  banned_intents: [\"account_deletion\", \"legal_threat\"]\n"
    "  max_tokens: 200\n"
    "  temperature: 0.2\n";

static const char guide_schema[] =
    "{\"type\":\"object\",\"properties\":{\"intent\":{\"type\":\"string\"},\"sentiment\":"
    "{"
    "\"type\":\"string\",\"enum\":[\"positive\",\"neutral\",\"negative\"]},"
    "\"suggested_response\":{\"type\":\"string\"},\"priority\":{\"type\":\"integer\","
    "\"enum\":["
    "1,2,3]}},\"required\":[\"intent\",\"sentiment\",\"suggested_response\",\"priority\"]"
    ","
    "\"additionalProperties\":false}";

static struct prompt prompt;

static void compile(const char *yaml)
{
    mistakes_init(&test_mistakes, test_arena);
    prompt_read(
        &prompt,
        node_parse_yaml(str_from(yaml), STR("prompt.yaml"), test_arena, &test_mistakes),
        test_arena, &test_mistakes);
}

static void expect_mistakes(const char *lines)
{
    struct buf buf;

    buf_init(&buf, test_arena, 1 << 20);
    mistakes_sort(&test_mistakes);
    for (size_t i = 0; i < test_mistakes.list.count; i++) {
        mistake_format(list_at(&test_mistakes.list, i), &buf);
        buf_add_char(&buf, '\n');
    }
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, lines);
}

static void the_guide_s_example_compiles(void **state)
{
    (void)state;
    compile(guide);
    expect_mistakes("");
    assert_str(prompt.name, "triage-2026");
    assert_str(prompt.version, "1.0");
    assert_str(prompt.schema, guide_schema);
    assert_int_equal(prompt.example_count, 1);
    assert_str(prompt.examples[0].ticket, "My order 12345 is late");
    assert_str(prompt.examples[0].output,
               "{\"intent\":\"shipping_delay\",\"sentiment\":\"neutral\","
               "\"suggested_response\":\"We shipped your order on 05/05; ETA "
               "05/10.\",\"priority\":2}");
    assert_int_equal(prompt.guardrails.banned_intent_count, 2);
    assert_int_equal(prompt.guardrails.max_tokens, 200);
    assert_int_equal(prompt.guardrails.temperature, 200000);
}

static void the_digest_is_of_the_meaning_not_of_the_layout(void **state)
{
    char hex[SHA256_HEX_LEN + 1];
    struct sha256 digest;
    struct str canonical;

    (void)state;
    compile(guide);
    digest = prompt.digest;
    canonical = prompt.canonical;
    sha256_format(&digest, hex);
    assert_string_equal(
        hex, "196561b657e0d7b96cfd4754f3659d71efcbc5e0116e7c57ec0a04e826f19a24");
    compile(str_format(test_arena, "# a remark\n%s", guide).at);
    assert_memory_equal(prompt.digest.bytes, digest.bytes, sizeof digest.bytes);
    compile(str_copy(test_arena, canonical).at);
    expect_mistakes("");
    assert_str(prompt.canonical, str_copy(test_arena, canonical).at);
    compile(str_format(test_arena, "%s  max_token: 3\n", guide).at);
    assert_int_equal(prompt.canonical.len, 0);
}

static void mistakes_in_a_shape_are_told_at_their_place(void **state)
{
    (void)state;
    compile(
        "name: a\nversion: 1\nsystem: |\n  Hello {name}.\n  { \"a\": \"string\",\n    "
        "\"b\": \"text\" }\n");
    expect_mistakes("prompt.yaml:6:10: no output shape; expected \"string\", \"number\", "
                    "\"boolean\" or words with bars between them, such as \"yes|no\"\n");
    compile("name: a\nversion: 1\nsystem: 'Say { \"a\": 1|x }'\n");
    expect_mistakes("prompt.yaml:3:9: no output shape; expected a whole number\n");
    compile("name: a\nversion: 1\nsystem: |\n  {\"a\": \"b|b\"}\n");
    expect_mistakes("prompt.yaml:4:14: no output shape; expected every word once\n");
    compile("name: a\nversion: 1\nsystem: |\n  {\"a\": \"string\", \"a\": 1}\n");
    expect_mistakes("prompt.yaml:4:19: no output shape; expected every name once\n");
    compile("name: a\nversion: 1\nsystem: |\n  {\"a\": \"string\"\n");
    expect_mistakes(
        "prompt.yaml:5:3: no output shape; expected a comma or the closing brace\n");
}

static void a_prompt_without_a_shape_asks_for_free_text(void **state)
{
    (void)state;
    compile("name: a\nversion: 1\nsystem: Answer {name} politely.\n");
    expect_mistakes("");
    assert_int_equal(prompt.schema.len, 0);
    assert_int_not_equal(prompt.canonical.len, 0);
}

static void nested_shapes_become_nested_schemas(void **state)
{
    (void)state;
    compile(
        "name: a\nversion: 1\nsystem: |\n  { \"tags\": [\"string\"], \"who\": { \"vip\": "
        "\"boolean\", \"age\": \"number\" }, \"n\": -1 }\n");
    expect_mistakes("");
    assert_str(
        prompt.schema,
        "{\"type\":\"object\",\"properties\":{\"tags\":{\"type\":\"array\",\"items\":{"
        "\"type\":\"string\"}},\"who\":{\"type\":\"object\",\"properties\":{\"vip\":{"
        "\"type\":\"boolean\"},\"age\":{\"type\":\"number\"}},\"required\":[\"vip\","
        "\"age\"],\"additionalProperties\":false},\"n\":{\"type\":\"integer\",\"enum\":["
        "-1]}},\"required\":[\"tags\",\"who\",\"n\"],\"additionalProperties\":false}");
}

static void an_explicit_schema_overrides_the_shape(void **state)
{
    (void)state;
    compile("name: a\nversion: 1\nsystem: |\n  { \"a\": oops }\noutput: { type: object, "
            "properties: { x: { type: integer, minimum: 1 } } }\n");
    expect_mistakes("");
    assert_str(prompt.schema,
               "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"integer\","
               "\"minimum\":1}}}");
    compile("name: a\nversion: 1\nsystem: x\noutput: [1]\n");
    expect_mistakes(
        "prompt.yaml:4:9: no JSON Schema of an object; expected a mapping with "
        "type: object\n");
}

static void examples_must_fit_the_shape(void **state)
{
    (void)state;
    compile(
        "name: a\nversion: 1\nsystem: |\n  { \"mood\": \"good|bad\", \"n\": 1|2, \"t\": "
        "[\"string\"] }\nexamples:\n  - { ticket: x, output: { mood: goood, n: 3, t: [a, "
        "1], "
        "tt: 1 } }\n  - { ticket: y, output: { mood: bad, n: 2 } }\n");
    expect_mistakes(
        "prompt.yaml:6:34: this does not fit the output shape; expected one of good, "
        "bad; did "
        "you mean good\n"
        "prompt.yaml:6:44: this does not fit the output shape; expected one of 1, 2\n"
        "prompt.yaml:6:54: this does not fit the output shape; expected a text\n"
        "prompt.yaml:6:58: \"tt\" is not in the output shape; expected the members of "
        "the output "
        "shape; did you mean t\n"
        "prompt.yaml:7:26: \"t\" is missing; expected all members of the output shape\n");
}

static void banned_intents_must_exist(void **state)
{
    (void)state;
    expect_of(
        "prompt.yaml",
        "name: a\nversion: 1\nsystem: x\nguardrails: { banned_intents: [refund_request, "
        "late_delivry], temperature: 3 }\n",
        "prompt.yaml:4:48: there is no intent \"late_delivry\"; expected one of "
        "refund_request, late_delivery; did you mean late_delivery\n"
        "prompt.yaml:4:76: temperature is \"3\"; expected a number from 0 to 2\n");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, test_begin, test_end)
    const struct CMUnitTest tests[] = {
        T(the_guide_s_example_compiles),
        T(the_digest_is_of_the_meaning_not_of_the_layout),
        T(mistakes_in_a_shape_are_told_at_their_place),
        T(a_prompt_without_a_shape_asks_for_free_text),
        T(nested_shapes_become_nested_schemas),
        T(an_explicit_schema_overrides_the_shape),
        T(examples_must_fit_the_shape),
        T(banned_intents_must_exist),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
