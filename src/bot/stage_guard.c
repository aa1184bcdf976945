/* stage_guard.c - what is dangerous about the message, and the text that models may read.
 *
 * The guards give evidence; here it becomes facts and an outcome.  Somebody in danger
 * comes before everything else; then what could not be checked, then what attacks.
 */

#include "base/arena.h"
#include "base/err.h"
#include "bot/stages.h"
#include "guard/breaker.h"

/* The kinds that `guard.KIND` asks for: the guards that found something. */
static void tell_guards(struct turn *turn)
{
    struct str *kinds = arena_array(turn->arena, GUARD_COUNT, sizeof *kinds);
    size_t count = 0;

    for (enum guard_id guard = 0; guard < GUARD_COUNT; guard++) {
        if (evidence_has_guard(&turn->prepared->evidence, guard)) {
            kinds[count++] = guard_name(guard);
        }
    }
    turn->facts.guards = kinds;
    turn->facts.guard_count = count;
}

static void tell_risk(struct turn *turn)
{
    if (evidence_has_guard(&turn->prepared->evidence, GUARD_SELF_HARM)) {
        turn->facts.risk = RISK_SELF_HARM;
    } else if (evidence_has_guard(&turn->prepared->evidence, GUARD_SUBJECT)) {
        turn->facts.risk = RISK_BANNED;
    }
}

/* Attacks and threats; a banned subject has its own rule in the workflow. */
static bool is_blocked(const struct evidence *evidence)
{
    return evidence_has_guard(evidence, GUARD_INJECTION) ||
           evidence_has_guard(evidence, GUARD_MODEL) ||
           evidence_worst(evidence) == SEVERITY_BLOCK || evidence->is_cut;
}

static enum step_outcome outcome_of(const struct turn *turn)
{
    if (turn->facts.risk == RISK_SELF_HARM) {
        return OUTCOME_SELF_HARM;
    }
    if (evidence_has(&turn->prepared->evidence, EVIDENCE_UNAVAILABLE)) {
        return OUTCOME_UNAVAILABLE;
    }
    return is_blocked(&turn->prepared->evidence) ? OUTCOME_BLOCKED : OUTCOME_OK;
}

/* What could not be searched for personal data, no model reads. */
static void withhold_text(struct turn *turn, uint32_t unavailable)
{
    if ((unavailable & GUARD_BIT(GUARD_PII)) != 0) {
        turn->prepared->normal = (struct normal){ .text = STR("") };
    }
}

uint32_t turn_refused_guards(struct turn *turn, uint32_t asked)
{
    struct breakers *breakers = turn->request->breakers;

    return breakers == NULL ? GUARDS_NONE
                            : breakers_refused(breakers, asked, turn->request->at_ms);
}

void turn_record_guards(struct turn *turn, uint32_t asked, uint32_t failed)
{
    if (turn->request->breakers != NULL) {
        breakers_record(turn->request->breakers, asked, failed, turn->request->at_ms);
    }
}

/* A message with more personal data than fits is not the guard's failure: whoever sends
 * such ones must not open its breaker for others. */
static uint32_t failures_of(const struct prepared *prepared)
{
    return prepared->evidence.is_cut ? prepared->failed & ~GUARD_BIT(GUARD_PII)
                                     : prepared->failed;
}

void turn_read_message(struct turn *turn)
{
    struct prepared *prepared = turn->prepared;
    uint32_t asked = guard_asked_input(&turn->bot->guards);
    uint32_t refused;
    struct err err;

    if (turn->is_read) {
        return;
    }
    turn->is_read = true;
    refused = turn_refused_guards(turn, asked);
    if (prepare_message(prepared, turn->worker->preparer, turn->request->text, refused,
                        turn->arena, &err) != 0) {
        prepared->normal = (struct normal){ .text = STR("") };
    }
    turn_record_guards(turn, asked & ~refused, failures_of(prepared));
    withhold_text(turn, refused | prepared->failed);
    turn->tokens = text_tokens(turn->arena, prepared->normal.text, TURN_TOKENS_MAX);
    tell_guards(turn);
    tell_risk(turn);
    turn_lap(turn, STAGE_GUARD);
}

enum step_outcome stage_guard_input(void *context, const struct flow_command *command)
{
    (void)command;
    turn_read_message(context);
    return outcome_of(context);
}
