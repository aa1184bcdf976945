/* record.h - one event as a store keeps it.
 *
 * Thread: any.
 * Memory: views.
 */
#ifndef FLOW_RECORD_H
#define FLOW_RECORD_H

#include <stdint.h>

#include "base/str.h"

enum { JOURNAL_FORMAT = 1 };

struct journal_record {
    int64_t seq;
    int64_t at_ms;
    uint16_t kind;   /* enum event_kind of step.h, whose numbers never change */
    uint16_t format; /* JOURNAL_FORMAT, or an older one */
    struct str body; /* journal.h */
};

/* "start", "step_ok", "step_err", "timer", "signal"; "unknown" for what is none. */
struct str record_kind_name(uint16_t kind);

#endif
