/* support.h - whether a bot's pages may answer a message at all.
 *
 * A question beside the topic gives itself away by words: "Do you have a loyalty
 * programme?" asks for something that neither the pages nor any past message of the
 * bot's subjects ever named.  So the known share of the asking part (asking.h) is
 * counted: how many of its words the index has, numbers left out, one word of grace added
 * to both.  A question of no words to speak of ("Possible?") asks for what the message
 * tells, so the whole message counts.
 *
 * Which share is enough is learned when the index is built, for each language: each past
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

/* Past messages that fall below the bound, in millionths: a third.  An answer that is
 * not there is worse than a colleague who answers. */
#define SUPPORT_BELOW INT64_C(333333)

enum {
    SUPPORT_QUESTIONS_MIN = 30,     /* past messages that a bound is learned from */
    SUPPORT_BOUND_DEFAULT = 500000, /* millionths, where there are fewer */
    SUPPORT_WORDS_MIN = 2,          /* of an asking part that stands for itself */
};

struct support {
    int64_t share; /* known words of the asking part, millionths */
    int64_t bound; /* the least share that is enough */
    bool is_enough;
};

/* The query is that of the whole text. */
struct support support_of(const struct index *index, const struct query *query,
                          struct str text);

struct support_count {
    size_t known;
    size_t words;
};

/* What counts: the asking part, or the whole message where that says too little. */
struct support_count support_choose(struct support_count asked,
                                    struct support_count whole);

/* Millionths, with the word of grace. */
int64_t support_share(struct support_count count);

#endif
