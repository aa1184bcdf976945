/* rollout_test.h - what the tests of served bots share: a folder of its own for files,
 * and tiny bots, compiled into release files there.  Only tests include it.
 *
 * A tiny bot tells refunds, about which it has a page, from late parcels, which go to a
 * queue; a customer of the tier "gold" is always escalated.
 *
 * Thread: the test's.
 * Memory: in testing_arena, from testing_begin() to testing_end(), which a group's setup
 *         and teardown are.
 */
#ifndef ROLLOUT_TEST_H
#define ROLLOUT_TEST_H

#include "base/test.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/list.h"
#include "bot/compile.h"
#include "bot/folder.h"
#include "os/file.h"

static struct arena *testing_arena;
static char testing_folder[] = "/tmp/usher-rollout-test-XXXXXX";

static const struct bot_file tiny_files[] = {
#define FILE(file_name, text)                                                            \
    {                                                                                    \
        { file_name, sizeof(file_name) - 1 },                                            \
        {                                                                                \
            text, sizeof(text) - 1                                                       \
        }                                                                                \
    }
    FILE("bot.yaml", "languages: [en, de]\nthreshold: 0.4\n"
                     "queues: { support: {}, review: {} }\n"),
    FILE("examples.jsonl",
         "{\"text\": \"I want my money back\", \"intent\": \"refund_request\"}\n"
         "{\"text\": \"please refund my order\", \"intent\": \"refund_request\"}\n"
         "{\"text\": \"when is the refund paid\", \"intent\": \"refund_request\"}\n"
         "{\"text\": \"my parcel is late\", \"intent\": \"late_delivery\"}\n"
         "{\"text\": \"where is the parcel\", \"intent\": \"late_delivery\"}\n"
         "{\"text\": \"the delivery is overdue\", \"intent\": \"late_delivery\"}\n"),
    FILE("intents.yaml", "refund_request:\n  description: Money back.\n  queue: support\n"
                         "  auto_respond: true\n  pages: [refunds.md]\n"
                         "late_delivery: { description: Too late., queue: support }\n"),
    FILE(
        "knowledge/refunds.md",
        "# Refunds\n\n## When a refund is paid\n\nWe pay a refund within five days after "
        "the goods came back.\n"),
    FILE("workflow.yaml",
         "workflow: triage\nstart: guard\nsteps:\n"
         "  guard: { do: guard_input, next: classify, on: { blocked: review } }\n"
         "  classify: { do: understand, next: route }\n"
         "  route:\n    choose:\n"
         "      - { when: 'risk == \"self_harm\"', next: escalate }\n"
         "      - { when: 'banned(intent)', next: review }\n"
         "      - { when: 'customer.tier == \"gold\"', next: escalate, reason: priority "
         "}\n"
         "      - { when: 'auto_respond(intent)', next: draft }\n"
         "      - { next: queue }\n"
         "  draft: { do: draft_reply, next: approve, on: { unsupported: queue } }\n"
         "  approve: { wait: approval, on: { approved: send, rejected: queue } }\n"
         "  send: { do: deliver, next: end }\n"
         "  queue: { do: assign, wait: resolution, on: { resolved: end } }\n"
         "  review: { do: assign, with: { queue: review }, wait: resolution,"
         " on: { resolved: end } }\n"
         "  escalate: { do: escalate, wait: resolution, on: { resolved: end } }\n"),
#undef FILE
};

static inline int testing_begin(void **state)
{
    (void)state;
    testing_arena = arena_new((size_t)2 << 30);
    return mkdtemp(testing_folder) == NULL;
}

static inline int testing_end(void **state)
{
    char command[128];

    (void)state;
    arena_free(&testing_arena);
    (void)snprintf(command, sizeof command, "rm -r %s", testing_folder);
    return system(command);
}

static inline const char *testing_path(const char *name)
{
    return file_join(testing_arena, str_from(testing_folder), str_from(name)).at;
}

static inline void testing_write(const char *path, struct str content)
{
    struct err err;

    if (file_write(path, content, &err) != 0) {
        fail_msg("%s", err.text);
    }
}

static inline void on_testing_step(void *context, const char *what)
{
    (void)context;
    (void)what;
}

/* The bytes of a tiny bot's release. */
static inline struct str tiny_release(const char *bot)
{
    struct bot_file files[COUNT_OF(tiny_files)];
    struct bot_files all = { .items = files, .count = COUNT_OF(tiny_files) };
    struct mistakes mistakes;
    struct bot_folder folder;
    struct compiled compiled;
    struct err err;

    memcpy(files, tiny_files, sizeof files);
    files[0].content =
        str_format(testing_arena, "name: %s\n%.*s", bot, STR_ARG(tiny_files[0].content));
    mistakes_init(&mistakes, testing_arena);
    bot_folder_parse(&folder, all, testing_arena, &mistakes);
    if (mistakes.error_count != 0) {
        const struct mistake *first = list_at(&mistakes.list, 0);
        fail_msg("%.*s: %.*s", STR_ARG(first->place.file), STR_ARG(first->what));
    }
    if (bot_compile(&compiled, &folder, on_testing_step, NULL, testing_arena, &err) !=
        0) {
        fail_msg("%s", err.text);
    }
    return compiled.bytes;
}

/* The path of a tiny bot's release file. */
static inline const char *tiny_release_file(const char *bot)
{
    const char *path = str_format(testing_arena, "%s/%s.rel", testing_folder, bot).at;

    testing_write(path, tiny_release(bot));
    return path;
}

#endif
