/* rows.c - NET_HIDDEN columns at a time: their sums stay in registers. */

#include "classify/rows.h"

#include <string.h>

#include "classify/net.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { ROWS_AHEAD = 16 }; /* that are fetched while the ones before them are added */

/* The piece of a row, or of the last one, that will be added soon. */
static inline const int8_t *row_ahead(struct rows rows, const uint32_t *numbers,
                                      size_t count, size_t i)
{
    size_t ahead = i + ROWS_AHEAD < count ? i + ROWS_AHEAD : count - 1;

    return rows.bytes + numbers[ahead] * rows.columns;
}

static void add_columns_plain(struct rows rows, const uint32_t *numbers,
                              const float *weights, size_t count, float *sums_out)
{
    float sums[NET_HIDDEN] = { 0 };

    for (size_t i = 0; i < count; i++) {
        const int8_t *row = rows.bytes + numbers[i] * rows.columns;

        __builtin_prefetch(row_ahead(rows, numbers, count, i) + NET_HIDDEN - 1);
        for (size_t k = 0; k < NET_HIDDEN; k++) {
            sums[k] += weights[i] * (float)row[k];
        }
    }
    memcpy(sums_out, sums, sizeof sums);
}

void rows_add_plain(struct rows rows, const uint32_t *numbers, const float *weights,
                    size_t count, float *sums_out)
{
    for (size_t start = 0; start < rows.columns; start += NET_HIDDEN) {
        struct rows part = { rows.bytes + start, rows.columns };

        add_columns_plain(part, numbers, weights, count, sums_out + start);
    }
}

#if defined(__x86_64__)

enum { LANES = 8, REGISTERS = NET_HIDDEN / LANES };

__attribute__((target("avx2"))) static void add_columns_avx2(struct rows rows,
                                                             const uint32_t *numbers,
                                                             const float *weights,
                                                             size_t count,
                                                             float *sums_out)
{
    __m256 sums[REGISTERS] = { 0 };

    for (size_t i = 0; i < count; i++) {
        const int8_t *row = rows.bytes + numbers[i] * rows.columns;
        __m256 weight = _mm256_set1_ps(weights[i]);

        __builtin_prefetch(row_ahead(rows, numbers, count, i) + NET_HIDDEN - 1);
        for (size_t k = 0; k < REGISTERS; k++) {
            __m128i bytes = _mm_loadl_epi64((const void *)(row + k * LANES));
            __m256 wide = _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes));

            sums[k] = _mm256_add_ps(sums[k], _mm256_mul_ps(weight, wide));
        }
    }
    memcpy(sums_out, sums, sizeof sums);
}

void rows_add(struct rows rows, const uint32_t *numbers, const float *weights,
              size_t count, float *sums_out)
{
    if (!__builtin_cpu_supports("avx2")) {
        rows_add_plain(rows, numbers, weights, count, sums_out);
        return;
    }
    for (size_t start = 0; start < rows.columns; start += NET_HIDDEN) {
        struct rows part = { rows.bytes + start, rows.columns };

        add_columns_avx2(part, numbers, weights, count, sums_out + start);
    }
}

#else

void rows_add(struct rows rows, const uint32_t *numbers, const float *weights,
              size_t count, float *sums_out)
{
    rows_add_plain(rows, numbers, weights, count, sums_out);
}

#endif
