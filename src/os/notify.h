/* notify.h - what a service manager is told, and what it hands over: systemd's protocol.
 *
 * A message is one datagram of lines "KEY=value" to the socket that $NOTIFY_SOCKET names.
 * Those of use here: READY=1 once requests are answered, RELOADING=1 and again READY=1
 * around a reload, STOPPING=1 when it begins to drain, WATCHDOG=1 at half the interval of
 * notify_watchdog_us(), STATUS=text for `systemctl status`.  Without the variables
 * nothing happens, so callers need not ask who started them.
 *
 * Thread: any, as long as none changes the environment.
 * Memory: none.
 */
#ifndef OS_NOTIFY_H
#define OS_NOTIFY_H

#include <stdint.h>

#include "base/attr.h"

struct err;

/* 1 when sent, 0 when nobody listens.  ERR_CONFIG where $NOTIFY_SOCKET is neither a path
 * nor an abstract "@name", ERR_UNAVAILABLE when the datagram cannot be sent.  Waits
 * at most a second for a manager whose queue is full. */
int notify_send(const char *lines, struct err *err) MUST_USE;

/* Within how many microseconds this process must send WATCHDOG=1 again; 0: never. */
int64_t notify_watchdog_us(void);

/* The listening stream socket that was opened for this process (socket activation), now
 * closed on exec.  1 and the descriptor, 0 when there is none.  ERR_CONFIG where there
 * are several or it does not listen.  Ask once: the second caller would share it. */
int notify_find_listener(int *fd_out, struct err *err) MUST_USE;

#endif
