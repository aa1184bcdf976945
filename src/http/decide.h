/* decide.h - from the bytes of one message to the bytes of its answer.
 *
 * Thread: any.
 * Memory: the answer dies with the call of on_decided.
 */
#ifndef HTTP_DECIDE_H
#define HTTP_DECIDE_H

#include "base/attr.h"
#include "base/str.h"
#include "http/triage_input.h"

struct app;        /* http/app.h */
struct generation; /* rollout/generation.h */
struct problem;    /* http/problem.h */

/* What a message is decided with. */
struct decider {
    struct app *app;
    const struct generation *generation;
    enum triage_dialect dialect;
    struct str bot; /* TRIAGE_FOR_BOT: its name */
    struct str trace_id;
};

/* What is done with the answer, which dies with the call. */
typedef void (*decided_fn)(void *context, struct str answer);

/* 0 when on_decided was called; -1 with the problem. */
int decide_body(const struct decider *decider, struct str body, decided_fn on_decided,
                void *context, struct problem *problem) MUST_USE;

#endif
