/* spread.h - what many measurements of one thing say: the middle, the tail.
 *
 * Thread: any.
 * Memory: sorts the caller's array where it stands.
 */
#ifndef CLI_SPREAD_H
#define CLI_SPREAD_H

#include <stddef.h>
#include <stdint.h>

/* Ascending. */
void spread_sort(int64_t *values, size_t count);

/* Of sorted values the least that so many thousandths of all do not exceed (nearest
 * rank): 500 is the median, 990 the 99th percentile, 1000 the largest.  0 of none. */
int64_t spread_at(const int64_t *sorted, size_t count, unsigned thousandths);

/* The median; sorts. */
int64_t spread_median(int64_t *values, size_t count);

#endif
