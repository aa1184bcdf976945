/* process_stat_test.c */

#include "base/test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/err.h"
#include "os/clock.h"
#include "os/process_stat.h"

static struct process_stat read_now(void)
{
    struct process_stat stat;
    struct err err;

    assert_int_equal(process_stat_read(&stat, &err), 0);
    return stat;
}

static void open_files_are_counted_exactly(void **state)
{
    struct process_stat before = read_now();
    int fd = open("/dev/null", O_RDONLY);

    (void)state;
    assert_int_equal(read_now().open_fds, before.open_fds + 1);
    close(fd);
    assert_int_equal(read_now().open_fds, before.open_fds);
}

static void memory_that_is_touched_becomes_resident(void **state)
{
    enum { SIZE = 32 << 20 };
    struct process_stat before = read_now();
    volatile char *at = malloc(SIZE);
    struct process_stat after;

    (void)state;
    assert_non_null(at);
    for (size_t i = 0; i < SIZE; i += 512) {
        at[i] = 1;
    }
    after = read_now();
    assert_true(after.resident_bytes - before.resident_bytes > SIZE / 2);
    assert_true(after.virtual_bytes >= after.resident_bytes);
    free((void *)at);
}

static void processor_time_grows_with_work(void **state)
{
    int64_t before_ns = read_now().cpu_ns;
    int64_t until_ns = clock_thread_cpu_ns() + 5000000;

    (void)state;
    while (clock_thread_cpu_ns() < until_ns) {
    }
    assert_true(read_now().cpu_ns - before_ns >= 5000000);
}

static void it_started_before_now_and_not_long_ago(void **state)
{
    int64_t age_ms = clock_now_ms() - read_now().start_ms;

    (void)state;
    assert_true(age_ms >= -20 && age_ms < 600000); /* a tick is 10 ms */
}

static void the_limit_of_files_is_the_soft_one(void **state)
{
    struct rlimit limit;

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = 100;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
    assert_int_equal(read_now().max_fds, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(open_files_are_counted_exactly),
        cmocka_unit_test(memory_that_is_touched_becomes_resident),
        cmocka_unit_test(processor_time_grows_with_work),
        cmocka_unit_test(it_started_before_now_and_not_long_ago),
        cmocka_unit_test(the_limit_of_files_is_the_soft_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
