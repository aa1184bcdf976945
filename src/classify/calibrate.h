/* calibrate.h - from held-out answers to honest numbers.
 *
 * Thread: any.
 * Memory: none; scratch comes from the given arena.
 */
#ifndef CLASSIFY_CALIBRATE_H
#define CLASSIFY_CALIBRATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* What a network said about a text that it had not learned from. */
struct held_out {
    float *logits;
    uint32_t label; /* the true one */
    float squares;  /* of the hidden units */
    float unknown;  /* share of the text's weight */
};

/* The factor to multiply logits by so that the softmax over label_count labels fits best
 * (Guo and others, "On calibration of modern neural networks", 2017, by its inverse): the
 * lowest negative log likelihood of the examples with label < label_count.  1 if none. */
float calibrate_coldness(struct arena *arena, const struct held_out *examples,
                         size_t count, size_t label_count);

/* An answer that was right or wrong. */
struct outcome {
    uint32_t confidence; /* millionths */
    bool is_right;
};

/* How sure calibrated logits are of their top label, and whether it is the true one. */
struct outcome calibrate_outcome(const float *logits, size_t label_count, uint32_t label);

/* The lowest confidence such that of the outcomes with at least that, a share of at most
 * error_max (millionths) is wrong; 1,000,001 where there is none. */
uint32_t calibrate_threshold(struct arena *arena, const struct outcome *outcomes,
                             size_t count, uint32_t error_max);

#endif
