/* dial_test.c - a server of the test's own, one socket that listens. */

#include "base/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/err.h"
#include "os/dial.h"

static int listen_anywhere(uint16_t *port_out)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr = { htonl(INADDR_LOOPBACK) } };
    socklen_t len = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    assert_int_equal(bind(fd, (struct sockaddr *)&address, len), 0);
    assert_int_equal(listen(fd, 16), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &len), 0);
    *port_out = ntohs(address.sin_port);
    return fd;
}

static void bytes_go_there_and_back(void **state)
{
    struct dial_event events[4];
    char room[16];
    uint16_t port;
    struct err err;
    int listener = listen_anywhere(&port);
    int poller;
    int near;
    int far;

    (void)state;
    assert_int_equal(dial_poller_open(&poller, &err), 0);
    assert_int_equal(dial(&near, port, &err), 0);
    assert_int_equal(dial_watch(poller, near, 7, &err), 0);
    far = accept(listener, NULL, NULL);
    assert_int_equal(dial_receive(near, room, sizeof room), DIAL_WOULD_BLOCK);
    assert_int_equal(dial_send(near, "ask", 3), 3);
    assert_int_equal(read(far, room, sizeof room), 3);
    (void)dial_wait(poller, events, 4, 0);
    assert_int_equal(write(far, "tell", 4), 4);
    assert_int_equal(dial_wait(poller, events, 4, 5000000000), 1);
    assert_int_equal(events[0].who, 7);
    assert_true(events[0].can_receive);
    assert_int_equal(dial_receive(near, room, sizeof room), 4);
    close(far);
    assert_int_equal(dial_wait(poller, events, 4, 5000000000), 1);
    assert_int_equal(dial_receive(near, room, sizeof room), 0);
    dial_close(&near);
    assert_int_equal(near, -1);
    dial_close(&near);
    dial_close(&poller);
    close(listener);
}

static void where_nobody_listens_a_connection_breaks(void **state)
{
    struct dial_event events[4];
    char room[16];
    uint16_t port;
    struct err err;
    int poller;
    int near;

    (void)state;
    close(listen_anywhere(&port));
    assert_int_equal(dial_poller_open(&poller, &err), 0);
    if (dial(&near, port, &err) == 0) {
        assert_int_equal(dial_watch(poller, near, 1, &err), 0);
        assert_int_equal(dial_wait(poller, events, 4, 5000000000), 1);
        assert_true(events[0].can_receive);
        assert_int_equal(dial_receive(near, room, sizeof room), DIAL_BROKEN);
        dial_close(&near);
    }
    dial_close(&poller);
}

static void a_wait_without_events_ends(void **state)
{
    struct dial_event events[4];
    struct err err;
    int poller;

    (void)state;
    assert_int_equal(dial_poller_open(&poller, &err), 0);
    assert_int_equal(dial_wait(poller, events, 4, 200000), 0);
    assert_int_equal(dial_wait(poller, events, 4, -1), 0);
    dial_close(&poller);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_go_there_and_back),
        cmocka_unit_test(where_nobody_listens_a_connection_breaks),
        cmocka_unit_test(a_wait_without_events_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
