/* parts_test.c - the arithmetic, the features and the calibration under a nano model. */

#include "base/test.h"

#include <math.h>

#include "base/arena.h"
#include "classify/calibrate.h"
#include "classify/dice.h"
#include "classify/exact.h"
#include "classify/features.h"
#include "classify/net.h"
#include "classify/rows.h"
#include "classify/scope.h"

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

static void exp_and_log_agree_with_the_c_library(void **state)
{
    (void)state;
    for (double x = -699; x < 700; x += 0.37) {
        assert_true(fabs(exact_exp(x) / exp(x) - 1) < 1e-13);
    }
    for (double x = 1e-300; x < 1e300; x *= 1.7) {
        assert_true(fabs(exact_log(x) - log(x)) <= 1e-14 * fabs(log(x)) + 1e-16);
    }
    assert_true(exact_exp(0) == 1);
    assert_true(exact_log(1) == 0);
}

static void softmax_survives_logits_of_any_size(void **state)
{
    float values[] = { 1e30f, 0, -1e30f };
    float even[] = { 5, 5, 5, 5 };

    (void)state;
    exact_softmax(values, 3);
    assert_true(values[0] == 1);
    exact_softmax(even, 4);
    assert_true(even[0] == 0.25f && even[3] == 0.25f);
    assert_true(fabsf(exact_log_sum_exp((float[]){ 0, 0 }, 2) - 0.693147f) < 1e-6f);
}

static void dice_repeat_for_a_seed_and_stay_in_range(void **state)
{
    struct dice a = { 5 };
    struct dice b = { 5 };

    (void)state;
    for (int i = 0; i < 1000; i++) {
        float spread = dice_spread(&a);

        assert_true(spread >= -1 && spread < 1);
        assert_true(spread == dice_spread(&b));
        assert_true(dice_below(&a, 7) < 7);
        (void)dice_below(&b, 7);
    }
}

static void rows_add_up_to_the_same_bits_however_they_are_added(void **state)
{
    enum { ROWS = 50, ADDED = 300, COLUMNS = 3 * NET_HIDDEN };
    static int8_t bytes[ROWS * COLUMNS];
    struct rows rows = { bytes, COLUMNS };
    struct dice dice = { 11 };
    uint32_t numbers[ADDED];
    float weights[ADDED];
    float expected[COLUMNS] = { 0 };
    float sums[COLUMNS];
    float plain_sums[COLUMNS];

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (int8_t)((int)dice_below(&dice, 256) - 128);
    }
    for (size_t i = 0; i < ADDED; i++) {
        numbers[i] = (uint32_t)dice_below(&dice, ROWS);
        weights[i] = dice_spread(&dice);
        for (size_t k = 0; k < COLUMNS; k++) {
            expected[k] += weights[i] * (float)bytes[numbers[i] * COLUMNS + k];
        }
    }
    rows_add(rows, numbers, weights, ADDED, sums);
    rows_add_plain(rows, numbers, weights, ADDED, plain_sums);
    assert_memory_equal(sums, expected, sizeof sums);
    assert_memory_equal(plain_sums, expected, sizeof sums);
    rows_add(rows, numbers, weights, 0, sums);
    assert_true(sums[0] == 0 && sums[COLUMNS - 1] == 0);
}

static bool same_features(const char *a, const char *b)
{
    struct features *left = arena_alloc(arena, sizeof *left);
    struct features *right = arena_alloc(arena, sizeof *right);

    features_of(left, str_from(a), NULL);
    features_of(right, str_from(b), NULL);
    return left->count == right->count &&
           memcmp(left->keys, right->keys, left->count * sizeof *left->keys) == 0;
}

static void case_accents_and_punctuation_make_no_difference(void **state)
{
    (void)state;
    assert_true(same_features("Wo ist mein PAKET?", "wo ist mein paket"));
    assert_true(same_features("\xc3\x9c"
                              "ber",
                              "u\xcc\x88"
                              "ber")); /* composed or not */
    assert_true(same_features("\xc2\xbfQu\xc3\xa9?", "que"));
    assert_true(same_features("it\xe2\x80\x99s", "it's"));
    assert_true(same_features("don't", "dont"));
    assert_true(same_features("gro\xc3\x9f", "GROSS"));
    assert_false(same_features("my order", "order my"));
    assert_false(same_features("cannot", "can not"));
}

static void long_numbers_are_alike_and_short_ones_are_not(void **state)
{
    (void)state;
    assert_true(same_features("order 12345", "order 99887"));
    assert_false(same_features("order 12345", "order 998877"));
    assert_false(same_features("24 days", "48 days"));
}

static void features_of_endless_text_stay_in_their_room(void **state)
{
    struct features *features = arena_alloc(arena, sizeof *features);
    size_t len = 100000;
    char *text = arena_alloc(arena, len);

    (void)state;
    for (size_t i = 0; i < len; i++) {
        text[i] = i % 2 == 0 ? 'a' : ' ';
    }
    features_of(features, (struct str){ text, len }, NULL);
    assert_int_equal(features->word_count, FEATURE_WORDS_MAX);
    assert_true(features->count <= FEATURE_KEYS_MAX);
    memset(text, 'a', len);
    features_of(features, (struct str){ text, len }, NULL);
    assert_int_equal(features->count, FEATURE_KEYS_MAX);
    memset(text, 0xff, len);
    features_of(features, (struct str){ text, len }, NULL);
    assert_int_equal(features->word_count, 1);
}

static void the_coldness_undoes_overconfidence(void **state)
{
    enum { COUNT = 1000 };
    struct held_out *held = arena_array(arena, COUNT, sizeof *held);
    float coldness;

    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        held[i].logits = arena_array(arena, 2, sizeof(float));
        held[i].logits[0] = 8; /* says 0.9997, is right in 3 of 4: log odds 1.0986 */
        held[i].label = i % 4 == 0;
    }
    coldness = calibrate_coldness(arena, held, COUNT, 2);
    assert_true(fabsf(coldness * 8 - 1.0986f) < 0.01f);
}

static void the_threshold_is_the_lowest_that_keeps_the_error(void **state)
{
    const struct outcome outcomes[] = {
        { 900000, true }, { 800000, true },  { 700000, false },
        { 600000, true }, { 500000, false },
    };

    (void)state;
    assert_int_equal(calibrate_threshold(arena, outcomes, 5, 0), 800000);
    assert_int_equal(calibrate_threshold(arena, outcomes, 5, 250000), 600000);
    assert_int_equal(calibrate_threshold(arena, outcomes, 5, 400000), 500000);
    assert_int_equal(calibrate_threshold(arena, outcomes + 4, 1, 100000), 1000001);
    assert_int_equal(calibrate_threshold(arena, NULL, 0, 100000), 1000001);
}

static void equal_confidences_stand_or_fall_together(void **state)
{
    const struct outcome outcomes[] = { { 900000, true }, { 900000, false } };

    (void)state;
    assert_int_equal(calibrate_threshold(arena, outcomes, 2, 400000), 1000001);
}

static struct scope fit_scope(bool has_oos, struct dice *dice)
{
    enum { COUNT = 2000 };
    struct scope_example *examples = arena_array(arena, COUNT, sizeof *examples);
    struct scope scope;

    for (size_t i = 0; i < COUNT; i++) {
        bool inside = !has_oos || i % 4 != 0;

        examples[i].is_in_scope = inside;
        for (size_t k = 0; k < SCOPE_SIGNALS; k++) {
            examples[i].signals[k] = dice_spread(dice);
        }
        examples[i].signals[SCOPE_UNKNOWN] += inside ? 0 : 2;
    }
    scope_fit(&scope, arena, examples, COUNT, has_oos, 30000);
    return scope;
}

static void the_bound_refuses_the_stated_share_of_texts_that_belong(void **state)
{
    struct dice dice = { 3 };
    struct scope scope = fit_scope(false, &dice);
    int refused = 0;

    (void)state;
    for (int i = 0; i < 10000; i++) {
        float signals[SCOPE_SIGNALS];

        for (size_t k = 0; k < SCOPE_SIGNALS; k++) {
            signals[k] = dice_spread(&dice);
        }
        refused += scope_score(&scope, signals) < scope.bound;
    }
    assert_in_range(refused, 150, 450);
}

static void examples_out_of_scope_teach_which_signal_counts(void **state)
{
    struct dice dice = { 4 };
    struct scope scope = fit_scope(true, &dice);

    (void)state;
    assert_true(scope.weight[SCOPE_UNKNOWN] < -2);
    assert_true(fabsf(scope.weight[SCOPE_UNKNOWN]) > fabsf(scope.weight[SCOPE_TOP]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_and_log_agree_with_the_c_library),
        cmocka_unit_test(softmax_survives_logits_of_any_size),
        cmocka_unit_test(dice_repeat_for_a_seed_and_stay_in_range),
        cmocka_unit_test(rows_add_up_to_the_same_bits_however_they_are_added),
        cmocka_unit_test(case_accents_and_punctuation_make_no_difference),
        cmocka_unit_test(long_numbers_are_alike_and_short_ones_are_not),
        cmocka_unit_test(features_of_endless_text_stay_in_their_room),
        cmocka_unit_test(the_coldness_undoes_overconfidence),
        cmocka_unit_test(the_threshold_is_the_lowest_that_keeps_the_error),
        cmocka_unit_test(equal_confidences_stand_or_fall_together),
        cmocka_unit_test(the_bound_refuses_the_stated_share_of_texts_that_belong),
        cmocka_unit_test(examples_out_of_scope_teach_which_signal_counts),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
