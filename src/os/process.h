/* process.h - another program beside this one: a server that a bench starts, asks and
 * ends.
 *
 * Its standard output is a pipe, of which only the first line is read; what it says on
 * standard error is kept and shown when it fails.  It dies with us.  The loop's own way
 * to run programs is loop/child.h; here the caller waits.
 *
 * Thread: the one that started it.
 * Memory: none beyond the struct; texts in the given arena.
 */
#ifndef OS_PROCESS_H
#define OS_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;

struct process {
    int pid; /* 0: none */
    int watch;
    int output;
    int errors;
};

enum process_signal { PROCESS_RELOAD, PROCESS_END, PROCESS_KILL };

/* Start words[0], a path, with the arguments words, ended by NULL, on that core or
 * MACHINE_CORE_ANY (os/machine.h).
 * ERR_NOT_FOUND where there is no such program; ERR_UNAVAILABLE else. */
int process_start(struct process *process_out, const char *const *words, int core,
                  struct err *err) MUST_USE;

/* The first line of its standard output.  ERR_UNAVAILABLE where it ends before, with the
 * last line of what it said on standard error; ERR_TIMEOUT; ERR_LIMIT. */
int process_read_line(struct process *process, struct str *line_out, struct arena *arena,
                      int64_t timeout_ms, struct err *err) MUST_USE;

bool process_is_alive(const struct process *process);

void process_signal(const struct process *process, enum process_signal signal);

/* Ask it to end, kill it after the time, and forget it.  Returns its exit status, 128 +
 * the signal that ended it; 0 where there is none.  Accepts a zeroed one. */
int process_stop(struct process *process, int64_t timeout_ms);

/* What it holds and has used, with all its threads and the processes it started. */
struct process_usage {
    int64_t cpu_ns;
    int64_t resident_kib;
    int64_t anonymous_kib; /* of it, memory that is no file's */
    int64_t file_kib;      /* programs, libraries, mapped releases */
};

/* ERR_UNAVAILABLE where it is gone. */
int process_usage_read(struct process_usage *usage_out, const struct process *process,
                       struct err *err) MUST_USE;

/* What its resident memory is, by /proc/PID/smaps. */
struct process_memory {
    int64_t program_kib;   /* its own file */
    int64_t libraries_kib; /* shared objects */
    int64_t files_kib;     /* other files it maps */
    int64_t rest_kib;      /* heap, stacks, what no file holds */
};

/* ERR_UNAVAILABLE as above. */
int process_memory_read(struct process_memory *memory_out, const struct process *process,
                        struct err *err) MUST_USE;

#endif
