/* asking.h - the part of a message that asks.
 *
 * People tell a story and then ask; what the answer must speak of is in the question.
 * The asking part is the sentences that end with a question mark, or all sentences where
 * none does.
 *
 * Thread: any.
 * Memory: none; the parts are views of the text.
 */
#ifndef SEARCH_ASKING_H
#define SEARCH_ASKING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { ASKING_MAX = 64 }; /* sentences that are looked at */

struct asking {
    struct str sentences[ASKING_MAX];
    size_t count;
    bool has_questions; /* each sentence ends with a question mark */
};

void asking_part(struct asking *asking_out, struct str text);

#endif
