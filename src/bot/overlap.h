/* overlap.h - pairs of intents whose examples read alike.
 *
 * An intent is the mean of its examples: for each word the share of examples that hold
 * it, weighed by how few intents know the word.  Two intents overlap where the cosine of
 * these reaches OVERLAP_MIN.  Of BANKING77's 77 intents ten pairs do, of CLINC150's 150
 * nine, all of them ones that people confuse ("verify_my_identity" and
 * "why_verify_identity").
 *
 * Thread: any.
 * Memory: a scratch arena of its own.
 */
#ifndef BOT_OVERLAP_H
#define BOT_OVERLAP_H

#include "config/mistakes.h"

struct examples; /* bot/examples.h */
struct intents;  /* bot/intents.h */

#define OVERLAP_MIN 0.75

/* A remark at the later intent of every such pair, with the example of each that is most
 * like the other. */
void overlap_check(const struct intents *intents, const struct examples *examples,
                   struct mistakes *mistakes);

#endif
