/* child.h - another program, run beside the loop to its end, its output collected.
 *
 * Every child has a deadline, at which it is killed, and a bound on what it may print,
 * where that is cut.  Exactly one on_done follows a successful child_start(), also at
 * loop_close().
 *
 * Thread: the loop's.
 * Memory: the outcome's texts die with on_done.
 */
#ifndef LOOP_CHILD_H
#define LOOP_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct child;
struct err;
struct loop; /* loop/loop.h */

enum { CHILD_OUTPUT_BYTES_MAX = 256 << 10 };

struct child_outcome {
    int status;        /* its exit status; 128 + the signal that ended it */
    bool is_late;      /* killed at its deadline, or by child_cancel() */
    struct str output; /* standard output, cut at CHILD_OUTPUT_BYTES_MAX */
    struct str errors; /* standard error, cut likewise */
};

typedef void (*child_done_fn)(void *context, const struct child_outcome *outcome);

struct child_options {
    const char *program;      /* a path */
    const char *const *words; /* argv, ended by NULL */
    int niceness;             /* added to our own; 0 to 19 */
    int64_t deadline_ms;      /* from now */
    child_done_fn on_done;
    void *context;
};

/* Standard input is empty. */
int child_start(struct child **child_out, struct loop *loop,
                const struct child_options *options, struct err *err) MUST_USE;

/* Kill it; on_done follows. */
void child_cancel(struct child *child);

#endif
