#include "classify/net.h"

#include <string.h>

#include "base/arena.h"
#include "base/attr.h"
#include "classify/dice.h"
#include "classify/exact.h"

/* Chosen by five-fold cross-validation on BANKING77's and CLINC150's training files; the
 * neighbourhood is flat (half or double of any moves the error by less than its noise).
 */
static const float in_spread = 0.09f; /* uniform in +- this at the start */
static const float out_spread = 0.09f;
static const float in_rate = 1.2f;
static const float out_rate = 0.015f;
static const float bias_rate = 0.06f;
static const float out_bias_rate = 0.02f;
static const float rate_end = 0.05f; /* the rate falls linearly to this share */
static const float features_dropped = 0.5f;
static const float hidden_dropped = 0.3f;
static const float error_ignored =
    1e-5f; /* squared; a text known this well teaches nothing */

/* Few texts need more passes: about 15,000 steps more than fourteen passes. */
enum { PASSES_MIN = 14, PASSES_MAX = 60, STEPS_EXTRA = 15000 };

void net_init(struct net *net, struct arena *arena, size_t row_count, size_t label_count,
              struct dice *dice)
{
    size_t room =
        (label_count + NET_LABELS_ALIGN - 1) / NET_LABELS_ALIGN * NET_LABELS_ALIGN;

    *net = (struct net){ .row_count = row_count,
                         .label_count = label_count,
                         .label_room = room };
    net->in = arena_array(arena, row_count, NET_HIDDEN * sizeof *net->in);
    net->out = arena_array(arena, room, NET_HIDDEN * sizeof *net->out);
    net->out_bias = arena_array(arena, room, sizeof *net->out_bias);
    for (size_t i = 0; i < row_count * NET_HIDDEN; i++) {
        net->in[i] = in_spread * dice_spread(dice);
    }
    for (size_t unit = 0; unit < NET_HIDDEN; unit++) {
        for (size_t label = 0; label < label_count; label++) {
            net->out[unit * room + label] = out_spread * dice_spread(dice);
        }
    }
}

static void add_scaled(float *restrict to, const float *restrict from, float scale,
                       size_t count)
{
    for (size_t i = 0; i < count; i++) {
        to[i] += scale * from[i];
    }
}

static void add_row(float *restrict to, const float *restrict row, float scale)
{
    for (size_t i = 0; i < NET_HIDDEN; i++) {
        to[i] += scale * row[i];
    }
}

/* hidden_out before the rectifier. */
static void read_features(const struct net *net, const uint32_t *rows,
                          const float *values, size_t count, float *hidden_out)
{
    memcpy(hidden_out, net->bias, sizeof net->bias);
    for (size_t i = 0; i < count; i++) {
        add_row(hidden_out, net->in + (size_t)rows[i] * NET_HIDDEN, values[i]);
    }
}

static void answer_hidden(const struct net *net, const float *hidden, float *logits_out)
{
    memcpy(logits_out, net->out_bias, net->label_room * sizeof *logits_out);
    for (size_t unit = 0; unit < NET_HIDDEN; unit++) {
        if (hidden[unit] > 0) {
            add_scaled(logits_out, net->out + unit * net->label_room, hidden[unit],
                       net->label_room);
        }
    }
}

float net_answer(const struct net *net, const struct net_text *text, float *logits_out)
{
    float hidden[NET_HIDDEN];
    float squares = 0;

    read_features(net, text->rows, text->values, text->count, hidden);
    answer_hidden(net, hidden, logits_out);
    for (size_t unit = 0; unit < NET_HIDDEN; unit++) {
        squares += hidden[unit] > 0 ? hidden[unit] * hidden[unit] : 0;
    }
    return squares;
}

/* Space of one training step. */
struct step {
    uint32_t *rows; /* of the features that stay */
    float *values;
    size_t count;
    float hidden[NET_HIDDEN];
    float scale[NET_HIDDEN]; /* 0, or what makes up for the units left out */
    float blame[NET_HIDDEN];
    float *errors; /* label_room */
};

/* 16 random bits decide on each feature. */
static void drop(struct step *step, const struct net_text *text, struct dice *dice)
{
    const float share_kept = 1 - features_dropped;
    const uint64_t limit = (uint64_t)(features_dropped * 65536);
    uint64_t bits = 0;

    step->count = 0;
    for (size_t i = 0; i < text->count; i++) {
        bits = i % 4 == 0 ? dice_next(dice) : bits >> 16;
        step->rows[step->count] = text->rows[i];
        step->values[step->count] = text->values[i] / share_kept;
        step->count += (bits & 0xffff) >= limit;
    }
    for (size_t unit = 0; unit < NET_HIDDEN; unit++) {
        bits = unit % 4 == 0 ? dice_next(dice) : bits >> 16;
        step->scale[unit] = (float)(bits & 0xffff) >= hidden_dropped * 65536
                                ? 1 / (1 - hidden_dropped)
                                : 0;
    }
}

/* errors = probabilities - truth; returns their squared length. */
static float find_errors(const struct net *net, const struct net_text *text,
                         float *errors)
{
    float squares = 0;

    exact_softmax(errors, net->label_count);
    errors[text->label] -= 1;
    for (size_t i = 0; i < net->label_count; i++) {
        squares += errors[i] * errors[i];
    }
    for (size_t i = net->label_count; i < net->label_room; i++) {
        errors[i] = 0;
    }
    return squares;
}

/* Four partial sums, one for each lane, so that every compiler adds in the same order. */
static float dot(const float *restrict a, const float *restrict b, size_t count)
{
    float lanes[4] = { 0 };

    for (size_t i = 0; i < count; i += 4) {
        for (size_t lane = 0; lane < 4; lane++) {
            lanes[lane] += a[i + lane] * b[i + lane];
        }
    }
    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

static void learn_out(struct net *net, struct step *step, float rate)
{
    for (size_t unit = 0; unit < NET_HIDDEN; unit++) {
        float *out = net->out + unit * net->label_room;

        step->blame[unit] = 0;
        if (step->hidden[unit] > 0) {
            step->blame[unit] =
                dot(step->errors, out, net->label_room) * step->scale[unit];
            add_scaled(out, step->errors, -rate * out_rate * step->hidden[unit],
                       net->label_room);
        }
    }
    add_scaled(net->out_bias, step->errors, -rate * out_bias_rate, net->label_room);
}

VECTOR_CLONES static void learn(struct net *net, const struct net_text *text,
                                struct step *step, float rate, struct dice *dice)
{
    drop(step, text, dice);
    read_features(net, step->rows, step->values, step->count, step->hidden);
    for (size_t unit = 0; unit < NET_HIDDEN; unit++) {
        step->hidden[unit] =
            step->hidden[unit] > 0 ? step->hidden[unit] * step->scale[unit] : 0;
    }
    answer_hidden(net, step->hidden, step->errors);
    if (find_errors(net, text, step->errors) < error_ignored) {
        return;
    }
    rate *= text->weight;
    learn_out(net, step, rate);
    add_row(net->bias, step->blame, -rate * bias_rate);
    for (size_t i = 0; i < step->count; i++) {
        add_row(net->in + (size_t)step->rows[i] * NET_HIDDEN, step->blame,
                -rate * in_rate * step->values[i]);
    }
}

static void shuffle(uint32_t *order, size_t count, struct dice *dice)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = dice_below(dice, i);
        uint32_t held = order[i - 1];

        order[i - 1] = order[other];
        order[other] = held;
    }
}

void net_train(struct net *net, const struct net_text *texts, uint32_t *order,
               size_t count, size_t feature_max, struct arena *arena, struct dice *dice)
{
    struct arena_mark mark = arena_mark(arena);
    size_t passes = count == 0 ? 0 : PASSES_MIN + STEPS_EXTRA / count;
    struct step step = { .rows = arena_array(arena, feature_max + 1, sizeof *step.rows),
                         .values =
                             arena_array(arena, feature_max + 1, sizeof *step.values),
                         .errors =
                             arena_array(arena, net->label_room, sizeof *step.errors) };

    passes = passes > PASSES_MAX ? PASSES_MAX : passes;
    for (size_t pass = 0; pass < passes; pass++) {
        float rate = 1 - (1 - rate_end) * (float)pass / (float)passes;

        shuffle(order, count, dice);
        for (size_t i = 0; i < count; i++) {
            learn(net, &texts[order[i]], &step, rate, dice);
        }
    }
    arena_reset(arena, mark);
}
