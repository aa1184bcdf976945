/* scope.h - is a text about any of the labels at all?
 *
 * Four signals of a text are brought to a common scale by the held-out texts of training
 * and weighed by a logistic regression.  Its weights start from those that did best when
 * whole labels were left out of CLINC150's training file, and move as far as the held-out
 * `oos` examples, if there are any, make them.  The bound is set so that a stated share
 * of the held-out texts that do belong is refused.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef CLASSIFY_SCOPE_H
#define CLASSIFY_SCOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum scope_signal {
    SCOPE_TOP,      /* the highest logit of a label */
    SCOPE_STRENGTH, /* log of the sum of the hidden units' squares: a strange text moves
                       few */
    SCOPE_UNKNOWN,  /* share of the text's weight in features never seen, 0 to 1 */
    SCOPE_OOS,      /* logit of `oos` less the top; 0 where the model knows no `oos` */
    SCOPE_SIGNALS,
};

struct scope {
    float centre[SCOPE_SIGNALS];
    float spread[SCOPE_SIGNALS]; /* above 0 */
    float weight[SCOPE_SIGNALS];
    float start;
    uint32_t bound; /* millionths; a lower score is out of scope */
};

/* Signals from the calibrated logits of label_count labels, followed by that of oos if
 * has_oos; squares is the sum over the hidden units. */
void scope_read(float signals_out[SCOPE_SIGNALS], const float *logits, size_t label_count,
                bool has_oos, float squares, float unknown);

/* How likely the text is in scope, in millionths. */
uint32_t scope_score(const struct scope *scope, const float signals[SCOPE_SIGNALS]);

/* The signals of a held-out text and the truth. */
struct scope_example {
    float signals[SCOPE_SIGNALS];
    bool is_in_scope;
};

/* false_reject is in millionths of the examples in scope. */
void scope_fit(struct scope *scope_out, struct arena *arena,
               const struct scope_example *examples, size_t count, bool has_oos,
               uint32_t false_reject);

#endif
