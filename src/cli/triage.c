/* triage.c - usher triage: tickets in, decisions out. */

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/bot.h"
#include "bot/expect.h"
#include "bot/turn.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/keep.h"
#include "cli/load.h"
#include "cli/screen.h"
#include "cli/show.h"
#include "cli/tickets.h"
#include "desk/ticket.h"
#include "guard/breaker.h"
#include "os/clock.h"
#include "os/terminal.h"

enum { DECISION_BYTES_MAX = 4 << 20, UNMET_SHOWN_MAX = 40 };
#define TURN_ARENA_BYTES ((size_t)64 << 20)

/* What the summary tells. */
struct tally {
    size_t by_reason[ACTION_COUNT][REASON_COUNT];
    size_t decided;
    size_t refused; /* messages that could not be decided */
    size_t drafts;
    size_t expected;
    size_t met;
    size_t with_passages; /* name passages that a draft is to cite */
    size_t cited;         /* of those, came to a draft, whose citations were judged */
    int64_t *us;          /* of each decision */
};

struct triage {
    const struct invocation *invocation;
    struct loaded loaded;
    struct turn_worker *worker;
    struct arena *arena; /* of one turn */
    struct breakers breakers;
    struct tally tally;
    struct buf unmet; /* why expectations were not met, a line each */
    size_t unmet_count;
    bool is_summary;
    struct keep keep; /* empty where nothing is kept */
    int64_t last_number;
};

static void print_json(struct triage *triage, const struct decision *decision)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, triage->arena, DECISION_BYTES_MAX);
    writer = json_writer_to(&buf);
    decision_write(decision, &writer);
    buf_add_char(&buf, '\n');
    fwrite(buf.at, 1, buf.len, stdout);
}

static void print_line(const struct decision *decision)
{
    char confidence[MICROS_TEXT_MAX];

    (void)micros_format(decision->intent.confidence / 1000 * 1000, confidence);
    print_foreign(stdout, decision->id);
    printf("\t%.*s\t%.*s\t%.*s\t%s", STR_ARG(action_name(decision->action)),
           STR_ARG(reason_name(decision->reason)), STR_ARG(decision->intent.label),
           confidence);
    for (size_t i = 0; decision->draft != NULL && i < decision->draft->citation_count;
         i++) {
        const struct decision_citation *citation = &decision->draft->citations[i];

        printf("%s%.*s#%.*s", i == 0 ? "\t" : " ", STR_ARG(citation->page),
               STR_ARG(citation->anchor));
    }
    putchar('\n');
}

static void judge(struct triage *triage, const struct sample_ticket *ticket,
                  const struct decision *decision)
{
    struct buf why;

    if (ticket->expect.head.node == NULL) {
        return;
    }
    triage->tally.expected++;
    if (ticket->expect.passage_count != 0) {
        triage->tally.with_passages++;
        triage->tally.cited += decision->draft != NULL;
    }
    buf_init(&why, triage->arena, 4096);
    if (expectation_holds(&ticket->expect, decision, &why)) {
        triage->tally.met++;
    } else if (triage->unmet_count++ < UNMET_SHOWN_MAX) {
        buf_addf(&triage->unmet, "  %.*s: %.*s\n", STR_ARG(ticket->id),
                 STR_ARG(buf_str(&why)));
    }
}

/* The decision is told once the ticket is on disk, where it is to be kept. */
static int decide_and_keep(struct triage *triage, const struct turn_request *request,
                           struct decision *decision_out, struct err *err)
{
    struct ticket_place place = { .number = triage->last_number + 1 };
    struct ticket_changes changes;

    if (triage->keep.store == NULL) {
        return turn_decide(triage->worker, request, triage->arena, decision_out, err);
    }
    place.id = new_ticket_id(request->at_ms, triage->arena);
    if (ticket_decide(&changes, decision_out, triage->worker, request, &place,
                      triage->keep.vault, triage->arena, err) != 0 ||
        store_commit(triage->keep.store, changes.items, changes.count, err) != 0) {
        return -1;
    }
    triage->last_number++;
    return 0;
}

static void decide(struct triage *triage, const struct sample_ticket *ticket)
{
    struct turn_request request = {
        .text = ticket->text,
        .id = ticket->id,
        .customer = ticket->customer,
        .language = ticket->lang,
        .channel = STR("cli"),
        .at_ms = clock_now_ms(),
        .breakers = &triage->breakers,
    };
    struct tally *tally = &triage->tally;
    struct decision decision;
    int64_t start_ns = clock_monotonic_ns();
    struct err err;

    arena_clear(triage->arena);
    if (decide_and_keep(triage, &request, &decision, &err) != 0) {
        fprintf(stderr, "usher triage: %.*s: %s\n", STR_ARG(ticket->id), err.text);
        tally->refused++;
        return;
    }
    tally->us[tally->decided++] = (clock_monotonic_ns() - start_ns) / 1000;
    tally->by_reason[decision.action][decision.reason]++;
    tally->drafts += decision.draft != NULL;
    judge(triage, ticket, &decision);
    if (triage->invocation->json) {
        print_json(triage, &decision);
    } else if (!triage->is_summary) {
        print_line(&decision);
    }
}

static int compare_us(const void *a, const void *b)
{
    int64_t first = *(const int64_t *)a;
    int64_t second = *(const int64_t *)b;

    return (first > second) - (first < second);
}

static void print_counts(FILE *file, const struct tally *tally)
{
    for (size_t action = 0; action < ACTION_COUNT; action++) {
        for (size_t reason = 0; reason < REASON_COUNT; reason++) {
            size_t count = tally->by_reason[action][reason];

            if (count != 0) {
                fprintf(file, "  %-15.*s %-18.*s %6zu  %5.1f %%\n",
                        STR_ARG(action_name((enum action)action)),
                        STR_ARG(reason_name((enum reason)reason)), count,
                        100.0 * (double)count / (double)tally->decided);
            }
        }
    }
}

/* The table for people: on standard output where it is what was asked for. */
static void print_summary(FILE *file, struct triage *triage)
{
    struct tally *tally = &triage->tally;

    fprintf(file, "%s%zu tickets%s\n", colour_of(file, COLOUR_BOLD), tally->decided,
            colour_of(file, COLOUR_PLAIN));
    if (tally->decided == 0) {
        return;
    }
    fprintf(file, "  %-15s %-18s %6s\n", "action", "reason", "count");
    print_counts(file, tally);
    qsort(tally->us, tally->decided, sizeof tally->us[0], compare_us);
    fprintf(file, "%zu drafts; a decision took %lld us (median), %lld us (99 of 100)\n",
            tally->drafts, (long long)tally->us[tally->decided / 2],
            (long long)tally->us[tally->decided * 99 / 100]);
    if (tally->with_passages != 0) {
        fprintf(file, "%zu of %zu that name passages came to a draft\n", tally->cited,
                tally->with_passages);
    }
    if (tally->expected != 0) {
        fprintf(file, "%zu of %zu as expected (%.1f %%)\n", tally->met, tally->expected,
                100.0 * (double)tally->met / (double)tally->expected);
        fwrite(triage->unmet.at, 1, triage->unmet.len, file);
        if (triage->unmet_count > UNMET_SHOWN_MAX) {
            fprintf(file, "  and %zu more\n", triage->unmet_count - UNMET_SHOWN_MAX);
        }
    }
}

static int run_all(struct triage *triage, const struct sample_tickets *tickets,
                   struct arena *arena)
{
    struct progress progress;
    struct err err;

    if (turn_worker_open(&triage->worker, triage->loaded.bot, clock_monotonic_ns,
                         triage->loaded.arena, &err) != 0) {
        return command_fail(triage->invocation, "%s", err.text);
    }
    triage->tally.us = arena_array(arena, tickets->count + 1, sizeof *triage->tally.us);
    buf_init(&triage->unmet, arena, 1 << 20);
    breakers_init(&triage->breakers);
    progress_start(&progress, "triage", tickets->count);
    for (size_t i = 0; i < tickets->count; i++) {
        decide(triage, &tickets->items[i]);
        progress_step(&progress);
    }
    progress_end(&progress);
    if (triage->is_summary) {
        print_summary(triage->invocation->json ? stderr : stdout, triage);
    } else if (terminal_is_at(stderr)) {
        print_summary(stderr, triage);
    }
    return triage->tally.refused == 0 ? EXIT_DONE : EXIT_FAILED;
}

static int open_keep(struct triage *triage)
{
    struct err err;
    int status = EXIT_DONE;

    if (option_given(triage->invocation, "store")) {
        status = keep_open(&triage->keep, triage->invocation, false);
    }
    if (status == EXIT_DONE && triage->keep.store != NULL &&
        store_last_ticket(triage->keep.store, &triage->last_number, &err) != 0) {
        status = command_fail(triage->invocation, "%s", err.text);
    }
    return status;
}

static int triage_run(const struct invocation *invocation)
{
    struct arena *arena = arena_new(TICKETS_ARENA_BYTES);
    struct triage triage = { .invocation = invocation,
                             .arena = arena_new(TURN_ARENA_BYTES),
                             .is_summary = option_given(invocation, "summary") };
    struct sample_tickets tickets = { 0 };
    struct mistakes mistakes;
    struct err err;
    int status = load_bot(&triage.loaded, invocation, invocation->operands[0]);

    mistakes_init(&mistakes, arena);
    if (status == EXIT_DONE) {
        status = open_keep(&triage);
    }
    if (status == EXIT_DONE &&
        tickets_load(&tickets, invocation->operands[1],
                     &triage.loaded.bot->config.intents, arena, &mistakes, &err) != 0) {
        status = command_fail(invocation, "%s", err.text);
    }
    if (status == EXIT_DONE) {
        show_mistakes(stderr, &mistakes, 0);
        status = run_all(&triage, &tickets, arena);
    }
    if (mistakes.error_count != 0) {
        status = EXIT_FAILED;
    }
    keep_close(&triage.keep);
    loaded_close(&triage.loaded);
    arena_free(&triage.arena);
    arena_free(&arena);
    return status;
}

static const struct option options[] = {
    { "summary", NULL, "the table of what became of the tickets, not each decision" },
    { "store", "URL", "keep the tickets there, sealed: sqlite:FILE" },
    { "store-key", "FILE",
      "the key that seals them (FILE.key of sqlite:FILE, made once)" },
    { NULL, NULL, NULL },
};

const struct command command_triage = {
    .name = "triage",
    .operands = "BOT [FILE]",
    .summary = "decide tickets: from a file or standard input",
    .description =
        "Reads tickets, JSON lines or lines of text, and prints what the bot decides for "
        "each: id,\naction, reason, intent, confidence and the cited passages, or with "
        "--json the whole\ndecision, one a line, in the order of the input.  Where "
        "tickets "
        "carry `expect`, the\nsummary says which came out as expected.  A bad line is "
        "told "
        "and passed over; the exit\nstatus is 1 then.",
    .example = "usher triage bots/acme bots/acme/tickets.jsonl --summary",
    .options = options,
    .operands_min = 1,
    .operands_max = 2,
    .run = triage_run,
};
