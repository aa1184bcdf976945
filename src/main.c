/* main.c - usher COMMAND: finds the subcommand and runs it. */

#include <stdio.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/arena.h"
#include "base/buf.h"
#include "cli/command.h"
#include "config/mistakes.h"

enum { OVERVIEW_BYTES_MAX = 1 << 16, COMMANDS_MAX = 32 };

static int show_overview(FILE *file, int status)
{
    struct arena *arena = arena_new(OVERVIEW_BYTES_MAX * 4);
    struct buf buf;

    buf_init(&buf, arena, OVERVIEW_BYTES_MAX);
    document_overview(&buf);
    fwrite(buf.at, 1, buf.len, file);
    arena_free(&arena);
    return status;
}

static int unknown_command(const char *name)
{
    struct str names[COMMANDS_MAX];
    size_t count = 0;
    struct str nearest;

    while (commands[count] != NULL && count < COMMANDS_MAX) {
        names[count] = str_from(commands[count]->name);
        count++;
    }
    nearest = nearest_name(str_from(name), names, count);
    if (nearest.len != 0) {
        fprintf(stderr, "usher: no command \"%s\"; did you mean %.*s\n", name,
                STR_ARG(nearest));
    } else {
        fprintf(stderr, "usher: no command \"%s\"; usher --help lists them\n", name);
    }
    return EXIT_USAGE;
}

/* A result that did not reach its reader is no success. */
static int flush_output(int status)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "usher: writing to standard output failed\n");
        return EXIT_FAILED;
    }
    return status;
}

/* CLD2 takes and gives back up to 200 KB for each message; without this the system unmaps
 * and maps them each time, which is half of what telling the language costs.  Both are
 * needed: who sets one bound stops glibc from learning the other. */
static void keep_freed_memory(void)
{
#ifdef __GLIBC__
    (void)mallopt(M_TRIM_THRESHOLD, 64 << 20);
    (void)mallopt(M_MMAP_THRESHOLD, 512 << 10);
#endif
}

int main(int argc, char **argv)
{
    const struct command *command;
    struct invocation invocation;
    bool may_run = false;
    int status;

    keep_freed_memory();
    if (argc < 2) {
        return show_overview(stderr, EXIT_USAGE);
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        return flush_output(show_overview(stdout, EXIT_DONE));
    }
    command =
        command_find(str_from(strcmp(argv[1], "--version") == 0 ? "version" : argv[1]));
    if (command == NULL) {
        return unknown_command(argv[1]);
    }
    status = invocation_parse(&invocation, command, argc - 2, argv + 2, &may_run);
    return flush_output(may_run ? command->run(&invocation) : status);
}
