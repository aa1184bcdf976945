/* terminal.h - whether a person is looking.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef OS_TERMINAL_H
#define OS_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

bool terminal_is_at(FILE *file);

#endif
