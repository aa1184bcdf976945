/* redact.h - the text that models and logs may see: personal data as [EMAIL], [CARD] ...
 *
 * The map leads from each placeholder back to the bytes it stands for, so that a reply
 * can be filled in again on the way to the customer, and only there.
 *
 * Thread: any.
 * Memory: the result lives in the arena; spans point into the original text.
 */
#ifndef GUARD_REDACT_H
#define GUARD_REDACT_H

#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"
#include "guard/evidence.h"

struct arena;
struct err;

struct redacted_span {
    enum evidence_kind kind;
    size_t start; /* bytes of the redacted text: the placeholder */
    size_t end;
    size_t original_start; /* bytes of the original text */
    size_t original_end;
};

struct redacted {
    struct str text;
    const struct redacted_span *spans; /* in order */
    size_t span_count;
};

/* Replace what the evidence says is personal data; the evidence must be of this text and
 * settled.  ERR_LIMIT where the evidence was cut: then nothing may be shown. */
int redact(struct redacted *redacted_out, struct arena *arena, struct str text,
           const struct evidence *evidence, struct err *err) MUST_USE;

#endif
