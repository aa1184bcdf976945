/* store_sqlite_schema.c - the tables, and how an older file becomes a newer one.
 *
 * PRAGMA user_version counts the steps below that a file has gone; a step is never
 * changed once it was released, only followed by another.  Times are milliseconds since
 * 1970, UTC.
 *
 *     journal   the events of every ticket, in order; nothing is changed or taken away
 *     message   which messages were seen, by the name their sender gave
 *     effect    what is still to be done outside (state 0), or was given up (state 1)
 *     timer     when which ticket wants to be woken
 *     ticket    every ticket as it is now; detail is JSON
 *     document  small things by name, such as customers' sealed keys
 *
 * For people and their tools: the views open_tickets and due_effects.
 */

#include "store/store_sqlite.h"

#include <stdio.h>

#include "base/err.h"

static const char *const steps[] = {
    "CREATE TABLE journal(position INTEGER PRIMARY KEY, ticket INTEGER NOT NULL, seq "
    "INTEGER NOT NULL, at INTEGER NOT NULL, kind INTEGER NOT NULL, format INTEGER NOT "
    "NULL, checksum INTEGER NOT NULL, body BLOB NOT NULL) STRICT;"
    "CREATE UNIQUE INDEX journal_event ON journal(ticket, seq);"
    "CREATE TABLE message(source TEXT NOT NULL, name TEXT NOT NULL, ticket INTEGER NOT "
    "NULL, seq INTEGER NOT NULL, PRIMARY KEY(source, name)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE effect(ticket INTEGER NOT NULL, seq INTEGER NOT NULL, place INTEGER "
    "NOT "
    "NULL, channel TEXT NOT NULL, state INTEGER NOT NULL, attempts INTEGER NOT NULL, due "
    "INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY(ticket, seq, place)) STRICT, "
    "WITHOUT ROWID;"
    "CREATE INDEX effect_due ON effect(state, due);"
    "CREATE TABLE timer(ticket INTEGER NOT NULL, name TEXT NOT NULL, due INTEGER NOT "
    "NULL, "
    "PRIMARY KEY(ticket, name)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX timer_due ON timer(due);"
    "CREATE TABLE ticket(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bot TEXT "
    "NOT "
    "NULL, status TEXT NOT NULL, queue TEXT NOT NULL, priority INTEGER NOT NULL, "
    "human_in_the_loop INTEGER NOT NULL, is_open INTEGER NOT NULL, created INTEGER NOT "
    "NULL, updated INTEGER NOT NULL, seq INTEGER NOT NULL, detail TEXT NOT NULL) STRICT;"
    "CREATE INDEX ticket_open ON ticket(status, priority, updated) WHERE is_open = 1;"
    "CREATE TABLE document(collection TEXT NOT NULL, name TEXT NOT NULL, revision "
    "INTEGER "
    "NOT NULL, body BLOB NOT NULL, PRIMARY KEY(collection, name)) STRICT, WITHOUT ROWID;"
    "CREATE VIEW open_tickets AS SELECT id, bot, status, queue, priority, "
    "human_in_the_loop, datetime(created / 1000, 'unixepoch') AS created, "
    "datetime(updated / 1000, 'unixepoch') AS updated FROM ticket WHERE is_open = 1 "
    "ORDER "
    "BY priority, updated;"
    "CREATE VIEW due_effects AS SELECT ticket || ':' || seq || ':' || place AS key, "
    "channel, CASE state WHEN 0 THEN 'pending' ELSE 'dead' END AS state, attempts, "
    "datetime(due / 1000, 'unixepoch') AS due FROM effect ORDER BY effect.due;",
};

enum { STEP_COUNT = sizeof steps / sizeof steps[0] };

static int read_version(struct sqlite_store *sqlite, int *version_out, struct err *err)
{
    sqlite3_stmt *statement;

    if (sqlite3_prepare_v2(sqlite->db, "PRAGMA user_version", -1, &statement, NULL) !=
        SQLITE_OK) {
        return sqlite_fail(sqlite, err);
    }
    if (sqlite3_step(statement) != SQLITE_ROW) {
        (void)sqlite_fail(sqlite, err);
        (void)sqlite3_finalize(statement);
        return -1;
    }
    *version_out = sqlite3_column_int(statement, 0);
    (void)sqlite3_finalize(statement);
    return 0;
}

/* One step and the count of it, together or not at all. */
static int go_step(struct sqlite_store *sqlite, int step, struct err *err)
{
    char count[64];

    (void)snprintf(count, sizeof count, "PRAGMA user_version = %d", step + 1);
    if (sqlite3_exec(sqlite->db, steps[step], NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_exec(sqlite->db, count, NULL, NULL, NULL) != SQLITE_OK) {
        return sqlite_fail(sqlite, err);
    }
    return 0;
}

static int refuse_newer(struct sqlite_store *sqlite, int version, struct err *err)
{
    return version <= STEP_COUNT
               ? 0
               : err_set(err, ERR_CONFIG,
                         "%s was written by a newer usher: its schema is %d, this "
                         "program knows up to %d",
                         sqlite3_db_filename(sqlite->db, "main"), version, STEP_COUNT);
}

int sqlite_check_schema(struct sqlite_store *sqlite, struct err *err)
{
    int version = 0;

    if (read_version(sqlite, &version, err) != 0 ||
        refuse_newer(sqlite, version, err) != 0) {
        return -1;
    }
    return version == STEP_COUNT
               ? 0
               : err_set(err, ERR_CONFIG,
                         "%s is no store of this usher: its schema is %d, not %d; who "
                         "writes to it brings an older one up to date",
                         sqlite3_db_filename(sqlite->db, "main"), version, STEP_COUNT);
}

static int go_steps(struct sqlite_store *sqlite, struct err *err)
{
    int version = 0;

    if (read_version(sqlite, &version, err) != 0 ||
        refuse_newer(sqlite, version, err) != 0) {
        return -1;
    }
    for (int step = version; step < STEP_COUNT; step++) {
        if (go_step(sqlite, step, err) != 0) {
            return -1;
        }
    }
    return 0;
}

int sqlite_migrate(struct sqlite_store *sqlite, struct err *err)
{
    if (sqlite3_exec(sqlite->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) {
        return sqlite_fail(sqlite, err);
    }
    if (go_steps(sqlite, err) != 0) {
        (void)sqlite3_exec(sqlite->db, "ROLLBACK", NULL, NULL, NULL);
        return -1;
    }
    return sqlite3_exec(sqlite->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK
               ? 0
               : sqlite_fail(sqlite, err);
}
