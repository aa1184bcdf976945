/* file_test.c */

#include "base/test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "os/file.h"

static struct arena *arena;
static char folder[] = "/tmp/usher-file-test-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(16 << 20);
    return mkdtemp(folder) == NULL;
}

static int tear_down(void **state)
{
    char command[128];

    (void)state;
    arena_free(&arena);
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static const char *path_of(const char *name)
{
    return file_join(arena, str_from(folder), str_from(name)).at;
}

static void what_is_written_is_read_and_mapped(void **state)
{
    struct str content;
    struct file_map map;
    struct err err;

    (void)state;
    assert_int_equal(file_write(path_of("a"), STR("hello"), &err), 0);
    assert_int_equal(file_write(path_of("a"), STR("hello again"), &err), 0);
    assert_int_equal(file_read(&content, arena, path_of("a"), 100, &err), 0);
    assert_str(content, "hello again");
    assert_int_equal(file_map_open(&map, path_of("a"), &err), 0);
    assert_str(map.content, "hello again");
    file_map_close(&map);
    assert_null(map.content.at);
}

static void a_failure_names_the_file_and_the_reason(void **state)
{
    struct str content;
    struct err err;

    (void)state;
    assert_int_equal(file_read(&content, arena, path_of("none"), 100, &err), -1);
    assert_int_equal(err.reason, ERR_NOT_FOUND);
    assert_non_null(strstr(err.text, "none"));
    assert_int_equal(file_read(&content, arena, folder, 100, &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
    assert_int_equal(file_write(path_of("b"), STR("12345"), &err), 0);
    assert_int_equal(file_read(&content, arena, path_of("b"), 4, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
}

static bool is_of_type(const char *name, mode_t type)
{
    struct stat found;

    return lstat(path_of(name), &found) == 0 && (found.st_mode & S_IFMT) == type;
}

static void a_link_stays_and_what_it_leads_to_is_written(void **state)
{
    struct str content;
    struct err err;

    (void)state;
    assert_int_equal(file_make_folders(path_of("far"), &err), 0);
    assert_int_equal(file_write(path_of("far/real"), STR("old"), &err), 0);
    assert_int_equal(symlink("far/real", path_of("link")), 0);
    assert_int_equal(file_write(path_of("link"), STR("new"), &err), 0);
    assert_true(is_of_type("link", S_IFLNK));
    assert_int_equal(file_read(&content, arena, path_of("far/real"), 100, &err), 0);
    assert_str(content, "new");
    assert_int_equal(symlink("nowhere", path_of("dangling")), 0);
    assert_int_equal(file_write(path_of("dangling"), STR("new"), &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
    assert_non_null(strstr(err.text, "dangling: links to nothing"));
}

static void what_is_no_regular_file_is_not_replaced(void **state)
{
    struct err err;

    (void)state;
    assert_int_equal(mkfifo(path_of("pipe"), 0600), 0);
    assert_int_equal(file_write(path_of("pipe"), STR("x"), &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
    assert_non_null(strstr(err.text, "pipe: is no regular file"));
    assert_true(is_of_type("pipe", S_IFIFO));
    assert_int_equal(symlink("pipe", path_of("to-pipe")), 0);
    assert_int_equal(file_write(path_of("to-pipe"), STR("x"), &err), -1);
    assert_true(is_of_type("pipe", S_IFIFO));
    assert_int_equal(file_write(folder, STR("x"), &err), -1);
    assert_int_equal(err.reason, ERR_INPUT);
}

static void a_secret_is_its_owners_and_replaces_nothing(void **state)
{
    struct file_names names;
    struct str content;
    struct stat found;
    struct err err;

    (void)state;
    assert_int_equal(file_make_folders(path_of("safe"), &err), 0);
    assert_int_equal(file_write_secret(path_of("safe/key"), STR("first"), &err), 0);
    assert_int_equal(stat(path_of("safe/key"), &found), 0);
    assert_int_equal(found.st_mode & 0777, 0600);
    assert_int_equal(found.st_nlink, 1);
    assert_int_equal(file_write_secret(path_of("safe/key"), STR("second"), &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    assert_int_equal(file_read(&content, arena, path_of("safe/key"), 100, &err), 0);
    assert_str(content, "first");
    assert_int_equal(file_list(&names, arena, path_of("safe"), 9, &err), 0);
    assert_int_equal(names.count, 1);
    assert_int_equal(file_write_secret(path_of("none/key"), STR("x"), &err), -1);
    assert_int_equal(err.reason, ERR_NOT_FOUND);
}

static void a_secret_that_does_not_fit_leaves_no_file(void **state)
{
    struct rlimit small = { 4, RLIM_INFINITY };
    struct rlimit before;
    struct err err;
    int failed;

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small.rlim_max = before.rlim_max;
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    failed = file_write_secret(path_of("cut"), STR("12345678"), &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(failed, -1);
    assert_int_equal(err.reason, ERR_UNAVAILABLE);
    assert_false(file_exists(path_of("cut")));
}

static void names_come_sorted_and_bounded(void **state)
{
    struct file_names names;
    struct err err;

    (void)state;
    assert_int_equal(file_make_folders(path_of("deep/er"), &err), 0);
    assert_int_equal(file_write(path_of("deep/er/b.md"), STR(""), &err), 0);
    assert_int_equal(file_write(path_of("deep/er/a.md"), STR(""), &err), 0);
    assert_int_equal(file_list(&names, arena, path_of("deep/er"), 2, &err), 0);
    assert_int_equal(names.count, 2);
    assert_str(names.names[0], "a.md");
    assert_int_equal(file_list(&names, arena, path_of("deep/er"), 1, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
}

static void a_stream_is_read_to_its_end(void **state)
{
    int ends[2];
    struct str content;
    struct err err;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "piped", 5), 5);
    close(ends[1]);
    assert_int_equal(file_read_stream(&content, arena, ends[0], 100, &err), 0);
    assert_str(content, "piped");
    close(ends[0]);
}

static uint64_t stamp_after_writing(const char *path, const char *text)
{
    struct err err;

    assert_int_equal(file_write(path, str_from(text), &err), 0);
    return file_stamp(path);
}

/* In place, and with the time of writing that it had. */
static void overwrite(const char *path, const char *text)
{
    const struct timespec times[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
    int fd = open(path, O_WRONLY | O_CLOEXEC);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    assert_int_equal(futimens(fd, times), 0);
    close(fd);
}

static void a_stamp_tells_of_every_change_and_of_nothing_else(void **state)
{
    const char *path = path_of("stamped");
    uint64_t first = stamp_after_writing(path, "aaa");
    uint64_t second;

    (void)state;
    assert_true(first != 0);
    assert_true(file_stamp(path) == first);
    second = stamp_after_writing(path, "aaa"); /* another file in its place */
    assert_true(second != first);
    assert_int_equal(truncate(path, 2), 0);
    assert_true(file_stamp(path) != second);
    assert_int_equal(unlink(path), 0);
    assert_true(file_stamp(path) == 0);
}

static void a_stamp_tells_of_other_bytes_under_the_old_date(void **state)
{
    const char *path = path_of("dated");
    uint64_t first;

    (void)state;
    (void)stamp_after_writing(path, "aaa");
    overwrite(path, "bbb");
    first = file_stamp(path);
    usleep(20 * 1000); /* more than the clock of file times may stand still */
    overwrite(path, "ccc");
    assert_true(file_stamp(path) != first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_and_mapped),
        cmocka_unit_test(a_failure_names_the_file_and_the_reason),
        cmocka_unit_test(a_link_stays_and_what_it_leads_to_is_written),
        cmocka_unit_test(what_is_no_regular_file_is_not_replaced),
        cmocka_unit_test(a_secret_is_its_owners_and_replaces_nothing),
        cmocka_unit_test(a_secret_that_does_not_fit_leaves_no_file),
        cmocka_unit_test(names_come_sorted_and_bounded),
        cmocka_unit_test(a_stream_is_read_to_its_end),
        cmocka_unit_test(a_stamp_tells_of_every_change_and_of_nothing_else),
        cmocka_unit_test(a_stamp_tells_of_other_bytes_under_the_old_date),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
