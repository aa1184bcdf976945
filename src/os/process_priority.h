/* process_priority.h - letting others go first.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef OS_PROCESS_PRIORITY_H
#define OS_PROCESS_PRIORITY_H

/* Raise the niceness of a process of ours by that much; one that ended is no failure. */
void process_make_nice(int pid, int niceness);

#endif
