/* bot.c - opens a release for deciding. */

#include "bot/bot.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "classify/mood.h"
#include "flow/definition.h"
#include "text/stem.h"

static int missing(struct err *err, struct str section)
{
    return err_set(err, ERR_CORRUPT, "a release without its section \"%.*s\"",
                   STR_ARG(section));
}

static struct str hex_of(struct arena *arena, struct str bytes)
{
    struct sha256 digest = sha256_of(bytes);

    return sha256_hex(arena, &digest);
}

static const struct intent_policy *policies_of(const struct bot_config *config,
                                               struct arena *arena)
{
    size_t count = config->intents.count;
    struct intent_policy *policies =
        arena_array(arena, count == 0 ? 1 : count, sizeof *policies);

    for (size_t i = 0; i < count; i++) {
        const struct intent *intent = &config->intents.items[i];

        policies[i] = (struct intent_policy){
            .label = intent->head.name,
            .is_banned = bot_config_is_banned(config, intent),
            .auto_respond = intent->auto_respond,
        };
    }
    return policies;
}

/* --- the certificate --- */

static bool read_proof(const struct json *value, struct manifest_threshold *threshold)
{
    const struct json *date = json_find(value, STR("date"));

    if (date != NULL && date->kind == JSON_STRING) {
        threshold->date = date->text;
    }
    return json_micros(json_find(value, STR("error")), &threshold->error) &&
           json_micros(json_find(value, STR("certainty")), &threshold->certainty) &&
           json_int(json_find(value, STR("n")), &threshold->n) &&
           json_int(json_find(value, STR("k")), &threshold->k);
}

static bool is_share(int64_t micros)
{
    return micros >= 0 && micros <= 1000000;
}

static int read_threshold(struct bot *bot, struct arena *arena, struct err *err)
{
    struct manifest_threshold *threshold = &bot->threshold;
    const struct json *value;
    const struct json *certified;
    struct str bytes;

    if (!release_find(&bot->release, SECTION_CERTIFICATE, &bytes)) {
        threshold->value = bot->config.settings.threshold;
        return 0;
    }
    if (json_parse(&value, arena, bytes, JSON_LIMITS_DEFAULT, NULL, err) != 0) {
        return err_wrap(err, "the certificate of a release");
    }
    certified = json_find(value, STR("certified"));
    threshold->is_certified = certified != NULL && certified->truth;
    if (!json_micros(json_find(value, STR("value")), &threshold->value) ||
        !is_share(threshold->value) ||
        (threshold->is_certified && !read_proof(value, threshold))) {
        return err_set(err, ERR_CORRUPT, "the certificate of a release is none");
    }
    return 0;
}

/* --- the rest --- */

/* Leaves NULL where the release has no such model. */
static int open_optional(const struct nano **nano_out, const struct bot *bot,
                         struct str section, struct arena *arena, struct err *err)
{
    struct nano *nano = arena_alloc(arena, sizeof *nano);
    struct str bytes;

    if (!release_find(&bot->release, section, &bytes)) {
        return 0;
    }
    if (nano_open(nano, bytes, err) != 0) {
        return -1;
    }
    *nano_out = nano;
    return 0;
}

static int open_models(struct bot *bot, struct arena *arena, struct err *err)
{
    struct str bytes;

    if (!release_find(&bot->release, SECTION_INTENT_MODEL, &bytes)) {
        return missing(err, SECTION_INTENT_MODEL);
    }
    if (nano_open(&bot->nano, bytes, err) != 0) {
        return -1;
    }
    bot->nano_sha256 = hex_of(arena, bytes);
    bot->mood = mood_lexicon_new(arena);
    if (open_optional(&bot->sentiment, bot, SECTION_SENTIMENT_MODEL, arena, err) != 0 ||
        open_optional(&bot->priority, bot, SECTION_PRIORITY_MODEL, arena, err) != 0) {
        return -1;
    }
    if (!release_find(&bot->release, SECTION_INDEX, &bytes)) {
        return missing(err, SECTION_INDEX);
    }
    if (index_open(&bot->index, bytes, err) != 0) {
        return -1;
    }
    concepts_share(&bot->index.concepts, &bot->nano.concepts);
    if (!release_find(&bot->release, SECTION_GUARDS, &bytes)) {
        return missing(err, SECTION_GUARDS);
    }
    return guard_open(&bot->guards, bytes, err) == 0
               ? brand_open_voice(&bot->voice, &bot->config.brand, arena, err)
               : -1;
}

static void make_subjects(struct bot *bot, struct arena *arena)
{
    const struct intents *intents = &bot->config.intents;
    struct draft_subject *subjects =
        arena_array(arena, intents->count * TONGUE_COUNT, sizeof *subjects);
    struct stemmer *stemmer = stemmer_new(arena);

    for (size_t i = 0; i < intents->count * TONGUE_COUNT; i++) {
        draft_subject_init(&subjects[i], arena, &bot->index, stemmer,
                           &intents->items[i / TONGUE_COUNT],
                           (enum tongue)(i % TONGUE_COUNT));
    }
    bot->subjects = subjects;
}

const struct draft_subject *bot_subject(const struct bot *bot,
                                        const struct intent *intent, enum tongue tongue)
{
    size_t number = (size_t)(intent - bot->config.intents.items);

    return &bot->subjects[number * TONGUE_COUNT + tongue];
}

/* That of the budget; nano costs nothing in any. */
static struct str currency_of(const struct bot_config *config)
{
    const char *currency = config->deploy.budget.per_day.currency;

    return currency[0] == '\0' ? STR("USD") : str_from(currency);
}

/* Every label that the model may answer with is an intent of the bot. */
static int check_labels(const struct bot *bot, struct err *err)
{
    for (size_t i = 0; i < nano_label_count(&bot->nano); i++) {
        struct str label = nano_label(&bot->nano, i);

        if (intents_find(&bot->config.intents, label) == NULL) {
            return err_set(err, ERR_CORRUPT,
                           "a model answers with the unknown intent \"%.*s\"",
                           STR_ARG(label));
        }
    }
    return 0;
}

static void name_parts(struct bot *bot, struct arena *arena)
{
    char id[RELEASE_ID_LEN + 1];
    struct str brand;

    release_id(&bot->release, id);
    bot->id = str_copy(arena, str_from(id));
    if (!str_is_empty(bot->config.prompt.canonical)) {
        bot->prompt_sha256 = sha256_hex(arena, &bot->config.prompt.digest);
    }
    if (release_find(&bot->release, STR("brand"), &brand)) {
        bot->brand_sha256 = hex_of(arena, brand);
    }
    bot->workflow_sha256 = sha256_hex(arena, &bot->config.workflow->digest);
}

int bot_open(struct bot **bot_out, struct str release_bytes, struct arena *arena,
             struct err *err)
{
    struct bot *bot = arena_alloc(arena, sizeof *bot);

    if (release_open(&bot->release, release_bytes, err) != 0 ||
        bot_config_read(&bot->config, &bot->release, arena, err) != 0 ||
        read_threshold(bot, arena, err) != 0 || open_models(bot, arena, err) != 0 ||
        check_labels(bot, err) != 0 ||
        own_guards_open(&bot->patterns, &bot->config.guards, arena, err) != 0) {
        return -1;
    }
    bot->guards.patterns = bot->patterns;
    bot->policies = policies_of(&bot->config, arena);
    bot->currency = currency_of(&bot->config);
    make_subjects(bot, arena);
    name_parts(bot, arena);
    *bot_out = bot;
    return 0;
}
