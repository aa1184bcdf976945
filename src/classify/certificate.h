/* certificate.h - the confidence above which answers may be trusted, with a guarantee.
 *
 * Answer when the confidence reaches the bound, and with 95 % certainty at most error_max
 * of such answers are wrong.  The outcomes must come from texts that neither training nor
 * any choice has seen, drawn like the texts to come.
 *
 * How: the bounds to try are fixed before any outcome is looked at, from strict to lax;
 * each is tested by the exact binomial tail (Clopper and Pearson, 1934) at 5 %, and the
 * first that fails ends the search, so that trying many costs no certainty
 * (fixed-sequence testing; Angelopoulos and others, "Learn then test", 2021).  The first
 * bound tried lets so many texts pass that two errors among them would be allowed (124
 * texts at 5 %), or one, or none, where there are too few; each next one lets an eighth
 * more pass.
 *
 * Thread: any.
 * Memory: none; scratch comes from the given arena.
 */
#ifndef CLASSIFY_CERTIFICATE_H
#define CLASSIFY_CERTIFICATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "classify/calibrate.h"

struct arena;

enum {
    CERTIFICATE_CERTAINTY = 950000,   /* millionths */
    CERTIFICATE_VALUE_USUAL = 850000, /* of a bound that nothing certifies */
};

struct certificate {
    bool certified;
    uint32_t value;     /* millionths of confidence */
    uint32_t error;     /* at most this share is wrong, millionths */
    uint32_t certainty; /* millionths */
    size_t n;           /* outcomes at or above value */
    size_t k;           /* wrong ones among them */
};

/* error_max is in millionths, 1 to 999,999.  Where the outcomes cannot certify it,
 * certified is false, value CERTIFICATE_VALUE_USUAL, and n and k tell what was seen
 * there. */
void certificate_find(struct certificate *certificate_out, struct arena *arena,
                      const struct outcome *outcomes, size_t count, uint32_t error_max);

/* Whether k errors among n show, with CERTIFICATE_CERTAINTY, an error below error_max. */
bool certificate_holds(size_t n, size_t k, uint32_t error_max);

#endif
