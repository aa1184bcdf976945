/* check.h - what is no mistake in a bot folder, but worth a thought.
 *
 * Thin intents, pairs of intents that read alike, help pages that no message reaches,
 * pages without headings or with a heading twice.
 *
 * Thread: any.
 * Memory: scratch arenas of its own.
 */
#ifndef BOT_CHECK_H
#define BOT_CHECK_H

#include <stdbool.h>

#include "base/attr.h"
#include "config/mistakes.h"

struct bot_folder; /* bot/folder.h */
struct err;

enum {
    EXAMPLES_FEW = 10,        /* fewer are always remarked */
    EXAMPLES_FEW_STRICT = 40, /* what a shop should have, asked for by --strict */
};

/* Add remarks to the mistakes; the folder has been parsed without errors.  -1 where the
 * pages cannot be indexed. */
int bot_folder_check(const struct bot_folder *folder, bool is_strict,
                     struct mistakes *mistakes, struct err *err) MUST_USE;

#endif
