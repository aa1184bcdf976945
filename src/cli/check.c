/* check.c - usher check: every mistake in a bot folder, with its place. */

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/check.h"
#include "bot/folder.h"
#include "bot/pages.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/show.h"

enum { LIST_BYTES_MAX = 16 << 20 };

static void write_mistake(struct json_writer *writer, const struct mistake *mistake)
{
    json_open_object(writer);
    json_key(writer, STR("kind"));
    json_add_str(writer, mistake->is_remark ? STR("remark") : STR("mistake"));
    json_key(writer, STR("file"));
    json_add_str(writer, mistake->place.file);
    json_key(writer, STR("line"));
    json_add_int(writer, (int64_t)mistake->place.line);
    json_key(writer, STR("column"));
    json_add_int(writer, (int64_t)mistake->place.column);
    json_key(writer, STR("what"));
    json_add_str(writer, mistake->what);
    json_key(writer, STR("expected"));
    json_add_str(writer, mistake->expected);
    json_key(writer, STR("did_you_mean"));
    json_add_str_or_null(writer, mistake->suggestion.len == 0 ? (struct str){ NULL, 0 }
                                                              : mistake->suggestion);
    json_close_object(writer);
}

/* {"mistakes": [...], "count": n} on one line. */
static void print_json(struct mistakes *mistakes, struct arena *arena)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, arena, LIST_BYTES_MAX);
    writer = json_writer_to(&buf);
    mistakes_sort(mistakes);
    json_open_object(&writer);
    json_key(&writer, STR("mistakes"));
    json_open_array(&writer);
    for (size_t i = 0; i < mistakes->list.count; i++) {
        write_mistake(&writer, list_at(&mistakes->list, i));
    }
    json_close_array(&writer);
    json_key(&writer, STR("count"));
    json_add_int(&writer, (int64_t)mistakes->error_count);
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

static void print_summary(const struct bot_folder *folder)
{
    printf(
        "%.*s: %zu intents, %zu examples, %zu calibration messages, %zu help pages with "
        "%zu passages, %zu sample tickets: sound\n",
        STR_ARG(folder->config.settings.name), folder->config.intents.count,
        folder->examples.count, folder->calibration.count, folder->pages.count,
        folder->pages.passage_count, folder->tickets.count);
}

static int check_run(const struct invocation *invocation)
{
    struct arena *arena = arena_new(FOLDER_ARENA_BYTES);
    struct mistakes mistakes;
    struct bot_folder folder;
    struct err err;
    int status = EXIT_DONE;

    mistakes_init(&mistakes, arena);
    if (bot_folder_read(&folder, invocation->operands[0], arena, &mistakes, &err) != 0 ||
        (mistakes.error_count == 0 &&
         bot_folder_check(&folder, option_given(invocation, "strict"), &mistakes, &err) !=
             0)) {
        status = command_fail(invocation, "%s", err.text);
    } else if (invocation->json) {
        print_json(&mistakes, arena);
    } else {
        show_mistakes(stdout, &mistakes, 1);
        if (mistakes.error_count == 0) {
            print_summary(&folder);
        }
    }
    if (mistakes.error_count != 0) {
        status = EXIT_FAILED;
    }
    arena_free(&arena);
    return status;
}

static const struct option options[] = {
    { "strict", NULL, "remark on intents with fewer than 40 examples, not 10" },
    { NULL, NULL, NULL },
};

const struct command command_check = {
    .name = "check",
    .operands = "BOT",
    .summary = "every mistake in a bot folder, with line and column",
    .description =
        "Reads all files of a bot folder and lists every mistake, each as\n"
        "file:line:column: what is wrong; what was expected; did you mean NAME.\n"
        "Remarks (thin intents, pairs that overlap, pages nobody can reach) are "
        "no failure.",
    .example = "usher check bots/acme",
    .options = options,
    .operands_min = 1,
    .operands_max = 1,
    .run = check_run,
};
