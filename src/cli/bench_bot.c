/* bench_bot.c - bot.yaml, intents.yaml, workflow.yaml, examples.jsonl. */

#include "cli/bench_bot.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/map.h"
#include "config/dataset.h"
#include "os/file.h"
#include "text/tokens.h"

enum { FILE_BYTES_MAX = 64 << 20, WORDS_MAX = 4096 };
#define SCRATCH_BYTES ((size_t)64 << 20)

#define WORKFLOW                                                                         \
    "workflow: intents\n"                                                                \
    "start: classify\n"                                                                  \
    "steps:\n"                                                                           \
    "  classify: { do: understand, next: queue }\n"                                      \
    "  queue:    { do: assign, wait: resolution, on: { resolved: end } }\n"

struct str bench_bot_intent(struct arena *arena, struct str label)
{
    struct buf buf;

    buf_init(&buf, arena, label.len + 1);
    for (size_t i = 0; i < label.len; i++) {
        char c = label.at[i];

        if (c >= 'A' && c <= 'Z') {
            buf_add_char(&buf, (char)(c - 'A' + 'a'));
        } else if ((c >= 'a' && c <= 'z') ||
                   (buf.len > 0 && ((c >= '0' && c <= '9') || c == '_' || c == '-'))) {
            buf_add_char(&buf, c);
        }
    }
    return buf_str(&buf);
}

/* What a bot folder compares texts by. */
static struct str key_of(struct arena *arena, struct str text, struct arena *scratch)
{
    struct tokens words;
    struct buf buf;

    arena_clear(scratch);
    words = text_tokens(scratch, text, WORDS_MAX);
    buf_init(&buf, scratch, text.len * 4 + words.count);
    for (size_t i = 0; i < words.count; i++) {
        buf_add(&buf, words.items[i].word);
        buf_add_char(&buf, ' ');
    }
    return words.count == 0 ? text : str_copy(arena, buf_str(&buf));
}

static void write_example(struct buf *buf, struct str text, struct str intent)
{
    struct json_writer writer = json_writer_to(buf);

    json_open_object(&writer);
    json_key(&writer, STR("text"));
    json_add_str(&writer, text);
    json_key(&writer, STR("intent"));
    json_add_str(&writer, intent);
    json_close_object(&writer);
    buf_add_char(buf, '\n');
}

static void write_rows(struct buf *examples, struct buf *intents,
                       const struct dataset *dataset, struct arena *arena)
{
    struct arena *scratch = arena_new(SCRATCH_BYTES);
    struct map labels;
    struct map texts;

    map_init(&labels, arena);
    map_init(&texts, arena);
    for (size_t i = 0; i < dataset->row_count; i++) {
        const struct dataset_row *row = &dataset->rows[i];
        struct str intent = bench_bot_intent(arena, row->label);

        if (map_put(&texts, key_of(arena, row->text, scratch), (void *)&labels)) {
            write_example(examples, row->text, intent);
        }
        if (!str_equal(intent, STR("oos")) && map_put(&labels, intent, (void *)&labels)) {
            buf_addf(intents, "%.*s: { description: What is called %.*s, queue: team }\n",
                     STR_ARG(intent), STR_ARG(intent));
        }
    }
    arena_free(&scratch);
}

static int write_file(const char *folder, struct str name, struct str content,
                      struct arena *arena, struct err *err)
{
    return file_write(file_join(arena, str_from(folder), name).at, content, err);
}

int bench_bot_write(const char *folder, struct str name, const struct dataset *dataset,
                    struct arena *arena, struct err *err)
{
    struct buf examples;
    struct buf intents;

    buf_init(&examples, arena, FILE_BYTES_MAX);
    buf_init(&intents, arena, FILE_BYTES_MAX);
    write_rows(&examples, &intents, dataset, arena);
    if (buf_is_full(&examples) || buf_is_full(&intents)) {
        return err_set(err, ERR_LIMIT, "the examples are over %d bytes", FILE_BYTES_MAX);
    }
    if (file_make_folders(folder, err) != 0 ||
        write_file(folder, STR("bot.yaml"),
                   str_format(arena,
                              "name: %.*s\nlanguages: [en]\nqueues: { team: {} }\n",
                              STR_ARG(name)),
                   arena, err) != 0 ||
        write_file(folder, STR("intents.yaml"), buf_str(&intents), arena, err) != 0 ||
        write_file(folder, STR("workflow.yaml"), STR(WORKFLOW), arena, err) != 0) {
        return -1;
    }
    return write_file(folder, STR("examples.jsonl"), buf_str(&examples), arena, err);
}
