/* labelled.c - reading labelled files, and the report of how a model does on one. */

#include "cli/labelled.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "classify/eval.h"
#include "classify/nano_train.h"
#include "cli/command.h"
#include "cli/show.h"
#include "config/dataset.h"
#include "os/clock.h"
#include "os/file.h"

int labelled_read(struct labelled *labelled_out, const struct invocation *invocation,
                  struct arena *arena, const char *path)
{
    struct mistakes mistakes;
    struct dataset dataset;
    struct str bytes;
    struct err err;

    mistakes_init(&mistakes, arena);
    if (file_read(&bytes, arena, path, DATASET_BYTES_MAX, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    dataset_parse(&dataset, bytes, str_from(path), arena, &mistakes);
    if (mistakes.error_count != 0) {
        show_mistakes(stderr, &mistakes, 0);
        return EXIT_FAILED;
    }
    labelled_out->count = dataset.row_count;
    labelled_out->examples =
        arena_array(arena, dataset.row_count, sizeof *labelled_out->examples);
    for (size_t i = 0; i < dataset.row_count; i++) {
        labelled_out->examples[i] = (struct nano_example){ .text = dataset.rows[i].text,
                                                           .label = dataset.rows[i].label,
                                                           .weight = 1 };
    }
    return EXIT_DONE;
}

/* How long asking takes: processor time of the second pass over the texts. */
static int64_t time_asking_ns(const struct nano *nano, struct arena *arena,
                              const struct labelled *data)
{
    struct nano_scratch *scratch = arena_alloc(arena, sizeof *scratch);
    int64_t start_ns = clock_thread_cpu_ns();

    for (size_t i = 0; i < data->count; i++) {
        struct nano_answer answer;

        nano_ask(nano, scratch, data->examples[i].text, &answer);
    }
    return clock_thread_cpu_ns() - start_ns;
}

static void write_coverage(struct json_writer *writer, const struct eval *eval)
{
    static const char *const errors[NANO_COVERAGES] = { "0.05", "0.02", "0.01" };

    json_open_object(writer);
    for (size_t i = 0; i < NANO_COVERAGES; i++) {
        json_key(writer, str_from(errors[i]));
        json_add_micros(writer, eval->coverage[i].coverage);
    }
    json_close_object(writer);
}

static void write_confusions(struct json_writer *writer, const struct eval *eval)
{
    json_open_array(writer);
    for (size_t i = 0; i < eval->confusion_count; i++) {
        json_open_object(writer);
        json_key(writer, STR("label"));
        json_add_str(writer, eval->confusions[i].label);
        json_key(writer, STR("predicted"));
        json_add_str(writer, eval->confusions[i].predicted);
        json_key(writer, STR("n"));
        json_add_int(writer, (int64_t)eval->confusions[i].n);
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void write_bins(struct json_writer *writer, const struct eval *eval)
{
    json_open_array(writer);
    for (size_t i = 0; i < EVAL_BINS; i++) {
        if (eval->bins[i].n == 0) {
            continue;
        }
        json_open_object(writer);
        json_key(writer, STR("n"));
        json_add_int(writer, (int64_t)eval->bins[i].n);
        json_key(writer, STR("confidence"));
        json_add_micros(writer, eval->bins[i].confidence);
        json_key(writer, STR("accuracy"));
        json_add_micros(writer, eval->bins[i].accuracy);
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void write_scope(struct json_writer *writer, const struct eval *eval)
{
    json_key(writer, STR("oos_recall"));
    if (eval->oos_n == 0) {
        json_add_null(writer);
    } else {
        json_add_micros(writer, eval->oos_recall);
    }
    json_key(writer, STR("false_reject"));
    if (eval->oos_n == 0) {
        json_add_null(writer);
    } else {
        json_add_micros(writer, eval->false_reject);
    }
}

static void write_json(struct json_writer *writer, const struct eval *eval, size_t count,
                       int64_t asking_ns)
{
    json_open_object(writer);
    json_key(writer, STR("n"));
    json_add_int(writer, (int64_t)(eval->n + eval->oos_n));
    json_key(writer, STR("accuracy"));
    json_add_micros(writer, eval->accuracy);
    json_key(writer, STR("macro_f1"));
    json_add_micros(writer, eval->macro_f1);
    json_key(writer, STR("ece"));
    json_add_micros(writer, eval->ece);
    json_key(writer, STR("brier"));
    json_add_micros(writer, eval->brier);
    json_key(writer, STR("coverage"));
    write_coverage(writer, eval);
    write_scope(writer, eval);
    json_key(writer, STR("examples_per_s"));
    json_add_int(writer, (int64_t)count * 1000000000 / (asking_ns + 1));
    json_key(writer, STR("us_per_text"));
    json_add_micros(writer, asking_ns * 1000 / (int64_t)count);
    json_key(writer, STR("confusions"));
    write_confusions(writer, eval);
    json_key(writer, STR("reliability"));
    write_bins(writer, eval);
    json_close_object(writer);
}

static double share(uint32_t millionths)
{
    return millionths / 1e6;
}

static void print_text(const struct eval *eval, size_t count, int64_t asking_ns)
{
    printf("texts      %zu%s\n", eval->n, eval->oos_n == 0 ? "" : " in scope");
    printf("accuracy   %.4f\nmacro F1   %.4f\nECE        %.4f\nBrier      %.4f\n",
           share(eval->accuracy), share(eval->macro_f1), share(eval->ece),
           share(eval->brier));
    if (eval->oos_n != 0) {
        printf("oos        %zu texts, %.4f of them recognised; %.4f of the others "
               "rejected\n",
               eval->oos_n, share(eval->oos_recall), share(eval->false_reject));
    }
    printf("time       %.1f us a text\n", (double)asking_ns / 1e3 / (double)count);
    for (size_t i = 0; i < NANO_COVERAGES; i++) {
        const struct eval_coverage *coverage = &eval->coverage[i];

        printf(
            "coverage   %.4f at %.0f %% error asked (from confidence %.3f; %.4f right)\n",
            share(coverage->coverage), share(coverage->error) * 100,
            share(coverage->threshold), share(coverage->accuracy));
    }
    printf("\nconfidence     texts  said   right\n");
    for (size_t i = 0; i < EVAL_BINS; i++) {
        const struct eval_bin *bin = &eval->bins[i];

        if (bin->n != 0) {
            printf("%.2f to %.2f  %7zu  %.3f  %.3f\n", (double)i / EVAL_BINS,
                   (double)(i + 1) / EVAL_BINS, bin->n, share(bin->confidence),
                   share(bin->accuracy));
        }
    }
    if (eval->confusion_count != 0) {
        printf("\nworst confusions\n");
    }
    for (size_t i = 0; i < eval->confusion_count; i++) {
        const struct eval_confusion *confusion = &eval->confusions[i];

        printf("%5zu  %.*s taken for %.*s\n", confusion->n, STR_ARG(confusion->label),
               STR_ARG(confusion->predicted));
    }
}

int labelled_report(const struct invocation *invocation, struct arena *arena,
                    const char *model_path, const char *data_path,
                    struct json_writer *writer)
{
    struct file_map map;
    struct labelled data = { 0 };
    struct nano nano;
    struct eval eval;
    struct err err;
    int64_t asking_ns;
    int status = labelled_read(&data, invocation, arena, data_path);

    if (status != EXIT_DONE) {
        return status;
    }
    if (data.count == 0) {
        return command_fail(invocation, "%s: holds no text", data_path);
    }
    if (file_map_open(&map, model_path, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    if (nano_open(&nano, map.content, &err) != 0) {
        file_map_close(&map);
        return command_fail(invocation, "%s: %s", model_path, err.text);
    }
    eval_nano(&eval, arena, &nano, data.examples, data.count);
    asking_ns = time_asking_ns(&nano, arena, &data);
    if (writer != NULL) {
        write_json(writer, &eval, data.count, asking_ns);
    } else {
        print_text(&eval, data.count, asking_ns);
    }
    file_map_close(&map);
    return EXIT_DONE;
}
