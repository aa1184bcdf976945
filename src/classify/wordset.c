/* wordset.c - looks a word up in a short list that is written as one text. */

#include "classify/wordset.h"

#include <string.h>

bool wordset_has(struct str set, struct str word)
{
    size_t at = 0;

    while (at + word.len <= set.len) {
        size_t end = at + word.len;

        if (word.len != 0 && set.at[at] == word.at[0] &&
            (end == set.len || set.at[end] == ' ') &&
            memcmp(set.at + at, word.at, word.len) == 0) {
            return true;
        }
        while (at < set.len && set.at[at] != ' ') {
            at++;
        }
        at++;
    }
    return false;
}
