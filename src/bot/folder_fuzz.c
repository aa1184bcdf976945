/* folder_fuzz.c - any bytes as one of the files of a bot; the first byte says which.
 * What has no mistake is written to a release and read back the same. */

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/list.h"
#include "bot/folder.h"
#include "bot/release.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* In bytewise order of their names. */
static const struct {
    const char *name;
    const char *content;
} files[] = {
    { "bot.yaml", "name: a\nlanguages: [en]\nqueues: { q: {} }\n" },
    { "brand.json", "{\"forbid\": [\"x\"]}" },
    { "calibration.jsonl", "{\"text\": \"c\", \"intent\": \"i\"}\n" },
    { "deploy.yaml", "canary: { weight: 5 % }\n" },
    { "examples.jsonl", "{\"text\": \"e\", \"intent\": \"i\"}\n" },
    { "guards.yaml", "words: [ { name: w, phrases: [x] } ]\n"
                     "patterns: [ { name: p, pattern: 'x+' } ]\n" },
    { "intents.yaml", "i: { description: d, queue: q, pages: [p.md] }\n" },
    { "knowledge/p.md", "# P\n\nText.\n" },
    { "prompt.yaml", "name: n\nversion: 1\nsystem: s\n" },
    { "tickets.jsonl", "{\"id\": \"1\", \"text\": \"t\"}\n" },
    { "workflow.yaml",
      "workflow: w\nstart: a\nsteps:\n"
      "  a: { do: escalate, wait: resolution, on: { resolved: end } }\n" },
};

static struct str write_release(const struct bot_config *config, struct arena *arena)
{
    struct list sections;

    list_init(&sections, arena, sizeof(struct release_section), RELEASE_SECTIONS_MAX);
    bot_config_write(config, &sections, arena);
    return release_build(sections.items, sections.count, arena);
}

static void check_release(const struct bot_config *config, struct arena *arena)
{
    struct str bytes = write_release(config, arena);
    struct bot_config again;
    struct release release;
    struct err err;

    if (release_open(&release, bytes, &err) != 0 ||
        bot_config_read(&again, &release, arena, &err) != 0) {
        __builtin_trap();
    }
    assert(str_equal(write_release(&again, arena), bytes));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new((size_t)1 << 30);
    struct bot_file given[COUNT_OF(files)];
    struct mistakes mistakes;
    struct bot_folder folder;
    size_t chosen = len == 0 ? 0 : (size_t)bytes[0] % COUNT_OF(files);

    for (size_t i = 0; i < COUNT_OF(files); i++) {
        given[i] =
            (struct bot_file){ str_from(files[i].name), str_from(files[i].content) };
    }
    given[chosen].content = str_slice((struct str){ (const char *)bytes, len }, 1, len);
    mistakes_init(&mistakes, arena);
    bot_folder_parse(&folder,
                     (struct bot_files){ .items = given, .count = COUNT_OF(files) },
                     arena, &mistakes);
    mistakes_sort(&mistakes);
    if (mistakes.error_count == 0) {
        check_release(&folder.config, arena);
    }
    arena_free(&arena);
    return 0;
}
