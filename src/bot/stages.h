/* stages.h - the stages of a turn: the activities of a workflow, over one message.
 *
 * Only turn.c, the stage files and their tests include it.
 *
 * Thread: the turn's.
 * Memory: everything a stage finds lives in the turn's arena.
 */
#ifndef BOT_STAGES_H
#define BOT_STAGES_H

#include "bot/bot.h"
#include "bot/prepare.h"
#include "bot/turn.h"
#include "flow/run_memory.h"
#include "text/language.h"
#include "text/normalise.h"
#include "text/stem.h"
#include "text/tokens.h"
#include "text/tongue.h"

struct draft; /* bot/draft.h */

/* What is timed; in manifests by these names. */
#define TURN_STAGES(X)                                                                   \
    X(GUARD, "guard")                                                                    \
    X(LANGUAGE, "language")                                                              \
    X(INTENT, "intent")                                                                  \
    X(MOOD, "mood")                                                                      \
    X(ENTITIES, "entities")                                                              \
    X(DRAFT, "draft")                                                                    \
    X(GUARD_DRAFT, "guard_draft")                                                        \
    X(DECIDE, "decide")

#define X(constant, name) STAGE_##constant,
enum turn_stage { TURN_STAGES(X) STAGE_COUNT };
#undef X

struct turn_worker {
    const struct bot *bot;
    turn_clock_fn clock; /* NULL: no timings */
    struct machine machine;
    struct stemmer *stemmer;
    struct nano_scratch *nano;
    struct preparer *preparer;
    struct pattern_scratch *patterns; /* NULL where the bot has none */
    struct guard_scratch *guard;      /* for drafts */
    struct evidence *found;           /* in a draft */
};

enum { TURN_TOKENS_MAX = 4000 };

struct turn {
    struct turn_worker *worker;
    const struct bot *bot;
    const struct turn_request *request;
    struct arena *arena;
    struct facts facts;
    struct run run;
    struct decision *decision;

    bool is_read;
    struct prepared *prepared; /* the message as models and search read it */
    struct tokens tokens;      /* of that */
    struct normal plain;       /* of the message itself: where entities are looked for */
    struct tokens plain_tokens;
    enum tongue tongue;                 /* in which the answer would be */
    const struct intent *intent;        /* NULL: not understood */
    const struct decision_draft *draft; /* NULL: none */

    int64_t lap_ns; /* when the last stage ended */
    int64_t stage_ns[STAGE_COUNT];
};

/* Time since the last call belongs to this stage. */
void turn_lap(struct turn *turn, enum turn_stage stage);

/* The guards of `asked` that their breakers keep from being asked; and what became of the
 * others. */
uint32_t turn_refused_guards(struct turn *turn, uint32_t asked);
void turn_record_guards(struct turn *turn, uint32_t asked, uint32_t failed);

/* Guard, redact and normalise the message, once: the activities that read it begin with
 * this, so none reads what was not searched for personal data. */
void turn_read_message(struct turn *turn);

/* The activities; context is the struct turn. */
enum step_outcome stage_guard_input(void *context, const struct flow_command *command);
enum step_outcome stage_understand(void *context, const struct flow_command *command);
enum step_outcome stage_draft_reply(void *context, const struct flow_command *command);

/* Whether a draft may be shown to those who could send it: OK, BLOCKED, UNGUARDED.  name
 * is the one that it greets, or empty. */
enum step_outcome stage_check_draft(struct turn *turn, const struct draft *draft,
                                    struct str name);

/* Fill the manifest from a turn that is over. */
void manifest_fill(const struct turn *turn, struct manifest *manifest);

#endif
