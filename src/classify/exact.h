/* exact.h - exp, log and softmax that give the same bits on every machine.
 *
 * The C library's exp and log differ between versions and processors, so nothing that
 * reaches a model's bytes may use them.  These use only IEEE additions, multiplications
 * and divisions in a fixed order, without contraction (-ffp-contract=off).
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef CLASSIFY_EXACT_H
#define CLASSIFY_EXACT_H

#include <stddef.h>

/* Within 1e-14 of the true value, relatively, for -700 <= x <= 700; cut to that range. */
double exact_exp(double x);

/* Natural logarithm; x must be a normal positive number.  Within 1e-14. */
double exact_log(double x);

/* 1 / (1 + exp(-x)). */
double exact_logistic(double x);

/* values[i] = exp(values[i] - their maximum) / sum, relative error about 1e-6. */
void exact_softmax(float *values, size_t count);

/* log(sum of exp(values[i])), computed without overflow. */
float exact_log_sum_exp(const float *values, size_t count);

#endif
