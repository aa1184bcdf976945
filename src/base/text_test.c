/* text_test.c - str, buf, utf8, decimal, time: the small things made of text. */

#include "base/test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/str.h"
#include "base/time.h"
#include "base/utf8.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void a_text_splits_into_all_its_parts(void **state)
{
    struct str rest = STR("a,,b,");
    struct str part;
    const char *expected[] = { "a", "", "b", "" };
    size_t count = 0;

    (void)state;
    while (str_split_next(&rest, ',', &part)) {
        assert_true(count < 4);
        assert_str(part, expected[count]);
        count++;
    }
    assert_int_equal(count, 4);
}

static void whole_numbers_are_read_strictly(void **state)
{
    int64_t value = 7;

    (void)state;
    assert_true(str_to_int64(STR("-9223372036854775808"), &value));
    assert_true(value == INT64_MIN);
    assert_true(str_to_int64(STR("+12"), &value));
    assert_int_equal(value, 12);
    assert_false(str_to_int64(STR("9223372036854775808"), &value));
    assert_false(str_to_int64(STR(""), &value));
    assert_false(str_to_int64(STR("-"), &value));
    assert_false(str_to_int64(STR(" 1"), &value));
    assert_false(str_to_int64(STR("1x"), &value));
    assert_int_equal(value, 12);
}

static void a_swap_of_neighbours_is_one_edit(void **state)
{
    (void)state;
    assert_int_equal(str_edit_distance(STR("queue"), STR("qeueu"), 9), 2);
    assert_int_equal(str_edit_distance(STR("refund"), STR("refnud"), 9), 1);
    assert_int_equal(str_edit_distance(STR("abc"), STR(""), 9), 3);
    assert_int_equal(str_edit_distance(STR("same"), STR("same"), 9), 0);
    assert_int_equal(str_edit_distance(STR("abcdef"), STR("uvwxyz"), 2), 3);
}

static void finding_and_trimming_stay_inside_the_text(void **state)
{
    (void)state;
    assert_int_equal(str_find(STR("needle in hay"), STR("in")), 7);
    assert_int_equal(str_find(STR("short"), STR("longer than it")), 5);
    assert_str(str_trim(STR(" \t x y \n")), "x y");
    assert_str(str_trim(STR("   ")), "");
    assert_str(str_slice(STR("abc"), 2, 99), "c");
    assert_str(str_slice(STR("abc"), 9, 1), "");
    assert_true(str_compare(STR("ab"), STR("abc")) < 0);
    assert_true(str_equal_ascii_nocase(STR("Ab-1"), STR("aB-1")));
}

static void a_full_buffer_keeps_what_fitted_and_says_so(void **state)
{
    struct buf buf;

    (void)state;
    buf_init(&buf, arena, 10);
    buf_add(&buf, STR("12345"));
    buf_add_int(&buf, -678);
    buf_add(&buf, STR("too long"));
    buf_add_char(&buf, 'x');
    assert_true(buf_is_full(&buf));
    assert_str(buf_str(&buf), "12345-678");
    buf_clear(&buf);
    buf_addf(&buf, "%d-%s", 4, "ok");
    assert_false(buf_is_full(&buf));
    assert_str(buf_str(&buf), "4-ok");
}

static void a_long_format_is_written_whole(void **state)
{
    struct buf buf;

    (void)state;
    buf_init(&buf, arena, 5000);
    buf_addf(&buf, "%0999d|", 1);
    assert_int_equal(buf.len, 1000);
    assert_int_equal(buf.at[999], '|');
    buf_add_int(&buf, INT64_MIN);
    assert_str(str_slice(buf_str(&buf), 1000, 99), "-9223372036854775808");
}

static void invalid_utf8_is_found_where_it_starts(void **state)
{
    static const struct {
        const char *text;
        size_t at;
    } bad[] = {
        { "a\xff", 1 },
        { "\xc0\xaf", 0 },
        { "ab\xed\xa0\x80", 2 },
        { "\xf4\x90\x80\x80", 0 },
        { "12345678\xe2\x82", 8 },
        { "\x80", 0 },
        { "\xf0\x8f\xbf\xbf", 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        size_t offset = 99;

        assert_false(utf8_is_valid(str_from(bad[i].text), &offset));
        assert_int_equal(offset, bad[i].at);
        assert_int_equal(utf8_valid_part(str_from(bad[i].text)).len, bad[i].at);
    }
    assert_str(utf8_valid_part(STR("gr\xc3\xbc\xc3")), "gr\xc3\xbc");
    assert_str(utf8_valid_part(STR("gr\xc3\xbc")), "gr\xc3\xbc");
    assert_true(
        utf8_is_valid(STR("gr\xc3\xbc\xc3\x9f \xe2\x82\xac \xf0\x9f\x8f\x95"), NULL));
}

static void code_points_go_out_as_they_came_in(void **state)
{
    static const uint32_t points[] = { 0x24,     0xa2,   0x20ac, 0x10348,
                                       0x10ffff, 0xd7ff, 0xe000 };

    (void)state;
    for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) {
        char bytes[4];
        struct str text = { bytes, utf8_put(points[i], bytes) };
        size_t offset = 0;

        assert_true(utf8_is_valid(text, NULL));
        assert_int_equal(utf8_next(text, &offset), points[i]);
        assert_int_equal(offset, text.len);
        assert_int_equal(utf8_count(text), 1);
    }
}

static void places_count_lines_and_code_points(void **state)
{
    struct str text = STR("a\nb\xc3\xbc"
                          "c\nd");
    struct text_place place = text_place_of(text, 5);

    (void)state;
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 3);
    place = text_place_of(text, 999);
    assert_int_equal(place.line, 3);
    assert_int_equal(place.column, 2);
}

static void decimals_are_exact(void **state)
{
    static const struct {
        const char *text;
        int64_t micros;
        const char *again;
    } good[] = {
        { "0.85", 850000, "0.85" },
        { "1", 1000000, "1" },
        { "-12.5", -12500000, "-12.5" },
        { "0.000001", 1, "0.000001" },
        { "1e2", 100000000, "100" },
        { "2.50e-1", 250000, "0.25" },
        { "0", 0, "0" },
        { "0.1000000", 100000, "0.1" },
    };
    static const char *const bad[] = { "",   "-",         ".5",
                                       "1.", "0.0000001", "1e99",
                                       "x",  "1 ",        "99999999999999" };
    int64_t micros;
    char text[MICROS_TEXT_MAX];

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_true(micros_parse(str_from(good[i].text), &micros));
        assert_true(micros == good[i].micros);
        (void)micros_format(micros, text);
        assert_string_equal(text, good[i].again);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(micros_parse(str_from(bad[i]), &micros));
    }
}

static void moments_are_written_as_rfc_3339(void **state)
{
    char text[TIME_TEXT_MAX];

    (void)state;
    (void)time_format(0, text);
    assert_string_equal(text, "1970-01-01T00:00:00.000Z");
    (void)time_format(INT64_C(1709210096789), text);
    assert_string_equal(text, "2024-02-29T12:34:56.789Z");
    (void)time_format(-1, text);
    assert_string_equal(text, "1969-12-31T23:59:59.999Z");
    (void)time_format(INT64_MAX, text);
    assert_string_equal(text, "9999-12-31T23:59:59.999Z");
}

static void only_dates_that_exist_are_read(void **state)
{
    struct date date;

    (void)state;
    assert_true(date_parse(STR("2024-02-29"), &date));
    assert_int_equal(date_to_days(date), 19782);
    assert_false(date_parse(STR("2026-02-29"), &date));
    assert_false(date_parse(STR("2026-13-01"), &date));
    assert_false(date_parse(STR("2026-1-01"), &date));
    for (int64_t days = -800000; days < 800000; days += 137) {
        assert_true(date_to_days(date_of_days(days)) == days);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_splits_into_all_its_parts),
        cmocka_unit_test(whole_numbers_are_read_strictly),
        cmocka_unit_test(a_swap_of_neighbours_is_one_edit),
        cmocka_unit_test(finding_and_trimming_stay_inside_the_text),
        cmocka_unit_test(a_full_buffer_keeps_what_fitted_and_says_so),
        cmocka_unit_test(a_long_format_is_written_whole),
        cmocka_unit_test(invalid_utf8_is_found_where_it_starts),
        cmocka_unit_test(code_points_go_out_as_they_came_in),
        cmocka_unit_test(places_count_lines_and_code_points),
        cmocka_unit_test(decimals_are_exact),
        cmocka_unit_test(moments_are_written_as_rfc_3339),
        cmocka_unit_test(only_dates_that_exist_are_read),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
