/* normalise_test.c */

#include "text/normalise.h"

#include "base/test.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

static struct arena *arena;

static int open_arena(void **state)
{
    (void)state;
    arena = arena_new(64 << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct normal normal_of(struct str text)
{
    struct normal normal;
    struct err err;

    assert_int_equal(text_normalise(&normal, arena, text, &err), 0);
    return normal;
}

static void assert_normal(const char *text, const char *expected)
{
    struct normal normal = normal_of(str_from(text));

    assert_int_equal(normal.text.len, strlen(expected));
    assert_memory_equal(normal.text.at, expected, normal.text.len);
}

static void ascii_in_normal_form_is_a_view_of_the_input(void **state)
{
    struct str text = STR("My order 12345 is late.\nPlease help");

    (void)state;
    assert_ptr_equal(normal_of(text).text.at, text.at);
    assert_int_equal(arena_used_bytes(arena), 0);
}

static void letters_and_their_accents_are_composed(void **state)
{
    (void)state;
    assert_normal("Gro\xcc\x88\xc3\x9f"
                  "e",
                  "Gr\xc3\xb6\xc3\x9f"
                  "e");
    /* two marks in the wrong order: dot below sorts before dot above */
    assert_normal("s\xcc\x87\xcc\xa3", "\xe1\xb9\xa9");
    assert_normal("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "\xed\x95\x9c");
}

static void invisible_characters_go(void **state)
{
    (void)state;
    assert_normal("re\xe2\x80\x8b"
                  "fu\xc2\xad"
                  "nd\xef\xbb\xbf",
                  "refund");
    assert_normal("a\x01\x7f"
                  "b",
                  "ab");
    assert_normal("x\xf3\xa0\x81\x81y", "xy"); /* a tag character */
    assert_normal("\xe2\x80\xae"
                  "abc",
                  "abc");
}

static void an_accent_behind_an_invisible_character_still_composes(void **state)
{
    (void)state;
    assert_normal("e\xe2\x80\x8d\xcc\x81", "\xc3\xa9");
}

static void white_space_folds_and_keeps_line_breaks(void **state)
{
    (void)state;
    assert_normal("  a \t b\xc2\xa0\xe3\x80\x80"
                  "c \r\n\r\n d  ",
                  "a b c\nd");
    assert_normal(" \n ", "");
}

static void a_tower_of_accents_is_cut(void **state)
{
    char text[2 * 500 + 2] = "a";
    struct normal normal;

    (void)state;
    for (size_t i = 0; i < 500; i++) {
        memcpy(text + 1 + 2 * i, "\xcc\x96", 2);
    }
    normal = normal_of(str_from(text));
    assert_int_equal(normal.text.len, 1 + 2 * MARKS_MAX);
}

static void each_byte_remembers_where_it_came_from(void **state)
{
    struct str text = STR("  o\xcc\x88ne \t order\xe2\x80\x8b 7");
    struct normal normal = normal_of(text);

    (void)state;
    assert_true(str_equal(normal.text, STR("\xc3\xb6ne order 7")));
    assert_int_equal(normal_origin(&normal, 0), 2);
    assert_int_equal(normal_origin(&normal, str_find(normal.text, STR("n"))), 5);
    assert_int_equal(normal_origin(&normal, str_find(normal.text, STR("order"))),
                     str_find(text, STR("order")));
    assert_int_equal(normal_origin(&normal, normal.text.len), text.len);
}

static void what_is_not_utf8_is_refused_with_its_place(void **state)
{
    struct normal normal;
    struct err err;

    (void)state;
    assert_int_equal(text_normalise(&normal, arena, STR("ab\xff"), &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
    assert_string_equal(err.text, "the text is not UTF-8 at byte 2");
}

static void a_text_over_the_limit_is_refused(void **state)
{
    struct normal normal;
    struct err err;
    struct str text = { arena_alloc(arena, NORMALISE_LEN_MAX + 1),
                        NORMALISE_LEN_MAX + 1 };

    (void)state;
    assert_int_equal(text_normalise(&normal, arena, text, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
}

#define T(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        T(ascii_in_normal_form_is_a_view_of_the_input),
        T(letters_and_their_accents_are_composed),
        T(invisible_characters_go),
        T(an_accent_behind_an_invisible_character_still_composes),
        T(white_space_folds_and_keeps_line_breaks),
        T(a_tower_of_accents_is_cut),
        T(each_byte_remembers_where_it_came_from),
        T(what_is_not_utf8_is_refused_with_its_place),
        T(a_text_over_the_limit_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
