/* eval.h - how good a nano model is on labelled texts.
 *
 * Accuracy, F1, calibration, coverage and confusions are over the texts whose label is
 * not `oos`, by the most probable label, whatever the model thinks of the scope; a label
 * that the model does not know counts as a mistake.  What the scope costs and gains is
 * told apart: oos_recall and false_reject.  Nothing is fitted here: coverage and scope
 * use the bounds stored at training.
 *
 * Thread: any.
 * Memory: the result lives in the given arena; label names are views of the model and of
 *         the examples.
 */
#ifndef CLASSIFY_EVAL_H
#define CLASSIFY_EVAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "classify/nano.h"

struct arena;
struct nano_example;

enum { EVAL_BINS = 15, EVAL_CONFUSIONS_MAX = 20 };

/* Answers whose confidence lies in one fifteenth of 0 to 1. */
struct eval_bin {
    size_t n;
    uint32_t confidence; /* mean, millionths */
    uint32_t accuracy;   /* millionths */
};

/* Of answers at or above the threshold that training stored for this error rate. */
struct eval_coverage {
    uint32_t error;     /* asked, millionths */
    uint32_t threshold; /* millionths */
    uint32_t coverage;  /* share of the texts, millionths */
    uint32_t accuracy;  /* of these, millionths; 0 where there are none */
};

struct eval_confusion {
    struct str label;
    struct str predicted;
    size_t n;
};

/* Shares are in millionths. */
struct eval {
    size_t n;     /* texts that have a label */
    size_t oos_n; /* texts labelled oos */
    uint32_t accuracy;
    uint32_t macro_f1;     /* over labels that occur or were answered */
    uint32_t ece;          /* expected calibration error, over the bins */
    uint32_t brier;        /* mean over texts of the squared error of all probabilities */
    uint32_t oos_recall;   /* of oos texts, found out of scope; 0 where oos_n is */
    uint32_t false_reject; /* of texts with a label, taken for out of scope */
    struct eval_coverage coverage[NANO_COVERAGES];
    struct eval_bin bins[EVAL_BINS];
    struct eval_confusion *confusions; /* most frequent first */
    size_t confusion_count;            /* at most EVAL_CONFUSIONS_MAX */
};

void eval_nano(struct eval *eval_out, struct arena *arena, const struct nano *nano,
               const struct nano_example *examples, size_t count);

#endif
