/* evidence_test.c - the list of findings is ordered, merged and bounded. */

#include "base/attr.h"
#include "base/test.h"
#include "guard/evidence.h"

static struct evidence evidence;

static void add(enum evidence_kind kind, size_t start, size_t end)
{
    (void)evidence_add(&evidence, kind, start, end, SCORE_NONE);
}

static void findings_are_ordered_by_place(void **state)
{
    (void)state;
    evidence_clear(&evidence);
    add(EVIDENCE_PII_EMAIL, 30, 40);
    add(EVIDENCE_ABUSE_INSULT, 5, 9);
    add(EVIDENCE_PII_CARD, 10, 26);
    evidence_settle(&evidence);
    assert_int_equal(evidence.count, 3);
    assert_int_equal(evidence.items[0].kind, EVIDENCE_ABUSE_INSULT);
    assert_int_equal(evidence.items[2].kind, EVIDENCE_PII_EMAIL);
}

static void of_personal_data_that_overlaps_the_surer_kind_covers_both(void **state)
{
    (void)state;
    evidence_clear(&evidence);
    add(EVIDENCE_PII_NAME, 0, 12);
    add(EVIDENCE_PII_EMAIL, 5, 25);
    add(EVIDENCE_PII_ADDRESS, 20, 40);
    evidence_settle(&evidence);
    assert_int_equal(evidence.count, 1);
    assert_int_equal(evidence.items[0].kind, EVIDENCE_PII_EMAIL);
    assert_int_equal(evidence.items[0].start, 0);
    assert_int_equal(evidence.items[0].end, 40);
}

static void other_evidence_may_overlap(void **state)
{
    (void)state;
    evidence_clear(&evidence);
    add(EVIDENCE_INJECTION_OVERRIDE, 0, 30);
    add(EVIDENCE_INJECTION_LEAK, 10, 50);
    add(EVIDENCE_PII_EMAIL, 12, 20);
    evidence_settle(&evidence);
    assert_int_equal(evidence.count, 3);
}

static void what_is_said_twice_is_kept_once(void **state)
{
    (void)state;
    evidence_clear(&evidence);
    add(EVIDENCE_SELF_HARM, 0, 30);
    add(EVIDENCE_SELF_HARM, 4, 30);
    add(EVIDENCE_SELF_HARM, 0, 30);
    evidence_settle(&evidence);
    assert_int_equal(evidence.count, 1);
}

static void a_full_list_says_so(void **state)
{
    (void)state;
    evidence_clear(&evidence);
    for (size_t i = 0; i < EVIDENCE_MAX; i++) {
        add(EVIDENCE_PII_EMAIL, i * 10, i * 10 + 5);
    }
    assert_false(evidence.is_cut);
    assert_null(evidence_add(&evidence, EVIDENCE_PII_EMAIL, 0, 1, SCORE_NONE));
    assert_true(evidence.is_cut);
}

static void every_kind_is_known_by_its_name(void **state)
{
    (void)state;
    for (int kind = 0; kind < EVIDENCE_KIND_COUNT; kind++) {
        const struct evidence_info *info = evidence_info((enum evidence_kind)kind);
        enum evidence_kind found;

        assert_true(info->name.len != 0 && info->reason.len != 0);
        assert_true(evidence_kind_find(info->name, &found));
        assert_true(str_equal(evidence_info(found)->name, info->name));
    }
    for (int guard = 0; guard < GUARD_COUNT; guard++) {
        assert_true(guard_name((enum guard_id)guard).len != 0);
        assert_true(guard_version((enum guard_id)guard) >= 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_are_ordered_by_place),
        cmocka_unit_test(of_personal_data_that_overlaps_the_surer_kind_covers_both),
        cmocka_unit_test(other_evidence_may_overlap),
        cmocka_unit_test(what_is_said_twice_is_kept_once),
        cmocka_unit_test(a_full_list_says_so),
        cmocka_unit_test(every_kind_is_known_by_its_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
