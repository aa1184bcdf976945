/* definition_check.c - what every definition is proved to keep, by walks over its graph.
 *
 * An edge is instant where no person and no clock stands in it: the outcomes of an
 * activity, the rules of a choice, and an approval, which policy may give at once.
 */

#include <assert.h>

#include "base/arena.h"
#include "flow/definition_internal.h"

struct check {
    const struct definition *definition;
    const struct step_places *places;
    struct arena *arena;
    struct mistakes *mistakes;
};

/* Which edges a walk follows from a step; NULL: all. */
typedef bool (*edge_fn)(const struct flow_step *step, enum step_outcome outcome);

struct walk {
    const struct definition *definition;
    edge_fn may_follow;
    bool is_reached[STEPS_MAX];
    bool ends; /* STEP_END is reached */
    uint16_t open[STEPS_MAX];
    size_t open_count;
};

static void reach(struct walk *walk, uint16_t step)
{
    if (step == STEP_END) {
        walk->ends = true;
    } else if (step != STEP_NONE && !walk->is_reached[step]) {
        assert(walk->open_count < STEPS_MAX);
        walk->is_reached[step] = true;
        walk->open[walk->open_count++] = step;
    }
}

static void follow(struct walk *walk, const struct flow_step *step)
{
    for (size_t i = 0; i < step->rule_count; i++) {
        if (walk->may_follow == NULL || walk->may_follow(step, OUTCOME_OK)) {
            reach(walk, step->rules[i].next);
        }
    }
    for (enum step_outcome outcome = 0; outcome < OUTCOME_COUNT; outcome++) {
        if (walk->may_follow == NULL || walk->may_follow(step, outcome)) {
            reach(walk, step->on[outcome]);
        }
    }
}

static void walk_on(struct walk *walk)
{
    while (walk->open_count > 0) {
        follow(walk, &walk->definition->steps[walk->open[--walk->open_count]]);
    }
}

static void walk_from_start(struct walk *walk, const struct definition *definition,
                            edge_fn may_follow)
{
    *walk = (struct walk){ .definition = definition, .may_follow = may_follow };
    reach(walk, definition->start);
    walk_on(walk);
}

static void mistake_at(struct check *check, size_t step, const char *what,
                       const char *expected)
{
    struct str name = check->definition->steps[step].name;

    mistakes_add(check->mistakes, check->places->at[step],
                 str_format(check->arena, "step \"%.*s\" %s", STR_ARG(name), what),
                 str_from(expected), STR(""));
}

/* --- every step can be reached --- */

static void check_reached(struct check *check)
{
    struct walk walk;

    walk_from_start(&walk, check->definition, NULL);
    for (size_t i = 0; i < check->definition->step_count; i++) {
        if (!walk.is_reached[i]) {
            mistake_at(check, i, "is never reached", "a way from the start");
        }
    }
}

/* --- every run ends or waits --- */

static bool is_instant(const struct flow_step *step, enum step_outcome outcome)
{
    bool of_activity = activity_word(step->activity)->outcomes & OUTCOME_BIT(outcome);

    return outcome == OUTCOME_OK || of_activity || outcome == OUTCOME_APPROVED;
}

static void check_circles(struct check *check)
{
    const struct definition *definition = check->definition;

    for (uint16_t i = 0; i < definition->step_count; i++) {
        struct walk walk = { .definition = definition, .may_follow = is_instant };

        follow(&walk, &definition->steps[i]);
        walk_on(&walk);
        if (walk.is_reached[i]) {
            mistake_at(check, i, "comes back to itself without waiting",
                       "a wait in the circle");
        }
    }
}

/* --- nobody is forgotten --- */

static bool is_idle(const struct flow_step *step, enum step_outcome outcome)
{
    return !activity_word(step->activity)->is_effect && is_instant(step, outcome);
}

static void check_forgotten(struct check *check)
{
    struct walk walk;

    walk_from_start(&walk, check->definition, is_idle);
    if (!walk.ends) {
        return;
    }
    for (size_t i = 0; i < check->definition->step_count; i++) {
        struct walk last = { .definition = check->definition, .may_follow = is_idle };

        if (walk.is_reached[i]) {
            follow(&last, &check->definition->steps[i]);
        }
        if (last.ends) {
            mistake_at(check, i, "can end a run without an answer or a hand-over",
                       "deliver, assign, refuse or escalate before the end");
        }
    }
}

/* --- nothing is delivered that was not guarded, drafted and then approved --- */

static bool is_unguarded(const struct flow_step *step, enum step_outcome outcome)
{
    (void)outcome;
    return step->activity != ACTIVITY_GUARD_INPUT;
}

static bool is_undrafted(const struct flow_step *step, enum step_outcome outcome)
{
    return step->activity != ACTIVITY_DRAFT_REPLY ||
           (activity_word(step->activity)->outcomes & OUTCOME_BIT(outcome));
}

static bool is_unapproved(const struct flow_step *step, enum step_outcome outcome)
{
    (void)step;
    return outcome != OUTCOME_APPROVED && outcome != OUTCOME_EDITED;
}

static void check_deliveries(struct check *check, const struct walk *walk,
                             const char *what, const char *expected)
{
    for (size_t i = 0; i < check->definition->step_count; i++) {
        if (check->definition->steps[i].activity == ACTIVITY_DELIVER &&
            walk->is_reached[i]) {
            mistake_at(check, i, what, expected);
        }
    }
}

static void check_delivery(struct check *check)
{
    const struct definition *definition = check->definition;
    struct walk walk;

    walk_from_start(&walk, definition, is_unguarded);
    check_deliveries(check, &walk, "can send what no guard has seen",
                     "guard_input before it");
    walk_from_start(&walk, definition, is_undrafted);
    check_deliveries(check, &walk, "can send before there is a draft",
                     "draft_reply before it");
    /* An approval counts for the draft before it, not for a later one. */
    walk_from_start(&walk, definition, is_unapproved);
    for (uint16_t i = 0; i < definition->step_count; i++) {
        if (definition->steps[i].activity == ACTIVITY_DRAFT_REPLY) {
            reach(&walk, i);
            walk_on(&walk);
        }
    }
    check_deliveries(check, &walk, "can send what nobody has approved",
                     "wait: approval between the draft and it");
}

/* --- a remark: who is in danger should not wait in a queue --- */

static bool reads_risk(const struct condition *condition)
{
    for (size_t i = 0; i < condition->reference_count; i++) {
        if (condition->references[i].name == NAME_RISK) {
            return true;
        }
    }
    return false;
}

static void remark_on_risk(struct check *check)
{
    const struct definition *definition = check->definition;

    for (size_t i = 0; i < definition->condition_count; i++) {
        if (reads_risk(definition->conditions[i])) {
            return;
        }
    }
    mistakes_remark(check->mistakes, check->places->at[definition->start],
                    STR("no rule of this workflow reads risk"),
                    STR("risk == \"self_harm\" before other rules"));
}

void definition_check(const struct definition *definition,
                      const struct step_places *places, struct arena *arena,
                      struct mistakes *mistakes)
{
    struct check check = { definition, places, arena, mistakes };

    check_reached(&check);
    check_circles(&check);
    check_forgotten(&check);
    check_delivery(&check);
    remark_on_risk(&check);
}
