/* support.h - whether a bot's pages may answer a message at all.
 *
 * A question beside the topic gives itself away by words: "Do you have a loyalty
 * programme?" asks for something that neither the pages nor any past message of the
 * bot's subjects ever named.  So the known share of the asking part (asking.h) is
 * counted: how many of its words the index has, order numbers and the like left out, one
 * word of grace added to both.  Which share is enough is learned when the index is
 * built: each past message is measured against all the others, and the bound is where
 * SUPPORT_BELOW of them would be left to people (an index without questions wants the
 * half).
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef SEARCH_SUPPORT_H
#define SEARCH_SUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct index; /* search/index.h */
struct query;

/* Past messages that fall below the bound, in millionths. */
#define SUPPORT_BELOW         INT64_C(300000)
#define SUPPORT_BOUND_DEFAULT INT64_C(500000)

struct support {
    int64_t share; /* known words of the asking part, millionths */
    int64_t bound; /* the least share that is enough */
    bool is_enough;
};

/* The query is that of the whole text. */
struct support support_of(const struct index *index, const struct query *query,
                          struct str text);

/* The share by the numbers, with the word of grace. */
int64_t support_share(size_t known_count, size_t word_count);

#endif
