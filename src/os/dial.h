/* dial.h - connections to servers on this machine, and waiting for many of them.
 *
 * Sockets that never block; a poller (epoll) tells which of them can go on.  For the
 * benches, whose own cost must be small beside that of the server they load.
 *
 * Thread: a poller and its sockets belong to one thread.
 * Memory: none; sockets are numbers that the caller closes.
 */
#ifndef OS_DIAL_H
#define OS_DIAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"

struct err;

/* A connection to 127.0.0.1:port; made, or being made when this returns. */
int dial(int *socket_out, uint16_t port, struct err *err) MUST_USE;

enum { DIAL_WOULD_BLOCK = -1, DIAL_BROKEN = -2 };

/* How many bytes went; DIAL_WOULD_BLOCK or DIAL_BROKEN. */
long dial_send(int socket, const char *at, size_t len);

/* How many bytes came; 0 where the other side has ended; DIAL_WOULD_BLOCK, DIAL_BROKEN.
 */
long dial_receive(int socket, char *at, size_t room);

/* A socket or a poller; leaves -1, which it accepts. */
void dial_close(int *socket);

struct dial_event {
    uint32_t who; /* as given to dial_watch() */
    bool can_send;
    bool can_receive; /* or is broken, which receiving tells */
};

int dial_poller_open(int *poller_out, struct err *err) MUST_USE;

/* Be told once each time the socket becomes able to receive or to send. */
int dial_watch(int poller, int socket, uint32_t who, struct err *err) MUST_USE;

/* Wait at most so long, in steps finer than a millisecond; how many events there are. */
size_t dial_wait(int poller, struct dial_event *events_out, size_t event_max,
                 int64_t timeout_ns);

#endif
