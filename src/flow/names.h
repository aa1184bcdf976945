/* names.h - the names a workflow's `when` may read, their types, and what they tell.
 *
 * One table holds CONTRACT.md's list.  A reference is one use of a name: `confidence`,
 * `entities.order_number`, `banned(intent)`.  Its value comes from the facts; and where
 * that value by itself explains why a rule fired (`in_scope` being false, `priority`
 * being 1), it names the reason.  So the routing rules of a workflow explain themselves,
 * and no code repeats them.
 *
 * Thread: any.
 * Memory: views into the expression, the vocabulary and the facts.
 */
#ifndef FLOW_NAMES_H
#define FLOW_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "flow/facts.h"
#include "flow/words.h"

/* The names that belong to one bot.  A list whose `at` is NULL is not checked. */
struct name_list {
    const struct str *at;
    size_t count;
};

struct vocabulary {
    struct name_list intents;
    struct name_list entities;
    struct name_list guards;
    struct name_list queues;
};

enum name {
    NAME_INTENT,
    NAME_CONFIDENCE,
    NAME_THRESHOLD,
    NAME_IN_SCOPE,
    NAME_SENTIMENT,
    NAME_URGENCY,
    NAME_PRIORITY,
    NAME_LANGUAGE,
    NAME_ENTITIES,
    NAME_GUARD,
    NAME_RISK,
    NAME_DRAFT,
    NAME_ATTEMPT,
    NAME_CHANNEL,
    NAME_CUSTOMER,
    NAME_BANNED,
    NAME_AUTO_RESPOND,
    NAME_HAS,
    NAME_COUNT,
};

/* How a name is written: x, x.MEMBER, x(ARGUMENT). */
enum name_form { FORM_PLAIN, FORM_MEMBER, FORM_CALL };

struct name_word {
    struct str name;
    enum name_form form;
    enum value_kind type; /* NIL: may be of any type */
};

const struct name_word *name_word(enum name name);

/* The name so written, or NAME_COUNT. */
enum name name_find(struct str text);

/* What may stand as the text of a name (`risk == "..."`), as its member or as its
 * argument; at is NULL where anything may. */
struct name_list name_values(enum name name, const struct vocabulary *vocabulary);
struct name_list name_members(enum name name, const struct vocabulary *vocabulary);

struct reference {
    enum name name;
    struct str member; /* of a member or a call; empty in banned(intent) */
};

/* attempt: how often the run has come to the step that asks. */
struct value reference_value(const struct reference *reference, const struct facts *facts,
                             int64_t attempt);

/* The reason that the value tells by itself, or REASON_NONE. */
enum reason reference_reason(const struct reference *reference,
                             const struct facts *facts);

#endif
