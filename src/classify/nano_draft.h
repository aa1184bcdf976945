/* nano_draft.h - a nano model while it is being written.
 *
 * The head may be changed until the end; the networks come one after the other and their
 * rows are rounded to 8 bits when all are there, by the largest number of each row.
 *
 * Thread: any; a draft belongs to one thread.
 * Memory: the model in one arena, the unrounded rows in another.
 */
#ifndef CLASSIFY_NANO_DRAFT_H
#define CLASSIFY_NANO_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "classify/nano_format.h"

struct arena;
struct net;
struct vocabulary;

struct nano_names {
    const struct str *names; /* in the order of the outputs */
    size_t label_count;      /* without oos, which is the last */
    size_t output_count;
};

struct nano_draft {
    struct nano_head *head;
    struct nano_layout layout;
    char *bytes;
    float *weights; /* row_count * columns */
};

/* concepts is a compiled table, or empty; member_count is 1 to NANO_MEMBERS_MAX. */
struct nano_draft_plan {
    uint32_t member_count;
    bool has_runs;
    struct str concepts;
};
void nano_draft_init(struct nano_draft *draft, struct arena *arena, struct arena *work,
                     const struct nano_names *names, const struct vocabulary *vocabulary,
                     const struct nano_draft_plan *plan);

/* member is 0 to member_count - 1. */
void nano_draft_add(struct nano_draft *draft, const struct net *net, size_t member);

void nano_draft_finish(struct nano_draft *draft, const struct vocabulary *vocabulary);

struct str nano_draft_bytes(const struct nano_draft *draft);

#endif
