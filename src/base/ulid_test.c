/* ulid_test.c */

#include "base/test.h"

#include "base/attr.h"
#include "base/ulid.h"

static const uint8_t no_chance[ULID_CHANCE_BYTES];

static const char *name_of(int64_t ms, const uint8_t chance[ULID_CHANCE_BYTES])
{
    static char text[ULID_LEN + 1];

    ulid_format(ms, chance, text);
    return text;
}

/* Its examples, and its largest: 26 characters hold 130 bits, so 128 begin with a 7. */
static void names_are_those_of_the_specification(void **state)
{
    const int64_t ms_max = (INT64_C(1) << 48) - 1;
    uint8_t most[ULID_CHANCE_BYTES];
    const uint8_t chance[ULID_CHANCE_BYTES] = { 0xd6, 0x76, 0x4c, 0x61, 0xef,
                                                0xb9, 0x93, 0x02, 0xbd, 0x5b };

    (void)state;
    memset(most, 0xff, sizeof most);
    assert_string_equal(name_of(0, no_chance), "00000000000000000000000000");
    assert_string_equal(name_of(ms_max, most), "7zzzzzzzzzzzzzzzzzzzzzzzzz");
    assert_string_equal(name_of(INT64_C(1469918176385), no_chance),
                        "01aryz6s410000000000000000");
    assert_string_equal(name_of(INT64_C(1469922850259), chance),
                        "01arz3ndektsv4rrffq69g5fav");
}

static void only_crockfords_digits_occur(void **state)
{
    (void)state;
    for (int value = 0; value < 256; value++) {
        uint8_t chance[ULID_CHANCE_BYTES];
        const char *name;

        memset(chance, value, sizeof chance);
        name = name_of(INT64_C(1) << (value % 48), chance);
        assert_int_equal(strspn(name, "0123456789abcdefghjkmnpqrstvwxyz"), ULID_LEN);
    }
}

static void a_later_name_sorts_behind(void **state)
{
    static const int64_t times[] = { 0,
                                     1,
                                     31,
                                     32,
                                     1023,
                                     1024,
                                     INT64_C(1469918176385),
                                     INT64_C(1469918176386),
                                     (INT64_C(1) << 48) - 1 };
    uint8_t most[ULID_CHANCE_BYTES];
    char before[ULID_LEN + 1];

    (void)state;
    memset(most, 0xff, sizeof most);
    for (size_t i = 1; i < COUNT_OF(times); i++) {
        ulid_format(times[i - 1], most, before);
        assert_true(strcmp(before, name_of(times[i], no_chance)) < 0);
    }
}

static void more_chance_sorts_behind_within_a_millisecond(void **state)
{
    char before[ULID_LEN + 1];

    (void)state;
    for (int bit = 1; bit < 8 * ULID_CHANCE_BYTES; bit++) {
        uint8_t less[ULID_CHANCE_BYTES] = { 0 };
        uint8_t more[ULID_CHANCE_BYTES] = { 0 };

        less[ULID_CHANCE_BYTES - 1 - (bit - 1) / 8] = (uint8_t)(1 << ((bit - 1) % 8));
        more[ULID_CHANCE_BYTES - 1 - bit / 8] = (uint8_t)(1 << (bit % 8));
        ulid_format(7, less, before);
        assert_true(strcmp(before, name_of(7, more)) < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_those_of_the_specification),
        cmocka_unit_test(only_crockfords_digits_occur),
        cmocka_unit_test(a_later_name_sorts_behind),
        cmocka_unit_test(more_chance_sorts_behind_within_a_millisecond),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
