/* notify_test.c */

#include "base/test.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "os/notify.h"

static struct err err;

/* A manager's socket.  name begins with '@' for an abstract one. */
static int open_manager(const char *name)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    size_t len = strlen(name);
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);

    memcpy(address.sun_path, name, len);
    if (name[0] == '@') {
        address.sun_path[0] = '\0';
    }
    assert_int_equal(bind(fd, (struct sockaddr *)&address,
                          (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len)),
                     0);
    assert_int_equal(setenv("NOTIFY_SOCKET", name, 1), 0);
    return fd;
}

static void assert_heard(int fd, const char *expected)
{
    char text[256];
    ssize_t got = recv(fd, text, sizeof text, 0);

    assert_true(got >= 0);
    assert_str(((struct str){ text, (size_t)got }), expected);
}

static void a_message_arrives_at_a_path(void **state)
{
    char name[64];
    int fd;

    (void)state;
    (void)snprintf(name, sizeof name, "/tmp/usher-notify-%d", (int)getpid());
    fd = open_manager(name);
    assert_int_equal(notify_send("READY=1\nSTATUS=one bot", &err), 1);
    assert_heard(fd, "READY=1\nSTATUS=one bot");
    close(fd);
    unlink(name);
    assert_int_equal(notify_send("STOPPING=1", &err), -1);
    assert_int_equal(err.reason, ERR_UNAVAILABLE);
}

static void a_message_arrives_at_an_abstract_name(void **state)
{
    char name[64];
    int fd;

    (void)state;
    (void)snprintf(name, sizeof name, "@usher-notify-%d", (int)getpid());
    fd = open_manager(name);
    assert_int_equal(notify_send("WATCHDOG=1", &err), 1);
    assert_heard(fd, "WATCHDOG=1");
    close(fd);
}

static void without_a_manager_nothing_is_sent(void **state)
{
    (void)state;
    unsetenv("NOTIFY_SOCKET");
    assert_int_equal(notify_send("READY=1", &err), 0);
    setenv("NOTIFY_SOCKET", "", 1);
    assert_int_equal(notify_send("READY=1", &err), 0);
}

static void an_address_of_another_kind_is_refused(void **state)
{
    char longest[200];

    (void)state;
    setenv("NOTIFY_SOCKET", "vsock:2:1234", 1);
    assert_int_equal(notify_send("READY=1", &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    memset(longest, 'x', sizeof longest);
    longest[0] = '/';
    longest[sizeof longest - 1] = '\0';
    setenv("NOTIFY_SOCKET", longest, 1);
    assert_int_equal(notify_send("READY=1", &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
}

static void set_number(const char *name, long value)
{
    char text[32];

    (void)snprintf(text, sizeof text, "%ld", value);
    setenv(name, text, 1);
}

static void the_watchdog_is_for_the_process_it_names(void **state)
{
    (void)state;
    unsetenv("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID");
    assert_int_equal(notify_watchdog_us(), 0);
    set_number("WATCHDOG_USEC", 30000000);
    assert_int_equal(notify_watchdog_us(), 30000000);
    set_number("WATCHDOG_PID", (long)getpid());
    assert_int_equal(notify_watchdog_us(), 30000000);
    set_number("WATCHDOG_PID", (long)getpid() + 1);
    assert_int_equal(notify_watchdog_us(), 0);
    unsetenv("WATCHDOG_PID");
    setenv("WATCHDOG_USEC", "soon", 1);
    assert_int_equal(notify_watchdog_us(), 0);
}

/* In a child, where descriptor 3 may be taken: 10 + what notify_find_listener() gives. */
static int find_in_child(int passed_fd, long fd_count, long pid_more)
{
    int status = 0;
    pid_t pid = fork();

    assert_true(pid >= 0);
    if (pid == 0) {
        int fd = -1;
        int found;

        if (dup2(passed_fd, 3) < 0) {
            _exit(1);
        }
        set_number("LISTEN_PID", (long)getpid() + pid_more);
        set_number("LISTEN_FDS", fd_count);
        found = notify_find_listener(&fd, &err);
        if (found == 1 && (fd != 3 || (fcntl(fd, F_GETFD) & FD_CLOEXEC) == 0)) {
            _exit(2);
        }
        _exit(10 + found);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WEXITSTATUS(status) - 10;
}

static void a_passed_listener_is_found_once_it_is_one(void **state)
{
    struct sockaddr_in loopback = { .sin_family = AF_INET,
                                    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    (void)state;
    assert_int_equal(bind(fd, (struct sockaddr *)&loopback, sizeof loopback), 0);
    assert_int_equal(find_in_child(fd, 1, 0), -1); /* does not listen yet */
    assert_int_equal(listen(fd, 1), 0);
    assert_int_equal(find_in_child(fd, 1, 0), 1);
    assert_int_equal(find_in_child(fd, 1, 1), 0); /* meant for another process */
    assert_int_equal(find_in_child(fd, 0, 0), 0);
    assert_int_equal(find_in_child(fd, 2, 0), -1);
    close(fd);
    assert_int_equal(notify_find_listener(&fd, &err), 0); /* no variables */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_message_arrives_at_a_path),
        cmocka_unit_test(a_message_arrives_at_an_abstract_name),
        cmocka_unit_test(without_a_manager_nothing_is_sent),
        cmocka_unit_test(an_address_of_another_kind_is_refused),
        cmocka_unit_test(the_watchdog_is_for_the_process_it_names),
        cmocka_unit_test(a_passed_listener_is_found_once_it_is_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
