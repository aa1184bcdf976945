/* nano_test.c - training, asking and refusing damaged models. */

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "classify/concepts_table.h"
#include "classify/nano.h"
#include "classify/nano_format.h"
#include "classify/nano_train.h"

static struct arena *arena;
static struct nano_scratch *scratch;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(512 << 20);
    scratch = arena_alloc(arena, sizeof *scratch);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *const refund[] = {
    "I want my money back",
    "please refund the jacket",
    "when do I get my refund",
    "give me my money back for the tent",
    "I ask for a refund of the whole amount",
    "the refund has not reached my account",
    "can you return the money to my card",
    "money back please, it does not fit",
    "refund me for the boots",
    "I sent it back and want the money",
};
static const char *const delivery[] = {
    "where is my parcel",
    "my parcel has not arrived",
    "the delivery is late again",
    "when will the package come",
    "tracking says delivered but there is no parcel",
    "my order is still not here",
    "the courier never came with the package",
    "has my package been shipped",
    "how long does delivery take",
    "the shipment is stuck somewhere",
};
static const char *const login[] = {
    "I cannot log in",
    "my password does not work",
    "reset my password please",
    "the login page shows an error",
    "I forgot the password of my account",
    "log in fails with a code",
    "my account is locked",
    "how do I change my password",
    "the site does not let me sign in",
    "sign in says wrong password",
};

enum { EACH = 10 };

static size_t add(struct nano_example *examples, size_t count, const char *const *texts,
                  size_t text_count, const char *label)
{
    for (size_t i = 0; i < text_count; i++) {
        examples[count++] =
            (struct nano_example){ str_from(texts[i]), str_from(label), 1 };
    }
    return count;
}

static size_t shop_examples(struct nano_example *examples)
{
    size_t count = add(examples, 0, refund, EACH, "refund");

    count = add(examples, count, delivery, EACH, "delivery");
    return add(examples, count, login, EACH, "login");
}

static struct str train(const struct nano_example *examples, size_t count, uint64_t seed)
{
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct str model = { 0 };
    struct err err;

    options.seed = seed;
    assert_int_equal(nano_train(&model, arena, examples, count, &options, &err), 0);
    return model;
}

static struct nano open_model(struct str bytes)
{
    struct nano nano;
    struct err err;

    assert_int_equal(nano_open(&nano, bytes, &err), 0);
    return nano;
}

static struct str shop_model(void)
{
    struct nano_example examples[3 * EACH];

    return train(examples, shop_examples(examples), 1);
}

static struct nano_answer ask(const struct nano *nano, const char *text)
{
    struct nano_answer answer;

    nano_ask(nano, scratch, str_from(text), &answer);
    return answer;
}

static void assert_answer(const struct nano *nano, const char *text, const char *label)
{
    assert_str(nano_label(nano, ask(nano, text).label), label);
}

static void concepts_carry_what_was_learned_into_another_language(void **state)
{
    struct nano_example examples[3 * EACH];
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct str model;
    struct nano nano;
    struct err err;

    (void)state;
    assert_int_equal(concepts_build(&options.concepts, arena, concepts_table,
                                    concepts_table_count, &err),
                     0);
    assert_int_equal(
        nano_train(&model, arena, examples, shop_examples(examples), &options, &err), 0);
    nano = open_model(model);
    assert_answer(&nano, "Ich habe mein Passwort vergessen", "login");
    assert_answer(&nano, "mi paquete no ha llegado todav\u00eda", "delivery");
    assert_true(nano.head->concepts_len == options.concepts.len);
}

static void a_model_of_ten_examples_a_label_answers_new_texts(void **state)
{
    struct nano nano = open_model(shop_model());

    (void)state;
    assert_int_equal(nano_label_count(&nano), 3);
    assert_str(nano_label(&nano, 0), "delivery");
    assert_answer(&nano, "I would like the money back for these boots", "refund");
    assert_answer(&nano, "the package still has not arrived!", "delivery");
    assert_answer(&nano, "PASSWORD WRONG, cannot sign in", "login");
}

static void the_same_examples_and_seed_give_the_same_bytes(void **state)
{
    struct nano_example examples[3 * EACH];
    size_t count = shop_examples(examples);
    struct str first = train(examples, count, 7);
    struct str second;
    struct str other;

    (void)state;
    (void)arena_alloc(arena, 12345);
    second = train(examples, count, 7);
    other = train(examples, count, 8);
    assert_true(str_equal(first, second));
    assert_false(str_equal(first, other));
}

static void an_answer_does_not_depend_on_what_was_asked_before(void **state)
{
    struct nano nano = open_model(shop_model());
    struct nano_answer first = ask(&nano, "my parcel has not come");
    struct nano_answer second;

    (void)state;
    (void)ask(&nano,
              "a long text about a password, a login, an account and nothing else");
    memset(scratch, 0xff, sizeof *scratch);
    second = ask(&nano, "my parcel has not come");
    assert_int_equal(first.label, second.label);
    assert_int_equal(first.confidence, second.confidence);
    assert_int_equal(first.in_scope, second.in_scope);
}

static void probabilities_are_millionths_that_sum_to_one(void **state)
{
    struct nano nano = open_model(shop_model());
    struct nano_answer answer = ask(&nano, "refund of a parcel");
    uint32_t sum = 0;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        sum += nano_probability(scratch, i);
    }
    assert_in_range(sum, 999998, 1000002);
    assert_int_equal(answer.confidence, nano_probability(scratch, answer.label));
}

static void a_text_of_other_words_is_out_of_scope(void **state)
{
    static const char *const openings[] = { "hello, ", "please help: ", "sorry, but ",
                                            "again, ", "I think " };
    struct nano_example once[3 * EACH];
    size_t count = shop_examples(once);
    struct nano_example *examples = arena_array(arena, count * 5, sizeof *examples);
    struct nano nano;

    (void)state;
    for (size_t i = 0; i < count * 5; i++) {
        examples[i] = once[i / 5];
        examples[i].text =
            str_format(arena, "%s%.*s", openings[i % 5], STR_ARG(once[i / 5].text));
    }
    nano = open_model(train(examples, count * 5, 1));
    assert_true(ask(&nano, "my parcel has not arrived").is_in_scope);
    assert_false(ask(&nano, "Wie hoch ist der Kilimandscharo?").is_in_scope);
    assert_false(ask(&nano, "").is_in_scope);
    assert_false(ask(&nano, "???").is_in_scope);
}

static void oos_examples_are_no_label_but_a_warning(void **state)
{
    static const char *const other[] = {
        "what is the capital of peru",
        "tell me a joke about cats",
        "who won the match",
        "how tall is that mountain",
        "sing me a song",
        "what is two and two",
        "is it going to rain",
        "recommend a film",
        "translate cat to french",
        "how old are you",
    };
    struct nano_example examples[4 * EACH];
    size_t count = shop_examples(examples);
    struct nano nano;
    uint32_t label;

    (void)state;
    count = add(examples, count, other, EACH, "oos");
    nano = open_model(train(examples, count, 1));
    assert_int_equal(nano_label_count(&nano), 3);
    assert_false(nano_find_label(&nano, STR("oos"), &label));
    assert_false(ask(&nano, "tell me a joke about mountains").is_in_scope);
    assert_true(ask(&nano, "where is my package").is_in_scope);
}

static void a_rare_label_is_still_found_beside_a_common_one(void **state)
{
    struct nano_example *examples = arena_array(arena, 600, sizeof *examples);
    size_t count = 0;
    struct nano nano;

    (void)state;
    for (size_t i = 0; i < 50; i++) {
        count = add(examples, count, delivery, EACH, "common");
    }
    count = add(examples, count, login, 6, "rare");
    nano = open_model(train(examples, count, 1));
    assert_answer(&nano, "the password does not work", "rare");
    assert_answer(&nano, "where did the parcel go", "common");
}

static void two_labels_of_one_example_each_are_enough(void **state)
{
    struct nano_example examples[] = { { STR("yes please"), STR("yes"), 1 },
                                       { STR("no thanks"), STR("no"), 1 } };
    struct nano nano = open_model(train(examples, 2, 1));

    (void)state;
    assert_answer(&nano, "yes", "yes");
    assert_answer(&nano, "no", "no");
}

static void umlauts_and_accents_do_not_hide_a_word(void **state)
{
    struct nano_example examples[] = {
        { STR("Die Größe passt nicht"), STR("groesse"), 1 },
        { STR("Welche Größe brauche ich?"), STR("groesse"), 1 },
        { STR("La devolución del artículo"), STR("devolucion"), 1 },
        { STR("Quiero una devolución"), STR("devolucion"), 1 },
    };
    struct nano nano = open_model(train(examples, 4, 1));

    (void)state;
    assert_answer(&nano, "GRÖSSE", "groesse");
    assert_answer(&nano, "devolucion", "devolucion");
    assert_answer(&nano, "DEVOLUCIO\xcc\x81N", "devolucion");
}

static void a_heavy_example_outweighs_its_contradictions(void **state)
{
    struct nano_example examples[12];
    struct nano nano;

    (void)state;
    for (size_t i = 0; i < 12; i++) {
        examples[i] =
            (struct nano_example){ STR("it broke"), i < 6 ? STR("a") : STR("b"), 1 };
        examples[i].weight = i < 6 ? 1 : 10;
    }
    nano = open_model(train(examples, 12, 1));
    assert_answer(&nano, "it broke", "b");
}

static void weights_count_relative_to_each_other(void **state)
{
    struct nano_example examples[3 * EACH];
    size_t count = shop_examples(examples);
    struct str plain = train(examples, count, 1);
    struct nano nano;

    (void)state;
    for (size_t i = 0; i < count; i++) {
        examples[i].weight = 64;
    }
    assert_true(str_equal(train(examples, count, 1), plain));
    examples[0].weight = 64000;
    nano = open_model(train(examples, count, 1));
    assert_answer(&nano, "where is my parcel", "delivery");
    assert_answer(&nano, "wrong password", "login");
}

static void a_model_without_runs_of_characters_knows_whole_words(void **state)
{
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct nano_example examples[3 * EACH];
    size_t count = shop_examples(examples);
    struct nano nano;
    struct str model;
    struct err err;

    (void)state;
    options.without_runs = true;
    assert_int_equal(nano_train(&model, arena, examples, count, &options, &err), 0);
    nano = open_model(model);
    assert_answer(&nano, "a refund of my money", "refund");
    assert_true(ask(&nano, "password").in_scope > 0);
    assert_int_equal(ask(&nano, "passwordly").in_scope, 0);
    nano = open_model(shop_model());
    assert_true(ask(&nano, "passwordly").in_scope > 0);
}

static void a_smaller_vocabulary_makes_a_smaller_model(void **state)
{
    struct nano_example examples[3 * EACH];
    size_t count = shop_examples(examples);
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct str usual = train(examples, count, 1);
    struct str small;
    struct nano nano;
    struct err err;

    (void)state;
    options.features_max = 200;
    assert_int_equal(nano_train(&small, arena, examples, count, &options, &err), 0);
    assert_true(small.len < usual.len);
    nano = open_model(small);
    assert_true(nano.head->row_count <= 200);
    assert_answer(&nano, "where is my parcel", "delivery");
}

static void assert_refused(const struct nano_example *examples, size_t count,
                           enum err_reason reason)
{
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct str model;
    struct err err;

    assert_int_equal(nano_train(&model, arena, examples, count, &options, &err), -1);
    assert_int_equal(err.reason, reason);
}

static void examples_that_teach_nothing_are_refused(void **state)
{
    struct nano_example one[] = { { STR("a"), STR("x"), 1 }, { STR("b"), STR("x"), 1 } };
    struct nano_example only_oos[] = { { STR("a"), STR("oos"), 1 } };
    struct nano_example unnamed[] = { { STR("a"), STR(""), 1 },
                                      { STR("b"), STR("x"), 1 } };
    struct nano_example light[] = { { STR("a"), STR("y"), 0 },
                                    { STR("b"), STR("x"), 1 } };

    (void)state;
    assert_refused(one, 0, ERR_INPUT);
    assert_refused(one, 2, ERR_INPUT);
    assert_refused(only_oos, 1, ERR_INPUT);
    assert_refused(unnamed, 2, ERR_INPUT);
    assert_refused(light, 2, ERR_INPUT);
}

static void too_many_labels_are_refused(void **state)
{
    size_t count = NANO_LABELS_MAX + 1;
    struct nano_example *examples = arena_array(arena, count, sizeof *examples);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        examples[i] = (struct nano_example){ STR("a"), str_format(arena, "l%zu", i), 1 };
    }
    assert_refused(examples, count, ERR_LIMIT);
}

static void a_very_long_text_is_read_to_a_bound(void **state)
{
    struct nano nano = open_model(shop_model());
    size_t len = 1 << 20;
    char *text = arena_alloc(arena, len);
    struct nano_answer answer;

    (void)state;
    for (size_t i = 0; i < len; i++) {
        text[i] = "parcel late \xc3\xa4"[i % 14];
    }
    nano_ask(&nano, scratch, (struct str){ text, len }, &answer);
    assert_str(nano_label(&nano, answer.label), "delivery");
}

static void assert_corrupt(struct str bytes)
{
    struct nano nano;
    struct err err;

    assert_int_equal(nano_open(&nano, bytes, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
}

static void a_cut_model_is_corrupt_wherever_it_is_cut(void **state)
{
    struct str model = shop_model();

    (void)state;
    for (size_t len = 0; len < model.len; len += len < 512 ? 1 : 997) {
        assert_corrupt((struct str){ model.at, len });
    }
}

/* Overwrite four bytes of a sound model and expect it to be refused. */
static void assert_corrupt_with(struct str model, size_t offset, uint32_t value)
{
    struct arena_mark mark = arena_mark(arena);
    char *copy = arena_alloc(arena, model.len);

    memcpy(copy, model.at, model.len);
    memcpy(copy + offset, &value, sizeof value);
    assert_corrupt((struct str){ copy, model.len });
    arena_reset(arena, mark);
}

static void a_model_with_impossible_numbers_is_corrupt(void **state)
{
    const uint32_t not_a_number = 0x7fc00000;
    struct str model = shop_model();
    struct nano_layout layout = nano_layout_of((const void *)model.at);

    (void)state;
    assert_corrupt_with(model, 0, 0);
    assert_corrupt_with(model, offsetof(struct nano_head, version), 1);
    assert_corrupt_with(model, offsetof(struct nano_head, slot_count), 3);
    assert_corrupt_with(model, offsetof(struct nano_head, row_count), 0xffffffff);
    assert_corrupt_with(model, offsetof(struct nano_head, label_count), 0);
    assert_corrupt_with(model, offsetof(struct nano_head, label_count), 200);
    assert_corrupt_with(model, offsetof(struct nano_head, member_count), 1000);
    assert_corrupt_with(model, offsetof(struct nano_head, has_runs), 2);
    assert_corrupt_with(model, offsetof(struct nano_head, coldness), not_a_number);
    assert_corrupt_with(model, offsetof(struct nano_head, scope.spread), 0);
    assert_corrupt_with(model, layout.out, not_a_number);
    assert_corrupt_with(model, layout.bias, not_a_number);
    assert_corrupt_with(model, layout.label_ends, 0xffff);
    assert_corrupt_with(model, layout.label_text, 0xffffffff);
    for (size_t at = layout.slots; at < layout.hints; at += sizeof(struct nano_slot)) {
        assert_corrupt_with(model, at + offsetof(struct nano_slot, row), 0x00ffffff);
    }
}

static void a_model_at_an_odd_address_is_refused_as_input(void **state)
{
    struct str model = shop_model();
    char *copy = arena_alloc(arena, model.len + 1);
    struct nano nano;
    struct err err;

    (void)state;
    memcpy(copy + 1, model.at, model.len);
    assert_int_equal(nano_open(&nano, (struct str){ copy + 1, model.len }, &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_model_of_ten_examples_a_label_answers_new_texts),
        cmocka_unit_test(concepts_carry_what_was_learned_into_another_language),
        cmocka_unit_test(the_same_examples_and_seed_give_the_same_bytes),
        cmocka_unit_test(an_answer_does_not_depend_on_what_was_asked_before),
        cmocka_unit_test(probabilities_are_millionths_that_sum_to_one),
        cmocka_unit_test(a_text_of_other_words_is_out_of_scope),
        cmocka_unit_test(oos_examples_are_no_label_but_a_warning),
        cmocka_unit_test(a_rare_label_is_still_found_beside_a_common_one),
        cmocka_unit_test(two_labels_of_one_example_each_are_enough),
        cmocka_unit_test(umlauts_and_accents_do_not_hide_a_word),
        cmocka_unit_test(a_heavy_example_outweighs_its_contradictions),
        cmocka_unit_test(weights_count_relative_to_each_other),
        cmocka_unit_test(a_model_without_runs_of_characters_knows_whole_words),
        cmocka_unit_test(a_smaller_vocabulary_makes_a_smaller_model),
        cmocka_unit_test(examples_that_teach_nothing_are_refused),
        cmocka_unit_test(too_many_labels_are_refused),
        cmocka_unit_test(a_very_long_text_is_read_to_a_bound),
        cmocka_unit_test(a_cut_model_is_corrupt_wherever_it_is_cut),
        cmocka_unit_test(a_model_with_impossible_numbers_is_corrupt),
        cmocka_unit_test(a_model_at_an_odd_address_is_refused_as_input),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
