/* run_memory.h - drives a run in memory, to its first wait or its end.
 *
 * The synchronous call (`usher triage`, POST /v1/triage) decides by this: the same
 * machine over the same workflow as the durable engine, but the activities are plain
 * functions called on the spot and nothing is kept.  What would be delivered or assigned
 * is the answer (run_action()).
 *
 * Thread: the caller's.
 * Memory: none.
 */
#ifndef FLOW_RUN_MEMORY_H
#define FLOW_RUN_MEMORY_H

#include "flow/step.h"

/* Perform the activity of a command and say how it came out. */
typedef enum step_outcome (*activity_fn)(void *context,
                                         const struct flow_command *command);

struct run_host {
    activity_fn activities[ACTIVITY_COUNT]; /* NULL: that one always fails */
    void (*on_event)(void *context, const struct event *event); /* NULL: nobody listens */
    void *context;
    const struct facts *facts; /* the activities may change what stands there */
    int64_t at_ms;             /* of all events */
};

/* The run comes back waiting, stuck or ended. */
void run_in_memory(const struct machine *machine, const struct run_host *host,
                   struct run *run_out);

#endif
