/* process_stat.h - what this process uses of the machine, as Linux counts it.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef OS_PROCESS_STAT_H
#define OS_PROCESS_STAT_H

#include <stdint.h>

#include "base/attr.h"

struct err;

struct process_stat {
    int64_t cpu_ns; /* of all its threads, since it started */
    int64_t resident_bytes;
    int64_t virtual_bytes;
    int64_t open_fds;
    int64_t max_fds;  /* the soft limit; INT64_MAX: none */
    int64_t start_ms; /* since 1970; moves when the clock is set */
};

/* ERR_UNAVAILABLE where /proc cannot be read. */
int process_stat_read(struct process_stat *stat_out, struct err *err) MUST_USE;

#endif
