#include "classify/scope.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "classify/exact.h"

/* A signal counts up to this many spreads from its centre. */
static const float far = 6;

/* Medians of what the regression found when tenths of the labels were left out. */
static const float weights_usual[SCOPE_SIGNALS] = { [SCOPE_TOP] = 3.4f,
                                                    [SCOPE_STRENGTH] = -1.75f,
                                                    [SCOPE_UNKNOWN] = -0.5f,
                                                    [SCOPE_OOS] = -0.5f };
static const float start_usual = 2.4f;

/* As many examples as would hold the weights half-way to the usual ones. */
static const double usual_strength = 3;

void scope_read(float signals_out[SCOPE_SIGNALS], const float *logits, size_t label_count,
                bool has_oos, float squares, float unknown)
{
    float top = logits[0];

    for (size_t i = 1; i < label_count; i++) {
        top = logits[i] > top ? logits[i] : top;
    }
    signals_out[SCOPE_TOP] = top;
    signals_out[SCOPE_STRENGTH] = (float)exact_log((squares > 0 ? squares : 0) + 1e-3);
    signals_out[SCOPE_UNKNOWN] = unknown;
    signals_out[SCOPE_OOS] = has_oos ? logits[label_count] - top : 0;
}

static float scaled(const struct scope *scope, const float *signals, size_t which)
{
    float value = (signals[which] - scope->centre[which]) / scope->spread[which];

    return value > far ? far : value > -far ? value : -far;
}

static double likelihood(const struct scope *scope, const float *signals)
{
    double sum = scope->start;

    for (size_t i = 0; i < SCOPE_SIGNALS; i++) {
        sum += (double)(scope->weight[i] * scaled(scope, signals, i));
    }
    return exact_logistic(sum);
}

uint32_t scope_score(const struct scope *scope, const float signals[SCOPE_SIGNALS])
{
    return (uint32_t)(1e6 * likelihood(scope, signals) + 0.5);
}

/* Centre and spread of the examples in scope; returns how many there are. */
static size_t set_scale(struct scope *scope, const struct scope_example *examples,
                        size_t count)
{
    double sums[SCOPE_SIGNALS] = { 0 };
    double squares[SCOPE_SIGNALS] = { 0 };
    size_t inside = 0;

    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; examples[i].is_in_scope && k < SCOPE_SIGNALS; k++) {
            double value = examples[i].signals[k];

            sums[k] += value;
            squares[k] += value * value;
        }
        inside += examples[i].is_in_scope;
    }
    for (size_t k = 0; k < SCOPE_SIGNALS; k++) {
        double mean = inside > 0 ? sums[k] / (double)inside : 0;
        double variance = inside > 0 ? squares[k] / (double)inside - mean * mean : 1;

        scope->centre[k] = (float)mean;
        scope->spread[k] = sqrtf((float)(variance > 1e-4 ? variance : 1e-4));
    }
    return inside;
}

/* One step of Newton's method for one weight (or the start, at SCOPE_SIGNALS), the others
 * held.  Both kinds of examples together weigh as much as there are of the rarer one. */
static void improve(struct scope *scope, const struct scope_example *examples,
                    size_t count, double weight_inside, size_t which)
{
    bool is_start = which == SCOPE_SIGNALS;
    float *value = is_start ? &scope->start : &scope->weight[which];
    float usual = is_start ? start_usual : weights_usual[which];
    double slope = usual_strength * (double)(*value - usual);
    double bend = usual_strength;

    for (size_t i = 0; i < count; i++) {
        const struct scope_example *example = &examples[i];
        double x = is_start ? 1 : (double)scaled(scope, example->signals, which);
        double p = likelihood(scope, example->signals);
        double weight = example->is_in_scope ? weight_inside : 1;

        slope += weight * (p - example->is_in_scope) * x;
        bend += weight * p * (1 - p) * x * x;
    }
    *value -= (float)(slope / bend);
}

static int rising(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

static void set_bound(struct scope *scope, struct arena *arena,
                      const struct scope_example *examples, size_t count,
                      uint32_t false_reject)
{
    struct arena_mark mark = arena_mark(arena);
    uint32_t *scores = arena_array(arena, count + 1, sizeof *scores);
    size_t inside = 0;

    for (size_t i = 0; i < count; i++) {
        if (examples[i].is_in_scope) {
            scores[inside++] = scope_score(scope, examples[i].signals);
        }
    }
    qsort(scores, inside, sizeof *scores, rising);
    scope->bound = inside == 0 ? 0 : scores[inside * (uint64_t)false_reject / 1000001];
    arena_reset(arena, mark);
}

void scope_fit(struct scope *scope_out, struct arena *arena,
               const struct scope_example *examples, size_t count, bool has_oos,
               uint32_t false_reject)
{
    enum { SWEEPS = 30 };
    struct scope scope = { .start = start_usual };
    size_t inside = set_scale(&scope, examples, count);
    size_t outside = count - inside;

    memcpy(scope.weight, weights_usual, sizeof scope.weight);
    if (!has_oos) {
        scope.weight[SCOPE_OOS] = 0;
    }
    for (int i = 0; i < SWEEPS && inside > 0 && outside > 0; i++) {
        for (size_t k = 0; k <= SCOPE_SIGNALS; k++) {
            improve(&scope, examples, count, (double)outside / (double)inside, k);
        }
    }
    set_bound(&scope, arena, examples, count, false_reject);
    *scope_out = scope;
}
