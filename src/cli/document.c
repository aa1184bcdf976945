/* document.c - help, the manual page and the completions, from the command table. */

#include <string.h>

#include "base/buf.h"
#include "cli/command.h"
#include "cli/version.h"

enum { HELP_COLUMN_MIN = 24 };

static const struct option common_options[] = {
    { "json", NULL,
      "one JSON document, or one a line, and nothing else, on standard output" },
    { "help", NULL, "show this text" },
    { NULL, NULL, NULL },
};

static const char *dashes(const struct option *option)
{
    return option->name[1] == '\0' ? "-" : "--";
}

static size_t width_of(const struct option *option)
{
    size_t width = strlen("  ") + strlen(dashes(option)) + strlen(option->name);

    return option->argument == NULL ? width : width + 1 + strlen(option->argument);
}

/* Behind the widest of them. */
static size_t help_column(const struct option *options, size_t column)
{
    for (; options->name != NULL; options++) {
        if (width_of(options) + 2 > column) {
            column = width_of(options) + 2;
        }
    }
    return column;
}

static void add_option_lines(struct buf *buf, const struct option *options, size_t column)
{
    for (; options->name != NULL; options++) {
        buf_addf(buf, "  %s%s%s%s%*s%s\n", dashes(options), options->name,
                 options->argument == NULL ? "" : " ",
                 options->argument == NULL ? "" : options->argument,
                 (int)(column - width_of(options)), "", options->help);
    }
}

void document_help(struct buf *buf, const struct command *command)
{
    size_t column = help_column(command->options, HELP_COLUMN_MIN);

    buf_addf(buf, "usher %s%s%s - %s\n\n%s\n\nOptions:\n", command->name,
             command->operands[0] == '\0' ? "" : " ", command->operands, command->summary,
             command->description);
    add_option_lines(buf, command->options, column);
    add_option_lines(buf, common_options, column);
    buf_addf(buf, "\nExample:\n  %s\n\nExit status: 0 done, 1 failed, 2 usage.\n",
             command->example);
}

void document_overview(struct buf *buf)
{
    buf_add(buf, STR("usher - the runtime for AI support bots\n\n"
                     "usage: usher COMMAND [OPERANDS] [OPTIONS]\n\n"));
    for (size_t i = 0; commands[i] != NULL; i++) {
        buf_addf(buf, "  %-8s %-24s %s\n", commands[i]->name, commands[i]->operands,
                 commands[i]->summary);
    }
    buf_add(buf, STR("\nusher COMMAND --help tells more, with an example.\n"));
}

/* roff wants its dashes and backslashes escaped, and no line to begin with a dot. */
static void add_roff(struct buf *buf, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if ((at == text || at[-1] == '\n') && (*at == '.' || *at == '\'')) {
            buf_add(buf, STR("\\&"));
        }
        if (*at == '-') {
            buf_add(buf, STR("\\-"));
        } else if (*at == '\\') {
            buf_add(buf, STR("\\e"));
        } else {
            buf_add_char(buf, *at);
        }
    }
}

static void add_man_option(struct buf *buf, const struct option *option)
{
    buf_add(buf, STR(".TP\n.B "));
    add_roff(buf, dashes(option));
    add_roff(buf, option->name);
    if (option->argument != NULL) {
        buf_addf(buf, " \\fI%s\\fP", option->argument);
    }
    buf_add_char(buf, '\n');
    add_roff(buf, option->help);
    buf_add_char(buf, '\n');
}

static void add_man_command(struct buf *buf, const struct command *command)
{
    buf_addf(buf, ".SS \"usher %s", command->name);
    if (command->operands[0] != '\0') {
        buf_addf(buf, " %s", command->operands);
    }
    buf_add(buf, STR("\"\n"));
    add_roff(buf, command->description);
    buf_add_char(buf, '\n');
    for (const struct option *option = command->options; option->name != NULL; option++) {
        add_man_option(buf, option);
    }
    buf_add(buf, STR(".PP\nExample:\n.PP\n.nf\n    "));
    add_roff(buf, command->example);
    buf_add(buf, STR("\n.fi\n"));
}

void document_man(struct buf *buf)
{
    buf_addf(buf, ".TH USHER 1 %s \"Usher %s\" \"User commands\"\n", USHER_DATE,
             USHER_VERSION);
    buf_add(buf,
            STR(".SH NAME\nusher \\- the runtime for AI support bots\n"
                ".SH SYNOPSIS\n.B usher\n\\fICOMMAND\\fP [\\fIOPERANDS\\fP] "
                "[\\fIOPTIONS\\fP]\n"
                ".SH DESCRIPTION\nUsher reads customer messages, understands them, "
                "answers from a team's own help pages with citations, and hands over "
                "to a person what it is not sure of.  A bot is a folder; a command "
                "that takes BOT takes a folder or a release file.\n"
                ".SH COMMANDS\n"));
    for (size_t i = 0; commands[i] != NULL; i++) {
        add_man_command(buf, commands[i]);
    }
    buf_add(buf, STR(".SH OPTIONS OF EVERY COMMAND\n"));
    for (const struct option *option = common_options; option->name != NULL; option++) {
        add_man_option(buf, option);
    }
    buf_add(buf,
            STR(".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nno colours on a terminal\n"
                ".TP\n.B XDG_CACHE_HOME\nreleases are kept in its folder usher (default "
                "~/.cache)\n"
                ".TP\n.B USHER_KEY_FILE\nthe keys of usher serve, where \\-\\-key\\-file "
                "is not "
                "given\n"
                ".SH EXIT STATUS\n0 done, 1 failed, 2 usage.\n"));
}

void document_completion_bash(struct buf *buf)
{
    buf_add(
        buf,
        STR("# bash completion for usher\n_usher()\n{\n"
            "    local word=${COMP_WORDS[COMP_CWORD]} options=\n"
            "    if [ \"$COMP_CWORD\" = 1 ]; then\n        COMPREPLY=($(compgen -W \""));
    for (size_t i = 0; commands[i] != NULL; i++) {
        buf_addf(buf, "%s%s", i == 0 ? "" : " ", commands[i]->name);
    }
    buf_add(buf, STR("\" -- \"$word\"))\n        return\n    fi\n"
                     "    case ${COMP_WORDS[1]} in\n"));
    for (size_t i = 0; commands[i] != NULL; i++) {
        buf_addf(buf, "    %s) options=\"--json --help", commands[i]->name);
        for (const struct option *o = commands[i]->options; o->name != NULL; o++) {
            buf_addf(buf, " %s%s", dashes(o), o->name);
        }
        buf_add(buf, STR("\" ;;\n"));
    }
    buf_add(buf, STR("    esac\n    case $word in\n"
                     "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
                     "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n    esac\n}\n"
                     "complete -o filenames -F _usher usher\n"));
}

/* Single quotes around, as zsh and fish want them. */
static void add_quoted(struct buf *buf, const char *text)
{
    buf_add_char(buf, '\'');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\'') {
            buf_add(buf, STR("'\\''"));
        } else {
            buf_add_char(buf, *at);
        }
    }
    buf_add_char(buf, '\'');
}

static void add_zsh_options(struct buf *buf, const struct option *options)
{
    for (const struct option *option = options; option->name != NULL; option++) {
        buf_addf(buf, " '%s%s[", dashes(option), option->name);
        for (const char *at = option->help; *at != '\0'; at++) {
            if (*at == '\'') {
                buf_add(buf, STR("'\\''"));
            } else if (*at == '[' || *at == ']' || *at == ':') {
                buf_addf(buf, "\\%c", *at);
            } else {
                buf_add_char(buf, *at);
            }
        }
        buf_addf(buf, "]%s'", option->argument == NULL ? "" : ":value:_files");
    }
}

void document_completion_zsh(struct buf *buf)
{
    buf_add(buf, STR("#compdef usher\nlocal -a names\nnames=(\n"));
    for (size_t i = 0; commands[i] != NULL; i++) {
        buf_add(buf, STR("    "));
        buf_addf(buf, "'%s:", commands[i]->name);
        buf_addf(buf, "%s'\n", commands[i]->summary);
    }
    buf_add(buf, STR(")\nif (( CURRENT == 2 )); then\n    _describe command names\n"
                     "    return\nfi\ncase $words[2] in\n"));
    for (size_t i = 0; commands[i] != NULL; i++) {
        buf_addf(buf, "%s) _arguments", commands[i]->name);
        add_zsh_options(buf, commands[i]->options);
        add_zsh_options(buf, common_options);
        buf_add(buf, STR(" '*:file:_files' ;;\n"));
    }
    buf_add(buf, STR("esac\n"));
}

static void add_fish_option(struct buf *buf, const char *command,
                            const struct option *option)
{
    buf_add(buf, STR("complete -c usher "));
    if (command != NULL) {
        buf_addf(buf, "-n '__fish_seen_subcommand_from %s' ", command);
    }
    buf_addf(buf, "%s %s%s -d ", option->name[1] == '\0' ? "-s" : "-l", option->name,
             option->argument == NULL ? "" : " -r");
    add_quoted(buf, option->help);
    buf_add_char(buf, '\n');
}

void document_completion_fish(struct buf *buf)
{
    for (size_t i = 0; commands[i] != NULL; i++) {
        buf_addf(buf, "complete -c usher -n __fish_use_subcommand -a %s -d ",
                 commands[i]->name);
        add_quoted(buf, commands[i]->summary);
        buf_add_char(buf, '\n');
        for (const struct option *o = commands[i]->options; o->name != NULL; o++) {
            add_fish_option(buf, commands[i]->name, o);
        }
    }
    for (const struct option *option = common_options; option->name != NULL; option++) {
        add_fish_option(buf, NULL, option);
    }
}
