/* bench.c - usher bench: reproduces the figures that the project publishes. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "cli/bench.h"
#include "cli/command.h"
#include "cli/commands.h"

enum { SECONDS_MAX = 600 };
#define BENCH_ARENA_BYTES ((size_t)4 << 30)

static const struct {
    const char *name;
    const char *what;
    bench_run_fn run;
} benches[] = {
    { "classify", "one classification: time, accuracy, calibration", bench_classify },
    { "stages", "every stage of a decision on the sample tickets", bench_stages },
    { "guard", "the guards on messages of 300 bytes", bench_guard },
    { "serve", "the server by itself: start, memory, steady rate, reload", bench_serve },
    { "understand", "one classification over HTTP, beside peers", bench_understand },
    { "decide", "a whole decision over HTTP, beside peers", bench_decide },
};

int64_t bench_second_ns(const struct invocation *invocation)
{
    const char *text = option_value(invocation, "seconds");
    int64_t seconds = 1;

    (void)(text != NULL && str_to_int64(str_from(text), &seconds));
    return seconds * INT64_C(1000000000);
}

static bool has_good_seconds(const struct invocation *invocation)
{
    const char *text = option_value(invocation, "seconds");
    int64_t seconds = 1;

    return text == NULL || (str_to_int64(str_from(text), &seconds) && seconds >= 1 &&
                            seconds <= SECONDS_MAX);
}

static int run_one(const struct invocation *invocation, const char *name,
                   bench_run_fn run)
{
    struct arena *arena = arena_new(BENCH_ARENA_BYTES);
    struct bench_report report;
    int status;

    bench_report_init(&report, name, arena);
    status = run(&report, invocation);
    if (status == EXIT_DONE) {
        bench_print(&report, invocation->json);
    }
    arena_free(&arena);
    return status;
}

static int bench_command_run(const struct invocation *invocation)
{
    const char *wanted = invocation->operands[0];
    int status = EXIT_DONE;
    size_t count = 0;

    if (!has_good_seconds(invocation)) {
        return command_misuse(invocation, "--seconds %s; expected 1 to %d",
                              option_value(invocation, "seconds"), SECONDS_MAX);
    }
    for (size_t i = 0; i < COUNT_OF(benches) && status == EXIT_DONE; i++) {
        if (wanted == NULL || strcmp(wanted, benches[i].name) == 0) {
            status = run_one(invocation, benches[i].name, benches[i].run);
            count++;
        }
    }
    if (count == 0) {
        return command_misuse(
            invocation,
            "no bench \"%s\"; expected classify, stages, guard, serve, understand or "
            "decide",
            wanted);
    }
    return status;
}

static const struct option options[] = {
    { "bot", "BOT", "the bot whose tickets are used; bots/acme otherwise" },
    { "data", "FOLDER", "public data sets; ../shared/data otherwise" },
    { "peers", "FOLDER", "what servers are held against; bench/peer otherwise" },
    { "seconds", "N", "how long a server is loaded each time; 1 otherwise" },
    { NULL, NULL, NULL },
};

const struct command command_bench = {
    .name = "bench",
    .operands = "[NAME]",
    .summary = "reproduce the published figures",
    .description =
        "Measures, in processor time of one core, and prints rows and ratios within one "
        "run, with a\nprobe of the machine beside them.  classify: training and asking "
        "a model, on public data\nwhere that is there, else on the bot's own.  stages: "
        "each stage of a decision.  guard: the\nbuilt-in guards beside PCRE2.  "
        "serve: the server by itself.  understand, decide: the server\nbeside the usual "
        "stack in Python, which bench/peer/install installs.",
    .example = "usher bench stages",
    .options = options,
    .operands_max = 1,
    .run = bench_command_run,
};
