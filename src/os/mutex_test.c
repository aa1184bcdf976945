/* mutex_test.c */

#include "base/test.h"

#include <errno.h>
#include <pthread.h>

#include "os/mutex.h"

enum { THREAD_COUNT = 4, ROUNDS = 20000 };

static struct mutex mutex;
static long sum;

static void *add_many(void *unused)
{
    for (int i = 0; i < ROUNDS; i++) {
        mutex_lock(&mutex);
        sum++;
        mutex_unlock(&mutex);
    }
    return unused;
}

static void no_addition_is_lost_between_threads(void **state)
{
    pthread_t threads[THREAD_COUNT];

    (void)state;
    mutex_init(&mutex);
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, add_many, NULL), 0);
    }
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    assert_int_equal(sum, THREAD_COUNT * ROUNDS);
    mutex_fini(&mutex);
}

static void taking_it_twice_is_noticed(void **state)
{
    static struct mutex twice = MUTEX_STATIC;

    (void)state;
    mutex_lock(&twice);
    assert_int_equal(pthread_mutex_lock(&twice.lock), EDEADLK);
    mutex_unlock(&twice);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_addition_is_lost_between_threads),
        cmocka_unit_test(taking_it_twice_is_noticed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
