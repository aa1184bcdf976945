/* explain.h - a decision in words, for a person at a terminal.
 *
 * Thread: the main thread.
 * Memory: none kept.
 */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include <stdio.h>

struct decision; /* bot/decision.h */

/* What was decided, the cited draft, and why: the confidence and its bound, what the
 * guards found, the passages, the way through the workflow, the time of each stage. */
void explain_decision(FILE *file, const struct decision *decision);

#endif
