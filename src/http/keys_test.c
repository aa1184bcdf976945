/* keys_test.c */

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "http/keys.h"

#define FIRST  "0123456789abcdef"
#define SECOND "~second-key!\"#$%&~"

static struct arena *arena;
static struct keys keys;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void read_both(void)
{
    struct err err;

    assert_int_equal(
        keys_read(&keys, STR("# ours\n\n" FIRST "\r\n  " SECOND "  \n#" FIRST), &err), 0);
    assert_int_equal(keys.count, 2);
}

static void whoever_knows_a_key_is_let_in(void **state)
{
    static const char *const good[] = {
        "Bearer " FIRST,
        "bearer " FIRST,
        "BEARER " SECOND,
        "Bearer  " FIRST " ",
    };

    (void)state;
    read_both();
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        assert_true(keys_admit(&keys, str_from(good[i])));
    }
}

static void whoever_knows_none_is_not(void **state)
{
    static const char *const bad[] = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer" FIRST,
        FIRST,
        "Basic " FIRST,
        "Bearer " FIRST "0",
        "Bearer 0123456789abcde",
        "Bearer #" FIRST,
        "Bearer 0123456789ABCDEF",
        "Bearer " FIRST "," SECOND,
        "Bearer # ours",
        "Digest Bearer " FIRST,
        "Bearer\t" FIRST,
    };

    (void)state;
    read_both();
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        if (keys_admit(&keys, str_from(bad[i]))) {
            fail_msg("\"%s\" was let in", bad[i]);
        }
    }
    assert_false(keys_admit(&keys, (struct str){ NULL, 0 }));
}

static void without_keys_nobody_is_asked(void **state)
{
    const struct keys none = { .count = 0 };

    (void)state;
    assert_true(keys_admit(&none, (struct str){ NULL, 0 }));
    assert_true(keys_admit(&none, STR("Basic x")));
}

static struct str key_of_len(size_t len, struct str before)
{
    struct buf buf;

    buf_init(&buf, arena, 1 << 12);
    buf_add(&buf, before);
    for (size_t i = 0; i < len; i++) {
        buf_add_char(&buf, 'k');
    }
    return buf_str(&buf);
}

static void the_longest_key_is_one_and_no_longer_one_passes_for_it(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(keys_read(&keys, key_of_len(KEY_LEN_MAX, STR("")), &err), 0);
    assert_true(keys_admit(&keys, key_of_len(KEY_LEN_MAX, STR("Bearer "))));
    assert_false(keys_admit(&keys, key_of_len(KEY_LEN_MAX - 1, STR("Bearer "))));
    assert_false(keys_admit(&keys, key_of_len(KEY_LEN_MAX + 1, STR("Bearer "))));
    assert_false(keys_admit(&keys, key_of_len(KEY_LEN_MAX + 9, STR("Bearer "))));
    assert_int_equal(keys_read(&keys, key_of_len(KEY_LEN_MAX + 1, STR("")), &err), -1);
}

static void what_is_no_key_is_refused_by_its_line(void **state)
{
    static const struct {
        const char *text;
        const char *said;
    } rows[] = {
        { "", "no key" },
        { "\n\n# only words\n", "no key" },
        { FIRST "\n0123456789abcde\n", "line 2" },
        { "\n\n0123456789 abcdef\n", "line 3" },
        { "0123456789abcde\xc3\xbc", "line 1" },
        { "\xef\xbb\xbf" FIRST, "line 1" },
        { FIRST "\x7f", "line 1" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct err err;

        keys.count = 77;
        assert_int_equal(keys_read(&keys, str_from(rows[i].text), &err), -1);
        assert_int_equal(err.reason, ERR_INPUT);
        assert_non_null(strstr(err.text, rows[i].said));
        assert_null(strstr(err.text, "0123456789"));
        assert_int_equal(keys.count, 77);
    }
}

static void there_is_a_bound_on_how_many(void **state)
{
    struct err err;
    struct buf buf;

    (void)state;
    buf_init(&buf, arena, 1 << 16);
    for (int i = 0; i < KEYS_MAX; i++) {
        buf_addf(&buf, "%016d\n", i);
    }
    assert_int_equal(keys_read(&keys, buf_str(&buf), &err), 0);
    assert_int_equal(keys.count, KEYS_MAX);
    assert_true(keys_admit(&keys, STR("Bearer 0000000000000063")));
    buf_add(&buf, STR("one-too-many-here\n"));
    assert_int_equal(keys_read(&keys, buf_str(&buf), &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(whoever_knows_a_key_is_let_in),
        TEST(whoever_knows_none_is_not),
        TEST(without_keys_nobody_is_asked),
        TEST(the_longest_key_is_one_and_no_longer_one_passes_for_it),
        TEST(what_is_no_key_is_refused_by_its_line),
        TEST(there_is_a_bound_on_how_many),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
