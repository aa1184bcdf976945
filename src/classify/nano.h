/* nano.h - the small text classifier: text in, calibrated labelled scores out.
 *
 * A nano model is a committee of up to six small networks over hashed n-grams
 * (features.h, net.h), trained from scratch in seconds (nano_train.h) and asked in
 * microseconds.  Its confidence is calibrated: of answers given with 0.9, about nine in
 * ten are right.  The label `oos` in the training data means "none of these": it is never
 * an answer, but teaches the model to say that a text is out of scope.  Every model says
 * so, also one that has seen no such example.
 *
 * A model is its bytes, read where they lie (a mapped file): a fixed head, then tables.
 * Opening checks every count, index and number, so that hostile bytes are ERR_CORRUPT and
 * asking needs no checks.  The format is described in nano_format.h.
 *
 * Thread: any; a model is read-only, each thread has its own struct nano_scratch.
 * Memory: a struct nano is a view of the bytes, which must outlive it.  Asking never
 *         allocates.
 */
#ifndef CLASSIFY_NANO_H
#define CLASSIFY_NANO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "classify/concepts.h"
#include "classify/features.h"
#include "classify/scope.h"

struct err;
struct nano_head; /* nano_format.h */
struct nano_slot;

enum {
    NANO_LABELS_MAX = 1024,
    NANO_COLUMNS_MAX = 512,
    NANO_ALIGN = 64, /* of the model's first byte, for speed; 16 is required */
    NANO_COVERAGES = 3,
};

/* The error rates for which every model stores a confidence threshold: 5, 2 and 1 %. */
extern const uint32_t nano_coverage_errors[NANO_COVERAGES]; /* millionths */

struct nano {
    const struct nano_head *head;
    const struct nano_slot *slots;
    const uint8_t *hints;
    const int8_t *rows;
    const float *bias;
    const float *out;
    const float *out_bias;
    const uint32_t *label_ends;
    const char *label_text;
    struct concepts concepts; /* where head->concepts_len is not 0 */
};

/* Room for one question; about 160 KiB, so not on a stack. */
struct nano_scratch {
    struct features features;
    uint32_t rows[FEATURE_KEYS_MAX];
    float weights[FEATURE_KEYS_MAX];
    float hidden[NANO_COLUMNS_MAX];
    float logits[NANO_LABELS_MAX + 16];
    float probabilities[NANO_LABELS_MAX + 16]; /* of the labels, calibrated, sum 1 */
    float signals[SCOPE_SIGNALS];              /* what the scope was judged by */
};

struct nano_answer {
    uint32_t label;      /* the most probable one */
    uint32_t confidence; /* millionths; how likely it is right, were the text in scope */
    uint32_t in_scope;   /* millionths; a score, see is_in_scope */
    bool is_in_scope;    /* in_scope reaches the bound that training fixed, and something
                            in the text is known */
};

/* ERR_CORRUPT where the bytes are no model that this program could have written;
 * ERR_INPUT where they are not aligned to 16. */
int nano_open(struct nano *nano_out, struct str bytes, struct err *err) MUST_USE;

/* Labels without `oos`, in bytewise order. */
size_t nano_label_count(const struct nano *nano);
struct str nano_label(const struct nano *nano, size_t label);

/* How many examples it was trained on. */
size_t nano_text_count(const struct nano *nano);

/* The number of the label in *label_out, or false. */
bool nano_find_label(const struct nano *nano, struct str name, uint32_t *label_out);

void nano_ask(const struct nano *nano, struct nano_scratch *scratch, struct str text,
              struct nano_answer *answer_out);

/* The same of the text that this scratch was asked about last, by whichever model: its
 * features are read once.  A model trained without concepts does not know those of
 * another, and one without runs of characters passes them over. */
void nano_ask_again(const struct nano *nano, struct nano_scratch *scratch,
                    struct nano_answer *answer_out);

/* Of the text asked last with this scratch, in millionths. */
uint32_t nano_probability(const struct nano_scratch *scratch, size_t label);

/* The lowest confidence, in millionths, above which held-out texts of the training data
 * were wrong at most at nano_coverage_errors[which]; 1,000,001 where there is none. */
uint32_t nano_coverage_threshold(const struct nano *nano, size_t which);

#endif
