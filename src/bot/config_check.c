/* config_check.c - what one file says of another. */

#include "base/arena.h"
#include "bot/config.h"
#include "bot/names.h"
#include "config/node.h"

static void check_languages(const struct bot_config *config,
                            const struct text_pair *pairs, size_t pair_count,
                            const struct field_head *head, const char *key,
                            struct mistakes *mistakes)
{
    const struct node *list = node_find(head->node, str_from(key));

    for (size_t i = 0; i < pair_count; i++) {
        const struct node *member = node_find(list, pairs[i].key);

        if (member != NULL) {
            name_check_known(pairs[i].key, "language of the bot",
                             config->settings.languages, config->settings.language_count,
                             member->key_place, mistakes);
        }
    }
}

/* Approved sentences must not hold what the brand forbids. */
static void check_voice(const struct bot_config *config, const struct text_pair *pairs,
                        size_t pair_count, const struct field_head *head, const char *key,
                        struct arena *arena, struct mistakes *mistakes)
{
    const struct node *list = node_find(head->node, str_from(key));

    for (size_t i = 0; i < pair_count; i++) {
        struct str found = brand_forbidden_in(&config->brand, pairs[i].text, arena);
        const struct node *member = node_find(list, pairs[i].key);

        if (found.len != 0 && member != NULL) {
            mistakes_add(mistakes, member->place,
                         str_format(arena, "brand.json forbids \"%.*s\"", STR_ARG(found)),
                         STR("other words"), STR(""));
        }
    }
}

static void check_intent(const struct bot_config *config, const struct intent *intent,
                         const struct str *queues, struct arena *arena,
                         struct mistakes *mistakes)
{
    struct name_list entities = bot_entity_names(arena);

    if (intent->queue.len != 0) {
        name_check_known(intent->queue, "queue", queues, config->settings.queue_count,
                         field_place(&intent->head, "queue"), mistakes);
    }
    for (size_t i = 0; i < intent->require_count; i++) {
        name_check_known(intent->requires[i], "entity", entities.at, entities.count,
                         field_item_place(&intent->head, "requires", i), mistakes);
    }
    check_languages(config, intent->wording, intent->wording_count, &intent->head,
                    "wording", mistakes);
    check_voice(config, intent->wording, intent->wording_count, &intent->head, "wording",
                arena, mistakes);
}

static void check_brand(const struct bot_config *config, struct arena *arena,
                        struct mistakes *mistakes)
{
    const struct brand *brand = &config->brand;

    check_languages(config, brand->greeting, brand->greeting_count, &brand->head,
                    "greeting", mistakes);
    check_languages(config, brand->closing, brand->closing_count, &brand->head, "closing",
                    mistakes);
    check_voice(config, brand->greeting, brand->greeting_count, &brand->head, "greeting",
                arena, mistakes);
    check_voice(config, brand->closing, brand->closing_count, &brand->head, "closing",
                arena, mistakes);
}

void bot_config_check(const struct bot_config *config, struct arena *arena,
                      struct mistakes *mistakes)
{
    const struct intents *intents = &config->intents;
    const struct prompt_guardrails *guardrails = &config->prompt.guardrails;
    const struct str *queues = settings_queue_names(&config->settings, arena);
    bool has_settings = config->settings.head.node != NULL;

    for (size_t i = 0; has_settings && i < intents->count; i++) {
        check_intent(config, &intents->items[i], queues, arena, mistakes);
    }
    for (size_t i = 0; intents->count != 0 && i < guardrails->banned_intent_count; i++) {
        name_check_known(
            guardrails->banned_intents[i], "intent", intents->labels, intents->count,
            field_item_place(&guardrails->head, "banned_intents", i), mistakes);
    }
    if (has_settings) {
        check_brand(config, arena, mistakes);
    }
}
