/* commands.c - the subcommands in the order in which a newcomer meets them. */

#include "cli/commands.h"

#include <stddef.h>

#include "cli/command.h"

/* clang-format off */
const struct command *const commands[] = {
    &command_serve,
    &command_triage,
    &command_chat,
    &command_ticket,
    &command_customer,
    &command_check,
    &command_build,
    &command_search,
    &command_train,
    &command_eval,
    &command_bench,
    &command_doc,
    &command_version,
    NULL,
};
/* clang-format on */
