/* store_sqlite_read.c - rows into structs. */

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"
#include "store/store_sqlite.h"

struct str sqlite_copy_column(sqlite3_stmt *statement, int column, struct arena *arena)
{
    const char *at = sqlite3_column_blob(statement, column);
    size_t len = (size_t)sqlite3_column_bytes(statement, column);

    return len == 0 ? STR("") : str_copy(arena, (struct str){ at, len });
}

int sqlite_next_row(struct sqlite_store *sqlite, sqlite3_stmt *statement, struct err *err)
{
    int code = sqlite3_step(statement);

    if (code == SQLITE_ROW) {
        return 1;
    }
    if (code != SQLITE_DONE) {
        (void)sqlite_fail(sqlite, err);
    }
    (void)sqlite3_reset(statement);
    return code == SQLITE_DONE ? 0 : -1;
}

int sqlite_last_ticket(struct store *store, int64_t *number_out, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_LAST_TICKET, err);

    if (statement == NULL || sqlite_next_row(sqlite, statement, err) != 1) {
        return -1;
    }
    *number_out = sqlite3_column_int64(statement, 0);
    (void)sqlite3_reset(statement);
    return 0;
}

static int take_record(struct list *records, sqlite3_stmt *statement, int64_t ticket,
                       int64_t after_seq, struct arena *arena, struct err *err)
{
    int64_t wanted_seq = after_seq + (int64_t)records->count + 1;
    struct store_record *record = list_add(records);

    *record = (struct store_record){
        .ticket = ticket,
        .seq = sqlite3_column_int64(statement, 0),
        .at_ms = sqlite3_column_int64(statement, 1),
        .kind = (uint16_t)sqlite3_column_int(statement, 2),
        .format = (uint16_t)sqlite3_column_int(statement, 3),
        .body = sqlite_copy_column(statement, 5, arena),
    };
    if (record->seq != wanted_seq) {
        return err_set(err, ERR_CORRUPT, "record %lld of ticket %lld is missing",
                       (long long)wanted_seq, (long long)ticket);
    }
    if (sqlite_checksum(record) != sqlite3_column_int64(statement, 4)) {
        return err_set(err, ERR_CORRUPT,
                       "record %lld of ticket %lld is not what was written",
                       (long long)record->seq, (long long)ticket);
    }
    return 0;
}

int sqlite_read_journal(struct store *store, int64_t ticket, int64_t after_seq,
                        struct arena *arena, struct store_records *records_out,
                        struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_READ_JOURNAL, err);
    struct list records;
    int found;

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, ticket);
    (void)sqlite3_bind_int64(statement, 2, after_seq);
    (void)sqlite3_bind_int(statement, 3, STORE_LIST_MAX);
    list_init(&records, arena, sizeof(struct store_record), STORE_LIST_MAX);
    while ((found = sqlite_next_row(sqlite, statement, err)) == 1) {
        if (take_record(&records, statement, ticket, after_seq, arena, err) != 0) {
            (void)sqlite3_reset(statement);
            return -1;
        }
    }
    *records_out = (struct store_records){ records.items, records.count };
    return found;
}

int sqlite_find_message(struct store *store, const struct store_message *message,
                        int64_t *ticket_out, int64_t *seq_out, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_FIND_MESSAGE, err);
    int found;

    if (statement == NULL) {
        return -1;
    }
    sqlite_bind_str(statement, 1, message->source);
    sqlite_bind_str(statement, 2, message->name);
    found = sqlite_next_row(sqlite, statement, err);
    if (found == 1) {
        *ticket_out = sqlite3_column_int64(statement, 0);
        *seq_out = sqlite3_column_int64(statement, 1);
        (void)sqlite3_reset(statement);
    }
    return found;
}

static struct store_ticket ticket_of(sqlite3_stmt *statement, struct arena *arena)
{
    return (struct store_ticket){
        .number = sqlite3_column_int64(statement, 0),
        .id = sqlite_copy_column(statement, 1, arena),
        .bot = sqlite_copy_column(statement, 2, arena),
        .status = sqlite_copy_column(statement, 3, arena),
        .queue = sqlite_copy_column(statement, 4, arena),
        .priority = sqlite3_column_int64(statement, 5),
        .human_in_the_loop = sqlite3_column_int(statement, 6) != 0,
        .is_open = sqlite3_column_int(statement, 7) != 0,
        .created_ms = sqlite3_column_int64(statement, 8),
        .updated_ms = sqlite3_column_int64(statement, 9),
        .seq = sqlite3_column_int64(statement, 10),
        .detail = sqlite_copy_column(statement, 11, arena),
    };
}

int sqlite_find_ticket(struct store *store, struct str id, struct arena *arena,
                       struct store_ticket *ticket_out, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_FIND_TICKET, err);
    int found;

    if (statement == NULL) {
        return -1;
    }
    sqlite_bind_str(statement, 1, id);
    found = sqlite_next_row(sqlite, statement, err);
    if (found == 1) {
        *ticket_out = ticket_of(statement, arena);
        (void)sqlite3_reset(statement);
    }
    return found;
}

static void bind_if(sqlite3_stmt *statement, int place, struct str text)
{
    if (text.len != 0) { /* else it stays NULL, and any will do */
        sqlite_bind_str(statement, place, text);
    }
}

int sqlite_list_tickets(struct store *store, const struct store_filter *filter,
                        int64_t before, size_t limit, struct arena *arena,
                        struct store_tickets *tickets_out, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_LIST_TICKETS, err);
    struct list tickets;
    int found;

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, before);
    bind_if(statement, 2, filter->bot);
    bind_if(statement, 3, filter->status);
    bind_if(statement, 4, filter->queue);
    if (filter->is_open != NULL) {
        (void)sqlite3_bind_int(statement, 5, *filter->is_open);
    }
    (void)sqlite3_bind_int64(statement, 6, (int64_t)limit);
    list_init(&tickets, arena, sizeof(struct store_ticket), STORE_LIST_MAX);
    while ((found = sqlite_next_row(sqlite, statement, err)) == 1) {
        *(struct store_ticket *)list_add(&tickets) = ticket_of(statement, arena);
    }
    *tickets_out = (struct store_tickets){ tickets.items, tickets.count };
    return found;
}

int sqlite_list_effects(struct store *store, enum store_effect_state state,
                        int64_t until_ms, size_t limit, struct arena *arena,
                        struct store_effects *effects_out, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_LIST_EFFECTS, err);
    struct list effects;
    int found;

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int(statement, 1, (int)state);
    (void)sqlite3_bind_int64(statement, 2, until_ms);
    (void)sqlite3_bind_int64(statement, 3, (int64_t)limit);
    list_init(&effects, arena, sizeof(struct store_effect), STORE_LIST_MAX);
    while ((found = sqlite_next_row(sqlite, statement, err)) == 1) {
        *(struct store_effect *)list_add(&effects) = (struct store_effect){
            .ticket = sqlite3_column_int64(statement, 0),
            .seq = sqlite3_column_int64(statement, 1),
            .index = sqlite3_column_int64(statement, 2),
            .channel = sqlite_copy_column(statement, 3, arena),
            .state = state,
            .attempt_count = sqlite3_column_int64(statement, 4),
            .due_ms = sqlite3_column_int64(statement, 5),
            .body = sqlite_copy_column(statement, 6, arena),
        };
    }
    *effects_out = (struct store_effects){ effects.items, effects.count };
    return found;
}

int sqlite_list_timers(struct store *store, int64_t until_ms, size_t limit,
                       struct arena *arena, struct store_timers *timers_out,
                       struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_LIST_TIMERS, err);
    struct list timers;
    int found;

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, until_ms);
    (void)sqlite3_bind_int64(statement, 2, (int64_t)limit);
    list_init(&timers, arena, sizeof(struct store_timer), STORE_LIST_MAX);
    while ((found = sqlite_next_row(sqlite, statement, err)) == 1) {
        *(struct store_timer *)list_add(&timers) = (struct store_timer){
            .ticket = sqlite3_column_int64(statement, 0),
            .name = sqlite_copy_column(statement, 1, arena),
            .due_ms = sqlite3_column_int64(statement, 2),
        };
    }
    *timers_out = (struct store_timers){ timers.items, timers.count };
    return found;
}
