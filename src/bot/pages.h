/* pages.h - the help pages of a bot, cut into passages.
 *
 * Thread: any; const once read.
 * Memory: in the arena.
 */
#ifndef BOT_PAGES_H
#define BOT_PAGES_H

#include <stddef.h>

#include "base/str.h"
#include "config/mistakes.h"

struct arena;
struct bot_files; /* bot/folder.h */
struct intents;
struct passage; /* search/passages.h */
struct sample_tickets;

enum { PASSAGES_MAX = 100000 };

struct page {
    struct str name; /* "shipping.md" */
    struct str file; /* "knowledge/shipping.md" */
    size_t passage_first;
    size_t passage_count;
};

struct pages {
    const struct page *items; /* in bytewise order of their names */
    size_t count;
    const struct passage *passages; /* page by page, in the order of each */
    size_t passage_count;
};

/* The files below knowledge/. */
void pages_read(struct pages *pages_out, const struct bot_files *files,
                struct arena *arena, struct mistakes *mistakes);

/* A mistake for every page and passage ("page.md#anchor") that is named elsewhere and is
 * not there. */
void pages_check_named(const struct pages *pages, const struct intents *intents,
                       const struct sample_tickets *tickets, struct arena *arena,
                       struct mistakes *mistakes);

#endif
