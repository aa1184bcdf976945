/* folder.c - the files of a bot, one after the other, then against each other. */

#include "bot/folder.h"

#include <assert.h>

#include "base/arena.h"
#include "base/attr.h"
#include "config/node.h"
#include "flow/definition.h"

/* What a bot folder may hold; the kinds say how it is parsed. */
enum file_kind { FILE_YAML, FILE_JSON, FILE_LINES };

static const struct {
    const char *name;
    enum file_kind kind;
    bool is_required;
} known_files[] = {
    { "bot.yaml", FILE_YAML, true },        { "intents.yaml", FILE_YAML, true },
    { "workflow.yaml", FILE_YAML, true },   { "examples.jsonl", FILE_LINES, true },
    { "prompt.yaml", FILE_YAML, false },    { "brand.json", FILE_JSON, false },
    { "deploy.yaml", FILE_YAML, false },    { "calibration.jsonl", FILE_LINES, false },
    { "tickets.jsonl", FILE_LINES, false }, { "guards.yaml", FILE_YAML, false },
};

bool bot_file_is_known(struct str name)
{
    for (size_t i = 0; i < COUNT_OF(known_files); i++) {
        if (str_equal(name, str_from(known_files[i].name))) {
            return true;
        }
    }
    return false;
}

static const struct bot_file *find_file(struct bot_files files, struct str name)
{
    for (size_t i = 0; i < files.count; i++) {
        if (str_equal(files.items[i].name, name)) {
            return &files.items[i];
        }
    }
    return NULL;
}

static const struct node *parse_file(const struct bot_file *file, enum file_kind kind,
                                     struct arena *arena, struct mistakes *mistakes)
{
    switch (kind) {
    case FILE_YAML:
        return node_parse_yaml(file->content, file->name, arena, mistakes);
    case FILE_JSON:
        return node_parse_json(file->content, file->name, arena, mistakes);
    default:
        return node_parse_json_lines(file->content, file->name, arena, mistakes);
    }
}

/* A name that was meant for this one counts as its misspelling. */
static void add_missing(struct bot_files files, const char *name, bool is_required,
                        struct mistakes *mistakes)
{
    struct str near = nearest_name(str_from(name), files.others, files.other_count);

    if (is_required) {
        mistakes_add(mistakes, (struct place){ .file = str_from(name) },
                     STR("the file is missing"), STR("it in the bot's folder"), near);
    } else if (near.len != 0) {
        mistakes_add(mistakes, (struct place){ .file = near },
                     STR("this file is not read"), STR(""), str_from(name));
    }
}

/* The tree of a file; NULL where it is not there or has no syntax. */
static const struct node *tree_of(struct bot_files files, const char *name,
                                  struct arena *arena, struct mistakes *mistakes)
{
    const struct bot_file *file = find_file(files, str_from(name));
    size_t i = 0;

    while (!str_equal(str_from(name), str_from(known_files[i].name))) {
        i++;
        assert(i < COUNT_OF(known_files));
    }
    if (file == NULL) {
        add_missing(files, name, known_files[i].is_required, mistakes);
        return NULL;
    }
    return parse_file(file, known_files[i].kind, arena, mistakes);
}

/* What has no example cannot be learnt. */
static void check_examples(const struct bot_folder *folder, struct mistakes *mistakes)
{
    const struct intents *intents = &folder->config.intents;

    for (size_t i = 0; folder->examples.count != 0 && i < intents->count; i++) {
        struct str label = intents->labels[i];
        bool has_example = false;

        for (size_t k = 0; k < folder->examples.count && !has_example; k++) {
            has_example = str_equal(folder->examples.items[k].intent, label);
        }
        if (!has_example) {
            mistakes_add(mistakes, intents->items[i].head.node->key_place,
                         str_format(mistakes->arena, "no example has the intent \"%.*s\"",
                                    STR_ARG(label)),
                         STR("10 or more lines in examples.jsonl"), STR(""));
        }
    }
}

static void read_config(struct bot_config *config, struct bot_files files,
                        struct arena *arena, struct mistakes *mistakes)
{
    const struct node *workflow;
    struct vocabulary vocabulary;

    settings_read(&config->settings, tree_of(files, "bot.yaml", arena, mistakes), arena,
                  mistakes);
    intents_read(&config->intents, tree_of(files, "intents.yaml", arena, mistakes), arena,
                 mistakes);
    prompt_read(&config->prompt, tree_of(files, "prompt.yaml", arena, mistakes), arena,
                mistakes);
    brand_read(&config->brand, tree_of(files, "brand.json", arena, mistakes), arena,
               mistakes);
    deploy_read(&config->deploy, tree_of(files, "deploy.yaml", arena, mistakes), arena,
                mistakes);
    own_guards_read(&config->guards, tree_of(files, "guards.yaml", arena, mistakes),
                    arena, mistakes);
    bot_config_check(config, arena, mistakes);
    workflow = tree_of(files, "workflow.yaml", arena, mistakes);
    if (workflow != NULL) {
        vocabulary = bot_config_vocabulary(config, arena);
        config->workflow = definition_parse(workflow, &vocabulary, arena, mistakes);
    }
}

static void read_messages(struct bot_folder *folder, struct bot_files files,
                          struct arena *arena, struct mistakes *mistakes)
{
    const struct intents *intents = &folder->config.intents;

    examples_read(&folder->examples, tree_of(files, "examples.jsonl", arena, mistakes),
                  intents, arena, mistakes);
    examples_read(&folder->calibration,
                  tree_of(files, "calibration.jsonl", arena, mistakes), intents, arena,
                  mistakes);
    sample_tickets_read(&folder->tickets,
                        tree_of(files, "tickets.jsonl", arena, mistakes), intents, arena,
                        mistakes);
    examples_check_disjoint(&folder->examples, &folder->calibration, &folder->tickets,
                            arena, mistakes);
}

void bot_folder_parse(struct bot_folder *folder_out, struct bot_files files,
                      struct arena *arena, struct mistakes *mistakes)
{
    struct bot_folder *folder = folder_out;

    *folder = (struct bot_folder){ .files = files };
    read_config(&folder->config, files, arena, mistakes);
    read_messages(folder, files, arena, mistakes);
    pages_read(&folder->pages, &files, arena, mistakes);
    pages_check_named(&folder->pages, &folder->config.intents, &folder->tickets, arena,
                      mistakes);
    check_examples(folder, mistakes);
}
