/* json_test.c */

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(16 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const struct json *parsed(const char *text)
{
    const struct json *value = NULL;
    struct err err;

    if (json_parse(&value, arena, str_from(text), JSON_LIMITS_DEFAULT, NULL, &err) != 0) {
        fail_msg("%s: %s", text, err.text);
    }
    return value;
}

static struct str written(const struct json *value)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, arena, 1 << 20);
    writer = json_writer_to(&buf);
    json_add_value(&writer, value);
    return buf_str(&buf);
}

static void a_document_comes_out_as_it_went_in(void **state)
{
    const char *text = "{\"a\":[1,-2.50,3e4,true,false,null],\"b\":{},\"c\":\"x\\ny\"}";

    (void)state;
    assert_str(written(parsed(text)), text);
    assert_str(written(parsed(" [ 1 , { \"k\" : \"v\" } ] ")), "[1,{\"k\":\"v\"}]");
}

static void escapes_are_decoded(void **state)
{
    (void)state;
    assert_str(parsed("\"\\u00fc\\ud83c\\udfd5\\\"\\\\\\/\\t\"")->text,
               "\xc3\xbc\xf0\x9f\x8f\x95\"\\/\t");
    assert_int_equal(parsed("\"a\\u0000b\"")->text.len, 3);
}

static void every_mistake_is_refused_where_it_stands(void **state)
{
    static const struct {
        const char *text;
        size_t offset;
        const char *why;
    } bad[] = {
        { "", 0, "the text ends; expected a value" },
        { "[1,]", 3, "expected a value" },
        { "[1 2]", 3, "expected ',' or ']'" },
        { "{\"a\" 1}", 5, "expected ':'" },
        { "{a:1}", 1, "expected a member's name in quotes" },
        { "{\"a\":1,\"a\":2}", 7, "\"a\" stands here a second time" },
        { "01", 1, "expected the end of the text" },
        { "-", 1, "the text ends; expected a digit" },
        { "1.e3", 2, "expected a digit behind the point" },
        { "\"\\x\"", 2, "expected one of \" \\ / b f n r t u behind the backslash" },
        { "\"a\nb\"", 2, "expected an escape instead of a control character" },
        { "\"\\ud800x\"", 7, "expected the low surrogate of the pair" },
        { "\"\\udc00\"", 7, "expected a high surrogate before a low one" },
        { "\"open", 5, "the text ends; expected the closing quote" },
        { "tru", 0, "expected a value" },
        { "NaN", 0, "expected a value" },
        { "1 x", 2, "expected the end of the text" },
        { "\"\xc3(\"", 1, "invalid UTF-8" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const struct json *value = NULL;
        size_t offset = 999;
        struct err err;

        assert_int_equal(json_parse(&value, arena, str_from(bad[i].text),
                                    JSON_LIMITS_DEFAULT, &offset, &err),
                         -1);
        assert_string_equal(err.text, bad[i].why);
        assert_int_equal(offset, bad[i].offset);
        assert_int_equal(err.reason, ERR_INPUT);
        assert_null(value);
    }
}

static void duplicates_are_found_in_large_objects_too(void **state)
{
    struct buf buf;
    struct err err;
    const struct json *value;

    (void)state;
    buf_init(&buf, arena, 1 << 20);
    buf_add_char(&buf, '{');
    for (int i = 0; i < 500; i++) {
        buf_addf(&buf, "\"k%d\":%d,", i, i);
    }
    buf_add(&buf, STR("\"k7\":0}"));
    assert_int_equal(
        json_parse(&value, arena, buf_str(&buf), JSON_LIMITS_DEFAULT, NULL, &err), -1);
    assert_string_equal(err.text, "\"k7\" stands here a second time");
}

static void depth_and_count_are_bounded(void **state)
{
    struct json_limits limits = { .depth_max = 3, .value_max = 5 };
    const struct json *value;
    struct err err;

    (void)state;
    assert_int_equal(json_parse(&value, arena, STR("[[[1]]]"), limits, NULL, &err), 0);
    assert_int_equal(json_parse(&value, arena, STR("[[[[]]]]"), limits, NULL, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
    assert_int_equal(json_parse(&value, arena, STR("[1,2,3,4,5]"), limits, NULL, &err),
                     -1);
    assert_int_equal(err.reason, ERR_LIMIT);
}

static void numbers_are_exact_or_refused(void **state)
{
    int64_t number = 0;

    (void)state;
    assert_true(json_int(parsed("9007199254740993"), &number));
    assert_true(number == INT64_C(9007199254740993));
    assert_true(json_int(parsed("1.0"), &number));
    assert_int_equal(number, 1);
    assert_false(json_int(parsed("1.5"), &number));
    assert_false(json_int(parsed("\"1\""), &number));
    assert_true(json_micros(parsed("0.972"), &number));
    assert_int_equal(number, 972000);
    assert_false(json_micros(NULL, &number));
}

static void members_are_found_by_name(void **state)
{
    const struct json *value = parsed("{\"a\":1,\"b\":{\"c\":\"x\"}}");

    (void)state;
    assert_str(json_find(json_find(value, STR("b")), STR("c"))->text, "x");
    assert_null(json_find(value, STR("z")));
    assert_null(json_find(json_find(value, STR("a")), STR("b")));
    assert_int_equal(value->count, 2);
    assert_int_equal(json_find(value, STR("b"))->key_offset, 7);
    assert_int_equal(json_find(value, STR("b"))->offset, 11);
}

static void a_writer_puts_commas_and_escapes(void **state)
{
    struct buf buf;
    struct json_writer writer;

    (void)state;
    buf_init(&buf, arena, 1000);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("t"));
    json_add_str(&writer, STR("a\"b\\\x01\n\x7f"));
    json_key(&writer, STR("n"));
    json_open_array(&writer);
    json_add_int(&writer, -5);
    json_add_micros(&writer, 972000);
    json_add_bool(&writer, true);
    json_add_null(&writer);
    json_add_str_or_null(&writer, (struct str){ NULL, 0 });
    json_open_object(&writer);
    json_close_object(&writer);
    json_close_array(&writer);
    json_close_object(&writer);
    assert_str(buf_str(&buf), "{\"t\":\"a\\\"b\\\\\\u0001\\n\\u007f\","
                              "\"n\":[-5,0.972,true,null,null,{}]}");
}

/* Texts are looked at in words of eight bytes. */
static void every_character_is_escaped_wherever_it_stands(void **state)
{
    (void)state;
    for (size_t len = 1; len <= 19; len++) {
        for (size_t place = 0; place < len; place++) {
            for (int c = 0; c < 0x80; c++) {
                struct str text = { memset(arena_alloc(arena, len), 'x', len), len };
                struct json_writer writer;
                const struct json *value;
                struct buf buf;
                struct err err;

                ((char *)(uintptr_t)text.at)[place] = (char)c;
                buf_init(&buf, arena, 1000);
                writer = json_writer_to(&buf);
                json_add_str(&writer, text);
                assert_int_equal(json_parse(&value, arena, buf_str(&buf),
                                            JSON_LIMITS_DEFAULT, NULL, &err),
                                 0);
                assert_true(str_equal(value->text, text));
            }
        }
        arena_clear(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_comes_out_as_it_went_in),
        cmocka_unit_test(escapes_are_decoded),
        cmocka_unit_test(every_mistake_is_refused_where_it_stands),
        cmocka_unit_test(duplicates_are_found_in_large_objects_too),
        cmocka_unit_test(depth_and_count_are_bounded),
        cmocka_unit_test(numbers_are_exact_or_refused),
        cmocka_unit_test(members_are_found_by_name),
        cmocka_unit_test(a_writer_puts_commas_and_escapes),
        cmocka_unit_test(every_character_is_escaped_wherever_it_stands),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
