/* reach.h - help pages that no message would ever find.
 *
 * A page is reached where an intent names it, or where it is the first hit of a search
 * for at least one example.
 *
 * Thread: any.
 * Memory: a scratch arena of its own.
 */
#ifndef BOT_REACH_H
#define BOT_REACH_H

#include "base/attr.h"
#include "config/mistakes.h"

struct bot_folder; /* bot/folder.h */
struct err;

/* A remark for every page that is not reached. */
int reach_check(const struct bot_folder *folder, struct mistakes *mistakes,
                struct err *err) MUST_USE;

#endif
