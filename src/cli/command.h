/* command.h - the table of subcommands, from which parsing, --help, the manual page and
 * the completions are made.
 *
 * A subcommand is one file with one const struct command and its run function.  Data
 * goes to standard output, everything else to standard error.
 *
 * Thread: the main thread.
 * Memory: static tables; an invocation looks into argv.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf;
struct invocation;

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

struct option {
    const char *name;     /* without the dashes; NULL ends a table */
    const char *argument; /* its name in the synopsis, or NULL for a switch */
    const char *help;     /* one line */
};

enum { OPTIONS_MAX = 16, OPERANDS_MAX = 8 };

struct command {
    const char *name;
    const char *operands; /* as in the synopsis: "BOT [FILE]" */
    const char *summary;  /* one line, no period */
    const char *description;
    const char *example; /* a command line that works in the project's folder */
    const struct option *options;
    size_t operands_min;
    size_t operands_max;
    int (*run)(const struct invocation *invocation);
};

struct invocation {
    const struct command *command;
    const char *operands[OPERANDS_MAX];
    size_t operand_count;
    const char *values[OPTIONS_MAX]; /* by place in the option table; "" for a switch */
    bool json;
};

extern const struct command *const commands[]; /* ends with NULL */

const struct command *command_find(struct str name);

/* Reads argv behind the command's name.  EXIT_DONE to run it; else what main returns,
 * everything having been said (a usage error, or --help). */
int invocation_parse(struct invocation *invocation, const struct command *command,
                     int argc, char **argv, bool *may_run_out);

/* The value of an option of this command, NULL where it was not given; a switch gives
 * "".  Asserts that the option is in the command's table. */
const char *option_value(const struct invocation *invocation, const char *name);
bool option_given(const struct invocation *invocation, const char *name);

/* "usher NAME: text" on standard error; returns the status, so that a failure reads:
 * return command_fail(...) */
int command_fail(const struct invocation *invocation, const char *format, ...)
    PRINTF_LIKE(2, 3);
int command_misuse(const struct invocation *invocation, const char *format, ...)
    PRINTF_LIKE(2, 3);

/* Documents made from the table (document.c). */
void document_help(struct buf *buf, const struct command *command);
void document_overview(struct buf *buf);
void document_man(struct buf *buf);
void document_completion_bash(struct buf *buf);
void document_completion_zsh(struct buf *buf);
void document_completion_fish(struct buf *buf);

#endif
