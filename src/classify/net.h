/* net.h - one member of a nano committee: a small network over sparse features.
 *
 * logits = out' relu(bias + sum of value * in[row]) + out_bias, that is multinomial
 * logistic regression on NET_HIDDEN learned features.  On a few thousand short texts this
 * beats logistic regression on the n-grams themselves, because labels share what they
 * learn about words, and it costs less: a row has NET_HIDDEN numbers however many labels
 * there are.  Half of the features and some of the hidden units are left out at random at
 * every step (dropout), which does more against overfitting than a penalty on weights.
 *
 * Training is plain stochastic gradient descent, one text at a time, so the same texts,
 * order and dice give the same weights.
 *
 * Thread: a net being trained belongs to one thread.
 * Memory: weights live in the arena given to net_init().
 */
#ifndef CLASSIFY_NET_H
#define CLASSIFY_NET_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct dice;

enum {
    NET_HIDDEN = 48,
    NET_LABELS_ALIGN = 16, /* rows of `out` are padded to a multiple of this */
};

/* A text as the network sees it. */
struct net_text {
    const uint32_t *rows;
    const float *values;
    size_t count;
    uint32_t label;
    float weight; /* 1 for an ordinary example */
};

struct net {
    size_t row_count;
    size_t label_count;
    size_t label_room; /* label_count rounded up to NET_LABELS_ALIGN */
    float *in;         /* row_count * NET_HIDDEN */
    float bias[NET_HIDDEN];
    float *out;      /* NET_HIDDEN * label_room */
    float *out_bias; /* label_room */
};

void net_init(struct net *net, struct arena *arena, size_t row_count, size_t label_count,
              struct dice *dice);

/* Several passes over texts[order[0..count)]; order is shuffled in place.  feature_max is
 * the largest count among the texts; scratch space comes from the arena. */
void net_train(struct net *net, const struct net_text *texts, uint32_t *order,
               size_t count, size_t feature_max, struct arena *arena, struct dice *dice);

/* label_room logits; those past label_count mean nothing.  Returns the sum of the hidden
 * units' squares, which is small for a text unlike all that was learned. */
float net_answer(const struct net *net, const struct net_text *text, float *logits_out);

#endif
