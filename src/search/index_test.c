/* index_test.c */

#include "search/index.h"

#include "base/test.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/err.h"
#include "base/list.h"
#include "text/stem.h"

static const char returns_page[] =
    "# Returns\n\n## How long you have\n\nYou may send goods back within 30 days of "
    "delivery. Write to us by e-mail.\n\n## Gift cards\n\nUnused gift cards are returned "
    "within 14 days.\n";
static const char delivery_page[] =
    "# Delivery\n\n## Delivery times\n\nA parcel to Germany takes 3 days.\n\n"
    "## Pick-up\n\nCollect it on Friday.\n";
static const char german_page[] =
    "# Lieferung\n\n## Lieferzeiten\n\nEin Paket dauert 3 Tage.\n";

static struct arena *arena;
static struct stemmer *stemmer;

static struct str built_bytes(void)
{
    static const char *const pages[][2] = { { "returns.md", returns_page },
                                            { "delivery.md", delivery_page },
                                            { "de-lieferung.md", german_page } };
    struct list passages;
    struct str bytes;
    struct err err;

    list_init(&passages, arena, sizeof(struct passage), 100);
    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        assert_int_equal(passages_add_page(&passages, arena, str_from(pages[i][0]),
                                           str_from(pages[i][1]), &err),
                         0);
    }
    assert_int_equal(
        index_build(&bytes, arena,
                    &(struct index_source){ .passages = passages.items,
                                            .passage_count = passages.count },
                    &err),
        0);
    return bytes;
}

static struct index built(void)
{
    struct index index;
    struct err err;

    assert_int_equal(index_open(&index, built_bytes(), &err), 0);
    return index;
}

static int open_all(void **state)
{
    (void)state;
    arena = arena_new(64 << 20);
    stemmer = stemmer_new(arena);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* The anchor of the best passage, "" where there is none. */
static struct str best(const struct index *index, enum tongue tongue, struct str text,
                       const int64_t *page_factors)
{
    struct query query = index_query(index, arena, stemmer, tongue, text);
    struct hit hit;

    if (index_search(index, arena, &query, page_factors, &hit, 1) == 0) {
        return STR("");
    }
    assert_true(hit.score > 0);
    return index_passage(index, hit.passage).anchor;
}

static void assert_best(struct str text, const char *anchor)
{
    struct index index = built();
    struct str found = best(&index, TONGUE_EN, text, NULL);

    assert_int_equal(found.len, strlen(anchor));
    assert_memory_equal(found.at, anchor, found.len);
}

static void words_are_found_by_their_stem(void **state)
{
    (void)state;
    assert_best(STR("when are parcels delivered"), "delivery-times");
    assert_best(STR("returning a gift card"), "gift-cards");
}

static void hyphenated_words_are_found_joined_and_apart(void **state)
{
    (void)state;
    assert_best(STR("email address"), "how-long-you-have");
    assert_best(STR("pickup"), "pick-up");
    assert_best(STR("is e-mail fine"), "how-long-you-have");
}

static void a_heading_counts_more_than_the_text(void **state)
{
    (void)state;
    assert_best(STR("delivery"), "delivery-times");
}

static void function_words_find_nothing(void **state)
{
    (void)state;
    assert_best(STR("where is it and what will you do"), "");
}

static void languages_are_apart(void **state)
{
    struct index index = built();

    (void)state;
    assert_true(str_equal(best(&index, TONGUE_DE, STR("wie lange dauern Pakete"), NULL),
                          STR("lieferzeiten")));
    assert_true(str_equal(best(&index, TONGUE_DE, STR("parcel"), NULL), STR("")));
    assert_true(str_equal(best(&index, TONGUE_NONE, STR("parcel"), NULL), STR("")));
}

static void page_factors_lift_and_leave_out_pages(void **state)
{
    struct index index = built();
    int64_t factors[3] = { MICROS_ONE, 0, MICROS_ONE };

    (void)state;
    assert_true(str_equal(best(&index, TONGUE_EN, STR("delivery of a parcel"), factors),
                          STR("how-long-you-have")));
    factors[0] = factors[1] = 1;
    factors[1] = MICROS_ONE;
    assert_true(str_equal(best(&index, TONGUE_EN, STR("gift cards days"), factors),
                          STR("delivery-times")));
}

static void the_best_come_first_and_no_more_than_asked(void **state)
{
    struct index index = built();
    struct query query =
        index_query(&index, arena, stemmer, TONGUE_EN, STR("days delivery gift"));
    struct hit all[8];
    struct hit two[2];
    size_t count = index_search(&index, arena, &query, NULL, all, 8);

    (void)state;
    assert_int_equal(count, 4);
    assert_true(all[0].score >= all[1].score && all[1].score >= all[2].score &&
                all[2].score >= all[3].score);
    assert_int_equal(index_search(&index, arena, &query, NULL, two, 2), 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(two[i].passage, all[i].passage);
        assert_true(two[i].score == all[i].score);
    }
}

static void a_repeated_word_counts_once(void **state)
{
    struct index index = built();
    struct query once = index_query(&index, arena, stemmer, TONGUE_EN, STR("gift"));
    struct query twice =
        index_query(&index, arena, stemmer, TONGUE_EN, STR("gift gifts"));
    struct hit first;
    struct hit second;

    (void)state;
    assert_int_equal(index_search(&index, arena, &once, NULL, &first, 1), 1);
    assert_int_equal(index_search(&index, arena, &twice, NULL, &second, 1), 1);
    assert_int_equal(first.score, second.score);
}

static void a_slice_has_the_words_between_two_places(void **state)
{
    struct index index = built();
    struct str text = STR("Gift cards! How long does a parcel take?");
    struct query query = index_query(&index, arena, stemmer, TONGUE_EN, text);
    struct query slice = query_slice(&query, str_find(text, STR("How")), text.len);

    (void)state;
    assert_int_equal(query.count, 5);
    assert_int_equal(slice.count, 3);
    assert_int_equal(slice.words[0].start, str_find(text, STR("long")));
    assert_int_equal(query_slice(&query, 0, 0).count, 0);
}

static void unknown_words_are_kept_and_weigh_most(void **state)
{
    struct index index = built();
    struct query query =
        index_query(&index, arena, stemmer, TONGUE_EN, STR("kayak days"));

    (void)state;
    assert_int_equal(query.count, 2);
    assert_true(query.words[0].term == TERM_UNKNOWN);
    assert_true(index_term_weight(&index, TONGUE_EN, query.words[0].term) >
                index_term_weight(&index, TONGUE_EN, query.words[1].term));
}

static void passages_come_back_as_they_were(void **state)
{
    struct index index = built();
    struct passage passage = index_passage(&index, 1);
    struct sha256 digest = sha256_of(passage.text);
    size_t page;

    (void)state;
    assert_true(str_equal(passage.page, STR("returns.md")));
    assert_true(str_equal(passage.title, STR("Returns")));
    assert_true(str_equal(passage.heading, STR("Gift cards")));
    assert_true(
        str_equal(passage.text, STR("Unused gift cards are returned within 14 days.")));
    assert_memory_equal(&digest, &passage.sha256, sizeof digest);
    assert_int_equal(index_passage(&index, 4).tongue, TONGUE_DE);
    assert_true(index_page_find(&index, STR("delivery.md"), &page));
    assert_int_equal(page, 1);
    assert_false(index_page_find(&index, STR("none.md"), &page));
}

static void the_same_passages_make_the_same_bytes(void **state)
{
    (void)state;
    assert_true(str_equal(built_bytes(), built_bytes()));
}

static void an_index_of_nothing_finds_nothing(void **state)
{
    struct str bytes;
    struct index index;
    struct err err;

    (void)state;
    assert_int_equal(index_build(&bytes, arena, &(struct index_source){ 0 }, &err), 0);
    assert_int_equal(index_open(&index, bytes, &err), 0);
    assert_true(str_equal(best(&index, TONGUE_EN, STR("parcel"), NULL), STR("")));
}

static void cut_bytes_are_refused(void **state)
{
    struct str bytes = built_bytes();
    struct index index;
    struct err err;

    (void)state;
    for (size_t len = 0; len < bytes.len; len += 7) {
        assert_int_equal(index_open(&index, (struct str){ bytes.at, len }, &err), -1);
        assert_int_equal(err.reason, ERR_CORRUPT);
    }
    assert_int_equal(
        index_open(&index, (struct str){ bytes.at + 1, bytes.len - 1 }, &err), -1);
    assert_string_equal(err.text, "the search index is damaged: its place in memory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_by_their_stem),
        cmocka_unit_test(hyphenated_words_are_found_joined_and_apart),
        cmocka_unit_test(a_heading_counts_more_than_the_text),
        cmocka_unit_test(function_words_find_nothing),
        cmocka_unit_test(languages_are_apart),
        cmocka_unit_test(page_factors_lift_and_leave_out_pages),
        cmocka_unit_test(the_best_come_first_and_no_more_than_asked),
        cmocka_unit_test(a_repeated_word_counts_once),
        cmocka_unit_test(a_slice_has_the_words_between_two_places),
        cmocka_unit_test(unknown_words_are_kept_and_weigh_most),
        cmocka_unit_test(passages_come_back_as_they_were),
        cmocka_unit_test(the_same_passages_make_the_same_bytes),
        cmocka_unit_test(an_index_of_nothing_finds_nothing),
        cmocka_unit_test(cut_bytes_are_refused),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
