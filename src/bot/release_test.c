/* release_test.c - a release is built, read in place, and refused where a byte is wrong.
 */

#include "bot/bot_test.h"

#include "base/err.h"
#include "base/list.h"
#include "bot/release.h"
#include "flow/definition.h"

static const struct release_section sections[] = {
    { { "workflow", 8 }, { "{}", 2 } },
    { { "bot", 3 }, { "12345", 5 } },
    { { "nano.intent", 11 }, { "\0\1\2\3", 4 } },
    { { "empty", 5 }, { "", 0 } },
};

static struct str build(void)
{
    return release_build(sections, COUNT_OF(sections), test_arena);
}

static void sections_are_found_by_name_and_lie_aligned(void **state)
{
    struct release release;
    struct str bytes;
    struct err err;

    (void)state;
    assert_int_equal(release_open(&release, build(), &err), 0);
    assert_int_equal(release.section_count, 4);
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        assert_true(release_find(&release, sections[i].name, &bytes));
        assert_true(str_equal(bytes, sections[i].bytes));
        assert_int_equal((size_t)(bytes.at - release.bytes.at) % RELEASE_ALIGN, 0);
    }
    assert_false(release_find(&release, STR("bo"), &bytes));
    assert_str(release_section_at(&release, 0).name, "bot");
}

static void the_order_of_sections_changes_nothing(void **state)
{
    struct release_section turned[COUNT_OF(sections)];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        turned[i] = sections[COUNT_OF(sections) - 1 - i];
    }
    assert_true(
        str_equal(build(), release_build(turned, COUNT_OF(sections), test_arena)));
}

/* A golden digest: a change of the format must be meant, and counted. */
static void a_release_is_named_by_the_digest_of_its_bytes(void **state)
{
    struct release release;
    struct err err;
    char id[RELEASE_ID_LEN + 1];
    struct sha256 digest = sha256_of(build());

    (void)state;
    assert_int_equal(release_open(&release, build(), &err), 0);
    release_id(&release, id);
    assert_str(str_slice(str_from(id), 0, 4), "rel_");
    assert_str(str_from(id + 4), sha256_hex(test_arena, &digest).at);
    assert_string_equal(
        id, "rel_3eea02ad55d6b84f342fc04a67c7f3c8592564f39ee12ef635df8f554cd2d07b");
}

/* What a byte on disk can become, the release does not open, or says the same. */
static void every_changed_byte_outside_the_contents_is_noticed(void **state)
{
    struct str whole = build();
    char *bytes = arena_alloc(test_arena, whole.len);
    struct release release;
    struct err err;
    size_t opened = 0;

    (void)state;
    for (size_t i = 0; i < whole.len; i++) {
        memcpy(bytes, whole.at, whole.len);
        bytes[i] ^= 0x40;
        opened += release_open(&release, (struct str){ bytes, whole.len }, &err) == 0;
    }
    /* eleven bytes of contents, and letters of names that stay in order */
    assert_in_range(opened, 11, 11 + 3 + 5 + 11 + 8);
}

static void a_cut_or_grown_file_is_refused(void **state)
{
    struct str whole = build();
    char *bytes = arena_alloc(test_arena, whole.len + 1);
    struct release release;
    struct err err;

    (void)state;
    memcpy(bytes, whole.at, whole.len);
    for (size_t len = 0; len < whole.len; len++) {
        assert_int_equal(release_open(&release, (struct str){ bytes, len }, &err), -1);
        assert_int_equal(err.reason, ERR_CORRUPT);
    }
    assert_int_equal(release_open(&release, (struct str){ bytes, whole.len + 1 }, &err),
                     -1);
    bytes[16] = 9;
    assert_int_equal(release_open(&release, (struct str){ bytes, whole.len }, &err), -1);
    assert_string_equal(
        err.text, "a release of format 9, where this program reads 1: build it again");
}

static struct sha256 input_digest(const char *name, const char *content,
                                  const char *program)
{
    struct bot_files files = small_bot_with(name, content);

    return release_input_digest(&files, str_from(program), test_arena);
}

static void expect_digest(const char *name, const char *content, const char *program,
                          bool same)
{
    struct sha256 before = input_digest("none", NULL, "1.0");
    struct sha256 after = input_digest(name, content, program);

    assert_int_equal(memcmp(before.bytes, after.bytes, sizeof before.bytes) == 0, same);
}

static void what_a_build_depends_on_changes_the_input_digest(void **state)
{
    (void)state;
    expect_digest("none", NULL, "1.0", true);
    expect_digest("none", NULL, "1.1", false);
    expect_digest("tickets.jsonl", "{}", "1.0", true);
    expect_digest("calibration.jsonl", "{}", "1.0", false);
    expect_digest("calibration.jsonl", "", "1.0", false);
    expect_digest("bot.yaml", BOT_YAML "\n", "1.0", false);
    expect_digest("knowledge/refunds.md", NULL, "1.0", false);
}

static void a_configuration_reads_back_from_its_release(void **state)
{
    struct bot_config config;
    struct release release;
    struct list list;
    struct list again;
    struct err err;

    (void)state;
    expect_of("brand.json", "{\"tone\": \"warm\", \"max_sentences\": 5}", "");
    list_init(&list, test_arena, sizeof(struct release_section), RELEASE_SECTIONS_MAX);
    bot_config_write(&test_folder.config, &list, test_arena);
    assert_int_equal(list.count, 4);
    assert_int_equal(
        release_open(&release, release_build(list.items, list.count, test_arena), &err),
        0);
    assert_int_equal(bot_config_read(&config, &release, test_arena, &err), 0);
    assert_str(config.settings.name, "small");
    assert_int_equal(config.settings.calendars[0].week[0].close, 18 * 60);
    assert_int_equal(config.intents.count, 2);
    assert_str(config.intents.items[0].wording[0].text, "We are sorry.");
    assert_int_equal(config.brand.max_sentences, 5);
    assert_int_equal(config.prompt.canonical.len, 0);
    assert_str(config.workflow->name, "triage");
    list_init(&again, test_arena, sizeof(struct release_section), RELEASE_SECTIONS_MAX);
    bot_config_write(&config, &again, test_arena);
    assert_true(
        str_equal(release_build(again.items, again.count, test_arena), release.bytes));
}

static void a_release_without_its_sections_is_corrupt(void **state)
{
    static const struct release_section wrong[] = {
        { { "bot", 3 }, { "{\"nam\":1}", 9 } },
        { { "intents", 7 }, { "{\"a\":{}}", 8 } },
        { { "workflow", 8 }, { "{}", 2 } },
    };
    struct bot_config config;
    struct release release;
    struct err err;

    (void)state;
    assert_int_equal(release_open(&release, release_build(wrong, 2, test_arena), &err),
                     0);
    assert_int_equal(bot_config_read(&config, &release, test_arena, &err), -1);
    assert_string_equal(err.text, "a release without bot, intents or workflow");
    assert_int_equal(release_open(&release, release_build(wrong, 3, test_arena), &err),
                     0);
    assert_int_equal(bot_config_read(&config, &release, test_arena, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
    assert_non_null(strstr(err.text, "a release holds a mistake: bot:1:"));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, test_begin, test_end)
    const struct CMUnitTest tests[] = {
        T(sections_are_found_by_name_and_lie_aligned),
        T(the_order_of_sections_changes_nothing),
        T(a_release_is_named_by_the_digest_of_its_bytes),
        T(every_changed_byte_outside_the_contents_is_noticed),
        T(a_cut_or_grown_file_is_refused),
        T(what_a_build_depends_on_changes_the_input_digest),
        T(a_configuration_reads_back_from_its_release),
        T(a_release_without_its_sections_is_corrupt),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
