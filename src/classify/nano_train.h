/* nano_train.h - make a nano model from labelled texts.
 *
 * The texts are dealt into ten groups, alike in labels.  Each member of the committee
 * learns from all but a group of its own, and what it then says about that group is what
 * the calibration is fitted on: the temperature, the out-of-scope signals and their
 * bound, the confidence thresholds.  So every text is learned from, and the calibration
 * sees only answers to texts that were new to the answerer.  Where there are few texts,
 * further networks are trained for the calibration alone.
 *
 * The same examples in the same order with the same options give the same bytes.
 *
 * Thread: any; no threads are started.
 * Memory: the model is allocated in the given arena; the work needs about 2 KiB a text
 *         and 100 MiB beside it, which are freed.
 */
#ifndef CLASSIFY_NANO_TRAIN_H
#define CLASSIFY_NANO_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;

enum { NANO_EXAMPLES_MAX = 200000, NANO_MEMBERS_MAX = 6 };

/* The label that means "none of the others". */
#define NANO_OOS STR("oos")

struct nano_example {
    struct str text;
    struct str label;
    float weight; /* above 0; relative to the lightest, up to eight times that counts */
};

struct nano_options {
    uint64_t seed;
    uint32_t false_reject; /* millionths of texts in scope that may be refused as oos */
    uint32_t features_max; /* that the model keeps, at some 60 bytes a member */
    uint32_t member_count; /* networks of the committee, 1 to NANO_MEMBERS_MAX: one is a
                              sixth of the size and time, and a little less right */
    bool without_runs;     /* of characters: quicker to ask, for what words tell */
    struct str concepts;   /* a compiled table (concepts.h), or empty: words alone */
    float concept_weight;  /* times a word's; 0.1 to 10 */
};

/* For examples written by the customers themselves. */
#define NANO_OPTIONS_DEFAULT                                                             \
    ((struct nano_options){ .seed = 1,                                                   \
                            .false_reject = 30000,                                       \
                            .features_max = 24576,                                       \
                            .member_count = NANO_MEMBERS_MAX,                            \
                            .concept_weight = 1 })

/* Of concepts for a bot whose customers will write unlike its few authors: the best when
 * sixths of the sample bot's examples, each by its own authors, were left out (0.803 of
 * the intents right, with 1 0.781); BANKING77 and CLINC150 prefer 1. */
#define NANO_CONCEPT_WEIGHT_BOT 2.5f

/* Members for a bot, whose models are to stay within 8 MB: 0.1 to 0.2 in a hundred
 * answers fewer are right than with six. */
enum { NANO_MEMBERS_BOT = 4 };

/* ERR_INPUT where there is no label beside oos, or only one label at all, or an empty
 * one, or a weight or an option out of range; ERR_LIMIT where there are too many
 * examples, labels or features. */
int nano_train(struct str *model_out, struct arena *arena,
               const struct nano_example *examples, size_t count,
               const struct nano_options *options, struct err *err) MUST_USE;

#endif
