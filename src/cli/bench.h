/* bench.h - the benches of usher bench, one file each.
 *
 * A bench fills its report and returns an exit status; what it cannot measure for want of
 * data or a library is a row that says so.
 *
 * Thread: the main thread.
 * Memory: in the report's arena.
 */
#ifndef CLI_BENCH_H
#define CLI_BENCH_H

#include "cli/bench_report.h"

struct invocation;

typedef int (*bench_run_fn)(struct bench_report *report,
                            const struct invocation *invocation);

int bench_classify(struct bench_report *report, const struct invocation *invocation);
int bench_guard(struct bench_report *report, const struct invocation *invocation);
int bench_stages(struct bench_report *report, const struct invocation *invocation);

#endif
