/* eval.c - usher eval: how good a classifier is on labelled texts. */

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/labelled.h"

static int eval_run(const struct invocation *invocation)
{
    const char *model_path = option_value(invocation, "model");
    const char *data_path = option_value(invocation, "data");
    struct json_writer writer;
    struct arena *arena;
    struct buf buf;
    int status;

    if (model_path == NULL || data_path == NULL) {
        return command_misuse(invocation, "expected --model MODEL and --data FILE");
    }
    arena = arena_new(LABELLED_ARENA_BYTES);
    buf_init(&buf, arena, LABELLED_REPORT_BYTES_MAX);
    writer = json_writer_to(&buf);
    status = labelled_report(invocation, arena, model_path, data_path,
                             invocation->json ? &writer : NULL);
    if (status == EXIT_DONE && invocation->json) {
        printf("%.*s\n", STR_ARG(buf_str(&buf)));
    }
    arena_free(&arena);
    return status;
}

static const struct option options[] = {
    { "model", "MODEL", "what usher train wrote" },
    { "data", "FILE",
      "labelled texts: {\"text\",\"label\"} lines, or CSV of two columns" },
    { NULL, NULL, NULL },
};

const struct command command_eval = {
    .name = "eval",
    .operands = "",
    .summary = "judge a classifier on labelled texts",
    .description =
        "Prints accuracy, macro-F1, calibration (expected calibration error over 15 "
        "bins, "
        "and\nthe reliability table), the share that can be answered at 5, 2 and 1 % "
        "error "
        "with the\nbounds fixed at training, the worst confusions and, where the file "
        "has "
        "the label `oos`,\nhow many of those are recognised and how many others are "
        "rejected.",
    .example = "usher eval --model intents.nano --data dev.csv",
    .options = options,
    .run = eval_run,
};
