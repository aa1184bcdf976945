/* bench_versus.h - this program's server against peers, under the same loads.
 *
 * All servers run at once; one at a time is loaded, in turns (A B C, A B C ...), so that
 * what a noisy machine does hits all of them.  Each is told its own mistakes: the answers
 * are collected first, and under load every answer must hold what it held then.
 *
 * Processor time is that of the server's whole process, in the kernel too, with all its
 * threads and children.  Figures are medians of the rounds.
 *
 * Thread: the main thread.
 * Memory: in the report's arena; versus_stop() ends the servers.
 */
#ifndef CLI_BENCH_VERSUS_H
#define CLI_BENCH_VERSUS_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "cli/bench_report.h"
#include "cli/bench_server.h"
#include "cli/load_generator.h"

struct err;
struct invocation;
struct json;

enum { VERSUS_SERVERS_MAX = 5, VERSUS_LOADS = 3, VERSUS_ROUNDS = 5 };

struct versus_figures {
    int64_t cpu_ns; /* of one request */
    int64_t rate;   /* answers a second, millionths */
    int64_t p50_ns;
    int64_t p99_ns;
};

struct versus_server {
    struct bench_server server;
    const struct json **answers; /* by request, as collected */
    struct load_request *requests;
    struct versus_figures rounds[VERSUS_LOADS][VERSUS_ROUNDS];
    struct versus_figures medians[VERSUS_LOADS];
    int64_t accuracy; /* millionths; the bench's to fill */
};

struct versus {
    struct bench_report *report;
    const struct invocation *invocation;
    const char *path; /* of the URL */
    const struct str *texts;
    size_t text_count;
    const char *checked; /* a member of every answer that must stay the same under load */
    struct versus_server servers[VERSUS_SERVERS_MAX]; /* the first is ours */
    size_t server_count;
};

/* Ours for the bot, the peers of this name ("understand") for what they learn from. */
int versus_start(struct versus *versus, const char *bot, const char *name,
                 const char *learned, struct err *err) MUST_USE;
void versus_stop(struct versus *versus);

/* Every text once to every server; then under 1, 16 and 64 connections, and the rows. */
int versus_collect(struct versus *versus, struct err *err) MUST_USE;
int versus_measure(struct versus *versus, struct err *err) MUST_USE;
void versus_report(const struct versus *versus);

#endif
