/* intents.h - intents.yaml: what customers write about, and what may be done with it.
 *
 * Thread: any; const once read.
 * Memory: in the arena; texts are views of the node.
 */
#ifndef BOT_INTENTS_H
#define BOT_INTENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "config/fields.h"
#include "flow/words.h"

struct intent {
    struct field_head head; /* with its label */
    struct str description;
    struct str queue;
    int64_t priority; /* 1 most urgent, 2, 3 */
    bool auto_respond;
    bool human_in_the_loop;
    enum risk risk;
    const struct str *requires; /* entities the answer needs */
    size_t require_count;
    const struct str *pages; /* preferred passages */
    size_t page_count;
    const struct text_pair *wording; /* approved sentences by language */
    size_t wording_count;
};

struct intents {
    struct field_head head;
    const struct intent *items; /* in the order of the file */
    size_t count;
    struct str *labels;
};

enum { INTENTS_MAX = 1000 };

extern const struct field_table intent_table;

/* The label of what is none of these; no intent may be called so. */
#define LABEL_OUT_OF_SCOPE STR("oos")

/* node may be NULL, where intents.yaml has no syntax; nothing is said then. */
void intents_read(struct intents *intents_out, const struct node *node,
                  struct arena *arena, struct mistakes *mistakes);

/* NULL where there is none of that label. */
const struct intent *intents_find(const struct intents *intents, struct str label);

#endif
