/* passages_test.c */

#include "search/passages.h"

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"

static struct arena *arena;
static struct list passages;

static int open_list(void **state)
{
    (void)state;
    arena = arena_new(64 << 20);
    list_init(&passages, arena, sizeof(struct passage), 100);
    return 0;
}

static int close_list(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void add(const char *page, const char *markdown)
{
    struct err err;

    assert_int_equal(
        passages_add_page(&passages, arena, str_from(page), str_from(markdown), &err), 0);
}

static const struct passage *passage(size_t i)
{
    return list_at(&passages, i);
}

static void each_heading_starts_a_passage(void **state)
{
    (void)state;
    add("returns.md",
        "# Returns\n\nAll about returns.\n\n## How *long*?\n\nThirty\ndays.\n"
        "\n### Gifts\n\nSixty.\n\n## Empty\n");
    assert_int_equal(passages.count, 3);
    assert_str(passage(0)->heading, "Returns");
    assert_str(passage(0)->anchor, "returns");
    assert_str(passage(1)->title, "Returns");
    assert_str(passage(1)->heading, "How long?");
    assert_str(passage(1)->anchor, "how-long");
    assert_str(passage(1)->text, "Thirty days.");
    assert_str(passage(2)->heading, "Gifts");
    assert_str(passage(2)->page, "returns.md");
}

static void marks_of_markdown_go_and_the_words_stay(void **state)
{
    (void)state;
    add("a.md",
        "# A\n\n**Bold**, [a link](http://x.example), `code` &amp; <b>tags</b>.\n\n"
        "Next\\\nline.\n");
    assert_str(passage(0)->text, "Bold, a link, code & tags.\n\nNext\nline.");
}

static void items_and_rows_are_lines_of_their_own(void **state)
{
    (void)state;
    add("a.md", "# A\n\nChoose:\n\n- one\n- two\n  - nested\n- three\n\nEnd.\n\n"
                "| EU size | UK size |\n|---|---|\n| 42 | 8 |\n| 44 | |\n");
    assert_str(passage(0)->text, "Choose:\n\none\ntwo\nnested\nthree\n\nEnd.\n\n"
                                 "EU size 42, UK size 8\nEU size 44");
}

static void the_digest_is_that_of_the_text(void **state)
{
    struct sha256 expected = sha256_of(STR("Thirty days."));

    (void)state;
    add("a.md", "# A\n\nThirty   days.");
    assert_memory_equal(&passage(0)->sha256, &expected, sizeof expected);
}

static void anchors_have_base_letters_and_single_hyphens(void **state)
{
    (void)state;
    assert_str(passage_anchor(arena, STR("Wo bleibt mein Päckchen?")),
               "wo-bleibt-mein-packchen");
    assert_str(passage_anchor(arena, STR("  2.5 kg & more -- ¡Devolución! ")),
               "2-5-kg-more-devolucion");
}

static void namesakes_on_a_page_get_numbers(void **state)
{
    (void)state;
    add("a.md", "# A\n\n## B\n\nx\n\n## B\n\ny\n\n## B 2\n\nz\n\n## B\n\nw\n");
    assert_str(passage(0)->anchor, "b");
    assert_str(passage(1)->anchor, "b-2");
    assert_str(passage(2)->anchor, "b-2-2");
    assert_str(passage(3)->anchor, "b-3");
}

static void the_name_of_a_page_tells_its_language(void **state)
{
    (void)state;
    assert_int_equal(passage_tongue(STR("de-lieferung.md")), TONGUE_DE);
    assert_int_equal(passage_tongue(STR("es-entrega.md")), TONGUE_ES);
    assert_int_equal(passage_tongue(STR("delivery.md")), TONGUE_EN);
    assert_int_equal(passage_tongue(STR("fr-retours.md")), TONGUE_EN);
}

static void a_page_without_title_has_its_name(void **state)
{
    (void)state;
    add("notes.md", "Just text.\n");
    assert_str(passage(0)->title, "notes.md");
    assert_str(passage(0)->anchor, "notes-md");
}

static void what_cannot_be_read_is_refused(void **state)
{
    struct err err;
    struct str large = { arena_alloc(arena, PAGE_LEN_MAX + 1), PAGE_LEN_MAX + 1 };

    (void)state;
    assert_int_equal(
        passages_add_page(&passages, arena, STR("a.md"), STR("# \xff"), &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
    assert_int_equal(passages_add_page(&passages, arena, STR("a.md"), large, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
    passages.count_max = 1;
    assert_int_equal(passages_add_page(&passages, arena, STR("a.md"),
                                       STR("# a\n\nx\n\n# b\n\ny\n"), &err),
                     -1);
    assert_int_equal(err.reason, ERR_LIMIT);
}

#define T(name) cmocka_unit_test_setup_teardown(name, open_list, close_list)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(each_heading_starts_a_passage),
        T(marks_of_markdown_go_and_the_words_stay),
        T(items_and_rows_are_lines_of_their_own),
        T(the_digest_is_that_of_the_text),
        T(anchors_have_base_letters_and_single_hyphens),
        T(namesakes_on_a_page_get_numbers),
        T(the_name_of_a_page_tells_its_language),
        T(a_page_without_title_has_its_name),
        T(what_cannot_be_read_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
