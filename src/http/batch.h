/* batch.h - many messages in one request: lines of JSON in, lines of JSON out.
 *
 * Each line is decided as it arrives, by the releases that served when the first one did;
 * the answers are kept until the body has ended.  A line that cannot be decided gives a
 * problem in its place, with its number; the others go on.  Empty lines are passed over.
 *
 * Thread: a batch belongs to one thread at a time.
 * Memory: on the heap until batch_free(), counted in the app's held bytes.
 */
#ifndef HTTP_BATCH_H
#define HTTP_BATCH_H

#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"

struct app; /* http/app.h */
struct batch;
struct problem; /* http/problem.h */

struct batch *batch_new(struct app *app, struct str trace_id);
void batch_free(struct batch **batch); /* accepts NULL in it */

/* Decide the lines that end in bytes, at most some; how many bytes were taken, at least
 * one.  ERR_LIMIT where there are too many lines or one is too long, ERR_UNAVAILABLE
 * where memory is short: the whole batch has failed then. */
int batch_take(size_t *taken_out, struct batch *batch, struct str bytes,
               struct problem *problem) MUST_USE;

/* The last line may lack its end.  The answer lives as long as the batch. */
int batch_end(struct str *answer_out, struct batch *batch,
              struct problem *problem) MUST_USE;

#endif
