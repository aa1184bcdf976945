/* bot.h - a release that is open for deciding: its sections read, checked and linked.
 *
 * Beside the configuration (config.h) a release holds
 *
 *     intent.nano     the model of intents (classify/nano.h)
 *     sentiment.nano  models of how customers feel and how much haste there is, where
 *     priority.nano   the examples have such labels
 *     certificate     from which confidence its answers may be trusted, as JSON
 *     search.index    the passages (search/index.h)
 *     guard.set       what the guards look for (guard/guard.h)
 *
 * Thread: any; read-only once open.
 * Memory: in the arena, and views into the release's bytes, which must live as long and
 *         be aligned to RELEASE_ALIGN.
 */
#ifndef BOT_BOT_H
#define BOT_BOT_H

#include "base/attr.h"
#include "bot/config.h"
#include "bot/decision.h"
#include "bot/draft.h"
#include "bot/release.h"
#include "classify/nano.h"
#include "flow/facts.h"
#include "guard/guard.h"
#include "guard/voice.h"
#include "search/index.h"

struct arena;
struct err;
struct mood_lexicon; /* classify/mood.h */

#define SECTION_INTENT_MODEL    STR("intent.nano")
#define SECTION_SENTIMENT_MODEL STR("sentiment.nano")
#define SECTION_PRIORITY_MODEL  STR("priority.nano")
#define SECTION_CERTIFICATE     STR("certificate")
#define SECTION_INDEX           STR("search.index")
#define SECTION_GUARDS          STR("guard.set")

struct bot {
    struct release release;
    struct str id; /* rel_... */
    struct bot_config config;
    const struct intent_policy *policies; /* by number of the intent in config.intents */
    struct manifest_threshold threshold;
    struct nano nano;
    const struct nano *sentiment; /* NULL: not labelled */
    const struct nano *priority;
    const struct mood_lexicon *mood;
    struct index index;
    const struct draft_subject *subjects; /* by intent and tongue: bot_subject() */
    struct guard_set guards;
    struct pattern_set *patterns; /* the team's own, also in guards; NULL: none */
    struct voice voice;           /* the brand's, as a guard of drafts */
    struct str currency;          /* of costs */
    /* for manifests: 64 hexadecimal digits each, or empty */
    struct str nano_sha256;
    struct str prompt_sha256;
    struct str brand_sha256;
    struct str workflow_sha256;
};

/* ERR_CORRUPT where the bytes are no release, or one of another program. */
int bot_open(struct bot **bot_out, struct str release_bytes, struct arena *arena,
             struct err *err) MUST_USE;

/* What drafts about one of the bot's intents start from. */
const struct draft_subject *bot_subject(const struct bot *bot,
                                        const struct intent *intent, enum tongue tongue);

#endif
