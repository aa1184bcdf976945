/* screen.h - what a person at a terminal sees: colours, a progress bar, texts of others.
 *
 * Colours only on a terminal and only without NO_COLOR (no-color.org); the bar goes to
 * standard error and only where that is a terminal.
 *
 * Thread: the main thread.
 * Memory: none.
 */
#ifndef CLI_SCREEN_H
#define CLI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/str.h"

enum colour {
    COLOUR_PLAIN,
    COLOUR_BOLD,
    COLOUR_DIM,
    COLOUR_RED,
    COLOUR_GREEN,
    COLOUR_YELLOW
};

/* The escape that starts a colour on that file, or "" where there are none.
 * COLOUR_PLAIN ends it. */
const char *colour_of(FILE *file, enum colour colour);

/* A text that came from outside: new lines and tabs as they are, a '?' for every other
 * control character (C0, DEL, C1), by which it could write over what stands on the
 * terminal, or type there. */
void print_foreign(FILE *file, struct str text);

struct progress {
    const char *title;
    size_t total;
    size_t done;
    int64_t drawn_ns;
    bool is_shown;
};

void progress_start(struct progress *progress, const char *title, size_t total);
void progress_step(struct progress *progress); /* draws at most ten times a second */
void progress_end(struct progress *progress);  /* clears the line */

#endif
