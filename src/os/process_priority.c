/* process_priority.c - niceness by setpriority. */

#include "os/process_priority.h"

#include <sys/resource.h>
#include <sys/time.h>

void process_make_nice(int pid, int niceness)
{
    (void)setpriority(PRIO_PROCESS, (id_t)pid, getpriority(PRIO_PROCESS, 0) + niceness);
}
