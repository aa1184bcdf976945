/* load_generator.c - connections that take turns on one poller. */

#include "cli/load_generator.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "cli/answer_head.h"
#include "os/clock.h"
#include "os/dial.h"

enum { EVENTS_AT_ONCE = 128, LOST_MAX = 100, MISTAKE_SHOWN_BYTES = 160 };
#define PATIENCE_NS INT64_C(10000000000)

struct connection {
    int socket;
    bool is_open;
    bool is_asking;
    size_t request;
    size_t sent;
    int64_t since_ns; /* when the request was due */
    char *answer;
    size_t got;
    bool has_head;
    struct answer_head head;
};

struct generator {
    const struct load *load;
    struct load_result result;
    struct connection *connections;
    uint32_t *free; /* a stack of connections that ask nothing */
    size_t free_count;
    size_t asked;
    size_t request_max;
    int poller;
    int64_t start_ns;
    int64_t now_ns;
    int64_t heard_ns; /* when something last came */
    bool was_called;
    struct arena *arena;
    struct err *err;
};

static int connect_one(struct generator *generator, size_t i)
{
    struct connection *connection = &generator->connections[i];

    dial_close(&connection->socket);
    connection->is_open = false;
    connection->is_asking = false;
    if (dial(&connection->socket, generator->load->port, generator->err) != 0) {
        return -1;
    }
    return dial_watch(generator->poller, connection->socket, (uint32_t)i, generator->err);
}

static void set_free(struct generator *generator, size_t i)
{
    generator->connections[i].is_asking = false;
    generator->free[generator->free_count++] = (uint32_t)i;
}

/* The connection has ended: what it asked is lost, and another one takes its place. */
static int reconnect(struct generator *generator, size_t i)
{
    if (generator->connections[i].is_asking) {
        generator->result.lost++;
        set_free(generator, i);
    }
    if (generator->result.lost > LOST_MAX) {
        return err_set(generator->err, ERR_UNAVAILABLE,
                       "the server ended %d connections without an answer", LOST_MAX);
    }
    return connect_one(generator, i);
}

static int send_on(struct generator *generator, size_t i)
{
    struct connection *connection = &generator->connections[i];
    struct str bytes = generator->load->requests[connection->request].bytes;
    long sent;

    if (!connection->is_asking || connection->sent == bytes.len) {
        return 0;
    }
    sent = dial_send(connection->socket, bytes.at + connection->sent,
                     bytes.len - connection->sent);
    if (sent == DIAL_BROKEN) {
        return reconnect(generator, i);
    }
    connection->sent += sent > 0 ? (size_t)sent : 0;
    return 0;
}

static bool may_ask(const struct generator *generator)
{
    const struct load *load = generator->load;

    if (generator->asked >= generator->request_max) {
        return false;
    }
    return load->rate != 0 || generator->now_ns - generator->start_ns < load->duration_ns;
}

/* When the next request is due, in an open loop. */
static int64_t due_ns(const struct generator *generator)
{
    return generator->start_ns +
           (int64_t)generator->asked * INT64_C(1000000000) / generator->load->rate;
}

static int ask(struct generator *generator)
{
    size_t i = generator->free[--generator->free_count];
    struct connection *connection = &generator->connections[i];
    int64_t since_ns =
        generator->load->rate == 0 ? clock_monotonic_ns() : due_ns(generator);

    connection->is_asking = true;
    connection->request = generator->asked++ % generator->load->request_count;
    connection->sent = 0;
    connection->since_ns = since_ns;
    connection->got = 0;
    connection->has_head = false;
    return send_on(generator, i);
}

static void judge(struct generator *generator, const struct connection *connection)
{
    const struct load *load = generator->load;
    struct load_result *result = &generator->result;
    struct str expected = load->requests[connection->request].expected;
    struct str body = { connection->answer + connection->head.head_len,
                        connection->head.body_len };
    bool is_right = connection->head.status == 200 &&
                    (expected.len == 0 || str_find(body, expected) < body.len);

    if (connection->head.status == 200 && load->on_answer != NULL) {
        load->on_answer(load->context, connection->request, body);
    }
    if (is_right) {
        result->times_ns[result->answered++] =
            clock_monotonic_ns() - connection->since_ns;
    } else if (result->wrong++ == 0) {
        result->mistake =
            str_copy(generator->arena,
                     str_slice((struct str){ connection->answer, connection->got }, 0,
                               MISTAKE_SHOWN_BYTES));
    }
}

/* 1 where the answer is whole. */
static int read_head(struct generator *generator, struct connection *connection)
{
    struct str bytes = { connection->answer, connection->got };
    int whole = connection->has_head
                    ? 1
                    : answer_head_parse(&connection->head, bytes, generator->err);

    if (whole != 1) {
        return whole;
    }
    connection->has_head = true;
    if (connection->head.head_len + connection->head.body_len > LOAD_ANSWER_BYTES_MAX) {
        return err_set(generator->err, ERR_LIMIT, "an answer is over %d bytes",
                       LOAD_ANSWER_BYTES_MAX);
    }
    if (connection->got > connection->head.head_len + connection->head.body_len) {
        return err_set(generator->err, ERR_CORRUPT,
                       "more came than the answer's Content-Length tells");
    }
    return connection->got == connection->head.head_len + connection->head.body_len;
}

static int take_answer(struct generator *generator, size_t i)
{
    struct connection *connection = &generator->connections[i];
    int whole = read_head(generator, connection);

    if (whole != 1) {
        return whole;
    }
    judge(generator, connection);
    set_free(generator, i);
    if (connection->head.closes && connect_one(generator, i) != 0) {
        return -1;
    }
    return generator->load->rate == 0 && may_ask(generator) ? ask(generator) : 0;
}

/* Edge-triggered: read until the answer is whole or nothing is there. */
static int receive_on(struct generator *generator, size_t i)
{
    struct connection *connection = &generator->connections[i];
    size_t answers = generator->result.answered + generator->result.wrong;

    while (generator->result.answered + generator->result.wrong == answers) {
        long got = dial_receive(connection->socket, connection->answer + connection->got,
                                LOAD_ANSWER_BYTES_MAX - connection->got);

        if (got == DIAL_WOULD_BLOCK) {
            return 0;
        }
        if (got == 0 || got == DIAL_BROKEN) {
            return reconnect(generator, i);
        }
        if (!connection->is_asking) {
            return err_set(generator->err, ERR_CORRUPT, "an answer came unasked");
        }
        connection->got += (size_t)got;
        if (take_answer(generator, i) != 0) {
            return -1;
        }
    }
    return 0;
}

static int ask_all_due(struct generator *generator)
{
    while (may_ask(generator) && generator->free_count > 0 &&
           (generator->load->rate == 0 || due_ns(generator) <= generator->now_ns)) {
        if (ask(generator) != 0) {
            return -1;
        }
    }
    return 0;
}

static void call_in_time(struct generator *generator)
{
    const struct load *load = generator->load;

    if (load->on_time != NULL && !generator->was_called &&
        generator->now_ns - generator->start_ns >= load->at_ns) {
        generator->was_called = true;
        load->on_time(load->context);
    }
}

static int64_t patience_of(const struct generator *generator)
{
    int64_t left_ns = PATIENCE_NS - (generator->now_ns - generator->heard_ns);

    if (generator->load->rate != 0 && may_ask(generator) && generator->free_count > 0) {
        int64_t until_due_ns = due_ns(generator) - generator->now_ns;

        return until_due_ns < left_ns ? until_due_ns : left_ns;
    }
    return left_ns;
}

static int go_on(struct generator *generator)
{
    struct dial_event events[EVENTS_AT_ONCE];
    int64_t wait_ns = generator->load->stays_awake ? 0 : patience_of(generator);
    size_t count = dial_wait(generator->poller, events, EVENTS_AT_ONCE, wait_ns);

    for (size_t i = 0; i < count; i++) {
        if (events[i].can_send && send_on(generator, events[i].who) != 0) {
            return -1;
        }
        if (events[i].can_receive && receive_on(generator, events[i].who) != 0) {
            return -1;
        }
    }
    generator->now_ns = clock_monotonic_ns();
    if (count > 0 || generator->free_count == generator->load->connections) {
        generator->heard_ns = generator->now_ns;
    }
    if (generator->now_ns - generator->heard_ns >= PATIENCE_NS) {
        return err_set(generator->err, ERR_TIMEOUT, "no answer came for %lld s",
                       (long long)(PATIENCE_NS / 1000000000));
    }
    return 0;
}

static int run(struct generator *generator)
{
    generator->start_ns = generator->now_ns = generator->heard_ns = clock_monotonic_ns();
    while (may_ask(generator) || generator->free_count < generator->load->connections) {
        call_in_time(generator);
        if (ask_all_due(generator) != 0 || go_on(generator) != 0) {
            return -1;
        }
    }
    generator->result.wall_ns = generator->now_ns - generator->start_ns;
    return 0;
}

/* Until every connection is made, so that none is timed. */
static int wait_open(struct generator *generator)
{
    int64_t deadline_ns = clock_monotonic_ns() + PATIENCE_NS;
    size_t missing = generator->load->connections;

    while (missing > 0) {
        struct dial_event events[EVENTS_AT_ONCE];
        int64_t left_ns = deadline_ns - clock_monotonic_ns();
        size_t count = dial_wait(generator->poller, events, EVENTS_AT_ONCE, left_ns);

        for (size_t i = 0; i < count; i++) {
            struct connection *connection = &generator->connections[events[i].who];

            if (events[i].can_receive) {
                return err_set(generator->err, ERR_UNAVAILABLE,
                               "port %u takes no connection", generator->load->port);
            }
            missing -= !connection->is_open;
            connection->is_open = true;
        }
        if (left_ns <= 0) {
            return err_set(generator->err, ERR_TIMEOUT,
                           "connections are not taken for %lld s",
                           (long long)(PATIENCE_NS / 1000000000));
        }
    }
    return 0;
}

static int open_all(struct generator *generator)
{
    size_t count = generator->load->connections;

    generator->connections =
        arena_array(generator->arena, count, sizeof *generator->connections);
    generator->free = arena_array(generator->arena, count, sizeof *generator->free);
    for (size_t i = 0; i < count; i++) {
        generator->connections[i].socket = -1;
    }
    for (size_t i = 0; i < count; i++) {
        generator->connections[i].answer =
            arena_raw(generator->arena, LOAD_ANSWER_BYTES_MAX, 1);
        if (connect_one(generator, i) != 0) {
            return -1;
        }
        set_free(generator, i);
    }
    return wait_open(generator);
}

static void close_all(struct generator *generator)
{
    for (size_t i = 0; i < generator->load->connections; i++) {
        dial_close(&generator->connections[i].socket);
    }
    dial_close(&generator->poller);
}

/* In an open loop whatever is due in its time is asked, however late. */
static size_t request_max_of(const struct load *load)
{
    size_t count = load->request_max == 0 ? LOAD_ANSWERS_MAX : load->request_max;
    size_t due = (size_t)(load->duration_ns / 1000 * load->rate / 1000000);

    return load->rate != 0 && due < count ? due : count;
}

int load_run(struct load_result *result_out, struct arena *arena, const struct load *load,
             struct err *err)
{
    struct generator generator = { .load = load, .arena = arena, .err = err };
    int failed;

    assert(load->connections > 0 && load->connections <= LOAD_CONNECTIONS_MAX);
    assert(load->request_count > 0);
    generator.request_max = request_max_of(load);
    generator.result.times_ns =
        arena_raw(arena, generator.request_max * sizeof(int64_t), sizeof(int64_t));
    if (dial_poller_open(&generator.poller, err) != 0) {
        return -1;
    }
    failed = open_all(&generator) != 0 || run(&generator) != 0;
    close_all(&generator);
    if (failed) {
        return -1;
    }
    *result_out = generator.result;
    return 0;
}
