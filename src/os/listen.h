/* listen.h - the socket a server listens on, and whom it can be reached by.
 *
 * Thread: any.
 * Memory: plain values.
 */
#ifndef OS_LISTEN_H
#define OS_LISTEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct err;

enum { LISTEN_TEXT_MAX = 80 };

/* "127.0.0.1:8080", "[::1]:8080", "localhost:8080", "*:8080" (every IPv4 address,
 * "[::]:8080" those of IPv6 too), port 0 for any free one.  Names beside localhost are
 * not looked up. */
struct listen_address {
    char host[LISTEN_TEXT_MAX]; /* numeric, without brackets */
    uint16_t port;
    bool is_v6;
    bool is_loopback; /* only this machine reaches it */
};

/* ERR_INPUT with what was expected. */
int listen_parse(struct listen_address *address_out, struct str text,
                 struct err *err) MUST_USE;

/* Bind and listen, without blocking.  The descriptor is the caller's.  ERR_CONFLICT where
 * the port is taken, ERR_DENIED, ERR_UNAVAILABLE. */
int listen_open(int *fd_out, const struct listen_address *address,
                struct err *err) MUST_USE;

/* What a listening socket is bound to; ERR_CONFIG where it is not of TCP. */
int listen_address_of(struct listen_address *address_out, int fd,
                      struct err *err) MUST_USE;

/* "127.0.0.1:8080" or "[::1]:8080"; returns the length. */
size_t listen_format(const struct listen_address *address,
                     char text_out[LISTEN_TEXT_MAX]);

void listen_close(int fd);

/* End a connection that somebody else will close: nothing comes and goes any more. */
void connection_shut(int fd);

/* Let nothing more come in; what has arrived can still be read, and answered. */
void connection_stop_reading(int fd);

/* Whether the other side has said that nothing more comes, and all before was read. */
bool connection_has_ended(int fd);

/* As many descriptors as the system lets this process have; how many that are. */
size_t raise_descriptor_limit(void);

#endif
