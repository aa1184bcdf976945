/* wordset.h - small sets of words written as one line of text: "order purchase pedido".
 *
 * Meant for the short lists of hand-written rules; finding walks the line.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef CLASSIFY_WORDSET_H
#define CLASSIFY_WORDSET_H

#include <stdbool.h>

#include "base/str.h"

/* Words are parted by one space and folded as text/tokens.h folds them. */
bool wordset_has(struct str set, struct str word);

#endif
