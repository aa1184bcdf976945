/* mutex.c - a mutex of POSIX that checks its use. */

#include "os/mutex.h"

#include <assert.h>

void mutex_init(struct mutex *mutex)
{
    pthread_mutexattr_t attributes;
    int failed = pthread_mutexattr_init(&attributes);

    assert(failed == 0);
    failed = pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
    assert(failed == 0);
    failed = pthread_mutex_init(&mutex->lock, &attributes);
    assert(failed == 0);
    failed = pthread_mutexattr_destroy(&attributes);
    assert(failed == 0);
}

void mutex_fini(struct mutex *mutex)
{
    int failed = pthread_mutex_destroy(&mutex->lock);

    assert(failed == 0);
}

void mutex_lock(struct mutex *mutex)
{
    int failed = pthread_mutex_lock(&mutex->lock);

    assert(failed == 0);
}

void mutex_unlock(struct mutex *mutex)
{
    int failed = pthread_mutex_unlock(&mutex->lock);

    assert(failed == 0);
}
