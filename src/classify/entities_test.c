/* entities_test.c - what is an order number, and what only looks like one. */

#include "base/test.h"

#include "base/arena.h"
#include "classify/entities.h"
#include "text/tokens.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(16 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct entities find(const char *text)
{
    struct str whole = str_from(text);
    struct tokens tokens = text_tokens(arena, whole, 1000);
    struct entities entities;

    entities_find(&entities, whole, &tokens, entity_rules_usual,
                  entity_rules_usual_count);
    return entities;
}

/* The text has exactly one entity of the type, and it reads so; "" for none. */
static void assert_found(const char *text, const char *type, const char *expected)
{
    struct entities entities = find(text);
    const struct entity *entity = entities_get(&entities, str_from(type));

    if (entity == NULL) {
        if (*expected != '\0') {
            fail_msg("no %s in \"%s\"", type, text);
        }
        return;
    }
    assert_str(entity->text, expected);
}

static void order_numbers_are_found_as_customers_write_them(void **state)
{
    static const char *const cases[][2] = {
        { "My order 12345 is late", "12345" },
        { "order AC-44871 please", "AC-44871" },
        { "ac 448120 where is it", "ac 448120" },
        { "ref ac448120", "ac448120" },
        { "it is #70215?", "#70215" },
        { "Can we kill mine? 83340019", "83340019" },
        { "Ich habe unter der Nummer 4471902 einen Rucksack bestellt", "4471902" },
        { "Auftrag 61200458 befindet sich wo?", "61200458" },
        { "mi pedido 7701345, gracias", "7701345" },
        { "12345 has not come", "12345" },
        { "order number: 5518203.", "5518203" },
        { "the invoice for order 12345", "12345" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_found(cases[i][0], "order_number", cases[i][1]);
    }
}

static void other_numbers_are_no_order_numbers(void **state)
{
    static const char *const cases[] = {
        "call me on +49 170 1234567",
        "0170 1234567 is my phone",
        "it costs 12345 euros",
        "I paid \342\202\25412500 for it", /* octal: a digit follows the euro sign */
        "Lindenstr. 3, 47055 Duisburg",
        "invoice 2024-118823 says so",
        "Invoice no 118823 is wrong",
        "serial G9-20931",
        "item 10423 is a lamp",
        "on 2026-05-14",
        "123456789012 is too long",
        "1234 is too short",
        "DE44500105175407324931",
        "postnr 88123407 station 118",
        "mail me at max12345@example.org",
        "12345.67 and 12345:30",
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_found(cases[i], "order_number", "");
    }
}

static void a_return_number_is_no_order_number(void **state)
{
    struct entities entities = find("RMA-204417 according to your mail");

    (void)state;
    assert_int_equal(entities.count, 1);
    assert_str(entities.items[0].type, "return_number");
    assert_str(entities.items[0].text, "RMA-204417");
    assert_found("my rma 551203", "return_number", "rma 551203");
}

static void addresses_dates_amounts_and_sizes_are_found(void **state)
{
    static const char *const cases[][3] = {
        { "write to jo.doe+x@mail.example.org.", "email", "jo.doe+x@mail.example.org" },
        { "no@address here", "email", "" },
        { "bought on 14/05/2026 in town", "date", "14/05/2026" },
        { "bought on 2026-05-14", "date", "2026-05-14" },
        { "am 14.05.2026 gekauft", "date", "14.05.2026" },
        { "am 3. Mai 2026 gekauft", "date", "3. Mai 2026" },
        { "the 14th of May", "date", "14th of May" },
        { "May 14th, 2026 it was", "date", "May 14th, 2026" },
        { "el 3 de mayo de 2026", "date", "3 de mayo de 2026" },
        { "May 5 people come", "date", "May 5" },
        { "you may return it", "date", "" },
        { "I paid \xe2\x82\xac"
          "12.50 twice",
          "money",
          "\xe2\x82\xac"
          "12.50" },
        { "12,50 \xe2\x82\xac bitte", "money", "12,50 \xe2\x82\xac" },
        { "me pide 41 euros", "money", "41 euros" },
        { "EUR 1.250,00 doppelt", "money", "EUR 1.250,00" },
        { "\xc2\xa3"
          "142.75 gone",
          "money",
          "\xc2\xa3"
          "142.75" },
        { "in size 39 please", "size", "39" },
        { "EU 42.5 fits", "size", "EU 42.5" },
        { "Gr\xc3\xb6\xc3\x9f"
          "e M bitte",
          "size", "M" },
        { "the XL jacket", "size", "XL" },
        { "l am not sure", "size", "" },
        { "the size is wrong", "size", "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_found(cases[i][0], cases[i][1], cases[i][2]);
    }
}

static void offsets_count_code_points(void **state)
{
    struct entities entities = find("\xc3\x84rger mit \xe2\x82\xac"
                                    "5 und Bestellung 12345 \xf0\x9f\x98\xa1 AC-99999");

    (void)state;
    assert_int_equal(entities.count, 3);
    assert_int_equal(entities.items[0].start, 10);
    assert_int_equal(entities.items[0].end, 12);
    assert_int_equal(entities.items[1].start, 28);
    assert_int_equal(entities.items[1].end, 33);
    assert_int_equal(entities.items[2].start, 36);
    assert_int_equal(entities.items[2].end, 44);
}

static void a_bot_may_bring_its_own_rules(void **state)
{
    const struct entity_rule rules[] = {
        { .type = STR("policy"),
          .prefix = STR("pol"),
          .needs_prefix = true,
          .digits_min = 3,
          .digits_max = 3 },
    };
    struct str text = STR("policy POL-123, order 12345");
    struct tokens tokens = text_tokens(arena, text, 100);
    struct entities entities;

    (void)state;
    entities_find(&entities, text, &tokens, rules, 1);
    assert_int_equal(entities.count, 1);
    assert_str(entities.items[0].type, "policy");
}

static void more_entities_than_fit_are_left_out(void **state)
{
    char text[4096] = "";
    struct entities entities;

    (void)state;
    for (size_t i = 0; i < 100; i++) {
        memcpy(text + i * 12, "order 12345 ", 12);
    }
    entities = find(text);
    assert_int_equal(entities.count, ENTITIES_MAX);
    assert_int_equal(find("").count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(order_numbers_are_found_as_customers_write_them),
        cmocka_unit_test(other_numbers_are_no_order_numbers),
        cmocka_unit_test(a_return_number_is_no_order_number),
        cmocka_unit_test(addresses_dates_amounts_and_sizes_are_found),
        cmocka_unit_test(offsets_count_code_points),
        cmocka_unit_test(a_bot_may_bring_its_own_rules),
        cmocka_unit_test(more_entities_than_fit_are_left_out),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
