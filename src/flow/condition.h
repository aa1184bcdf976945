/* condition.h - the `when` of a workflow rule: a Lua 5.4 expression over declared names.
 *
 * An expression is read by us first: names, numbers, texts in quotes, `and or not`,
 * comparisons, `+ -`, parentheses, and nothing else.  Every use of a name becomes a
 * parameter of a Lua function that is made once, so that the code which Lua runs has no
 * global, no library, no call, no loop, no table and no way to make a text; what it can
 * read are its arguments.  An instruction count and a memory pool of our own bound it
 * all the same.
 *
 * Numbers: every number is a whole count of millionths, the ones written (0.85 is
 * 850000, 1 is 1000000) and the ones read (`confidence`, and also `priority`, `attempt`
 * and numbers of a customer), so `confidence < 0.85`, `urgency > 0.5` and
 * `priority == 1` are all exact and may be mixed.  At most six decimals, at most 1e9.
 *
 * A name that has no value (an entity that was not found) is nil; ordering it against a
 * number fails, and a rule that fails hands the run to a person.
 *
 * Thread: a condition is read-only; a set belongs to one thread at a time.
 * Memory: all in the arena given; a set takes CONDITION_SET_BYTES there at most and needs
 *         no closing.
 */
#ifndef FLOW_CONDITION_H
#define FLOW_CONDITION_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "config/mistakes.h"
#include "flow/facts.h"
#include "flow/names.h"

struct arena;
struct err;
struct condition_set;

enum {
    CONDITION_TEXT_MAX = 1000,     /* bytes of one expression */
    CONDITION_REFERENCES_MAX = 24, /* different names in it */
    CONDITION_DEPTH_MAX = 32,      /* of parentheses */
    CONDITION_STEPS_MAX = 10000,   /* Lua instructions of one evaluation */
    CONDITION_SET_BYTES = 1 << 20,
};

struct condition {
    struct str text;                    /* as written */
    struct str lua;                     /* `return function(v1, v2) return v1 < v2 end` */
    const struct reference *references; /* what v1, v2 ... stand for */
    size_t reference_count;
};

/* Read an expression whose first character stands at `place`.  NULL, and mistakes added,
 * where it is none. */
const struct condition *condition_parse(struct str text, struct place place,
                                        const struct vocabulary *vocabulary,
                                        struct arena *arena, struct mistakes *mistakes);

/* Compile all conditions of a definition; they must live as long as the set. */
int condition_set_open(struct condition_set **set_out, struct arena *arena,
                       const struct condition *const *conditions, size_t condition_count,
                       struct err *err) MUST_USE;

/* 1 where condition number `index` holds, 0 where it does not, -1 where it has no
 * answer for these facts (ERR_INPUT).  attempt as in reference_value(). */
int condition_holds(struct condition_set *set, size_t index, const struct facts *facts,
                    int64_t attempt, struct err *err) MUST_USE;

/* Why a rule with this condition fired: the first of its names, as written, that tells a
 * reason; REASON_POLICY where none does. */
enum reason condition_reason(const struct condition *condition,
                             const struct facts *facts);

/* Of Lua, as it is loaded. */
struct str condition_library_version(struct arena *arena);

#endif
