/* output_test.c - a draft says only what a page or the team says, in the brand's voice.
 */

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/test.h"
#include "guard/guard.h"
#include "guard/voice.h"

static struct arena *arena;
static struct guard_set set;
static struct guard_scratch *scratch;
static struct evidence evidence;

static int open_set(void **state)
{
    const struct phrase_file own = { STR("own"), STR("[words recall block]\nrecall\n") };
    struct guard_source source = { .own = &own, .own_count = 1 };
    struct str bytes;
    struct err err;

    (void)state;
    arena = arena_new((size_t)256 << 20);
    if (guard_compile(&bytes, arena, &source, &err) != 0 ||
        guard_open(&set, bytes, &err) != 0) {
        print_message("%s\n", err.text);
        return -1;
    }
    scratch = guard_scratch_new(arena, NULL);
    return 0;
}

static int close_set(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const struct str passages[] = {
    { "You can return it within 30 days. We guarantee the seams for five years. Write to "
      "help@acme.example. It is not free if the tag is missing.",
      136 },
};
static const struct str approved[] = {
    { "Hello Anna Schmidt,", 19 },
    { "Kind regards,\nAcme Outdoor", 26 },
};
static const struct str known[] = { { "my card is 4111 1111 1111 1111, a@b.de", 38 } };
static const uint32_t first[] = { 1 };

static struct guard_draft draft_of(const char *text,
                                   const struct cited_sentence *sentences, size_t count)
{
    return (struct guard_draft){
        .cited = { .text = str_from(text),
                   .sentences = sentences,
                   .sentence_count = count,
                   .passages = passages,
                   .passage_count = COUNT_OF(passages),
                   .approved = approved,
                   .approved_count = COUNT_OF(approved) },
        .known = known,
        .known_count = COUNT_OF(known),
    };
}

/* Check a draft of one sentence that cites the passage. */
static void check(const char *sentence)
{
    struct cited_sentence cited = { str_from(sentence), first, 1 };
    struct guard_draft draft = draft_of(sentence, &cited, 1);

    assert_int_equal(
        guard_check_output(&set, scratch, &draft, NULL, GUARDS_NONE, &evidence), 0);
}

static void quotations_and_approved_wording_pass(void **state)
{
    static const struct cited_sentence sentences[] = {
        { { "Hello Anna Schmidt,", 19 }, NULL, 0 },
        { { "You can return it within 30 days.", 33 }, first, 1 },
        { { "We guarantee the seams for five years. Write to help@acme.example.", 66 },
          first,
          1 },
        { { "Kind regards,\nAcme Outdoor", 26 }, NULL, 0 },
    };
    struct guard_draft draft = draft_of(
        "Hello Anna Schmidt,\n\nYou can return it within 30 days. [1] We guarantee the "
        "seams "
        "for five years. Write to help@acme.example. [1]\n\nKind regards,\nAcme Outdoor",
        sentences, COUNT_OF(sentences));

    (void)state;
    assert_int_equal(
        guard_check_output(&set, scratch, &draft, NULL, GUARDS_NONE, &evidence), 0);
    assert_int_equal(evidence.count, 0);
}

static void a_changed_or_cut_quotation_is_caught(void **state)
{
    static const char *const wrong[] = {
        "You can return it within 60 days.",
        "You can return it within 30 days",
        "It is not free if the tag is missing. You can return it within 30 days.",
        "return it within 30 days.",
        "the seams for five years.",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        check(wrong[i]);
        assert_true(evidence_has(&evidence, EVIDENCE_CITATION_WRONG));
    }
}

static void a_sentence_without_a_source_is_caught(void **state)
{
    static const struct cited_sentence loose[] = { { { "It is free.", 11 }, NULL, 0 } };
    static const uint32_t ninth[] = { 9 };
    static const struct cited_sentence absent[] = {
        { { "You can return it within 30 days.", 33 }, ninth, 1 }
    };
    static const struct cited_sentence cited[] = {
        { { "You can return it within 30 days.", 33 }, first, 1 }
    };
    struct guard_draft draft = draft_of("It is free.", loose, 1);

    (void)state;
    (void)guard_check_output(&set, scratch, &draft, NULL, GUARDS_NONE, &evidence);
    assert_true(evidence_has(&evidence, EVIDENCE_CITATION_NONE));
    draft = draft_of("You can return it within 30 days. [9]", absent, 1);
    (void)guard_check_output(&set, scratch, &draft, NULL, GUARDS_NONE, &evidence);
    assert_true(evidence_has(&evidence, EVIDENCE_CITATION_WRONG));
    draft = draft_of("You can return it within 30 days. [1] And we pay.", cited, 1);
    (void)guard_check_output(&set, scratch, &draft, NULL, GUARDS_NONE, &evidence);
    assert_true(evidence_has(&evidence, EVIDENCE_CITATION_NONE));
    draft = draft_of("Well: You can return it within 30 days. [1]", cited, 1);
    (void)guard_check_output(&set, scratch, &draft, NULL, GUARDS_NONE, &evidence);
    assert_true(evidence_has(&evidence, EVIDENCE_CITATION_NONE));
}

static void personal_data_may_only_be_the_customers_own_or_published(void **state)
{
    (void)state;
    check("Your card 4111-1111-1111-1111 and a@b.de and help@acme.example are noted.");
    assert_false(evidence_has(&evidence, EVIDENCE_OUTPUT_PII));
    check("Write to jo@other.example.");
    assert_true(evidence_has(&evidence, EVIDENCE_OUTPUT_PII));
    check("Your card 5500 0000 0000 0004 is noted.");
    assert_true(evidence_has(&evidence, EVIDENCE_OUTPUT_PII));
}

static void a_promise_needs_a_page_that_makes_it(void **state)
{
    (void)state;
    check("We guarantee the seams for five years.");
    assert_int_equal(evidence.count, 0);
    check("We promise it will arrive tomorrow.");
    assert_true(evidence_has(&evidence, EVIDENCE_BRAND_PROMISE));
    (void)guard_check_input(&set, scratch, STR("You said we promise a refund"),
                            GUARDS_NONE, &evidence);
    assert_int_equal(evidence.count, 0);
}

static struct voice opened(void)
{
    static const struct voice_swap swaps[] = {
        { { "lol", 3 }, { "", 0 }, true },
        { { "asap", 4 }, { "as soon as possible", 19 }, true },
        { { "thx", 3 }, { "thank you", 9 }, false },
        { { "hey guys", 8 }, { "hello", 5 }, true },
        { { "hey", 3 }, { "hi", 2 }, true },
    };
    static const struct str forbidden[] = { { "guarantee you", 13 },
                                            { "100 % safe", 10 } };
    struct voice_rules rules = { swaps, COUNT_OF(swaps), forbidden, COUNT_OF(forbidden),
                                 2 };
    struct voice voice = { .rules = rules };
    struct err err;

    if (voice_open(&voice, arena, &rules, &err) != 0) {
        fail_msg("%s", err.text);
    }
    return voice;
}

static void a_bots_own_words_keep_their_severity(void **state)
{
    (void)state;
    check("We recall it.");
    assert_true(evidence_has(&evidence, EVIDENCE_WORDS));
    for (size_t i = 0; i < evidence.count; i++) {
        if (evidence.items[i].kind == EVIDENCE_WORDS) {
            assert_str(evidence.items[i].guard, "words.recall");
            assert_int_equal(evidence.items[i].severity, SEVERITY_BLOCK);
        }
    }
}

static void the_brands_words_replace_others(void **state)
{
    struct voice voice = opened();

    (void)state;
    assert_str(voice_apply(&voice, arena, STR("Send it ASAP, lol we wait")),
               "Send it as soon as possible, we wait");
    assert_str(voice_apply(&voice, arena, STR("Hey guys, hey! lollipop thx.")),
               "hello, hi! lollipop thank you.");
    assert_str(voice_apply(&voice, arena, STR("nothing here")), "nothing here");
    assert_str(voice_apply(&voice, arena, STR("")), "");
}

static void forbidden_words_and_length_are_evidence(void **state)
{
    struct voice voice = opened();

    (void)state;
    evidence_clear(&evidence);
    voice_check(&voice, STR("We GUARANTEE  you it is 100% safe."), 2, &evidence);
    assert_int_equal(evidence.count, 2);
    assert_true(evidence_has(&evidence, EVIDENCE_BRAND_WORD));
    evidence_clear(&evidence);
    voice_check(&voice, STR("One. Two. Three."), 3, &evidence);
    assert_true(evidence_has(&evidence, EVIDENCE_BRAND_LENGTH));
    evidence_clear(&evidence);
    voice_check(&voice, STR("We guarantee nothing."), 1, &evidence);
    assert_int_equal(evidence.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotations_and_approved_wording_pass),
        cmocka_unit_test(a_changed_or_cut_quotation_is_caught),
        cmocka_unit_test(a_sentence_without_a_source_is_caught),
        cmocka_unit_test(personal_data_may_only_be_the_customers_own_or_published),
        cmocka_unit_test(a_promise_needs_a_page_that_makes_it),
        cmocka_unit_test(a_bots_own_words_keep_their_severity),
        cmocka_unit_test(the_brands_words_replace_others),
        cmocka_unit_test(forbidden_words_and_length_are_evidence),
    };

    return cmocka_run_group_tests(tests, open_set, close_set);
}
