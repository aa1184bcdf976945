/* bench_decide.c - one whole decision over HTTP, beside the same with the usual
 * libraries.
 *
 * Personal data and attacks, intent, sentiment, search, draft, manifest, for the sample
 * bot's tickets by POST /v1/triage.  Beside the peers it holds the server against its own
 * stages: what HTTP, JSON and the kernel add to them.
 */

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/bot.h"
#include "cli/bench.h"
#include "cli/bench_versus.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/tickets.h"
#include "os/file.h"

static bool is_among(struct str label, const struct expectation *expect)
{
    for (size_t i = 0; i < expect->intent_count; i++) {
        if (str_equal(expect->intent[i], label)) {
            return true;
        }
    }
    return false;
}

/* The share of tickets with an expected intent whose answer names it. */
static int64_t accuracy_of(const struct versus_server *server,
                           const struct sample_tickets *tickets)
{
    int64_t right = 0;
    int64_t count = 0;

    for (size_t i = 0; i < tickets->count; i++) {
        const struct json *intent = json_find(server->answers[i], STR("intent"));
        const struct json *label =
            intent == NULL ? NULL : json_find(intent, STR("label"));
        const struct expectation *expect = &tickets->items[i].expect;

        count += expect->intent_count > 0;
        right +=
            label != NULL && label->kind == JSON_STRING && is_among(label->text, expect);
    }
    return bench_quotient(right, count);
}

static int read_tickets(struct sample_tickets *tickets_out, struct versus *versus,
                        const char *bot)
{
    struct arena *arena = versus->report->arena;
    struct mistakes mistakes;
    struct loaded loaded;
    struct str *texts;
    struct err err;
    int status = load_bot(&loaded, versus->invocation, bot);

    if (status != EXIT_DONE) {
        return status;
    }
    mistakes_init(&mistakes, arena);
    if (tickets_load(tickets_out,
                     file_join(arena, str_from(bot), STR("tickets.jsonl")).at,
                     &loaded.bot->config.intents, arena, &mistakes, &err) != 0) {
        status = command_fail(versus->invocation, "%s", err.text);
    } else if (tickets_out->count == 0) {
        status = command_fail(versus->invocation, "%s has no tickets.jsonl", bot);
    }
    loaded_close(&loaded);
    if (status != EXIT_DONE) {
        return status;
    }
    texts = arena_array(arena, tickets_out->count, sizeof *texts);
    for (size_t i = 0; i < tickets_out->count; i++) {
        texts[i] = tickets_out->items[i].text;
    }
    versus->texts = texts;
    versus->text_count = tickets_out->count;
    return EXIT_DONE;
}

static int measure(struct versus *versus, const struct sample_tickets *tickets,
                   const char *bot, struct err *err)
{
    if (versus_start(versus, bot, "decide", bot, err) != 0 ||
        versus_collect(versus, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < versus->server_count; i++) {
        versus->servers[i].accuracy = accuracy_of(&versus->servers[i], tickets);
    }
    return versus_measure(versus, err);
}

static void report_stages(const struct versus *versus, int64_t sum_ns)
{
    struct bench_report *report = versus->report;
    const struct versus_figures *figures = versus->servers[0].medians;

    bench_row(report, STR("sum of our own stages"));
    bench_micros(report, "us", sum_ns * 1000);
    bench_ratio(report, "request / sum of its stages, 1",
                bench_quotient(figures[0].cpu_ns, sum_ns));
    bench_ratio(report, "request / sum of its stages, 16",
                bench_quotient(figures[1].cpu_ns, sum_ns));
    bench_ratio(report, "request / sum of its stages, 64",
                bench_quotient(figures[2].cpu_ns, sum_ns));
}

int bench_decide(struct bench_report *report, const struct invocation *invocation)
{
    struct versus versus = { .report = report,
                             .invocation = invocation,
                             .path = "/v1/triage",
                             .checked = "action",
                             .server_count = 1 };
    const char *bot = option_value(invocation, "bot");
    struct sample_tickets tickets;
    int64_t sum_ns = 0;
    struct err err;
    int status;

    bot = bot == NULL ? "bots/acme" : bot;
    status = read_tickets(&tickets, &versus, bot);
    if (status == EXIT_DONE) {
        status = bench_stages_sum(&sum_ns, invocation, report->arena);
    }
    if (status != EXIT_DONE) {
        return status;
    }
    if (measure(&versus, &tickets, bot, &err) != 0) {
        status = command_fail(invocation, "%s", err.text);
    } else {
        versus_report(&versus);
        report_stages(&versus, sum_ns);
    }
    versus_stop(&versus);
    return status;
}
