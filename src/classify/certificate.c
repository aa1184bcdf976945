#include "classify/certificate.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "classify/exact.h"

/* The probability of at most k errors among n, were the error rate error_max, is summed
 * from its terms' logarithms: each is the one before, times (n - i) / (i + 1), times the
 * odds.  It must not exceed 5 %. */
bool certificate_holds(size_t n, size_t k, uint32_t error_max)
{
    double rate = error_max / 1e6;
    double log_odds = exact_log(rate) - exact_log(1 - rate);
    double log_term = (double)n * exact_log(1 - rate);
    double tail = 0;

    if (k >= n) {
        return false;
    }
    for (size_t i = 0; i <= k; i++) {
        tail += exact_exp(log_term);
        log_term += exact_log((double)(n - i) / (double)(i + 1)) + log_odds;
    }
    return tail <= 1 - CERTIFICATE_CERTAINTY / 1e6;
}

static int by_confidence_falling(const void *a, const void *b)
{
    const struct outcome *left = a;
    const struct outcome *right = b;

    return (left->confidence < right->confidence) -
           (left->confidence > right->confidence);
}

/* The rank of the first bound tried, or 0 where even no error would prove nothing. */
static size_t first_rank(size_t count, uint32_t error_max)
{
    enum { ERRORS_ALLOWED = 2 };
    size_t best = 0;
    size_t n = 1;

    for (size_t k = 0; k <= ERRORS_ALLOWED; k++) {
        while (n <= count && !certificate_holds(n, k, error_max)) {
            n++;
        }
        if (n > count) {
            break;
        }
        best = n;
    }
    return best;
}

/* Count the outcomes at or above value. */
static void count_from(struct certificate *certificate, const struct outcome *outcomes,
                       size_t count, uint32_t value)
{
    certificate->value = value;
    certificate->n = 0;
    certificate->k = 0;
    for (size_t i = 0; i < count; i++) {
        if (outcomes[i].confidence >= value) {
            certificate->n++;
            certificate->k += !outcomes[i].is_right;
        }
    }
}

static size_t next_rank(size_t rank, size_t count)
{
    size_t next = rank + rank / 8 + 1;

    return rank < count && next > count ? count : next;
}

void certificate_find(struct certificate *certificate_out, struct arena *arena,
                      const struct outcome *outcomes, size_t count, uint32_t error_max)
{
    struct arena_mark mark = arena_mark(arena);
    struct outcome *sorted = arena_array(arena, count + 1, sizeof *sorted);
    struct certificate found = { .error = error_max, .certainty = CERTIFICATE_CERTAINTY };
    size_t rank = first_rank(count, error_max);

    if (count > 0) {
        memcpy(sorted, outcomes, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, by_confidence_falling);
    }
    for (; rank > 0 && rank <= count; rank = next_rank(rank, count)) {
        struct certificate tried = found;

        count_from(&tried, outcomes, count, sorted[rank - 1].confidence);
        if (!certificate_holds(tried.n, tried.k, error_max)) {
            break;
        }
        found = tried;
        found.certified = true;
    }
    if (!found.certified) {
        count_from(&found, outcomes, count, CERTIFICATE_VALUE_USUAL);
    }
    arena_reset(arena, mark);
    *certificate_out = found;
}
