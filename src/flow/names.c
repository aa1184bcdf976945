/* names.c - the names a workflow's `when` may read. */

#include "flow/names.h"

#include <assert.h>

#include "base/attr.h"
#include "base/decimal.h"

#define TEXT(literal)                                                                    \
    {                                                                                    \
        literal, sizeof(literal) - 1                                                     \
    }

static const struct name_word names[NAME_COUNT] = {
    [NAME_INTENT] = { TEXT("intent"), FORM_PLAIN, VALUE_TEXT },
    [NAME_CONFIDENCE] = { TEXT("confidence"), FORM_PLAIN, VALUE_NUMBER },
    [NAME_THRESHOLD] = { TEXT("threshold"), FORM_PLAIN, VALUE_NUMBER },
    [NAME_IN_SCOPE] = { TEXT("in_scope"), FORM_PLAIN, VALUE_TRUTH },
    [NAME_SENTIMENT] = { TEXT("sentiment"), FORM_PLAIN, VALUE_TEXT },
    [NAME_URGENCY] = { TEXT("urgency"), FORM_PLAIN, VALUE_NUMBER },
    [NAME_PRIORITY] = { TEXT("priority"), FORM_PLAIN, VALUE_NUMBER },
    [NAME_LANGUAGE] = { TEXT("language"), FORM_PLAIN, VALUE_TEXT },
    [NAME_ENTITIES] = { TEXT("entities"), FORM_MEMBER, VALUE_TEXT },
    [NAME_GUARD] = { TEXT("guard"), FORM_MEMBER, VALUE_TRUTH },
    [NAME_RISK] = { TEXT("risk"), FORM_PLAIN, VALUE_TEXT },
    [NAME_DRAFT] = { TEXT("draft"), FORM_MEMBER, VALUE_TRUTH },
    [NAME_ATTEMPT] = { TEXT("attempt"), FORM_PLAIN, VALUE_NUMBER },
    [NAME_CHANNEL] = { TEXT("channel"), FORM_PLAIN, VALUE_TEXT },
    [NAME_CUSTOMER] = { TEXT("customer"), FORM_MEMBER, VALUE_NIL },
    [NAME_BANNED] = { TEXT("banned"), FORM_CALL, VALUE_TRUTH },
    [NAME_AUTO_RESPOND] = { TEXT("auto_respond"), FORM_CALL, VALUE_TRUTH },
    [NAME_HAS] = { TEXT("has"), FORM_CALL, VALUE_TRUTH },
};

static const struct str sentiments[] = { TEXT("negative"), TEXT("neutral"),
                                         TEXT("positive") };
static const struct str draft_members[] = { TEXT("supported") };
static const struct str risks[RISK_COUNT] = {
#define X(constant, name) TEXT(name),
    FLOW_RISKS(X)
#undef X
};

#define LIST(array) ((struct name_list){ array, COUNT_OF(array) })

const struct name_word *name_word(enum name name)
{
    assert(name < NAME_COUNT);
    return &names[name];
}

enum name name_find(struct str text)
{
    enum name found = 0;

    while (found < NAME_COUNT && !str_equal(names[found].name, text)) {
        found++;
    }
    return found;
}

struct name_list name_values(enum name name, const struct vocabulary *vocabulary)
{
    switch ((int)name) {
    case NAME_INTENT:
        return vocabulary->intents;
    case NAME_SENTIMENT:
        return LIST(sentiments);
    case NAME_RISK:
        return LIST(risks);
    default:
        return (struct name_list){ NULL, 0 };
    }
}

struct name_list name_members(enum name name, const struct vocabulary *vocabulary)
{
    switch ((int)name) {
    case NAME_ENTITIES:
    case NAME_HAS:
        return vocabulary->entities;
    case NAME_GUARD:
        return vocabulary->guards;
    case NAME_DRAFT:
        return LIST(draft_members);
    case NAME_BANNED:
    case NAME_AUTO_RESPOND:
        return vocabulary->intents;
    default:
        return (struct name_list){ NULL, 0 };
    }
}

static struct value nil(void)
{
    return (struct value){ .kind = VALUE_NIL };
}

static struct value text(struct str of)
{
    return (struct value){ .kind = VALUE_TEXT, .text = of };
}

static struct value micros(int64_t of)
{
    return (struct value){ .kind = VALUE_NUMBER, .micros = of };
}

static struct value truth(bool of)
{
    return (struct value){ .kind = VALUE_TRUTH, .truth = of };
}

static struct value fact_of(const struct fact *facts, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(facts[i].name, name)) {
            return facts[i].value;
        }
    }
    return nil();
}

static bool has_evidence(const struct facts *facts, struct str kind)
{
    for (size_t i = 0; i < facts->guard_count; i++) {
        if (str_equal(facts->guards[i], kind)) {
            return true;
        }
    }
    return false;
}

static const struct intent_policy *policy_of(const struct reference *reference,
                                             const struct facts *facts)
{
    struct str label =
        str_is_empty(reference->member) ? facts->intent : reference->member;

    for (size_t i = 0; i < facts->intent_count; i++) {
        if (str_equal(facts->intents[i].label, label)) {
            return &facts->intents[i];
        }
    }
    return NULL;
}

/* A banned subject that the guards have found bans the message, whatever its intent. */
static bool is_banned(const struct reference *reference, const struct facts *facts)
{
    const struct intent_policy *policy = policy_of(reference, facts);

    return (policy != NULL && policy->is_banned) ||
           (str_is_empty(reference->member) && facts->risk == RISK_BANNED);
}

static bool may_auto_respond(const struct reference *reference, const struct facts *facts)
{
    const struct intent_policy *policy = policy_of(reference, facts);

    return policy != NULL && policy->auto_respond;
}

struct value reference_value(const struct reference *reference, const struct facts *facts,
                             int64_t attempt)
{
    switch (reference->name) {
    case NAME_INTENT:
        return text(facts->intent);
    case NAME_CONFIDENCE:
        return micros(facts->confidence);
    case NAME_THRESHOLD:
        return micros(facts->threshold);
    case NAME_IN_SCOPE:
        return truth(facts->in_scope);
    case NAME_SENTIMENT:
        return text(facts->sentiment);
    case NAME_URGENCY:
        return micros(facts->urgency);
    case NAME_PRIORITY:
        return micros(facts->priority * MICROS_ONE);
    case NAME_LANGUAGE:
        return text(facts->language);
    case NAME_ENTITIES:
        return fact_of(facts->entities, facts->entity_count, reference->member);
    case NAME_GUARD:
        return truth(has_evidence(facts, reference->member));
    case NAME_RISK:
        return text(risk_name(facts->risk));
    case NAME_DRAFT:
        return truth(facts->draft_supported);
    case NAME_ATTEMPT:
        return micros(attempt * MICROS_ONE);
    case NAME_CHANNEL:
        return text(facts->channel);
    case NAME_CUSTOMER:
        return fact_of(facts->customer, facts->customer_count, reference->member);
    case NAME_BANNED:
        return truth(is_banned(reference, facts));
    case NAME_AUTO_RESPOND:
        return truth(may_auto_respond(reference, facts));
    case NAME_HAS:
        return truth(
            fact_of(facts->entities, facts->entity_count, reference->member).kind !=
            VALUE_NIL);
    case NAME_COUNT:
        break;
    }
    return nil();
}

static enum reason risk_reason(enum risk risk)
{
    static const enum reason by_risk[RISK_COUNT] = { [RISK_NORMAL] = REASON_NONE,
                                                     [RISK_HIGH] = REASON_RISK,
                                                     [RISK_BANNED] = REASON_BANNED,
                                                     [RISK_SELF_HARM] =
                                                         REASON_SELF_HARM };
    return by_risk[risk];
}

static enum reason guard_reason(const struct reference *reference,
                                const struct facts *facts)
{
    if (!has_evidence(facts, reference->member)) {
        return REASON_NONE;
    }
    if (str_equal(reference->member, risk_name(RISK_SELF_HARM))) {
        return REASON_SELF_HARM;
    }
    return str_equal(reference->member, STR("subject")) ? REASON_BANNED : REASON_GUARD;
}

static bool is_foreign(const struct facts *facts)
{
    return !facts->language_served && !str_is_empty(facts->language);
}

static enum reason when(bool tells, enum reason reason)
{
    return tells ? reason : REASON_NONE;
}

enum reason reference_reason(const struct reference *reference, const struct facts *facts)
{
    switch ((int)reference->name) {
    case NAME_CONFIDENCE:
        return when(facts->confidence < facts->threshold, REASON_LOW_CONFIDENCE);
    case NAME_IN_SCOPE:
        return when(!facts->in_scope,
                    is_foreign(facts) ? REASON_LANGUAGE : REASON_OUT_OF_SCOPE);
    case NAME_LANGUAGE:
        return when(is_foreign(facts), REASON_LANGUAGE);
    case NAME_URGENCY:
        return when(facts->urgency >= MICROS_ONE / 2, REASON_PRIORITY);
    case NAME_PRIORITY:
        return when(facts->priority == 1, REASON_PRIORITY);
    case NAME_GUARD:
        return guard_reason(reference, facts);
    case NAME_RISK:
        return risk_reason(facts->risk);
    case NAME_BANNED:
        return when(is_banned(reference, facts), REASON_BANNED);
    case NAME_DRAFT:
        return when(!facts->draft_supported, REASON_UNSUPPORTED);
    case NAME_ENTITIES:
    case NAME_HAS:
        return when(
            fact_of(facts->entities, facts->entity_count, reference->member).kind ==
                VALUE_NIL,
            REASON_MISSING_ENTITY);
    default:
        return REASON_NONE;
    }
}
