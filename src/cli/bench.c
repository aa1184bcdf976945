/* bench.c - usher bench: reproduces the figures that the project publishes. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "cli/bench.h"
#include "cli/command.h"
#include "cli/commands.h"

#define BENCH_ARENA_BYTES ((size_t)4 << 30)

static const struct {
    const char *name;
    const char *what;
    bench_run_fn run;
} benches[] = {
    { "classify", "one classification: time, accuracy, calibration", bench_classify },
    { "stages", "every stage of a decision on the sample tickets", bench_stages },
    { "guard", "the guards on messages of 300 bytes", bench_guard },
};

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

    for (size_t i = 0; i < COUNT_OF(benches) && status == EXIT_DONE; i++) {
        if (wanted == NULL || strcmp(wanted, benches[i].name) == 0) {
            status = run_one(invocation, benches[i].name, benches[i].run);
            count++;
        }
    }
    if (count == 0) {
        return command_misuse(
            invocation, "no bench \"%s\"; expected classify, stages or guard", wanted);
    }
    return status;
}

static const struct option options[] = {
    { "bot", "BOT", "the bot whose tickets are used; bots/acme otherwise" },
    { "data", "FOLDER", "public data sets for classify; ../shared/data otherwise" },
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
        "each stage of a decision.  guard: the\nbuilt-in guards beside PCRE2.",
    .example = "usher bench stages",
    .options = options,
    .operands_max = 1,
    .run = bench_command_run,
};
