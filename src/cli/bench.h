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
int bench_serve(struct bench_report *report, const struct invocation *invocation);
int bench_stages(struct bench_report *report, const struct invocation *invocation);
int bench_decide(struct bench_report *report, const struct invocation *invocation);
int bench_understand(struct bench_report *report, const struct invocation *invocation);

/* Nanoseconds of all stages of a decision together, on the bot's tickets, as
 * bench_stages() measures them; the exit status. */
int bench_stages_sum(int64_t *sum_ns_out, const struct invocation *invocation,
                     struct arena *arena);

/* How long a server is loaded for one figure: --seconds, or a second. */
int64_t bench_second_ns(const struct invocation *invocation);

#endif
