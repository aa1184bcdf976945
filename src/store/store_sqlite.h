/* store_sqlite.h - the SQLite driver from inside: its handle, its statements, its schema.
 *
 * Thread: as store.h.
 * Memory: as store.h.
 */
#ifndef STORE_STORE_SQLITE_H
#define STORE_STORE_SQLITE_H

#include <sqlite3.h>

#include "store/store_driver.h"

enum sql_statement {
    SQL_BEGIN,
    SQL_COMMIT,
    SQL_ROLLBACK,
    SQL_PUT_RECORD,
    SQL_PUT_MESSAGE,
    SQL_PUT_EFFECT,
    SQL_END_EFFECT,
    SQL_PUT_OFF_EFFECT,
    SQL_PUT_TIMER,
    SQL_END_TIMER,
    SQL_PUT_TICKET,
    SQL_LAST_TICKET,
    SQL_READ_JOURNAL,
    SQL_FIND_MESSAGE,
    SQL_FIND_TICKET,
    SQL_LIST_TICKETS,
    SQL_LIST_EFFECTS,
    SQL_LIST_TIMERS,
    SQL_PUT_DOCUMENT,
    SQL_CHANGE_DOCUMENT,
    SQL_FIND_DOCUMENT,
    SQL_LIST_DOCUMENTS,
    SQL_ERASE_DOCUMENT,
    SQL_STATEMENT_COUNT,
};

struct sqlite_store {
    struct store store;
    sqlite3 *db;
    int lock_fd;                                   /* of the writer, -1 of a reader */
    sqlite3_stmt *statements[SQL_STATEMENT_COUNT]; /* made when first used */
};

struct sqlite_store *sqlite_of(struct store *store);

/* Fill err from what SQLite said last; returns -1.  Ends the program where the disk could
 * not flush. */
int sqlite_fail(struct sqlite_store *sqlite, struct err *err);

/* The statement, reset and without values; NULL and err. */
sqlite3_stmt *sqlite_prepare(struct sqlite_store *sqlite, enum sql_statement which,
                             struct err *err);

/* Run one that gives no row. */
int sqlite_run(struct sqlite_store *sqlite, sqlite3_stmt *statement, struct err *err);

void sqlite_bind_str(sqlite3_stmt *statement, int place, struct str text);
void sqlite_bind_body(sqlite3_stmt *statement, int place, struct str body);

/* What guards a record against a page that changed under SQLite. */
int64_t sqlite_checksum(const struct store_record *record);

/* Bring an open database to the schema of this program; ERR_CONFIG where it is of a newer
 * one. */
int sqlite_migrate(struct sqlite_store *sqlite, struct err *err);

/* For who cannot: ERR_CONFIG where it is of any other one. */
int sqlite_check_schema(struct sqlite_store *sqlite, struct err *err);

/* store_sqlite_document.c */
int sqlite_put_document(struct store *store, const struct store_document *document,
                        struct err *err);
int sqlite_find_document(struct store *store, struct str collection, struct str name,
                         struct arena *arena, struct store_document *document_out,
                         struct err *err);
int sqlite_list_documents(struct store *store, struct str collection,
                          struct str after_name, size_t limit, struct arena *arena,
                          struct store_documents *documents_out, struct err *err);
int sqlite_erase_document(struct store *store, struct str collection, struct str name,
                          struct err *err);

/* store_sqlite_read.c */
struct str sqlite_copy_column(sqlite3_stmt *statement, int column, struct arena *arena);
int sqlite_next_row(struct sqlite_store *sqlite, sqlite3_stmt *statement,
                    struct err *err); /* 1 with a row, 0 without, -1 */
int sqlite_last_ticket(struct store *store, int64_t *number_out, struct err *err);
int sqlite_read_journal(struct store *store, int64_t ticket, int64_t after_seq,
                        struct arena *arena, struct store_records *records_out,
                        struct err *err);
int sqlite_find_message(struct store *store, const struct store_message *message,
                        int64_t *ticket_out, int64_t *seq_out, struct err *err);
int sqlite_find_ticket(struct store *store, struct str id, struct arena *arena,
                       struct store_ticket *ticket_out, struct err *err);
int sqlite_list_tickets(struct store *store, const struct store_filter *filter,
                        int64_t before, size_t limit, struct arena *arena,
                        struct store_tickets *tickets_out, struct err *err);
int sqlite_list_effects(struct store *store, enum store_effect_state state,
                        int64_t until_ms, size_t limit, struct arena *arena,
                        struct store_effects *effects_out, struct err *err);
int sqlite_list_timers(struct store *store, int64_t until_ms, size_t limit,
                       struct arena *arena, struct store_timers *timers_out,
                       struct err *err);

#endif
