/* words.h - the fixed words of a workflow: what a step may do, how that may come out,
 * what it may wait for, and the reasons and actions a decision is told in.
 *
 * Each list is one table; the parser, the machine, messages and the manual read it.
 * A word that is not here is a mistake in a workflow, found by `usher check`.
 *
 * Thread: any.
 * Memory: names are static.
 */
#ifndef FLOW_WORDS_H
#define FLOW_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Why a decision came out as it did (CONTRACT.md, "One decision").  A reason that asks
 * for a look makes an assignment a `review`: nobody has understood the message yet. */
/*  constant           name                 asks for a look */
#define FLOW_REASONS(X)                                                                  \
    X(NONE, "", false)                                                                   \
    X(POLICY, "policy", false)                                                           \
    X(CERTIFIED, "certified", false)                                                     \
    X(RISK, "risk", false)                                                               \
    X(UNSUPPORTED, "unsupported", false)                                                 \
    X(MISSING_ENTITY, "missing_entity", false)                                           \
    X(LOW_CONFIDENCE, "low_confidence", true)                                            \
    X(OUT_OF_SCOPE, "out_of_scope", true)                                                \
    X(LANGUAGE, "language", true)                                                        \
    X(GUARD, "guard", true)                                                              \
    X(GUARD_UNAVAILABLE, "guard_unavailable", true)                                      \
    X(MODEL_UNAVAILABLE, "model_unavailable", true)                                      \
    X(BUDGET, "budget", true)                                                            \
    X(PRIORITY, "priority", false)                                                       \
    X(SELF_HARM, "self_harm", false)                                                     \
    X(DEADLINE, "deadline", false)                                                       \
    X(CUSTOMER_REQUEST, "customer_request", false)                                       \
    X(BANNED, "banned", false)

#define X(constant, name, look) REASON_##constant,
enum reason { FLOW_REASONS(X) REASON_COUNT };
#undef X

/* How an activity or a wait may come out.  An outcome for which a step names no target
 * takes the target of its fallback, and so on; OK is the step's `next`.  What has no
 * target at the end of that chain waits for a person (an activity's outcome) or changes
 * nothing (a wait's).  An outcome with a reason gives it to the run.  One that calls for
 * a person takes the right to approve away from policy for the rest of the run. */
/*  constant         name              fallback     reason          for a person */
#define FLOW_OUTCOMES(X)                                                                 \
    X(OK, "ok", OK, NONE, false)                                                         \
    X(BLOCKED, "blocked", ERROR, GUARD, true)                                            \
    X(SELF_HARM, "self_harm", OK, SELF_HARM, true)                                       \
    X(UNSUPPORTED, "unsupported", ERROR, UNSUPPORTED, true)                              \
    X(MISSING_ENTITY, "missing_entity", UNSUPPORTED, MISSING_ENTITY, true)               \
    X(BUDGET, "budget", UNAVAILABLE, BUDGET, true)                                       \
    X(UNGUARDED, "unguarded", BLOCKED, GUARD_UNAVAILABLE, true)                          \
    X(UNAVAILABLE, "unavailable", BLOCKED, NONE, true)                                   \
    X(ERROR, "error", ERROR, NONE, true)                                                 \
    X(APPROVED, "approved", APPROVED, NONE, false)                                       \
    X(EDITED, "edited", APPROVED, NONE, false)                                           \
    X(REJECTED, "rejected", REJECTED, POLICY, true)                                      \
    X(RESOLVED, "resolved", RESOLVED, NONE, false)                                       \
    X(DEADLINE, "deadline", DEADLINE, DEADLINE, true)

#define X(constant, name, fallback, reason, person) OUTCOME_##constant,
enum step_outcome { FLOW_OUTCOMES(X) OUTCOME_COUNT };
#undef X

#define OUTCOME_BIT(outcome) (UINT32_C(1) << (outcome))

/* Decisions as callers see them. */
#define FLOW_ACTIONS(X)                                                                  \
    X(AUTO_REPLY, "auto_reply")                                                          \
    X(NEEDS_APPROVAL, "needs_approval")                                                  \
    X(QUEUE, "queue")                                                                    \
    X(REVIEW, "review")                                                                  \
    X(ESCALATE, "escalate")                                                              \
    X(REFUSE, "refuse")

/* What the answer to a message may cost, from the intent and from the guards' evidence;
 * the larger one counts. */
#define FLOW_RISKS(X)                                                                    \
    X(NORMAL, "normal")                                                                  \
    X(HIGH, "high")                                                                      \
    X(BANNED, "banned")                                                                  \
    X(SELF_HARM, "self_harm")

#define X(constant, name) RISK_##constant,
enum risk { FLOW_RISKS(X) RISK_COUNT };
#undef X

#define X(constant, name) ACTION_##constant,
enum action { FLOW_ACTIONS(X) ACTION_COUNT };
#undef X

/* What a step may do.  An effect is seen outside and ends a decision with its action. */
enum activity {
    ACTIVITY_NONE,
    ACTIVITY_GUARD_INPUT,
    ACTIVITY_UNDERSTAND,
    ACTIVITY_DRAFT_REPLY,
    ACTIVITY_DELIVER,
    ACTIVITY_ASSIGN,
    ACTIVITY_REFUSE,
    ACTIVITY_ESCALATE,
    ACTIVITY_COUNT,
};

enum wait { WAIT_NONE, WAIT_APPROVAL, WAIT_RESOLUTION, WAIT_COUNT };

struct activity_word {
    struct str name;
    bool is_effect;
    bool may_name_queue;   /* `with: { queue: NAME }` */
    enum action action;    /* of an effect */
    enum reason failure;   /* of its `error` and `unavailable`; NONE keeps the reason */
    uint32_t outcomes;     /* OUTCOME_BIT()s, beside OK */
    uint32_t outcomes_due; /* those a workflow must name a target for */
};

struct wait_word {
    struct str name;
    uint32_t outcomes; /* DEADLINE aside, which every wait may have */
    uint32_t outcomes_due;
};

struct outcome_word {
    struct str name;
    enum step_outcome fallback;
    enum reason reason;
    bool calls_for_person;
};

const struct activity_word *activity_word(enum activity activity);
const struct wait_word *wait_word(enum wait wait);
const struct outcome_word *outcome_word(enum step_outcome outcome);
struct str reason_name(enum reason reason);
bool reason_asks_for_look(enum reason reason);
struct str action_name(enum action action);
struct str risk_name(enum risk risk);

/* The word of that name, or COUNT where there is none ("" is no name). */
enum activity activity_find(struct str name);
enum wait wait_find(struct str name);
enum step_outcome outcome_find(struct str name);
enum reason reason_find(struct str name);
enum risk risk_find(struct str name);

/* The reason after an outcome: the outcome's own, the activity's for its failures, or the
 * one before. */
enum reason outcome_reason(enum activity activity, enum step_outcome outcome,
                           enum reason before);

#endif
