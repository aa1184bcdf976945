/* triage_input.h - the body of a triage: one JSON object, every member checked.
 *
 *     { "text": "...", "id"?, "customer"?, "lang"?, "bot"?, "metadata"?: {...} }
 *
 * null counts as absent.  An unknown member is refused with the nearest valid name.  Of
 * the metadata, texts, numbers and truth values become attributes of the customer, which
 * a workflow may ask for; deeper values are let pass and mean nothing.
 *
 * Thread: any.
 * Memory: in the arena, and views of the body.
 */
#ifndef HTTP_TRIAGE_INPUT_H
#define HTTP_TRIAGE_INPUT_H

#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"
#include "flow/facts.h"

struct arena;
struct problem; /* http/problem.h */

enum { INPUT_ID_LEN_MAX = 128, INPUT_DEPTH_MAX = 16, INPUT_VALUES_MAX = 1000 };

struct triage_input {
    struct str text;
    struct str id; /* empty: none was given; likewise all below */
    struct str customer;
    struct str language;
    struct str bot;
    const struct fact *attributes;
    size_t attribute_count;
};

/* Which members an endpoint takes beside text, id and metadata. */
enum triage_dialect {
    TRIAGE_FULL,    /* customer, lang, bot */
    TRIAGE_FOR_BOT, /* customer, lang: the path says which bot */
    TRIAGE_GUIDE,   /* none */
};

int triage_input_parse(struct triage_input *input_out, struct str body,
                       enum triage_dialect dialect, struct arena *arena,
                       struct problem *problem) MUST_USE;

#endif
