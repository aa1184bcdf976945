/* breaker.h - a guard that fails too often is not asked for a while.
 *
 * Closed: calls go through and their outcomes are remembered.  Open, after `threshold`
 * failures among the last `window` calls: no calls, every ticket goes to a person, until
 * the cool-down is over.  Half open: one call at a time; `probes` good ones in a row
 * close the breaker, a bad one opens it again.  An open breaker never means that the
 * guard is skipped: its absence is evidence (EVIDENCE_UNAVAILABLE).
 *
 * Time is a parameter, in milliseconds that never go back.
 *
 * Thread: a breaker belongs to one thread at a time.
 * Memory: plain values.
 */
#ifndef GUARD_BREAKER_H
#define GUARD_BREAKER_H

#include <stdbool.h>
#include <stdint.h>

#include "guard/evidence.h"

enum { BREAKER_WINDOW_MAX = 64 };

struct breaker_rule {
    uint32_t window;    /* calls looked back at, at most BREAKER_WINDOW_MAX */
    uint32_t threshold; /* failures among them that open it */
    uint32_t probes;    /* good calls in a row that close it when half open */
    int64_t cool_down_ms;
};

/* One for each guard. */
extern const struct breaker_rule breaker_rules[GUARD_COUNT];

enum breaker_state { BREAKER_CLOSED, BREAKER_OPEN, BREAKER_HALF_OPEN };

/* "closed", "open", "half_open" */
struct str breaker_state_name(enum breaker_state state);

struct breaker {
    const struct breaker_rule *rule;
    enum breaker_state state;
    uint64_t failures;    /* of the last calls, the newest in the lowest bit */
    uint32_t call_count;  /* at most the window */
    uint32_t probe_count; /* good ones in a row */
    bool is_probing;      /* a call is under way while half open */
    int64_t opened_ms;
};

void breaker_init(struct breaker *breaker, const struct breaker_rule *rule);

/* Whether a call may be made now; true is followed by breaker_record(). */
bool breaker_admit(struct breaker *breaker, int64_t now_ms);
void breaker_record(struct breaker *breaker, bool has_failed, int64_t now_ms);

/* All guards together, as guard.h takes and returns them: bits 1 << GUARD_PII ... */
struct breakers {
    struct breaker items[GUARD_COUNT];
};

void breakers_init(struct breakers *breakers);

/* The guards of `asked` that must not be asked now. */
uint32_t breakers_refused(struct breakers *breakers, uint32_t asked, int64_t now_ms);

/* What became of the guards that were asked. */
void breakers_record(struct breakers *breakers, uint32_t asked, uint32_t failed,
                     int64_t now_ms);

#endif
