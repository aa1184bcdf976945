/* serve_options.c - the options of usher serve. */

#include "cli/serve_options.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "http/server.h"
#include "os/file.h"
#include "os/machine.h"

#define DEFAULT_LISTEN    "127.0.0.1:8080"
#define CREDENTIAL_NAME   "usher.key" /* in systemd's $CREDENTIALS_DIRECTORY */
#define DEFAULT_DRAIN_MS  20000
#define MS_PER_SECOND     1000
#define SECONDS_MAX       86400
#define CONNECTIONS_LIMIT 1000000
#define MEBIBYTE          (1 << 20)
#define MEMORY_MIB_LIMIT  (1 << 20)
#define BATCH_ROWS_LIMIT  10000000

const struct option serve_option_table[] = {
    { "listen", "ADDRESS:PORT",
      "where to listen (127.0.0.1:8080); *:PORT for everywhere" },
    { "key-file", "FILE", "clients must know one of its keys, one a line" },
    { "threads", "N", "threads that answer (as many as there are cores)" },
    { "connections", "N", "connections at a time (12000)" },
    { "connections-per-address", "N", "of them from one address (12000)" },
    { "body-max", "BYTES", "of a body, or of a line of a batch (262144)" },
    { "batch-max", "N", "lines of a batch (10000)" },
    { "memory-max", "MIB", "of bodies and batch answers held at a time (128)" },
    { "request-timeout", "SECONDS",
      "for a request and its answer (30); a batch: ten times" },
    { "idle-timeout", "SECONDS", "for a connection without a request (60)" },
    { "drain-timeout", "SECONDS", "for the last answers after SIGTERM (20)" },
    { "log", "FORMAT",
      "of what is told: text (with the journal's priorities there), or json" },
    { NULL, NULL, NULL },
};

/* A whole number from 1 to max, times factor; left alone where it was not given. */
static int read_number(const struct invocation *invocation, const char *name, int64_t max,
                       int64_t factor, int64_t *number)
{
    const char *text = option_value(invocation, name);
    int64_t value;

    if (text == NULL) {
        return EXIT_DONE;
    }
    if (!str_to_int64(str_from(text), &value) || value < 1 || value > max) {
        return command_misuse(invocation, "--%s wants a whole number from 1 to %lld",
                              name, (long long)max);
    }
    *number = value * factor;
    return EXIT_DONE;
}

static int read_size(const struct invocation *invocation, const char *name, int64_t max,
                     int64_t factor, size_t *size)
{
    int64_t number = (int64_t)*size;
    int status = read_number(invocation, name, max, factor, &number);

    *size = (size_t)number;
    return status;
}

static int read_limits(struct serve_options *options, const struct invocation *invocation)
{
    struct http_limits *limits = &options->limits;
    const struct {
        const char *name;
        int64_t max;
        int64_t factor;
        size_t *size;
    } sizes[] = {
        { "threads", THREADS_MAX, 1, &options->thread_count },
        { "connections", CONNECTIONS_LIMIT, 1, &limits->connections_max },
        { "connections-per-address", CONNECTIONS_LIMIT, 1,
          &limits->connections_per_address_max },
        { "body-max", BODY_BYTES_LIMIT, 1, &limits->body_bytes_max },
        { "batch-max", BATCH_ROWS_LIMIT, 1, &limits->batch_rows_max },
        { "memory-max", MEMORY_MIB_LIMIT, MEBIBYTE, &limits->memory_bytes_max },
    };
    const struct {
        const char *name;
        int64_t *ms;
    } times[] = {
        { "request-timeout", &limits->request_ms_max },
        { "idle-timeout", &limits->idle_ms_max },
        { "drain-timeout", &options->drain_ms_max },
    };
    int status = EXIT_DONE;

    for (size_t i = 0; i < COUNT_OF(sizes) && status == EXIT_DONE; i++) {
        status = read_size(invocation, sizes[i].name, sizes[i].max, sizes[i].factor,
                           sizes[i].size);
    }
    for (size_t i = 0; i < COUNT_OF(times) && status == EXIT_DONE; i++) {
        status = read_number(invocation, times[i].name, SECONDS_MAX, MS_PER_SECOND,
                             times[i].ms);
    }
    return status;
}

/* --key-file, else $USHER_KEY_FILE, else the service manager's credential. */
static struct str key_path(const struct invocation *invocation, struct arena *arena)
{
    const char *given = option_value(invocation, "key-file");
    const char *credentials = getenv("CREDENTIALS_DIRECTORY");
    struct str path;

    if (given == NULL) {
        given = getenv("USHER_KEY_FILE");
    }
    if (given != NULL) {
        return str_from(given);
    }
    if (credentials == NULL) {
        return STR("");
    }
    path = str_format(arena, "%s/" CREDENTIAL_NAME, credentials);
    return file_exists(path.at) ? path : STR("");
}

static int read_keys(struct serve_options *options, const struct invocation *invocation)
{
    struct arena *arena = arena_new(KEYS_FILE_BYTES_MAX * 4);
    struct str path = key_path(invocation, arena);
    int status = EXIT_DONE;
    struct str text;
    struct err err;

    if (path.len != 0) {
        if (file_read(&text, arena, path.at, KEYS_FILE_BYTES_MAX, &err) != 0) {
            status = command_fail(invocation, "%s", err.text);
        } else if (keys_read(&options->keys, text, &err) != 0) {
            status = command_fail(invocation, "%s: %s", path.at, err.text);
        }
    }
    arena_free(&arena);
    return status;
}

static int read_log_style(struct serve_options *options,
                          const struct invocation *invocation)
{
    struct str format = str_from(option_value(invocation, "log"));

    options->log_style =
        str_equal(format, STR("json")) ? LOG_AS_JSON : log_style_of_standard_error();
    if (format.len != 0 && !str_equal(format, STR("json")) &&
        !str_equal(format, STR("text"))) {
        return command_misuse(invocation, "--log wants text or json");
    }
    return EXIT_DONE;
}

int serve_options_read(struct serve_options *options_out,
                       const struct invocation *invocation)
{
    const char *listen = option_value(invocation, "listen");
    struct serve_options options = {
        .limits = HTTP_LIMITS_DEFAULT,
        .drain_ms_max = DEFAULT_DRAIN_MS,
    };
    long cores = machine_cores();
    struct err err;
    int status;

    options.thread_count = cores < 1             ? 1
                           : cores > THREADS_MAX ? THREADS_MAX
                                                 : (size_t)cores;
    if (listen_parse(&options.address, str_from(listen == NULL ? DEFAULT_LISTEN : listen),
                     &err) != 0) {
        return command_misuse(invocation, "%s", err.text);
    }
    status = read_limits(&options, invocation);
    if (status == EXIT_DONE) {
        status = read_log_style(&options, invocation);
    }
    if (status == EXIT_DONE) {
        status = read_keys(&options, invocation);
    }
    if (status == EXIT_DONE) {
        *options_out = options;
    }
    return status;
}
