/* rows.h - the inner loop of a nano model: rows of small numbers, weighed and added.
 *
 * Two thirds of a question's arithmetic is here, so it is written twice: as plain loops,
 * and with AVX2 for the processors that have it (gcc 12 widens bytes in several
 * instructions where one does).  Both add the rows of each sum in their order, one
 * product at a time, so they give the same bits.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef CLASSIFY_ROWS_H
#define CLASSIFY_ROWS_H

#include <stddef.h>
#include <stdint.h>

/* A matrix of bytes, row by row. */
struct rows {
    const int8_t *bytes;
    size_t columns; /* a multiple of NET_HIDDEN (classify/net.h) */
};

/* sums_out[column] = the sum over i of weights[i] times the number in row numbers[i]. */
void rows_add(struct rows rows, const uint32_t *numbers, const float *weights,
              size_t count, float *sums_out);

/* The same on any processor; for tests. */
void rows_add_plain(struct rows rows, const uint32_t *numbers, const float *weights,
                    size_t count, float *sums_out);

#endif
