/* mistakes_test.c - order, text, bounds, and names near wrong ones. */

#include "base/test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "config/mistakes.h"

static int begin(void **state)
{
    *state = arena_new(16 << 20);
    return 0;
}

static int end(void **state)
{
    struct arena *arena = *state;

    arena_free(&arena);
    return 0;
}

static struct place at(const char *file, size_t line, size_t column)
{
    return (struct place){ .file = str_from(file), .line = line, .column = column };
}

static void expect_line(struct arena *arena, const struct mistakes *mistakes,
                        size_t index, const char *line)
{
    struct buf buf;

    buf_init(&buf, arena, 1000);
    mistake_format(list_at(&mistakes->list, index), &buf);
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, line);
}

static void a_mistake_is_one_line_with_what_is_known(void **state)
{
    struct mistakes mistakes;

    mistakes_init(&mistakes, *state);
    mistakes_add(&mistakes, at("bot.yaml", 3, 7), STR("unknown key \"nam\""),
                 STR("one of name, queues"), STR("name"));
    mistakes_add(&mistakes, at("bot.yaml", 0, 0), STR("the file is missing"), STR(""),
                 STR(""));
    mistakes_remark(&mistakes, at("intents.yaml", 9, 1), STR("3 examples"),
                    STR("at least 10"));
    expect_line(
        *state, &mistakes, 0,
        "bot.yaml:3:7: unknown key \"nam\"; expected one of name, queues; did you "
        "mean name");
    expect_line(*state, &mistakes, 1, "bot.yaml: the file is missing");
    expect_line(*state, &mistakes, 2,
                "intents.yaml:9:1: remark: 3 examples; expected at least 10");
    assert_int_equal(mistakes.error_count, 2);
}

static void sorting_goes_by_place_and_keeps_equal_places_in_order(void **state)
{
    struct mistakes mistakes;

    mistakes_init(&mistakes, *state);
    mistakes_add(&mistakes, at("b", 1, 1), STR("fifth"), STR(""), STR(""));
    mistakes_add(&mistakes, at("a", 2, 1), STR("third"), STR(""), STR(""));
    mistakes_add(&mistakes, at("a", 1, 9), STR("second"), STR(""), STR(""));
    mistakes_add(&mistakes, at("a", 1, 2), STR("first"), STR(""), STR(""));
    mistakes_add(&mistakes, at("a", 2, 1), STR("fourth"), STR(""), STR(""));
    mistakes_sort(&mistakes);
    expect_line(*state, &mistakes, 0, "a:1:2: first");
    expect_line(*state, &mistakes, 1, "a:1:9: second");
    expect_line(*state, &mistakes, 2, "a:2:1: third");
    expect_line(*state, &mistakes, 3, "a:2:1: fourth");
    expect_line(*state, &mistakes, 4, "b:1:1: fifth");
}

static void mistakes_past_the_maximum_are_counted(void **state)
{
    struct mistakes mistakes;

    mistakes_init(&mistakes, *state);
    for (size_t i = 0; i < MISTAKES_MAX + 5; i++) {
        mistakes_add(&mistakes, at("a", i + 1, 1), STR("wrong"), STR(""), STR(""));
    }
    assert_int_equal(mistakes.list.count, MISTAKES_MAX);
    assert_int_equal(mistakes.error_count, MISTAKES_MAX + 5);
}

static void texts_are_copied(void **state)
{
    struct mistakes mistakes;
    char text[] = "gone soon";

    mistakes_init(&mistakes, *state);
    mistakes_add(&mistakes, at("a", 1, 1), str_from(text), STR(""), STR(""));
    text[0] = 'X';
    expect_line(*state, &mistakes, 0, "a:1:1: gone soon");
}

static void expect_nearest(const char *wrong, const char *expected)
{
    static const struct str names[] = { { "name", 4 },
                                        { "queues", 6 },
                                        { "refund_request", 14 },
                                        { "refund_status", 13 },
                                        { "en", 2 } };
    struct str nearest = nearest_name(str_from(wrong), names, 5);

    assert_true(str_equal(nearest, str_from(expected)));
}

static void the_nearest_name_is_within_a_third_of_its_length(void **state)
{
    (void)state;
    expect_nearest("nmae", "name");
    expect_nearest("queue", "queues");
    expect_nearest("refund_requst", "refund_request");
    expect_nearest("refund_statsu", "refund_status");
    expect_nearest("eb", "en");
    expect_nearest("xyzzy", "");
    expect_nearest("", "");
    expect_nearest("payment_failed", "");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(a_mistake_is_one_line_with_what_is_known),
        T(sorting_goes_by_place_and_keeps_equal_places_in_order),
        T(mistakes_past_the_maximum_are_counted),
        T(texts_are_copied),
        T(the_nearest_name_is_within_a_third_of_its_length),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
