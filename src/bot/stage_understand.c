/* stage_understand.c - what the message is about: language, intent, mood, entities. */

#include <assert.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/err.h"
#include "base/utf8.h"
#include "bot/stages.h"
#include "classify/entities.h"
#include "classify/mood.h"

enum { SCORE_MIN = 10000 /* scores below 0.01 are not told */ };

/* --- language --- */

/* Where the words do not tell, the bot's first language is assumed. */
static void find_language(struct turn *turn)
{
    const struct settings *settings = &turn->bot->config.settings;
    struct str code = turn->request->language;
    bool is_known = !str_is_empty(code);

    if (!is_known) {
        struct language found =
            language_detect(turn->prepared->normal.text, &turn->tokens, turn->arena);

        is_known = found.is_reliable;
        code = is_known ? str_copy(turn->arena, str_from(found.code))
                        : settings->languages[0];
    }
    turn->facts.language = code;
    turn->facts.language_served = !is_known || settings_serve_language(settings, code);
    turn->tongue = tongue_from_code(code);
    turn->decision->language = code;
    turn_lap(turn, STAGE_LANGUAGE);
}

/* --- intent --- */

/* Largest first; of equals the one whose label comes first. */
static void insert_score(struct scored_label *scores, size_t count,
                         struct scored_label score)
{
    while (count > 0 && scores[count - 1].confidence < score.confidence) {
        scores[count] = scores[count - 1];
        count--;
    }
    scores[count] = score;
}

static void tell_scores(struct turn *turn)
{
    const struct nano *nano = &turn->bot->nano;
    struct manifest *manifest = &turn->decision->manifest;
    struct decision_intent *intent = &turn->decision->intent;
    struct scored_label *scores =
        arena_array(turn->arena, MICROS_ONE / SCORE_MIN + 1, sizeof *scores);

    for (size_t i = 0; i < nano_label_count(nano); i++) {
        int64_t probability = nano_probability(turn->worker->nano, i);

        if (probability >= SCORE_MIN) {
            insert_score(scores, manifest->score_count++,
                         (struct scored_label){ nano_label(nano, i), probability });
        }
    }
    manifest->scores = scores;
    for (size_t i = 0;
         i < manifest->score_count && intent->alternative_count < ALTERNATIVES_MAX; i++) {
        if (!str_equal(scores[i].label, intent->label)) {
            intent->alternatives[intent->alternative_count++] = scores[i];
        }
    }
}

static enum risk risk_of(const struct bot *bot, const struct intent *intent)
{
    bool is_banned = bot_config_is_banned(&bot->config, intent);

    return is_banned && intent->risk < RISK_BANNED ? RISK_BANNED : intent->risk;
}

static void find_intent(struct turn *turn)
{
    const struct bot *bot = turn->bot;
    struct decision_intent *told = &turn->decision->intent;
    struct facts *facts = &turn->facts;
    struct nano_answer answer;

    nano_ask(&bot->nano, turn->worker->nano, turn->prepared->normal.text, &answer);
    turn->intent =
        intents_find(&bot->config.intents, nano_label(&bot->nano, answer.label));
    facts->intent = turn->intent->head.name;
    facts->confidence = answer.confidence;
    facts->threshold = bot->threshold.value;
    facts->threshold_certified = bot->threshold.is_certified;
    facts->in_scope = answer.is_in_scope && facts->language_served;
    facts->priority = turn->intent->priority;
    facts->policy_approves = !turn->intent->human_in_the_loop;
    if (risk_of(bot, turn->intent) > facts->risk) {
        facts->risk = risk_of(bot, turn->intent);
    }
    told->label = facts->intent;
    told->confidence = facts->confidence;
    told->in_scope = facts->in_scope;
    tell_scores(turn);
    turn_lap(turn, STAGE_INTENT);
}

/* --- mood --- */

/* The intent's priority stands, but for a message that by its words is of the first. */
static void find_mood(struct turn *turn)
{
    struct facts *facts = &turn->facts;
    struct decision *decision = turn->decision;
    struct mood mood;

    mood_read(&mood, turn->bot->mood, turn->prepared->normal.text, &turn->tokens,
              turn->tongue);
    mood_correct(&mood, turn->bot->sentiment, turn->bot->priority, turn->worker->nano);
    facts->sentiment = str_from(sentiment_name(mood.sentiment));
    facts->urgency = mood.urgency;
    if (mood.priority == PRIORITY_FIRST) {
        facts->priority = PRIORITY_FIRST;
    }
    decision->sentiment =
        (struct scored_label){ facts->sentiment, mood.sentiments[mood.sentiment] };
    decision->urgency = facts->urgency;
    decision->priority = facts->priority;
    turn_lap(turn, STAGE_MOOD);
}

/* --- entities --- */

/* Where a place in the plain text, in code points, lies in the message. */
static size_t message_place(const struct turn *turn, size_t place)
{
    size_t offset = 0;

    if (turn->plain.origins == NULL) {
        return place;
    }
    for (; place > 0 && offset < turn->plain.text.len; place--) {
        (void)utf8_next(turn->plain.text, &offset);
    }
    return utf8_count(
        str_slice(turn->request->text, 0, normal_origin(&turn->plain, offset)));
}

static void read_plain_text(struct turn *turn)
{
    struct err err;
    int failed;

    if (turn->prepared->redacted.span_count == 0) {
        turn->plain = turn->prepared->normal;
        turn->plain_tokens = turn->tokens;
        return;
    }
    failed = text_normalise(&turn->plain, turn->arena, turn->request->text, &err);
    assert(failed == 0); /* the message was checked */
    turn->plain_tokens = text_tokens(turn->arena, turn->plain.text, TURN_TOKENS_MAX);
}

/* They are looked for in the message as it was written: rules find them, not a model, and
 * an answer may need an e-mail address that models must not see. */
static void find_entities(struct turn *turn)
{
    struct entities found;
    struct decision_entity *told;
    struct fact *facts;

    read_plain_text(turn);
    entities_find(&found, turn->plain.text, &turn->plain_tokens, entity_rules_usual,
                  entity_rules_usual_count);
    told = arena_array(turn->arena, found.count + 1, sizeof *told);
    facts = arena_array(turn->arena, found.count + 1, sizeof *facts);
    for (size_t i = 0; i < found.count; i++) {
        const struct entity *entity = &found.items[i];

        facts[i] = (struct fact){ .name = entity->type,
                                  .value = { .kind = VALUE_TEXT, .text = entity->text } };
        told[i] = (struct decision_entity){
            .type = entity->type,
            .text = entity->text,
            .start = message_place(turn, entity->start),
            .end = message_place(turn, entity->end),
        };
    }
    turn->facts.entities = facts;
    turn->facts.entity_count = found.count;
    turn->decision->entities = told;
    turn->decision->entity_count = found.count;
    turn_lap(turn, STAGE_ENTITIES);
}

enum step_outcome stage_understand(void *context, const struct flow_command *command)
{
    struct turn *turn = context;

    (void)command;
    turn_read_message(turn);
    find_language(turn);
    find_intent(turn);
    find_mood(turn);
    find_entities(turn);
    return OUTCOME_OK;
}
