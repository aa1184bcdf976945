/* words_test.c - tokens, stems and function words. */

#include "base/test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "text/stem.h"
#include "text/tokens.h"
#include "text/tongue.h"

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

static void assert_words(struct str text, const char *expected)
{
    struct tokens tokens = text_tokens(arena, text, 100);
    struct buf joined;

    buf_init(&joined, arena, 256);
    for (size_t i = 0; i < tokens.count; i++) {
        buf_add(&joined, i == 0 ? STR("") : STR(" "));
        buf_add(&joined, tokens.items[i].word);
    }
    assert_false(buf_is_full(&joined));
    assert_str(buf_str(&joined), expected);
}

static void words_are_small_letters_without_accents(void **state)
{
    (void)state;
    assert_words(STR("Größe? ¡Devolución URGENTE, Ædipus!"),
                 "grosse devolucion urgente \xc3\xa6"
                 "dipus");
    assert_words(STR("где МОЯ"), "\xd0\xb3\xd0\xb4\xd0\xb5 \xd0\xbc\xd0\xbe\xd1\x8f");
    assert_words(STR(" ... !? "), "");
}

static void apostrophes_stay_inside_words(void **state)
{
    (void)state;
    assert_words(STR("don't the customer’s 'quoted' 5'"), "dont the customers quoted 5");
}

static void numbers_keep_their_points(void **state)
{
    (void)state;
    assert_words(STR("2.5 kg, 14:00, 1.299,00 EUR. v2.b AC-12345."),
                 "2.5 kg 14:00 1.299,00 eur v2 b ac 12345");
}

static void tokens_know_their_bytes_and_their_hyphen(void **state)
{
    struct tokens tokens = text_tokens(arena, STR("Ü e-mail - x"), 100);

    (void)state;
    assert_int_equal(tokens.count, 4);
    assert_int_equal(tokens.items[0].start, 0);
    assert_int_equal(tokens.items[0].end, 2);
    assert_int_equal(tokens.items[2].start, 5);
    assert_false(tokens.items[1].is_hyphenated);
    assert_true(tokens.items[2].is_hyphenated);
    assert_false(tokens.items[3].is_hyphenated);
}

static void tokens_stop_at_the_count_asked_for(void **state)
{
    (void)state;
    assert_int_equal(text_tokens(arena, STR("a b c d"), 3).count, 3);
}

static void assert_same_stem(enum tongue tongue, const char *a, const char *b)
{
    char first[64] = "";
    struct str stem = stem_word(stemmer, tongue, str_from(a));

    memcpy(first, stem.at, stem.len);
    stem = stem_word(stemmer, tongue, str_from(b));
    assert_int_equal(stem.len, strlen(first));
    assert_memory_equal(stem.at, first, stem.len);
}

static void forms_of_a_word_share_a_stem(void **state)
{
    (void)state;
    assert_same_stem(TONGUE_EN, "returned", "returning");
    assert_same_stem(TONGUE_EN, "deliveries", "delivery");
    assert_same_stem(TONGUE_DE, "pakete", "paket");
    assert_same_stem(TONGUE_DE, "zuruckgeschickt", "zurueckgeschickt");
    assert_same_stem(TONGUE_DE, "grosse", "groesse");
    assert_same_stem(TONGUE_ES, "devolucion", "devoluciones");
    assert_same_stem(TONGUE_ES, "pedido", "pedidos");
}

static void german_ue_behind_a_vowel_is_no_umlaut(void **state)
{
    (void)state;
    assert_true(str_equal(stem_word(stemmer, TONGUE_DE, STR("neues")), STR("neu")));
}

static void numbers_and_unknown_languages_keep_their_words(void **state)
{
    (void)state;
    assert_true(str_equal(stem_word(stemmer, TONGUE_EN, STR("12345")), STR("12345")));
    assert_true(
        str_equal(stem_word(stemmer, TONGUE_NONE, STR("returned")), STR("returned")));
}

static void function_words_are_known_in_their_languages(void **state)
{
    (void)state;
    assert_int_equal(tongues_of_function_word(STR("the")), 1 << TONGUE_EN);
    assert_int_equal(tongues_of_function_word(STR("zwischen")), 1 << TONGUE_DE);
    assert_int_equal(tongues_of_function_word(STR("a")), 1 << TONGUE_EN | 1 << TONGUE_ES);
    assert_int_equal(tongues_of_function_word(STR("your")), 1 << TONGUE_EN);
    assert_int_equal(tongues_of_function_word(STR("tent")), 0);
    assert_int_equal(tongues_of_function_word(STR("unterschiedlicherweise")), 0);
}

/* The table is searched by halves: a word out of order would not be found. */
static void words_of_every_letter_are_found(void **state)
{
    static const char *const some[] = { "about",  "been",   "cuando", "durante", "etwas",
                                        "favor",  "get",    "hola",   "ich",     "jeder",
                                        "kann",   "like",   "mochte", "nuestro", "otros",
                                        "porque", "quien",  "sehr",   "tienen",  "ueber",
                                        "very",   "wurden", "xq",     "yours",   "zwar" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(some); i++) {
        assert_int_not_equal(tongues_of_function_word(str_from(some[i])), 0);
    }
}

static void language_codes_name_tongues(void **state)
{
    (void)state;
    assert_int_equal(tongue_from_code(STR("de-CH")), TONGUE_DE);
    assert_int_equal(tongue_from_code(STR("es")), TONGUE_ES);
    assert_int_equal(tongue_from_code(STR("est")), TONGUE_NONE);
    assert_int_equal(tongue_from_code(STR("e")), TONGUE_NONE);
    assert_string_equal(tongue_code(TONGUE_NONE), "und");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_small_letters_without_accents),
        cmocka_unit_test(apostrophes_stay_inside_words),
        cmocka_unit_test(numbers_keep_their_points),
        cmocka_unit_test(tokens_know_their_bytes_and_their_hyphen),
        cmocka_unit_test(tokens_stop_at_the_count_asked_for),
        cmocka_unit_test(forms_of_a_word_share_a_stem),
        cmocka_unit_test(german_ue_behind_a_vowel_is_no_umlaut),
        cmocka_unit_test(numbers_and_unknown_languages_keep_their_words),
        cmocka_unit_test(function_words_are_known_in_their_languages),
        cmocka_unit_test(words_of_every_letter_are_found),
        cmocka_unit_test(language_codes_name_tongues),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
