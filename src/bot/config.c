/* config.c - questions that concern several of a bot's files. */

#include "bot/config.h"

#include "base/arena.h"
#include "classify/entities.h"
#include "flow/names.h"
#include "guard/evidence.h"

struct name_list bot_entity_names(struct arena *arena)
{
    size_t count = entity_rules_usual_count + entity_types_builtin_count;
    struct str *names = arena_array(arena, count, sizeof *names);

    for (size_t i = 0; i < entity_rules_usual_count; i++) {
        names[i] = entity_rules_usual[i].type;
    }
    for (size_t i = 0; i < entity_types_builtin_count; i++) {
        names[entity_rules_usual_count + i] = entity_types_builtin[i];
    }
    return (struct name_list){ names, count };
}

static struct name_list guard_names(struct arena *arena)
{
    struct str *names = arena_array(arena, GUARD_COUNT, sizeof *names);

    for (int i = 0; i < GUARD_COUNT; i++) {
        names[i] = guard_name((enum guard_id)i);
    }
    return (struct name_list){ names, GUARD_COUNT };
}

struct vocabulary bot_config_vocabulary(const struct bot_config *config,
                                        struct arena *arena)
{
    const struct settings *settings = &config->settings;
    struct vocabulary vocabulary = {
        .intents = { config->intents.labels, config->intents.count },
        .entities = bot_entity_names(arena),
        .guards = guard_names(arena),
    };

    /* where bot.yaml could not be read, its queues are not known to be missing */
    if (settings->head.node != NULL) {
        vocabulary.queues.at = settings_queue_names(settings, arena);
        vocabulary.queues.count = settings->queue_count;
    }
    return vocabulary;
}

bool bot_config_is_banned(const struct bot_config *config, const struct intent *intent)
{
    const struct prompt_guardrails *guardrails = &config->prompt.guardrails;

    for (size_t i = 0; i < guardrails->banned_intent_count; i++) {
        if (str_equal(guardrails->banned_intents[i], intent->head.name)) {
            return true;
        }
    }
    return intent->risk == RISK_BANNED;
}
