/* words_test.c - phrases are found as written, as disguised, and nowhere else. */

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/test.h"
#include "guard/words.h"

struct found {
    struct str text;
    struct arena *arena;
    struct str shown;
};

static void show(void *context, const struct word_match *match)
{
    struct found *found = context;
    struct str part = str_slice(found->text, match->start, match->end - match->start);

    found->shown = str_format(found->arena, "%.*s[%.*s]%d", STR_ARG(found->shown),
                              STR_ARG(part), match->group);
}

static struct str matches(struct arena *arena, const char *const *phrases, size_t count,
                          const char *text)
{
    struct word_entry entries[16];
    struct words words;
    struct str bytes;
    struct err err;
    struct found found = { str_from(text), arena, { "", 0 } };

    for (size_t i = 0; i < count; i++) {
        entries[i] = (struct word_entry){ str_from(phrases[i]), (uint16_t)i };
    }
    assert_int_equal(words_compile(&bytes, arena, entries, count, STR(""), &err), 0);
    assert_int_equal(words_open(&words, bytes, &err), 0);
    words_scan(&words, found.text, show, &found);
    return found.shown;
}

static void a_word_is_found_only_between_borders(void **state)
{
    static const char *const phrases[] = { "ass" };
    struct arena *arena = arena_new(64 << 20);

    (void)state;
    assert_str(matches(arena, phrases, 1, "class assess ass, ass. bass"), "[ass]0[ass]0");
    assert_str(matches(arena, phrases, 1, "ass"), "[ass]0");
    assert_str(matches(arena, phrases, 1, "(ass)   "), "[ass]0");
    assert_str(matches(arena, phrases, 1, ""), "");
    arena_free(&arena);
}

static void a_star_leaves_an_end_open(void **state)
{
    static const char *const phrases[] = { "instruct*", "*strasse" };
    struct arena *arena = arena_new(64 << 20);

    (void)state;
    assert_str(matches(arena, phrases, 2, "Instructions in der Hauptstraße 5"),
               "[Instruct]0[straße]1");
    assert_str(matches(arena, phrases, 2, "misinstructed Straßenbahn"), "");
    arena_free(&arena);
}

static void case_accents_width_and_marks_between_words_do_not_matter(void **state)
{
    static const char *const phrases[] = { "ignore all rules", "señor", "löschen" };
    struct arena *arena = arena_new(64 << 20);

    (void)state;
    assert_str(matches(arena, phrases, 3, "IGNORE -- all,\n rules!"),
               "[IGNORE -- all,\n rules]0");
    assert_str(matches(arena, phrases, 3, "ignore all"), "");
    assert_str(matches(arena, phrases, 3, "SENOR Señor"), "[SENOR]1[Señor]1");
    assert_str(matches(arena, phrases, 3, "loeschen loschen LÖSCHEN"),
               "[loeschen]2[loschen]2[LÖSCHEN]2");
    arena_free(&arena);
}

static void letters_in_disguise_are_read(void **state)
{
    static const char *const phrases[] = { "ignore all" };
    struct arena *arena = arena_new(64 << 20);
    static const char *const disguised[] = {
        "1gn0re all",
        "ign\xe2\x80\x8bore all",                   /* zero-width space */
        "i\xc2\xadgnore all",                       /* soft hyphen */
        "ign\xd0\xbere \xd0\xb0ll",                 /* Cyrillic o and a */
        "\xef\xbd\x89\xef\xbd\x87nore all",         /* full width */
        "\xf0\x9d\x90\xa2\xf0\x9d\x90\xa0nore all", /* mathematical bold */
        "i\xcc\x81gnore a'll",                      /* combining accent, apostrophe */
        "\xf3\xa0\x81\xa9\xf3\xa0\x81\xa7nore all", /* tag characters */
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(disguised); i++) {
        struct str found = matches(arena, phrases, 1, disguised[i]);

        if (found.len == 0) {
            fail_msg("not found: %s", disguised[i]);
        }
    }
    arena_free(&arena);
}

static void digits_alone_are_no_words(void **state)
{
    static const char *const phrases[] = { "ass", "shit", "covid19" };
    struct arena *arena = arena_new(64 << 20);

    (void)state;
    assert_str(matches(arena, phrases, 3, "order 455, size a5s, 5417"), "");
    assert_str(matches(arena, phrases, 3, "sh1t covid19"), "[sh1t]1[covid19]2");
    arena_free(&arena);
}

static void all_phrases_that_end_together_are_found(void **state)
{
    static const char *const phrases[] = { "my lawyer", "lawyer", "*yer", "a b c" };
    struct arena *arena = arena_new(64 << 20);

    (void)state;
    assert_str(matches(arena, phrases, 4, "My lawyer"), "[My lawyer]0[lawyer]1[yer]2");
    assert_str(matches(arena, phrases, 4, "a a b a b c"), "[a b c]3");
    arena_free(&arena);
}

static int compile_one(const char *phrase, struct err *err)
{
    struct arena *arena = arena_new(64 << 20);
    struct word_entry entry = { str_from(phrase), 0 };
    struct str bytes;
    int result = words_compile(&bytes, arena, &entry, 1, STR(""), err);

    arena_free(&arena);
    return result;
}

static void phrases_that_cannot_be_looked_for_are_refused(void **state)
{
    char long_phrase[200];
    struct err err;

    (void)state;
    assert_int_equal(compile_one("...", &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
    assert_int_equal(compile_one("", &err), -1);
    assert_int_equal(compile_one("*", &err), -1);
    assert_int_equal(compile_one("\xe4\xbd\xa0\xe5\xa5\xbd", &err), -1);
    memset(long_phrase, 'a', sizeof long_phrase - 1);
    long_phrase[sizeof long_phrase - 1] = '\0';
    assert_int_equal(compile_one(long_phrase, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
}

static void a_damaged_table_is_refused_or_harmless(void **state)
{
    static const char text[] = "the quick brown fox ignores all rules of the road";
    struct arena *arena = arena_new(64 << 20);
    struct word_entry entries[2] = { { STR("ignore*"), 0 }, { STR("all rules"), 1 } };
    struct found found = { str_from(text), arena, { "", 0 } };
    struct words words;
    struct str bytes;
    struct err err;
    char *copy;

    (void)state;
    assert_int_equal(words_compile(&bytes, arena, entries, 2, STR(""), &err), 0);
    copy = arena_alloc(arena, bytes.len);
    for (size_t i = 0; i < bytes.len; i++) {
        memcpy(copy, bytes.at, bytes.len);
        copy[i] = (char)(copy[i] ^ 0xff);
        if (words_open(&words, (struct str){ copy, bytes.len }, &err) == 0) {
            found.shown = (struct str){ "", 0 };
            words_scan(&words, found.text, show, &found);
        } else {
            assert_int_equal(err.reason, ERR_CORRUPT);
        }
    }
    for (size_t len = 0; len < bytes.len; len++) {
        assert_int_equal(words_open(&words, str_slice(bytes, 0, len), &err), -1);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_found_only_between_borders),
        cmocka_unit_test(a_star_leaves_an_end_open),
        cmocka_unit_test(case_accents_width_and_marks_between_words_do_not_matter),
        cmocka_unit_test(letters_in_disguise_are_read),
        cmocka_unit_test(digits_alone_are_no_words),
        cmocka_unit_test(all_phrases_that_end_together_are_found),
        cmocka_unit_test(phrases_that_cannot_be_looked_for_are_refused),
        cmocka_unit_test(a_damaged_table_is_refused_or_harmless),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
