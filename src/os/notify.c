/* notify.c - sd_notify(3), sd_watchdog_enabled(3) and sd_listen_fds(3), by hand. */

#include "os/notify.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"

enum { FIRST_PASSED_FD = 3 };

static int fail(struct err *err, const char *what)
{
    char text[128];

    return err_set(err, ERR_UNAVAILABLE, "%s: %s", what,
                   strerror_r(errno, text, sizeof text));
}

/* An abstract name begins with a NUL byte, written '@', and has no NUL at its end. */
static int parse_address(const char *name, struct sockaddr_un *address_out,
                         socklen_t *len_out, struct err *err)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    size_t len = strlen(name);

    if ((name[0] != '/' && name[0] != '@') || len < 2 || len >= sizeof address.sun_path) {
        return err_set(
            err, ERR_CONFIG,
            "NOTIFY_SOCKET \"%s\": expected a path or @name, %zu bytes at most", name,
            sizeof address.sun_path - 1);
    }
    memcpy(address.sun_path, name, len);
    if (name[0] == '@') {
        address.sun_path[0] = '\0';
    }
    *len_out = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + len +
                           (name[0] == '@' ? 0 : 1));
    *address_out = address;
    return 0;
}

int notify_send(const char *lines, struct err *err)
{
    const char *name = getenv("NOTIFY_SOCKET");
    struct timeval patience = { .tv_sec = 1 };
    struct sockaddr_un address;
    socklen_t address_len = 0;
    ssize_t sent;
    int fd;

    if (name == NULL || name[0] == '\0') {
        return 0;
    }
    if (parse_address(name, &address, &address_len, err) != 0) {
        return -1;
    }
    fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0) {
        return fail(err, "NOTIFY_SOCKET");
    }
    (void)setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sent = sendto(fd, lines, strlen(lines), MSG_NOSIGNAL, (struct sockaddr *)&address,
                  address_len);
    if (sent < 0) {
        (void)fail(err, name);
        close(fd);
        return -1;
    }
    close(fd);
    return 1;
}

/* An environment variable that is a whole number. */
static bool find_number(const char *name, int64_t *value_out)
{
    return str_to_int64(str_from(getenv(name)), value_out);
}

int64_t notify_watchdog_us(void)
{
    int64_t interval_us = 0;
    int64_t pid = 0;

    if (!find_number("WATCHDOG_USEC", &interval_us) || interval_us < 0) {
        return 0;
    }
    if (getenv("WATCHDOG_PID") != NULL &&
        (!find_number("WATCHDOG_PID", &pid) || pid != getpid())) {
        return 0;
    }
    return interval_us;
}

static bool is_listening(int fd)
{
    int type = 0;
    int listens = 0;
    socklen_t type_len = sizeof type;
    socklen_t listens_len = sizeof listens;

    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &type_len) == 0 &&
           type == SOCK_STREAM &&
           getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &listens_len) == 0 &&
           listens != 0;
}

int notify_find_listener(int *fd_out, struct err *err)
{
    int64_t pid = 0;
    int64_t count = 0;

    if (!find_number("LISTEN_PID", &pid) || pid != getpid() ||
        !find_number("LISTEN_FDS", &count) || count == 0) {
        return 0;
    }
    if (count != 1) {
        return err_set(err, ERR_CONFIG, "LISTEN_FDS \"%s\": expected one socket",
                       getenv("LISTEN_FDS"));
    }
    if (!is_listening(FIRST_PASSED_FD)) {
        return err_set(err, ERR_CONFIG, "LISTEN_FDS: no stream socket that listens");
    }
    if (fcntl(FIRST_PASSED_FD, F_SETFD, FD_CLOEXEC) != 0) {
        return fail(err, "LISTEN_FDS");
    }
    *fd_out = FIRST_PASSED_FD;
    return 1;
}
