/* writer.h - one thread that commits for all others: natural group commit.
 *
 * Whoever has changes gives them to the writer as a job and is told once they are on
 * disk. While one commit is being flushed, jobs gather, and all go with the next: under
 * load a flush carries hundreds of changes, a lone one waits for its own only.
 *
 * A job's changes are kept together or not at all.  Where a commit is refused for what is
 * in it, its jobs are committed one by one, so that only the bad one is refused.
 *
 * Thread: submit by any; start and stop by one.
 * Memory: a job and its changes are the caller's, and must stay as they are until
 * on_done.
 */
#ifndef STORE_WRITER_H
#define STORE_WRITER_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"

struct err;
struct store_change; /* store/store.h */
struct writer;

/* Jobs that may wait, and changes in one commit. */
enum { WRITER_JOBS_MAX = 16384, WRITER_GROUP_MAX = 512 };

/* On the writer's thread, once; failure is NULL when the changes are on disk.  It must
 * not block; it may submit. */
typedef void (*writer_done_fn)(void *context, const struct err *failure);

struct writer_job {
    const struct store_change *changes;
    size_t count; /* 1 to WRITER_GROUP_MAX */
    writer_done_fn on_done;
    void *context;
    struct writer_job *next; /* the writer's */
};

/* Opens the store of that URL for writing, as store_open(). */
int writer_start(struct writer **writer_out, const char *url, struct err *err) MUST_USE;

/* Commits what waits, then ends the thread and closes the store.  Nobody submits any
 * more.  Accepts NULL in it. */
void writer_stop(struct writer **writer);

/* ERR_LIMIT where WRITER_JOBS_MAX jobs wait already: on_done is not called then. */
int writer_submit(struct writer *writer, struct writer_job *job,
                  struct err *err) MUST_USE;

/* What was done so far; only differences mean something. */
struct writer_counts {
    int64_t commits; /* with success */
    int64_t changes; /* in them */
    int64_t waiting; /* jobs now */
};
struct writer_counts writer_counts(const struct writer *writer);

#endif
