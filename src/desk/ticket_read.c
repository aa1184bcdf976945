/* ticket_read.c - from a store to a ticket, and one decision beside another. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "desk/ticket.h"
#include "flow/journal.h"
#include "vault/vault.h"

static struct str text_in(const struct json *object, struct str key)
{
    const struct json *value = object == NULL ? NULL : json_find(object, key);

    return value != NULL && value->kind == JSON_STRING ? value->text : STR("");
}

struct str ticket_owner(const struct store_ticket *row, struct arena *arena)
{
    const struct json *detail;
    struct err err;

    if (json_parse(&detail, arena, row->detail, JSON_LIMITS_DEFAULT, NULL, &err) != 0) {
        return STR("");
    }
    return text_in(detail, STR("owner"));
}

static int corrupt(const struct store_ticket *row, const char *what, struct err *err)
{
    return err_set(err, ERR_CORRUPT, "%.*s: %s", STR_ARG(row->id), what);
}

/* Every record, its body opened. */
static int read_records(struct ticket *ticket, struct store *store, struct vault *vault,
                        struct arena *arena, struct err *err)
{
    struct str owner = ticket_owner(&ticket->row, arena);
    struct store_records kept;
    struct journal_record *records;

    if (owner.len != VAULT_OWNER_LEN) {
        return corrupt(&ticket->row, "its owner is not known", err);
    }
    if (store_read_journal(store, ticket->row.number, 0, arena, &kept, err) != 0) {
        return -1;
    }
    records = arena_array(arena, kept.count + 1, sizeof *records);
    for (size_t i = 0; i < kept.count; i++) {
        const struct store_record *record = &kept.items[i];

        records[i] = (struct journal_record){ .seq = record->seq,
                                              .at_ms = record->at_ms,
                                              .kind = record->kind,
                                              .format = record->format };
        if (vault_unseal(vault, owner, ticket_spot(record->ticket, record->seq, arena),
                         record->body, arena, &records[i].body, err) != 0) {
            return err_wrap(err, "%.*s", STR_ARG(ticket->row.id));
        }
    }
    ticket->records = records;
    ticket->record_count = kept.count;
    return 0;
}

static int read_first(struct ticket *ticket, struct arena *arena, struct err *err)
{
    const struct json *message;
    const struct json *more;
    struct event event;

    if (journal_read(&event, &more, &ticket->records[0], arena, err) != 0) {
        return err_wrap(err, "%.*s", STR_ARG(ticket->row.id));
    }
    message = more == NULL ? NULL : json_find(more, STR("message"));
    ticket->release = text_in(more, STR("release"));
    ticket->request = (struct turn_request){
        .text = text_in(message, STR("text")),
        .id = text_in(message, STR("id")),
        .customer = text_in(message, STR("customer")),
        .language = text_in(message, STR("lang")),
        .channel = text_in(message, STR("channel")),
        .attributes = event.facts == NULL ? NULL : event.facts->customer,
        .attribute_count = event.facts == NULL ? 0 : event.facts->customer_count,
        .at_ms = event.at_ms,
    };
    return ticket->request.text.len != 0
               ? 0
               : corrupt(&ticket->row, "its first event has no message", err);
}

static int read_last(struct ticket *ticket, struct arena *arena, struct err *err)
{
    const struct journal_record *last = &ticket->records[ticket->record_count - 1];
    const struct json *more;
    struct event event;

    if (journal_read(&event, &more, last, arena, err) != 0) {
        return err_wrap(err, "%.*s", STR_ARG(ticket->row.id));
    }
    ticket->decision = more == NULL ? NULL : json_find(more, STR("decision"));
    return ticket->decision != NULL
               ? 0
               : corrupt(&ticket->row, "its last event has no decision", err);
}

int ticket_read(struct ticket *ticket_out, struct store *store, struct vault *vault,
                struct str id, struct arena *arena, struct err *err)
{
    struct ticket ticket = { .record_count = 0 };
    int found = store_find_ticket(store, id, arena, &ticket.row, err);

    if (found != 1) {
        return found;
    }
    if (read_records(&ticket, store, vault, arena, err) != 0) {
        return -1;
    }
    if (ticket.record_count == 0) {
        return corrupt(&ticket.row, "it has no events", err);
    }
    if (read_first(&ticket, arena, err) != 0 || read_last(&ticket, arena, err) != 0) {
        return -1;
    }
    *ticket_out = ticket;
    return 1;
}

/* --- one decision beside another --- */

static struct str at_path(const struct json *decision, struct str path)
{
    struct str part;

    while (decision != NULL && str_split_next(&path, '.', &part)) {
        decision = json_find(decision, part);
    }
    return decision != NULL && decision->kind == JSON_STRING ? decision->text
                                                             : STR("none");
}

size_t ticket_compare(const struct json *before, const struct json *after,
                      struct buf *lines)
{
    static const char *const paths[] = {
        "action", "reason", "intent.label", "queue", "language", "draft.sha256",
    };
    size_t count = 0;

    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        struct str path = str_from(paths[i]);
        struct str was = at_path(before, path);
        struct str is = at_path(after, path);

        if (!str_equal(was, is)) {
            count++;
            buf_addf(lines, "%s: %.*s -> %.*s\n", paths[i],
                     STR_ARG(str_slice(was, 0, 80)), STR_ARG(str_slice(is, 0, 80)));
        }
    }
    return count;
}
