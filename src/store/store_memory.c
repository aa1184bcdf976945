/* store_memory.c - tickets in memory: for tests and the simulator, and the plainest
 * statement of what a store does.
 *
 * Everything is kept in lists that are searched from end to end, but for the journal's
 * and the messages' names, which are found by a map.  A commit checks all of its changes,
 * then makes them, so it cannot fail in the middle.
 *
 * heap: a store of a name lives until its last handle is closed.
 */

#include "store/store_driver.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"
#include "base/map.h"
#include "os/mutex.h"

enum { ITEMS_MAX = 10000000, KEY_BYTES = 64 };

#define MEMORY_BYTES_MAX ((size_t)4 << 30)

/* What all handles of one name share. */
struct memory {
    struct memory *next;
    struct str name;
    size_t handle_count;
    bool has_writer;
    struct mutex mutex; /* of all below */
    struct arena *arena;
    struct map records;  /* of struct store_record, by "ticket:seq" */
    struct map messages; /* of struct store_record, by "source/name" */
    struct list effects; /* with `is_gone` ones between */
    struct list timers;
    struct list tickets;
    struct list documents; /* a revision of 0: gone */
    int64_t last_ticket;
};

struct kept_effect {
    struct store_effect effect;
    bool is_gone;
};

struct kept_timer {
    struct store_timer timer;
    bool is_gone;
};

struct memory_store {
    struct store store;
    struct memory *memory;
    bool is_reader;
};

static struct mutex registry_mutex = MUTEX_STATIC;
static struct memory *registry; /* under registry_mutex */

static struct memory *memory_of(struct store *store)
{
    return ((struct memory_store *)store)->memory;
}

static struct str record_key(struct arena *arena, int64_t ticket, int64_t seq)
{
    return str_format(arena, "%lld:%lld", (long long)ticket, (long long)seq);
}

static struct str message_key(struct arena *arena, const struct store_message *message)
{
    return str_format(arena, "%zu/%.*s/%.*s", message->source.len,
                      STR_ARG(message->source), STR_ARG(message->name));
}

/* --- checking --- */

static bool is_event(const struct store_change *change, int64_t ticket, int64_t seq)
{
    return change->record.ticket == ticket && change->record.seq == seq;
}

/* Whether an earlier change of the same commit has that event or message. */
static bool repeats(const struct store_change *changes, size_t count)
{
    const struct store_change *last = &changes[count];

    for (size_t i = 0; i < count; i++) {
        const struct store_change *other = &changes[i];
        bool is_same_message = other->message != NULL && last->message != NULL &&
                               str_equal(other->message->source, last->message->source) &&
                               str_equal(other->message->name, last->message->name);

        if (is_event(other, last->record.ticket, last->record.seq) || is_same_message) {
            return true;
        }
    }
    return false;
}

static bool has_event(struct memory *memory, int64_t ticket, int64_t seq)
{
    struct arena_mark mark = arena_mark(memory->arena);
    bool found =
        map_find(&memory->records, record_key(memory->arena, ticket, seq)) != NULL;

    arena_reset(memory->arena, mark);
    return found;
}

static bool has_message(struct memory *memory, const struct store_message *message)
{
    struct arena_mark mark = arena_mark(memory->arena);
    bool found = map_find(&memory->messages, message_key(memory->arena, message)) != NULL;

    arena_reset(memory->arena, mark);
    return found;
}

static bool is_there(struct memory *memory, const struct store_change *change)
{
    return has_event(memory, change->record.ticket, change->record.seq) ||
           (change->message != NULL && has_message(memory, change->message));
}

/* Whether the event before it is there, or comes earlier in the same commit. */
static bool follows(struct memory *memory, const struct store_change *changes,
                    size_t count)
{
    const struct store_record *last = &changes[count].record;

    for (size_t i = 0; i < count; i++) {
        if (is_event(&changes[i], last->ticket, last->seq - 1)) {
            return true;
        }
    }
    return last->seq == 1 || has_event(memory, last->ticket, last->seq - 1);
}

/* --- making --- */

static void put_effect(struct memory *memory, const struct store_record *record,
                       const struct store_effect *effect)
{
    struct kept_effect *kept = list_add(&memory->effects);

    assert(kept != NULL);
    kept->effect = *effect;
    kept->effect.ticket = record->ticket;
    kept->effect.seq = record->seq;
    kept->effect.channel = str_copy(memory->arena, effect->channel);
    kept->effect.body = str_copy(memory->arena, effect->body);
}

static struct kept_effect *find_effect(struct memory *memory,
                                       const struct store_effect *wanted)
{
    for (size_t i = 0; i < memory->effects.count; i++) {
        struct kept_effect *kept = list_at(&memory->effects, i);

        if (!kept->is_gone && kept->effect.ticket == wanted->ticket &&
            kept->effect.seq == wanted->seq && kept->effect.index == wanted->index) {
            return kept;
        }
    }
    return NULL;
}

static void put_timer(struct memory *memory, const struct store_timer *timer)
{
    struct kept_timer *kept = NULL;

    for (size_t i = 0; i < memory->timers.count; i++) {
        struct kept_timer *other = list_at(&memory->timers, i);

        if (!other->is_gone && other->timer.ticket == timer->ticket &&
            str_equal(other->timer.name, timer->name)) {
            other->is_gone = true;
        }
    }
    if (timer->due_ms == INT64_MIN) {
        return;
    }
    kept = list_add(&memory->timers);
    assert(kept != NULL);
    kept->timer = *timer;
    kept->timer.name = str_copy(memory->arena, timer->name);
}

static struct store_ticket *find_ticket(struct memory *memory, struct str id)
{
    for (size_t i = 0; i < memory->tickets.count; i++) {
        struct store_ticket *ticket = list_at(&memory->tickets, i);

        if (str_equal(ticket->id, id)) {
            return ticket;
        }
    }
    return NULL;
}

static struct store_ticket copy_ticket(const struct store_ticket *ticket,
                                       struct arena *arena)
{
    struct store_ticket copy = *ticket;

    copy.id = str_copy(arena, ticket->id);
    copy.bot = str_copy(arena, ticket->bot);
    copy.status = str_copy(arena, ticket->status);
    copy.queue = str_copy(arena, ticket->queue);
    copy.detail = str_copy(arena, ticket->detail);
    return copy;
}

/* Number, id, bot and time of creation are those of its first change. */
static void put_ticket(struct memory *memory, const struct store_ticket *ticket)
{
    struct store_ticket *kept = find_ticket(memory, ticket->id);
    struct store_ticket first;

    if (kept == NULL) {
        kept = list_add(&memory->tickets);
        assert(kept != NULL);
        *kept = copy_ticket(ticket, memory->arena);
        return;
    }
    first = *kept;
    *kept = copy_ticket(ticket, memory->arena);
    kept->number = first.number;
    kept->bot = first.bot;
    kept->created_ms = first.created_ms;
}

static void put_change(struct memory *memory, const struct store_change *change)
{
    struct store_record *record = arena_alloc(memory->arena, sizeof *record);

    *record = change->record;
    record->body = str_copy(memory->arena, change->record.body);
    (void)map_put(&memory->records,
                  record_key(memory->arena, record->ticket, record->seq), record);
    if (change->message != NULL) {
        (void)map_put(&memory->messages, message_key(memory->arena, change->message),
                      record);
    }
    for (size_t i = 0; i < change->effect_count; i++) {
        put_effect(memory, record, &change->effects[i]);
    }
    for (size_t i = 0; i < change->done_count; i++) {
        struct kept_effect *kept = find_effect(memory, &change->done[i]);

        if (kept != NULL) {
            kept->is_gone = true;
        }
    }
    for (size_t i = 0; i < change->timer_count; i++) {
        put_timer(memory, &change->timers[i]);
    }
    if (change->ticket != NULL) {
        put_ticket(memory, change->ticket);
    }
    if (record->ticket > memory->last_ticket) {
        memory->last_ticket = record->ticket;
    }
}

static int memory_commit(struct store *store, const struct store_change *changes,
                         size_t count, struct err *err)
{
    struct memory *memory = memory_of(store);
    bool is_refused = false;

    if (((struct memory_store *)store)->is_reader) {
        return err_set(err, ERR_DENIED, "this handle only reads");
    }
    mutex_lock(&memory->mutex);
    for (size_t i = 0; i < count && !is_refused; i++) {
        is_refused = is_there(memory, &changes[i]) || repeats(changes, i) ||
                     !follows(memory, changes, i);
    }
    for (size_t i = 0; i < count && !is_refused; i++) {
        put_change(memory, &changes[i]);
    }
    mutex_unlock(&memory->mutex);
    return is_refused ? err_set(err, ERR_CONFLICT,
                                "an event or message of the commit is there already, or "
                                "the event before one is not")
                      : 0;
}

static int memory_put_off(struct store *store, const struct store_effect *effects,
                          size_t count, struct err *err)
{
    struct memory *memory = memory_of(store);

    if (((struct memory_store *)store)->is_reader) {
        return err_set(err, ERR_DENIED, "this handle only reads");
    }
    mutex_lock(&memory->mutex);
    for (size_t i = 0; i < count; i++) {
        struct kept_effect *kept = find_effect(memory, &effects[i]);

        if (kept != NULL) {
            kept->effect.state = effects[i].state;
            kept->effect.attempt_count = effects[i].attempt_count;
            kept->effect.due_ms = effects[i].due_ms;
        }
    }
    mutex_unlock(&memory->mutex);
    return 0;
}

/* --- reading --- */

static int memory_last_ticket(struct store *store, int64_t *number_out, struct err *err)
{
    struct memory *memory = memory_of(store);

    (void)err;
    mutex_lock(&memory->mutex);
    *number_out = memory->last_ticket;
    mutex_unlock(&memory->mutex);
    return 0;
}

static int memory_read_journal(struct store *store, int64_t ticket, int64_t after_seq,
                               struct arena *arena, struct store_records *records_out,
                               struct err *err)
{
    struct memory *memory = memory_of(store);
    struct list records;

    (void)err;
    list_init(&records, arena, sizeof(struct store_record), STORE_LIST_MAX);
    mutex_lock(&memory->mutex);
    while (records.count < STORE_LIST_MAX) {
        char text[KEY_BYTES];
        int len = snprintf(text, sizeof text, "%lld:%lld", (long long)ticket,
                           (long long)++after_seq);
        const struct store_record *kept =
            map_find(&memory->records, (struct str){ text, (size_t)len });
        struct store_record *record;

        if (kept == NULL) {
            break;
        }
        record = list_add(&records);
        *record = *kept;
        record->body = str_copy(arena, kept->body);
    }
    mutex_unlock(&memory->mutex);
    *records_out = (struct store_records){ records.items, records.count };
    return 0;
}

static int memory_find_message(struct store *store, const struct store_message *message,
                               int64_t *ticket_out, int64_t *seq_out, struct err *err)
{
    struct memory *memory = memory_of(store);
    const struct store_record *record;
    struct arena_mark mark;

    (void)err;
    mutex_lock(&memory->mutex);
    mark = arena_mark(memory->arena);
    record = map_find(&memory->messages, message_key(memory->arena, message));
    arena_reset(memory->arena, mark);
    mutex_unlock(&memory->mutex);
    if (record == NULL) {
        return 0;
    }
    *ticket_out = record->ticket;
    *seq_out = record->seq;
    return 1;
}

static int memory_find_ticket(struct store *store, struct str id, struct arena *arena,
                              struct store_ticket *ticket_out, struct err *err)
{
    struct memory *memory = memory_of(store);
    const struct store_ticket *ticket;

    (void)err;
    mutex_lock(&memory->mutex);
    ticket = find_ticket(memory, id);
    if (ticket != NULL) {
        *ticket_out = copy_ticket(ticket, arena);
    }
    mutex_unlock(&memory->mutex);
    return ticket != NULL;
}

static bool is_wanted(const struct store_ticket *ticket,
                      const struct store_filter *filter, int64_t before)
{
    return ticket->number < before &&
           (filter->bot.len == 0 || str_equal(filter->bot, ticket->bot)) &&
           (filter->status.len == 0 || str_equal(filter->status, ticket->status)) &&
           (filter->queue.len == 0 || str_equal(filter->queue, ticket->queue)) &&
           (filter->is_open == NULL || *filter->is_open == ticket->is_open);
}

static int newest_first(const void *a, const void *b)
{
    int64_t first = ((const struct store_ticket *)a)->number;
    int64_t second = ((const struct store_ticket *)b)->number;

    return (first < second) - (first > second);
}

static int memory_list_tickets(struct store *store, const struct store_filter *filter,
                               int64_t before, size_t limit, struct arena *arena,
                               struct store_tickets *tickets_out, struct err *err)
{
    struct memory *memory = memory_of(store);
    struct list found;

    (void)err;
    list_init(&found, arena, sizeof(struct store_ticket), ITEMS_MAX);
    mutex_lock(&memory->mutex);
    for (size_t i = 0; i < memory->tickets.count; i++) {
        const struct store_ticket *ticket = list_at(&memory->tickets, i);

        if (is_wanted(ticket, filter, before)) {
            *(struct store_ticket *)list_add(&found) = copy_ticket(ticket, arena);
        }
    }
    mutex_unlock(&memory->mutex);
    if (found.count != 0) {
        qsort(found.items, found.count, sizeof(struct store_ticket), newest_first);
    }
    *tickets_out =
        (struct store_tickets){ found.items, found.count < limit ? found.count : limit };
    return 0;
}

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int effect_order(const void *a, const void *b)
{
    const struct store_effect *first = a;
    const struct store_effect *second = b;
    int order = compare(first->due_ms, second->due_ms);

    order = order != 0 ? order : compare(first->ticket, second->ticket);
    order = order != 0 ? order : compare(first->seq, second->seq);
    return order != 0 ? order : compare(first->index, second->index);
}

static int memory_list_effects(struct store *store, enum store_effect_state state,
                               int64_t until_ms, size_t limit, struct arena *arena,
                               struct store_effects *effects_out, struct err *err)
{
    struct memory *memory = memory_of(store);
    struct list found;

    (void)err;
    list_init(&found, arena, sizeof(struct store_effect), ITEMS_MAX);
    mutex_lock(&memory->mutex);
    for (size_t i = 0; i < memory->effects.count; i++) {
        const struct kept_effect *kept = list_at(&memory->effects, i);

        if (!kept->is_gone && kept->effect.state == state &&
            kept->effect.due_ms <= until_ms) {
            struct store_effect *effect = list_add(&found);

            *effect = kept->effect;
            effect->channel = str_copy(arena, kept->effect.channel);
            effect->body = str_copy(arena, kept->effect.body);
        }
    }
    mutex_unlock(&memory->mutex);
    if (found.count != 0) {
        qsort(found.items, found.count, sizeof(struct store_effect), effect_order);
    }
    *effects_out =
        (struct store_effects){ found.items, found.count < limit ? found.count : limit };
    return 0;
}

static int timer_order(const void *a, const void *b)
{
    const struct store_timer *first = a;
    const struct store_timer *second = b;
    int order = compare(first->due_ms, second->due_ms);

    order = order != 0 ? order : compare(first->ticket, second->ticket);
    return order != 0 ? order : str_compare(first->name, second->name);
}

static int memory_list_timers(struct store *store, int64_t until_ms, size_t limit,
                              struct arena *arena, struct store_timers *timers_out,
                              struct err *err)
{
    struct memory *memory = memory_of(store);
    struct list found;

    (void)err;
    list_init(&found, arena, sizeof(struct store_timer), ITEMS_MAX);
    mutex_lock(&memory->mutex);
    for (size_t i = 0; i < memory->timers.count; i++) {
        const struct kept_timer *kept = list_at(&memory->timers, i);

        if (!kept->is_gone && kept->timer.due_ms <= until_ms) {
            struct store_timer *timer = list_add(&found);

            *timer = kept->timer;
            timer->name = str_copy(arena, kept->timer.name);
        }
    }
    mutex_unlock(&memory->mutex);
    if (found.count != 0) {
        qsort(found.items, found.count, sizeof(struct store_timer), timer_order);
    }
    *timers_out =
        (struct store_timers){ found.items, found.count < limit ? found.count : limit };
    return 0;
}

/* --- documents --- */

static struct store_document *find_document(struct memory *memory, struct str collection,
                                            struct str name)
{
    for (size_t i = 0; i < memory->documents.count; i++) {
        struct store_document *document = list_at(&memory->documents, i);

        if (str_equal(document->collection, collection) &&
            str_equal(document->name, name)) {
            return document;
        }
    }
    return NULL;
}

static struct store_document copy_document(const struct store_document *document,
                                           struct arena *arena)
{
    return (struct store_document){ .collection = str_copy(arena, document->collection),
                                    .name = str_copy(arena, document->name),
                                    .revision = document->revision,
                                    .body = str_copy(arena, document->body) };
}

static int memory_put_document(struct store *store, const struct store_document *document,
                               struct err *err)
{
    struct memory *memory = memory_of(store);
    struct store_document *kept;
    bool is_refused;

    if (((struct memory_store *)store)->is_reader) {
        return err_set(err, ERR_DENIED, "this handle only reads");
    }
    mutex_lock(&memory->mutex);
    kept = find_document(memory, document->collection, document->name);
    is_refused = (kept == NULL ? 0 : kept->revision) != document->revision - 1;
    if (!is_refused) {
        kept = kept == NULL ? list_add(&memory->documents) : kept;
        assert(kept != NULL);
        *kept = copy_document(document, memory->arena);
    }
    mutex_unlock(&memory->mutex);
    return is_refused ? err_set(err, ERR_CONFLICT, "somebody else changed the document")
                      : 0;
}

static int memory_find_document(struct store *store, struct str collection,
                                struct str name, struct arena *arena,
                                struct store_document *document_out, struct err *err)
{
    struct memory *memory = memory_of(store);
    const struct store_document *kept;
    bool is_there;

    (void)err;
    mutex_lock(&memory->mutex);
    kept = find_document(memory, collection, name);
    is_there = kept != NULL && kept->revision != 0;
    if (is_there) {
        *document_out = copy_document(kept, arena);
    }
    mutex_unlock(&memory->mutex);
    return is_there;
}

static int document_order(const void *a, const void *b)
{
    return str_compare(((const struct store_document *)a)->name,
                       ((const struct store_document *)b)->name);
}

static int memory_list_documents(struct store *store, struct str collection,
                                 struct str after_name, size_t limit, struct arena *arena,
                                 struct store_documents *documents_out, struct err *err)
{
    struct memory *memory = memory_of(store);
    struct list found;

    (void)err;
    list_init(&found, arena, sizeof(struct store_document), ITEMS_MAX);
    mutex_lock(&memory->mutex);
    for (size_t i = 0; i < memory->documents.count; i++) {
        const struct store_document *kept = list_at(&memory->documents, i);

        if (kept->revision != 0 && str_equal(kept->collection, collection) &&
            str_compare(kept->name, after_name) > 0) {
            *(struct store_document *)list_add(&found) = copy_document(kept, arena);
        }
    }
    mutex_unlock(&memory->mutex);
    if (found.count != 0) {
        qsort(found.items, found.count, sizeof(struct store_document), document_order);
    }
    *documents_out =
        (struct store_documents){ found.items,
                                  found.count < limit ? found.count : limit };
    return 0;
}

/* The bytes too: an arena gives nothing back. */
static int memory_erase_document(struct store *store, struct str collection,
                                 struct str name, struct err *err)
{
    struct memory *memory = memory_of(store);
    struct store_document *kept;
    bool was_there;

    if (((struct memory_store *)store)->is_reader) {
        return err_set(err, ERR_DENIED, "this handle only reads");
    }
    mutex_lock(&memory->mutex);
    kept = find_document(memory, collection, name);
    was_there = kept != NULL && kept->revision != 0;
    if (was_there) {
        explicit_bzero((void *)(uintptr_t)kept->body.at, kept->body.len);
        kept->body = STR("");
        kept->revision = 0;
    }
    mutex_unlock(&memory->mutex);
    return was_there;
}

/* --- handles --- */

static struct memory *new_memory(const char *name)
{
    struct memory *memory = calloc(1, sizeof *memory);

    assert(memory != NULL);
    memory->arena = arena_new(MEMORY_BYTES_MAX);
    memory->name = str_copy(memory->arena, str_from(name));
    mutex_init(&memory->mutex);
    map_init(&memory->records, memory->arena);
    map_init(&memory->messages, memory->arena);
    list_init(&memory->effects, memory->arena, sizeof(struct kept_effect), ITEMS_MAX);
    list_init(&memory->timers, memory->arena, sizeof(struct kept_timer), ITEMS_MAX);
    list_init(&memory->documents, memory->arena, sizeof(struct store_document),
              ITEMS_MAX);
    list_init(&memory->tickets, memory->arena, sizeof(struct store_ticket), ITEMS_MAX);
    memory->next = registry;
    registry = memory;
    return memory;
}

static void free_memory(struct memory *memory)
{
    struct memory **place = &registry;

    while (*place != memory) {
        place = &(*place)->next;
    }
    *place = memory->next;
    mutex_fini(&memory->mutex);
    arena_free(&memory->arena);
    free(memory);
}

static void memory_close(struct store *store)
{
    struct memory_store *handle = (struct memory_store *)store;

    mutex_lock(&registry_mutex);
    handle->memory->has_writer &= handle->is_reader;
    if (--handle->memory->handle_count == 0) {
        free_memory(handle->memory);
    }
    mutex_unlock(&registry_mutex);
    free(handle);
}

static const struct store_ops memory_ops = {
    .commit = memory_commit,
    .put_off = memory_put_off,
    .last_ticket = memory_last_ticket,
    .read_journal = memory_read_journal,
    .find_message = memory_find_message,
    .find_ticket = memory_find_ticket,
    .list_tickets = memory_list_tickets,
    .list_effects = memory_list_effects,
    .list_timers = memory_list_timers,
    .put_document = memory_put_document,
    .find_document = memory_find_document,
    .list_documents = memory_list_documents,
    .erase_document = memory_erase_document,
    .close = memory_close,
};

static struct memory *find_memory(const char *name)
{
    struct memory *memory = registry;

    while (memory != NULL && !str_equal(memory->name, str_from(name))) {
        memory = memory->next;
    }
    return memory;
}

static int memory_open(struct store **store_out, const char *rest, bool is_reader,
                       struct err *err)
{
    struct memory_store *handle;
    struct memory *memory;

    mutex_lock(&registry_mutex);
    memory = find_memory(rest);
    if ((memory == NULL && is_reader) ||
        (memory != NULL && !is_reader && memory->has_writer)) {
        mutex_unlock(&registry_mutex);
        return is_reader ? err_set(err, ERR_NOT_FOUND, "there is no store %s", rest)
                         : err_set(err, ERR_CONFLICT, "somebody writes to %s", rest);
    }
    memory = memory == NULL ? new_memory(rest) : memory;
    memory->handle_count++;
    memory->has_writer |= !is_reader;
    mutex_unlock(&registry_mutex);
    handle = calloc(1, sizeof *handle);
    assert(handle != NULL);
    handle->store.ops = &memory_ops;
    handle->memory = memory;
    handle->is_reader = is_reader;
    *store_out = &handle->store;
    return 0;
}

const struct store_driver store_driver_memory = { "memory", memory_open };
