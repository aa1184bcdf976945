/* shared.h - what threads share without a lock: a counter, and a pointer that is set
 * once.
 *
 * A counter is exact but says nothing about other counters: two that belong together
 * may be read while only the first has moved.  A published pointer shows, to whoever
 * reads it, all that was written behind it before it was published.
 *
 * Thread: any.
 * Memory: none beyond the structs; zeroed ones are ready.
 */
#ifndef BASE_SHARED_H
#define BASE_SHARED_H

#include <stdatomic.h>
#include <stdint.h>

struct counter {
    _Atomic int64_t value;
};

static inline void counter_add(struct counter *counter, int64_t amount)
{
    atomic_fetch_add_explicit(&counter->value, amount, memory_order_relaxed);
}

static inline void counter_set(struct counter *counter, int64_t value)
{
    atomic_store_explicit(&counter->value, value, memory_order_relaxed);
}

static inline int64_t counter_value(const struct counter *counter)
{
    return atomic_load_explicit(&counter->value, memory_order_relaxed);
}

struct published {
    _Atomic(void *) at;
};

/* NULL until something was published. */
static inline void *published_get(const struct published *published)
{
    return atomic_load_explicit(&published->at, memory_order_acquire);
}

static inline void publish(struct published *published, void *object)
{
    atomic_store_explicit(&published->at, object, memory_order_release);
}

#endif
