/* spread.c - percentiles by nearest rank. */

#include "cli/spread.h"

#include <assert.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    int64_t first = *(const int64_t *)a;
    int64_t second = *(const int64_t *)b;

    return (first > second) - (first < second);
}

void spread_sort(int64_t *values, size_t count)
{
    if (count > 0) {
        qsort(values, count, sizeof *values, compare);
    }
}

int64_t spread_at(const int64_t *sorted, size_t count, unsigned thousandths)
{
    size_t rank = (count * thousandths + 999) / 1000;

    assert(thousandths <= 1000);
    if (count == 0) {
        return 0;
    }
    return sorted[rank == 0 ? 0 : rank - 1];
}

int64_t spread_median(int64_t *values, size_t count)
{
    spread_sort(values, count);
    return spread_at(values, count, 500);
}
