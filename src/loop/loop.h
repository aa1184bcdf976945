/* loop.h - the event loop that the main thread runs: signals, timers, children.
 *
 * What changes the state of the product does so here, in callbacks of this one thread;
 * no callback blocks.  The work of a request is done elsewhere, by the threads of the
 * server.
 *
 * Thread: the thread that opened the loop, for every function.
 * Memory: a loop and what is registered with it are on the heap until loop_close().
 */
#ifndef LOOP_LOOP_H
#define LOOP_LOOP_H

#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;
struct loop;

typedef void (*loop_fn)(void *context);

int loop_open(struct loop **loop_out, struct err *err) MUST_USE;

/* Ends what is still registered, children first; accepts NULL in it. */
void loop_close(struct loop **loop);

/* Until loop_stop() was called in a callback. */
void loop_run(struct loop *loop);
void loop_stop(struct loop *loop);

/* Call on_signal after each arrival of the signal (signal.h's number). */
int loop_on_signal(struct loop *loop, int signal, loop_fn on_signal, void *context,
                   struct err *err) MUST_USE;

/* Call on_time every period, the first time after one; late by what other callbacks
 * take, never early. */
int loop_every(struct loop *loop, int64_t period_ms, loop_fn on_time, void *context,
               struct err *err) MUST_USE;

/* Of libuv, as it is loaded. */
struct str loop_library_version(struct arena *arena);

#endif
