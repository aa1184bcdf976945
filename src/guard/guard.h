/* guard.h - the room's face: check what comes in and what goes out.
 *
 * A guard gives evidence and never decides (evidence.h).  A set is compiled once, when a
 * bot is built, and opened from those bytes where they lie; checking allocates nothing.
 * A guard that failed, or whose breaker is open (breaker.h), leaves evidence of the kind
 * EVIDENCE_UNAVAILABLE, so that the ticket goes to a person.
 *
 * Thread: an open set is read-only and shared; a scratch belongs to one thread at a time.
 * Memory: an open set is a view of its bytes, which must be aligned to 64 and outlive it;
 *         the scratch lives in the arena it was made in.
 */
#ifndef GUARD_GUARD_H
#define GUARD_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "guard/evidence.h"
#include "guard/phrases.h"

struct arena;
struct err;
struct guard_scratch; /* guard.c */

/* What a set is made of, beside what every bot has. */
struct guard_source {
    const struct phrase_file *own; /* a bot's own word lists (phrases.h) */
    size_t own_count;
};

/* ERR_CONFIG with the file and line of a mistake in a bot's own lists; ERR_LIMIT. */
int guard_compile(struct str *bytes_out, struct arena *arena,
                  const struct guard_source *source, struct err *err) MUST_USE;

struct guard_set {
    struct phrases phrases;
};

/* ERR_CORRUPT where guard_compile() could not have written the bytes. */
int guard_open(struct guard_set *set_out, struct str bytes, struct err *err) MUST_USE;

/* About 10 KiB. */
struct guard_scratch *guard_scratch_new(struct arena *arena);

/* Guards by bits: 1 << GUARD_PII and so on. */
enum { GUARDS_NONE = 0 };
#define GUARD_BIT(guard) (UINT32_C(1) << (guard))

/* Check a customer's message.  `unavailable` are the guards that must not be asked now.
 * Returns the guards that failed, for their breakers. */
uint32_t guard_check_input(const struct guard_set *set, struct guard_scratch *scratch,
                           struct str text, uint32_t unavailable,
                           struct evidence *evidence_out);

#endif
