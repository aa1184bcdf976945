/* examples.h - the labelled messages of a bot: examples.jsonl teaches the models,
 * calibration.jsonl proves how sure they are, tickets.jsonl says what is expected.
 *
 * The three must not share a text, or the proof proves nothing.
 *
 * Thread: any; const once read.
 * Memory: in the arena; texts are views of the nodes.
 */
#ifndef BOT_EXAMPLES_H
#define BOT_EXAMPLES_H

#include <stddef.h>
#include <stdint.h>

#include "config/fields.h"

struct intents; /* bot/intents.h */

struct example_entity {
    struct field_head head;
    struct str type;
    int64_t start; /* in code points of the text; end is behind the last */
    int64_t end;
};

enum example_sentiment {
    EXAMPLE_SENTIMENT_UNKNOWN,
    EXAMPLE_NEGATIVE,
    EXAMPLE_NEUTRAL,
    EXAMPLE_POSITIVE,
};

struct example {
    struct field_head head;
    struct str text;
    struct str intent; /* a label of intents.yaml, or "oos" */
    enum example_sentiment sentiment;
    int64_t priority; /* 0: not labelled */
    const struct example_entity *entities;
    size_t entity_count;
    struct str lang; /* empty: not labelled */
    struct str date; /* when it was written, YYYY-MM-DD; empty: not known */
};

struct examples {
    const struct example *items; /* in the order of the file */
    size_t count;
};

/* What a sample ticket must come to; an empty list allows anything. */
struct expectation {
    struct field_head head;
    const struct str *action;
    size_t action_count;
    const struct str *intent;
    size_t intent_count;
    struct str reason;          /* empty: any */
    const struct str *passages; /* "page.md#anchor", any one of them */
    size_t passage_count;
    const struct str *must_not_say;
    size_t must_not_say_count;
};

struct sample_ticket {
    struct field_head head;
    struct str id;
    struct str text;
    struct str customer;
    struct str lang;
    const struct node *metadata;
    struct expectation expect;
};

struct sample_tickets {
    const struct sample_ticket *items;
    size_t count;
};

extern const struct field_table example_table;
extern const struct field_table sample_ticket_table;

/* rows is a list of lines (node_parse_json_lines()), or NULL.  Labels are checked
 * against the intents, unless there are none. */
void examples_read(struct examples *examples_out, const struct node *rows,
                   const struct intents *intents, struct arena *arena,
                   struct mistakes *mistakes);
void sample_tickets_read(struct sample_tickets *tickets_out, const struct node *rows,
                         const struct intents *intents, struct arena *arena,
                         struct mistakes *mistakes);

/* A mistake for every text that stood before, in its own file or in an earlier one of
 * the three; texts are compared word by word, without case, accents and signs. */
void examples_check_disjoint(const struct examples *examples,
                             const struct examples *calibration,
                             const struct sample_tickets *tickets, struct arena *arena,
                             struct mistakes *mistakes);

#endif
