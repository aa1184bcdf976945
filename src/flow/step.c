/* step.c - the workflow machine. */

#include "flow/step.h"

#include <assert.h>

#include "base/err.h"

/* One call of run_step(). */
struct stepping {
    const struct machine *machine;
    struct run *run;
    const struct event *event;
    const struct facts *facts;
    struct commands *commands;
};

static const struct flow_step *step_at(const struct stepping *stepping, uint16_t index)
{
    assert(index < stepping->machine->definition->step_count);
    return &stepping->machine->definition->steps[index];
}

static void command(struct stepping *stepping, struct flow_command command)
{
    assert(stepping->commands->count < COMMANDS_MAX);
    stepping->commands->at[stepping->commands->count++] = command;
}

static void note_entry(struct run *run, uint16_t step)
{
    if (run->path_count < RUN_PATH_MAX) {
        run->path[run->path_count] = step;
    }
    run->path_count += run->path_count < UINT32_MAX;
    run->visits[step] = (uint16_t)(run->visits[step] + (run->visits[step] < UINT16_MAX));
    run->step = step;
}

/* --- choosing --- */

/* A rule without an answer leads to the last one, and to a person. */
static const struct rule *choose(struct stepping *stepping, const struct flow_step *step)
{
    struct run *run = stepping->run;
    struct err err;

    for (size_t i = 0; i < step->rule_count; i++) {
        const struct rule *rule = &step->rules[i];
        int holds = rule->when == NULL
                        ? 1
                        : condition_holds(stepping->machine->conditions, rule->condition,
                                          stepping->facts, run->visits[run->step], &err);
        if (holds == 1) {
            return rule;
        }
        if (holds < 0) {
            run->needs_person = true;
            break;
        }
    }
    return &step->rules[step->rule_count - 1];
}

static uint16_t follow_rule(struct stepping *stepping, const struct flow_step *step)
{
    const struct rule *rule = choose(stepping, step);

    if (rule->reason != REASON_NONE) {
        stepping->run->reason = rule->reason;
    } else if (rule->when == NULL) {
        stepping->run->reason = REASON_POLICY;
    } else {
        stepping->run->reason = condition_reason(rule->when, stepping->facts);
    }
    return rule->next;
}

/* --- waiting --- */

static bool policy_approves(const struct stepping *stepping)
{
    const struct facts *facts = stepping->facts;

    return facts->policy_approves && facts->risk == RISK_NORMAL && facts->in_scope &&
           facts->confidence >= facts->threshold && facts->draft_supported &&
           !stepping->run->needs_person;
}

/* Begin the wait of the step where the run stands, or, approved by policy, say where to
 * go on. */
static uint16_t begin_wait(struct stepping *stepping, const struct flow_step *step)
{
    struct run *run = stepping->run;

    if (step->wait == WAIT_APPROVAL) {
        run->policy_approved = policy_approves(stepping);
        if (step->reason == REASON_NONE) {
            run->reason =
                stepping->facts->risk == RISK_HIGH ? REASON_RISK : REASON_POLICY;
        }
        if (run->policy_approved) {
            run->reason =
                stepping->facts->threshold_certified ? REASON_CERTIFIED : REASON_POLICY;
            return step_target(step, OUTCOME_APPROVED);
        }
    }
    run->status = RUN_WAITING;
    command(stepping, (struct flow_command){
                          .kind = COMMAND_WAIT, .wait = step->wait, .step = step });
    if (step->deadline.ms != 0) {
        command(stepping, (struct flow_command){ .kind = COMMAND_TIMER,
                                                 .wait = step->wait,
                                                 .deadline = step->deadline,
                                                 .from_ms = stepping->event->at_ms,
                                                 .step = step });
    }
    return STEP_NONE;
}

static void begin_activity(struct stepping *stepping, const struct flow_step *step)
{
    bool is_effect = activity_word(step->activity)->is_effect;

    stepping->run->status = RUN_ACTING;
    command(stepping,
            (struct flow_command){ .kind = is_effect ? COMMAND_EFFECT : COMMAND_RUN,
                                   .activity = step->activity,
                                   .step = step });
}

/* --- moving --- */

/* Enter step after step until something is to be done, waited for, or over.  A definition
 * has no circle without a wait, so each step is entered once at most. */
static void enter(struct stepping *stepping, uint16_t target)
{
    size_t moves = 0;

    while (target != STEP_END && target != STEP_NONE) {
        const struct flow_step *step = step_at(stepping, target);

        moves++;
        assert(moves <= STEPS_MAX);
        note_entry(stepping->run, target);
        if (step->reason != REASON_NONE) {
            stepping->run->reason = step->reason;
        }
        if (step->activity != ACTIVITY_NONE) {
            begin_activity(stepping, step);
            return;
        }
        target = step->rule_count != 0 ? follow_rule(stepping, step)
                                       : begin_wait(stepping, step);
    }
    if (target == STEP_END) {
        stepping->run->status = RUN_ENDED;
        command(stepping, (struct flow_command){ .kind = COMMAND_END });
    }
}

static void get_stuck(struct stepping *stepping, const struct flow_step *step)
{
    stepping->run->status = RUN_STUCK;
    command(stepping, (struct flow_command){
                          .kind = COMMAND_WAIT, .wait = WAIT_RESOLUTION, .step = step });
}

static void note_outcome(struct run *run, const struct flow_step *step,
                         enum step_outcome outcome)
{
    run->needs_person |= outcome_word(outcome)->calls_for_person;
    run->reason = outcome_reason(step->activity, outcome, run->reason);
}

/* The activity of the step is done. */
static void leave_activity(struct stepping *stepping, enum step_outcome outcome)
{
    struct run *run = stepping->run;
    const struct flow_step *step = step_at(stepping, run->step);
    uint16_t target = step_target(step, outcome);
    bool goes_well = outcome == OUTCOME_OK || outcome == OUTCOME_SELF_HARM;

    note_outcome(run, step, outcome);
    if (outcome == OUTCOME_OK && activity_word(step->activity)->is_effect) {
        run->effect = run->step;
    }
    if (target != STEP_NONE) {
        enter(stepping, target);
    } else if (goes_well && step->wait != WAIT_NONE) {
        enter(stepping, begin_wait(stepping, step)); /* nowhere, where it waits */
    } else {
        get_stuck(stepping, step);
    }
}

/* --- events --- */

static bool on_start(struct stepping *stepping)
{
    if (stepping->run->status != RUN_NEW) {
        return false;
    }
    enter(stepping, stepping->machine->definition->start);
    return true;
}

/* An outcome that the activity cannot have is a failure of it. */
static bool on_step_done(struct stepping *stepping, enum step_outcome outcome)
{
    const struct run *run = stepping->run;
    const struct flow_step *step;

    if (run->status != RUN_ACTING || stepping->event->command_seq != run->command_seq) {
        return false;
    }
    step = step_at(stepping, run->step);
    if (outcome != OUTCOME_OK &&
        (outcome >= OUTCOME_COUNT ||
         !(activity_word(step->activity)->outcomes & OUTCOME_BIT(outcome)))) {
        outcome = OUTCOME_ERROR;
    }
    leave_activity(stepping, outcome);
    return true;
}

static bool leave_wait(struct stepping *stepping, enum step_outcome outcome)
{
    const struct flow_step *step = step_at(stepping, stepping->run->step);
    uint16_t target = step_target(step, outcome);

    if (target == STEP_NONE) {
        return false;
    }
    note_outcome(stepping->run, step, outcome);
    enter(stepping, target);
    return true;
}

static bool on_timer(struct stepping *stepping)
{
    const struct run *run = stepping->run;

    return run->status == RUN_WAITING &&
           stepping->event->command_seq == run->command_seq &&
           leave_wait(stepping, OUTCOME_DEADLINE);
}

static bool on_signal(struct stepping *stepping, enum step_outcome outcome)
{
    const struct run *run = stepping->run;
    enum wait wait;

    if (outcome >= OUTCOME_COUNT) {
        return false;
    }
    if (run->status == RUN_STUCK && outcome == OUTCOME_RESOLVED) {
        enter(stepping, STEP_END);
        return true;
    }
    if (run->status != RUN_WAITING) {
        return false;
    }
    wait = step_at(stepping, run->step)->wait;
    return (wait_word(wait)->outcomes & OUTCOME_BIT(outcome)) &&
           leave_wait(stepping, outcome);
}

static bool dispatch(struct stepping *stepping)
{
    const struct event *event = stepping->event;

    switch (event->kind) {
    case EVENT_START:
        return on_start(stepping);
    case EVENT_STEP_OK:
        return on_step_done(stepping, event->outcome);
    case EVENT_STEP_ERR:
        return on_step_done(stepping, OUTCOME_ERROR);
    case EVENT_TIMER:
        return on_timer(stepping);
    case EVENT_SIGNAL:
        return on_signal(stepping, event->outcome);
    case EVENT_COUNT:
        break;
    }
    return false;
}

void run_init(struct run *run)
{
    *run =
        (struct run){ .step = STEP_NONE, .effect = STEP_NONE, .reason = REASON_POLICY };
}

bool run_step(const struct machine *machine, struct run *run, const struct event *event,
              struct commands *commands_out)
{
    static const struct facts nothing;
    struct stepping stepping = { machine, run, event,
                                 event->facts == NULL ? &nothing : event->facts,
                                 commands_out };

    commands_out->count = 0;
    if (!dispatch(&stepping)) {
        assert(commands_out->count == 0);
        run->ignored_count += run->ignored_count < UINT32_MAX;
        return false;
    }
    run->seq = event->seq;
    run->command_seq = event->seq;
    return true;
}

/* --- what a run says --- */

static const struct flow_step *effect_of(const struct definition *definition,
                                         const struct run *run)
{
    return run->effect == STEP_NONE ? NULL : &definition->steps[run->effect];
}

enum action run_action(const struct definition *definition, const struct run *run)
{
    const struct flow_step *effect = effect_of(definition, run);
    bool is_assigned;

    if (run->status == RUN_WAITING &&
        definition->steps[run->step].wait == WAIT_APPROVAL) {
        return ACTION_NEEDS_APPROVAL;
    }
    if (effect == NULL || run->status == RUN_STUCK) {
        return ACTION_REVIEW;
    }
    is_assigned = effect->activity == ACTIVITY_ASSIGN;
    if (is_assigned && (reason_asks_for_look(run->reason) ||
                        str_equal(effect->queue, action_name(ACTION_REVIEW)))) {
        return ACTION_REVIEW;
    }
    return activity_word(effect->activity)->action;
}

struct str run_queue(const struct definition *definition, const struct run *run)
{
    const struct flow_step *effect = effect_of(definition, run);

    return effect == NULL ? STR("") : effect->queue;
}
