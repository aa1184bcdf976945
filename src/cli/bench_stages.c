/* bench_stages.c - what each stage of a decision takes, on a bot's sample tickets.
 *
 * Every ticket is decided again and again on one worker, as a running bot would; nothing
 * is switched off.  Stages are told by the thread's processor time, which is slow to ask
 * for: more than half a microsecond in each of them.  Whole decisions are made by a
 * worker with the clock that bots have.  The last row is of the tickets of about 300
 * characters alone.
 */

#include <assert.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "bot/bot.h"
#include "bot/turn.h"
#include "cli/bench.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/tickets.h"
#include "os/clock.h"

enum { ROUNDS = 9, LONG_MIN = 240, LONG_MAX = 360 };
#define TURN_ARENA_BYTES ((size_t)64 << 20)

struct stage_sum {
    struct str name;
    int64_t ns;
    size_t count;
};

struct timing {
    struct loaded loaded;
    struct sample_tickets tickets;
    struct turn_worker *timed;  /* tells its stages */
    struct turn_worker *worker; /* as in a bot */
    struct arena *turn;
    struct arena *arena;
    struct stage_sum stages[STAGES_MAX];
    size_t stage_count;
};

static void add_stage(struct timing *timing, const struct manifest_stage *stage)
{
    size_t i = 0;

    while (i < timing->stage_count && !str_equal(timing->stages[i].name, stage->name)) {
        i++;
    }
    if (i == timing->stage_count) {
        timing->stages[timing->stage_count++].name = str_copy(timing->arena, stage->name);
    }
    timing->stages[i].ns += stage->ns;
    timing->stages[i].count++;
}

static bool decide(struct timing *timing, struct turn_worker *worker,
                   const struct sample_ticket *ticket, struct decision *decision_out)
{
    struct turn_request request = { .text = ticket->text,
                                    .id = ticket->id,
                                    .channel = STR("bench") };
    struct err err;

    arena_clear(timing->turn);
    return turn_decide(worker, &request, timing->turn, decision_out, &err) == 0;
}

static void time_stages(struct timing *timing, const struct sample_ticket *ticket)
{
    struct decision decision;

    if (!decide(timing, timing->timed, ticket, &decision)) {
        return;
    }
    for (size_t i = 0; i < decision.manifest.stage_count; i++) {
        add_stage(timing, &decision.manifest.stages[i]);
    }
}

static void decide_once(void *context, size_t call)
{
    struct timing *timing = context;
    struct decision decision;

    (void)decide(timing, timing->worker,
                 &timing->tickets.items[call % timing->tickets.count], &decision);
}

/* Those tickets that have about 300 characters. */
static struct sample_tickets long_tickets(const struct sample_tickets *tickets,
                                          struct arena *arena)
{
    struct sample_ticket *items = arena_array(arena, tickets->count, sizeof *items);
    size_t count = 0;

    for (size_t i = 0; i < tickets->count; i++) {
        size_t len = utf8_count(tickets->items[i].text);

        if (len >= LONG_MIN && len <= LONG_MAX) {
            items[count++] = tickets->items[i];
        }
    }
    return (struct sample_tickets){ items, count };
}

static void report_stages(struct bench_report *report, const struct timing *timing)
{
    for (size_t i = 0; i < timing->stage_count; i++) {
        const struct stage_sum *stage = &timing->stages[i];

        bench_row(report, stage->name);
        bench_count(report, "decisions", (int64_t)stage->count);
        bench_micros(report, "us", stage->ns * 1000 / (int64_t)stage->count);
    }
}

static void report_models(struct bench_report *report, const struct release *release)
{
    int64_t bytes = 0;

    for (size_t i = 0; i < release->section_count; i++) {
        struct release_section section = release_section_at(release, i);

        bytes +=
            str_ends_with(section.name, STR(".nano")) ? (int64_t)section.bytes.len : 0;
    }
    bench_row(report, STR("nano weights"));
    bench_micros(report, "mib", bytes * 1000000 / (1 << 20));
}

static int64_t time_whole(struct bench_report *report, struct timing *timing,
                          const char *name)
{
    int64_t ns;

    if (timing->tickets.count == 0) {
        return 0;
    }
    ns = bench_time_ns(decide_once, timing, timing->tickets.count);
    bench_row(report, str_from(name));
    bench_count(report, "tickets", (int64_t)timing->tickets.count);
    bench_micros(report, "us", ns * 1000);
    return ns;
}

/* What the stages of one decision take together. */
static int64_t time_all_stages(struct timing *timing)
{
    size_t decisions = timing->tickets.count * ROUNDS;
    int64_t sum_ns = 0;

    assert(decisions != 0); /* the caller has tickets */
    for (size_t i = 0; i < decisions; i++) {
        time_stages(timing, &timing->tickets.items[i % timing->tickets.count]);
    }
    for (size_t i = 0; i < timing->stage_count; i++) {
        sum_ns += timing->stages[i].ns / (int64_t)decisions;
    }
    return sum_ns;
}

static void measure(struct bench_report *report, struct timing *timing)
{
    int64_t sum_ns = time_all_stages(timing);
    int64_t whole_ns;

    report_stages(report, timing);
    whole_ns = time_whole(report, timing, "whole decision");
    timing->tickets = long_tickets(&timing->tickets, timing->arena);
    (void)time_whole(report, timing, "whole, about 300 letters");
    report_models(report, &timing->loaded.bot->release);
    bench_ratio(report, "whole decision / sum of its stages",
                bench_quotient(whole_ns, sum_ns));
}

static int open_timing(struct timing *timing, const struct invocation *invocation,
                       struct arena *arena)
{
    const char *path = option_value(invocation, "bot");
    struct mistakes mistakes;
    struct str file;
    struct err err;
    int status;

    path = path == NULL ? "bots/acme" : path;
    timing->arena = arena;
    timing->turn = arena_new(TURN_ARENA_BYTES);
    status = load_bot(&timing->loaded, invocation, path);
    mistakes_init(&mistakes, arena);
    file = file_join(arena, str_from(path), STR("tickets.jsonl"));
    if (status == EXIT_DONE &&
        (tickets_load(&timing->tickets, file.at, &timing->loaded.bot->config.intents,
                      arena, &mistakes, &err) != 0 ||
         turn_worker_open(&timing->timed, timing->loaded.bot, clock_thread_cpu_ns,
                          timing->loaded.arena, &err) != 0 ||
         turn_worker_open(&timing->worker, timing->loaded.bot, clock_monotonic_ns,
                          timing->loaded.arena, &err) != 0)) {
        status = command_fail(invocation, "%s", err.text);
    }
    return status;
}

static void close_timing(struct timing *timing)
{
    loaded_close(&timing->loaded);
    arena_free(&timing->turn);
}

int bench_stages(struct bench_report *report, const struct invocation *invocation)
{
    struct timing timing = { 0 };
    int status = open_timing(&timing, invocation, report->arena);

    if (status == EXIT_DONE && timing.tickets.count != 0) {
        measure(report, &timing);
    }
    close_timing(&timing);
    return status;
}

int bench_stages_sum(int64_t *sum_ns_out, const struct invocation *invocation,
                     struct arena *arena)
{
    struct timing timing = { 0 };
    int status = open_timing(&timing, invocation, arena);

    if (status == EXIT_DONE && timing.tickets.count == 0) {
        status = command_fail(invocation, "the bot has no tickets.jsonl");
    }
    if (status == EXIT_DONE) {
        *sum_ns_out = time_all_stages(&timing);
    }
    close_timing(&timing);
    return status;
}
