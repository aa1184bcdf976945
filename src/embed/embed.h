/* embed.h - what is behind the pointers of include/usher.h, and what its functions share.
 *
 * A release and a worker each lie in an arena of their own, together with all they hold;
 * closing one frees its arena.  Every public function gathers its work in a function that
 * rescue() calls.
 *
 * Thread: as include/usher.h has it.
 * Memory: a release and a worker own the arena that they lie in.
 */
#ifndef EMBED_EMBED_H
#define EMBED_EMBED_H

#include <stdbool.h>

#include "bot/decision.h"
#include "guard/breaker.h"
#include "os/file.h"
#include "usher.h"

struct arena;
struct bot;         /* bot/bot.h */
struct turn_worker; /* bot/turn.h */

struct usher_release {
    struct arena *arena;
    struct file_map map; /* empty where it was opened from memory */
    struct bot *bot;
    const char *id;
    const char *name;
};

struct usher_worker {
    struct arena *arena;
    struct arena *turn; /* of one message, and its decision */
    struct turn_worker *turns;
    struct breakers breakers;
    struct decision decision; /* the last one */
    bool has_decision;
};

/* Tell a failure in the caller's terms; error may be NULL.  Returns the reason. */
int embed_fail(struct usher_error *error, const struct err *err);

/* A caller's struct, which begins with its size and may be older or newer than ours.
 * ERR_INPUT where it is smaller than the first version ever was, or asks for what this
 * library does not know. */
int embed_copy_sized(void *to, size_t size, size_t size_min, const void *from,
                     struct err *err) MUST_USE;

/* The limit that the caller sets, or the usual one.  limits may be NULL. */
int embed_limit(size_t *bytes_out, const struct usher_limits *limits, size_t usual,
                struct err *err) MUST_USE;

/* The decision as embedders read it. */
const struct usher_decision *embed_tell(const struct decision *decision,
                                        struct arena *arena);

#endif
