/* attachment.h - sentences that may not be told without the one before them.
 *
 * A sentence is attached when it leans on the one before it ("Otherwise ...", "Then
 * ..."), when it limits it ("However", "not", "only"), when both are items of a list, or
 * when the one before leads to it with a colon.
 *
 * Thread: any.
 * Memory: the arena is scratch.
 */
#ifndef SEARCH_ATTACHMENT_H
#define SEARCH_ATTACHMENT_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/* is_same_block: both stand in one paragraph or list. */
bool is_attached_sentence(struct arena *arena, struct str before, struct str sentence,
                          bool is_same_block);

#endif
