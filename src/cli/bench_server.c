/* bench_server.c - start, ask, charge, stop. */

#include "cli/bench_server.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "os/machine.h"

enum { STOP_TIMEOUT_MS = 10000, BODY_BYTES_MAX = 1 << 20 };

/* The first core is the load's, the last one the servers'. */
static int server_core(void)
{
    return machine_cores() > 1 ? (int)machine_cores() - 1 : MACHINE_CORE_ANY;
}

static int read_hello(struct bench_server *server, struct arena *arena, struct err *err)
{
    struct str url = STR("http://127.0.0.1:");
    struct str line;
    const struct json *said;
    int64_t port;

    if (process_read_line(&server->process, &line, arena, BENCH_START_TIMEOUT_MS, err) !=
        0) {
        return -1;
    }
    if (json_parse(&server->hello, arena, line, JSON_LIMITS_DEFAULT, NULL, err) != 0) {
        return err_wrap(err, "its first line");
    }
    said = json_find(server->hello, STR("url"));
    if (said == NULL || said->kind != JSON_STRING || !str_starts_with(said->text, url) ||
        !str_to_int64(str_slice(said->text, url.len, said->text.len), &port) ||
        port < 1 || port > UINT16_MAX) {
        return err_set(err, ERR_CORRUPT, "its first line has no \"url\" of 127.0.0.1");
    }
    server->port = (uint16_t)port;
    return 0;
}

int bench_server_start(struct bench_server *server_out, struct str name,
                       const char *const *words, struct arena *arena, struct err *err)
{
    struct bench_server server = { .name = str_copy(arena, name) };

    if (process_start(&server.process, words, server_core(), err) != 0 ||
        read_hello(&server, arena, err) != 0) {
        bench_server_stop(&server);
        return err_wrap(err, "%.*s", STR_ARG(name));
    }
    if (machine_cores() > 1) {
        machine_stay_on_core(0);
    }
    *server_out = server;
    return 0;
}

int bench_server_start_own(struct bench_server *server_out, const char *bot,
                           struct arena *arena, struct err *err)
{
    const char *words[] = { "/proc/self/exe", "serve",  bot, "--listen",
                            "127.0.0.1:0",    "--json", NULL };

    return bench_server_start(server_out, STR("usher"), words, arena, err);
}

void bench_server_stop(struct bench_server *server)
{
    (void)process_stop(&server->process, STOP_TIMEOUT_MS);
}

int bench_server_load(struct load_result *result_out, int64_t *cpu_ns_out,
                      const struct bench_server *server, const struct load *load,
                      struct arena *arena, struct err *err)
{
    struct process_usage before;
    struct process_usage after;
    struct load own = *load;

    own.port = server->port;
    own.stays_awake = machine_cores() > 1;
    if (process_usage_read(&before, &server->process, err) != 0 ||
        load_run(result_out, arena, &own, err) != 0 ||
        process_usage_read(&after, &server->process, err) != 0) {
        return err_wrap(err, "%.*s", STR_ARG(server->name));
    }
    *cpu_ns_out = after.cpu_ns - before.cpu_ns;
    return 0;
}

struct str bench_request(struct arena *arena, const char *path, struct str body)
{
    return str_format(arena,
                      "POST %s HTTP/1.1\r\n"
                      "Host: 127.0.0.1\r\n"
                      "User-Agent: usher-bench\r\n"
                      "Accept: */*\r\n"
                      "Content-Type: application/json\r\n"
                      "Content-Length: %zu\r\n\r\n%.*s",
                      path, body.len, STR_ARG(body));
}

struct str bench_ticket_body(struct arena *arena, size_t number, struct str text)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, BODY_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("id"));
    json_add_str(&writer, str_format(arena, "%zu", number));
    json_key(&writer, STR("text"));
    json_add_str(&writer, text);
    json_key(&writer, STR("metadata"));
    json_open_object(&writer);
    json_close_object(&writer);
    json_close_object(&writer);
    return buf_str(&buf);
}
