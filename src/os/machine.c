/* machine.c - /proc and sysconf. */

#include "os/machine.h"

#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

struct str machine_cpu(struct arena *arena)
{
    FILE *file = fopen("/proc/cpuinfo", "re");
    struct str name = STR("unknown");
    char line[256];

    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        const char *colon = strchr(line, ':');

        if (colon != NULL && strncmp(line, "model name", 10) == 0) {
            name = str_copy(arena, str_trim(str_from(colon + 1)));
            break;
        }
    }
    if (file != NULL) {
        fclose(file);
    }
    return name;
}

long machine_cores(void)
{
    return sysconf(_SC_NPROCESSORS_ONLN);
}

void machine_stay_on_core(int core)
{
    cpu_set_t cores;

    if (core != MACHINE_CORE_ANY) {
        CPU_ZERO(&cores);
        CPU_SET((size_t)core, &cores);
        (void)sched_setaffinity(0, sizeof cores, &cores);
    }
}
