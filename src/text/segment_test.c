/* segment_test.c - each case is a text with "|" where a sentence should end. */

#include "text/segment.h"

#include "base/test.h"

enum { TEXT_MAX = 512 };

/* Join the sentences of the text with "|" and compare. */
static void assert_cut(const char *marked)
{
    char text[TEXT_MAX];
    char cut[TEXT_MAX];
    size_t len = 0;
    size_t cut_len = 0;
    struct sentences sentences;
    struct str sentence;

    for (const char *at = marked; *at != '\0'; at++) {
        if (*at != '|') {
            text[len++] = *at;
        }
    }
    sentences = sentences_of((struct str){ text, len });
    while (sentence_next(&sentences, &sentence)) {
        if (cut_len > 0) {
            cut[cut_len++] = '|';
            cut[cut_len++] = ' ';
        }
        memcpy(cut + cut_len, sentence.at, sentence.len);
        cut_len += sentence.len;
    }
    cut[cut_len] = '\0';
    assert_string_equal(cut, marked);
}

static void full_stops_questions_and_exclamations_end_sentences(void **state)
{
    (void)state;
    assert_cut("My tent leaks.| Can I return it?| Thanks!");
    assert_cut("it came broken.| i want my money back");
    assert_cut("WHAT?!?| really...| No.");
}

static void numbers_and_addresses_are_not_cut(void **state)
{
    (void)state;
    assert_cut("The tent weighs 2.5 kg and costs 1.299,00 euros.| It is new.");
    assert_cut("See www.acme.example/help?a=b.c or mail help@acme.example.| Thanks.");
    assert_cut("Opens at 9.00.| Closes at 18.00.");
}

static void abbreviations_are_not_cut(void **state)
{
    (void)state;
    assert_cut("Use mild soap, e.g. Nikwax, as Mr. Smith does.| Rinse well.");
    assert_cut("Das kostet z. B. 5 Euro inkl. MwSt.| Danke.");
    assert_cut("Pegs, poles, etc. are sent free.| Tents, etc.| They are not.");
    assert_cut("Escriba al Sr. Ruiz, p. ej. hoy.| Gracias.");
    assert_cut("It is no. 5 of my list.| No.| I will not.");
}

static void german_ordinals_are_not_cut(void **state)
{
    (void)state;
    assert_cut("Am 3. Mai bestellt, am 24. Dezember da.| Danke.");
    assert_cut("Ich wohne im 2. Stock.| Es klingelt.");
    assert_cut("We open on May 3.| Then we close.");
}

static void list_numbers_stay_with_their_item(void **state)
{
    (void)state;
    assert_cut("1. Open the box.| 2. Send a photo.");
}

static void closing_quotes_belong_to_the_sentence_before(void **state)
{
    (void)state;
    assert_cut("He said \"it is lost.\"| I wept.");
    assert_cut("The page says \"received?\" and then nothing.| Why?");
    assert_cut("Es hei\xc3\x9ft \xe2\x80\x9eversandt.\xe2\x80\x9c| Warum?");
    assert_cut("(It was late.)| It rained.");
}

static void spanish_opening_marks_begin_a_sentence(void **state)
{
    (void)state;
    assert_cut("Hola.| \xc2\xbf"
               "D\xc3\xb3nde est\xc3\xa1 mi pedido?| \xc2\xa1Gracias!");
}

static void three_dots_before_a_small_letter_go_on(void **state)
{
    (void)state;
    assert_cut("well... maybe later.| ok");
    assert_cut("well\xe2\x80\xa6 maybe.| Bye");
}

static void a_line_break_ends_a_sentence(void **state)
{
    struct sentences sentences = sentences_of(STR("Hi\n\n  my order  \n"));
    struct str sentence;

    (void)state;
    assert_true(sentence_next(&sentences, &sentence));
    assert_true(str_equal(sentence, STR("Hi")));
    assert_true(sentence_next(&sentences, &sentence));
    assert_true(str_equal(sentence, STR("my order")));
    assert_false(sentence_next(&sentences, &sentence));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(full_stops_questions_and_exclamations_end_sentences),
        cmocka_unit_test(numbers_and_addresses_are_not_cut),
        cmocka_unit_test(abbreviations_are_not_cut),
        cmocka_unit_test(german_ordinals_are_not_cut),
        cmocka_unit_test(list_numbers_stay_with_their_item),
        cmocka_unit_test(closing_quotes_belong_to_the_sentence_before),
        cmocka_unit_test(spanish_opening_marks_begin_a_sentence),
        cmocka_unit_test(three_dots_before_a_small_letter_go_on),
        cmocka_unit_test(a_line_break_ends_a_sentence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
