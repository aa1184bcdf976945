/* build.c - usher build: one immutable release file from a bot folder. */

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/bot.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/load.h"

enum { ANSWER_BYTES_MAX = 1 << 16 };

static void print_json(const struct built *built, struct arena *arena)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, arena, ANSWER_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("release"));
    json_add_str(&writer, built->id);
    json_key(&writer, STR("file"));
    json_add_str(&writer, built->path);
    json_key(&writer, STR("bytes"));
    json_add_int(&writer, (int64_t)built->size_bytes);
    json_key(&writer, STR("cached"));
    json_add_bool(&writer, built->was_cached);
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

/* What the calibration messages prove, plainly. */
static int print_threshold(const struct invocation *invocation, const struct built *built,
                           struct arena *arena)
{
    const struct manifest_threshold *threshold;
    struct file_map map;
    struct bot *bot;
    struct err err;

    if (file_map_open(&map, built->path.at, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    if (bot_open(&bot, map.content, arena, &err) != 0) {
        file_map_close(&map);
        return command_fail(invocation, "%s", err.text);
    }
    threshold = &bot->threshold;
    if (threshold->is_certified) {
        printf("certified: from confidence %.3f on, the intent is wrong at most %.4g "
               "times in "
               "100\n(%lld of %lld calibration messages were; %.0f %% certain)\n",
               (double)threshold->value / 1e6, (double)threshold->error / 1e4,
               (long long)threshold->k, (long long)threshold->n,
               (double)threshold->certainty / 1e4);
    } else if (!bot->config.settings.threshold_is_certified) {
        printf("not certified: bot.yaml itself gives the threshold %.3f\n",
               (double)threshold->value / 1e6);
    } else {
        printf(
            "not certified: too few calibration messages, or too many wrong ones; drafts "
            "need\nconfidence %.3f all the same\n",
            (double)threshold->value / 1e6);
    }
    file_map_close(&map);
    return EXIT_DONE;
}

static int build_run(const struct invocation *invocation)
{
    struct arena *arena;
    struct built built;
    int status;

    if (option_given(invocation, "no-cache") && !option_given(invocation, "o")) {
        return command_misuse(invocation, "--no-cache needs -o FILE");
    }
    arena = arena_new(FOLDER_ARENA_BYTES);
    status = load_build(&built, invocation, invocation->operands[0],
                        option_value(invocation, "o"),
                        !option_given(invocation, "no-cache"), arena);

    if (status == EXIT_DONE && invocation->json) {
        print_json(&built, arena);
    } else if (status == EXIT_DONE) {
        printf("%.*s\n%.*s, %zu KiB%s\n", STR_ARG(built.id), STR_ARG(built.path),
               built.size_bytes / 1024, built.was_cached ? ", built before" : "");
        status = print_threshold(invocation, &built, arena);
    }
    arena_free(&arena);
    return status;
}

static const struct option options[] = {
    { "o", "FILE", "write the release there too" },
    { "no-cache", NULL, "compile anew and keep nothing; needs -o" },
    { NULL, NULL, NULL },
};

const struct command command_build = {
    .name = "build",
    .operands = "BOT",
    .summary = "compile a bot folder to one release file",
    .description =
        "Trains, certifies and indexes a bot folder and writes one file, named by the "
        "SHA-256 of\nits bytes.  The same folder gives the same bytes; a folder that was "
        "built before is\nfound in the cache.  Mistakes are listed as usher check does.",
    .example = "usher build bots/acme -o acme.rel",
    .options = options,
    .operands_min = 1,
    .operands_max = 1,
    .run = build_run,
};
