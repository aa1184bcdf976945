/* tiny_bot.h - the smallest bot that decides, for tests and fuzzers; only they include
 * it.
 *
 * It tells refunds, about which it has a page, from late parcels, which go to a queue,
 * and from the wish to be forgotten, which is banned; a customer of the tier "gold" is
 * always escalated.
 *
 * Thread: any.
 * Memory: the release in the given arena, which must allow a gigabyte.
 */
#ifndef ROLLOUT_TINY_BOT_H
#define ROLLOUT_TINY_BOT_H

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "bot/compile.h"
#include "bot/folder.h"

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
         "{\"text\": \"the delivery is overdue\", \"intent\": \"late_delivery\"}\n"
         "{\"text\": \"delete my account\", \"intent\": \"account_deletion\"}\n"
         "{\"text\": \"erase all my data\", \"intent\": \"account_deletion\"}\n"
         "{\"text\": \"forget me\", \"intent\": \"account_deletion\"}\n"),
    FILE("intents.yaml",
         "refund_request:\n  description: Money back.\n  queue: support\n"
         "  auto_respond: true\n  pages: [refunds.md]\n"
         "late_delivery: { description: Too late., queue: support }\n"
         "account_deletion: { description: Forgotten., queue: review, risk: banned,"
         " wording: { en: People handle this. } }\n"),
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
         "      - { when: 'banned(intent)', next: refuse }\n"
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
         "  refuse: { do: refuse, wait: resolution, on: { resolved: end } }\n"
         "  escalate: { do: escalate, wait: resolution, on: { resolved: end } }\n"),
#undef FILE
};

static inline void on_tiny_bot_step(void *context, const char *what)
{
    (void)context;
    (void)what;
}

/* The bytes of a release of such a bot, by that name. */
static inline struct str tiny_bot_release(struct arena *arena, const char *name)
{
    struct bot_file files[COUNT_OF(tiny_files)];
    struct bot_files all = { .items = files, .count = COUNT_OF(tiny_files) };
    struct mistakes mistakes;
    struct bot_folder folder;
    struct compiled compiled = { .bytes = STR("") };
    struct err err;

    memcpy(files, tiny_files, sizeof files);
    files[0].content =
        str_format(arena, "name: %s\n%.*s", name, STR_ARG(tiny_files[0].content));
    mistakes_init(&mistakes, arena);
    bot_folder_parse(&folder, all, arena, &mistakes);
    assert(mistakes.error_count == 0);
    if (bot_compile(&compiled, &folder, on_tiny_bot_step, NULL, arena, &err) != 0) {
        assert(false && "the tiny bot does not compile");
    }
    return compiled.bytes;
}

#endif
