/* bench_classify.c - one classification: how fast, how right, how well calibrated.
 *
 * On BANKING77 and CLINC150 where their folders are there, and on the bot's own examples
 * and calibration messages.  Each set twice: with the concept table, as bots use it, and
 * with words alone, so that what concepts cost and gain is a ratio of one run.
 */

#include "base/arena.h"
#include "base/err.h"
#include "bot/folder.h"
#include "classify/concepts_table.h"
#include "classify/eval.h"
#include "classify/nano_train.h"
#include "cli/bench.h"
#include "cli/command.h"
#include "config/dataset.h"
#include "os/clock.h"
#include "os/file.h"

enum { EXAMPLES_ROOM = 100000 };

struct texts {
    struct nano_example *items;
    size_t count;
};

struct classifying {
    struct bench_report *report;
    const struct invocation *invocation;
    struct str concepts;
    int status; /* of the program: the last failure, or EXIT_DONE */
};

static bool add_file(struct texts *texts, struct arena *arena, const char *folder,
                     const char *name)
{
    struct str path = file_join(arena, str_from(folder), str_from(name));
    struct mistakes mistakes;
    struct dataset dataset;
    struct str bytes;
    struct err err;

    mistakes_init(&mistakes, arena);
    if (file_read(&bytes, arena, path.at, DATASET_BYTES_MAX, &err) != 0) {
        return false;
    }
    dataset_parse(&dataset, bytes, path, arena, &mistakes);
    for (size_t i = 0; i < dataset.row_count && texts->count < EXAMPLES_ROOM; i++) {
        texts->items[texts->count++] = (struct nano_example){
            .text = dataset.rows[i].text, .label = dataset.rows[i].label, .weight = 1
        };
    }
    return mistakes.error_count == 0 && texts->count != 0;
}

static struct texts texts_new(struct arena *arena)
{
    return (struct texts){ arena_array(arena, EXAMPLES_ROOM, sizeof(struct nano_example)),
                           0 };
}

struct asking_pass {
    const struct nano *nano;
    struct nano_scratch *scratch;
    const struct texts *texts;
};

static void ask_once(void *context, size_t call)
{
    struct asking_pass *pass = context;
    struct nano_answer answer;

    nano_ask(pass->nano, pass->scratch, pass->texts->items[call].text, &answer);
}

/* Train, judge, time; returns the nanoseconds of one text, or 0. */
static int64_t measure(struct classifying *classifying, const char *name,
                       const struct texts *train, const struct texts *test,
                       bool with_concepts)
{
    struct bench_report *report = classifying->report;
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    int64_t start_ns = clock_thread_cpu_ns();
    int64_t train_ns;
    int64_t text_ns;
    struct asking_pass pass = { .texts = test };
    struct nano nano;
    struct eval eval;
    struct str model;
    struct err err;

    if (with_concepts) {
        options.concepts = classifying->concepts;
    }
    if (nano_train(&model, report->arena, train->items, train->count, &options, &err) !=
            0 ||
        nano_open(&nano, model, &err) != 0) {
        classifying->status =
            command_fail(classifying->invocation, "%s: %s", name, err.text);
        return 0;
    }
    train_ns = clock_thread_cpu_ns() - start_ns;
    eval_nano(&eval, report->arena, &nano, test->items, test->count);
    pass.nano = &nano;
    pass.scratch = arena_alloc(report->arena, sizeof *pass.scratch);
    text_ns = bench_time_ns(ask_once, &pass, test->count);
    bench_row(report, str_format(report->arena, "%s%s", name,
                                 with_concepts ? "" : ", words alone"));
    bench_count(report, "n", (int64_t)test->count);
    bench_micros(report, "accuracy", eval.accuracy);
    bench_micros(report, "ece", eval.ece);
    if (eval.oos_n != 0) {
        bench_micros(report, "oos_recall", eval.oos_recall);
        bench_micros(report, "false_reject", eval.false_reject);
    }
    bench_micros(report, "us_per_text", text_ns * 1000);
    bench_micros(report, "train_s", train_ns / 1000);
    bench_count(report, "model_kib", (int64_t)model.len / 1024);
    return text_ns;
}

static void measure_both(struct classifying *classifying, const char *name,
                         const struct texts *train, const struct texts *test)
{
    int64_t with_ns = measure(classifying, name, train, test, true);
    int64_t without_ns = measure(classifying, name, train, test, false);
    struct str ratio =
        str_format(classifying->report->arena, "%s: time with concepts / without", name);

    bench_ratio(classifying->report, ratio.at, bench_quotient(with_ns, without_ns));
}

static void skip(struct bench_report *report, const char *name, const char *folder)
{
    bench_row(report, str_from(name));
    bench_text(report, "skipped",
               str_format(report->arena, "no such data in %s", folder));
}

static void measure_public(struct classifying *classifying)
{
    const char *folder = option_value(classifying->invocation, "data");
    struct arena *arena = classifying->report->arena;
    struct texts train = texts_new(arena);
    struct texts test = texts_new(arena);

    folder = folder == NULL ? "../shared/data" : folder;
    if (add_file(&train, arena, folder, "banking77/train.jsonl") &&
        add_file(&test, arena, folder, "banking77/dev.jsonl")) {
        measure_both(classifying, "banking77", &train, &test);
    } else {
        skip(classifying->report, "banking77", folder);
    }
    train.count = test.count = 0;
    if (add_file(&train, arena, folder, "clinc150/train.jsonl") &&
        add_file(&train, arena, folder, "clinc150/oos_train.jsonl") &&
        add_file(&test, arena, folder, "clinc150/dev.jsonl") &&
        add_file(&test, arena, folder, "clinc150/oos_dev.jsonl")) {
        measure_both(classifying, "clinc150", &train, &test);
    } else {
        skip(classifying->report, "clinc150", folder);
    }
}

static struct texts texts_of(const struct examples *examples, struct arena *arena)
{
    struct texts texts = { arena_array(arena, examples->count + 1, sizeof *texts.items),
                           examples->count };

    for (size_t i = 0; i < examples->count; i++) {
        texts.items[i] = (struct nano_example){ .text = examples->items[i].text,
                                                .label = examples->items[i].intent,
                                                .weight = 1 };
    }
    return texts;
}

static int measure_bot(struct classifying *classifying)
{
    struct arena *arena = classifying->report->arena;
    const char *path = option_value(classifying->invocation, "bot");
    struct mistakes mistakes;
    struct bot_folder folder;
    struct texts train;
    struct texts test;
    struct err err;

    path = path == NULL ? "bots/acme" : path;
    mistakes_init(&mistakes, arena);
    if (bot_folder_read(&folder, path, arena, &mistakes, &err) != 0) {
        return command_fail(classifying->invocation, "%s", err.text);
    }
    train = texts_of(&folder.examples, arena);
    test = texts_of(&folder.calibration, arena);
    if (mistakes.error_count == 0 && test.count != 0) {
        measure_both(classifying, "the bot's calibration", &train, &test);
    }
    return classifying->status;
}

int bench_classify(struct bench_report *report, const struct invocation *invocation)
{
    struct classifying classifying = { .report = report,
                                       .invocation = invocation,
                                       .status = EXIT_DONE };
    struct err err;

    if (concepts_build(&classifying.concepts, report->arena, concepts_table,
                       concepts_table_count, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    measure_public(&classifying);
    return classifying.status == EXIT_DONE ? measure_bot(&classifying)
                                           : classifying.status;
}
