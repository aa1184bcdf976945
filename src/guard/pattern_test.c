/* pattern_test.c - users' patterns match, fail within limits, and say what is wrong. */

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/test.h"
#include "guard/pattern.h"

static struct arena *arena;
static struct pattern_scratch *scratch;
static struct evidence evidence;

static int open_scratch(void **state)
{
    (void)state;
    arena = arena_new(64 << 20);
    scratch = pattern_scratch_new(arena);
    return 0;
}

static int close_scratch(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct pattern_set *opened(const char *pattern)
{
    struct pattern_source source = { STR("own"), str_from(pattern), SEVERITY_BLOCK };
    struct pattern_set *set = NULL;
    struct err err;

    if (pattern_open(&set, arena, &source, 1, &err) != 0) {
        fail_msg("%s", err.text);
    }
    return set;
}

static void every_match_is_evidence_under_the_patterns_name(void **state)
{
    struct pattern_set *set = opened("ACME-[0-9]{4}");
    struct err err;

    (void)state;
    evidence_clear(&evidence);
    assert_int_equal(
        pattern_check(set, scratch, STR("ACME-1234 and ACME-99999"), &evidence, &err), 0);
    assert_int_equal(evidence.count, 2);
    assert_str(evidence.items[0].guard, "pattern.own");
    assert_int_equal(evidence.items[0].severity, SEVERITY_BLOCK);
    assert_int_equal(evidence.items[1].start, 14);
    assert_int_equal(evidence.items[1].end, 23);
    pattern_close(&set);
}

static void characters_are_matched_not_bytes(void **state)
{
    struct pattern_set *set = opened("^gr.ße$");
    struct err err;

    (void)state;
    evidence_clear(&evidence);
    assert_int_equal(pattern_check(set, scratch, STR("größe"), &evidence, &err), 0);
    assert_int_equal(evidence.count, 1);
    assert_int_equal(pattern_check(set, scratch, STR("gr\xff"), &evidence, &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
    pattern_close(&set);
}

static void an_empty_match_does_not_go_round(void **state)
{
    struct pattern_set *set = opened("x*");
    struct err err;

    (void)state;
    evidence_clear(&evidence);
    assert_int_equal(pattern_check(set, scratch, STR("aäxx"), &evidence, &err), 0);
    assert_true(evidence.count >= 3 && evidence.count <= 5);
    assert_int_equal(
        pattern_check(set, scratch, (struct str){ NULL, 0 }, &evidence, &err), 0);
    pattern_close(&set);
}

static void a_pattern_that_runs_away_is_a_failure_not_a_pass(void **state)
{
    static const char *const patterns[] = { "(a+)+$", "(a|aa)+$", "(.*)*\\1b",
                                            "(?R)?a+b" };
    struct str text =
        STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac");
    size_t failures = 0;
    struct err err;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(patterns); i++) {
        struct pattern_set *set = opened(patterns[i]);

        evidence_clear(&evidence);
        if (pattern_check(set, scratch, text, &evidence, &err) != 0) {
            assert_int_equal(err.reason, ERR_LIMIT);
            failures++;
        }
        pattern_close(&set);
    }
    assert_true(failures >= 2);
}

static void a_wrong_pattern_is_refused_with_its_place(void **state)
{
    static const struct {
        const char *pattern;
        const char *mistake;
    } cases[] = {
        { "a(b", "pattern own: missing closing parenthesis at byte 3" },
        { "(*LIMIT_MATCH=9)a", "pattern own: (*VERBS) may not start a pattern" },
        { "a\\Cb", "pattern own: using \\C is disabled by the application at byte 3" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct pattern_source source = { STR("own"), str_from(cases[i].pattern),
                                         SEVERITY_WARN };
        struct pattern_set *set = NULL;
        struct err err;

        assert_int_equal(pattern_open(&set, arena, &source, 1, &err), -1);
        assert_int_equal(err.reason, ERR_CONFIG);
        assert_string_equal(err.text, cases[i].mistake);
        assert_null(set);
    }
}

static void a_text_that_is_too_long_is_a_failure(void **state)
{
    struct pattern_set *set = opened("a");
    struct str text = { arena_alloc(arena, PATTERN_TEXT_BYTES_MAX + 1),
                        PATTERN_TEXT_BYTES_MAX + 1 };
    struct err err;

    (void)state;
    assert_int_equal(pattern_check(set, scratch, text, &evidence, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
    pattern_close(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_match_is_evidence_under_the_patterns_name),
        cmocka_unit_test(characters_are_matched_not_bytes),
        cmocka_unit_test(an_empty_match_does_not_go_round),
        cmocka_unit_test(a_pattern_that_runs_away_is_a_failure_not_a_pass),
        cmocka_unit_test(a_wrong_pattern_is_refused_with_its_place),
        cmocka_unit_test(a_text_that_is_too_long_is_a_failure),
    };

    return cmocka_run_group_tests(tests, open_scratch, close_scratch);
}
