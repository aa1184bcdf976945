/* concepts_test.c - which patterns speak for a word, and what damaged bytes are. */

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "classify/concepts.h"
#include "classify/concepts_format.h"
#include "classify/concepts_table.h"
#include "classify/features.h"

static struct arena *arena;

enum { PARCEL, CARD, JACKET, REFUND, SIZE };

static const struct concept table[] = {
    { "parcel", "parcel* package*", "päckchen", "envío*" },
    { "card", "card*", "karte*", "tarjeta*" },
    { "jacket", "jacket* cardigan*", "*jacke", "chaqueta*" },
    { "refund", "refund* money_back", "geld_zurück*", "devolv*_dinero" },
    { "size", "size*", "größe*", "talla*" },
};

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

static struct str built(void)
{
    struct str bytes;
    struct err err;

    if (concepts_build(&bytes, arena, table, COUNT_OF(table), &err) != 0) {
        fail_msg("%s", err.text);
    }
    return bytes;
}

/* The concepts of the text's words, as "0 3 " in order. */
static struct str found_in(const char *text)
{
    struct features *features = arena_alloc(arena, sizeof *features);
    struct str bytes = built();
    struct concepts concepts;
    struct err err;
    struct str found = STR("");

    assert_int_equal(concepts_open(&concepts, bytes, &err), 0);
    features_of(features, str_from(text), NULL);
    for (size_t word = 0; word < features->word_count; word++) {
        uint16_t ids[CONCEPTS_PER_WORD_MAX];
        size_t count = concepts_find(&concepts, features->folded, features->word_starts,
                                     features->word_count, word, ids);

        for (size_t i = 0; i < count; i++) {
            found = str_format(arena, "%.*s%d ", STR_ARG(found), ids[i]);
        }
    }
    return found;
}

static void words_of_three_languages_are_one_concept(void **state)
{
    (void)state;
    assert_str(found_in("My PARCEL"), "0 ");
    assert_str(found_in("Mein Päckchen"), "0 ");
    assert_str(found_in("mi envio"), "0 ");
}

static void the_longest_beginning_speaks(void **state)
{
    (void)state;
    assert_str(found_in("cards"), "1 ");
    assert_str(found_in("cardigans"), "2 ");
}

static void an_end_speaks_only_where_no_beginning_does(void **state)
{
    (void)state;
    assert_str(found_in("Regenjacke"), "2 ");
    assert_str(found_in("Kartenjacke"), "1 ");
}

/* The kinds of patterns once hashed alike but for a bit or two of the first letter. */
static void a_word_of_another_first_letter_is_another_word(void **state)
{
    char start[] = "?ize";
    char end[] = "xac?e";

    (void)state;
    for (char letter = 'a'; letter <= 'z'; letter++) {
        start[0] = letter;
        end[3] = letter;
        if (letter != 's') {
            assert_str(found_in(start), "");
        }
        if (letter != 'k') {
            assert_str(found_in(end), "");
        }
    }
}

static void phrases_speak_beside_words(void **state)
{
    (void)state;
    assert_str(found_in("I want my money back"), "3 ");
    assert_str(found_in("money for nothing"), "");
    assert_str(found_in("Geld zurückhaben"), "3 ");
    assert_str(found_in("devolverme dinero"), "3 ");
    assert_str(found_in("my money"), "");
}

static void of_phrases_that_begin_alike_the_fitting_ones_speak(void **state)
{
    (void)state;
    assert_str(found_in("money bags"), "");
    assert_str(found_in("money back"), "3 ");
    assert_str(found_in("money"), "");
}

static void equal_tables_are_read_in_one_place(void **state)
{
    struct str bytes[] = { built(), built() };
    struct concepts tables[2];
    struct concepts none = { 0 };
    struct concepts other;
    struct err err;

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(concepts_open(&tables[i], bytes[i], &err), 0);
    }
    assert_int_equal(concepts_build(&bytes[1], arena, table, COUNT_OF(table) - 1, &err),
                     0);
    assert_int_equal(concepts_open(&other, bytes[1], &err), 0);
    concepts_share(&tables[1], &tables[0]);
    assert_ptr_equal(tables[1].slots, tables[0].slots);
    concepts_share(&other, &tables[0]);
    assert_ptr_not_equal(other.slots, tables[0].slots);
    concepts_share(&none, &tables[0]);
    concepts_share(&tables[0], &none);
    assert_null(none.head);
    assert_ptr_equal(tables[0].slots, tables[1].slots);
}

static void accents_and_sharp_s_are_folded_in_patterns_too(void **state)
{
    (void)state;
    assert_str(found_in("welche Größe"), "4 ");
    assert_str(found_in("GRÖSSE"), "4 ");
}

static void the_same_table_gives_the_same_bytes(void **state)
{
    (void)state;
    assert_true(str_equal(built(), built()));
}

static void damaged_bytes_are_refused(void **state)
{
    struct str bytes = built();
    struct concepts concepts;
    struct err err;
    size_t refused = 0;

    (void)state;
    for (size_t len = 0; len < bytes.len; len += 7) {
        assert_int_equal(concepts_open(&concepts, str_slice(bytes, 0, len), &err), -1);
    }
    for (size_t i = 0; i < bytes.len; i++) {
        char *copy = arena_raw(arena, bytes.len, 8);

        memcpy(copy, bytes.at, bytes.len);
        copy[i] = (char)0xff;
        refused += concepts_open(&concepts, (struct str){ copy, bytes.len }, &err) != 0;
    }
    assert_true(refused > bytes.len / 8);
}

static void the_shipped_table_is_sound(void **state)
{
    struct str bytes;
    struct err err;

    (void)state;
    assert_true(concepts_table_count > 100);
    if (concepts_build(&bytes, arena, concepts_table, concepts_table_count, &err) != 0) {
        fail_msg("%s", err.text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_three_languages_are_one_concept),
        cmocka_unit_test(the_longest_beginning_speaks),
        cmocka_unit_test(an_end_speaks_only_where_no_beginning_does),
        cmocka_unit_test(a_word_of_another_first_letter_is_another_word),
        cmocka_unit_test(phrases_speak_beside_words),
        cmocka_unit_test(of_phrases_that_begin_alike_the_fitting_ones_speak),
        cmocka_unit_test(equal_tables_are_read_in_one_place),
        cmocka_unit_test(accents_and_sharp_s_are_folded_in_patterns_too),
        cmocka_unit_test(the_same_table_gives_the_same_bytes),
        cmocka_unit_test(damaged_bytes_are_refused),
        cmocka_unit_test(the_shipped_table_is_sound),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
