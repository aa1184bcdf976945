/* reference.c - the manual, file by file. */

#include "bot/reference.h"

#include "base/attr.h"
#include "base/buf.h"
#include "bot/brand.h"
#include "bot/deploy.h"
#include "bot/examples.h"
#include "bot/intents.h"
#include "bot/own_guards.h"
#include "bot/prompt.h"
#include "bot/settings.h"
#include "config/fields.h"
#include "flow/definition.h"

/* A table of one's own words where the file has no table. */
static const struct {
    const char *file;
    const char *purpose;
    const struct field_table *table;
    void (*write)(struct buf *buf);
} files[] = {
    { "bot.yaml",
      "The bot's name, languages, thresholds, models, calendars, queues and channels.",
      &settings_table, NULL },
    { "intents.yaml",
      "What customers write about: a mapping of intents, each with these keys. The label "
      "`oos` "
      "means none of them and is nobody's name.",
      &intent_table, NULL },
    { "workflow.yaml", "The steps that a message goes through.", NULL,
      definition_document },
    { "examples.jsonl, calibration.jsonl",
      "Labelled messages, one a line: the first teach the models, the second prove how "
      "sure "
      "they are. No text may stand in both, nor in tickets.jsonl.",
      &example_table, NULL },
    { "prompt.yaml", "What a generative model is told.", &prompt_table, NULL },
    { "brand.json", "The voice of the drafts.", &brand_table, NULL },
    { "deploy.yaml", "Whom a new release serves first, and what a bot may spend.",
      &deploy_table, NULL },
    { "guards.yaml", "What the bot's own guards look for, in messages and in drafts.",
      &own_guards_table, NULL },
    { "tickets.jsonl", "Sample traffic, one ticket a line, with what must come of it.",
      &sample_ticket_table, NULL },
};

void bot_reference(struct buf *buf)
{
    buf_add(buf, STR("# The bot folder\n"));
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        buf_addf(buf, "\n## %s\n\n%s\n\n", files[i].file, files[i].purpose);
        buf_add(buf, STR("| key | what | default | meaning |\n|---|---|---|---|\n"));
        if (files[i].table != NULL) {
            fields_document(files[i].table, buf);
        } else {
            files[i].write(buf);
        }
    }
    buf_add(buf,
            STR("\n## knowledge/NAME.md\n\nHelp pages in Markdown; each heading is a "
                "citable passage, `NAME.md#heading-in-small-letters`.\n"));
}
