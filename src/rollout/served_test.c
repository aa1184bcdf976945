/* served_test.c */

#include "rollout/rollout_test.h"

#include <unistd.h>

#include "bot/bot.h"
#include "bot/turn.h"
#include "rollout/served.h"

static void expect_decision(struct served *served)
{
    const struct turn_request request = { .text = STR("where is the parcel"),
                                          .id = STR("1"),
                                          .channel = STR("test") };
    struct arena *arena = arena_new(64 << 20);
    struct seat *seat = seat_take(served);
    struct decision decision;
    struct err err;

    if (turn_decide(seat->worker, &request, arena, &decision, &err) != 0) {
        fail_msg("%s", err.text);
    }
    assert_str(decision.intent.label, "late_delivery");
    assert_int_equal(decision.action, ACTION_QUEUE);
    seat_give(served, seat);
    arena_free(&arena);
}

static void a_release_is_open_under_its_bots_name(void **state)
{
    struct served *served;
    struct err err;

    (void)state;
    assert_int_equal(served_open(&served, tiny_release_file("ours"), true, 1, &err), 0);
    assert_str(served_name(served), "ours");
    assert_true(str_starts_with(served_bot(served)->id, STR("rel_")));
    expect_decision(served);
    expect_decision(served);
    served_close(&served);
    assert_null(served);
    served_close(&served);
}

static void there_is_a_seat_for_each_thread(void **state)
{
    struct seat *seats[3];
    struct served *served;
    struct err err;

    (void)state;
    assert_int_equal(served_open(&served, tiny_release_file("ours"), true, 3, &err), 0);
    for (size_t i = 0; i < 3; i++) {
        seats[i] = seat_take(served);
        for (size_t j = 0; j < i; j++) {
            assert_ptr_not_equal(seats[i], seats[j]);
            assert_ptr_not_equal(seats[i]->worker, seats[j]->worker);
        }
    }
    seat_give(served, seats[1]);
    assert_ptr_equal(seat_take(served), seats[1]);
    for (size_t i = 0; i < 3; i++) {
        seat_give(served, seats[i]);
    }
    served_close(&served);
}

static void what_is_no_release_is_refused_by_its_path(void **state)
{
    const char *path = testing_path("broken.rel");
    struct str whole = tiny_release("ours");
    struct served *served = NULL;
    struct err err;

    (void)state;
    for (size_t len = 0; len < whole.len; len += 1 + len / 2) {
        testing_write(path, str_slice(whole, 0, len));
        assert_int_equal(served_open(&served, path, true, 1, &err), -1);
        assert_int_equal(err.reason, ERR_CORRUPT);
        assert_non_null(strstr(err.text, "broken.rel: "));
        assert_null(served);
    }
    assert_int_equal(served_open(&served, testing_path("nothing.rel"), true, 1, &err),
                     -1);
    assert_int_equal(err.reason, ERR_NOT_FOUND);
    assert_non_null(strstr(err.text, "nothing.rel: "));
    assert_int_equal(served_open(&served, testing_folder, true, 1, &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
}

/* By a copy over it, or when the disk is cleared: what was checked is what is used. */
static void a_file_that_is_cut_while_it_is_served_does_no_harm(void **state)
{
    const char *path = tiny_release_file("ours");
    struct served *served;
    struct err err;

    (void)state;
    assert_int_equal(served_open(&served, path, false, 1, &err), 0);
    assert_int_equal(truncate(path, 0), 0);
    expect_decision(served);
    served_close(&served);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_release_is_open_under_its_bots_name),
        cmocka_unit_test(there_is_a_seat_for_each_thread),
        cmocka_unit_test(what_is_no_release_is_refused_by_its_path),
        cmocka_unit_test(a_file_that_is_cut_while_it_is_served_does_no_harm),
    };

    return cmocka_run_group_tests(tests, testing_begin, testing_end);
}
