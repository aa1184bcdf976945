/* expect.h - did a decision come out as its sample ticket expects?
 *
 * What is judged:
 *   action       must be among those listed
 *   reason       must be the one that is given
 *   intent       must be among those listed, unless a person looks first (review,
 *                escalate): then no label is acted on
 *   passages     at least one citation of the draft must be among those listed; no draft
 *                will do only where `action` lists the action that it came to instead
 *   must_not_say no such text may stand in a draft, without regard to case
 * An empty list allows anything.
 *
 * Thread: any.
 * Memory: none but the buffer's.
 */
#ifndef BOT_EXPECT_H
#define BOT_EXPECT_H

#include <stdbool.h>

struct buf;
struct decision;    /* bot/decision.h */
struct expectation; /* bot/examples.h */

/* True where all is as expected; else why not, in words, is added to `why`. */
bool expectation_holds(const struct expectation *expectation,
                       const struct decision *decision, struct buf *why);

#endif
