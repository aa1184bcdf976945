/* writer.c - the queue and the thread behind it.
 *
 * heap: a writer lives as long as the program's store.
 */

#include "store/writer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/shared.h"
#include "os/mutex.h"
#include "os/thread.h"
#include "store/store.h"

/* When nothing came for a while, the store gets its upkeep. */
enum { IDLE_MS = 500 };

struct writer {
    struct store *store;
    struct thread thread;
    struct mutex mutex; /* of the four below */
    struct condition work;
    struct writer_job *first;
    struct writer_job **end;
    bool is_stopping;
    struct counter waiting;
    struct counter commits;
    struct counter changes;
    /* the thread's own */
    bool needs_upkeep;
    struct store_change group[WRITER_GROUP_MAX];
};

/* Take jobs off the queue, as many as go into one commit; NULL where the end has come. */
static struct writer_job *take_jobs(struct writer *writer)
{
    struct writer_job *jobs;
    struct writer_job **end;
    size_t count = 0;

    mutex_lock(&writer->mutex);
    while (writer->first == NULL && !writer->is_stopping) {
        if (!condition_wait(&writer->work, &writer->mutex, IDLE_MS) &&
            writer->needs_upkeep) {
            mutex_unlock(&writer->mutex);
            return NULL;
        }
    }
    jobs = writer->first;
    end = &jobs;
    while (*end != NULL && count + (*end)->count <= WRITER_GROUP_MAX) {
        count += (*end)->count;
        end = &(*end)->next;
    }
    writer->first = *end;
    if (writer->first == NULL) {
        writer->end = &writer->first;
    }
    *end = NULL;
    mutex_unlock(&writer->mutex);
    return jobs;
}

static int commit(struct writer *writer, const struct store_change *changes, size_t count,
                  struct err *err)
{
    if (store_commit(writer->store, changes, count, err) != 0) {
        return -1;
    }
    counter_add(&writer->commits, 1);
    counter_add(&writer->changes, (int64_t)count);
    writer->needs_upkeep = true;
    return 0;
}

static void finish(struct writer *writer, struct writer_job *job,
                   const struct err *failure)
{
    counter_add(&writer->waiting, -1);
    job->on_done(job->context, failure);
}

/* Whether the failure is one of a single job among them. */
static bool is_of_one(const struct err *err, const struct writer_job *jobs)
{
    return jobs->next != NULL &&
           (err->reason == ERR_CONFLICT || err->reason == ERR_LIMIT);
}

static void commit_one_by_one(struct writer *writer, struct writer_job *jobs)
{
    while (jobs != NULL) {
        struct writer_job *next = jobs->next;
        struct err err;
        int failed = commit(writer, jobs->changes, jobs->count, &err);

        finish(writer, jobs, failed == 0 ? NULL : &err);
        jobs = next;
    }
}

static void commit_together(struct writer *writer, struct writer_job *jobs)
{
    size_t count = 0;
    struct err err;
    int failed;

    for (const struct writer_job *job = jobs; job != NULL; job = job->next) {
        for (size_t i = 0; i < job->count; i++) {
            writer->group[count++] = job->changes[i];
        }
    }
    failed = commit(writer, writer->group, count, &err);
    if (failed != 0 && is_of_one(&err, jobs)) {
        commit_one_by_one(writer, jobs);
        return;
    }
    while (jobs != NULL) {
        struct writer_job *next = jobs->next; /* a finished job is its owner's again */

        finish(writer, jobs, failed == 0 ? NULL : &err);
        jobs = next;
    }
}

/* What it cannot do now it does the next time. */
static void do_upkeep(struct writer *writer)
{
    struct err err;

    writer->needs_upkeep = false;
    if (store_maintain(writer->store, &err) != 0) {
        writer->needs_upkeep = true;
    }
}

static bool has_ended(struct writer *writer)
{
    bool has_ended;

    mutex_lock(&writer->mutex);
    has_ended = writer->is_stopping && writer->first == NULL;
    mutex_unlock(&writer->mutex);
    return has_ended;
}

static void run(void *context)
{
    struct writer *writer = context;

    while (!has_ended(writer)) {
        struct writer_job *jobs = take_jobs(writer);

        if (jobs != NULL) {
            commit_together(writer, jobs);
        } else if (writer->needs_upkeep) {
            do_upkeep(writer);
        }
    }
}

static void free_writer(struct writer *writer)
{
    store_close(&writer->store);
    condition_fini(&writer->work);
    mutex_fini(&writer->mutex);
    free(writer);
}

int writer_start(struct writer **writer_out, const char *url, struct err *err)
{
    struct writer *writer = calloc(1, sizeof *writer);

    assert(writer != NULL);
    mutex_init(&writer->mutex);
    condition_init(&writer->work);
    writer->end = &writer->first;
    if (store_open(&writer->store, url, err) != 0 ||
        thread_start(&writer->thread, run, writer, err) != 0) {
        free_writer(writer);
        return -1;
    }
    *writer_out = writer;
    return 0;
}

void writer_stop(struct writer **writer)
{
    if (*writer == NULL) {
        return;
    }
    mutex_lock(&(*writer)->mutex);
    (*writer)->is_stopping = true;
    condition_signal(&(*writer)->work);
    mutex_unlock(&(*writer)->mutex);
    thread_join(&(*writer)->thread);
    free_writer(*writer);
    *writer = NULL;
}

int writer_submit(struct writer *writer, struct writer_job *job, struct err *err)
{
    assert(job->count >= 1 && job->count <= WRITER_GROUP_MAX);
    if (counter_value(&writer->waiting) >= WRITER_JOBS_MAX) {
        return err_set(err, ERR_LIMIT, "%d changes wait for the disk already",
                       WRITER_JOBS_MAX);
    }
    counter_add(&writer->waiting, 1);
    job->next = NULL;
    mutex_lock(&writer->mutex);
    *writer->end = job;
    writer->end = &job->next;
    condition_signal(&writer->work);
    mutex_unlock(&writer->mutex);
    return 0;
}

struct writer_counts writer_counts(const struct writer *writer)
{
    return (struct writer_counts){ .commits = counter_value(&writer->commits),
                                   .changes = counter_value(&writer->changes),
                                   .waiting = counter_value(&writer->waiting) };
}
