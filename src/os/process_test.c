/* process_test.c - programs that answer, end, hang and are missing. */

#include "base/test.h"

#include "base/arena.h"
#include "base/err.h"
#include "os/machine.h"
#include "os/process.h"

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

static void run_shell(struct process *process, const char *script)
{
    const char *words[] = { "/bin/sh", "-c", script, NULL };
    struct err err;

    assert_int_equal(process_start(process, words, MACHINE_CORE_ANY, &err), 0);
}

static void the_first_line_is_read_and_the_rest_left(void **state)
{
    struct process process = { 0 };
    struct str line;
    struct err err;

    (void)state;
    run_shell(&process, "trap 'exit 5' TERM; echo ready; echo more; "
                        "while :; do sleep 0.01; done");
    assert_int_equal(process_read_line(&process, &line, arena, 5000, &err), 0);
    assert_str(line, "ready");
    assert_int_equal(process_stop(&process, 5000), 5);
}

static void a_program_that_ends_early_tells_why(void **state)
{
    struct process process = { 0 };
    struct str line;
    struct err err;

    (void)state;
    run_shell(&process, "echo first >&2; echo 'no such bot' >&2; exit 3");
    assert_int_equal(process_read_line(&process, &line, arena, 5000, &err), -1);
    assert_int_equal(err.reason, ERR_UNAVAILABLE);
    assert_string_equal(err.text, "it ended: no such bot");
    assert_false(process_is_alive(&process));
    assert_int_equal(process_stop(&process, 5000), 3);
}

static void a_silent_program_is_waited_for_no_longer_than_allowed(void **state)
{
    struct process process = { 0 };
    struct str line;
    struct err err;

    (void)state;
    run_shell(&process, "exec sleep 60");
    assert_int_equal(process_read_line(&process, &line, arena, 20, &err), -1);
    assert_int_equal(err.reason, ERR_TIMEOUT);
    assert_true(process_is_alive(&process));
    assert_int_equal(process_stop(&process, 5000), 128 + 15);
    assert_int_equal(process.pid, 0);
}

static void one_that_will_not_end_is_killed(void **state)
{
    struct process process = { 0 };
    struct str line;
    struct err err;

    (void)state;
    run_shell(&process, "trap '' TERM; echo deaf; while :; do sleep 60; done");
    assert_int_equal(process_read_line(&process, &line, arena, 5000, &err), 0);
    assert_int_equal(process_stop(&process, 20), 128 + 9);
}

static void a_missing_program_is_no_process(void **state)
{
    const char *words[] = { "/nowhere/to/be/found", NULL };
    struct process process = { 0 };
    struct err err;

    (void)state;
    assert_int_equal(process_start(&process, words, MACHINE_CORE_ANY, &err), -1);
    assert_int_equal(err.reason, ERR_NOT_FOUND);
    assert_int_equal(process.pid, 0);
    assert_int_equal(process_stop(&process, 0), 0);
}

static void usage_counts_the_program_and_what_it_started(void **state)
{
    struct process process = { 0 };
    struct process_usage usage;
    struct str line;
    struct err err;

    (void)state;
    run_shell(&process,
              "( i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; echo worked; "
              "read forever ) <&1 & exec sleep 60");
    assert_int_equal(process_read_line(&process, &line, arena, 20000, &err), 0);
    assert_int_equal(process_usage_read(&usage, &process, &err), 0);
    assert_true(usage.cpu_ns > 1000000);
    assert_true(usage.resident_kib > 0);
    assert_true(usage.anonymous_kib + usage.file_kib == usage.resident_kib);
    (void)process_stop(&process, 5000);
    assert_int_equal(process_usage_read(&usage, &process, &err), -1);
}

static void memory_is_told_by_what_holds_it(void **state)
{
    struct process process = { 0 };
    struct process_memory memory;
    struct str line;
    struct err err;

    (void)state;
    run_shell(&process, "echo here; while :; do :; done");
    assert_int_equal(process_read_line(&process, &line, arena, 5000, &err), 0);
    assert_int_equal(process_memory_read(&memory, &process, &err), 0);
    assert_true(memory.program_kib > 0);
    assert_true(memory.libraries_kib > 0);
    assert_true(memory.rest_kib > 0);
    (void)process_stop(&process, 5000);
    assert_int_equal(process_memory_read(&memory, &process, &err), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_line_is_read_and_the_rest_left, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_program_that_ends_early_tells_why, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_silent_program_is_waited_for_no_longer_than_allowed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_that_will_not_end_is_killed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_missing_program_is_no_process, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(usage_counts_the_program_and_what_it_started,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(memory_is_told_by_what_holds_it, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
