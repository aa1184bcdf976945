/* ticket.h - a ticket: a message, what was decided about it, and how a store keeps both.
 *
 * What is kept is the journal of the run: each event with the facts of its moment
 * (flow/journal.h), the first one with the message, the last one with the decision as it
 * was told.  Bodies are sealed under the customer's key, or, of a customer who is not
 * known, under a key of the ticket's own; the row that people see by SQL names the owner
 * (vault/vault.h) and holds nothing that a customer wrote.
 *
 *     more of the first event: {"message": {"text", "id", "customer"?, "lang"?,
 *         "channel"}, "release", "workflow"}
 *     more of the last event:  {"decision": {...}}   CONTRACT.md, "One decision"
 *
 * A run of one event has both in it.
 *
 * Attributes of a customer are facts, and kept with each event.
 *
 * Thread: as the store and the vault it is given.
 * Memory: in the given arena.
 */
#ifndef DESK_TICKET_H
#define DESK_TICKET_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "bot/turn.h"
#include "flow/record.h"
#include "store/store.h"

struct arena;
struct buf;
struct err;
struct json;  /* base/json.h */
struct vault; /* vault/vault.h */

/* Where a new ticket goes. */
struct ticket_place {
    int64_t number;
    struct str id; /* "tk_..." */
};

struct ticket_changes {
    const struct store_change *items;
    size_t count;
};

/* Decide the message and say what is to be committed.  As turn_decide(), and as
 * vault_seal().  request->on_event is ours. */
int ticket_decide(struct ticket_changes *changes_out, struct decision *decision_out,
                  struct turn_worker *worker, const struct turn_request *request,
                  const struct ticket_place *place, struct vault *vault,
                  struct arena *arena, struct err *err) MUST_USE;

/* A ticket as it was kept. */
struct ticket {
    struct store_ticket row;
    const struct journal_record *records; /* opened */
    size_t record_count;
    struct turn_request request; /* as it was decided, but for what only a turn has */
    const struct json *decision; /* as it was told */
    struct str release;          /* that decided */
};

/* What the body of an event is bound to: "17:3". */
struct str ticket_spot(int64_t number, int64_t seq, struct arena *arena);

/* 1, 0 where there is no ticket of that id, or -1: as store_read_journal() and
 * vault_unseal(). */
int ticket_read(struct ticket *ticket_out, struct store *store, struct vault *vault,
                struct str id, struct arena *arena, struct err *err) MUST_USE;

/* Whose a kept ticket is (vault/vault.h), or an empty text. */
struct str ticket_owner(const struct store_ticket *row, struct arena *arena);

/* Append what another decision about the same message says otherwise, a line each
 * ("action: queue -> review"); how many. */
size_t ticket_compare(const struct json *before, const struct json *after,
                      struct buf *lines);

#endif
