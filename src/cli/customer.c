/* customer.c - usher customer: what is kept of somebody, and forgetting him. */

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/keep.h"
#include "cli/ticket_json.h"
#include "desk/ticket.h"
#include "store/store.h"
#include "vault/vault.h"

enum { TEXT_BYTES_MAX = 8 << 20 };
#define TICKET_ARENA_BYTES ((size_t)256 << 20)

struct export
{
    const struct invocation *invocation;
    struct keep *keep;
    struct str owner;
    struct arena *arena; /* of one ticket */
};

static int export_row(void *context, const struct store_ticket *row)
{
    struct export *export = context;
    struct json_writer writer;
    struct ticket ticket;
    struct buf buf;
    struct err err;

    arena_clear(export->arena);
    if (!str_equal(ticket_owner(row, export->arena), export->owner)) {
        return EXIT_DONE;
    }
    if (ticket_read(&ticket, export->keep->store, export->keep->vault, row->id,
                    export->arena, &err) != 1) {
        return command_fail(export->invocation, "%s", err.text);
    }
    buf_init(&buf, export->arena, TEXT_BYTES_MAX);
    writer = json_writer_to(&buf);
    ticket_write(&writer, &ticket, export->arena);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
    return EXIT_DONE;
}

/* Walks all tickets, as what is kept beside them is whose they are and nothing else. */
static int export_customer(const struct invocation *invocation, struct keep *keep,
                           struct str owner)
{
    const struct store_filter all = { .is_open = NULL };
    struct export export = {
        .invocation = invocation,
        .keep = keep,
        .owner = owner,
        .arena = arena_new(TICKET_ARENA_BYTES),
    };
    int status = keep_each(keep, invocation, &all, export_row, &export);

    arena_free(&export.arena);
    return status;
}

static int erase_customer(const struct invocation *invocation, struct keep *keep,
                          struct str owner)
{
    struct err err;
    int was_there = vault_erase(keep->vault, owner, &err);

    if (was_there != 1) {
        return was_there < 0 ? command_fail(invocation, "%s", err.text)
                             : command_fail(invocation,
                                            "nothing is kept of a customer of that name");
    }
    if (invocation->json) {
        printf("{\"erased\":\"%.*s\"}\n", STR_ARG(owner));
    } else {
        printf("erased: no ticket of this customer opens any more\n");
    }
    return EXIT_DONE;
}

static int customer_run(const struct invocation *invocation)
{
    struct str verb = str_from(invocation->operands[0]);
    bool is_erase = str_equal(verb, STR("erase"));
    struct arena *arena;
    struct keep keep;
    struct str owner;
    int status;

    if (!is_erase && !str_equal(verb, STR("export"))) {
        return command_misuse(invocation, "\"%s\" is no verb; expected export or erase",
                              invocation->operands[0]);
    }
    status = keep_open(&keep, invocation, !is_erase);
    if (status != EXIT_DONE) {
        return status;
    }
    arena = arena_new(1 << 16);
    owner = vault_owner(keep.vault, str_from(invocation->operands[1]), arena);
    status = is_erase ? erase_customer(invocation, &keep, owner)
                      : export_customer(invocation, &keep, owner);
    arena_free(&arena);
    keep_close(&keep);
    return status;
}

static const struct option options[] = {
    KEEP_OPTIONS,
    { NULL, NULL, NULL },
};

const struct command command_customer = {
    .name = "customer",
    .operands = "export|erase CUSTOMER",
    .summary = "tell all that is kept of a customer, or forget him",
    .description =
        "export prints every kept ticket of the customer, a JSON object a line.  erase "
        "destroys the\nkey that his tickets are sealed under: what he wrote, and what "
        "was "
        "answered, opens no more,\nin the store or in any copy of it made afterwards.  "
        "What SQL shows of the tickets stays:\nlabels and times, without a word of his.",
    .example = "usher customer export c7 --store sqlite:tickets.db",
    .options = options,
    .operands_min = 2,
    .operands_max = 2,
    .run = customer_run,
};
