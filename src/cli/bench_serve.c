/* bench_serve.c - the server by itself: start, memory, a steady rate, many connections,
 * a release that is replaced under load.
 *
 * With the sample bot.  What it holds is read from /proc after it has worked.
 */

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/bot.h"
#include "cli/bench.h"
#include "cli/bench_copy.h"
#include "cli/bench_server.h"
#include "cli/command.h"
#include "cli/load.h"
#include "cli/spread.h"
#include "cli/tickets.h"
#include "os/clock.h"
#include "os/dial.h"
#include "os/file.h"
#include "os/listen.h"

enum {
    STARTS = 5,
    REQUESTS_FIRST = 1000,
    RATE = 1000,
    RATE_CONNECTIONS = 16,
    LOAD_CONNECTIONS = 16,
    IDLE_CONNECTIONS = 10000,
    IDLE_AT_ONCE = 100,
    SPARE_SOCKETS = 100,
    SETTLE_ANSWERS = 1000 /* behind a reload, that still count as its time */
};

struct serving_bench {
    struct bench_report *report;
    const struct invocation *invocation;
    struct arena *arena;
    const char *bot;
    struct load_request *requests;
    size_t request_count;
    int64_t second_ns; /* what a second of load lasts: --seconds */
    struct err err;
};

static void add_ms(struct bench_report *report, const char *column, int64_t ns)
{
    bench_micros(report, column, ns);
}

static void add_mib(struct bench_report *report, const char *column, int64_t kib)
{
    bench_micros(report, column, kib * 1000000 / 1024);
}

static int read_requests(struct serving_bench *bench)
{
    struct sample_tickets tickets;
    struct mistakes mistakes;
    struct loaded loaded;
    struct str file = file_join(bench->arena, str_from(bench->bot), STR("tickets.jsonl"));
    int status = load_bot(&loaded, bench->invocation, bench->bot);

    if (status != EXIT_DONE) {
        return status;
    }
    mistakes_init(&mistakes, bench->arena);
    if (tickets_load(&tickets, file.at, &loaded.bot->config.intents, bench->arena,
                     &mistakes, &bench->err) != 0) {
        status = command_fail(bench->invocation, "%s", bench->err.text);
    } else if (tickets.count == 0) {
        status = command_fail(bench->invocation, "%s has no tickets.jsonl", bench->bot);
    }
    loaded_close(&loaded);
    if (status != EXIT_DONE) {
        return status;
    }
    bench->requests = arena_array(bench->arena, tickets.count, sizeof *bench->requests);
    bench->request_count = tickets.count;
    for (size_t i = 0; i < tickets.count; i++) {
        bench->requests[i] = (struct load_request){
            bench_request(bench->arena, "/v1/triage",
                          bench_ticket_body(bench->arena, i + 1, tickets.items[i].text)),
            STR("\"action\":"),
        };
    }
    return EXIT_DONE;
}

static struct load load_for(const struct serving_bench *bench, size_t connections)
{
    return (struct load){ .requests = bench->requests,
                          .request_count = bench->request_count,
                          .connections = connections,
                          .duration_ns = bench->second_ns };
}

static int run_load(struct serving_bench *bench, const struct bench_server *server,
                    const struct load *load, struct load_result *result_out)
{
    int64_t cpu_ns;

    return bench_server_load(result_out, &cpu_ns, server, load, bench->arena,
                             &bench->err);
}

/* So many requests, one after the other, rightly answered. */
static int ask(struct serving_bench *bench, const struct bench_server *server,
               size_t count)
{
    struct load load = load_for(bench, 1);
    struct load_result result;

    load.duration_ns = INT64_MAX;
    load.request_max = count;
    if (run_load(bench, server, &load, &result) != 0) {
        return -1;
    }
    return result.answered == count
               ? 0
               : err_set(&bench->err, ERR_CORRUPT, "%zu of %zu requests failed: %.*s",
                         count - result.answered, count, STR_ARG(result.mistake));
}

static int measure_start(struct serving_bench *bench)
{
    int64_t times[STARTS];

    for (size_t i = 0; i < STARTS; i++) {
        int64_t start_ns = clock_monotonic_ns();
        struct bench_server server;
        int failed;

        if (bench_server_start_own(&server, bench->bot, bench->arena, &bench->err) != 0) {
            return -1;
        }
        failed = ask(bench, &server, 1);
        times[i] = clock_monotonic_ns() - start_ns;
        bench_server_stop(&server);
        if (failed != 0) {
            return -1;
        }
    }
    spread_sort(times, STARTS);
    bench_row(bench->report, STR("start to first answer"));
    add_ms(bench->report, "ms", spread_at(times, STARTS, 500));
    add_ms(bench->report, "max_ms", times[STARTS - 1]);
    bench_count(bench->report, "starts", STARTS);
    return 0;
}

static int measure_memory(struct serving_bench *bench, const struct bench_server *server)
{
    struct bench_report *report = bench->report;
    struct process_usage usage;
    struct process_memory memory;

    if (ask(bench, server, REQUESTS_FIRST) != 0 ||
        process_usage_read(&usage, &server->process, &bench->err) != 0 ||
        process_memory_read(&memory, &server->process, &bench->err) != 0) {
        return -1;
    }
    bench_row(report, STR("resident"));
    bench_count(report, "requests", REQUESTS_FIRST);
    add_mib(report, "mib", usage.resident_kib);
    add_mib(report, "program_mib", memory.program_kib);
    add_mib(report, "libraries_mib", memory.libraries_kib);
    add_mib(report, "release_mib", memory.files_kib);
    add_mib(report, "rest_mib", memory.rest_kib);
    return 0;
}

static int measure_rate(struct serving_bench *bench, const struct bench_server *server)
{
    struct bench_report *report = bench->report;
    struct load load = load_for(bench, RATE_CONNECTIONS);
    struct load_result result;

    load.rate = RATE;
    load.duration_ns *= 5;
    if (run_load(bench, server, &load, &result) != 0) {
        return -1;
    }
    spread_sort(result.times_ns, result.answered);
    bench_row(report, STR("open loop"));
    bench_count(report, "rate", RATE);
    bench_count(report, "answered", (int64_t)result.answered);
    bench_count(report, "dropped", (int64_t)(result.wrong + result.lost));
    add_ms(report, "p50_ms", spread_at(result.times_ns, result.answered, 500));
    add_ms(report, "p99_ms", spread_at(result.times_ns, result.answered, 990));
    add_ms(report, "p999_ms", spread_at(result.times_ns, result.answered, 999));
    add_ms(report, "max_ms", spread_at(result.times_ns, result.answered, 1000));
    return 0;
}

/* Connections that ask nothing; in groups, so that none waits for the server's backlog.
 */
static int open_idle(struct serving_bench *bench, const struct bench_server *server,
                     int *sockets, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sockets[i] = -1;
    }
    for (size_t i = 0; i < count; i++) {
        if (dial(&sockets[i], server->port, &bench->err) != 0 ||
            (i % IDLE_AT_ONCE == 0 && ask(bench, server, 1) != 0)) {
            return -1;
        }
    }
    return ask(bench, server, 1);
}

static size_t count_open(const int *sockets, size_t count)
{
    size_t open = 0;
    char byte;

    for (size_t i = 0; i < count; i++) {
        open += dial_receive(sockets[i], &byte, 1) == DIAL_WOULD_BLOCK;
    }
    return open;
}

static int measure_idle(struct serving_bench *bench, const struct bench_server *server)
{
    struct bench_report *report = bench->report;
    int *sockets = arena_array(bench->arena, IDLE_CONNECTIONS, sizeof *sockets);
    struct process_usage before;
    struct process_usage after;
    int failed;

    bench_row(report, STR("idle connections"));
    if (raise_descriptor_limit() < IDLE_CONNECTIONS + SPARE_SOCKETS) {
        bench_text(report, "skipped",
                   str_format(bench->arena, "a process may have %zu sockets here",
                              raise_descriptor_limit()));
        return 0;
    }
    failed = process_usage_read(&before, &server->process, &bench->err) != 0 ||
             open_idle(bench, server, sockets, IDLE_CONNECTIONS) != 0 ||
             process_usage_read(&after, &server->process, &bench->err) != 0;
    if (!failed) {
        bench_count(report, "open", (int64_t)count_open(sockets, IDLE_CONNECTIONS));
        add_mib(report, "mib", after.resident_kib);
        add_mib(report, "before_mib", before.resident_kib);
    }
    for (size_t i = 0; i < IDLE_CONNECTIONS; i++) {
        dial_close(&sockets[i]);
    }
    return failed ? -1 : 0;
}

/* --- a release is replaced --- */

struct reloading {
    struct serving_bench *bench;
    const struct bench_server *server;
    struct bench_copies copies;
    struct str release; /* the new one's name */
    size_t answers;     /* so far */
    size_t changed_at;  /* of them, when the file was changed; 0: not yet */
    size_t served_at;   /* and when the new release first answered; 0: not yet */
    int64_t changed_ns;
    int64_t served_ns;
};

static void change_now(void *context)
{
    struct reloading *reloading = context;

    if (file_rename(reloading->copies.page.at, reloading->copies.place.at,
                    &reloading->bench->err) == 0) {
        process_signal(&reloading->server->process, PROCESS_RELOAD);
        reloading->changed_at = reloading->answers + 1;
        reloading->changed_ns = clock_monotonic_ns();
    }
}

static void see_answer(void *context, size_t request, struct str body)
{
    struct reloading *reloading = context;

    (void)request;
    reloading->answers++;
    if (reloading->changed_at != 0 && reloading->served_at == 0 &&
        str_find(body, reloading->release) < body.len) {
        reloading->served_at = reloading->answers;
        reloading->served_ns = clock_monotonic_ns();
    }
}

/* The slowest of the answers numbered from..to. */
static int64_t slowest(const struct load_result *result, size_t from, size_t to)
{
    int64_t ns = 0;

    for (size_t i = from; i < to && i < result->answered; i++) {
        ns = result->times_ns[i] > ns ? result->times_ns[i] : ns;
    }
    return ns;
}

static int report_reload(struct serving_bench *bench, const struct reloading *reloading,
                         const struct load_result *result)
{
    struct bench_report *report = bench->report;
    size_t until = reloading->served_at + SETTLE_ANSWERS;

    if (reloading->served_at == 0) {
        return err_set(&bench->err, ERR_TIMEOUT, "the changed release did not serve");
    }
    bench_row(report, STR("reload under load"));
    bench_count(report, "connections", LOAD_CONNECTIONS);
    bench_count(report, "answered", (int64_t)result->answered);
    bench_count(report, "dropped", (int64_t)(result->wrong + result->lost));
    add_ms(report, "served_after_ms", reloading->served_ns - reloading->changed_ns);
    add_ms(report, "slowest_before_ms", slowest(result, 0, reloading->changed_at));
    add_ms(report, "slowest_while_ms", slowest(result, reloading->changed_at, until));
    add_ms(report, "slowest_after_ms", slowest(result, until, result->answered));
    return 0;
}

static int load_and_change(struct reloading *reloading)
{
    struct serving_bench *bench = reloading->bench;
    struct load load = load_for(bench, LOAD_CONNECTIONS);
    struct load_result result;

    load.duration_ns *= 3;
    load.at_ns = load.duration_ns / 3;
    load.on_time = change_now;
    load.on_answer = see_answer;
    load.context = reloading;
    if (run_load(bench, reloading->server, &load, &result) != 0) {
        return -1;
    }
    return report_reload(bench, reloading, &result);
}

/* A copy of the bot is served; of a second copy with one page more the release is built
 * before, so that the bench sees the change of releases and not the training. */
static int measure_reload(struct serving_bench *bench)
{
    struct str cache = load_cache_folder(bench->arena);
    struct reloading reloading = { .bench = bench };
    struct bench_server server;
    struct built built;
    int status;

    if (cache.at == NULL) {
        return err_set(&bench->err, ERR_CONFIG,
                       "no cache folder can be made: set HOME or XDG_CACHE_HOME");
    }
    if (bench_copies_make(&reloading.copies, str_from(bench->bot),
                          file_join(bench->arena, cache, STR("bench-reload")),
                          bench->arena, &bench->err) != 0) {
        return -1;
    }
    status = load_build(&built, bench->invocation, reloading.copies.changed.at, NULL,
                        true, bench->arena);
    if (status != EXIT_DONE) {
        return err_set(&bench->err, ERR_CONFIG, "the changed bot does not build");
    }
    reloading.release = built.id;
    if (bench_server_start_own(&server, reloading.copies.served.at, bench->arena,
                               &bench->err) != 0) {
        return -1;
    }
    reloading.server = &server;
    status = ask(bench, &server, REQUESTS_FIRST) != 0 || load_and_change(&reloading) != 0;
    bench_server_stop(&server);
    return status == 0 ? 0 : -1;
}

static int measure_one_server(struct serving_bench *bench)
{
    struct bench_server server;
    int failed;

    if (bench_server_start_own(&server, bench->bot, bench->arena, &bench->err) != 0) {
        return -1;
    }
    failed = measure_memory(bench, &server) != 0 || measure_rate(bench, &server) != 0 ||
             measure_idle(bench, &server) != 0;
    bench_server_stop(&server);
    return failed ? -1 : 0;
}

static void report_program(struct serving_bench *bench)
{
    struct file_map map;

    if (file_map_open(&map, "/proc/self/exe", &bench->err) == 0) {
        bench_row(bench->report, STR("program"));
        add_mib(bench->report, "mib", (int64_t)map.content.len / 1024);
        file_map_close(&map);
    }
}

int bench_serve(struct bench_report *report, const struct invocation *invocation)
{
    struct serving_bench bench = { .report = report,
                                   .invocation = invocation,
                                   .arena = report->arena,
                                   .bot = option_value(invocation, "bot") };
    int status;

    bench.bot = bench.bot == NULL ? "bots/acme" : bench.bot;
    bench.second_ns = bench_second_ns(invocation);
    (void)raise_descriptor_limit();
    status = read_requests(&bench);
    if (status != EXIT_DONE) {
        return status;
    }
    if (measure_start(&bench) != 0 || measure_one_server(&bench) != 0 ||
        measure_reload(&bench) != 0) {
        return command_fail(invocation, "%s", bench.err.text);
    }
    report_program(&bench);
    return EXIT_DONE;
}
