/* run_memory.c - drives a run in memory. */

#include "flow/run_memory.h"

static struct event start_event(const struct run_host *host)
{
    return (struct event){
        .seq = 1, .at_ms = host->at_ms, .kind = EVENT_START, .facts = host->facts
    };
}

static struct event perform(const struct run_host *host,
                            const struct flow_command *command, int64_t seq)
{
    activity_fn activity = host->activities[command->activity];
    struct event event = { .seq = seq + 1,
                           .at_ms = host->at_ms,
                           .kind = EVENT_STEP_ERR,
                           .command_seq = seq,
                           .facts = host->facts };

    if (activity != NULL) {
        event.kind = EVENT_STEP_OK;
        event.outcome = activity(host->context, command);
    }
    return event;
}

static void tell(const struct run_host *host, const struct event *event)
{
    if (host->on_event != NULL) {
        host->on_event(host->context, event);
    }
}

void run_in_memory(const struct machine *machine, const struct run_host *host,
                   struct run *run_out)
{
    struct event event = start_event(host);
    struct commands commands;

    run_init(run_out);
    tell(host, &event);
    (void)run_step(machine, run_out, &event, &commands);
    while (run_out->status == RUN_ACTING) {
        event = perform(host, &commands.at[0], event.seq);
        tell(host, &event);
        (void)run_step(machine, run_out, &event, &commands);
    }
}
