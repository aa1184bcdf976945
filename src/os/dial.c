/* dial.c - non-blocking TCP and edge-triggered epoll. */

#include "os/dial.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"

enum { EVENTS_AT_ONCE = 256, TIMER_SLACK_NS = 1 };

static int fail(struct err *err, const char *what)
{
    char text[128];

    return err_set(err, ERR_UNAVAILABLE, "%s: %s", what,
                   strerror_r(errno, text, sizeof text));
}

int dial(int *socket_out, uint16_t port, struct err *err)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_port = htons(port),
                                   .sin_addr = { htonl(INADDR_LOOPBACK) } };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int yes = 1;

    if (fd < 0) {
        return fail(err, "socket");
    }
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0 &&
        errno != EINPROGRESS) {
        (void)fail(err, "connect");
        close(fd);
        return -1;
    }
    *socket_out = fd;
    return 0;
}

static long outcome(ssize_t count)
{
    if (count >= 0) {
        return count;
    }
    return errno == EAGAIN || errno == EINTR || errno == ENOTCONN ? DIAL_WOULD_BLOCK
                                                                  : DIAL_BROKEN;
}

long dial_send(int socket, const char *at, size_t len)
{
    return outcome(send(socket, at, len, MSG_NOSIGNAL));
}

long dial_receive(int socket, char *at, size_t room)
{
    return outcome(recv(socket, at, room, 0));
}

void dial_close(int *socket)
{
    if (*socket >= 0) {
        close(*socket);
    }
    *socket = -1;
}

/* The kernel may else round a wait up by 50 us. */
int dial_poller_open(int *poller_out, struct err *err)
{
    int poller = epoll_create1(EPOLL_CLOEXEC);

    if (poller < 0) {
        return fail(err, "epoll_create1");
    }
    (void)prctl(PR_SET_TIMERSLACK, TIMER_SLACK_NS);
    *poller_out = poller;
    return 0;
}

int dial_watch(int poller, int socket, uint32_t who, struct err *err)
{
    struct epoll_event event = { .events = EPOLLIN | EPOLLOUT | EPOLLET,
                                 .data = { .u32 = who } };

    return epoll_ctl(poller, EPOLL_CTL_ADD, socket, &event) == 0 ? 0
                                                                 : fail(err, "epoll_ctl");
}

size_t dial_wait(int poller, struct dial_event *events_out, size_t event_max,
                 int64_t timeout_ns)
{
    struct epoll_event events[EVENTS_AT_ONCE];
    struct timespec timeout = { .tv_sec = timeout_ns / 1000000000,
                                .tv_nsec = timeout_ns % 1000000000 };
    size_t room = event_max < EVENTS_AT_ONCE ? event_max : EVENTS_AT_ONCE;
    int count = epoll_pwait2(poller, events, (int)room,
                             timeout_ns > 0 ? &timeout : &(struct timespec){ 0 }, NULL);

    for (int i = 0; i < count; i++) {
        events_out[i] = (struct dial_event){
            .who = events[i].data.u32,
            .can_send = (events[i].events & EPOLLOUT) != 0,
            .can_receive = (events[i].events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0,
        };
    }
    return count > 0 ? (size_t)count : 0;
}
