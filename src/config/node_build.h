/* node_build.h - what the YAML and the JSON parser share; nobody else includes this.
 *
 * Thread: any.
 * Memory: none of its own.
 */
#ifndef CONFIG_NODE_BUILD_H
#define CONFIG_NODE_BUILD_H

#include <stddef.h>

#include "base/str.h"
#include "config/node.h"

/* Turns byte offsets into places.  They come in order, so each is counted from the one
 * before and a whole file costs one pass. */
struct place_walk {
    struct str text;   /* valid UTF-8 */
    size_t line_first; /* of the text, in its file */
    size_t offset;
    struct place place;
};

struct place_walk place_walk_start(struct str text, struct str file, size_t line_first);
struct place place_walk_to(struct place_walk *walk, size_t offset);

/* One mistake for a whole file: it is too long or no UTF-8.  False then. */
bool node_text_is_sound(struct str text, size_t len_max, struct str file,
                        struct mistakes *mistakes);

/* Add a mistake for every member whose name stood before in the same mapping, and take
 * it out; the whole tree below node. */
void node_drop_repeated(struct node *node, struct arena *arena,
                        struct mistakes *mistakes);

#endif
