/* shop_test.h - a small shop's bot, compiled in memory, for tests of whole turns.
 *
 * Thread: the test's.
 * Memory: in the arena given.
 */
#ifndef BOT_SHOP_TEST_H
#define BOT_SHOP_TEST_H

#include "base/test.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "bot/compile.h"
#include "bot/folder.h"

static const struct bot_file shop_files[] = {
#define FILE(file_name, content)                                                         \
    {                                                                                    \
        { file_name, sizeof(file_name) - 1 },                                            \
        {                                                                                \
            content, 0                                                                   \
        }                                                                                \
    }
    FILE("bot.yaml", "name: shop\nlanguages: [en, de]\nthreshold: 0.4\n"
                     "queues: { refunds: {}, parcels: {}, review: {}, privacy: {} }\n"),
    FILE("brand.json", "{\"greeting\": {\"en\": \"Hello {name},\"}}"),
    FILE("examples.jsonl", ""),
    FILE("guards.yaml",
         "words:\n"
         "  - { name: competitor, phrases: [Globetrotter] }\n"
         "  - { name: recall, severity: block, phrases: [burst into flames] }\n"
         "patterns:\n"
         "  - { name: voucher, severity: info, pattern: 'VC-[A-Z0-9]{8}' }\n"
         "  - { name: batch, severity: block, pattern: '\\bLOT-66\\d' }\n"),
    FILE("intents.yaml",
         "refund_request:\n  description: Money back.\n  queue: refunds\n"
         "  auto_respond: true\n  pages: [refunds.md]\n"
         "  wording: { en: We are sorry that it did not work out. }\n"
         "late_delivery:\n  description: A parcel that is late.\n  queue: parcels\n"
         "  priority: 3\n"
         "  auto_respond: true\n  human_in_the_loop: false\n  pages: [parcels.md]\n"
         "double_charge:\n  description: Charged twice.\n  queue: refunds\n  risk: high\n"
         "  auto_respond: true\n  pages: [refunds.md]\n"
         "change_address:\n  description: Another address.\n  queue: parcels\n"
         "  auto_respond: true\n  requires: [order_number]\n  pages: [parcels.md]\n"
         "human_agent: { description: Wants a person., queue: review }\n"
         "account_deletion:\n  description: Data deleted.\n  queue: privacy\n"
         "  risk: banned\n  wording: { en: People handle this. }\n"),
    FILE("knowledge/parcels.md",
         "# Parcels\n\n## Late parcels\n\nA late parcel that has not moved for five days "
         "is "
         "traced by the carrier. The trace of a late parcel takes three days.\n\n"
         "## Another address\n\nThe address of an order can be changed until it leaves "
         "our "
         "warehouse.\n"),
    FILE(
        "knowledge/refunds.md",
        "# Refunds\n\n## When a refund is paid\n\nWe pay a refund within five days after "
        "the goods came back. The refund goes to the card that you paid with.\n\n"
        "## Charged twice\n\nA second charge on your card is a reservation, which your "
        "bank releases within seven days.\n"),
    FILE("workflow.yaml",
         "workflow: triage\nstart: guard\nsteps:\n"
         "  guard: { do: guard_input, next: classify, on: { blocked: review } }\n"
         "  classify: { do: understand, next: route }\n"
         "  route:\n    choose:\n"
         "      - { when: 'risk == \"self_harm\"', next: escalate }\n"
         "      - { when: 'banned(intent)', next: refuse }\n"
         "      - { when: 'not in_scope or confidence < threshold', next: review }\n"
         "      - { when: 'intent == \"human_agent\"', next: escalate,"
         " reason: customer_request }\n"
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

/* Messages by intent, each with a few openings: enough to tell the intents apart. */
static const char *const shop_taught[][2] = {
    { "refund_request", "I want my money back for this jacket" },
    { "refund_request", "please refund the boots I sent back" },
    { "refund_request", "when will the refund be paid to my card" },
    { "refund_request", "I would like a refund for my order" },
    { "refund_request", "the tent went back, where is my refund" },
    { "refund_request", "give me back my money for the stove" },
    { "late_delivery", "my parcel is late" },
    { "late_delivery", "the parcel has not moved for days" },
    { "late_delivery", "where is my late parcel, tracking stands still" },
    { "late_delivery", "delivery is overdue and the carrier knows nothing" },
    { "late_delivery", "my delivery should have come last week" },
    { "late_delivery", "still no parcel, how long does a trace take" },
    { "double_charge", "you charged me twice" },
    { "double_charge", "there are two charges on my card for one order" },
    { "double_charge", "my bank shows the same charge twice" },
    { "double_charge", "a second charge appeared on my statement" },
    { "double_charge", "why was my card charged two times" },
    { "double_charge", "charged double for the same tent" },
    { "change_address", "please change the address of my order" },
    { "change_address", "send it to another address" },
    { "change_address", "I moved, the delivery address is wrong" },
    { "change_address", "new address for my order please" },
    { "change_address", "can the address be changed" },
    { "change_address", "ship the order to my office address instead" },
    { "human_agent", "I want to talk to a person" },
    { "human_agent", "let me speak to a human" },
    { "human_agent", "a real person please" },
    { "human_agent", "connect me with one of your staff" },
    { "human_agent", "can a human call me" },
    { "human_agent", "no bot, a human agent please" },
    { "account_deletion", "delete my account" },
    { "account_deletion", "erase all my personal data" },
    { "account_deletion", "please remove my account and my data" },
    { "account_deletion", "I want my data deleted" },
    { "account_deletion", "close and delete my customer account" },
    { "account_deletion", "forget me, delete everything you store" },
};

static inline struct str shop_examples(struct arena *arena)
{
    struct buf buf;

    buf_init(&buf, arena, 1 << 20);
    for (size_t i = 0; i < COUNT_OF(shop_taught); i++) {
        buf_addf(&buf, "{\"text\": \"%s\", \"intent\": \"%s\"}\n", shop_taught[i][1],
                 shop_taught[i][0]);
    }
    return buf_str(&buf);
}

static inline void on_shop_step(void *context, const char *what)
{
    (void)context;
    (void)what;
}

/* The bytes of its release, with another workflow where one is given. */
static inline struct str shop_release_with(struct arena *arena, const char *workflow)
{
    struct bot_file *files = arena_array(arena, COUNT_OF(shop_files), sizeof *files);
    struct bot_files all = { .items = files, .count = COUNT_OF(shop_files) };
    struct mistakes mistakes;
    struct bot_folder folder;
    struct compiled compiled;
    struct err err;

    for (size_t i = 0; i < COUNT_OF(shop_files); i++) {
        files[i] =
            (struct bot_file){ shop_files[i].name, str_from(shop_files[i].content.at) };
        if (str_equal(files[i].name, STR("examples.jsonl"))) {
            files[i].content = shop_examples(arena);
        } else if (workflow != NULL && str_equal(files[i].name, STR("workflow.yaml"))) {
            files[i].content = str_from(workflow);
        }
    }
    mistakes_init(&mistakes, arena);
    bot_folder_parse(&folder, all, arena, &mistakes);
    if (mistakes.error_count != 0) {
        const struct mistake *first = list_at(&mistakes.list, 0);
        fail_msg("%.*s: %.*s", STR_ARG(first->place.file), STR_ARG(first->what));
    }
    if (bot_compile(&compiled, &folder, on_shop_step, NULL, arena, &err) != 0) {
        fail_msg("%s", err.text);
    }
    return compiled.bytes;
}

static inline struct str shop_release(struct arena *arena)
{
    return shop_release_with(arena, NULL);
}

#endif
