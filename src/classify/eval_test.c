/* eval_test.c - certificates against the published table, and the evaluation's sums. */

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "classify/certificate.h"
#include "classify/eval.h"
#include "classify/nano_train.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(256 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* Smallest numbers of accepted answers that certify an error with k mistakes. */
static void the_smallest_sets_that_certify_are_those_of_the_binomial(void **state)
{
    static const struct {
        uint32_t error;
        size_t k;
        size_t n;
    } table[] = {
        { 50000, 0, 59 },   { 50000, 1, 93 },    { 50000, 2, 124 },   { 50000, 5, 208 },
        { 50000, 10, 336 }, { 20000, 0, 149 },   { 20000, 1, 236 },   { 20000, 2, 313 },
        { 20000, 5, 523 },  { 20000, 10, 845 },  { 10000, 0, 299 },   { 10000, 1, 473 },
        { 10000, 2, 628 },  { 10000, 5, 1049 },  { 10000, 10, 1693 }, { 5000, 0, 598 },
        { 5000, 10, 3389 }, { 1000, 0, 2995 },   { 1000, 1, 4742 },   { 1000, 2, 6294 },
        { 1000, 5, 10511 }, { 1000, 10, 16959 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_true(certificate_holds(table[i].n, table[i].k, table[i].error));
        assert_false(certificate_holds(table[i].n - 1, table[i].k, table[i].error));
    }
    assert_false(certificate_holds(0, 0, 50000));
    assert_false(certificate_holds(5, 5, 999999));
}

/* Confidences from just under 1 downwards; every wrong_every-th outcome is wrong. */
static struct outcome *falling_outcomes(size_t count, size_t wrong_every)
{
    struct outcome *outcomes = arena_array(arena, count, sizeof *outcomes);

    for (size_t i = 0; i < count; i++) {
        outcomes[i].confidence = (uint32_t)(999999 - i * 100);
        outcomes[i].is_right = wrong_every == 0 || (i + 1) % wrong_every != 0;
    }
    return outcomes;
}

static void faultless_outcomes_certify_the_lowest_confidence_seen(void **state)
{
    struct certificate certificate;

    (void)state;
    certificate_find(&certificate, arena, falling_outcomes(500, 0), 500, 50000);
    assert_true(certificate.certified);
    assert_int_equal(certificate.value, 999999 - 499 * 100);
    assert_int_equal(certificate.n, 500);
    assert_int_equal(certificate.k, 0);
    assert_int_equal(certificate.error, 50000);
    assert_int_equal(certificate.certainty, 950000);
}

static void too_few_outcomes_certify_nothing_and_say_so(void **state)
{
    struct certificate certificate;

    (void)state;
    certificate_find(&certificate, arena, falling_outcomes(58, 0), 58, 50000);
    assert_false(certificate.certified);
    assert_int_equal(certificate.value, 850000);
    assert_int_equal(certificate.n, 58);
    certificate_find(&certificate, arena, falling_outcomes(59, 0), 59, 50000);
    assert_true(certificate.certified);
    certificate_find(&certificate, arena, NULL, 0, 50000);
    assert_false(certificate.certified);
    assert_int_equal(certificate.n, 0);
}

static void many_errors_certify_nothing(void **state)
{
    struct certificate certificate;

    (void)state;
    certificate_find(&certificate, arena, falling_outcomes(2000, 10), 2000, 50000);
    assert_false(certificate.certified);
    assert_int_equal(certificate.value, 850000);
}

static void the_bound_stands_above_where_the_errors_begin(void **state)
{
    struct outcome *outcomes = falling_outcomes(1000, 0);
    struct certificate certificate;

    (void)state;
    for (size_t i = 400; i < 1000; i += 3) {
        outcomes[i].is_right = false;
    }
    certificate_find(&certificate, arena, outcomes, 1000, 50000);
    assert_true(certificate.certified);
    assert_in_range(certificate.n, 350, 480);
    assert_true(certificate_holds(certificate.n, certificate.k, 50000));
}

static void the_order_of_the_outcomes_does_not_matter(void **state)
{
    struct outcome *outcomes = falling_outcomes(700, 40);
    struct outcome *turned = arena_array(arena, 700, sizeof *turned);
    struct certificate a;
    struct certificate b;

    (void)state;
    for (size_t i = 0; i < 700; i++) {
        turned[i] = outcomes[699 - i];
    }
    certificate_find(&a, arena, outcomes, 700, 50000);
    certificate_find(&b, arena, turned, 700, 50000);
    assert_int_equal(a.value, b.value);
    assert_int_equal(a.n, b.n);
    assert_int_equal(a.k, b.k);
}

static void equal_confidences_are_all_counted(void **state)
{
    struct outcome *outcomes = falling_outcomes(300, 0);
    struct certificate certificate;

    (void)state;
    for (size_t i = 0; i < 300; i++) {
        outcomes[i].confidence = 990000;
    }
    certificate_find(&certificate, arena, outcomes, 300, 50000);
    assert_int_equal(certificate.n, 300);
}

enum { LESSONS = 8 };

static struct nano_example *lessons(void)
{
    static const char *const texts[LESSONS][2] = {
        { "money back", "refund" },       { "refund the money", "refund" },
        { "I want my money", "refund" },  { "where is the parcel", "delivery" },
        { "parcel is late", "delivery" }, { "track my parcel", "delivery" },
        { "password wrong", "login" },    { "cannot log in password", "login" },
    };
    struct nano_example *examples = arena_array(arena, LESSONS, sizeof *examples);

    for (size_t i = 0; i < LESSONS; i++) {
        examples[i] =
            (struct nano_example){ str_from(texts[i][0]), str_from(texts[i][1]), 1 };
    }
    return examples;
}

static void eval_of(struct eval *eval_out, const struct nano_example *examples,
                    size_t count)
{
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct str model;
    struct nano nano;
    struct err err;

    assert_int_equal(nano_train(&model, arena, lessons(), LESSONS, &options, &err), 0);
    assert_int_equal(nano_open(&nano, model, &err), 0);
    eval_nano(eval_out, arena, &nano, examples, count);
}

static void a_model_knows_its_own_lessons(void **state)
{
    struct eval eval;
    size_t binned = 0;

    (void)state;
    eval_of(&eval, lessons(), LESSONS);
    assert_int_equal(eval.n, 8);
    assert_int_equal(eval.oos_n, 0);
    assert_int_equal(eval.accuracy, 1000000);
    assert_int_equal(eval.macro_f1, 1000000);
    assert_int_equal(eval.confusion_count, 0);
    for (size_t i = 0; i < EVAL_BINS; i++) {
        binned += eval.bins[i].n;
    }
    assert_int_equal(binned, 8);
}

static void wrong_answers_are_counted_where_they_belong(void **state)
{
    const struct nano_example asked[] = {
        { STR("refund my money"), STR("refund"), 1 },
        { STR("money please"), STR("delivery"), 1 },
        { STR("the money"), STR("delivery"), 1 },
        { STR("parcel parcel"), STR("unheard_of"), 1 },
    };
    struct eval eval;

    (void)state;
    eval_of(&eval, asked, 4);
    assert_int_equal(eval.accuracy, 250000);
    /* refund: 2 * 1 / (1 + 3); delivery (answered once, true twice) and unheard_of: 0 */
    assert_int_equal(eval.macro_f1, 166667);
    assert_int_equal(eval.confusion_count, 2);
    assert_str(eval.confusions[0].label, "delivery");
    assert_str(eval.confusions[0].predicted, "refund");
    assert_int_equal(eval.confusions[0].n, 2);
    assert_str(eval.confusions[1].label, "unheard_of");
    assert_true(eval.brier > 500000);
}

static void oos_texts_count_for_the_scope_only(void **state)
{
    const struct nano_example asked[] = {
        { STR("refund my money"), STR("refund"), 1 },
        { STR(""), STR("oos"), 1 },
        { STR("!!!"), STR("oos"), 1 },
    };
    struct eval eval;

    (void)state;
    eval_of(&eval, asked, 3);
    assert_int_equal(eval.n, 1);
    assert_int_equal(eval.oos_n, 2);
    assert_int_equal(eval.accuracy, 1000000);
    assert_int_equal(eval.oos_recall, 1000000);
    assert_int_equal(eval.false_reject, 0);
}

static void no_texts_give_zeros(void **state)
{
    struct eval eval;

    (void)state;
    eval_of(&eval, NULL, 0);
    assert_int_equal(eval.n, 0);
    assert_int_equal(eval.accuracy, 0);
    assert_int_equal(eval.ece, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_sets_that_certify_are_those_of_the_binomial),
        cmocka_unit_test(faultless_outcomes_certify_the_lowest_confidence_seen),
        cmocka_unit_test(too_few_outcomes_certify_nothing_and_say_so),
        cmocka_unit_test(many_errors_certify_nothing),
        cmocka_unit_test(the_bound_stands_above_where_the_errors_begin),
        cmocka_unit_test(the_order_of_the_outcomes_does_not_matter),
        cmocka_unit_test(equal_confidences_are_all_counted),
        cmocka_unit_test(a_model_knows_its_own_lessons),
        cmocka_unit_test(wrong_answers_are_counted_where_they_belong),
        cmocka_unit_test(oos_texts_count_for_the_scope_only),
        cmocka_unit_test(no_texts_give_zeros),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
