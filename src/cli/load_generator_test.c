/* load_generator_test.c - a server of the test's own that answers, errs, leaves or says
 * nothing. */

#include "base/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "cli/load_generator.h"

#define ANSWER(status, body_len, body)                                                   \
    "HTTP/1.1 " status "\r\nContent-Length: " body_len "\r\n\r\n" body
#define REQUEST "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n"

static struct arena *arena;
static int listener;
static pid_t server;
static uint16_t port;

static int set_up(void **state)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t len = sizeof address;

    (void)state;
    arena = arena_new((size_t)256 << 20);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, len), 0);
    assert_int_equal(listen(listener, 64), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &len), 0);
    port = ntohs(address.sin_port);
    server = 0;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    if (server > 0) {
        (void)kill(server, SIGKILL);
        (void)waitpid(server, NULL, 0);
    }
    close(listener);
    arena_free(&arena);
    return 0;
}

/* One connection after the other; each request ends with "ask" or "bye". */
static void serve(const char *answer)
{
    for (;;) {
        int one = accept(listener, NULL, NULL);
        char text[4096];
        size_t len = 0;

        for (;;) {
            ssize_t got = read(one, text + len, sizeof text - len);

            len += got > 0 ? (size_t)got : 0;
            if (got <= 0 || (len >= 3 && memcmp(text + len - 3, "bye", 3) == 0)) {
                break;
            }
            if (len >= 3 && memcmp(text + len - 3, "ask", 3) == 0) {
                (void)!write(one, answer, strlen(answer));
                len = 0;
            }
        }
        close(one);
    }
}

static void start(const char *answer)
{
    server = fork();
    if (server == 0) {
        serve(answer);
    }
}

static struct load load_of(const struct load_request *requests, size_t count)
{
    return (struct load){ .port = port,
                          .requests = requests,
                          .request_count = count,
                          .connections = 1,
                          .duration_ns = INT64_C(60000000000),
                          .request_max = 50 };
}

static const struct load_request asks[] = { { { REQUEST "ask", sizeof REQUEST + 2 },
                                              { "yes", 3 } } };

static void every_request_is_answered_and_timed(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    struct err err;

    (void)state;
    start(ANSWER("200 OK", "7", "oh, yes"));
    assert_int_equal(load_run(&result, arena, &load, &err), 0);
    assert_int_equal(result.answered, 50);
    assert_int_equal(result.wrong + result.lost, 0);
    for (size_t i = 0; i < result.answered; i++) {
        assert_true(result.times_ns[i] > 0 && result.times_ns[i] <= result.wall_ns);
    }
}

static void an_answer_that_is_not_the_expected_is_wrong(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    struct err err;

    (void)state;
    start(ANSWER("200 OK", "2", "no"));
    assert_int_equal(load_run(&result, arena, &load, &err), 0);
    assert_int_equal(result.answered, 0);
    assert_int_equal(result.wrong, 50);
    assert_str(result.mistake, ANSWER("200 OK", "2", "no"));
}

static void another_status_is_wrong(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    struct err err;

    (void)state;
    start(ANSWER("503 Busy", "3", "yes"));
    assert_int_equal(load_run(&result, arena, &load, &err), 0);
    assert_int_equal(result.wrong, 50);
}

static void a_connection_that_ends_loses_its_request_alone(void **state)
{
    static const struct load_request both[] = {
        { { REQUEST "ask", sizeof REQUEST + 2 }, { "yes", 3 } },
        { { REQUEST "bye", sizeof REQUEST + 2 }, { NULL, 0 } },
    };
    struct load load = load_of(both, 2);
    struct load_result result;
    struct err err;

    (void)state;
    start(ANSWER("200 OK", "3", "yes"));
    assert_int_equal(load_run(&result, arena, &load, &err), 0);
    assert_int_equal(result.answered, 25);
    assert_int_equal(result.lost, 25);
}

static void a_server_that_only_leaves_is_given_up(void **state)
{
    static const struct load_request leave[] = { { { REQUEST "bye", sizeof REQUEST + 2 },
                                                   { NULL, 0 } } };
    struct load load = load_of(leave, 1);
    struct load_result result;
    struct err err;

    (void)state;
    start("");
    load.request_max = 0;
    assert_int_equal(load_run(&result, arena, &load, &err), -1);
    assert_int_equal(err.reason, ERR_UNAVAILABLE);
}

static void what_is_no_http_is_a_mistake(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    struct err err;

    (void)state;
    start("220 smtp ready\r\n\r\n");
    assert_int_equal(load_run(&result, arena, &load, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
}

static void more_than_was_announced_is_a_mistake(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    struct err err;

    (void)state;
    start(ANSWER("200 OK", "3", "yes and no"));
    assert_int_equal(load_run(&result, arena, &load, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
}

static void where_nobody_listens_there_is_no_load(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    struct err err;

    (void)state;
    close(listener);
    assert_int_equal(load_run(&result, arena, &load, &err), -1);
    assert_int_equal(err.reason, ERR_UNAVAILABLE);
}

static void in_an_open_loop_what_was_due_is_asked_however_late(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    struct err err;

    (void)state;
    start(ANSWER("200 OK", "3", "yes"));
    load.request_max = 0;
    load.rate = 1000;
    load.duration_ns = 50000000;
    assert_int_equal(load_run(&result, arena, &load, &err), 0);
    assert_int_equal(result.answered, 50);
    assert_true(result.wall_ns >= 49000000);
}

static void one_that_stays_awake_asks_the_same(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    struct err err;

    (void)state;
    start(ANSWER("200 OK", "3", "yes"));
    load.stays_awake = true;
    assert_int_equal(load_run(&result, arena, &load, &err), 0);
    assert_int_equal(result.answered, 50);
    load.rate = 1000;
    load.duration_ns = 20000000;
    assert_int_equal(load_run(&result, arena, &load, &err), 0);
    assert_int_equal(result.answered, 20);
}

static void count(void *context, size_t request, struct str body)
{
    assert_int_equal(request, 0);
    assert_str(body, "yes");
    ++*(size_t *)context;
}

static void every_answer_is_shown_to_who_asked_for_them(void **state)
{
    struct load load = load_of(asks, 1);
    struct load_result result;
    size_t seen = 0;
    struct err err;

    (void)state;
    start(ANSWER("200 OK", "3", "yes"));
    load.on_answer = count;
    load.context = &seen;
    assert_int_equal(load_run(&result, arena, &load, &err), 0);
    assert_int_equal(seen, 50);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_request_is_answered_and_timed),
        TEST(an_answer_that_is_not_the_expected_is_wrong),
        TEST(another_status_is_wrong),
        TEST(a_connection_that_ends_loses_its_request_alone),
        TEST(a_server_that_only_leaves_is_given_up),
        TEST(what_is_no_http_is_a_mistake),
        TEST(more_than_was_announced_is_a_mistake),
        TEST(where_nobody_listens_there_is_no_load),
        TEST(in_an_open_loop_what_was_due_is_asked_however_late),
        TEST(one_that_stays_awake_asks_the_same),
        TEST(every_answer_is_shown_to_who_asked_for_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
