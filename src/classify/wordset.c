#include "classify/wordset.h"

bool wordset_has(struct str set, struct str word)
{
    struct str entry;

    while (str_split_next(&set, ' ', &entry)) {
        if (str_equal(entry, word)) {
            return true;
        }
    }
    return false;
}
