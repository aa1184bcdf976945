/* store.c - finds the driver, checks what callers pass. */

#include "store/store.h"

#include <assert.h>
#include <string.h>

#include "base/err.h"
#include "store/store_driver.h"

static const struct store_driver *const drivers[] = {
    &store_driver_sqlite,
    &store_driver_memory,
};

static int open_handle(struct store **store_out, const char *url, bool is_reader,
                       struct err *err)
{
    const char *colon = strchr(url, ':');

    for (size_t i = 0; i < COUNT_OF(drivers) && colon != NULL; i++) {
        size_t len = strlen(drivers[i]->name);

        if ((size_t)(colon - url) == len && memcmp(url, drivers[i]->name, len) == 0) {
            return drivers[i]->open(store_out, colon + 1, is_reader, err);
        }
    }
    return err_set(err, ERR_CONFIG, "\"%.80s\" is no store; expected sqlite:FILE", url);
}

int store_open(struct store **store_out, const char *url, struct err *err)
{
    return open_handle(store_out, url, false, err);
}

int store_open_reader(struct store **store_out, const char *url, struct err *err)
{
    return open_handle(store_out, url, true, err);
}

void store_close(struct store **store)
{
    if (*store != NULL) {
        (*store)->ops->close(*store);
        *store = NULL;
    }
}

static int check_name(struct str name, const char *what, struct err *err)
{
    return name.len <= STORE_NAME_LEN_MAX
               ? 0
               : err_set(err, ERR_LIMIT, "%s has %zu bytes; at most %d are kept", what,
                         name.len, STORE_NAME_LEN_MAX);
}

static int check_body(struct str body, const char *what, struct err *err)
{
    return body.len <= STORE_BODY_BYTES_MAX
               ? 0
               : err_set(err, ERR_LIMIT, "%s has %zu bytes; at most %d are kept", what,
                         body.len, STORE_BODY_BYTES_MAX);
}

static int check_ticket(const struct store_ticket *ticket, struct err *err)
{
    return check_name(ticket->id, "the ticket's id", err) != 0 ||
                   check_name(ticket->bot, "the bot's name", err) != 0 ||
                   check_name(ticket->status, "the status", err) != 0 ||
                   check_name(ticket->queue, "the queue's name", err) != 0 ||
                   check_body(ticket->detail, "the ticket's detail", err) != 0
               ? -1
               : 0;
}

static int check_change(const struct store_change *change, struct err *err)
{
    assert(change->record.ticket > 0 && change->record.seq > 0);
    assert(change->effect_count <= STORE_EFFECTS_MAX);
    if (check_body(change->record.body, "the record", err) != 0) {
        return -1;
    }
    if (change->message != NULL &&
        (check_name(change->message->source, "the message's source", err) != 0 ||
         check_name(change->message->name, "the message's name", err) != 0)) {
        return -1;
    }
    for (size_t i = 0; i < change->effect_count; i++) {
        if (check_name(change->effects[i].channel, "the channel's name", err) != 0 ||
            check_body(change->effects[i].body, "the effect", err) != 0) {
            return -1;
        }
    }
    for (size_t i = 0; i < change->timer_count; i++) {
        if (check_name(change->timers[i].name, "the timer's name", err) != 0) {
            return -1;
        }
    }
    return change->ticket == NULL ? 0 : check_ticket(change->ticket, err);
}

int store_commit(struct store *store, const struct store_change *changes, size_t count,
                 struct err *err)
{
    assert(count <= STORE_COMMIT_CHANGES_MAX);
    for (size_t i = 0; i < count; i++) {
        if (check_change(&changes[i], err) != 0) {
            return -1;
        }
    }
    return count == 0 ? 0 : store->ops->commit(store, changes, count, err);
}

int store_put_off(struct store *store, const struct store_effect *effects, size_t count,
                  struct err *err)
{
    return count == 0 ? 0 : store->ops->put_off(store, effects, count, err);
}

int store_last_ticket(struct store *store, int64_t *number_out, struct err *err)
{
    return store->ops->last_ticket(store, number_out, err);
}

int store_read_journal(struct store *store, int64_t ticket, int64_t after_seq,
                       struct arena *arena, struct store_records *records_out,
                       struct err *err)
{
    return store->ops->read_journal(store, ticket, after_seq, arena, records_out, err);
}

int store_find_message(struct store *store, const struct store_message *message,
                       int64_t *ticket_out, int64_t *seq_out, struct err *err)
{
    return store->ops->find_message(store, message, ticket_out, seq_out, err);
}

int store_find_ticket(struct store *store, struct str id, struct arena *arena,
                      struct store_ticket *ticket_out, struct err *err)
{
    return store->ops->find_ticket(store, id, arena, ticket_out, err);
}

int store_list_tickets(struct store *store, const struct store_filter *filter,
                       int64_t before, size_t limit, struct arena *arena,
                       struct store_tickets *tickets_out, struct err *err)
{
    assert(limit <= STORE_LIST_MAX);
    return store->ops->list_tickets(store, filter, before, limit, arena, tickets_out,
                                    err);
}

int store_list_effects(struct store *store, enum store_effect_state state,
                       int64_t until_ms, size_t limit, struct arena *arena,
                       struct store_effects *effects_out, struct err *err)
{
    assert(limit <= STORE_LIST_MAX);
    return store->ops->list_effects(store, state, until_ms, limit, arena, effects_out,
                                    err);
}

int store_list_timers(struct store *store, int64_t until_ms, size_t limit,
                      struct arena *arena, struct store_timers *timers_out,
                      struct err *err)
{
    assert(limit <= STORE_LIST_MAX);
    return store->ops->list_timers(store, until_ms, limit, arena, timers_out, err);
}

int store_put_document(struct store *store, const struct store_document *document,
                       struct err *err)
{
    assert(document->revision > 0);
    if (check_name(document->collection, "the collection's name", err) != 0 ||
        check_name(document->name, "the document's name", err) != 0 ||
        check_body(document->body, "the document", err) != 0) {
        return -1;
    }
    return store->ops->put_document(store, document, err);
}

int store_find_document(struct store *store, struct str collection, struct str name,
                        struct arena *arena, struct store_document *document_out,
                        struct err *err)
{
    return store->ops->find_document(store, collection, name, arena, document_out, err);
}

int store_list_documents(struct store *store, struct str collection,
                         struct str after_name, size_t limit, struct arena *arena,
                         struct store_documents *documents_out, struct err *err)
{
    assert(limit <= STORE_LIST_MAX);
    return store->ops->list_documents(store, collection, after_name, limit, arena,
                                      documents_out, err);
}

int store_erase_document(struct store *store, struct str collection, struct str name,
                         struct err *err)
{
    return store->ops->erase_document(store, collection, name, err);
}

int store_maintain(struct store *store, struct err *err)
{
    return store->ops->maintain == NULL ? 0 : store->ops->maintain(store, err);
}
