/* generation_test.c */

#include "rollout/rollout_test.h"

#include <pthread.h>

#include "base/buf.h"
#include "base/shared.h"
#include "base/utf8.h"
#include "bot/bot.h"
#include "rollout/generation.h"
#include "rollout/served.h"

enum { TAKERS = 4, REPLACEMENTS = 40 };

static struct serving *serving;

static int set_up(void **state)
{
    (void)state;
    serving = serving_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    serving_free(&serving);
    return serving != NULL;
}

static struct served *open_bot(const char *name)
{
    struct served *served;
    struct err err;

    if (served_open(&served, testing_path(name), true, TAKERS, &err) != 0) {
        fail_msg("%s", err.text);
    }
    return served;
}

static void put(size_t place, const char *file)
{
    struct err err;

    if (serving_put(serving, place, open_bot(file), &err) != 0) {
        fail_msg("%s", err.text);
    }
}

static void before_anything_is_loaded_nothing_is_found(void **state)
{
    struct generation *generation = serving_take(serving);

    (void)state;
    assert_int_equal(generation_count(generation), 0);
    assert_null(generation_find(generation, STR("")));
    assert_null(generation_find(generation, STR("first")));
    serving_give(serving, &generation);
    assert_null(generation);
}

static void the_first_place_is_the_default_however_they_came(void **state)
{
    struct generation *generation;

    (void)state;
    put(1, "second.rel");
    generation = serving_take(serving);
    assert_int_equal(generation_count(generation), 2);
    assert_null(generation_at(generation, 0));
    serving_give(serving, &generation);
    put(0, "first.rel");
    generation = serving_take(serving);
    assert_str(served_name(generation_find(generation, STR(""))), "first");
    assert_str(served_name(generation_find(generation, STR("second"))), "second");
    assert_null(generation_find(generation, STR("First")));
    assert_null(generation_find(generation, STR("firs")));
    serving_give(serving, &generation);
}

static void a_request_keeps_the_release_that_it_began_with(void **state)
{
    struct generation *old;
    struct generation *new;
    struct served *served;
    struct seat *seat;

    (void)state;
    put(0, "first.rel");
    old = serving_take(serving);
    served = generation_at(old, 0);
    seat = seat_take(served);
    put(0, "changed.rel");
    serving_reap(serving);
    new = serving_take(serving);
    assert_ptr_not_equal(generation_at(new, 0), served);
    assert_str(served_name(generation_at(new, 0)), "changed");
    assert_str(served_name(served), "first"); /* open still: a sanitizer would tell */
    seat_give(served, seat);
    serving_give(serving, &old);
    serving_give(serving, &new);
    serving_reap(serving);
}

static void a_release_that_stays_is_not_opened_again(void **state)
{
    struct generation *generation;
    struct served *first;

    (void)state;
    put(0, "first.rel");
    generation = serving_take(serving);
    first = generation_at(generation, 0);
    serving_give(serving, &generation);
    put(1, "second.rel");
    serving_note(serving, 1, STR("trouble"));
    serving_reap(serving);
    generation = serving_take(serving);
    assert_ptr_equal(generation_at(generation, 0), first);
    assert_str(served_name(first), "first");
    serving_give(serving, &generation);
}

static void two_places_cannot_serve_bots_of_one_name(void **state)
{
    struct served *again;
    struct err err;

    (void)state;
    put(0, "first.rel");
    again = open_bot("first.rel");
    assert_int_equal(serving_put(serving, 1, again, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    assert_non_null(strstr(err.text, "\"first\""));
    served_close(&again); /* is ours still */
    put(0, "first.rel");  /* its own successor is no conflict */
}

static void trouble_is_told_until_a_release_comes(void **state)
{
    struct generation *generation;

    (void)state;
    serving_note(serving, 0, STR("no folder"));
    generation = serving_take(serving);
    assert_str(generation_trouble(generation, 0), "no folder");
    assert_null(generation_at(generation, 0));
    serving_give(serving, &generation);
    put(0, "first.rel");
    serving_note(serving, 0, STR("bot.yaml:1: wrong"));
    put(1, "second.rel");
    generation = serving_take(serving);
    assert_str(generation_trouble(generation, 0), "bot.yaml:1: wrong");
    assert_str(generation_trouble(generation, 1), "");
    assert_str(served_name(generation_at(generation, 0)), "first");
    serving_give(serving, &generation);
    put(0, "changed.rel");
    generation = serving_take(serving);
    assert_str(generation_trouble(generation, 0), "");
    serving_give(serving, &generation);
}

/* It is shown as JSON. */
static void trouble_is_cut_between_characters_and_is_text(void **state)
{
    struct generation *generation;
    struct buf long_text;
    size_t offset;

    (void)state;
    buf_init(&long_text, testing_arena, 1 << 20);
    buf_add_char(&long_text, '.');
    for (size_t i = 0; i < 5000; i++) {
        buf_add(&long_text, STR("\xc3\xbc"));
    }
    serving_note(serving, 0, buf_str(&long_text));
    serving_note(serving, 1, STR("name \xff\xfe"));
    generation = serving_take(serving);
    assert_true(generation_trouble(generation, 0).len > 500);
    assert_true(utf8_is_valid(generation_trouble(generation, 0), &offset));
    assert_str(generation_trouble(generation, 1), "name ");
    serving_give(serving, &generation);
}

static struct counter is_over;
static struct counter taken_count;

/* What a thread of requests does, until the main one is through. */
static void *take_and_give(void *unused)
{
    (void)unused;
    while (counter_value(&is_over) == 0) {
        struct generation *generation = serving_take(serving);
        struct served *served = generation_find(generation, STR(""));
        struct seat *seat = seat_take(served);

        if (served_name(served).len != strlen("first") &&
            served_name(served).len != strlen("changed")) {
            return served;
        }
        seat_give(served, seat);
        serving_give(serving, &generation);
        counter_add(&taken_count, 1);
    }
    return NULL;
}

static void many_take_while_releases_come_and_go(void **state)
{
    pthread_t takers[TAKERS];
    void *wrong;

    (void)state;
    put(0, "first.rel");
    for (size_t i = 0; i < TAKERS; i++) {
        assert_int_equal(pthread_create(&takers[i], NULL, take_and_give, NULL), 0);
    }
    for (size_t i = 0; i < REPLACEMENTS; i++) {
        int64_t before = counter_value(&taken_count);

        put(0, i % 2 == 0 ? "changed.rel" : "first.rel");
        serving_note(serving, 0, STR("trouble"));
        while (counter_value(&taken_count) == before) {
            serving_reap(serving);
        }
    }
    counter_set(&is_over, 1);
    for (size_t i = 0; i < TAKERS; i++) {
        assert_int_equal(pthread_join(takers[i], &wrong), 0);
        assert_null(wrong);
    }
}

static int make_bots(void **state)
{
    if (testing_begin(state) != 0) {
        return -1;
    }
    (void)tiny_release_file("first");
    (void)tiny_release_file("second");
    (void)tiny_release_file("changed");
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(before_anything_is_loaded_nothing_is_found),
        TEST(the_first_place_is_the_default_however_they_came),
        TEST(a_request_keeps_the_release_that_it_began_with),
        TEST(a_release_that_stays_is_not_opened_again),
        TEST(two_places_cannot_serve_bots_of_one_name),
        TEST(trouble_is_told_until_a_release_comes),
        TEST(trouble_is_cut_between_characters_and_is_text),
        TEST(many_take_while_releases_come_and_go),
#undef TEST
    };

    return cmocka_run_group_tests(tests, make_bots, testing_end);
}
