/* deploy.h - deploy.yaml: whom a new release serves first, and what a bot may spend.
 *
 * Thread: any; const once read.
 * Memory: in the arena; texts are views of the node.
 */
#ifndef BOT_DEPLOY_H
#define BOT_DEPLOY_H

#include <stdint.h>

#include "config/fields.h"

struct canary {
    struct field_head head;
    int64_t weight;    /* millionths of the tickets */
    struct str cohort; /* empty: all customers */
};

struct a_b {
    struct field_head head;
    struct str control;
    struct str variant;
};

struct budget {
    struct field_head head;
    struct money per_day;    /* currency empty: not bounded */
    struct money per_ticket; /* in the same currency */
};

/* A part that is not set up has no node. */
struct deploy {
    struct field_head head;
    struct canary canary;
    struct a_b a_b;
    struct budget budget;
};

extern const struct field_table deploy_table;

/* node may be NULL, where there is no deploy.yaml. */
void deploy_read(struct deploy *deploy_out, const struct node *node, struct arena *arena,
                 struct mistakes *mistakes);

#endif
