/* generation.h - which releases serve now: an immutable snapshot, replaced whole.
 *
 * A request takes the generation once and sees the same releases to its end, whatever is
 * loaded meanwhile.  The loop thread makes the next generation and puts it in its place;
 * a release that no generation holds any more is closed by the loop thread, so that no
 * request pays for that.
 *
 * Thread: serving_take() and serving_give() by any; the rest by the loop thread; what is
 *         in a generation is read-only, but for the seats (served.h).
 * Memory: a generation lives until its last user gives it back and serving_reap() ran.
 */
#ifndef ROLLOUT_GENERATION_H
#define ROLLOUT_GENERATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"

struct err;
struct generation;
struct served; /* rollout/served.h */
struct serving;

enum { SERVED_BOTS_MAX = 64 };

/* Nothing is served yet: serving_take() gives an empty generation. */
struct serving *serving_new(void);

/* Closes every release; asserts that no generation is out.  Accepts NULL in it. */
void serving_free(struct serving **serving);

/* Serve this release at that place (0, 1 ...; the first is the default bot), instead of
 * the one that was there; it belongs to serving then.  ERR_CONFLICT where another place
 * serves a bot of this name; it still belongs to the caller. */
int serving_put(struct serving *serving, size_t place, struct served *served,
                struct err *err) MUST_USE;

/* Why what serves at that place is not what its folder says now; empty: it is.
 * serving_put() forgets it.  What is too long, or follows a byte that is no UTF-8, is
 * left out. */
void serving_note(struct serving *serving, size_t place, struct str trouble);

/* Close what nobody uses any more. */
void serving_reap(struct serving *serving);

struct generation *serving_take(struct serving *serving);
void serving_give(struct serving *serving, struct generation **generation);

size_t generation_count(const struct generation *generation);

/* NULL where nothing could be loaded so far. */
struct served *generation_at(const struct generation *generation, size_t place);
struct str generation_trouble(const struct generation *generation, size_t place);

/* NULL where no bot of that name is served; an empty name finds the default one. */
struct served *generation_find(const struct generation *generation, struct str name);

#endif
