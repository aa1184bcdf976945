/* fields_test.c - a table reads, refuses and documents. */

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "config/fields.h"
#include "config/node.h"

enum color { RED, DARK_GREEN, BLUE };

struct wheel {
    struct field_head head;
    int64_t size;
    struct str brand;
};

struct lamp {
    struct field_head head;
    int64_t share;
    struct str note;
};

struct bicycle {
    struct field_head head;
    struct str name;
    int64_t gears;
    int64_t grip;
    bool has_bell;
    enum color color;
    struct duration service;
    int64_t discount;
    struct money price;
    const struct node *extra;
    const struct str *owners;
    size_t owner_count;
    const struct text_pair *labels;
    size_t label_count;
    const struct wheel *wheels;
    size_t wheel_count;
    const struct wheel *spares;
    size_t spare_count;
    struct lamp lamp;
};

static const char *const colors[] = { "red", "dark_green", "blue", NULL };

static const struct field wheel_fields[] = {
    { .name = "size",
      .kind = FIELD_INT,
      .is_required = true,
      .min = 12,
      .max = 29,
      .offset = offsetof(struct wheel, size),
      .doc = "inches" },
    { .name = "brand",
      .kind = FIELD_TEXT,
      .fallback = "none",
      .offset = offsetof(struct wheel, brand),
      .doc = "who made it" },
};
static const struct field_table wheel_table = { "a wheel", wheel_fields,
                                                COUNT_OF(wheel_fields),
                                                sizeof(struct wheel) };

static const struct field lamp_fields[] = {
    { .name = "share",
      .kind = FIELD_PERCENT,
      .fallback = "50 %",
      .max = 1000000,
      .offset = offsetof(struct lamp, share),
      .doc = "of the light | forward" },
    { .name = "note",
      .kind = FIELD_TEXT,
      .is_required = true,
      .may_be_empty = true,
      .offset = offsetof(struct lamp, note),
      .doc = "anything" },
};
static const struct field_table lamp_table = { "the lamp", lamp_fields,
                                               COUNT_OF(lamp_fields),
                                               sizeof(struct lamp) };

static const struct field bicycle_fields[] = {
    { .name = "name",
      .kind = FIELD_TEXT,
      .is_required = true,
      .max = 8,
      .offset = offsetof(struct bicycle, name),
      .doc = "what it is called" },
    { .name = "gears",
      .kind = FIELD_INT,
      .fallback = "7",
      .min = 1,
      .max = 30,
      .offset = offsetof(struct bicycle, gears),
      .doc = "how many" },
    { .name = "grip",
      .kind = FIELD_MICROS,
      .fallback = "0.5",
      .max = 1000000,
      .offset = offsetof(struct bicycle, grip),
      .doc = "of the tyres" },
    { .name = "has_bell",
      .kind = FIELD_BOOL,
      .fallback = "true",
      .offset = offsetof(struct bicycle, has_bell),
      .doc = "rings" },
    { .name = "color",
      .kind = FIELD_CHOICE,
      .fallback = "blue",
      .choices = colors,
      .offset = offsetof(struct bicycle, color),
      .doc = "of the frame" },
    { .name = "service",
      .kind = FIELD_DURATION,
      .fallback = "4h business",
      .offset = offsetof(struct bicycle, service),
      .doc = "until it is back" },
    { .name = "discount",
      .kind = FIELD_PERCENT,
      .max = 500000,
      .offset = offsetof(struct bicycle, discount),
      .doc = "off the price" },
    { .name = "price",
      .kind = FIELD_MONEY,
      .offset = offsetof(struct bicycle, price),
      .doc = "to pay" },
    { .name = "extra",
      .kind = FIELD_NODE,
      .offset = offsetof(struct bicycle, extra),
      .doc = "anything" },
    { .name = "owners",
      .kind = FIELD_TEXTS,
      .offset = offsetof(struct bicycle, owners),
      .count_offset = offsetof(struct bicycle, owner_count),
      .doc = "in order" },
    { .name = "labels",
      .kind = FIELD_PAIRS,
      .offset = offsetof(struct bicycle, labels),
      .count_offset = offsetof(struct bicycle, label_count),
      .doc = "by language" },
    { .name = "wheels",
      .kind = FIELD_ITEMS,
      .offset = offsetof(struct bicycle, wheels),
      .count_offset = offsetof(struct bicycle, wheel_count),
      .min = 1,
      .max = 2,
      .table = &wheel_table,
      .doc = "front first" },
    { .name = "spares",
      .kind = FIELD_NAMED,
      .offset = offsetof(struct bicycle, spares),
      .count_offset = offsetof(struct bicycle, spare_count),
      .table = &wheel_table,
      .doc = "in the cellar" },
    { .name = "lamp",
      .kind = FIELD_TABLE,
      .offset = offsetof(struct bicycle, lamp),
      .table = &lamp_table,
      .doc = "if any" },
};
static const struct field_table bicycle_table = { "a bicycle", bicycle_fields,
                                                  COUNT_OF(bicycle_fields),
                                                  sizeof(struct bicycle) };

struct fixture {
    struct arena *arena;
    struct mistakes mistakes;
    struct bicycle bicycle;
};

static int begin(void **state)
{
    static struct fixture fixture;

    fixture.arena = arena_new(16 << 20);
    mistakes_init(&fixture.mistakes, fixture.arena);
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;

    arena_free(&fixture->arena);
    return 0;
}

static const struct bicycle *read(void **state, const char *text)
{
    struct fixture *fixture = *state;
    const struct node *node = node_parse_yaml(str_from(text), STR("b.yaml"),
                                              fixture->arena, &fixture->mistakes);

    assert_non_null(node);
    fields_read(&bicycle_table, node, node->place, &fixture->bicycle, fixture->arena,
                &fixture->mistakes);
    return &fixture->bicycle;
}

static void expect_mistakes(void **state, const char *lines)
{
    struct fixture *fixture = *state;
    struct buf buf;

    buf_init(&buf, fixture->arena, 1 << 20);
    mistakes_sort(&fixture->mistakes);
    for (size_t i = 0; i < fixture->mistakes.list.count; i++) {
        mistake_format(list_at(&fixture->mistakes.list, i), &buf);
        buf_add_char(&buf, '\n');
    }
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, lines);
}

static void a_mapping_fills_every_kind(void **state)
{
    const struct bicycle *bicycle = read(
        state, "name: racer\ngears: 21\ngrip: 0.25\nhas_bell: false\ncolor: dark_green\n"
               "service: 2d\ndiscount: 5 %\nprice: 99.5 EUR\nextra: [1, {a: b}]\n"
               "owners: [Ann, \"Bob\"]\nlabels: { en: fast, de: schnell }\n"
               "wheels:\n  - size: 28\n  - { size: 27, brand: x }\n"
               "spares:\n  old: { size: 20 }\nlamp: { note: \"\" }\n");

    expect_mistakes(state, "");
    assert_str(bicycle->name, "racer");
    assert_int_equal(bicycle->gears, 21);
    assert_int_equal(bicycle->grip, 250000);
    assert_false(bicycle->has_bell);
    assert_int_equal(bicycle->color, DARK_GREEN);
    assert_int_equal(bicycle->service.ms, 172800000);
    assert_int_equal(bicycle->discount, 50000);
    assert_int_equal(bicycle->price.micros, 99500000);
    assert_int_equal(bicycle->extra->count, 2);
    assert_int_equal(bicycle->owner_count, 2);
    assert_str(bicycle->owners[1], "Bob");
    assert_int_equal(bicycle->label_count, 2);
    assert_str(text_pair_find(bicycle->labels, 2, STR("de")), "schnell");
    assert_str(text_pair_find(bicycle->labels, 2, STR("fr")), "");
    assert_int_equal(bicycle->wheel_count, 2);
    assert_int_equal(bicycle->wheels[0].size, 28);
    assert_str(bicycle->wheels[0].brand, "none");
    assert_str(bicycle->wheels[1].brand, "x");
    assert_str(bicycle->spares[0].head.name, "old");
    assert_int_equal(bicycle->lamp.share, 500000);
    assert_non_null(bicycle->lamp.head.node);
}

static void what_is_absent_has_its_default(void **state)
{
    const struct bicycle *bicycle = read(state, "name: a\ngears:\nprice: null\n");

    expect_mistakes(state, "");
    assert_int_equal(bicycle->gears, 7);
    assert_int_equal(bicycle->grip, 500000);
    assert_true(bicycle->has_bell);
    assert_int_equal(bicycle->color, BLUE);
    assert_true(bicycle->service.is_business);
    assert_int_equal(bicycle->price.micros, 0);
    assert_null(bicycle->extra);
    assert_int_equal(bicycle->wheel_count, 0);
    assert_null(bicycle->lamp.head.node);
    assert_int_equal(bicycle->lamp.share, 500000);
}

static void every_wrong_value_says_what_was_expected(void **state)
{
    const struct bicycle *bicycle =
        read(state, "name: much_too_long\ngears: 31\ngrip: \"0.1\"\nhas_bell: maybe\n"
                    "color: dark_gren\nservice: soon\ndiscount: 60 %\nprice: 100\n"
                    "owners: Ann\nlabels: [x]\nwheels: []\nspares: {a: 1}\nlamp: on\n");

    expect_mistakes(
        state,
        "b.yaml:1:7: name is \"much_too_long\"; expected a text of at most 8 characters\n"
        "b.yaml:2:8: gears is \"31\"; expected a whole number from 1 to 30\n"
        "b.yaml:3:7: grip is the text \"0.1\"; expected a number from 0 to 1\n"
        "b.yaml:4:11: has_bell is \"maybe\"; expected true or false\n"
        "b.yaml:5:8: color is \"dark_gren\"; expected one of red, dark_green, blue; did "
        "you "
        "mean dark_green\n"
        "b.yaml:6:10: service is \"soon\"; expected a duration such as 90s, 15m, 4h, 2d "
        "or 4h "
        "business\n"
        "b.yaml:7:11: discount is \"60 %\"; expected a percentage such as 5 % from 0 to "
        "50\n"
        "b.yaml:8:8: price is \"100\"; expected an amount such as 100 USD\n"
        "b.yaml:9:9: owners is \"Ann\"; expected a list of texts\n"
        "b.yaml:10:9: labels is a list; expected a mapping of names to texts\n"
        "b.yaml:11:9: wheels has 0 items; expected a list of mappings, 1 to 2 of them\n"
        "b.yaml:12:13: a value here; expected the keys of a wheel\n"
        "b.yaml:13:7: a value here; expected the keys of the lamp\n");
    assert_int_equal(bicycle->gears, 7);
}

static void unknown_and_missing_keys_are_told(void **state)
{
    (void)read(state, "nmae: x\nlamp: { shore: 1 }\nowners: [[a], \"\"]\nzzz: 1\n");
    expect_mistakes(state,
                    "b.yaml:1:1: \"name\" is missing in a bicycle; expected a text of at "
                    "most 8 characters\n"
                    "b.yaml:1:1: unknown key \"nmae\" in a bicycle; expected one of "
                    "name, gears, grip, "
                    "has_bell, color, service, discount, price, extra, owners, labels, "
                    "wheels, spares, "
                    "lamp; did you mean name\n"
                    "b.yaml:2:7: \"note\" is missing in the lamp; expected a text\n"
                    "b.yaml:2:9: unknown key \"shore\" in the lamp; expected one of "
                    "share, note; did you "
                    "mean share\n"
                    "b.yaml:3:10: an item of owners is a list; expected a text\n"
                    "b.yaml:3:15: an item of owners is empty; expected a text\n"
                    "b.yaml:4:1: unknown key \"zzz\" in a bicycle; expected one of name, "
                    "gears, grip, "
                    "has_bell, color, service, discount, price, extra, owners, labels, "
                    "wheels, spares, "
                    "lamp\n");
}

static void a_missing_file_has_all_required_keys_missing(void **state)
{
    struct fixture *fixture = *state;

    fields_read(&wheel_table, NULL, (struct place){ .file = STR("w.yaml") },
                &(struct wheel){ 0 }, fixture->arena, &fixture->mistakes);
    expect_mistakes(state,
                    "w.yaml: \"size\" is missing in a wheel; expected a whole number "
                    "from 12 to 29\n");
}

static void places_of_values_can_be_asked(void **state)
{
    const struct bicycle *bicycle = read(state, "name: a\nowners:\n  - x\n  - y\n");

    assert_int_equal(field_place(&bicycle->head, "owners").line, 3);
    assert_int_equal(field_item_place(&bicycle->head, "owners", 1).line, 4);
    assert_int_equal(field_item_place(&bicycle->head, "owners", 1).column, 5);
    assert_int_equal(field_place(&bicycle->head, "gears").line, 1);
    assert_int_equal(field_place(&bicycle->lamp.head, "note").line, 0);
}

static void the_manual_is_written_from_the_table(void **state)
{
    struct fixture *fixture = *state;
    struct buf buf;

    buf_init(&buf, fixture->arena, 10000);
    fields_document(&bicycle_table, &buf);
    buf_add_char(&buf, '\0');
    assert_non_null(strstr(buf.at,
                           "| `name` | a text of at most 8 characters | required | "
                           "what it is called |\n"));
    assert_non_null(
        strstr(buf.at, "| `grip` | a number from 0 to 1 | 0.5 | of the tyres |\n"));
    assert_non_null(strstr(buf.at, "| `wheels[].size` | a whole number from 12 to 29 | "
                                   "required | inches |\n"));
    assert_non_null(
        strstr(buf.at, "| `spares.NAME.brand` | a text | none | who made it |\n"));
    assert_non_null(strstr(buf.at,
                           "| `lamp.share` | a percentage such as 5 % from 0 to 100 | "
                           "50 % | of the light \\| forward |\n"));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(a_mapping_fills_every_kind),
        T(what_is_absent_has_its_default),
        T(every_wrong_value_says_what_was_expected),
        T(unknown_and_missing_keys_are_told),
        T(a_missing_file_has_all_required_keys_missing),
        T(places_of_values_can_be_asked),
        T(the_manual_is_written_from_the_table),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
