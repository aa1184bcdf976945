/* reload_test.c - folders that change, with a script in place of `usher build`: it does
 * what the file "behaviour" beside it says. */

#include "rollout/rollout_test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "bot/bot.h"
#include "loop/loop.h"
#include "rollout/generation.h"
#include "rollout/reload.h"
#include "rollout/served.h"

enum { OUTCOMES_MAX = 8, LOOKS = 4 };

static struct loop *loop;
static struct serving *serving;
static struct reloader *reloader;

static struct {
    size_t awaited; /* the loop stops after so many */
    bool is_awaited;
    size_t count;
    struct {
        size_t place;
        bool has_failed;
        char bot[64];
        char release[128];
        char why[256];
    } items[OUTCOMES_MAX];
} outcomes;

static const char *first_release;
static const char *second_release;

static void on_outcome(void *context, const struct reload_outcome *outcome)
{
    size_t i = outcomes.count++;

    (void)context;
    assert_true(i < OUTCOMES_MAX);
    outcomes.items[i].place = outcome->place;
    outcomes.items[i].has_failed = outcome->has_failed;
    (void)snprintf(outcomes.items[i].bot, 64, "%.*s", STR_ARG(outcome->bot));
    (void)snprintf(outcomes.items[i].release, 128, "%.*s", STR_ARG(outcome->release));
    (void)snprintf(outcomes.items[i].why, 256, "%.*s", STR_ARG(outcome->why));
    if (outcomes.count >= outcomes.awaited && outcomes.is_awaited) {
        loop_stop(loop);
    }
}

/* Until as many outcomes are there as are awaited. */
static void wait_for_outcomes(void)
{
    outcomes.is_awaited = true;
    if (outcomes.count < outcomes.awaited) {
        loop_run(loop);
    }
    outcomes.is_awaited = false;
}

static void write_file(const char *name, const char *content)
{
    testing_write(testing_path(name), str_from(content));
}

/* From now on a build runs these lines of shell. */
static void builds_do(const char *lines)
{
    write_file("behaviour", lines);
}

static void builds_give(const char *release_path)
{
    builds_do(str_format(testing_arena, "echo '{\"file\": \"%s\"}'\n", release_path).at);
}

static size_t build_count(void)
{
    struct str lines = STR("");
    struct err err;

    if (file_read(&lines, testing_arena, testing_path("builds"), 1 << 20, &err) != 0) {
        return 0;
    }
    return lines.len;
}

static int set_up(void **state)
{
    struct err err;

    (void)state;
    memset(&outcomes, 0, sizeof outcomes);
    (void)unlink(testing_path("builds"));
    write_file("folder/bot.yaml", "name: first\n");
    builds_give(first_release);
    serving = serving_new();
    return loop_open(&loop, &err);
}

static int tear_down(void **state)
{
    (void)state;
    loop_close(&loop);
    reloader_free(&reloader);
    serving_free(&serving);
    return 0;
}

static void reload_from(const char *program, const char *const *paths, size_t path_count)
{
    const struct reload_options options = { .program = program,
                                            .paths = paths,
                                            .path_count = path_count,
                                            .seat_count = 1,
                                            .on_outcome = on_outcome };

    reloader = reloader_new(loop, serving, &options);
}

/* Load them all and wait for what comes of it. */
static void load(const char *const *paths, size_t path_count)
{
    reload_from(testing_path("builder"), paths, path_count);
    outcomes.awaited = path_count;
    reloader_load_all(reloader);
    wait_for_outcomes();
}

static const char *const *folder_alone(void)
{
    static const char *paths[1];

    paths[0] = testing_path("folder");
    return paths;
}

static void load_folder(void)
{
    load(folder_alone(), 1);
    assert_false(outcomes.items[0].has_failed);
    outcomes.count = 0;
    outcomes.awaited = 1;
}

/* As the server does every second. */
static void look_and_load(void)
{
    reloader_look(reloader); /* sees it */
    assert_int_equal(outcomes.count, 0);
    reloader_look(reloader); /* finds it at rest */
    wait_for_outcomes();
}

static void expect_served(const char *bot, const char *trouble)
{
    struct generation *generation = serving_take(serving);

    assert_non_null(generation_at(generation, 0));
    assert_str(served_name(generation_at(generation, 0)), bot);
    if (trouble != NULL) {
        assert_str(generation_trouble(generation, 0), trouble);
    }
    serving_give(serving, &generation);
}

/* The only outcome is a failure which says so, and the first bot serves on. */
static void expect_failure(const char *why)
{
    struct generation *generation = serving_take(serving);
    struct str trouble = str_copy(testing_arena, generation_trouble(generation, 0));

    serving_give(serving, &generation);
    assert_int_equal(outcomes.count, 1);
    assert_true(outcomes.items[0].has_failed);
    if (strstr(outcomes.items[0].why, why) == NULL) {
        fail_msg("got \"%s\", expected \"%s\"", outcomes.items[0].why, why);
    }
    assert_true(trouble.len != 0 && str_find(trouble, str_from(why)) < trouble.len);
    assert_string_equal(outcomes.items[0].bot, "first");
    expect_served("first", NULL);
}

static void a_folder_is_built_and_serves(void **state)
{
    (void)state;
    load(folder_alone(), 1);
    assert_int_equal(outcomes.count, 1);
    assert_false(outcomes.items[0].has_failed);
    assert_string_equal(outcomes.items[0].bot, "first");
    assert_int_equal(strncmp(outcomes.items[0].release, "rel_", 4), 0);
    expect_served("first", "");
    assert_int_equal(build_count(), 1);
}

static void a_folder_that_stays_as_it_is_is_not_built_again(void **state)
{
    (void)state;
    load_folder();
    for (size_t i = 0; i < LOOKS; i++) {
        reloader_look(reloader);
    }
    assert_int_equal(outcomes.count, 0);
    assert_int_equal(build_count(), 1);
}

static void a_changed_folder_is_built_once_it_rests(void **state)
{
    (void)state;
    load_folder();
    builds_give(second_release);
    write_file("folder/bot.yaml", "name: second\n");
    reloader_look(reloader);
    write_file("folder/bot.yaml", "name: second, still writing\n");
    reloader_look(reloader);
    assert_int_equal(build_count(), 1);
    reloader_look(reloader);
    wait_for_outcomes();
    assert_false(outcomes.items[0].has_failed);
    expect_served("second", "");
    outcomes.count = 0;
    reloader_look(reloader);
    reloader_look(reloader);
    assert_int_equal(build_count(), 2);
}

static void a_help_page_is_part_of_the_folder(void **state)
{
    (void)state;
    write_file("folder/knowledge/page.md", "# Page\n");
    load_folder();
    builds_give(second_release);
    write_file("folder/knowledge/page.md", "# Another page\n");
    look_and_load();
    expect_served("second", "");
    outcomes.count = 0;
    builds_give(first_release);
    assert_int_equal(unlink(testing_path("folder/knowledge/page.md")), 0);
    look_and_load();
    expect_served("first", "");
}

static void a_broken_folder_keeps_what_serves_and_says_why(void **state)
{
    (void)state;
    load_folder();
    builds_do("echo 'bot.yaml:1:7: what a mistake' >&2; exit 1\n");
    write_file("folder/bot.yaml", "broken");
    look_and_load();
    expect_failure("bot.yaml:1:7: what a mistake");
    outcomes.count = 0;
    builds_give(second_release);
    write_file("folder/bot.yaml", "mended");
    look_and_load();
    assert_false(outcomes.items[0].has_failed);
    expect_served("second", "");
}

/* Whatever the build does: it is told, as something, and the old release serves on. */
static void every_failure_of_a_build_has_a_reason(void **state)
{
    static const char *const rows[][2] = {
        { "kill -9 $$\n", "137" },
        { "exit 3\n", "3" },
        { "exit 0\n", "usher build" },
        { "echo nonsense\n", "usher build" },
        { "echo '{\"release\": \"rel_1\"}'\n", "usher build" },
        { "echo '{\"file\": 7}'\n", "usher build" },
        { "echo '[]'\n", "usher build" },
        { "echo '{\"file\": \"/nowhere/first.rel\"}'\n", "/nowhere/first.rel: " },
        { "echo '{\"file\": \"/\"}'\n", "/: is no regular file" },
        { "echo 'no space left' >&2; exit 1\n", "no space left" },
    };

    (void)state;
    load_folder();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        outcomes.count = 0;
        builds_do(rows[i][0]);
        reloader_load_all(reloader);
        wait_for_outcomes();
        expect_failure(rows[i][1]);
    }
}

static void a_release_that_vanishes_or_is_cut_is_told(void **state)
{
    const char *path = testing_path("cache.rel");
    struct str whole = tiny_release("second");

    (void)state;
    load_folder();
    builds_give(path);
    reloader_load_all(reloader);
    wait_for_outcomes();
    expect_failure("cache.rel: ");
    testing_write(path, str_slice(whole, 0, whole.len / 2));
    outcomes.count = 0;
    reloader_load_all(reloader);
    wait_for_outcomes();
    expect_failure("cache.rel: ");
}

static void a_folder_that_vanishes_is_told_and_found_again(void **state)
{
    (void)state;
    load_folder();
    assert_int_equal(rename(testing_path("folder"), testing_path("moved")), 0);
    look_and_load();
    expect_failure("folder: ");
    outcomes.count = 0;
    assert_int_equal(rename(testing_path("moved"), testing_path("folder")), 0);
    builds_give(second_release);
    look_and_load();
    expect_served("second", "");
}

static void a_release_file_serves_and_is_followed_too(void **state)
{
    const char *const paths[] = { testing_path("own.rel") };

    (void)state;
    testing_write(paths[0], tiny_release("first"));
    load(paths, 1);
    assert_false(outcomes.items[0].has_failed);
    expect_served("first", "");
    outcomes.count = 0;
    assert_int_equal(truncate(paths[0], 100), 0);
    for (size_t i = 0; i < 2; i++) {
        reloader_look(reloader);
    }
    expect_failure("own.rel: ");
    outcomes.count = 0;
    testing_write(paths[0], tiny_release("second"));
    for (size_t i = 0; i < 2; i++) {
        reloader_look(reloader);
    }
    assert_false(outcomes.items[0].has_failed);
    expect_served("second", "");
    assert_int_equal(build_count(), 0);
}

static void two_folders_of_one_name_are_a_conflict(void **state)
{
    const char *const paths[] = { testing_path("folder"), testing_path("folder") };

    (void)state;
    load(paths, 2);
    assert_int_equal(outcomes.count, 2);
    assert_int_equal(outcomes.items[0].has_failed + outcomes.items[1].has_failed, 1);
    for (size_t i = 0; i < 2; i++) {
        if (outcomes.items[i].has_failed) {
            assert_string_equal(outcomes.items[i].why,
                                "a bot \"first\" is served already");
            assert_string_equal(outcomes.items[i].release, "");
        }
    }
}

static void what_is_asked_for_while_building_is_built_behind_it(void **state)
{
    (void)state;
    load_folder();
    outcomes.awaited = 2;
    assert_false(reloader_is_busy(reloader));
    reloader_load_all(reloader);
    reloader_load_all(reloader);
    assert_true(reloader_is_busy(reloader));
    wait_for_outcomes();
    assert_false(reloader_is_busy(reloader));
    assert_int_equal(outcomes.count, 2);
    assert_int_equal(build_count(), 3);
}

static void a_builder_that_is_not_there_is_told(void **state)
{
    (void)state;
    reload_from("/nowhere/usher", folder_alone(), 1);
    outcomes.awaited = 1;
    reloader_load_all(reloader);
    assert_int_equal(outcomes.count, 1);
    assert_true(outcomes.items[0].has_failed);
    assert_non_null(strstr(outcomes.items[0].why, "/nowhere/usher"));
    assert_string_equal(outcomes.items[0].bot, "");
}

static void closing_the_loop_ends_a_build_without_another(void **state)
{
    (void)state;
    load_folder();
    builds_do("exec sleep 60\n");
    reloader_load_all(reloader);
    reloader_load_all(reloader);
    loop_close(&loop);
    assert_true(outcomes.count <= 1);
    expect_served("first", NULL);
}

static int make_builder(void **state)
{
    struct err err;

    if (testing_begin(state) != 0) {
        return -1;
    }
    first_release = tiny_release_file("first");
    second_release = tiny_release_file("second");
    write_file("builder", "#!/bin/sh\ncd \"$(dirname \"$0\")\"\n"
                          "[ \"$1 $2 $3\" = 'build --json --' ] || exit 9\n"
                          "[ -d \"$4\" ] || exit 8\n"
                          "printf . >> builds\n. ./behaviour\n");
    return chmod(testing_path("builder"), 0755) != 0 ||
           file_make_folders(testing_path("folder/knowledge"), &err) != 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_folder_is_built_and_serves),
        TEST(a_folder_that_stays_as_it_is_is_not_built_again),
        TEST(a_changed_folder_is_built_once_it_rests),
        TEST(a_help_page_is_part_of_the_folder),
        TEST(a_broken_folder_keeps_what_serves_and_says_why),
        TEST(every_failure_of_a_build_has_a_reason),
        TEST(a_release_that_vanishes_or_is_cut_is_told),
        TEST(a_folder_that_vanishes_is_told_and_found_again),
        TEST(a_release_file_serves_and_is_followed_too),
        TEST(two_folders_of_one_name_are_a_conflict),
        TEST(what_is_asked_for_while_building_is_built_behind_it),
        TEST(a_builder_that_is_not_there_is_told),
        TEST(closing_the_loop_ends_a_build_without_another),
#undef TEST
    };

    return cmocka_run_group_tests(tests, make_builder, testing_end);
}
