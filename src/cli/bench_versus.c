/* bench_versus.c - start, collect, take turns, compare. */

#include "cli/bench_versus.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "cli/bench.h"
#include "cli/command.h"
#include "cli/spread.h"
#include "os/file.h"

enum { ANSWERS_MAX = 100000 };

static const size_t connection_counts[VERSUS_LOADS] = { 1, 16, 64 };

static const char *peers_folder(const struct versus *versus)
{
    const char *folder = option_value(versus->invocation, "peers");

    return folder == NULL ? "bench/peer" : folder;
}

/* Kind "newest" or "debian12": the pinned versions, see bench/peer/install. */
static int start_peer(struct versus *versus, const char *name, const char *variant,
                      const char *learned, const char *kind, struct err *err)
{
    struct arena *arena = versus->report->arena;
    struct str program = str_format(arena, "%s/serve", peers_folder(versus));
    struct str service = str_format(arena, "%s_%s", name, variant);
    const char *words[] = { program.at, service.at, learned, kind, NULL };
    struct str shown = str_equal(str_from(kind), STR("newest"))
                           ? str_from(variant)
                           : str_format(arena, "%s, %s", variant, kind);

    assert(versus->server_count < VERSUS_SERVERS_MAX);
    if (bench_server_start(&versus->servers[versus->server_count].server, shown, words,
                           arena, err) != 0) {
        return -1;
    }
    versus->server_count++;
    return 0;
}

static bool has_old_versions(const struct versus *versus)
{
    return file_exists(str_format(versus->report->arena,
                                  "%s/../../build-peer/debian12/installed",
                                  peers_folder(versus))
                           .at);
}

int versus_start(struct versus *versus, const char *bot, const char *name,
                 const char *learned, struct err *err)
{
    if (!file_exists(
            str_format(versus->report->arena, "%s/serve", peers_folder(versus)).at)) {
        return err_set(err, ERR_NOT_FOUND,
                       "no peers in %s: run this in the project's folder, or give theirs "
                       "with --peers",
                       peers_folder(versus));
    }
    if (start_peer(versus, name, "usual", learned, "newest", err) != 0 ||
        start_peer(versus, name, "tuned", learned, "newest", err) != 0) {
        return -1;
    }
    if (has_old_versions(versus) &&
        (start_peer(versus, name, "usual", learned, "debian12", err) != 0 ||
         start_peer(versus, name, "tuned", learned, "debian12", err) != 0)) {
        return -1;
    }
    return bench_server_start_own(&versus->servers[0].server, bot, versus->report->arena,
                                  err);
}

void versus_stop(struct versus *versus)
{
    for (size_t i = 0; i < VERSUS_SERVERS_MAX; i++) {
        bench_server_stop(&versus->servers[i].server);
    }
}

struct collecting {
    struct versus_server *server;
    struct arena *arena;
    struct err err;
    bool has_failed;
};

static void take_answer(void *context, size_t request, struct str body)
{
    struct collecting *collecting = context;
    struct str copy = str_copy(collecting->arena, body);

    if (json_parse(&collecting->server->answers[request], collecting->arena, copy,
                   JSON_LIMITS_DEFAULT, NULL, &collecting->err) != 0) {
        collecting->has_failed = true;
    }
}

/* "member":"value" or the whole object's beginning, as every server here writes it. */
static struct str expected_of(const struct versus *versus, const struct json *answer)
{
    const struct json *value = json_find(answer, str_from(versus->checked));
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, versus->report->arena, LOAD_ANSWER_BYTES_MAX);
    writer = json_writer_to(&buf);
    if (value != NULL) {
        json_key(&writer, str_from(versus->checked));
        json_add_value(&writer, value);
    }
    return buf_str(&buf);
}

static int collect(struct versus *versus, struct versus_server *server, struct err *err)
{
    struct arena *arena = versus->report->arena;
    struct collecting collecting = { .server = server, .arena = arena };
    struct load load = { .requests = server->requests,
                         .request_count = versus->text_count,
                         .connections = 1,
                         .duration_ns = INT64_MAX,
                         .request_max = versus->text_count,
                         .on_answer = take_answer,
                         .context = &collecting };
    struct load_result result;
    int64_t cpu_ns;

    if (bench_server_load(&result, &cpu_ns, &server->server, &load, arena, err) != 0) {
        return -1;
    }
    if (collecting.has_failed) {
        *err = collecting.err;
        return err_wrap(err, "%.*s: an answer", STR_ARG(server->server.name));
    }
    if (result.answered != versus->text_count) {
        return err_set(err, ERR_CORRUPT, "%.*s: %zu of %zu requests failed: %.*s",
                       STR_ARG(server->server.name), versus->text_count - result.answered,
                       versus->text_count, STR_ARG(result.mistake));
    }
    for (size_t i = 0; i < versus->text_count; i++) {
        server->requests[i].expected = expected_of(versus, server->answers[i]);
    }
    return 0;
}

int versus_collect(struct versus *versus, struct err *err)
{
    struct arena *arena = versus->report->arena;

    assert(versus->text_count > 0 && versus->text_count <= ANSWERS_MAX);
    for (size_t s = 0; s < versus->server_count; s++) {
        struct versus_server *server = &versus->servers[s];

        server->requests =
            arena_array(arena, versus->text_count, sizeof *server->requests);
        server->answers = arena_array(arena, versus->text_count, sizeof *server->answers);
        for (size_t i = 0; i < versus->text_count; i++) {
            server->requests[i].bytes = bench_request(
                arena, versus->path, bench_ticket_body(arena, i + 1, versus->texts[i]));
        }
        if (collect(versus, server, err) != 0) {
            return -1;
        }
    }
    return 0;
}

static int measure(struct versus *versus, struct versus_server *server,
                   size_t connections, struct versus_figures *figures_out,
                   struct err *err)
{
    struct arena *arena = versus->report->arena;
    struct arena_mark mark = arena_mark(arena);
    struct load load = { .requests = server->requests,
                         .request_count = versus->text_count,
                         .connections = connections,
                         .duration_ns = bench_second_ns(versus->invocation) };
    struct load_result result;
    int64_t cpu_ns;

    if (bench_server_load(&result, &cpu_ns, &server->server, &load, arena, err) != 0) {
        return -1;
    }
    if (result.wrong + result.lost > 0 || result.answered == 0) {
        return err_set(err, ERR_CORRUPT,
                       "%.*s: %zu answers were right, %zu wrong, %zu lost: %.*s",
                       STR_ARG(server->server.name), result.answered, result.wrong,
                       result.lost, STR_ARG(result.mistake));
    }
    spread_sort(result.times_ns, result.answered);
    *figures_out = (struct versus_figures){
        .cpu_ns = cpu_ns / (int64_t)result.answered,
        .rate = bench_quotient((int64_t)result.answered * 1000000, result.wall_ns / 1000),
        .p50_ns = spread_at(result.times_ns, result.answered, 500),
        .p99_ns = spread_at(result.times_ns, result.answered, 990),
    };
    arena_reset(arena, mark);
    return 0;
}

/* The median of each figure by itself. */
static struct versus_figures median_of(const struct versus_figures *rounds)
{
    int64_t cpu[VERSUS_ROUNDS];
    int64_t rate[VERSUS_ROUNDS];
    int64_t p50[VERSUS_ROUNDS];
    int64_t p99[VERSUS_ROUNDS];

    for (size_t i = 0; i < VERSUS_ROUNDS; i++) {
        cpu[i] = rounds[i].cpu_ns;
        rate[i] = rounds[i].rate;
        p50[i] = rounds[i].p50_ns;
        p99[i] = rounds[i].p99_ns;
    }
    return (struct versus_figures){ spread_median(cpu, VERSUS_ROUNDS),
                                    spread_median(rate, VERSUS_ROUNDS),
                                    spread_median(p50, VERSUS_ROUNDS),
                                    spread_median(p99, VERSUS_ROUNDS) };
}

int versus_measure(struct versus *versus, struct err *err)
{
    for (size_t l = 0; l < VERSUS_LOADS; l++) {
        for (size_t round = 0; round < VERSUS_ROUNDS; round++) {
            for (size_t s = 0; s < versus->server_count; s++) {
                struct versus_server *server = &versus->servers[s];

                if (measure(versus, server, connection_counts[l],
                            &server->rounds[l][round], err) != 0) {
                    return -1;
                }
            }
        }
        for (size_t s = 0; s < versus->server_count; s++) {
            versus->servers[s].medians[l] = median_of(versus->servers[s].rounds[l]);
        }
    }
    return 0;
}

/* The versions that a peer told when it started. */
static void report_versions(struct bench_report *report,
                            const struct versus_server *server)
{
    const struct json *versions = json_find(server->server.hello, STR("versions"));
    const struct json *item = versions == NULL ? NULL : versions->first;

    bench_row(report, str_format(report->arena, "versions of %.*s",
                                 STR_ARG(server->server.name)));
    for (; item != NULL; item = item->next) {
        bench_text(report, str_copy(report->arena, item->key).at, item->text);
    }
}

static void report_row(const struct versus *versus, size_t load,
                       const struct versus_server *peer)
{
    struct bench_report *report = versus->report;
    const struct versus_figures *own = &versus->servers[0].medians[load];
    const struct versus_figures *other = &peer->medians[load];

    bench_row(report,
              str_format(report->arena, "%zu connection%s, %.*s", connection_counts[load],
                         connection_counts[load] == 1 ? "" : "s",
                         STR_ARG(peer->server.name)));
    bench_text(report, "peer", peer->server.name);
    bench_count(report, "connections", (int64_t)connection_counts[load]);
    bench_micros(report, "accuracy", versus->servers[0].accuracy);
    bench_micros(report, "peer_accuracy", peer->accuracy);
    bench_micros(report, "cpu_us", own->cpu_ns * 1000);
    bench_micros(report, "peer_cpu_us", other->cpu_ns * 1000);
    bench_micros(report, "cpu_ratio", bench_quotient(other->cpu_ns, own->cpu_ns));
    bench_micros(report, "throughput", own->rate);
    bench_micros(report, "peer_throughput", other->rate);
    bench_micros(report, "throughput_ratio", bench_quotient(own->rate, other->rate));
    bench_micros(report, "p50_ms", own->p50_ns);
    bench_micros(report, "peer_p50_ms", other->p50_ns);
    bench_micros(report, "p99_ms", own->p99_ns);
    bench_micros(report, "peer_p99_ms", other->p99_ns);
}

static void report_ratios(const struct versus *versus, const struct versus_server *peer)
{
    struct bench_report *report = versus->report;
    struct arena *arena = report->arena;

    for (size_t l = 0; l < VERSUS_LOADS; l++) {
        const struct versus_figures *own = &versus->servers[0].medians[l];
        const struct versus_figures *other = &peer->medians[l];

        bench_ratio(report,
                    str_format(arena, "cpu_ratio, %zu, %.*s", connection_counts[l],
                               STR_ARG(peer->server.name))
                        .at,
                    bench_quotient(other->cpu_ns, own->cpu_ns));
        bench_ratio(report,
                    str_format(arena, "throughput_ratio, %zu, %.*s", connection_counts[l],
                               STR_ARG(peer->server.name))
                        .at,
                    bench_quotient(own->rate, other->rate));
    }
}

void versus_report(const struct versus *versus)
{
    struct bench_report *report = versus->report;

    for (size_t s = 1; s < versus->server_count; s++) {
        report_versions(report, &versus->servers[s]);
    }
    for (size_t l = 0; l < VERSUS_LOADS; l++) {
        for (size_t s = 1; s < versus->server_count; s++) {
            report_row(versus, l, &versus->servers[s]);
        }
    }
    bench_ratio(report, "accuracy", versus->servers[0].accuracy);
    bench_ratio(report, "peer_accuracy", versus->servers[1].accuracy);
    for (size_t s = 1; s < versus->server_count; s++) {
        report_ratios(versus, &versus->servers[s]);
    }
}
