/* mutex.h - one thread at a time.
 *
 * For the few things that threads share and that are no counter (base/counter.h): held
 * for a handful of instructions, never while waiting for anything else.  A lock taken
 * twice by one thread, or unlocked by another, is a bug and asserted.
 *
 * Thread: any; init and fini while no other thread knows the mutex.
 * Memory: none beyond the struct.
 */
#ifndef OS_MUTEX_H
#define OS_MUTEX_H

#include <pthread.h>

struct mutex {
    pthread_mutex_t lock;
};

/* For one that lives as long as the process and needs no init. */
#define MUTEX_STATIC                                                                     \
    {                                                                                    \
        PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP                                          \
    }

void mutex_init(struct mutex *mutex);
void mutex_fini(struct mutex *mutex); /* nobody holds it */
void mutex_lock(struct mutex *mutex);
void mutex_unlock(struct mutex *mutex);

#endif
