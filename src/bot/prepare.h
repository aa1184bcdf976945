/* prepare.h - a message as models and search see it: guarded, redacted, in normal form.
 *
 * Training, certifying and deciding go through the same function, so what a certificate
 * says holds for what the bot does.
 *
 * Thread: a preparer belongs to one thread at a time.
 * Memory: a preparer lives in its arena; what it prepares in the one given with the text.
 */
#ifndef BOT_PREPARE_H
#define BOT_PREPARE_H

#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "guard/guard.h"
#include "guard/redact.h"
#include "text/normalise.h"

struct arena;
struct err;
struct preparer; /* prepare.c */

struct prepared {
    struct evidence evidence; /* places are bytes of the message */
    uint32_t failed;          /* guards that failed, by bits (guard/guard.h) */
    struct redacted redacted;
    struct normal normal; /* of the redacted text */
};

/* Of no message yet.  Room for findings is not zeroed: it is large, and seldom used. */
struct prepared *prepared_new(struct arena *arena);

/* `patterns` as in guard_scratch_new(). */
struct preparer *preparer_new(struct arena *arena, const struct guard_set *guards,
                              struct pattern_scratch *patterns);

/* `unavailable` are guards whose breaker is open.  ERR_INPUT, ERR_LIMIT as
 * text_normalise() has them. */
int prepare_message(struct prepared *prepared_out, struct preparer *preparer,
                    struct str text, uint32_t unavailable, struct arena *arena,
                    struct err *err) MUST_USE;

#endif
