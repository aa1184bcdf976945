/* served.h - a release that is open and ready, with a seat for every thread that decides.
 *
 * A seat is what a turn needs for itself: the worker and the breakers of its guards.
 * There are as many as threads, all made when the release is opened, so that the first
 * request costs what the second one costs.
 *
 * Thread: open and close by one; take and give by any.
 * Memory: everything goes with served_close().
 */
#ifndef ROLLOUT_SERVED_H
#define ROLLOUT_SERVED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"
#include "guard/breaker.h"

struct bot; /* bot/bot.h */
struct err;
struct served;
struct turn_worker; /* bot/turn.h */

struct seat {
    struct turn_worker *worker;
    struct breakers breakers;
    struct seat *next;
};

/* is_settled: nobody writes to this file any more, as those of the cache; it is mapped.
 * Else it is copied, for what cuts a mapped file short ends its reader. */
int served_open(struct served **served_out, const char *release_path, bool is_settled,
                size_t seat_count, struct err *err) MUST_USE;
void served_close(struct served **served); /* accepts NULL in it; all seats are back */

const struct bot *served_bot(const struct served *served);
struct str served_name(const struct served *served); /* of the bot, as in its URL */

/* Asserts that one is free: nobody takes two, and there is one for each thread. */
struct seat *seat_take(struct served *served);
void seat_give(struct served *served, struct seat *seat);

#endif
