/* breaker_test.c - every guard's breaker opens, cools down, probes and closes. */

#include "base/test.h"
#include "guard/breaker.h"

static const struct breaker_rule rule = {
    .window = 4, .threshold = 2, .probes = 2, .cool_down_ms = 100
};

static void call(struct breaker *breaker, bool has_failed, int64_t now_ms)
{
    assert_true(breaker_admit(breaker, now_ms));
    breaker_record(breaker, has_failed, now_ms);
}

static void open_it(struct breaker *breaker, int64_t now_ms)
{
    breaker_init(breaker, &rule);
    call(breaker, true, now_ms);
    call(breaker, true, now_ms);
    assert_int_equal(breaker->state, BREAKER_OPEN);
}

static void enough_failures_in_the_window_open_it(void **state)
{
    struct breaker breaker;

    (void)state;
    breaker_init(&breaker, &rule);
    call(&breaker, true, 0);
    call(&breaker, false, 1);
    call(&breaker, false, 2);
    assert_int_equal(breaker.state, BREAKER_CLOSED);
    call(&breaker, true, 3);
    assert_int_equal(breaker.state, BREAKER_OPEN);
}

static void failures_that_are_long_past_do_not_count(void **state)
{
    struct breaker breaker;

    (void)state;
    breaker_init(&breaker, &rule);
    for (int i = 0; i < 40; i++) {
        call(&breaker, i % 4 == 0, i);
        assert_int_equal(breaker.state, BREAKER_CLOSED);
    }
}

static void an_open_one_admits_nothing_until_it_has_cooled_down(void **state)
{
    struct breaker breaker;

    (void)state;
    open_it(&breaker, 1000);
    assert_false(breaker_admit(&breaker, 1000));
    assert_false(breaker_admit(&breaker, 1099));
    assert_true(breaker_admit(&breaker, 1100));
    assert_int_equal(breaker.state, BREAKER_HALF_OPEN);
}

static void half_open_it_admits_one_call_at_a_time(void **state)
{
    struct breaker breaker;

    (void)state;
    open_it(&breaker, 0);
    assert_true(breaker_admit(&breaker, 100));
    assert_false(breaker_admit(&breaker, 101));
    breaker_record(&breaker, false, 102);
    assert_true(breaker_admit(&breaker, 103));
}

static void good_probes_close_it_and_a_bad_one_opens_it_again(void **state)
{
    struct breaker breaker;

    (void)state;
    open_it(&breaker, 0);
    call(&breaker, false, 100);
    call(&breaker, false, 101);
    assert_int_equal(breaker.state, BREAKER_CLOSED);
    open_it(&breaker, 0);
    call(&breaker, false, 100);
    call(&breaker, true, 150);
    assert_int_equal(breaker.state, BREAKER_OPEN);
    assert_false(breaker_admit(&breaker, 249));
    assert_true(breaker_admit(&breaker, 250));
}

static void a_call_that_ends_after_it_opened_changes_nothing(void **state)
{
    struct breaker breaker;

    (void)state;
    open_it(&breaker, 0);
    breaker_record(&breaker, false, 1);
    breaker_record(&breaker, true, 2);
    assert_int_equal(breaker.state, BREAKER_OPEN);
    assert_true(breaker_admit(&breaker, 100));
}

static void each_guards_breaker_trips_by_its_own_rule(void **state)
{
    struct breakers breakers;

    (void)state;
    breakers_init(&breakers);
    for (int guard = 0; guard < GUARD_COUNT; guard++) {
        const struct breaker_rule *own = &breaker_rules[guard];
        uint32_t bit = UINT32_C(1) << guard;

        for (uint32_t i = 0; i < own->threshold; i++) {
            assert_int_equal(breakers_refused(&breakers, bit, 5), 0);
            breakers_record(&breakers, bit, bit, 5);
        }
        assert_int_equal(breakers_refused(&breakers, bit, 5 + own->cool_down_ms - 1),
                         bit);
        for (uint32_t i = 0; i < own->probes; i++) {
            assert_int_equal(breakers_refused(&breakers, bit, 5 + own->cool_down_ms), 0);
            breakers_record(&breakers, bit, 0, 5 + own->cool_down_ms);
        }
        assert_str(breaker_state_name(breakers.items[guard].state), "closed");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enough_failures_in_the_window_open_it),
        cmocka_unit_test(failures_that_are_long_past_do_not_count),
        cmocka_unit_test(an_open_one_admits_nothing_until_it_has_cooled_down),
        cmocka_unit_test(half_open_it_admits_one_call_at_a_time),
        cmocka_unit_test(good_probes_close_it_and_a_bad_one_opens_it_again),
        cmocka_unit_test(a_call_that_ends_after_it_opened_changes_nothing),
        cmocka_unit_test(each_guards_breaker_trips_by_its_own_rule),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
