/* terminal.h - whether a person is looking, and how wide his window is.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef OS_TERMINAL_H
#define OS_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

bool terminal_is_at(FILE *file);

/* Columns of the terminal at standard error; 80 where unknown, at most 200. */
size_t terminal_width(void);

#endif
