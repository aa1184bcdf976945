/* train.c - usher train: a classifier from any labelled file, in seconds. */

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "classify/concepts.h"
#include "classify/concepts_table.h"
#include "classify/nano_train.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/labelled.h"
#include "os/clock.h"
#include "os/file.h"

static int write_model(const struct invocation *invocation, struct arena *arena,
                       const struct labelled *data, const char *path)
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
    fprintf(stderr, "trained on %zu texts in %.1f s: %s, %zu KiB\n", data->count,
            (double)(clock_monotonic_ns() - start_ns) / 1e9, path, model.len / 1024);
    return EXIT_DONE;
}

static int train_run(const struct invocation *invocation)
{
    const char *data_path = option_value(invocation, "data");
    const char *dev_path = option_value(invocation, "dev");
    const char *model_path = option_value(invocation, "o");
    struct arena *arena;
    struct labelled data;
    int status;

    if (data_path == NULL || model_path == NULL) {
        return command_misuse(invocation, "expected --data FILE and -o MODEL");
    }
    arena = arena_new(LABELLED_ARENA_BYTES);
    status = labelled_read(&data, invocation, arena, data_path);
    if (status == EXIT_DONE) {
        status = write_model(invocation, arena, &data, model_path);
    }
    if (status == EXIT_DONE && dev_path != NULL) {
        status = labelled_report(invocation, arena, model_path, dev_path);
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
