/* clock.h - what time it is, and how long things take.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef OS_CLOCK_H
#define OS_CLOCK_H

#include <stdint.h>

int64_t clock_now_ms(void);        /* since 1970, may be set back by an administrator */
int64_t clock_monotonic_ns(void);  /* only differences mean something */
int64_t clock_thread_cpu_ns(void); /* processor time of this thread */

#endif
