/* thread.c - threads by POSIX. */

#include "os/thread.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>

#include "base/err.h"

enum { MS_PER_SECOND = 1000, NS_PER_MS = 1000000, NS_PER_SECOND = 1000000000 };

static void must(int failed)
{
    assert(failed == 0);
}

static void *run_thread(void *started)
{
    struct thread *thread = started;

    thread->run(thread->context);
    return NULL;
}

int thread_start(struct thread *thread, thread_fn run, void *context, struct err *err)
{
    sigset_t all;
    sigset_t before;
    int failed;

    thread->run = run;
    thread->context = context;
    (void)sigfillset(&all);
    must(pthread_sigmask(SIG_SETMASK, &all, &before));
    failed = pthread_create(&thread->id, NULL, run_thread, thread);
    must(pthread_sigmask(SIG_SETMASK, &before, NULL));
    if (failed != 0) {
        char text[128];

        return err_set(err, ERR_UNAVAILABLE, "a thread cannot be started: %s",
                       strerror_r(failed, text, sizeof text));
    }
    return 0;
}

void thread_join(struct thread *thread)
{
    must(pthread_join(thread->id, NULL));
}

/* By the monotonic clock: a wait does not end when somebody sets the time. */
void condition_init(struct condition *condition)
{
    pthread_condattr_t attributes;

    must(pthread_condattr_init(&attributes));
    must(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC));
    must(pthread_cond_init(&condition->condition, &attributes));
    must(pthread_condattr_destroy(&attributes));
}

void condition_fini(struct condition *condition)
{
    must(pthread_cond_destroy(&condition->condition));
}

bool condition_wait(struct condition *condition, struct mutex *mutex, int64_t ms_max)
{
    struct timespec until;
    int failed;

    must(clock_gettime(CLOCK_MONOTONIC, &until));
    until.tv_sec += ms_max / MS_PER_SECOND;
    until.tv_nsec += ms_max % MS_PER_SECOND * NS_PER_MS;
    if (until.tv_nsec >= NS_PER_SECOND) {
        until.tv_sec++;
        until.tv_nsec -= NS_PER_SECOND;
    }
    failed = pthread_cond_timedwait(&condition->condition, &mutex->lock, &until);
    assert(failed == 0 || failed == ETIMEDOUT);
    return failed == 0;
}

void condition_signal(struct condition *condition)
{
    must(pthread_cond_signal(&condition->condition));
}
