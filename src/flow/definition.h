/* definition.h - a workflow: the steps a message goes through, checked and immutable.
 *
 * workflow.yaml names an activity, a wait or a choice for each step, and where to go for
 * each outcome.  Reading it finds every mistake at once and proves what the machine
 * (step.h) relies on and what a bot must never do:
 *
 *   - every run ends or waits: no circle of steps without a wait for a person;
 *   - nobody is forgotten: no end without an answer or a hand-over before it;
 *   - nothing is delivered that was not guarded, drafted and, after that, approved.
 *
 * A definition is named by the SHA-256 of its canonical form, the same document as JSON
 * without its comments and spaces; that form is stored, and read back to an equal one.
 *
 * Thread: any; read-only once made.
 * Memory: all in the arena; nothing of the document is kept.
 */
#ifndef FLOW_DEFINITION_H
#define FLOW_DEFINITION_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/hash.h"
#include "config/mistakes.h"
#include "config/values.h"
#include "flow/condition.h"
#include "flow/names.h"
#include "flow/words.h"

struct arena;
struct buf;
struct err;
struct node;

enum {
    STEPS_MAX = 64,
    RULES_MAX = 64,      /* of one choice */
    CONDITIONS_MAX = 200 /* of a definition */
};

/* Where a move leads: a step's index, or one of these. */
enum { STEP_END = 0xfffe, STEP_NONE = 0xffff };

struct rule {
    const struct condition *when; /* NULL: the last one, which always holds */
    size_t condition;             /* its number in the definition */
    uint16_t next;
    enum reason reason; /* written, or NONE: the condition tells it */
};

struct flow_step {
    struct str name;
    enum activity activity;     /* ACTIVITY_NONE: a wait or a choice alone */
    enum wait wait;             /* after the activity, where there is one */
    struct duration deadline;   /* of the wait; 0 ms: none */
    struct str queue;           /* `with: { queue: NAME }`, or empty */
    enum reason reason;         /* of those who come here, or NONE: what brought them */
    uint16_t on[OUTCOME_COUNT]; /* as written, OK being `next`; see step_target() */
    const struct rule *rules;   /* of a choice */
    size_t rule_count;
};

struct definition {
    struct str name;
    uint16_t start;
    const struct flow_step *steps; /* as written */
    size_t step_count;
    const struct condition *const *conditions; /* of all rules, in order */
    size_t condition_count;
    struct str canonical; /* JSON */
    struct sha256 digest; /* of it */
};

/* Read a parsed workflow.yaml (or its canonical form).  NULL, and mistakes added, where
 * it is none.  document may be NULL or empty, which is a mistake too. */
const struct definition *definition_parse(const struct node *document,
                                          const struct vocabulary *vocabulary,
                                          struct arena *arena, struct mistakes *mistakes);

/* Read a canonical form back; ERR_CORRUPT for what definition_parse() would not take, or
 * would write otherwise. */
int definition_read(const struct definition **definition_out, struct arena *arena,
                    struct str canonical, struct err *err) MUST_USE;

/* Where an outcome leads from a step, by its fallbacks: a step, STEP_END or STEP_NONE. */
uint16_t step_target(const struct flow_step *step, enum step_outcome outcome);

/* "queue", "end" or "none". */
struct str step_name(const struct definition *definition, uint16_t step);

/* The keys of workflow.yaml as Markdown rows, for the manual. */
void definition_document(struct buf *buf);

#endif
