/* values_test.c - durations, percentages and amounts. */

#include "base/test.h"

#include "config/values.h"

static void expect_duration(const char *text, int64_t ms, bool is_business)
{
    struct duration duration = { .ms = -1 };

    assert_true(duration_parse(str_from(text), &duration));
    assert_int_equal(duration.ms, ms);
    assert_int_equal(duration.is_business, is_business);
}

static void durations_have_one_number_and_one_unit(void **state)
{
    struct duration duration = { .ms = -1 };
    static const char *const wrong[] = {
        "",          "4",     "h",   "4 h", "-4h",      "4.5h",  "4hh",
        "4w",        "4h30m", " 4h", "4h ", "business", "4000d", "99999999999999999999h",
        "4hbusiness"
    };

    (void)state;
    expect_duration("4h", 4 * 3600000, false);
    expect_duration("90s", 90000, false);
    expect_duration("15m", 900000, false);
    expect_duration("2d", 172800000, false);
    expect_duration("800ms", 800, false);
    expect_duration("0s", 0, false);
    expect_duration("4h business", 4 * 3600000, true);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(duration_parse(str_from(wrong[i]), &duration));
    }
    assert_int_equal(duration.ms, -1);
}

static void expect_percent(const char *text, int64_t micros)
{
    int64_t value = -1;

    assert_true(percent_parse(str_from(text), &value));
    assert_int_equal(value, micros);
}

static void percentages_need_their_sign(void **state)
{
    int64_t value = -1;

    (void)state;
    expect_percent("5 %", 50000);
    expect_percent("5%", 50000);
    expect_percent("0.5 %", 5000);
    expect_percent("100 %", 1000000);
    expect_percent("0.0001 %", 1);
    assert_false(percent_parse(STR("5"), &value));
    assert_false(percent_parse(STR("%"), &value));
    assert_false(percent_parse(STR(""), &value));
    assert_false(percent_parse(STR("0.00001 %"), &value));
    assert_int_equal(value, -1);
}

static void amounts_have_a_currency(void **state)
{
    struct money money = { .micros = -1 };
    static const char *const wrong[] = {
        "",       "100",      "100USD", "USD 100", "-1 USD",    "100 usd",
        "100 US", "100 USDT", "100 ",   " USD",    "1,000 USD", "0.0000001 USD"
    };

    (void)state;
    assert_true(money_parse(STR("100 USD"), &money));
    assert_int_equal(money.micros, 100000000);
    assert_string_equal(money.currency, "USD");
    assert_true(money_parse(STR("0.02 EUR"), &money));
    assert_int_equal(money.micros, 20000);
    assert_string_equal(money.currency, "EUR");
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_false(money_parse(str_from(wrong[i]), &money));
    }
    assert_int_equal(money.micros, 20000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(durations_have_one_number_and_one_unit),
        cmocka_unit_test(percentages_need_their_sign),
        cmocka_unit_test(amounts_have_a_currency),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
