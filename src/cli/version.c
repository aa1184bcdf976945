/* version.c - usher version: what this is and what it was built with. */

#include <openssl/crypto.h>
#include <stdio.h>

#include "cli/command.h"
#include "cli/commands.h"
#include "cli/version.h"

static int version_run(const struct invocation *invocation)
{
    if (invocation->json) {
        printf("{\"version\":\"%s\",\"compiler\":\"%s\",\"openssl\":\"%s\"}\n",
               USHER_VERSION, USHER_COMPILER, OpenSSL_version(OPENSSL_VERSION_STRING));
    } else {
        printf("usher %s\nbuilt with %s, OpenSSL %s\n", USHER_VERSION, USHER_COMPILER,
               OpenSSL_version(OPENSSL_VERSION_STRING));
    }
    return EXIT_DONE;
}

static const struct option options[] = { { NULL, NULL, NULL } };

const struct command command_version = {
    .name = "version",
    .operands = "",
    .summary = "what this program is and was built with",
    .description = "Prints the version and the libraries it was built with.",
    .example = "usher version",
    .options = options,
    .run = version_run,
};
