/* writer_test.c - many threads, one writer, on SQLite and in memory. */

#include "base/test.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/shared.h"
#include "os/clock.h"
#include "os/mutex.h"
#include "os/thread.h"
#include "store/store.h"
#include "store/writer.h"

enum { THREADS = 4, JOBS = 500 };

static char folder[] = "/tmp/usher-writer-test-XXXXXX";
static char url[128];
static struct writer *writer;

/* One job and what became of it. */
struct told {
    struct writer_job job;
    struct store_change changes[2];
    struct counter done_count;
    struct counter reason; /* enum err_reason */
};

static int set_up(void **state)
{
    struct err err;

    (void)state;
    memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(url, sizeof url, "sqlite:%s/tickets.db", folder);
    return writer_start(&writer, url, &err);
}

static int tear_down(void **state)
{
    char command[128];

    (void)state;
    writer_stop(&writer);
    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static void on_done(void *context, const struct err *failure)
{
    struct told *told = context;

    counter_set(&told->reason, failure == NULL ? ERR_NONE : failure->reason);
    counter_add(&told->done_count, 1);
}

static void prepare(struct told *told, int64_t ticket, int64_t seq, size_t count)
{
    *told = (struct told){ .job = { .changes = told->changes,
                                    .count = count,
                                    .on_done = on_done,
                                    .context = told } };
    for (size_t i = 0; i < count; i++) {
        told->changes[i].record = (struct store_record){ .ticket = ticket,
                                                         .seq = seq + (int64_t)i,
                                                         .body = STR("{}") };
    }
}

static void submit(struct told *told)
{
    struct err err;

    if (writer_submit(writer, &told->job, &err) != 0) {
        fail_msg("%s", err.text);
    }
}

static size_t journal_count(int64_t ticket)
{
    struct arena *arena = arena_new(16 << 20);
    struct store_records records;
    struct store *reader;
    struct err err;

    assert_int_equal(store_open_reader(&reader, url, &err), 0);
    assert_int_equal(store_read_journal(reader, ticket, 0, arena, &records, &err), 0);
    store_close(&reader);
    arena_free(&arena);
    return records.count;
}

static void what_was_submitted_is_on_disk_when_it_is_told(void **state)
{
    static struct told told;

    (void)state;
    prepare(&told, 1, 1, 2);
    submit(&told);
    while (counter_value(&told.done_count) == 0) {
        (void)usleep(100);
    }
    assert_int_equal(counter_value(&told.reason), ERR_NONE);
    assert_int_equal(journal_count(1), 2);
    assert_int_equal(writer_counts(writer).changes, 2);
    assert_int_equal(writer_counts(writer).waiting, 0);
}

static void stopping_commits_what_waits(void **state)
{
    static struct told told[JOBS];

    (void)state;
    for (int i = 0; i < JOBS; i++) {
        prepare(&told[i], 1, i + 1, 1);
        submit(&told[i]);
    }
    writer_stop(&writer);
    for (int i = 0; i < JOBS; i++) {
        assert_int_equal(counter_value(&told[i].done_count), 1);
        assert_int_equal(counter_value(&told[i].reason), ERR_NONE);
    }
    assert_int_equal(journal_count(1), JOBS);
}

static void one_bad_job_is_refused_alone(void **state)
{
    static struct told told[3];

    (void)state;
    prepare(&told[0], 1, 1, 1);
    prepare(&told[1], 1, 1, 1); /* is there already */
    prepare(&told[2], 2, 1, 1);
    for (int i = 0; i < 3; i++) {
        submit(&told[i]);
    }
    writer_stop(&writer);
    assert_int_equal(counter_value(&told[0].reason), ERR_NONE);
    assert_int_equal(counter_value(&told[1].reason), ERR_CONFLICT);
    assert_int_equal(counter_value(&told[2].reason), ERR_NONE);
    assert_int_equal(journal_count(1), 1);
    assert_int_equal(journal_count(2), 1);
}

static void a_job_is_kept_whole_or_not_at_all(void **state)
{
    static struct told first;
    static struct told second;

    (void)state;
    prepare(&first, 1, 1, 1);
    prepare(&second, 5, 1, 2);
    second.changes[1].record.ticket = 1; /* where it is there already */
    second.changes[1].record.seq = 1;
    submit(&first);
    submit(&second);
    writer_stop(&writer);
    assert_int_equal(counter_value(&first.reason), ERR_NONE);
    assert_int_equal(counter_value(&second.reason), ERR_CONFLICT);
    assert_int_equal(journal_count(5), 0);
}

static struct told threads_told[THREADS][JOBS];

static void submit_many(void *context)
{
    struct told *told = context;
    int64_t ticket = (told - threads_told[0]) / JOBS + 1;

    for (int i = 0; i < JOBS; i++) {
        prepare(&told[i], ticket, i + 1, 1);
        submit(&told[i]);
    }
}

static void many_threads_share_flushes(void **state)
{
    struct thread threads[THREADS];
    struct writer_counts counts;
    struct err err;

    (void)state;
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(thread_start(&threads[i], submit_many, threads_told[i], &err),
                         0);
    }
    for (int i = 0; i < THREADS; i++) {
        thread_join(&threads[i]);
    }
    while (writer_counts(writer).waiting != 0) {
        (void)usleep(100);
    }
    counts = writer_counts(writer);
    assert_int_equal(counts.changes, THREADS * JOBS);
    assert_true(counts.commits >= THREADS * JOBS / WRITER_GROUP_MAX);
    assert_true(counts.commits < THREADS * JOBS); /* some went together */
    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(journal_count(i + 1), JOBS);
    }
}

/* --- a writer whose disk is slow: on_done holds it, so that the queue fills --- */

static struct mutex gate = MUTEX_STATIC;

static void wait_at_gate(void *context, const struct err *failure)
{
    mutex_lock(&gate);
    mutex_unlock(&gate);
    on_done(context, failure);
}

static void a_full_queue_refuses_at_once(void **state)
{
    static struct told blocking;
    static struct told filling[WRITER_JOBS_MAX];
    static struct told refused;
    struct err err;

    (void)state;
    mutex_lock(&gate);
    prepare(&blocking, 9, 1, 1);
    blocking.job.on_done = wait_at_gate;
    submit(&blocking);
    while (writer_counts(writer).commits == 0) {
        (void)usleep(100);
    }
    for (int i = 0; i < WRITER_JOBS_MAX; i++) {
        prepare(&filling[i], 1, i + 1, 1);
        if (writer_submit(writer, &filling[i].job, &err) != 0) {
            fail_msg("job %d of %d is refused: %s", i, WRITER_JOBS_MAX, err.text);
        }
    }
    prepare(&refused, 2, 1, 1);
    assert_int_equal(writer_submit(writer, &refused.job, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
    mutex_unlock(&gate);
    writer_stop(&writer);
    assert_int_equal(counter_value(&refused.done_count), 0);
    assert_int_equal(journal_count(1), 1000); /* as many as are read at once */
}

static void a_store_that_cannot_be_opened_is_told(void **state)
{
    struct writer *other;
    struct err err;

    (void)state;
    assert_int_equal(writer_start(&other, url, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT); /* ours holds it */
    assert_int_equal(writer_start(&other, "sqlite:/nowhere/x.db", &err), -1);
    assert_int_equal(err.reason, ERR_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(what_was_submitted_is_on_disk_when_it_is_told),
        TEST(stopping_commits_what_waits),
        TEST(one_bad_job_is_refused_alone),
        TEST(a_job_is_kept_whole_or_not_at_all),
        TEST(many_threads_share_flushes),
        TEST(a_full_queue_refuses_at_once),
        TEST(a_store_that_cannot_be_opened_is_told),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
