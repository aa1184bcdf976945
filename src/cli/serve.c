/* serve.c - usher serve: bots over HTTP, until a signal ends it.
 *
 * The main thread runs the loop: it loads bots, watches their folders, ends what is late
 * and drains.  Requests are the pool threads' (http/server.h).
 */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/bot.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/serve_options.h"
#include "cli/serve_tell.h"
#include "cli/version.h"
#include "http/app.h"
#include "http/openapi.h"
#include "http/scratch.h"
#include "http/server.h"
#include "loop/loop.h"
#include "os/clock.h"
#include "os/listen.h"
#include "os/notify.h"
#include "rollout/generation.h"
#include "rollout/reload.h"
#include "rollout/served.h"
#include "telemetry/metrics.h"

enum { PROGRAM_ARENA_BYTES = 4 << 20, READY_BYTES_MAX = 64 << 10, LOOK_MS = 1000 };

#define OWN_PROGRAM "/proc/self/exe"
#define NS_PER_MS   INT64_C(1000000)

struct serve {
    const struct invocation *invocation;
    struct serve_options options;
    struct arena *arena;
    struct app app;
    struct loop *loop;
    struct reloader *reloader;
    struct teller *teller;
    struct server *server; /* NULL until every bot was loaded once */
    int listen_fd;         /* the server's once it runs */
    size_t outcome_count;  /* of first loads */
    int64_t looked_ms;
    int64_t drain_end_ms; /* 0: not draining */
    bool has_ended;       /* with this status: */
    int status;
};

static int64_t now_ms(void)
{
    return clock_monotonic_ns() / NS_PER_MS;
}

static void end_with(struct serve *serve, int status)
{
    serve->has_ended = true;
    serve->status = status;
    loop_stop(serve->loop);
}

static void print_ready(struct serve *serve, struct str url)
{
    struct generation *generation = serving_take(serve->app.serving);
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, serve->arena, READY_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("url"));
    json_add_str(&writer, url);
    json_key(&writer, STR("bots"));
    json_open_array(&writer);
    for (size_t i = 0; i < generation_count(generation); i++) {
        const struct served *served = generation_at(generation, i);

        json_open_object(&writer);
        json_key(&writer, STR("name"));
        json_add_str(&writer, served_name(served));
        json_key(&writer, STR("release"));
        json_add_str(&writer, served_bot(served)->id);
        json_close_object(&writer);
    }
    json_close_array(&writer);
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
    fflush(stdout);
    serving_give(serve->app.serving, &generation);
}

static void say_ready(struct serve *serve, int listen_fd)
{
    struct listen_address address;
    char where[LISTEN_TEXT_MAX];
    struct str url;
    struct err err;

    if (listen_address_of(&address, listen_fd, &err) != 0) {
        address = serve->options.address;
    }
    (void)listen_format(&address, where);
    url = str_format(serve->arena, "http://%s", where);
    if (serve->invocation->json) {
        print_ready(serve, url);
    }
    tell_ready(serve->teller, url);
}

/* Every bot has been loaded: from now on requests are welcome. */
static void start_server(struct serve *serve)
{
    int listen_fd = serve->listen_fd;
    struct err err;

    if (server_start(&serve->server, &serve->app, serve->listen_fd,
                     serve->options.thread_count, &err) != 0) {
        end_with(serve, command_fail(serve->invocation, "%s", err.text));
        return;
    }
    serve->listen_fd = -1;
    say_ready(serve, listen_fd);
}

static void on_outcome(void *context, const struct reload_outcome *outcome)
{
    struct serve *serve = context;

    if (serve->has_ended) { /* of a build that was broken off for that */
        return;
    }
    tell_outcome(serve->teller, outcome, serve->server == NULL);
    if (serve->server != NULL) {
        return;
    }
    if (outcome->has_failed) {
        end_with(serve, EXIT_FAILED);
    } else if (++serve->outcome_count == serve->invocation->operand_count) {
        start_server(serve);
    }
}

static void on_hang_up(void *context)
{
    struct serve *serve = context;

    if (serve->server != NULL && serve->drain_end_ms == 0) {
        tell_reloading(serve->teller);
        reloader_load_all(serve->reloader);
    }
}

/* The first time: no new connections, and an end when the last answer is out; the second
 * time at once. */
static void on_end(void *context)
{
    struct serve *serve = context;

    if (serve->server == NULL || serve->drain_end_ms != 0) {
        end_with(serve, EXIT_DONE);
        return;
    }
    tell_stopping(serve->teller);
    server_drain(serve->server);
    serve->drain_end_ms = now_ms() + serve->options.drain_ms_max;
}

static void on_tick(void *context)
{
    struct serve *serve = context;
    int64_t now = now_ms();

    tell_alive(serve->teller, now);
    serving_reap(serve->app.serving);
    if (serve->server == NULL) {
        return;
    }
    server_sweep(serve->server);
    if (serve->drain_end_ms != 0) {
        if (server_connection_count(serve->server) == 0 || now >= serve->drain_end_ms) {
            end_with(serve, EXIT_DONE);
        }
    } else if (now - serve->looked_ms >= LOOK_MS) {
        serve->looked_ms = now;
        reloader_look(serve->reloader);
    }
    if (!reloader_is_busy(serve->reloader)) {
        tell_reloaded(serve->teller);
    }
}

static int open_loop(struct serve *serve, struct err *err)
{
    if (loop_open(&serve->loop, err) != 0) {
        return -1;
    }
    return loop_on_signal(serve->loop, SIGTERM, on_end, serve, err) != 0 ||
                   loop_on_signal(serve->loop, SIGINT, on_end, serve, err) != 0 ||
                   loop_on_signal(serve->loop, SIGHUP, on_hang_up, serve, err) != 0 ||
                   loop_every(serve->loop, SWEEP_MS, on_tick, serve, err) != 0
               ? -1
               : 0;
}

/* The service manager's socket, or our own. */
static int open_listener(struct serve *serve, struct err *err)
{
    int found = notify_find_listener(&serve->listen_fd, err);

    if (found < 0) {
        return -1;
    }
    if (found == 1 &&
        listen_address_of(&serve->options.address, serve->listen_fd, err) != 0) {
        return -1;
    }
    if (!serve->options.address.is_loopback && serve->options.keys.count == 0) {
        return err_set(err, ERR_CONFIG,
                       "others than this machine can reach %s, so a key is needed: "
                       "--key-file FILE",
                       serve->options.address.host);
    }
    return found == 1 ? 0 : listen_open(&serve->listen_fd, &serve->options.address, err);
}

static void set_up_app(struct serve *serve)
{
    serve->app = (struct app){
        .serving = serving_new(),
        .scratches = scratch_pool_new(serve->options.thread_count),
        .metrics = metrics_new(STR(USHER_VERSION), STR(USHER_COMPILER)),
        .keys = serve->options.keys,
        .limits = serve->options.limits,
        .openapi = openapi_document(STR(USHER_VERSION), serve->arena),
        .is_local_only =
            serve->options.address.is_loopback && serve->options.keys.count == 0,
    };
    serve->teller = teller_new(serve->options.log_style, serve->app.metrics);
}

static void run(struct serve *serve)
{
    const struct reload_options options = {
        .program = OWN_PROGRAM,
        .paths = serve->invocation->operands,
        .path_count = serve->invocation->operand_count,
        .seat_count = serve->options.thread_count,
        .on_outcome = on_outcome,
        .context = serve,
    };

    serve->reloader = reloader_new(serve->loop, serve->app.serving, &options);
    reloader_load_all(serve->reloader);
    loop_run(serve->loop);
    if (serve->server != NULL) {
        tell_stopped(serve->teller, server_request_count(serve->server));
    }
    server_stop(&serve->server);
    loop_close(&serve->loop);
    reloader_free(&serve->reloader);
}

static void tear_down(struct serve *serve)
{
    if (serve->listen_fd >= 0) {
        listen_close(serve->listen_fd);
    }
    loop_close(&serve->loop);
    scratch_pool_free(&serve->app.scratches);
    serving_free(&serve->app.serving);
    teller_free(&serve->teller);
    metrics_free(&serve->app.metrics);
    arena_free(&serve->arena);
}

static int serve_run(const struct invocation *invocation)
{
    struct serve serve = { .invocation = invocation, .listen_fd = -1 };
    int status = serve_options_read(&serve.options, invocation);
    struct err err;

    if (status != EXIT_DONE) {
        return status;
    }
    (void)signal(SIGPIPE, SIG_IGN);
    (void)raise_descriptor_limit();
    serve.arena = arena_new(PROGRAM_ARENA_BYTES);
    if (open_listener(&serve, &err) != 0 || open_loop(&serve, &err) != 0) {
        serve.status = command_fail(invocation, "%s%s", err.text,
                                    err.reason == ERR_CONFLICT /* the port is taken */
                                        ? "; choose another with --listen"
                                        : "");
    } else {
        set_up_app(&serve);
        run(&serve);
    }
    tear_down(&serve);
    return serve.status;
}

const struct command command_serve = {
    .name = "serve",
    .operands = "BOT...",
    .summary = "answer over HTTP, with a page to try it",
    .description =
        "Serves bots, folders or release files, the first one as the default.  POST "
        "/v1/triage\ndecides a message; /openapi.json lists the rest; / is a page.  A "
        "folder that changes is\nloaded again, also at SIGHUP, without dropping a "
        "request; a broken one is told and the\nrelease before serves on.  SIGTERM ends "
        "when the last answer is out.  Beyond this\nmachine it listens only with a key.",
    .example = "usher serve bots/acme",
    .options = serve_option_table,
    .operands_min = 1,
    .operands_max = OPERANDS_MAX,
    .run = serve_run,
};
