/* prompt.h - prompt.yaml, compiled once: system text, few-shot messages, the JSON Schema
 * of the answer, guardrails.
 *
 * A prompt is named by the SHA-256 of its canonical form: the same keys as prompt.yaml in
 * JSON, without white space, with the schema under "output".  Reading that form gives the
 * same prompt again, so a release stores it as it is.
 *
 * Thread: any; const once read.
 * Memory: in the arena; texts are views of the node.
 */
#ifndef BOT_PROMPT_H
#define BOT_PROMPT_H

#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "config/fields.h"

/* A message of a user and the answer that the assistant gave. */
struct prompt_example {
    struct field_head head;
    struct str ticket;
    const struct node *output_node;
    struct str output; /* JSON */
};

struct prompt_guardrails {
    struct field_head head;
    const struct str *banned_intents;
    size_t banned_intent_count;
    int64_t max_tokens;
    int64_t temperature; /* millionths */
};

/* Without a prompt.yaml: no head.node, no system text. */
struct prompt {
    struct field_head head;
    struct str name;
    struct str version;
    struct str system;
    struct prompt_example *examples;
    size_t example_count;
    struct prompt_guardrails guardrails;
    const struct node *output_node;

    struct str schema;    /* JSON; empty where the answer is free text */
    struct str canonical; /* empty without a prompt */
    struct sha256 digest; /* of the canonical form */
};

extern const struct field_table prompt_table;

/* node may be NULL, where there is no prompt.yaml. */
void prompt_read(struct prompt *prompt_out, const struct node *node, struct arena *arena,
                 struct mistakes *mistakes);

#endif
