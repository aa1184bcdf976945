/* guard.h - the room's face: check what comes in and what goes out.
 *
 * A guard gives evidence and never decides (evidence.h).  A set is compiled once, when a
 * bot is built, and opened from those bytes where they lie; checking allocates nothing.
 * A guard that failed, or whose breaker is open (breaker.h), leaves evidence of the kind
 * EVIDENCE_UNAVAILABLE, so that the ticket goes to a person.
 *
 * Thread: an open set is read-only and shared; a scratch belongs to one thread at a time.
 * Memory: an open set is a view of its bytes, which must be aligned to GUARD_ALIGN and
 *         outlive it; the scratch lives in the arena it was made in.
 */
#ifndef GUARD_GUARD_H
#define GUARD_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "classify/nano.h"
#include "guard/citations.h"
#include "guard/evidence.h"
#include "guard/phrases.h"

struct arena;
struct err;
struct guard_scratch; /* guard.c */
struct pattern_set;   /* guard/pattern.h */
struct pattern_scratch;
struct voice; /* guard/voice.h */

enum { GUARD_ALIGN = 64 };

/* What a set is made of, beside what every bot has. */
struct guard_source {
    const struct phrase_file *own; /* a bot's own word lists (phrases.h) */
    size_t own_count;
    struct str model; /* of injection_train(), or empty: then no model is asked */
};

/* ERR_CONFIG with the file and line of a mistake in a bot's own lists; ERR_LIMIT.  The
 * bytes are aligned to GUARD_ALIGN. */
int guard_compile(struct str *bytes_out, struct arena *arena,
                  const struct guard_source *source, struct err *err) MUST_USE;

struct guard_set {
    struct phrases phrases;
    struct nano model;
    bool has_model;
    uint32_t attack;                    /* the model's label for an attack */
    const struct pattern_set *patterns; /* NULL, or set by the caller after opening */
};

/* ERR_CORRUPT where guard_compile() could not have written the bytes. */
int guard_open(struct guard_set *set_out, struct str bytes, struct err *err) MUST_USE;

/* About 270 KiB.  `patterns` is NULL where the set has none; it must outlive the
 * scratch. */
struct guard_scratch *guard_scratch_new(struct arena *arena,
                                        struct pattern_scratch *patterns);

/* Guards by bits: GUARD_BIT(GUARD_PII) and so on. */
enum { GUARDS_NONE = 0 };
#define GUARD_BIT(guard) (UINT32_C(1) << (guard))

/* The guards that a check of this set asks: for breakers and manifests. */
uint32_t guard_asked_input(const struct guard_set *set);
uint32_t guard_asked_output(const struct guard_set *set);

/* Check a customer's message.  `unavailable` are the guards that must not be asked now.
 * Returns the guards that failed, for their breakers. */
uint32_t guard_check_input(const struct guard_set *set, struct guard_scratch *scratch,
                           struct str text, uint32_t unavailable,
                           struct evidence *evidence_out);

struct guard_draft {
    struct cited_draft cited;
    const struct str *known; /* texts whose personal data a draft may repeat, beside its
                                passages and approved texts: the customer's own message */
    size_t known_count;
};

/* Check a draft.  voice may be NULL. */
uint32_t guard_check_output(const struct guard_set *set, struct guard_scratch *scratch,
                            const struct guard_draft *draft, const struct voice *voice,
                            uint32_t unavailable, struct evidence *evidence_out);

#endif
