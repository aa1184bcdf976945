#include "classify/eval.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/map.h"
#include "classify/nano_train.h"

/* True label and answer of one text, as numbers of names: the model's labels, then those
 * that only the examples have. */
struct verdict {
    uint32_t label;
    uint32_t answer;
};

struct counting {
    struct eval *eval;
    struct arena *arena;
    const struct nano *nano;
    struct nano_scratch *scratch;
    struct map numbers; /* of names: a pointer into names */
    struct str *names;
    size_t name_count;
    struct verdict *verdicts;
    size_t right;
    size_t rejected;
    size_t oos_found;
    size_t covered[NANO_COVERAGES];
    size_t covered_right[NANO_COVERAGES];
    size_t bin_right[EVAL_BINS];
    double bin_confidence[EVAL_BINS];
    double brier;
};

static uint32_t share(double part, double whole)
{
    return whole > 0 ? (uint32_t)(1e6 * part / whole + 0.5) : 0;
}

static uint32_t number_of(struct counting *counting, struct str name)
{
    struct str *known = map_find(&counting->numbers, name);

    if (known == NULL) {
        known = &counting->names[counting->name_count++];
        *known = name;
        (void)map_put(&counting->numbers, name, known);
    }
    return (uint32_t)(known - counting->names);
}

/* The squared distance between the probabilities and the truth. */
static double brier_of(const struct counting *counting, uint32_t label)
{
    size_t label_count = nano_label_count(counting->nano);
    double sum = label < label_count ? 0 : 1;

    for (size_t i = 0; i < label_count; i++) {
        double error = (double)counting->scratch->probabilities[i] - (i == label);

        sum += error * error;
    }
    return sum;
}

static void count_labelled(struct counting *counting, const struct nano_answer *answer,
                           uint32_t label)
{
    struct eval *eval = counting->eval;
    bool is_right = answer->label == label;
    size_t bin = (size_t)answer->confidence * EVAL_BINS / 1000001;

    counting->verdicts[eval->n++] = (struct verdict){ label, answer->label };
    counting->right += is_right;
    counting->rejected += !answer->is_in_scope;
    counting->brier += brier_of(counting, label);
    eval->bins[bin].n++;
    counting->bin_right[bin] += is_right;
    counting->bin_confidence[bin] += answer->confidence;
    for (size_t i = 0; i < NANO_COVERAGES; i++) {
        bool is_covered =
            answer->confidence >= nano_coverage_threshold(counting->nano, i);

        counting->covered[i] += is_covered;
        counting->covered_right[i] += is_covered && is_right;
    }
}

static void count_example(struct counting *counting, const struct nano_example *example)
{
    struct nano_answer answer;

    nano_ask(counting->nano, counting->scratch, example->text, &answer);
    if (str_equal(example->label, NANO_OOS)) {
        counting->eval->oos_n++;
        counting->oos_found += !answer.is_in_scope;
    } else {
        count_labelled(counting, &answer, number_of(counting, example->label));
    }
}

static void sum_bins(struct counting *counting)
{
    struct eval *eval = counting->eval;
    double gaps = 0;

    for (size_t i = 0; i < EVAL_BINS; i++) {
        struct eval_bin *bin = &eval->bins[i];
        double right = 1e6 * (double)counting->bin_right[i];
        double gap = counting->bin_confidence[i] - right;

        gaps += gap < 0 ? -gap : gap;
        bin->confidence = share(counting->bin_confidence[i] / 1e6, (double)bin->n);
        bin->accuracy = share((double)counting->bin_right[i], (double)bin->n);
    }
    eval->ece = share(gaps / 1e6, (double)eval->n);
}

static void sum_coverage(struct counting *counting)
{
    for (size_t i = 0; i < NANO_COVERAGES; i++) {
        counting->eval->coverage[i] = (struct eval_coverage){
            .error = nano_coverage_errors[i],
            .threshold = nano_coverage_threshold(counting->nano, i),
            .coverage = share((double)counting->covered[i], (double)counting->eval->n),
            .accuracy =
                share((double)counting->covered_right[i], (double)counting->covered[i]),
        };
    }
}

static void sum_f1(struct counting *counting)
{
    size_t n = counting->name_count;
    size_t *hits = arena_array(counting->arena, n, sizeof *hits);
    size_t *seen = arena_array(counting->arena, n, sizeof *seen); /* true and answered */
    double sum = 0;
    size_t labels = 0;

    for (size_t i = 0; i < counting->eval->n; i++) {
        const struct verdict *verdict = &counting->verdicts[i];

        hits[verdict->label] += verdict->label == verdict->answer;
        seen[verdict->label]++;
        seen[verdict->answer]++;
    }
    for (size_t i = 0; i < n; i++) {
        if (seen[i] > 0) {
            sum += 2.0 * (double)hits[i] / (double)seen[i];
            labels++;
        }
    }
    counting->eval->macro_f1 = share(sum, (double)labels);
}

static int by_pair(const void *a, const void *b)
{
    const struct verdict *left = a;
    const struct verdict *right = b;

    if (left->label != right->label) {
        return left->label < right->label ? -1 : 1;
    }
    return (left->answer > right->answer) - (left->answer < right->answer);
}

/* Put a confusion in its place among the most frequent; an earlier one goes before an
 * equal one. */
static void rank_confusion(struct eval *eval, const struct eval_confusion *confusion)
{
    size_t at = eval->confusion_count;

    while (at > 0 && eval->confusions[at - 1].n < confusion->n) {
        at--;
    }
    if (at == EVAL_CONFUSIONS_MAX) {
        return;
    }
    if (eval->confusion_count < EVAL_CONFUSIONS_MAX) {
        eval->confusion_count++;
    }
    for (size_t i = eval->confusion_count - 1; i > at; i--) {
        eval->confusions[i] = eval->confusions[i - 1];
    }
    eval->confusions[at] = *confusion;
}

static void sum_confusions(struct counting *counting)
{
    struct eval *eval = counting->eval;
    size_t end;

    eval->confusions =
        arena_array(counting->arena, EVAL_CONFUSIONS_MAX, sizeof *eval->confusions);
    qsort(counting->verdicts, eval->n, sizeof *counting->verdicts, by_pair);
    for (size_t i = 0; i < eval->n; i = end) {
        const struct verdict *pair = &counting->verdicts[i];

        for (end = i; end < eval->n && by_pair(pair, &counting->verdicts[end]) == 0;
             end++) {
        }
        if (pair->label != pair->answer) {
            rank_confusion(eval, &(struct eval_confusion){ counting->names[pair->label],
                                                           counting->names[pair->answer],
                                                           end - i });
        }
    }
}

void eval_nano(struct eval *eval_out, struct arena *arena, const struct nano *nano,
               const struct nano_example *examples, size_t count)
{
    struct counting counting = { .eval = eval_out, .arena = arena, .nano = nano };
    size_t label_count = nano_label_count(nano);

    *eval_out = (struct eval){ 0 };
    counting.scratch = arena_alloc(arena, sizeof *counting.scratch);
    counting.names = arena_array(arena, label_count + count, sizeof *counting.names);
    counting.verdicts = arena_array(arena, count + 1, sizeof *counting.verdicts);
    map_init(&counting.numbers, arena);
    for (size_t i = 0; i < label_count; i++) {
        (void)number_of(&counting, nano_label(nano, i));
    }
    for (size_t i = 0; i < count; i++) {
        count_example(&counting, &examples[i]);
    }
    eval_out->accuracy = share((double)counting.right, (double)eval_out->n);
    eval_out->brier = share(counting.brier, (double)eval_out->n);
    eval_out->oos_recall = share((double)counting.oos_found, (double)eval_out->oos_n);
    eval_out->false_reject = share((double)counting.rejected, (double)eval_out->n);
    sum_bins(&counting);
    sum_coverage(&counting);
    sum_f1(&counting);
    sum_confusions(&counting);
}
