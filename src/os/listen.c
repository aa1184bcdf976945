/* listen.c - listening by POSIX sockets. */

#include "os/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/err.h"

enum { BACKLOG = 4096, PORT_MAX = 65535 };

union any_address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
};

static int fail(struct err *err, const struct listen_address *address)
{
    enum err_reason reason = ERR_UNAVAILABLE;
    char where[LISTEN_TEXT_MAX];
    char text[128];

    if (errno == EADDRINUSE) {
        reason = ERR_CONFLICT;
    } else if (errno == EACCES) {
        reason = ERR_DENIED;
    }
    (void)listen_format(address, where);
    return err_set(err, reason, "%s: %s", where, strerror_r(errno, text, sizeof text));
}

static int wrong(struct err *err, struct str text)
{
    return err_set(err, ERR_INPUT,
                   "\"%.*s\" is no address to listen on; expected ADDRESS:PORT such as "
                   "127.0.0.1:8080, [::1]:8080 or *:8080",
                   STR_ARG(str_slice(text, 0, LISTEN_TEXT_MAX)));
}

static bool set_host(struct listen_address *address, struct str host)
{
    char name[LISTEN_TEXT_MAX];
    struct in6_addr v6;
    struct in_addr v4;

    if (str_equal(host, STR("localhost"))) {
        host = STR("127.0.0.1");
    } else if (str_equal(host, STR("*"))) {
        host = STR("0.0.0.0");
    } else if (host.len > 2 && host.at[0] == '[' && host.at[host.len - 1] == ']') {
        host = str_slice(host, 1, host.len - 2);
        address->is_v6 = true;
    }
    if (host.len >= sizeof name) {
        return false;
    }
    (void)snprintf(name, sizeof name, "%.*s", STR_ARG(host));
    memcpy(address->host, name, sizeof name);
    if (address->is_v6) {
        address->is_loopback =
            inet_pton(AF_INET6, name, &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
        return inet_pton(AF_INET6, name, &v6) == 1;
    }
    if (inet_pton(AF_INET, name, &v4) != 1) {
        return false;
    }
    address->is_loopback = (ntohl(v4.s_addr) >> 24) == 127;
    return true;
}

int listen_parse(struct listen_address *address_out, struct str text, struct err *err)
{
    struct listen_address address = { .port = 0 };
    size_t colon = text.len;
    int64_t port;

    while (colon != 0 && text.at[colon - 1] != ':') {
        colon--;
    }
    if (colon == 0 || !str_to_int64(str_slice(text, colon, text.len), &port) ||
        text.at[colon] < '0' || text.at[colon] > '9' || port > PORT_MAX ||
        !set_host(&address, str_slice(text, 0, colon - 1))) {
        return wrong(err, text);
    }
    address.port = (uint16_t)port;
    *address_out = address;
    return 0;
}

static socklen_t fill(union any_address *socket_address,
                      const struct listen_address *address)
{
    *socket_address = (union any_address){ 0 };
    if (address->is_v6) {
        socket_address->v6.sin6_family = AF_INET6;
        socket_address->v6.sin6_port = htons(address->port);
        (void)inet_pton(AF_INET6, address->host, &socket_address->v6.sin6_addr);
        return sizeof socket_address->v6;
    }
    socket_address->v4.sin_family = AF_INET;
    socket_address->v4.sin_port = htons(address->port);
    (void)inet_pton(AF_INET, address->host, &socket_address->v4.sin_addr);
    return sizeof socket_address->v4;
}

int listen_open(int *fd_out, const struct listen_address *address, struct err *err)
{
    union any_address socket_address;
    socklen_t len = fill(&socket_address, address);
    const int on = 1;
    int fd = socket(socket_address.any.sa_family,
                    SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

    if (fd < 0) {
        return fail(err, address);
    }
    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
        bind(fd, &socket_address.any, len) != 0 || listen(fd, BACKLOG) != 0) {
        (void)fail(err, address);
        close(fd);
        return -1;
    }
    *fd_out = fd;
    return 0;
}

int listen_address_of(struct listen_address *address_out, int fd, struct err *err)
{
    union any_address bound = { 0 };
    socklen_t len = sizeof bound;
    char host[LISTEN_TEXT_MAX];
    const void *from;
    struct listen_address address = { .port = 0 };

    if (getsockname(fd, &bound.any, &len) != 0 ||
        (bound.any.sa_family != AF_INET && bound.any.sa_family != AF_INET6)) {
        return err_set(err, ERR_CONFIG, "descriptor %d does not listen on TCP", fd);
    }
    address.is_v6 = bound.any.sa_family == AF_INET6;
    from = address.is_v6 ? (const void *)&bound.v6.sin6_addr
                         : (const void *)&bound.v4.sin_addr;
    address.port = ntohs(address.is_v6 ? bound.v6.sin6_port : bound.v4.sin_port);
    address.is_loopback = address.is_v6 ? IN6_IS_ADDR_LOOPBACK(&bound.v6.sin6_addr)
                                        : (ntohl(bound.v4.sin_addr.s_addr) >> 24) == 127;
    (void)inet_ntop(bound.any.sa_family, from, host, sizeof host);
    memcpy(address.host, host, sizeof host);
    *address_out = address;
    return 0;
}

size_t listen_format(const struct listen_address *address, char text_out[LISTEN_TEXT_MAX])
{
    return (size_t)snprintf(text_out, LISTEN_TEXT_MAX,
                            address->is_v6 ? "[%.60s]:%u" : "%.60s:%u", address->host,
                            (unsigned)address->port);
}

void listen_close(int fd)
{
    close(fd);
}

void connection_shut(int fd)
{
    (void)shutdown(fd, SHUT_RDWR);
}

void connection_stop_reading(int fd)
{
    (void)shutdown(fd, SHUT_RD);
}

bool connection_has_ended(int fd)
{
    char byte;

    return recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

size_t raise_descriptor_limit(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) {
        return 0;
    }
    if (limit.rlim_cur != limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &limit);
        (void)getrlimit(RLIMIT_NOFILE, &limit);
    }
    return (size_t)limit.rlim_cur;
}
