/* support.h - whether a passage may answer a message.
 *
 * A message is supported by how many of its words the passage has in its text, and by
 * how many it has only learned from past messages, which count half; a long story with an
 * answer has many, a question beside the topic ("Do you have a loyalty programme?") few.
 * Words of the asking part (asking.h) that are foreign to all pages of the message's
 * subject, and to what was asked of them, speak against it, each with a quarter.  Numbers
 * do not count.
 *
 * How much is enough is learned when the index is built, for each language: each past
 * message is measured against all the others, and the bound is where SUPPORT_BELOW of
 * them would be left to people.
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

/* Past messages that fall below the bound, in millionths: two in five.  An answer beside
 * the question is worse than a colleague who answers. */
#define SUPPORT_BELOW INT64_C(450000)

#define SUPPORT_COVERED INT64_C(1000000) /* points of a word that the text has */
#define SUPPORT_LEARNED INT64_C(500000)  /* of one that the passage has only learned */
#define SUPPORT_FOREIGN INT64_C(-250000) /* of an asking word that no page has */

/* The bound where fewer past messages than SUPPORT_QUESTIONS_MIN can teach one. */
#define SUPPORT_BOUND_DEFAULT INT64_C(1500000)
enum { SUPPORT_QUESTIONS_MIN = 30 };

struct support {
    int64_t points; /* millionths of a word */
    int64_t bound;  /* the least that is enough */
    bool is_enough;
};

/* The query is that of the whole text; is_home says, by page number, which pages belong
 * to the message's subject. */
struct support support_of(const struct index *index, const struct query *query,
                          struct str text, uint32_t passage, const bool *is_home);

struct support_words {
    size_t covered;
    size_t learned;
    size_t foreign;
};

int64_t support_points(struct support_words words);

#endif
