/* scan_testing.h - the phrases of every bot, open for scanning, for a whole group of
 * tests.
 *
 * Thread: the test's.
 * Memory: everything goes with close_phrases().
 */
#ifndef GUARD_SCAN_TESTING_H
#define GUARD_SCAN_TESTING_H

#include "guard/guard_testing.h"

static struct arena *arena;
static struct phrases phrases;
static struct guard_scan scan;
static struct evidence evidence;

static inline int open_phrases(void **state)
{
    (void)state;
    arena = arena_new((size_t)256 << 20);
    phrases = testing_phrases(arena);
    return 0;
}

static inline int close_phrases(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

#endif
