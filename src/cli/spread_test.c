/* spread_test.c - percentiles of few and of many. */

#include "base/test.h"

#include "cli/spread.h"

static void percentiles_are_nearest_ranks(void **state)
{
    int64_t values[1000];

    (void)state;
    for (int64_t i = 0; i < 1000; i++) {
        values[i] = 1000 - i;
    }
    spread_sort(values, 1000);
    assert_int_equal(spread_at(values, 1000, 0), 1);
    assert_int_equal(spread_at(values, 1000, 500), 500);
    assert_int_equal(spread_at(values, 1000, 990), 990);
    assert_int_equal(spread_at(values, 1000, 999), 999);
    assert_int_equal(spread_at(values, 1000, 1000), 1000);
}

static void of_few_the_tail_is_the_largest(void **state)
{
    int64_t values[] = { 7, -3, 5 };

    (void)state;
    assert_int_equal(spread_median(values, 3), 5);
    assert_int_equal(spread_at(values, 3, 990), 7);
    assert_int_equal(spread_at(values, 3, 1), -3);
}

static void of_none_there_is_nothing(void **state)
{
    (void)state;
    assert_int_equal(spread_median(NULL, 0), 0);
}

static void equal_values_stay_equal(void **state)
{
    int64_t values[] = { 4, 4, 4, 4 };

    (void)state;
    assert_int_equal(spread_median(values, 4), 4);
    assert_int_equal(spread_at(values, 4, 1000), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(percentiles_are_nearest_ranks),
        cmocka_unit_test(of_few_the_tail_is_the_largest),
        cmocka_unit_test(of_none_there_is_nothing),
        cmocka_unit_test(equal_values_stay_equal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
