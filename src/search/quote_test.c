/* quote_test.c - which sentences belong together, and which are quoted. */

#include "base/test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/list.h"
#include "search/attachment.h"
#include "search/index.h"
#include "search/quote.h"
#include "text/stem.h"

static struct arena *arena;
static struct stemmer *stemmer;

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

static bool attached(const char *before, const char *sentence)
{
    return is_attached_sentence(arena, str_from(before), str_from(sentence), true);
}

static void exceptions_are_attached_to_their_rule(void **state)
{
    (void)state;
    assert_true(attached("Returns are free.", "However, bulky goods cost 19.00."));
    assert_true(attached("You may return it.", "Gas cartridges cannot be returned."));
    assert_true(attached("Die Retoure ist kostenlos.", "Sperrige Ware ist ausgenommen."));
    assert_true(attached("La devolución es gratis.", "Sin embargo, no en Canarias."));
    assert_false(attached("Returns are free.", "Refunds take seven days."));
}

static void sentences_that_lean_are_attached(void **state)
{
    (void)state;
    assert_true(attached("Open the box.", "Then take a photo."));
    assert_true(attached("Wir buchen ab.", "Danach schreiben wir Ihnen."));
    assert_false(attached("Open the box.", "Theodor takes a photo."));
}

static void lists_hang_together_and_on_their_lead(void **state)
{
    (void)state;
    assert_true(attached("a small tent", "a large tent"));
    assert_true(
        is_attached_sentence(arena, STR("Choose one:"), STR("a small tent"), false));
    assert_false(is_attached_sentence(arena, STR("One."), STR("However, two."), false));
}

/* The sentences quoted for a text, joined with "|". */
static struct str quoted(const char *page, const char *text, size_t sentence_max)
{
    struct list passages;
    struct str bytes;
    struct index index;
    struct err err;
    struct str sentences[QUOTE_MAX];
    struct query query;
    struct buf buf;

    list_init(&passages, arena, sizeof(struct passage), 10);
    assert_int_equal(
        passages_add_page(&passages, arena, STR("a.md"), str_from(page), &err), 0);
    assert_int_equal(index_build(&bytes, arena,
                                 &(struct index_source){ .passages = passages.items,
                                                         .passage_count = 1 },
                                 &err),
                     0);
    assert_int_equal(index_open(&index, bytes, &err), 0);
    query = index_query(&index, arena, stemmer, TONGUE_EN, str_from(text));
    buf_init(&buf, arena, 4096);
    for (size_t i = 0,
                count = quote_choose(&index, arena, &query, 0, sentence_max, sentences);
         i < count; i++) {
        buf_add(&buf, i > 0 ? STR("|") : STR(""));
        buf_add(&buf, sentences[i]);
    }
    return buf_str(&buf);
}

static const char long_page[] =
    "# A\n\nTents are dry. Bags are warm. But never wash bags hot. Boots are waxed. "
    "Stoves are clean. Ropes are long.\n";

static void a_short_passage_is_quoted_in_full(void **state)
{
    (void)state;
    assert_str(quoted("# A\n\nOne tent. Two bags.\n", "bags", 5), "One tent.|Two bags.");
}

static void of_a_long_passage_the_asked_pieces_are_quoted_whole(void **state)
{
    (void)state;
    assert_str(quoted(long_page, "bags", 5), "Bags are warm.|But never wash bags hot.");
    assert_str(quoted(long_page, "ropes and tents", 5), "Tents are dry.|Ropes are long.");
}

static void a_piece_that_does_not_fit_is_left_out(void **state)
{
    (void)state;
    assert_str(quoted(long_page, "bags, boots", 1), "Boots are waxed.");
    assert_str(quoted("# A\n\nBags are warm. But never wash bags hot.\n", "bags", 1), "");
}

static void without_a_word_in_common_the_beginning_is_quoted(void **state)
{
    (void)state;
    assert_str(quoted(long_page, "kayaks", 5), "Tents are dry.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exceptions_are_attached_to_their_rule),
        cmocka_unit_test(sentences_that_lean_are_attached),
        cmocka_unit_test(lists_hang_together_and_on_their_lead),
        cmocka_unit_test(a_short_passage_is_quoted_in_full),
        cmocka_unit_test(of_a_long_passage_the_asked_pieces_are_quoted_whole),
        cmocka_unit_test(a_piece_that_does_not_fit_is_left_out),
        cmocka_unit_test(without_a_word_in_common_the_beginning_is_quoted),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
