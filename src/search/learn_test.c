/* learn_test.c - what past questions teach: customers' words, and which are unheard of.
 */

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/list.h"
#include "classify/concepts.h"
#include "classify/concepts_table.h"
#include "search/asking.h"
#include "search/index.h"
#include "search/number.h"
#include "search/support.h"
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

static const char refunds_page[] =
    "# Refunds\n\n## Until your bank shows it\n\nA refund reaches your account within 5 "
    "days.\n\n## Deductions\n\nWorn goods are refunded in part.\n";
static const char delivery_page[] =
    "# Delivery\n\n## Late parcels\n\nA parcel is late after 5 days.\n";

struct past {
    const char *text;
    const char *page;
};

static struct index built(const struct past *questions, size_t count)
{
    struct index_question *past = arena_array(arena, count + 1, sizeof *past);
    struct list passages;
    struct str bytes;
    struct index index;
    struct err err;

    list_init(&passages, arena, sizeof(struct passage), 100);
    assert_int_equal(passages_add_page(&passages, arena, STR("refunds.md"),
                                       str_from(refunds_page), &err),
                     0);
    assert_int_equal(passages_add_page(&passages, arena, STR("delivery.md"),
                                       str_from(delivery_page), &err),
                     0);
    for (size_t i = 0; i < count; i++) {
        struct str *page = arena_alloc(arena, sizeof *page);

        *page = str_from(questions[i].page);
        past[i] = (struct index_question){ str_from(questions[i].text), TONGUE_EN, page,
                                           page->len > 0 };
    }
    assert_int_equal(index_build(&bytes, arena,
                                 &(struct index_source){ .passages = passages.items,
                                                         .passage_count = passages.count,
                                                         .questions = past,
                                                         .question_count = count },
                                 &err),
                     0);
    assert_int_equal(index_open(&index, bytes, &err), 0);
    return index;
}

static const struct past money_questions[] = {
    { "nothing arrived in my bank yet, where is the money", "refunds.md" },
    { "still no money in the bank", "refunds.md" },
    { "when do I see my money", "refunds.md" },
    { "you kept some of the money because the boots were worn", "refunds.md" },
};

static void passages_learn_the_words_that_customers_use(void **state)
{
    struct index index = built(money_questions, COUNT_OF(money_questions));
    struct query query =
        index_query(&index, arena, stemmer, TONGUE_EN, STR("where is the money"));
    struct hit hit;

    (void)state;
    assert_int_equal(index_search(&index, arena, &query, NULL, &hit, 1), 1);
    assert_true(str_equal(index_passage(&index, hit.passage).anchor,
                          STR("until-your-bank-shows-it")));
}

static void a_question_teaches_only_the_passage_it_fits(void **state)
{
    struct index index = built(money_questions, COUNT_OF(money_questions));
    struct query query = index_query(&index, arena, stemmer, TONGUE_EN, STR("boots"));
    struct hit hit;

    (void)state;
    assert_int_equal(index_search(&index, arena, &query, NULL, &hit, 1), 1);
    assert_true(str_equal(index_passage(&index, hit.passage).anchor, STR("deductions")));
}

static void questions_without_pages_teach_nothing(void **state)
{
    static const struct past off_topic[] = { { "what is the weather", "" },
                                             { "weather tomorrow", "unknown.md" } };
    struct index index = built(off_topic, COUNT_OF(off_topic));
    struct query query = index_query(&index, arena, stemmer, TONGUE_EN, STR("weather"));

    (void)state;
    assert_int_equal(query.count, 1);
    assert_true(query.words[0].term == TERM_UNKNOWN);
}

static void the_asking_part_is_the_questions(void **state)
{
    struct asking asking;

    (void)state;
    asking_part(&asking, STR("My dog is ill. Can I return it? (Is that \"late?\") Bye."));
    assert_int_equal(asking.count, 2);
    assert_true(asking.has_questions);
    assert_true(str_equal(asking.sentences[0], STR("Can I return it?")));
    asking_part(&asking, STR("I want my money. Now."));
    assert_int_equal(asking.count, 2);
    assert_false(asking.has_questions);
}

/* What the index says of a message whose subject is refunds. */
static struct support support(const struct index *index, struct str text)
{
    struct query query = index_query(index, arena, stemmer, TONGUE_EN, text);
    bool is_home[2] = { true, false };
    struct hit hit = { 0 };

    (void)index_search(index, arena, &query, NULL, &hit, 1);
    return support_of(index, &query, text, hit.passage, is_home);
}

static void words_of_passage_and_past_questions_support(void **state)
{
    struct index index = built(money_questions, COUNT_OF(money_questions));

    (void)state;
    assert_int_equal(support(&index, STR("When is the refund in my bank?")).points,
                     2 * SUPPORT_COVERED);
    assert_true(support(&index, STR("When is the refund in my bank?")).is_enough);
}

static void foreign_words_of_the_question_speak_against_it(void **state)
{
    struct index index = built(money_questions, COUNT_OF(money_questions));

    (void)state;
    assert_int_equal(support(&index, STR("Do you rent bank kayaks?")).points,
                     SUPPORT_COVERED + 2 * SUPPORT_FOREIGN);
    assert_false(support(&index, STR("Do you rent bank kayaks?")).is_enough);
    assert_int_equal(
        support(&index, STR("I went skiing. Is the refund in my bank?")).points,
        2 * SUPPORT_COVERED);
}

static void numbers_and_repetitions_do_not_count(void **state)
{
    struct index index = built(money_questions, COUNT_OF(money_questions));

    (void)state;
    assert_int_equal(support(&index, STR("refund refunds 12345 of 3.5. 5?")).points,
                     SUPPORT_COVERED);
}

static void a_text_without_known_words_is_never_supported(void **state)
{
    struct index index = built(NULL, 0);

    (void)state;
    assert_false(support(&index, STR("")).is_enough);
    assert_false(support(&index, STR("12345")).is_enough);
    assert_false(support(&index, STR("kayak")).is_enough);
}

/* Forty messages of one word each, by turns of either page: what others say of "money"
 * covers each of its messages, so half of a point is the bound. */
static void the_bound_is_learned_from_past_messages(void **state)
{
    static struct past many[40];
    struct index index;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(many); i++) {
        many[i].text = i % 2 == 0 ? "money" : "courier";
        many[i].page = i % 2 == 0 ? "refunds.md" : "delivery.md";
    }
    index = built(many, COUNT_OF(many));
    assert_int_equal(support(&index, STR("money")).bound, SUPPORT_LEARNED);
    assert_int_equal(support(&index, STR("money")).points, SUPPORT_LEARNED);
    index = built(many, SUPPORT_QUESTIONS_MIN - 1);
    assert_int_equal(support(&index, STR("money")).bound, SUPPORT_BOUND_DEFAULT);
}

/* A word that only one message has says nothing for that message. */
static void a_message_does_not_support_itself(void **state)
{
    static char texts[40][16];
    static struct past many[40];
    struct index index;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(many); i++) {
        snprintf(texts[i], sizeof texts[i], "word%c%c", (char)('a' + i / 26),
                 (char)('a' + i % 26));
        many[i].text = texts[i];
        many[i].page = "refunds.md";
    }
    index = built(many, COUNT_OF(many));
    assert_int_equal(support(&index, STR("money")).bound, SUPPORT_FOREIGN);
}

static void a_parcel_is_a_package(void **state)
{
    struct list passages;
    struct index_source source = { 0 };
    struct str bytes;
    struct index index;
    struct query query;
    struct hit hit;
    struct err err;

    (void)state;
    list_init(&passages, arena, sizeof(struct passage), 10);
    assert_int_equal(passages_add_page(&passages, arena, STR("delivery.md"),
                                       str_from(delivery_page), &err),
                     0);
    source.passages = passages.items;
    source.passage_count = passages.count;
    assert_int_equal(concepts_build(&source.concepts, arena, concepts_table,
                                    concepts_table_count, &err),
                     0);
    assert_int_equal(index_build(&bytes, arena, &source, &err), 0);
    assert_int_equal(index_open(&index, bytes, &err), 0);
    query = index_query(&index, arena, stemmer, TONGUE_EN, STR("where is the package"));
    assert_int_equal(index_search(&index, arena, &query, NULL, &hit, 1), 1);
    assert_true(
        str_equal(index_passage(&index, hit.passage).anchor, STR("late-parcels")));
}

static void strange_concepts_are_refused(void **state)
{
    struct index_source source = { .concepts = STR("no concepts at all") };
    struct str bytes;
    struct err err;

    (void)state;
    assert_int_equal(index_build(&bytes, arena, &source, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
}

static void logarithms_and_exponentials_are_exact_enough(void **state)
{
    (void)state;
    for (double x = 0.001; x < 1000; x *= 1.37) {
        double back = number_exp(number_log(x));

        assert_true(back > x * (1 - 1e-14) && back < x * (1 + 1e-14));
    }
    assert_true(number_log(1) < 1e-15 && number_log(1) > -1e-15 && number_exp(0) == 1);
    assert_true(number_log(2.718281828459045) > 0.999999999999999 &&
                number_log(2.718281828459045) < 1.000000000000001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_learn_the_words_that_customers_use),
        cmocka_unit_test(a_question_teaches_only_the_passage_it_fits),
        cmocka_unit_test(questions_without_pages_teach_nothing),
        cmocka_unit_test(the_asking_part_is_the_questions),
        cmocka_unit_test(words_of_passage_and_past_questions_support),
        cmocka_unit_test(foreign_words_of_the_question_speak_against_it),
        cmocka_unit_test(numbers_and_repetitions_do_not_count),
        cmocka_unit_test(a_text_without_known_words_is_never_supported),
        cmocka_unit_test(the_bound_is_learned_from_past_messages),
        cmocka_unit_test(a_message_does_not_support_itself),
        cmocka_unit_test(a_parcel_is_a_package),
        cmocka_unit_test(strange_concepts_are_refused),
        cmocka_unit_test(logarithms_and_exponentials_are_exact_enough),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
