/* check_test.c - remarks on a bot folder. */

#include "bot/bot_test.h"

#include "base/err.h"
#include "bot/check.h"
#include "bot/overlap.h"

static void expect_remarks(bool is_strict, const char *lines)
{
    struct err err;
    struct buf buf;

    assert_int_equal(test_mistakes.error_count, 0);
    mistakes_init(&test_mistakes, test_arena);
    assert_int_equal(bot_folder_check(&test_folder, is_strict, &test_mistakes, &err), 0);
    mistakes_sort(&test_mistakes);
    buf_init(&buf, test_arena, 1 << 20);
    for (size_t i = 0; i < test_mistakes.list.count; i++) {
        mistake_format(list_at(&test_mistakes.list, i), &buf);
        buf_add_char(&buf, '\n');
    }
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, lines);
}

/* Examples of the two intents of the small bot, made of words that do not meet. */
static const char *many_examples(size_t count)
{
    static const char *const nouns[] = {
        "boots", "tent", "stove", "map", "rope", "lamp"
    };
    static const char *const verbs[] = { "return", "refund", "repay", "reimburse",
                                         "credit" };
    static const char *const times[] = { "monday", "weeks", "late", "yesterday",
                                         "never" };
    struct buf buf;

    buf_init(&buf, test_arena, 1 << 20);
    for (size_t i = 0; i < count; i++) {
        buf_addf(&buf,
                 "{\"text\": \"%s my %s %s money\", \"intent\": \"refund_request\"}\n",
                 verbs[i % 5], nouns[i % 6], verbs[(i / 5) % 5]);
        buf_addf(&buf,
                 "{\"text\": \"parcel %s %s %zu\", \"intent\": \"late_delivery\"}\n",
                 times[i % 5], times[(i / 5) % 5], i);
    }
    buf_add_char(&buf, '\0');
    return buf.at;
}

static void thin_intents_are_remarked_more_strictly_if_asked(void **state)
{
    (void)state;
    expect_of("none", NULL, "");
    expect_remarks(
        false, "intents.yaml:1:1: remark: refund_request has few examples: 1; "
               "expected at least 10\n"
               "intents.yaml:7:1: remark: late_delivery has few examples: 1; expected "
               "at least 10\n");
    expect_of("examples.jsonl", many_examples(10), "");
    expect_remarks(false, "");
    expect_remarks(
        true, "intents.yaml:1:1: remark: refund_request has few examples: 10; "
              "expected at least 40\n"
              "intents.yaml:7:1: remark: late_delivery has few examples: 10; expected "
              "at least 40\n");
}

static void intents_that_read_alike_are_named_with_examples(void **state)
{
    struct str more = str_from(many_examples(10));

    (void)state;
    expect_of("examples.jsonl", more.at, "");
    expect_remarks(false, "");
    for (size_t i = 0; i < 60; i++) {
        more = str_format(
            test_arena,
            "%s{\"text\": \"repay refund money order number %zu\", \"intent\": "
            "\"late_delivery\"}\n"
            "{\"text\": \"refund repay money order number %zu\", \"intent\": "
            "\"refund_request\"}\n",
            more.at, i, 100 + i);
    }
    expect_of("examples.jsonl", more.at, "");
    mistakes_init(&test_mistakes, test_arena);
    overlap_check(&test_folder.config.intents, &test_folder.examples, &test_mistakes);
    assert_int_equal(test_mistakes.list.count, 1);
    assert_int_equal(((struct mistake *)list_at(&test_mistakes.list, 0))->place.line, 7);
    assert_true(
        str_starts_with(((struct mistake *)list_at(&test_mistakes.list, 0))->what,
                        STR("refund_request and late_delivery read alike: \"refund "
                            "repay money order")));
}

static void pages_without_headings_and_with_one_twice_are_remarked(void **state)
{
    struct bot_files files = small_bot_with("knowledge/zebra.md", "Money back.\n");

    (void)state;
    expect_of("examples.jsonl", many_examples(10), "");
    pages_read(&test_folder.pages, &files, test_arena, &test_mistakes);
    expect_remarks(
        false,
        "knowledge/zebra.md: remark: a page without a heading; expected a heading for "
        "each subject, as citations name them\n");
    files = small_bot_with("knowledge/refunds.md",
                           "# Refunds\n\nSoon.\n\n## When\n\nNow.\n\n## When\n\nThen.\n");
    pages_read(&test_folder.pages, &files, test_arena, &test_mistakes);
    expect_remarks(
        false,
        "knowledge/refunds.md: remark: the heading \"When\" stands twice; expected "
        "headings that differ, as citations name them\n");
}

static void a_page_that_no_message_reaches_is_remarked(void **state)
{
    struct bot_files files =
        small_bot_with("knowledge/zebra.md", "# Zebras\n\nThey live in Africa.\n");

    (void)state;
    expect_of("examples.jsonl", many_examples(10), "");
    pages_read(&test_folder.pages, &files, test_arena, &test_mistakes);
    expect_remarks(
        false, "knowledge/zebra.md: remark: no message reaches this page; expected an "
               "intent that names it, or words that customers use\n");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, test_begin, test_end)
    const struct CMUnitTest tests[] = {
        T(thin_intents_are_remarked_more_strictly_if_asked),
        T(intents_that_read_alike_are_named_with_examples),
        T(pages_without_headings_and_with_one_twice_are_remarked),
        T(a_page_that_no_message_reaches_is_remarked),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
