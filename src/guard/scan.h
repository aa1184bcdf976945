/* scan.h - one pass over a text: phrases, and candidates for personal data.
 *
 * Each byte moves the phrases' automaton; a byte that may begin something (a first digit,
 * an '@', a ':' or '.') wakes a detector, which sees SCAN_REACH bytes around it (near.h).
 * A text may come in pieces: what a detector needs is carried over, so the evidence is
 * the same however the bytes are split.
 *
 *     scan_begin(scan, phrases, evidence);
 *     scan_feed(scan, piece);  ...
 *     scan_end(scan);          evidence is complete and in order
 *
 * Thread: a scan belongs to one thread at a time; phrases may be shared.
 * Memory: the scan is plain memory of a fixed size; it allocates nothing.
 */
#ifndef GUARD_SCAN_H
#define GUARD_SCAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "guard/evidence.h"
#include "guard/near.h"
#include "guard/phrases.h"

enum { SCAN_CARRY_BYTES = 4096, SCAN_EXCEPTIONS_MAX = 64 };

/* Where a phrase of a set was last seen; end 0 is never. */
struct scan_seen {
    size_t start;
    size_t end;
};

struct scan_exception {
    size_t start;
    size_t end;
    uint16_t kind;
};

struct guard_scan {
    const struct phrases *phrases;
    struct evidence *evidence;
    uint32_t state;    /* of the automaton */
    size_t done;       /* bytes of the text that have been read */
    size_t number_end; /* a number has been recognised up to here */
    size_t invisible_start;
    size_t invisible_count;
    struct scan_seen seen[PHRASE_SETS_MAX];
    struct scan_exception exceptions[SCAN_EXCEPTIONS_MAX];
    size_t exception_count;
    size_t carry_start; /* what byte of the text carry[0] is */
    size_t carry_len;
    char carry[SCAN_CARRY_BYTES];
};

void scan_begin(struct guard_scan *scan, const struct phrases *phrases,
                struct evidence *evidence);
void scan_feed(struct guard_scan *scan, struct str piece);
void scan_end(struct guard_scan *scan);

/* The same for a text that is all there, without copying it. */
void scan_text(struct guard_scan *scan, const struct phrases *phrases, struct str text,
               struct evidence *evidence);

#endif
