/* config_release.c - how a bot's configuration is stored in a release. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/list.h"
#include "bot/config.h"
#include "bot/release.h"
#include "config/node.h"
#include "flow/definition.h"

enum { SECTION_BYTES_MAX = 64 << 20 };

static void add_section(struct list *sections, struct str name, struct str bytes)
{
    struct release_section *section = list_add(sections);

    if (section != NULL) {
        *section = (struct release_section){ .name = name, .bytes = bytes };
    }
}

static void add_tree(struct list *sections, struct str name, const struct node *node,
                     struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    if (node == NULL) {
        return;
    }
    buf_init(&buf, arena, SECTION_BYTES_MAX);
    writer = json_writer_to(&buf);
    node_write_json(node, &writer);
    add_section(sections, name, buf_str(&buf));
}

void bot_config_write(const struct bot_config *config, struct list *sections,
                      struct arena *arena)
{
    add_tree(sections, STR("bot"), config->settings.head.node, arena);
    add_tree(sections, STR("intents"), config->intents.head.node, arena);
    if (config->prompt.canonical.len != 0) {
        add_section(sections, STR("prompt"), config->prompt.canonical);
    }
    add_tree(sections, STR("brand"), config->brand.head.node, arena);
    add_tree(sections, STR("deploy"), config->deploy.head.node, arena);
    add_tree(sections, STR("guards"), config->guards.head.node, arena);
    add_section(sections, STR("workflow"), config->workflow->canonical);
}

static const struct node *tree_of(const struct release *release, struct str name,
                                  struct arena *arena, struct mistakes *mistakes)
{
    struct str bytes;

    if (!release_find(release, name, &bytes)) {
        return NULL;
    }
    return node_parse_json(bytes, name, arena, mistakes);
}

static int corrupt(const struct mistakes *mistakes, struct arena *arena, struct err *err)
{
    struct buf buf;

    buf_init(&buf, arena, ERR_TEXT_MAX);
    mistake_format(list_at(&mistakes->list, 0), &buf);
    return err_set(err, ERR_CORRUPT, "a release holds a mistake: %.*s",
                   STR_ARG(buf_str(&buf)));
}

int bot_config_read(struct bot_config *config_out, const struct release *release,
                    struct arena *arena, struct err *err)
{
    struct bot_config config = { 0 };
    struct mistakes mistakes;
    struct str workflow = { NULL, 0 };
    const struct node *bot;
    const struct node *intents;

    mistakes_init(&mistakes, arena);
    bot = tree_of(release, STR("bot"), arena, &mistakes);
    intents = tree_of(release, STR("intents"), arena, &mistakes);
    if (mistakes.error_count == 0 &&
        (bot == NULL || intents == NULL ||
         !release_find(release, STR("workflow"), &workflow))) {
        return err_set(err, ERR_CORRUPT, "a release without bot, intents or workflow");
    }
    settings_read(&config.settings, bot, arena, &mistakes);
    intents_read(&config.intents, intents, arena, &mistakes);
    prompt_read(&config.prompt, tree_of(release, STR("prompt"), arena, &mistakes), arena,
                &mistakes);
    brand_read(&config.brand, tree_of(release, STR("brand"), arena, &mistakes), arena,
               &mistakes);
    deploy_read(&config.deploy, tree_of(release, STR("deploy"), arena, &mistakes), arena,
                &mistakes);
    own_guards_read(&config.guards, tree_of(release, STR("guards"), arena, &mistakes),
                    arena, &mistakes);
    if (mistakes.error_count != 0) {
        return corrupt(&mistakes, arena, err);
    }
    if (definition_read(&config.workflow, arena, workflow, err) != 0) {
        return -1;
    }
    *config_out = config;
    return 0;
}
