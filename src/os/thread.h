/* thread.h - a thread of ours, and waiting for what another one does.
 *
 * A condition is waited for with its mutex held, and asked again after every return:
 *
 *     mutex_lock(&mutex);
 *     while (!there_is_work) { (void)condition_wait(&condition, &mutex, 1000); }
 *
 * Thread: any; init and fini while no other thread knows the object.
 * Memory: none beyond the structs.
 */
#ifndef OS_THREAD_H
#define OS_THREAD_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "os/mutex.h"

struct err;

typedef void (*thread_fn)(void *context);

struct thread {
    pthread_t id;
    thread_fn run;
    void *context;
};

/* The thread lives until run() returns; somebody must join it.  The struct must not move.
 * No signal is delivered to it: those are the main thread's. */
int thread_start(struct thread *thread, thread_fn run, void *context,
                 struct err *err) MUST_USE;
void thread_join(struct thread *thread);

struct condition {
    pthread_cond_t condition;
};

void condition_init(struct condition *condition);
void condition_fini(struct condition *condition); /* nobody waits */

/* False where nobody signalled in that time. */
bool condition_wait(struct condition *condition, struct mutex *mutex, int64_t ms_max);
void condition_signal(struct condition *condition); /* wakes one who waits */

#endif
