/* commands.c - the subcommands in the order in which a newcomer meets them. */

#include "cli/commands.h"

#include <stddef.h>

#include "cli/command.h"

const struct command *const commands[] = {
    &command_triage, &command_check, &command_build,   &command_train,
    &command_eval,   &command_doc,   &command_version, NULL,
};
