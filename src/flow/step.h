/* step.h - the workflow machine: one event in, what to do next out.
 *
 * run_step() is a pure function of a definition, a run's state and an event.  It knows no
 * clock, dice, disk, network or heap, and it is total: every event in every state has a
 * result, at least "ignored, and counted".  So a run is nothing but its events in order;
 * whoever drives the machine (run_memory.h, later a journal) and replays them gets the
 * same run.
 *
 * A step is entered, may choose, act and wait, and is left by an outcome (words.h).  On
 * the way the run notes why: the reason of the rule that fired, of the outcome, or the
 * one that the workflow states.
 *
 * Approval by policy: a `wait: approval` is over at once where the intent has no human in
 * the loop, the message is of normal risk, in scope and at or above the threshold, the
 * draft is supported, and nothing in this run has called for a person.
 *
 * Thread: any; a run belongs to one thread at a time, a machine too (its conditions).
 * Memory: none; a struct run is a plain value of fixed size.
 */
#ifndef FLOW_STEP_H
#define FLOW_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "flow/definition.h"
#include "flow/facts.h"
#include "flow/words.h"

struct machine {
    const struct definition *definition;
    struct condition_set *conditions; /* of that definition */
};

enum run_status {
    RUN_NEW,
    RUN_ACTING,  /* an activity or an effect is under way */
    RUN_WAITING, /* for a person, perhaps until a deadline */
    RUN_STUCK,   /* an activity failed and no step catches that: waits to be resolved */
    RUN_ENDED,
};

enum { RUN_PATH_MAX = 64 };

struct run {
    enum run_status status;
    uint16_t step;        /* where it stands; STEP_NONE before the start */
    enum reason reason;   /* of the way it took last */
    uint16_t effect;      /* the step of the last effect that was done, or STEP_NONE */
    int64_t seq;          /* of the last event that changed something */
    int64_t command_seq;  /* of the event whose command is open */
    bool needs_person;    /* policy approves nothing more */
    bool policy_approved; /* the last approval was by policy */
    uint32_t ignored_count;
    uint32_t path_count; /* steps entered, of which path holds the first ones */
    uint16_t path[RUN_PATH_MAX];
    uint16_t visits[STEPS_MAX]; /* how often each step was entered */
};

enum event_kind {
    EVENT_START,
    EVENT_STEP_OK,  /* an activity or effect came out as `outcome` */
    EVENT_STEP_ERR, /* it failed */
    EVENT_TIMER,    /* the deadline of the wait is there */
    EVENT_SIGNAL,   /* a person says `outcome` */
    EVENT_COUNT,
};

struct event {
    int64_t seq; /* larger than of all events before */
    int64_t at_ms;
    enum event_kind kind;
    int64_t command_seq; /* STEP_OK, STEP_ERR, TIMER: the event that commanded it */
    enum step_outcome outcome;
    const struct facts *facts; /* what is known now; NULL: nothing */
};

enum command_kind {
    COMMAND_RUN,    /* perform an activity, answer with STEP_OK or STEP_ERR */
    COMMAND_EFFECT, /* the same, seen outside: through the outbox where there is one */
    COMMAND_WAIT,   /* for a SIGNAL of that wait */
    COMMAND_TIMER,  /* send TIMER once the deadline, counted from from_ms, is over */
    COMMAND_END,
};

struct flow_command {
    enum command_kind kind;
    enum activity activity;
    enum wait wait;
    struct duration deadline;
    int64_t from_ms;
    const struct flow_step *step; /* NULL for END */
};

enum { COMMANDS_MAX = 2 };

/* The key of an effect is ticket:seq:index, seq of the event, index in this list. */
struct commands {
    struct flow_command at[COMMANDS_MAX];
    size_t count;
};

/* A run before its START. */
void run_init(struct run *run);

/* Take an event.  True where it changed the run, what is to be done being in
 * *commands_out; false, and no commands, where it means nothing here. */
bool run_step(const struct machine *machine, struct run *run, const struct event *event,
              struct commands *commands_out);

/* What the run says to the outside: of its open approval, else of its last effect.  A run
 * that is stuck or has not answered yet is for a person to look at. */
enum action run_action(const struct definition *definition, const struct run *run);

/* The queue that the workflow names for that effect, or an empty text. */
struct str run_queue(const struct definition *definition, const struct run *run);

#endif
