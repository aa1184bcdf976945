/* server.h - connections and threads: libmicrohttpd, and what it leaves to us.
 *
 * Its pool threads carry requests and answer them on the spot.  Ours is, besides what
 * exchange.h checks: a deadline for every request and every wait for one (its own
 * time-out counts idleness only, so a slow drip would live for ever), and an orderly end.
 *
 * Thread: the loop's, for every function.
 * Memory: on the heap until server_stop().
 */
#ifndef HTTP_SERVER_H
#define HTTP_SERVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"

struct app; /* http/app.h */
struct arena;
struct err;
struct server;

/* How often server_sweep() is to be called. */
enum { SWEEP_MS = 250 };

enum { THREADS_MAX = 64 };

/* Answer what arrives at listen_fd, which belongs to the server then. */
int server_start(struct server **server_out, struct app *app, int listen_fd,
                 size_t thread_count, struct err *err) MUST_USE;

/* End the connections that are past their deadline, or whose client has gone. */
void server_sweep(struct server *server);

/* Take no new connections, and close each after the answer it is waiting for; idle ones
 * at the next sweep.  Done when no connection is left. */
void server_drain(struct server *server);

size_t server_request_count(const struct server *server); /* being answered now */
size_t server_connection_count(const struct server *server);

/* Ends what is still open.  Accepts NULL in it. */
void server_stop(struct server **server);

/* Of libmicrohttpd, as it is loaded. */
struct str server_library_version(struct arena *arena);

#endif
