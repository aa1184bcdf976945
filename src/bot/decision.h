/* decision.h - what became of one message, and everything that explains it.
 *
 * A decision is a value: the turn (turn.h) fills it, whoever shows it writes it as
 * CONTRACT.md's JSON.  What was not found out on the way, because the message was stopped
 * before, is empty and written as null.
 *
 * Thread: any; it belongs to its turn.
 * Memory: views into the turn's arena and the release.
 */
#ifndef BOT_DECISION_H
#define BOT_DECISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "flow/words.h"

struct evidence;    /* guard/evidence.h */
struct json_writer; /* base/json.h */

/* Confidences are millionths. */
struct scored_label {
    struct str label;
    int64_t confidence;
};

enum { ALTERNATIVES_MAX = 3 };

struct decision_intent {
    struct str label; /* empty: the message was not understood */
    int64_t confidence;
    bool in_scope;
    struct scored_label alternatives[ALTERNATIVES_MAX];
    size_t alternative_count;
};

struct decision_entity {
    struct str type;
    struct str text;
    size_t start; /* in code points of the message */
    size_t end;
};

/* A passage that the draft quotes; its number stands in the text as "[n]". */
struct decision_citation {
    size_t n; /* 1, 2 ... */
    struct str page;
    struct str heading;
    struct str anchor;
    struct str sha256; /* of the passage, hexadecimal */
    int64_t score;     /* millionths */
};

struct decision_sentence {
    struct str text;
    size_t citation; /* its n; 0: a greeting or approved wording, which cites nothing */
};

struct decision_draft {
    struct str text;
    struct str language;
    struct str sha256; /* of text, hexadecimal */
    const struct decision_sentence *sentences;
    size_t sentence_count;
    const struct decision_citation *citations;
    size_t citation_count;
};

struct manifest_guard {
    struct str name;
    struct str state; /* closed, open, half_open: of its circuit breaker */
    int version;
};

struct manifest_passage {
    struct str page;
    struct str anchor;
    struct str sha256;
    int64_t bm25; /* millionths */
};

struct manifest_threshold {
    int64_t value;
    bool is_certified;
    int64_t error; /* the rest of a certificate only */
    int64_t certainty;
    int64_t n;
    int64_t k;
    struct str date;
};

struct manifest_stage {
    struct str name;
    int64_t ns;
};

enum { STAGES_MAX = 16 };

struct manifest {
    struct str prompt_name;
    struct str prompt_version;
    struct str prompt_sha256;
    struct str brand_sha256;
    struct str tier; /* the one that understood: nano */
    struct str model_name;
    struct str model_sha256;
    struct manifest_threshold threshold;
    const struct scored_label *scores; /* all of at least 0.01, largest first */
    size_t score_count;
    const struct manifest_guard *guards;
    size_t guard_count;
    const struct manifest_passage *passages;
    size_t passage_count;
    struct str workflow_name;
    struct str workflow_sha256;
    const struct str *path; /* the steps that were entered */
    size_t path_count;
    int64_t cost_micros;
    struct str currency;
    struct manifest_stage stages[STAGES_MAX];
    size_t stage_count;
    struct str trace_id;
    struct str prev_sha256; /* of the manifest before it, where they are chained */
    int64_t created_ms;
};

struct decision {
    struct str id;
    struct str bot;
    struct str release;
    enum action action;
    enum reason reason;
    struct decision_intent intent;
    struct scored_label sentiment;
    int64_t urgency;
    int64_t priority; /* 0: not known */
    struct str language;
    const struct decision_entity *entities;
    size_t entity_count;
    struct str queue;
    struct str text;                    /* the message, to which evidence refers */
    const struct evidence *evidence;    /* NULL: none */
    const struct decision_draft *draft; /* NULL: none */
    struct str wording; /* of a refusal: the intent's approved sentences */
    struct manifest manifest;
};

/* "auto_resolve" where the answer may go out or waits for approval; else "escalate". */
struct str decision_next_action(const struct decision *decision);

/* CONTRACT.md, "One decision". */
void decision_write(const struct decision *decision, struct json_writer *writer);

/* {"value", "certified", "error", "certainty", "n", "k", "date"}, as manifests and
 * releases hold it; of a threshold that is not certified only the first two. */
void threshold_write(const struct manifest_threshold *threshold,
                     struct json_writer *writer);

/* CONTRACT.md, "The guide's endpoint". */
void decision_write_guide(const struct decision *decision, struct json_writer *writer);

#endif
