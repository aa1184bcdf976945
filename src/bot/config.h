/* config.h - what a bot is told: all its configuration files together, checked against
 * each other.
 *
 * It comes from a bot folder (folder.h) or from a release (release.h), where each file is
 * a section of JSON that the same tables read.
 *
 * Thread: any; const once read.
 * Memory: in the arena; texts are views of the files' trees.
 */
#ifndef BOT_CONFIG_H
#define BOT_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "bot/brand.h"
#include "bot/deploy.h"
#include "bot/intents.h"
#include "bot/own_guards.h"
#include "bot/prompt.h"
#include "bot/settings.h"
#include "flow/names.h"

struct definition; /* flow/definition.h */
struct err;
struct list;
struct release; /* bot/release.h */

struct bot_config {
    struct settings settings;
    struct intents intents;
    struct prompt prompt; /* its canonical form is empty where there is none */
    struct brand brand;
    struct deploy deploy;
    struct own_guards guards;
    const struct definition *workflow;
};

/* The types of entities that can be found in a text. */
struct name_list bot_entity_names(struct arena *arena);

/* The names a workflow may use: the bot's intents and queues, what guards tell and what
 * is found in a text. */
struct vocabulary bot_config_vocabulary(const struct bot_config *config,
                                        struct arena *arena);

/* Mistakes between the files: queues, entities, banned intents, languages, forbidden
 * words in approved ones. */
void bot_config_check(const struct bot_config *config, struct arena *arena,
                      struct mistakes *mistakes);

/* By its risk, or by the prompt's guardrails. */
bool bot_config_is_banned(const struct bot_config *config, const struct intent *intent);

/* The sections "bot", "intents", "prompt", "brand", "deploy", "guards" and "workflow",
 * added to a list of struct release_section; a file that is not there gives none. */
void bot_config_write(const struct bot_config *config, struct list *sections,
                      struct arena *arena);

/* ERR_CORRUPT where a section is missing or is not what bot_config_write() writes. */
int bot_config_read(struct bot_config *config_out, const struct release *release,
                    struct arena *arena, struct err *err) MUST_USE;

#endif
