/* quote.h - which sentences of a passage answer a query.
 *
 * Sentences are quoted whole, in their order.  Attached sentences (attachment.h) and the
 * one they are attached to are one piece, taken or left as one, so that no rule is told
 * without its exception.  A passage that fits is quoted in full; of a longer one the
 * pieces that say most of what is asked.
 *
 * Thread: any.
 * Memory: in the scratch arena; sentences are views into the index.
 */
#ifndef SEARCH_QUOTE_H
#define SEARCH_QUOTE_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct index; /* search/index.h */
struct query;

enum { QUOTE_MAX = 50 }; /* sentences of one passage */

/* At most sentence_max sentences, QUOTE_MAX too; how many.  0 where no piece fits. */
size_t quote_choose(const struct index *index, struct arena *scratch,
                    const struct query *query, uint32_t passage, size_t sentence_max,
                    struct str sentences_out[QUOTE_MAX]);

#endif
