/* lookup_test.c - list, map, hash and err. */

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/list.h"
#include "base/map.h"

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

static void a_list_keeps_its_items_and_its_maximum(void **state)
{
    struct list list;

    (void)state;
    list_init(&list, arena, sizeof(int), 100);
    for (int i = 0; i < 100; i++) {
        *(int *)list_add(&list) = i;
    }
    assert_null(list_add(&list));
    for (int i = 0; i < 100; i++) {
        assert_int_equal(*(int *)list_at(&list, (size_t)i), i);
    }
}

static void a_map_finds_what_was_put_in_the_order_it_was_put(void **state)
{
    struct map map;
    int values[1000];

    (void)state;
    map_init(&map, arena);
    assert_null(map_find(&map, STR("none")));
    for (int i = 0; i < 1000; i++) {
        assert_true(map_put(&map, str_format(arena, "key %d", i), &values[i]));
    }
    assert_false(map_put(&map, STR("key 7"), &values[0]));
    for (int i = 0; i < 1000; i++) {
        struct str key = str_format(arena, "key %d", i);

        assert_ptr_equal(map_find(&map, key), &values[i]);
        assert_true(str_equal(map.entries[i].key, key));
    }
    assert_null(map_find(&map, STR("key 1000")));
}

/* Appendix A of the SipHash paper: key 00..0f, message 00..0e. */
static void siphash_agrees_with_its_paper(void **state)
{
    static const uint64_t key[2] = { UINT64_C(0x0706050403020100),
                                     UINT64_C(0x0f0e0d0c0b0a0908) };
    unsigned char message[15];

    (void)state;
    for (size_t i = 0; i < sizeof message; i++) {
        message[i] = (unsigned char)i;
    }
    assert_true(hash_sip(key, message, sizeof message) == UINT64_C(0xa129ca6149be45e5));
}

/* FIPS 180-4 example "abc". */
static void sha256_agrees_with_its_standard(void **state)
{
    struct sha256 digest = sha256_of(STR("abc"));

    (void)state;
    assert_str(sha256_hex(arena, &digest),
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void an_error_carries_its_reason_and_context(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(err_set(&err, ERR_NOT_FOUND, "no page \"%s\"", "x.md"), -1);
    assert_int_equal(err_wrap(&err, "bot %s", "acme"), -1);
    assert_string_equal(err.text, "bot acme: no page \"x.md\"");
    assert_string_equal(err_name(err.reason), "not_found");
    assert_int_equal(err_http_status(err.reason), 404);
    assert_false(err_may_retry(err.reason));
    assert_true(err_may_retry(ERR_TIMEOUT));
}

static void a_long_error_is_cut_not_spilt(void **state)
{
    struct err err;

    (void)state;
    (void)err_set(&err, ERR_INPUT, "%0300d", 1);
    assert_int_equal(strlen(err.text), ERR_TEXT_MAX - 1);
    (void)err_wrap(&err, "%0300d", 2);
    assert_int_equal(strlen(err.text), ERR_TEXT_MAX - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_keeps_its_items_and_its_maximum),
        cmocka_unit_test(a_map_finds_what_was_put_in_the_order_it_was_put),
        cmocka_unit_test(siphash_agrees_with_its_paper),
        cmocka_unit_test(sha256_agrees_with_its_standard),
        cmocka_unit_test(an_error_carries_its_reason_and_context),
        cmocka_unit_test(a_long_error_is_cut_not_spilt),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
