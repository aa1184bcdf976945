/* draft_test.c */

#include "bot/draft.h"

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/list.h"
#include "bot/brand.h"
#include "bot/intents.h"
#include "guard/voice.h"
#include "text/stem.h"

static const char returns_page[] =
    "# Returns\n\n## How long you have\n\nYou may return goods within 30 days of "
    "delivery. "
    "However, gas cartridges cannot be returned.\n\n"
    "## What a return costs\n\nReturns within Germany are free. From Austria a label "
    "costs "
    "6.90. From Spain a label costs 9.90. From Norway you pay the carrier. The receipt "
    "is "
    "your proof. Keep it until the refund has come. Bulky goods are collected.\n\n"
    "## Sizes\n\nThe boots come in these sizes:\n\n- 42 regular\n- 43 wide\n";
static const char refunds_page[] =
    "# Refunds\n\n## When the refund comes\n\nWe refund within 7 days after inspection. "
    "It goes to the card that paid.\n";
static const char german_page[] =
    "# Retouren\n\n## Frist\n\nSie haben 30 Tage für die Retoure.\n";

static struct arena *arena;
static struct stemmer *stemmer;
static struct index index_of_pages;
static struct brand brand;
static struct intent intent;

static const struct text_pair greetings[] = {
    { .key = { "en", 2 }, .text = { "Hello {name},", 13 } },
    { .key = { "de", 2 }, .text = { "Guten Tag {name},", 17 } },
};
static const struct text_pair closings[] = { { .key = { "en", 2 },
                                               .text = { "Kind regards", 12 } } };
static const struct text_pair wordings[] = {
    { .key = { "en", 2 }, .text = { "Thx for asking.", 15 } },
};
static const struct str pages[] = { { "returns.md", 10 } };
static const struct replacement replacements[] = {
    { .from = { "thx", 3 }, .to = { "Thank you", 9 }, .whole_word = true },
};

static int open_all(void **state)
{
    static const char *const sources[][2] = { { "returns.md", returns_page },
                                              { "refunds.md", refunds_page },
                                              { "de-retouren.md", german_page } };
    struct list passages;
    struct str bytes;
    struct err err;

    (void)state;
    arena = arena_new(64 << 20);
    stemmer = stemmer_new(arena);
    list_init(&passages, arena, sizeof(struct passage), 100);
    for (size_t i = 0; i < COUNT_OF(sources); i++) {
        assert_int_equal(passages_add_page(&passages, arena, str_from(sources[i][0]),
                                           str_from(sources[i][1]), &err),
                         0);
    }
    assert_int_equal(
        index_build(&bytes, arena,
                    &(struct index_source){ .passages = passages.items,
                                            .passage_count = passages.count },
                    &err),
        0);
    assert_int_equal(index_open(&index_of_pages, bytes, &err), 0);
    brand = (struct brand){ .greeting = greetings,
                            .greeting_count = COUNT_OF(greetings),
                            .closing = closings,
                            .closing_count = COUNT_OF(closings),
                            .replace = replacements,
                            .replace_count = COUNT_OF(replacements),
                            .max_sentences = 8 };
    intent = (struct intent){ .pages = pages,
                              .page_count = COUNT_OF(pages),
                              .wording = wordings,
                              .wording_count = COUNT_OF(wordings) };
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct draft compose(enum tongue tongue, const char *text, const char *customer)
{
    struct draft_subject subject;
    struct voice voice;
    struct draft_request request = { .index = &index_of_pages,
                                     .stemmer = stemmer,
                                     .text = str_from(text),
                                     .subject = &subject,
                                     .brand = &brand,
                                     .voice = &voice,
                                     .customer = str_from(customer) };
    struct draft draft;
    struct err err;

    assert_int_equal(brand_open_voice(&voice, &brand, arena, &err), 0);
    draft_subject_init(&subject, arena, &index_of_pages, stemmer, &intent, tongue);
    draft_compose(&draft, arena, &request);
    return draft;
}

static void assert_text(const struct draft *draft, const char *expected)
{
    struct str text = str_copy(arena, draft->text);

    assert_string_equal(text.at, expected);
}

static bool says(const struct draft *draft, const char *words)
{
    return str_find(draft->text, str_from(words)) < draft->text.len;
}

static void a_draft_greets_quotes_cites_and_closes(void **state)
{
    struct draft draft = compose(TONGUE_EN, "How many days may I return goods?", "Ann");

    (void)state;
    assert_int_equal(draft.verdict, DRAFT_SUPPORTED);
    assert_text(&draft, "Hello Ann,\n\nThank you for asking. You may return goods within "
                        "30 days of delivery. [1] However, gas cartridges cannot be "
                        "returned. [1]\n\nKind regards");
    assert_int_equal(draft.citation_count, 1);
    assert_int_equal(draft.citations[0].number, 1);
    assert_true(
        str_equal(index_passage(&index_of_pages, draft.citations[0].passage).anchor,
                  STR("how-long-you-have")));
    assert_true(draft.citations[0].score > 0);
}

static void quotes_are_the_bytes_of_the_passage(void **state)
{
    struct draft draft =
        compose(TONGUE_EN, "What does a return label cost in Spain?", "");

    (void)state;
    assert_int_equal(draft.verdict, DRAFT_SUPPORTED);
    for (size_t i = 0; i < draft.sentence_count; i++) {
        const struct draft_sentence *sentence = &draft.sentences[i];

        if (sentence->citation > 0) {
            uint32_t passage = draft.citations[sentence->citation - 1].passage;
            struct str text = index_passage(&index_of_pages, passage).text;

            assert_true(sentence->text.at >= text.at &&
                        sentence->text.at + sentence->text.len <= text.at + text.len);
        }
    }
}

static void a_long_passage_is_cut_to_what_is_asked(void **state)
{
    struct draft draft = compose(TONGUE_EN, "What does a label from Spain cost?", "");

    (void)state;
    assert_true(says(&draft, "From Spain a label costs 9.90. [1]"));
    assert_false(says(&draft, "Bulky"));
}

static void the_greeting_does_without_an_unknown_name(void **state)
{
    struct draft draft = compose(TONGUE_EN, "How many days may I return goods?", "");

    (void)state;
    assert_true(str_starts_with(draft.text, STR("Hello,\n\n")));
}

static void lists_stay_with_the_line_before_them(void **state)
{
    struct draft draft = compose(TONGUE_EN, "Which sizes do the boots come in?", "");

    (void)state;
    assert_true(says(&draft,
                     "The boots come in these sizes: [1]\n42 regular [1]\n43 wide "
                     "[1]"));
}

static void two_questions_may_cite_two_passages(void **state)
{
    struct draft draft = compose(
        TONGUE_EN, "How many days may I return goods? And when is the refund on my card?",
        "");

    (void)state;
    assert_int_equal(draft.citation_count, 2);
    assert_true(says(&draft, "within 30 days of delivery. [1]"));
    assert_true(says(&draft, "It goes to the card that paid. [2]"));
}

static void a_draft_is_in_the_language_of_the_message(void **state)
{
    struct draft draft = compose(TONGUE_DE, "Wie viele Tage hat die Retoure Frist?", "");

    (void)state;
    assert_text(&draft, "Guten Tag,\n\nSie haben 30 Tage für die Retoure. [1]");
}

static void what_no_page_names_is_not_answered(void **state)
{
    struct draft draft =
        compose(TONGUE_EN, "Do you rent kayaks to return customers?", "");

    (void)state;
    assert_int_equal(draft.verdict, DRAFT_UNHEARD_OF);
    assert_true(draft.hit_count > 0);
    assert_int_equal(draft.text.len, 0);
    draft = compose(TONGUE_EN, "Kayaks?", "");
    assert_int_equal(draft.verdict, DRAFT_NO_PASSAGE);
}

static void the_intents_description_decides_between_equals(void **state)
{
    struct draft draft;

    (void)state;
    intent.description = STR("The customer asks what a return label costs.");
    draft = compose(TONGUE_EN, "Returns to Spain, goods?", "");
    assert_int_equal(draft.verdict, DRAFT_SUPPORTED);
    assert_true(
        str_equal(index_passage(&index_of_pages, draft.citations[0].passage).anchor,
                  STR("what-a-return-costs")));
}

/* As the guard of drafts has it, which compares them. */
static void a_word_that_the_brand_drops_takes_its_space_along(void **state)
{
    static const struct replacement drops_for[] = {
        { .from = { "for", 3 }, .to = { "", 0 }, .whole_word = true },
    };
    struct draft draft;

    (void)state;
    brand.replace = drops_for;
    draft = compose(TONGUE_EN, "How many days may I return goods?", "");
    assert_true(says(&draft, "Thx asking."));
}

static void forbidden_phrases_are_never_quoted(void **state)
{
    static const struct str forbidden[] = { { "gas cartridges", 14 } };
    struct draft draft;

    (void)state;
    brand.forbid = forbidden;
    brand.forbid_count = 1;
    draft = compose(TONGUE_EN, "How many days may I return goods?", "");
    assert_int_equal(draft.verdict, DRAFT_FORBIDDEN);
    assert_int_equal(draft.text.len, 0);
}

static void a_rule_is_not_told_without_its_exception(void **state)
{
    struct draft draft;

    (void)state;
    brand.max_sentences = 4; /* greeting, wording, closing: one is left */
    draft = compose(TONGUE_EN, "How many days may I return goods?", "");
    assert_int_equal(draft.verdict, DRAFT_TOO_LONG);
}

static void the_brands_limit_counts_every_sentence(void **state)
{
    struct draft draft;

    (void)state;
    brand.max_sentences = 5;
    draft = compose(TONGUE_EN, "What does a return label cost in Spain and Austria?", "");
    assert_int_equal(draft.verdict, DRAFT_SUPPORTED);
    assert_in_range(draft.sentence_count, 4, 5);
}

static void the_same_request_gives_the_same_draft(void **state)
{
    struct draft first = compose(TONGUE_EN, "How many days may I return goods?", "Ann");
    struct draft second = compose(TONGUE_EN, "How many days may I return goods?", "Ann");

    (void)state;
    assert_true(str_equal(first.text, second.text));
    assert_memory_equal(&first.sha256, &second.sha256, sizeof first.sha256);
}

#define T(name) cmocka_unit_test_setup_teardown(name, open_all, close_all)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(a_draft_greets_quotes_cites_and_closes),
        T(quotes_are_the_bytes_of_the_passage),
        T(a_long_passage_is_cut_to_what_is_asked),
        T(the_greeting_does_without_an_unknown_name),
        T(lists_stay_with_the_line_before_them),
        T(two_questions_may_cite_two_passages),
        T(a_draft_is_in_the_language_of_the_message),
        T(what_no_page_names_is_not_answered),
        T(the_intents_description_decides_between_equals),
        T(a_word_that_the_brand_drops_takes_its_space_along),
        T(forbidden_phrases_are_never_quoted),
        T(a_rule_is_not_told_without_its_exception),
        T(the_brands_limit_counts_every_sentence),
        T(the_same_request_gives_the_same_draft),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
