#include "classify/calibrate.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "classify/exact.h"

struct fitting {
    const struct held_out *examples;
    size_t count;
    size_t label_count;
    float *logits; /* room for one text's */
};

/* The negative log likelihood, were the logits multiplied by exp(log_coldness). */
static double surprise(const struct fitting *fitting, double log_coldness)
{
    float coldness = (float)exact_exp(log_coldness);
    double sum = 0;

    for (size_t i = 0; i < fitting->count; i++) {
        const struct held_out *example = &fitting->examples[i];

        if (example->label >= fitting->label_count) {
            continue;
        }
        for (size_t k = 0; k < fitting->label_count; k++) {
            fitting->logits[k] = coldness * example->logits[k];
        }
        sum += (double)(exact_log_sum_exp(fitting->logits, fitting->label_count) -
                        fitting->logits[example->label]);
    }
    return sum;
}

/* Golden-section search; the function has one minimum. */
float calibrate_coldness(struct arena *arena, const struct held_out *examples,
                         size_t count, size_t label_count)
{
    enum { STEPS = 16 }; /* narrows [1/8, 8] to within 0.2 % */
    const double golden = 0.61803398874989484820;
    struct arena_mark mark = arena_mark(arena);
    struct fitting fitting = { examples, count, label_count,
                               arena_array(arena, label_count, sizeof(float)) };
    double low = -2.0794415416798357;
    double high = -low;
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    double at_left = surprise(&fitting, left);
    double at_right = surprise(&fitting, right);

    for (int i = 0; i < STEPS && count > 0; i++) {
        if (at_left < at_right) {
            high = right;
            right = left;
            at_right = at_left;
            left = high - golden * (high - low);
            at_left = surprise(&fitting, left);
        } else {
            low = left;
            left = right;
            at_left = at_right;
            right = low + golden * (high - low);
            at_right = surprise(&fitting, right);
        }
    }
    arena_reset(arena, mark);
    return (float)exact_exp((low + high) / 2);
}

struct outcome calibrate_outcome(const float *logits, size_t label_count, uint32_t label)
{
    float total = exact_log_sum_exp(logits, label_count);
    size_t top = 0;

    for (size_t i = 1; i < label_count; i++) {
        top = logits[i] > logits[top] ? i : top;
    }
    return (struct outcome){
        .confidence = (uint32_t)(1e6 * exact_exp(logits[top] - total) + 0.5),
        .is_right = top == label,
    };
}

static int by_confidence_falling(const void *a, const void *b)
{
    const struct outcome *left = a;
    const struct outcome *right = b;

    return (left->confidence < right->confidence) -
           (left->confidence > right->confidence);
}

uint32_t calibrate_threshold(struct arena *arena, const struct outcome *outcomes,
                             size_t count, uint32_t error_max)
{
    struct arena_mark mark = arena_mark(arena);
    struct outcome *sorted = arena_array(arena, count + 1, sizeof *sorted);
    uint32_t threshold = 1000001;
    uint64_t wrong = 0;

    if (count > 0) {
        memcpy(sorted, outcomes, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, by_confidence_falling);
    }
    for (size_t i = 0; i < count; i++) {
        wrong += !sorted[i].is_right;
        if ((i + 1 == count || sorted[i + 1].confidence != sorted[i].confidence) &&
            wrong * 1000000 <= (uint64_t)error_max * (i + 1)) {
            threshold = sorted[i].confidence;
        }
    }
    arena_reset(arena, mark);
    return threshold;
}
