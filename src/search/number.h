/* number.h - logarithm and exponential of our own, so that every machine of an
 * architecture computes the same bits: only the four operations and powers of two.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef SEARCH_NUMBER_H
#define SEARCH_NUMBER_H

#include <stdint.h>

/* The natural logarithm of x above 0. */
double number_log(double x);

/* e to the x, for x from -700 to 700. */
double number_exp(double x);

/* Rounded to the nearest millionth; for 0 to 4294. */
uint32_t number_millionths(double x);

#endif
