/* stage_guard.c - what is dangerous about the message, and the text that models may read.
 *
 * The guards give evidence; here it becomes facts and an outcome.  What may be in danger
 * comes before what attacks, and an attack before a list that was cut.
 */

#include "base/arena.h"
#include "base/err.h"
#include "bot/stages.h"

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

enum step_outcome stage_guard_input(void *context, const struct command *command)
{
    struct turn *turn = context;
    struct prepared *prepared = turn->prepared;
    struct err err;

    (void)command;
    if (prepare_message(prepared, turn->worker->preparer, turn->request->text,
                        GUARDS_NONE, turn->arena, &err) != 0) {
        /* Too much personal data to redact: the evidence is cut, and blocks. */
        prepared->normal = (struct normal){ .text = STR("") };
    }
    withhold_text(turn, prepared->failed);
    turn->tokens = text_tokens(turn->arena, prepared->normal.text, TURN_TOKENS_MAX);
    tell_guards(turn);
    tell_risk(turn);
    turn_lap(turn, STAGE_GUARD);
    return outcome_of(turn);
}
