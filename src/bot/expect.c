/* expect.c - a decision against its expectation, one matter after the other. */

#include "bot/expect.h"

#include "base/buf.h"
#include "bot/decision.h"
#include "bot/examples.h"

static bool is_among(struct str text, const struct str *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(text, list[i])) {
            return true;
        }
    }
    return count == 0;
}

static bool complain(struct buf *why, const char *what, struct str found)
{
    buf_addf(why, "%s%s is \"%.*s\"", why->len == 0 ? "" : "; ", what, STR_ARG(found));
    return false;
}

static bool action_holds(const struct expectation *expectation,
                         const struct decision *decision, struct buf *why)
{
    struct str action = action_name(decision->action);
    struct str reason = reason_name(decision->reason);
    bool holds = true;

    if (!is_among(action, expectation->action, expectation->action_count)) {
        holds = complain(why, "action", action);
    }
    if (expectation->reason.len != 0 && !str_equal(reason, expectation->reason)) {
        holds = complain(why, "reason", reason);
    }
    return holds;
}

static bool intent_holds(const struct expectation *expectation,
                         const struct decision *decision, struct buf *why)
{
    if (decision->action == ACTION_REVIEW || decision->action == ACTION_ESCALATE ||
        is_among(decision->intent.label, expectation->intent,
                 expectation->intent_count)) {
        return true;
    }
    return complain(why, "intent", decision->intent.label);
}

/* "page.md#anchor" */
static bool names(struct str passage, const struct decision_citation *citation)
{
    size_t hash = str_find_char(passage, '#');

    return str_equal(str_slice(passage, 0, hash), citation->page) &&
           str_equal(str_slice(passage, hash + 1, passage.len), citation->anchor);
}

/* Without a draft: what was decided instead is asked for by name. */
static bool may_cite_nothing(const struct expectation *expectation,
                             const struct decision *decision, struct buf *why)
{
    if (expectation->passage_count == 0 ||
        (expectation->action_count != 0 &&
         is_among(action_name(decision->action), expectation->action,
                  expectation->action_count))) {
        return true;
    }
    buf_addf(why, "%sno draft cites a passage", why->len == 0 ? "" : "; ");
    return false;
}

static bool passages_hold(const struct expectation *expectation,
                          const struct decision_draft *draft, struct buf *why)
{
    for (size_t i = 0; i < expectation->passage_count; i++) {
        for (size_t k = 0; k < draft->citation_count; k++) {
            if (names(expectation->passages[i], &draft->citations[k])) {
                return true;
            }
        }
    }
    if (expectation->passage_count == 0) {
        return true;
    }
    for (size_t k = 0; k < draft->citation_count; k++) {
        (void)complain(why, "passage", draft->citations[k].anchor);
    }
    return false;
}

static bool contains_nocase(struct str text, struct str part)
{
    for (size_t at = 0; at + part.len <= text.len; at++) {
        if (str_equal_ascii_nocase(str_slice(text, at, part.len), part)) {
            return true;
        }
    }
    return false;
}

static bool words_hold(const struct expectation *expectation,
                       const struct decision_draft *draft, struct buf *why)
{
    bool holds = true;

    for (size_t i = 0; i < expectation->must_not_say_count; i++) {
        if (contains_nocase(draft->text, expectation->must_not_say[i])) {
            holds = complain(why, "forbidden text", expectation->must_not_say[i]);
        }
    }
    return holds;
}

bool expectation_holds(const struct expectation *expectation,
                       const struct decision *decision, struct buf *why)
{
    bool holds = action_holds(expectation, decision, why);

    holds = intent_holds(expectation, decision, why) && holds;
    if (decision->draft == NULL) {
        return may_cite_nothing(expectation, decision, why) && holds;
    }
    holds = passages_hold(expectation, decision->draft, why) && holds;
    return words_hold(expectation, decision->draft, why) && holds;
}
