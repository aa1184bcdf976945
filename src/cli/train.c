/* train.c - usher train: a classifier from any labelled file, in seconds. */

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "classify/concepts.h"
#include "classify/concepts_table.h"
#include "classify/nano_train.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/labelled.h"
#include "os/clock.h"
#include "os/file.h"

struct trained {
    size_t texts;
    size_t bytes;
    int64_t took_ns;
};

static int write_model(struct trained *trained_out, const struct invocation *invocation,
                       struct arena *arena, const struct labelled *data, const char *path)
{
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    int64_t start_ns = clock_monotonic_ns();
    struct str model;
    struct err err;

    if (concepts_build(&options.concepts, arena, concepts_table, concepts_table_count,
                       &err) != 0 ||
        nano_train(&model, arena, data->examples, data->count, &options, &err) != 0 ||
        file_write(path, model, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    *trained_out =
        (struct trained){ data->count, model.len, clock_monotonic_ns() - start_ns };
    fprintf(stderr, "trained on %zu texts in %.1f s: %s, %zu KiB\n", data->count,
            (double)trained_out->took_ns / 1e9, path, model.len / 1024);
    return EXIT_DONE;
}

/* {"model", "bytes", "texts", "seconds", "dev": what usher eval prints, or null} */
static int print_json(const struct invocation *invocation, struct arena *arena,
                      const struct trained *trained, const char *model_path,
                      const char *dev_path)
{
    struct buf buf;
    struct json_writer writer;
    int status = EXIT_DONE;

    buf_init(&buf, arena, 2 * LABELLED_REPORT_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("model"));
    json_add_str(&writer, str_from(model_path));
    json_key(&writer, STR("bytes"));
    json_add_int(&writer, (int64_t)trained->bytes);
    json_key(&writer, STR("texts"));
    json_add_int(&writer, (int64_t)trained->texts);
    json_key(&writer, STR("seconds"));
    json_add_micros(&writer, trained->took_ns / 1000);
    json_key(&writer, STR("dev"));
    if (dev_path == NULL) {
        json_add_null(&writer);
    } else {
        status = labelled_report(invocation, arena, model_path, dev_path, &writer);
    }
    json_close_object(&writer);
    if (status == EXIT_DONE) {
        printf("%.*s\n", STR_ARG(buf_str(&buf)));
    }
    return status;
}

static int train_run(const struct invocation *invocation)
{
    const char *data_path = option_value(invocation, "data");
    const char *dev_path = option_value(invocation, "dev");
    const char *model_path = option_value(invocation, "o");
    struct trained trained = { 0 };
    struct arena *arena;
    struct labelled data;
    int status;

    if (data_path == NULL || model_path == NULL) {
        return command_misuse(invocation, "expected --data FILE and -o MODEL");
    }
    arena = arena_new(LABELLED_ARENA_BYTES);
    status = labelled_read(&data, invocation, arena, data_path);
    if (status == EXIT_DONE) {
        status = write_model(&trained, invocation, arena, &data, model_path);
    }
    if (status == EXIT_DONE && invocation->json) {
        status = print_json(invocation, arena, &trained, model_path, dev_path);
    } else if (status == EXIT_DONE && dev_path != NULL) {
        status = labelled_report(invocation, arena, model_path, dev_path, NULL);
    }
    arena_free(&arena);
    return status;
}

static const struct option options[] = {
    { "data", "FILE",
      "labelled texts: {\"text\",\"label\"} lines, or CSV of two columns" },
    { "dev", "FILE", "report on these afterwards, as usher eval does" },
    { "o", "MODEL", "the file to write" },
    { NULL, NULL, NULL },
};

const struct command command_train = {
    .name = "train",
    .operands = "",
    .summary = "a classifier from labelled texts",
    .description =
        "Trains a nano model on any labelled file: lines of {\"text\",\"label\"}, or "
        "CSV with two\ncolumns.  The label `oos` marks texts that are none of the "
        "others.  The same file gives\nthe same model, byte for byte.",
    .example = "usher train --data train.csv --dev dev.csv -o intents.nano",
    .options = options,
    .run = train_run,
};
