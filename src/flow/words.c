/* words.c - the fixed words of a workflow, as tables. */

#include "flow/words.h"

#include <assert.h>

#define TEXT(literal)                                                                    \
    {                                                                                    \
        literal, sizeof(literal) - 1                                                     \
    }
#define BIT(constant) OUTCOME_BIT(OUTCOME_##constant)

static const struct {
    struct str name;
    bool asks_for_look;
} reasons[REASON_COUNT] = {
#define X(constant, name, look) [REASON_##constant] = { TEXT(name), look },
    FLOW_REASONS(X)
#undef X
};

static const struct outcome_word outcomes[OUTCOME_COUNT] = {
#define X(constant, name, fallback, reason, person)                                      \
    [OUTCOME_##constant] = { TEXT(name), OUTCOME_##fallback, REASON_##reason, person },
    FLOW_OUTCOMES(X)
#undef X
};

static const struct str actions[ACTION_COUNT] = {
#define X(constant, name) [ACTION_##constant] = TEXT(name),
    FLOW_ACTIONS(X)
#undef X
};

static const struct str risks[RISK_COUNT] = {
#define X(constant, name) [RISK_##constant] = TEXT(name),
    FLOW_RISKS(X)
#undef X
};

static const struct activity_word activities[ACTIVITY_COUNT] = {
    [ACTIVITY_NONE] = { .name = TEXT("") },
    [ACTIVITY_GUARD_INPUT] = {
        .name = TEXT("guard_input"),
        .failure = REASON_GUARD_UNAVAILABLE,
        .outcomes = BIT(BLOCKED) | BIT(SELF_HARM) | BIT(UNAVAILABLE) | BIT(ERROR),
        .outcomes_due = BIT(BLOCKED),
    },
    [ACTIVITY_UNDERSTAND] = {
        .name = TEXT("understand"),
        .failure = REASON_MODEL_UNAVAILABLE,
        .outcomes = BIT(BUDGET) | BIT(UNAVAILABLE) | BIT(ERROR),
    },
    [ACTIVITY_DRAFT_REPLY] = {
        .name = TEXT("draft_reply"),
        .failure = REASON_MODEL_UNAVAILABLE,
        .outcomes = BIT(UNSUPPORTED) | BIT(MISSING_ENTITY) | BIT(BLOCKED) | BIT(UNGUARDED) |
 BIT(BUDGET) |
                    BIT(UNAVAILABLE) | BIT(ERROR),
        .outcomes_due = BIT(UNSUPPORTED),
    },
    [ACTIVITY_DELIVER] = {
        .name = TEXT("deliver"),
        .is_effect = true,
        .action = ACTION_AUTO_REPLY,
        .outcomes = BIT(ERROR),
    },
    [ACTIVITY_ASSIGN] = {
        .name = TEXT("assign"),
        .is_effect = true,
        .may_name_queue = true,
        .action = ACTION_QUEUE,
        .outcomes = BIT(ERROR),
    },
    [ACTIVITY_REFUSE] = {
        .name = TEXT("refuse"),
        .is_effect = true,
        .may_name_queue = true,
        .action = ACTION_REFUSE,
        .outcomes = BIT(ERROR),
    },
    [ACTIVITY_ESCALATE] = {
        .name = TEXT("escalate"),
        .is_effect = true,
        .may_name_queue = true,
        .action = ACTION_ESCALATE,
        .outcomes = BIT(ERROR),
    },
};

static const struct wait_word waits[WAIT_COUNT] = {
    [WAIT_NONE] = { .name = TEXT("") },
    [WAIT_APPROVAL] = { .name = TEXT("approval"),
                        .outcomes = BIT(APPROVED) | BIT(EDITED) | BIT(REJECTED),
                        .outcomes_due = BIT(APPROVED) | BIT(REJECTED) },
    [WAIT_RESOLUTION] = { .name = TEXT("resolution"),
                          .outcomes = BIT(RESOLVED),
                          .outcomes_due = BIT(RESOLVED) },
};

const struct activity_word *activity_word(enum activity activity)
{
    assert(activity < ACTIVITY_COUNT);
    return &activities[activity];
}

const struct wait_word *wait_word(enum wait wait)
{
    assert(wait < WAIT_COUNT);
    return &waits[wait];
}

const struct outcome_word *outcome_word(enum step_outcome outcome)
{
    assert(outcome < OUTCOME_COUNT);
    return &outcomes[outcome];
}

struct str reason_name(enum reason reason)
{
    assert(reason < REASON_COUNT);
    return reasons[reason].name;
}

bool reason_asks_for_look(enum reason reason)
{
    assert(reason < REASON_COUNT);
    return reasons[reason].asks_for_look;
}

struct str action_name(enum action action)
{
    assert(action < ACTION_COUNT);
    return actions[action];
}

struct str risk_name(enum risk risk)
{
    assert(risk < RISK_COUNT);
    return risks[risk];
}

enum activity activity_find(struct str name)
{
    enum activity found = ACTIVITY_NONE + 1;

    while (found < ACTIVITY_COUNT && !str_equal(activities[found].name, name)) {
        found++;
    }
    return found;
}

enum wait wait_find(struct str name)
{
    enum wait found = WAIT_NONE + 1;

    while (found < WAIT_COUNT && !str_equal(waits[found].name, name)) {
        found++;
    }
    return found;
}

enum step_outcome outcome_find(struct str name)
{
    enum step_outcome found = OUTCOME_OK;

    while (found < OUTCOME_COUNT && !str_equal(outcomes[found].name, name)) {
        found++;
    }
    return found;
}

enum reason reason_find(struct str name)
{
    enum reason found = REASON_NONE + 1;

    while (found < REASON_COUNT && !str_equal(reasons[found].name, name)) {
        found++;
    }
    return found;
}

enum risk risk_find(struct str name)
{
    enum risk found = RISK_NORMAL;

    while (found < RISK_COUNT && !str_equal(risks[found], name)) {
        found++;
    }
    return found;
}

enum reason outcome_reason(enum activity activity, enum step_outcome outcome,
                           enum reason before)
{
    enum reason reason = outcome_word(outcome)->reason;

    if (outcome == OUTCOME_ERROR || outcome == OUTCOME_UNAVAILABLE) {
        reason = activity_word(activity)->failure;
    }
    return reason == REASON_NONE ? before : reason;
}
