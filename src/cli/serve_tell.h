/* serve_tell.h - what usher serve says: log lines, metrics, the service manager.
 *
 * Thread: the main thread.
 * Memory: on the heap until teller_free(); texts are copied where they are kept.
 */
#ifndef CLI_SERVE_TELL_H
#define CLI_SERVE_TELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "telemetry/log.h"

struct metrics;        /* telemetry/metrics.h */
struct reload_outcome; /* rollout/reload.h */
struct teller;

/* metrics outlive it. */
struct teller *teller_new(enum log_style style, struct metrics *metrics);
void teller_free(struct teller **teller); /* accepts NULL in it */

void tell_ready(struct teller *teller, struct str url);

/* is_first: no request was answered before, so that a failure is the end. */
void tell_outcome(struct teller *teller, const struct reload_outcome *outcome,
                  bool is_first);

/* A reload was asked for; and all of it is done. */
void tell_reloading(struct teller *teller);
void tell_reloaded(struct teller *teller);

void tell_stopping(struct teller *teller);

/* request_count: those that got no answer. */
void tell_stopped(struct teller *teller, size_t request_count);

/* Call it several times a second: feeds the service manager's watchdog, if it has one. */
void tell_alive(struct teller *teller, int64_t now_ms);

#endif
