/* bench_understand.c - one classification over HTTP, beside the guides' stack.
 *
 * All learn BANKING77's training file and are asked its other part by the guide's
 * endpoint: POST /triage {"id", "text", "metadata"}.  Where that set is not there, all
 * learn the bot's examples and are asked its calibration messages.
 */

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "cli/bench.h"
#include "cli/bench_bot.h"
#include "cli/bench_versus.h"
#include "cli/command.h"
#include "cli/load.h"
#include "config/dataset.h"
#include "os/file.h"

struct understanding {
    struct versus versus;
    struct str set;
    struct str train;
    struct dataset learned;
    struct dataset asked;
};

static int read_rows(struct dataset *dataset_out, struct str path, struct arena *arena,
                     struct err *err)
{
    struct mistakes mistakes;
    struct str bytes;

    mistakes_init(&mistakes, arena);
    if (file_read(&bytes, arena, path.at, DATASET_BYTES_MAX, err) != 0) {
        return -1;
    }
    dataset_parse(dataset_out, bytes, path, arena, &mistakes);
    if (mistakes.error_count != 0 || dataset_out->row_count == 0) {
        return err_set(err, ERR_INPUT, "%.*s holds no labelled texts", STR_ARG(path));
    }
    return 0;
}

static int read_sets(struct understanding *understanding, struct err *err)
{
    struct arena *arena = understanding->versus.report->arena;
    const char *folder = option_value(understanding->versus.invocation, "data");
    const char *bot = option_value(understanding->versus.invocation, "bot");
    struct str asked;

    folder = folder == NULL ? "../shared/data" : folder;
    bot = bot == NULL ? "bots/acme" : bot;
    understanding->set = STR("banking77");
    understanding->train = str_format(arena, "%s/banking77/train.jsonl", folder);
    asked = str_format(arena, "%s/banking77/dev.jsonl", folder);
    if (!file_exists(understanding->train.at)) {
        understanding->set = STR("the bot's own");
        understanding->train = str_format(arena, "%s/examples.jsonl", bot);
        asked = str_format(arena, "%s/calibration.jsonl", bot);
    }
    if (read_rows(&understanding->learned, understanding->train, arena, err) != 0 ||
        read_rows(&understanding->asked, asked, arena, err) != 0) {
        return err_wrap(err, "neither banking77 in %s nor", folder);
    }
    return 0;
}

/* The share of answers that name the text's label, as the label is called there. */
static int64_t accuracy_of(const struct understanding *understanding,
                           const struct versus_server *server, bool is_own)
{
    struct arena *arena = understanding->versus.report->arena;
    const struct dataset *asked = &understanding->asked;
    int64_t right = 0;

    for (size_t i = 0; i < asked->row_count; i++) {
        const struct json *intent = json_find(server->answers[i], STR("intent"));
        struct str label =
            is_own ? bench_bot_intent(arena, asked->rows[i].label) : asked->rows[i].label;

        right += intent != NULL && intent->kind == JSON_STRING &&
                 str_equal(intent->text, label);
    }
    return bench_quotient(right, (int64_t)asked->row_count);
}

/* Of the texts to ask those that have an intent; the rest is dropped. */
static void take_texts(struct understanding *understanding)
{
    struct arena *arena = understanding->versus.report->arena;
    struct dataset *asked = &understanding->asked;
    struct dataset_row *rows = arena_array(arena, asked->row_count, sizeof *rows);
    struct str *texts = arena_array(arena, asked->row_count, sizeof *texts);
    size_t count = 0;

    for (size_t i = 0; i < asked->row_count; i++) {
        if (!str_equal(asked->rows[i].label, STR("oos"))) {
            rows[count] = asked->rows[i];
            texts[count++] = asked->rows[i].text;
        }
    }
    *asked = (struct dataset){ rows, count };
    understanding->versus.texts = texts;
    understanding->versus.text_count = count;
}

static void report_set(const struct understanding *understanding)
{
    struct bench_report *report = understanding->versus.report;

    bench_row(report, STR("texts"));
    bench_text(report, "set", understanding->set);
    bench_count(report, "learned", (int64_t)understanding->learned.row_count);
    bench_count(report, "asked", (int64_t)understanding->asked.row_count);
}

static int measure(struct understanding *understanding, struct err *err)
{
    struct versus *versus = &understanding->versus;
    struct arena *arena = versus->report->arena;
    struct str cache = load_cache_folder(arena);
    struct str bot;

    if (cache.at == NULL) {
        return err_set(err, ERR_CONFIG,
                       "no cache folder can be made: set HOME or XDG_CACHE_HOME");
    }
    bot = file_join(arena, cache, STR("bench-understand"));
    if (bench_bot_write(bot.at, STR("bench"), &understanding->learned, arena, err) != 0 ||
        versus_start(versus, bot.at, "understand", understanding->train.at, err) != 0 ||
        versus_collect(versus, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < versus->server_count; i++) {
        versus->servers[i].accuracy =
            accuracy_of(understanding, &versus->servers[i], i == 0);
    }
    return versus_measure(versus, err);
}

int bench_understand(struct bench_report *report, const struct invocation *invocation)
{
    struct understanding understanding = {
        .versus = { .report = report,
                    .invocation = invocation,
                    .path = "/triage",
                    .checked = "intent",
                    .server_count = 1 },
    };
    struct err err;
    int status = EXIT_DONE;

    if (read_sets(&understanding, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    take_texts(&understanding);
    if (understanding.asked.row_count == 0) {
        return command_fail(invocation, "no text to ask has an intent");
    }
    if (measure(&understanding, &err) != 0) {
        status = command_fail(invocation, "%s", err.text);
    } else {
        report_set(&understanding);
        versus_report(&understanding.versus);
    }
    versus_stop(&understanding.versus);
    return status;
}
