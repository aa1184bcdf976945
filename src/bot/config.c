/* config.c - questions that concern several of a bot's files. */

#include "bot/config.h"

#include "flow/names.h"

struct vocabulary bot_config_vocabulary(const struct bot_config *config,
                                        struct arena *arena)
{
    const struct settings *settings = &config->settings;
    struct vocabulary vocabulary = {
        .intents = { config->intents.labels, config->intents.count },
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
