/* commands.h - every subcommand, one file each; commands.c puts them in order. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

struct command;

extern const struct command command_bench;
extern const struct command command_build;
extern const struct command command_chat;
extern const struct command command_check;
extern const struct command command_customer;
extern const struct command command_doc;
extern const struct command command_eval;
extern const struct command command_search;
extern const struct command command_ticket;
extern const struct command command_train;
extern const struct command command_serve;
extern const struct command command_triage;
extern const struct command command_version;

#endif
