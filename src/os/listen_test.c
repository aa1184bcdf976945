/* listen_test.c */

#include "base/test.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/err.h"
#include "os/listen.h"

static void addresses_say_who_reaches_them(void **state)
{
    static const struct {
        const char *text;
        const char *host;
        uint16_t port;
        bool is_v6;
        bool is_loopback;
        const char *again;
    } rows[] = {
        { "127.0.0.1:8080", "127.0.0.1", 8080, false, true, "127.0.0.1:8080" },
        { "127.8.9.10:1", "127.8.9.10", 1, false, true, "127.8.9.10:1" },
        { "localhost:0", "127.0.0.1", 0, false, true, "127.0.0.1:0" },
        { "[::1]:65535", "::1", 65535, true, true, "[::1]:65535" },
        { "*:80", "0.0.0.0", 80, false, false, "0.0.0.0:80" },
        { "0.0.0.0:80", "0.0.0.0", 80, false, false, "0.0.0.0:80" },
        { "[::]:80", "::", 80, true, false, "[::]:80" },
        { "192.168.1.20:080", "192.168.1.20", 80, false, false, "192.168.1.20:80" },
        { "128.0.0.1:80", "128.0.0.1", 80, false, false, "128.0.0.1:80" },
        { "[::ffff:127.0.0.1]:80", "::ffff:127.0.0.1", 80, true, false,
          "[::ffff:127.0.0.1]:80" },
        { "[fe80::1]:80", "fe80::1", 80, true, false, "[fe80::1]:80" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct listen_address address;
        char text[LISTEN_TEXT_MAX];
        struct err err;

        if (listen_parse(&address, str_from(rows[i].text), &err) != 0) {
            fail_msg("%s", err.text);
        }
        assert_string_equal(address.host, rows[i].host);
        assert_int_equal(address.port, rows[i].port);
        assert_int_equal(address.is_v6, rows[i].is_v6);
        assert_int_equal(address.is_loopback, rows[i].is_loopback);
        assert_int_equal(listen_format(&address, text), strlen(rows[i].again));
        assert_string_equal(text, rows[i].again);
    }
}

static void what_is_no_address_is_refused_with_what_was_expected(void **state)
{
    static const char *const texts[] = {
        "",
        ":",
        ":80",
        "80",
        "localhost",
        "127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:-1",
        "127.0.0.1:+80",
        "127.0.0.1: 80",
        "127.0.0.1:65536",
        "127.0.0.1:99999999999999999999",
        "127.0.0.1:80x",
        "127.1:80",
        "127.0.0.1.example.org:80",
        "256.0.0.1:80",
        "::1:80",
        "[::1]",
        "[::1:80",
        "[]:80",
        "[127.0.0.1]:80",
        "[::1%lo]:80",
        "example.org:80",
        "Localhost:80",
        ("[1111:2222:3333:4444:5555:6666:7777:8888:9999:aaaa:bbbb:cccc:dddd:eeee:ffff:00]"
         ":80"),
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct listen_address address;
        struct err err;

        if (listen_parse(&address, str_from(texts[i]), &err) == 0) {
            fail_msg("\"%s\" was taken for %s port %d", texts[i], address.host,
                     address.port);
        }
        assert_int_equal(err.reason, ERR_INPUT);
        assert_non_null(strstr(err.text, "expected ADDRESS:PORT"));
    }
}

static int open_at(const char *text, struct listen_address *bound_out, struct err *err)
{
    struct listen_address address;
    int fd;

    if (listen_parse(&address, str_from(text), err) != 0 ||
        listen_open(&fd, &address, err) != 0) {
        return -1;
    }
    assert_int_equal(listen_address_of(bound_out, fd, err), 0);
    return fd;
}

static void a_free_port_is_found_and_told(void **state)
{
    struct listen_address bound;
    struct err err;
    int fd = open_at("127.0.0.1:0", &bound, &err);

    (void)state;
    assert_true(fd >= 0);
    assert_int_not_equal(bound.port, 0);
    assert_true(bound.is_loopback);
    assert_false(bound.is_v6);
    assert_string_equal(bound.host, "127.0.0.1");
    listen_close(fd);
}

static void a_port_that_is_taken_is_a_conflict_that_names_it(void **state)
{
    struct listen_address bound;
    struct err err;
    int fd = open_at("127.0.0.1:0", &bound, &err);
    char where[LISTEN_TEXT_MAX];
    int other;

    (void)state;
    assert_true(fd >= 0);
    (void)listen_format(&bound, where);
    assert_int_equal(listen_open(&other, &bound, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    assert_non_null(strstr(err.text, where));
    listen_close(fd);
}

static void what_does_not_listen_on_tcp_has_no_address(void **state)
{
    struct listen_address address;
    struct err err;
    int ends[2];

    (void)state;
    assert_int_equal(listen_address_of(&address, -1, &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    assert_int_equal(listen_address_of(&address, ends[0], &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    close(ends[0]);
    close(ends[1]);
}

static void a_connection_that_was_shut_gives_and_takes_nothing(void **state)
{
    char byte;
    int ends[2];

    (void)state;
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    connection_shut(ends[0]);
    assert_int_equal(read(ends[0], &byte, 1), 0);
    assert_int_equal(read(ends[1], &byte, 1), 0);
    close(ends[0]);
    close(ends[1]);
}

static void as_many_descriptors_as_the_system_allows(void **state)
{
    struct rlimit before;
    struct rlimit low;
    struct rlimit after;

    (void)state;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    low = before;
    low.rlim_cur = 64;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &low), 0);
    assert_int_equal(raise_descriptor_limit(), (size_t)before.rlim_max);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &after), 0);
    assert_true(after.rlim_cur == before.rlim_max);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_say_who_reaches_them),
        cmocka_unit_test(what_is_no_address_is_refused_with_what_was_expected),
        cmocka_unit_test(a_free_port_is_found_and_told),
        cmocka_unit_test(a_port_that_is_taken_is_a_conflict_that_names_it),
        cmocka_unit_test(what_does_not_listen_on_tcp_has_no_address),
        cmocka_unit_test(a_connection_that_was_shut_gives_and_takes_nothing),
        cmocka_unit_test(as_many_descriptors_as_the_system_allows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
