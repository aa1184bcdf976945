/* loop_test.c */

#include "base/test.h"

#include <signal.h>
#include <unistd.h>

#include "base/err.h"
#include "loop/child.h"
#include "loop/loop.h"

static struct loop *loop;
static size_t call_count;
static struct child *started;

static struct {
    size_t count;
    int status;
    bool is_late;
    char output[64];
    char errors[64];
    size_t output_len;
} done;

static int set_up(void **state)
{
    struct err err;

    (void)state;
    call_count = 0;
    memset(&done, 0, sizeof done);
    return loop_open(&loop, &err);
}

static int tear_down(void **state)
{
    (void)state;
    loop_close(&loop);
    return loop != NULL;
}

static void stop_at_third(void *context)
{
    *(size_t *)context += 1;
    if (*(size_t *)context == 3) {
        loop_stop(loop);
    }
}

static void a_timer_rings_again_and_again(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(loop_every(loop, 1, stop_at_third, &call_count, &err), 0);
    loop_run(loop);
    assert_int_equal(call_count, 3);
}

static void stop(void *context)
{
    *(size_t *)context += 1;
    loop_stop(loop);
}

static void a_signal_comes_as_a_call(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(loop_on_signal(loop, SIGHUP, stop, &call_count, &err), 0);
    assert_int_equal(kill(getpid(), SIGHUP), 0);
    loop_run(loop);
    assert_int_equal(call_count, 1);
}

static void on_done(void *context, const struct child_outcome *outcome)
{
    (void)context;
    done.count++;
    done.status = outcome->status;
    done.is_late = outcome->is_late;
    done.output_len = outcome->output.len;
    (void)snprintf(done.output, sizeof done.output, "%.*s", STR_ARG(outcome->output));
    (void)snprintf(done.errors, sizeof done.errors, "%.*s", STR_ARG(outcome->errors));
    loop_stop(loop);
}

static int start(const char *script, int64_t deadline_ms, struct err *err)
{
    const char *words[] = { "sh", "-c", script, NULL };
    const struct child_options options = {
        .program = "/bin/sh",
        .words = words,
        .niceness = 5,
        .deadline_ms = deadline_ms,
        .on_done = on_done,
    };

    return child_start(&started, loop, &options, err);
}

static void a_child_gives_its_status_and_what_it_said(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(start("echo out; echo wrong >&2; exit 3", 10000, &err), 0);
    loop_run(loop);
    assert_int_equal(done.count, 1);
    assert_int_equal(done.status, 3);
    assert_false(done.is_late);
    assert_string_equal(done.output, "out\n");
    assert_string_equal(done.errors, "wrong\n");
}

static void a_child_past_its_deadline_is_killed(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(start("exec sleep 60", 20, &err), 0);
    loop_run(loop);
    assert_true(done.is_late);
    assert_int_equal(done.status, 128 + SIGKILL);
}

static void a_grandchild_that_holds_the_pipe_ends_the_wait_all_the_same(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(start("sleep 2 & exit 0", 50, &err), 0);
    loop_run(loop);
    assert_int_equal(done.count, 1);
    assert_int_equal(done.status, 0);
    assert_true(done.is_late);
}

static void a_child_that_talks_too_much_is_cut(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(start("head -c 1000000 /dev/zero | tr '\\0' x", 10000, &err), 0);
    loop_run(loop);
    assert_int_equal(done.status, 0);
    assert_int_equal(done.output_len, CHILD_OUTPUT_BYTES_MAX);
}

static void closing_the_loop_ends_its_children(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(start("exec sleep 60", 60000, &err), 0);
    loop_close(&loop);
    assert_int_equal(done.count, 1);
    assert_true(done.is_late);
    assert_int_equal(loop_open(&loop, &err), 0);
}

static void a_loop_that_was_told_to_stop_closes_all_the_same(void **state)
{
    struct err err;

    (void)state;
    for (size_t i = 0; i < 3; i++) { /* each on_done tells it again */
        assert_int_equal(start("exec sleep 60", 60000, &err), 0);
    }
    loop_stop(loop);
    loop_close(&loop);
    assert_int_equal(done.count, 3);
    assert_int_equal(loop_open(&loop, &err), 0);
}

static void a_program_that_is_not_there_is_an_error(void **state)
{
    const char *words[] = { "nothing", NULL };
    const struct child_options options = { .program = "/nowhere/nothing",
                                           .words = words,
                                           .deadline_ms = 1000,
                                           .on_done = on_done };
    struct err err;

    (void)state;
    assert_int_equal(child_start(&started, loop, &options, &err), -1);
    assert_string_equal(err.text, "/nowhere/nothing: no such file or directory");
    loop_close(&loop);
    assert_int_equal(done.count, 0);
    assert_int_equal(loop_open(&loop, &err), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_timer_rings_again_and_again),
        TEST(a_signal_comes_as_a_call),
        TEST(a_child_gives_its_status_and_what_it_said),
        TEST(a_child_past_its_deadline_is_killed),
        TEST(a_grandchild_that_holds_the_pipe_ends_the_wait_all_the_same),
        TEST(a_child_that_talks_too_much_is_cut),
        TEST(closing_the_loop_ends_its_children),
        TEST(a_loop_that_was_told_to_stop_closes_all_the_same),
        TEST(a_program_that_is_not_there_is_an_error),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
