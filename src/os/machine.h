/* machine.h - what this program runs on, for reports of speed.
 *
 * Thread: any.
 * Memory: texts in the given arena.
 */
#ifndef OS_MACHINE_H
#define OS_MACHINE_H

#include "base/str.h"

struct arena;

struct str machine_cpu(
    struct arena *arena); /* the processor's name, "unknown" without one */
long machine_cores(void); /* those this process may use */

enum { MACHINE_CORE_ANY = -1 };

/* Keep this thread on that core; what cannot be done is left. */
void machine_stay_on_core(int core);

#endif
