/* bot_test.h - a small bot folder in memory, for the tests of this room.
 *
 * Thread: the test's.
 * Memory: in test_arena, new for every test.
 */
#ifndef BOT_BOT_TEST_H
#define BOT_BOT_TEST_H

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "bot/folder.h"

static struct arena *test_arena;
static struct mistakes test_mistakes;
static struct bot_folder test_folder;

static const struct bot_file small_bot[] = {
    { { "bot.yaml", 8 }, { 0 } },       { { "examples.jsonl", 14 }, { 0 } },
    { { "intents.yaml", 12 }, { 0 } },  { { "knowledge/refunds.md", 20 }, { 0 } },
    { { "workflow.yaml", 13 }, { 0 } },
};

#define BOT_YAML                                                                         \
    "name: small\nlanguages: [en, de]\n"                                                 \
    "calendars: { office: { zone: Europe/Berlin, hours: { mon-fri: \"09:00-18:00\" } } " \
    "}\n"                                                                                \
    "queues: { refunds: { calendar: office }, review: {} }\n"

#define INTENTS_YAML                                                                     \
    "refund_request:\n  description: Money back.\n  queue: refunds\n"                    \
    "  auto_respond: true\n  pages: [refunds.md]\n  wording: { en: \"We are sorry.\" "   \
    "}\n"                                                                                \
    "late_delivery: { description: Too late., queue: review }\n"

#define EXAMPLES_JSONL                                                                   \
    "{\"text\": \"money back please\", \"intent\": \"refund_request\"}\n"                \
    "{\"text\": \"where is it\", \"intent\": \"late_delivery\"}\n"

#define WORKFLOW_YAML                                                                    \
    "workflow: triage\nstart: guard\nsteps:\n"                                           \
    "  guard: { do: guard_input, next: classify, on: { blocked: review } }\n"            \
    "  classify: { do: understand, next: route }\n"                                      \
    "  route: { choose: [ { when: 'risk == \"self_harm\"', next: escalate }, "           \
    "{ when: 'banned(intent)', next: refuse }, { next: review } ] }\n"                   \
    "  review: { do: assign, with: { queue: review }, wait: resolution, "                \
    "on: { resolved: end } }\n"                                                          \
    "  refuse: { do: refuse, wait: resolution, on: { resolved: end } }\n"                \
    "  escalate: { do: escalate, wait: resolution, on: { resolved: end } }\n"

static inline int test_begin(void **state)
{
    (void)state;
    test_arena = arena_new((size_t)1 << 30);
    mistakes_init(&test_mistakes, test_arena);
    return 0;
}

static inline int test_end(void **state)
{
    (void)state;
    arena_free(&test_arena);
    return 0;
}

static inline const char *small_content(struct str name)
{
    if (str_equal(name, STR("bot.yaml"))) {
        return BOT_YAML;
    }
    if (str_equal(name, STR("examples.jsonl"))) {
        return EXAMPLES_JSONL;
    }
    if (str_equal(name, STR("intents.yaml"))) {
        return INTENTS_YAML;
    }
    return str_equal(name, STR("workflow.yaml")) ? WORKFLOW_YAML : "# Refunds\n\nSoon.\n";
}

/* The small bot, with one file replaced or added, or left out where content is NULL. */
static inline struct bot_files small_bot_with(const char *name, const char *content)
{
    struct bot_file *files =
        arena_array(test_arena, COUNT_OF(small_bot) + 1, sizeof *files);
    bool is_placed = false;
    size_t count = 0;

    for (size_t i = 0; i < COUNT_OF(small_bot); i++) {
        bool is_it = str_equal(small_bot[i].name, str_from(name));

        is_placed = is_placed || is_it;
        if (is_it && content == NULL) {
            continue;
        }
        files[count].name = small_bot[i].name;
        files[count++].content =
            str_from(is_it ? content : small_content(small_bot[i].name));
    }
    if (!is_placed && content != NULL) {
        files[count++] = (struct bot_file){ str_from(name), str_from(content) };
    }
    return (struct bot_files){ .items = files, .count = count };
}

/* What is said of the small bot with that file. */
static inline void expect_of(const char *name, const char *content, const char *lines)
{
    struct buf buf;

    mistakes_init(&test_mistakes, test_arena);
    bot_folder_parse(&test_folder, small_bot_with(name, content), test_arena,
                     &test_mistakes);
    mistakes_sort(&test_mistakes);
    buf_init(&buf, test_arena, 1 << 20);
    for (size_t i = 0; i < test_mistakes.list.count; i++) {
        mistake_format(list_at(&test_mistakes.list, i), &buf);
        buf_add_char(&buf, '\n');
    }
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, lines);
}

#endif
