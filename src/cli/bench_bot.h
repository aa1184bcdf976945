/* bench_bot.h - a bot folder made of labelled texts, as a team would write it that only
 * wants to know what messages are about: the workflow understands and assigns.
 *
 * Labels become names of intents ("Refund?" is "refund"), all but "oos"; of texts that a
 * bot folder takes for the same one, the first stays.
 *
 * Thread: the main thread.
 * Memory: in the given arena.
 */
#ifndef CLI_BENCH_BOT_H
#define CLI_BENCH_BOT_H

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct dataset; /* config/dataset.h */
struct err;

/* Write the folder's files, over those that stand there. */
int bench_bot_write(const char *folder, struct str name, const struct dataset *dataset,
                    struct arena *arena, struct err *err) MUST_USE;

/* What the label is called as an intent. */
struct str bench_bot_intent(struct arena *arena, struct str label);

#endif
