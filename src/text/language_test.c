/* language_test.c */

#include "text/language.h"

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "text/tokens.h"

static struct language language_of(const char *text)
{
    struct arena *arena = arena_new(64 << 20);
    struct tokens tokens = text_tokens(arena, str_from(text), 1000);
    struct language language = language_detect(str_from(text), &tokens, arena);

    arena_free(&arena);
    return language;
}

static void assert_reliably(const char *code, const char *text)
{
    struct language language = language_of(text);

    assert_string_equal(language.code, code);
    assert_true(language.is_reliable);
    assert_in_range(language.confidence, 500000, 1000000);
}

static void short_questions_are_recognised(void **state)
{
    (void)state;
    assert_reliably("de", "wo ist mein paket?");
    assert_reliably("de", "danke");
    assert_reliably("es", "hola");
    assert_reliably("es", "donde esta mi pedido");
    assert_reliably("en", "my boats dont fit");
    assert_reliably("en", "where is my parcel");
}

static void other_languages_are_named(void **state)
{
    (void)state;
    assert_reliably("fr", "Bonjour, je n'ai pas re\xc3\xa7u mon colis et je veux savoir");
    assert_reliably("nl",
                    "mijn pakket is nog niet aangekomen en ik wil weten waar het is");
    assert_reliably("it", "dove \xc3\xa8 il mio pacco?");
    assert_reliably("pt", "quero devolver a tenda que comprei");
    assert_reliably("ru", "\xd0\xb3\xd0\xb4\xd0\xb5 \xd0\xbc\xd0\xbe\xd1\x8f "
                          "\xd0\xbf\xd0\xbe\xd1\x81\xd1\x8b\xd0\xbb\xd0\xba\xd0\xb0");
}

static void long_texts_are_recognised(void **state)
{
    (void)state;
    assert_reliably("en",
                    "Hello, I ordered a pair of Summit boots three weeks ago and the "
                    "parcel still has not arrived. Could you find out where it is?");
    assert_reliably("de",
                    "Guten Tag, ich habe vor drei Wochen Stiefel in Gr\xc3\xb6\xc3\x9f"
                    "e 42 bestellt und bis heute ist nichts angekommen.");
    assert_reliably("es", "Buenos d\xc3\xad"
                          "as, hace tres semanas ped\xc3\xad unas botas y todav\xc3\xad"
                          "a no me han llegado.");
}

static void a_text_without_words_has_no_language(void **state)
{
    static const char *const texts[] = { "", "12345", "?!", "2.5 14:00" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct language language = language_of(texts[i]);

        assert_string_equal(language.code, "und");
        assert_false(language.is_reliable);
    }
}

static void two_names_are_no_evidence(void **state)
{
    (void)state;
    assert_false(language_of("tent broken").is_reliable);
    assert_false(language_of("cancelar pedido").is_reliable);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_questions_are_recognised),
        cmocka_unit_test(other_languages_are_named),
        cmocka_unit_test(long_texts_are_recognised),
        cmocka_unit_test(a_text_without_words_has_no_language),
        cmocka_unit_test(two_names_are_no_evidence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
