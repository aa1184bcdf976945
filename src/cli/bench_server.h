/* bench_server.h - a server that a bench starts: this program's own, or a peer.
 *
 * Both say where they listen with one JSON line {"url": "http://127.0.0.1:PORT", ...}.
 * The server and the load run on cores of their own where there are two, the same for
 * every server.
 *
 * Thread: the main thread.
 * Memory: texts in the given arena; bench_server_stop() ends the process.
 */
#ifndef CLI_BENCH_SERVER_H
#define CLI_BENCH_SERVER_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "cli/load_generator.h"
#include "os/process.h"

struct arena;
struct err;
struct json; /* base/json.h */

struct bench_server {
    struct str name;
    struct process process;
    uint16_t port;
    const struct json *hello; /* the line it said */
};

enum { BENCH_START_TIMEOUT_MS = 600000 };

/* words as for process_start(); waits until it says that it listens. */
int bench_server_start(struct bench_server *server_out, struct str name,
                       const char *const *words, struct arena *arena,
                       struct err *err) MUST_USE;

/* This program's server, for a bot folder or a release. */
int bench_server_start_own(struct bench_server *server_out, const char *bot,
                           struct arena *arena, struct err *err) MUST_USE;

void bench_server_stop(struct bench_server *server); /* accepts a zeroed one */

/* A load and what it cost the server; err names the server. */
int bench_server_load(struct load_result *result_out, int64_t *cpu_ns_out,
                      const struct bench_server *server, const struct load *load,
                      struct arena *arena, struct err *err) MUST_USE;

/* POST path with that JSON body, head and all. */
struct str bench_request(struct arena *arena, const char *path, struct str body);

/* {"id": "1", "text": text, "metadata": {}} */
struct str bench_ticket_body(struct arena *arena, size_t number, struct str text);

#endif
