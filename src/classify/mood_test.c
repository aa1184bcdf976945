/* mood_test.c - how messages are felt, in three languages. */

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "classify/mood.h"
#include "classify/nano.h"
#include "classify/nano_train.h"
#include "text/tokens.h"

static struct arena *arena;
static const struct mood_lexicon *lexicon;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(256 << 20);
    lexicon = mood_lexicon_new(arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct mood read_mood(const char *text, enum tongue tongue)
{
    struct str whole = str_from(text);
    struct tokens tokens = text_tokens(arena, whole, 1000);
    struct mood mood;

    mood_read(&mood, lexicon, whole, &tokens, tongue);
    return mood;
}

static void assert_sentiment(const char *text, enum tongue tongue,
                             enum sentiment expected)
{
    struct mood mood = read_mood(text, tongue);

    if (mood.sentiment != expected) {
        fail_msg("\"%s\" is felt as %s", text, sentiment_name(mood.sentiment));
    }
}

/* However much feeling there is, it is felt in shares of one. */
static void a_flood_of_anger_is_anger(void **state)
{
    static char flood[9001];
    struct mood mood;

    (void)state;
    for (size_t i = 0; i + 1 < sizeof flood; i++) {
        flood[i] = "terrible "[i % 9];
    }
    mood = read_mood(flood, TONGUE_EN);
    assert_int_equal(mood.sentiment, SENTIMENT_NEGATIVE);
    assert_in_range(mood.sentiments[SENTIMENT_NEGATIVE], 999999, 1000000);
    assert_in_range(mood.sentiments[SENTIMENT_POSITIVE], 0, 1);
}

static void anger_and_thanks_are_told_apart(void **state)
{
    static const struct {
        const char *text;
        enum tongue tongue;
        enum sentiment sentiment;
    } cases[] = {
        { "This is unacceptable, I am furious!", TONGUE_EN, SENTIMENT_NEGATIVE },
        { "The zip is broken and nobody answers.", TONGUE_EN, SENTIMENT_NEGATIVE },
        { "I love the jacket, thank you so much!", TONGUE_EN, SENTIMENT_POSITIVE },
        { "Which sizes do you have?", TONGUE_EN, SENTIMENT_NEUTRAL },
        { "Ich bin sehr entt\xc3\xa4uscht, der Rucksack ist kaputt.", TONGUE_DE,
          SENTIMENT_NEGATIVE },
        { "Frechheit! Seit Wochen keine Antwort.", TONGUE_DE, SENTIMENT_NEGATIVE },
        { "Wunderbare Jacke, ich bin begeistert!", TONGUE_DE, SENTIMENT_POSITIVE },
        { "Wann wird meine Bestellung verschickt?", TONGUE_DE, SENTIMENT_NEUTRAL },
        { "Es una verg\xc3\xbc"
          "enza, la tienda lleg\xc3\xb3 rota.",
          TONGUE_ES, SENTIMENT_NEGATIVE },
        { "Me encanta la mochila, \xc2\xa1much\xc3\xadsimas gracias!", TONGUE_ES,
          SENTIMENT_POSITIVE },
        { "\xc2\xbf"
          "Cu\xc3\xa1ndo sale mi pedido?",
          TONGUE_ES, SENTIMENT_NEUTRAL },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_sentiment(cases[i].text, cases[i].tongue, cases[i].sentiment);
    }
}

static void a_negation_turns_praise_into_blame_and_spares_blame(void **state)
{
    uint32_t praised = read_mood("I am happy", TONGUE_EN).sentiments[SENTIMENT_POSITIVE];
    uint32_t blamed = read_mood("it is broken", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE];

    (void)state;
    assert_true(read_mood("I am not happy", TONGUE_EN).sentiments[SENTIMENT_POSITIVE] <
                praised / 2);
    assert_true(read_mood("it is not broken", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE] <
                blamed);
    assert_sentiment(
        "Die Jacke gef\xc3\xa4llt mir leider gar nicht, sehr schade, schlecht.",
        TONGUE_DE, SENTIMENT_NEGATIVE);
    /* a comma ends the reach of "no" */
    assert_true(
        read_mood("no tracking, parcel lost", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE] >
        read_mood("no parcel lost", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE]);
}

static void strength_grows_with_very_capitals_and_exclamation_marks(void **state)
{
    uint32_t plain = read_mood("I am angry", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE];

    (void)state;
    assert_true(read_mood("I am very angry", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE] >
                plain);
    assert_true(
        read_mood("I am slightly angry", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE] <
        plain);
    assert_true(read_mood("I am ANGRY", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE] >
                plain);
    assert_true(read_mood("I am angry!!!", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE] >
                plain);
    assert_true(read_mood("I am angry :(", TONGUE_EN).sentiments[SENTIMENT_NEGATIVE] >
                plain);
}

static void what_follows_a_but_counts_more(void **state)
{
    struct mood good_last = read_mood("late, but a wonderful tent", TONGUE_EN);
    struct mood bad_last = read_mood("a wonderful tent, but late", TONGUE_EN);

    (void)state;
    assert_true(good_last.sentiments[SENTIMENT_POSITIVE] >
                bad_last.sentiments[SENTIMENT_POSITIVE]);
}

static void deadlines_and_danger_are_urgent_and_no_hurry_is_not(void **state)
{
    static const struct {
        const char *text;
        enum tongue tongue;
    } urgent[] = {
        { "I smell gas from the stove, is it dangerous?", TONGUE_EN },
        { "URGENT: cancel order 12345 immediately", TONGUE_EN },
        { "Der Kocher ist undicht, es riecht nach Gas!", TONGUE_DE },
        { "Bitte dringend stornieren, sofort!", TONGUE_DE },
        { "Huele a gas, \xc2\xbfqu\xc3\xa9 hago? \xc2\xa1Urgente!", TONGUE_ES },
        { "You will hear from my lawyer, this fraud is a scandal.", TONGUE_EN },
    };
    uint32_t friday = read_mood("I need it before Friday for my trip", TONGUE_EN).urgency;

    (void)state;
    for (size_t i = 0; i < sizeof urgent / sizeof *urgent; i++) {
        assert_int_equal(read_mood(urgent[i].text, urgent[i].tongue).priority, 1);
    }
    assert_true(friday > 400000);
    assert_true(read_mood("I bought it on a Friday", TONGUE_EN).urgency < friday / 2);
    assert_true(read_mood("I need it tomorrow", TONGUE_EN).urgency > 300000);
    assert_int_equal(read_mood("Where is my order?", TONGUE_EN).priority, 2);
    assert_int_equal(
        read_mood("No rush, just curious: do you sell maps?", TONGUE_EN).priority, 3);
    assert_int_equal(read_mood("Keine Eile, nur so aus Neugier.", TONGUE_DE).priority, 3);
    assert_true(read_mood("it is not urgent", TONGUE_EN).urgency < 100000);
}

static void shares_sum_to_one(void **state)
{
    static const char *const texts[] = {
        "", "!!!", "love hate love hate", "AAAAAAAAAAAAAAA",
        "furious furious furious furious furious furious"
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct mood mood = read_mood(texts[i], TONGUE_EN);

        assert_in_range(mood.sentiments[0] + mood.sentiments[1] + mood.sentiments[2],
                        999997, 1000003);
        assert_in_range(mood.priorities[0] + mood.priorities[1] + mood.priorities[2],
                        999997, 1000003);
        assert_in_range(mood.priority, 1, 3);
        assert_true(mood.urgency <= 1000000);
    }
}

static void without_a_language_the_best_lexicon_speaks(void **state)
{
    (void)state;
    assert_sentiment("Frechheit, Betrug, Skandal!", TONGUE_NONE, SENTIMENT_NEGATIVE);
    assert_sentiment("I love it, amazing!", TONGUE_NONE, SENTIMENT_POSITIVE);
}

static struct nano train_model(const char *const *texts, const char *const *labels,
                               size_t count)
{
    struct nano_example *examples = arena_array(arena, count * 50, sizeof *examples);
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct nano nano;
    struct str model;
    struct err err;

    for (size_t i = 0; i < count * 50; i++) {
        examples[i] = (struct nano_example){ str_from(texts[i % count]),
                                             str_from(labels[i % count]), 1 };
    }
    assert_int_equal(nano_train(&model, arena, examples, count * 50, &options, &err), 0);
    assert_int_equal(nano_open(&nano, model, &err), 0);
    return nano;
}

static void a_trained_model_has_its_say(void **state)
{
    struct nano_answer answer;
    static const char *const texts[] = { "the wobble is gnarly", "it ships",
                                         "grand altogether", "tracking please" };
    static const char *const moods[] = { "negative", "neutral", "positive", "neutral" };
    static const char *const ranks[] = { "1", "2", "3", "2" };
    struct nano sentiment = train_model(texts, moods, 4);
    struct nano priority = train_model(texts, ranks, 4);
    struct nano_scratch *scratch = arena_alloc(arena, sizeof *scratch);
    struct mood mood = read_mood("gnarly", TONGUE_EN);

    (void)state;
    assert_int_equal(mood.sentiment, SENTIMENT_NEUTRAL);
    nano_ask(&sentiment, scratch, STR("the wobble is gnarly"), &answer);
    mood_correct(&mood, &sentiment, &priority, scratch);
    assert_int_equal(mood.sentiment, SENTIMENT_NEGATIVE);
    assert_int_equal(mood.priority, 1);
    mood_correct(&mood, NULL, NULL, scratch);
    assert_int_equal(mood.sentiment, SENTIMENT_NEGATIVE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(anger_and_thanks_are_told_apart),
        cmocka_unit_test(a_flood_of_anger_is_anger),
        cmocka_unit_test(a_negation_turns_praise_into_blame_and_spares_blame),
        cmocka_unit_test(strength_grows_with_very_capitals_and_exclamation_marks),
        cmocka_unit_test(what_follows_a_but_counts_more),
        cmocka_unit_test(deadlines_and_danger_are_urgent_and_no_hurry_is_not),
        cmocka_unit_test(shares_sum_to_one),
        cmocka_unit_test(without_a_language_the_best_lexicon_speaks),
        cmocka_unit_test(a_trained_model_has_its_say),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
