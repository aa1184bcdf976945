/* standard_error_test.c */

#include "base/test.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "os/standard_error.h"

/* A pipe at descriptor 2 while the test runs. */
static int reading;
static int kept;

static int set_up(void **state)
{
    int ends[2];

    (void)state;
    kept = dup(STDERR_FILENO);
    if (pipe(ends) != 0 || dup2(ends[1], STDERR_FILENO) < 0) {
        return -1;
    }
    reading = ends[0];
    return close(ends[1]);
}

static int tear_down(void **state)
{
    (void)state;
    unsetenv("JOURNAL_STREAM");
    if (dup2(kept, STDERR_FILENO) < 0) {
        return -1;
    }
    close(reading);
    return close(kept);
}

static void a_line_arrives_whole(void **state)
{
    char text[32];
    ssize_t got;

    (void)state;
    standard_error_write(STR("one line\n"));
    got = read(reading, text, sizeof text);
    assert_true(got > 0);
    assert_str(((struct str){ text, (size_t)got }), "one line\n");
}

static void the_journal_is_known_by_its_device_and_inode(void **state)
{
    struct stat stat;
    char name[64];

    (void)state;
    assert_false(standard_error_is_journal());
    assert_int_equal(fstat(STDERR_FILENO, &stat), 0);
    (void)snprintf(name, sizeof name, "%lu:%lu", (unsigned long)stat.st_dev,
                   (unsigned long)stat.st_ino);
    setenv("JOURNAL_STREAM", name, 1);
    assert_true(standard_error_is_journal());
    (void)snprintf(name, sizeof name, "%lu:%lu", (unsigned long)stat.st_dev,
                   (unsigned long)stat.st_ino + 1);
    setenv("JOURNAL_STREAM", name, 1); /* inherited from a parent in the journal */
    assert_false(standard_error_is_journal());
    setenv("JOURNAL_STREAM", "12", 1);
    assert_false(standard_error_is_journal());
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_line_arrives_whole),
        TEST(the_journal_is_known_by_its_device_and_inode),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
