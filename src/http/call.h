/* call.h - what a route gets of its request, and how it answers.
 *
 * A route answers exactly once.
 *
 * Thread: the one that carries the exchange.
 * Memory: all views die with the route's function.
 */
#ifndef HTTP_CALL_H
#define HTTP_CALL_H

#include "base/str.h"
#include "http/exchange.h"

struct app;       /* http/app.h */
struct batch;     /* http/batch.h */
struct page_file; /* http/page.h */
struct problem;   /* http/problem.h */

struct call {
    struct app *app;
    const struct http_head *head; /* NULL: the request was refused by it */
    struct str path;
    struct str bot;      /* what stands for {bot} in the path; empty: nothing does */
    struct str body;     /* whole; empty for a batch */
    struct batch *batch; /* NULL but for a batch */
    struct str trace_id; /* of the caller's trace, or empty */
    answer_fn send;
    void *context;
};

void call_answer(const struct call *call, int status, struct str content_type,
                 struct str body);

/* With 200; the body lives as long as the exchange, and is not copied. */
void call_answer_lasting(const struct call *call, struct str content_type,
                         struct str body);

/* One of the page's files, with the page's policy; 304 where the browser has it. */
void call_answer_file(const struct call *call, const struct page_file *file);

/* The problem as application/problem+json, with what belongs to its status
 * (WWW-Authenticate, Allow, Retry-After). */
void call_refuse(const struct call *call, const struct problem *problem);

#endif
