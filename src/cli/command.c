/* command.c - finding a subcommand and reading its arguments. */

#include "cli/command.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "config/mistakes.h"

enum { DOCUMENT_BYTES_MAX = 1 << 20 };

const struct command *command_find(struct str name)
{
    for (size_t i = 0; commands[i] != NULL; i++) {
        if (str_equal(name, str_from(commands[i]->name))) {
            return commands[i];
        }
    }
    return NULL;
}

static int say(const struct invocation *invocation, int status, const char *format,
               va_list args)
{
    fprintf(stderr, "usher %s: ", invocation->command->name);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    return status;
}

int command_fail(const struct invocation *invocation, const char *format, ...)
{
    va_list args;
    int status;

    va_start(args, format);
    status = say(invocation, EXIT_FAILED, format, args);
    va_end(args);
    return status;
}

int command_misuse(const struct invocation *invocation, const char *format, ...)
{
    va_list args;
    int status;

    va_start(args, format);
    status = say(invocation, EXIT_USAGE, format, args);
    va_end(args);
    fprintf(stderr, "Try: usher %s --help\n", invocation->command->name);
    return status;
}

static size_t option_place(const struct command *command, struct str name)
{
    size_t i = 0;

    while (command->options[i].name != NULL &&
           !str_equal(name, str_from(command->options[i].name))) {
        i++;
    }
    return i;
}

const char *option_value(const struct invocation *invocation, const char *name)
{
    size_t place = option_place(invocation->command, str_from(name));

    assert(invocation->command->options[place].name != NULL);
    return invocation->values[place];
}

bool option_given(const struct invocation *invocation, const char *name)
{
    return option_value(invocation, name) != NULL;
}

static int unknown_option(const struct invocation *invocation, struct str name)
{
    struct str names[OPTIONS_MAX + 2] = { STR("json"), STR("help") };
    size_t count = 2;
    struct str nearest;

    for (size_t i = 0; invocation->command->options[i].name != NULL; i++) {
        names[count++] = str_from(invocation->command->options[i].name);
    }
    nearest = nearest_name(name, names, count);
    if (nearest.len == 0) {
        return command_misuse(invocation, "no option --%.*s", STR_ARG(name));
    }
    return command_misuse(invocation, "no option --%.*s; did you mean --%.*s",
                          STR_ARG(name), STR_ARG(nearest));
}

static int takes_no_value(const struct invocation *invocation, struct str name)
{
    return command_misuse(invocation, "--%.*s takes no value", STR_ARG(name));
}

/* argv[*at] is "--name", "--name=value" or "-o". */
static int read_option(struct invocation *invocation, int argc, char **argv, int *at)
{
    const struct command *command = invocation->command;
    struct str text = str_from(argv[*at][1] == '-' ? argv[*at] + 2 : argv[*at] + 1);
    size_t equals = str_find_char(text, '=');
    struct str name = str_slice(text, 0, equals);
    size_t place;

    if (equals != text.len &&
        (str_equal(name, STR("json")) || str_equal(name, STR("help")))) {
        return takes_no_value(invocation, name);
    }
    if (str_equal(name, STR("json"))) {
        invocation->json = true;
        return EXIT_DONE;
    }
    place = option_place(command, name);
    if (command->options[place].name == NULL) {
        return unknown_option(invocation, name);
    }
    if (command->options[place].argument == NULL) {
        if (equals != text.len) {
            return takes_no_value(invocation, name);
        }
        invocation->values[place] = "";
        return EXIT_DONE;
    }
    if (equals != text.len) {
        invocation->values[place] = text.at + equals + 1;
        return EXIT_DONE;
    }
    if (*at + 1 >= argc) {
        return command_misuse(invocation, "--%.*s wants %s", STR_ARG(name),
                              command->options[place].argument);
    }
    *at += 1;
    invocation->values[place] = argv[*at];
    return EXIT_DONE;
}

static int show_help(const struct command *command)
{
    struct arena *arena = arena_new(DOCUMENT_BYTES_MAX * 2);
    struct buf buf;

    buf_init(&buf, arena, DOCUMENT_BYTES_MAX);
    document_help(&buf, command);
    fwrite(buf.at, 1, buf.len, stdout);
    arena_free(&arena);
    return EXIT_DONE;
}

static int read_operand(struct invocation *invocation, const char *text)
{
    if (invocation->operand_count == invocation->command->operands_max) {
        return command_misuse(
            invocation, "\"%s\" is one operand too many; expected %s", text,
            invocation->command->operands[0] == '\0' ? "none"
                                                     : invocation->command->operands);
    }
    invocation->operands[invocation->operand_count++] = text;
    return EXIT_DONE;
}

int invocation_parse(struct invocation *invocation, const struct command *command,
                     int argc, char **argv, bool *may_run_out)
{
    bool options_ended = false;

    *invocation = (struct invocation){ .command = command };
    *may_run_out = false;
    for (int i = 0; i < argc; i++) {
        bool is_option = !options_ended && argv[i][0] == '-' && argv[i][1] != '\0';
        int status;

        if (is_option && strcmp(argv[i], "--") == 0) {
            options_ended = true;
            continue;
        }
        if (is_option && (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)) {
            return show_help(command);
        }
        status = is_option ? read_option(invocation, argc, argv, &i)
                           : read_operand(invocation, argv[i]);
        if (status != EXIT_DONE) {
            return status;
        }
    }
    if (invocation->operand_count < command->operands_min) {
        return command_misuse(invocation, "expected %s", command->operands);
    }
    *may_run_out = true;
    return EXIT_DONE;
}
