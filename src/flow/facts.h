/* facts.h - what is known about one message when a workflow chooses its way.
 *
 * The turn fills the struct as its stages run; conditions read it (names.h).  Scores are
 * whole millionths, so that a comparison means the same on every machine.  A zeroed
 * struct is the state before anything is known: no intent, not in scope, no confidence,
 * and nothing that policy may approve.
 *
 * Thread: a turn's facts belong to the turn.
 * Memory: views; the turn and its release own the texts.
 */
#ifndef FLOW_FACTS_H
#define FLOW_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "flow/words.h"

enum value_kind { VALUE_NIL, VALUE_TEXT, VALUE_NUMBER, VALUE_TRUTH };

struct value {
    enum value_kind kind;
    struct str text;
    int64_t micros; /* of a number */
    bool truth;
};

/* A named value: an entity's text, an attribute of the customer. */
struct fact {
    struct str name;
    struct value value;
};

/* What a bot lays down for an intent, as far as conditions ask for it. */
struct intent_policy {
    struct str label;
    bool is_banned;
    bool auto_respond;
};

struct facts {
    struct str intent;        /* the likeliest label; empty before `understand` */
    int64_t confidence;       /* millionths, 0 to 1 */
    int64_t threshold;        /* millionths, 0 to 1 */
    bool threshold_certified; /* by the release's certificate */
    bool in_scope;            /* of the bot's intents, and in one of its languages */
    struct str sentiment;     /* negative, neutral, positive */
    int64_t urgency;          /* millionths, 0 to 1 */
    int64_t priority;         /* 1 most urgent, 2, 3 */
    struct str language;      /* BCP 47 */
    bool language_served;     /* one of bot.yaml's languages */
    enum risk risk;
    bool draft_supported;
    bool policy_approves; /* human_in_the_loop: false, laid down for this intent */
    struct str channel;

    const struct fact *entities;
    size_t entity_count;
    const struct fact *customer;
    size_t customer_count;
    const struct str *guards; /* kinds of evidence found */
    size_t guard_count;
    const struct intent_policy *intents; /* of the release, in its order */
    size_t intent_count;
};

#endif
