/* show.h - mistakes in a user's files, on standard error, for every subcommand.
 *
 * Thread: the main thread.
 * Memory: none kept.
 */
#ifndef CLI_SHOW_H
#define CLI_SHOW_H

#include <stdio.h>

struct mistakes;

/* One line each, in order of place: errors, then a line that counts them.  Remarks are
 * shown too, marked as such, where with_remarks says so. */
void show_mistakes(FILE *file, struct mistakes *mistakes, int with_remarks);

#endif
