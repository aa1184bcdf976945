/* store_sqlite.c - tickets in one SQLite file: opening, writing, upkeep.
 *
 * Write-ahead log, synchronous=FULL: a commit is one flush of the log.  SQLite would move
 * the log into the file in the middle of some commit; we do that ourselves, when nobody
 * waits (maintain), or when the log has grown too long.
 *
 * heap: a handle lives as long as its owner says.
 */

#include "store/store_sqlite.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/str.h"
#include "os/file.h"

enum { BUSY_MS = 5000, LOG_PAGES_MAX = 16384 };

static const char *const texts[SQL_STATEMENT_COUNT] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_PUT_RECORD] =
        "INSERT INTO journal(ticket, seq, at, kind, format, checksum, body) SELECT ?1, "
        "?2, ?3, ?4, ?5, ?6, ?7 WHERE ?2 = 1 OR EXISTS(SELECT 1 FROM journal WHERE "
        "ticket = ?1 AND seq = ?2 - 1)",
    [SQL_PUT_MESSAGE] =
        "INSERT INTO message(source, name, ticket, seq) VALUES(?, ?, ?, ?)",
    [SQL_PUT_EFFECT] = "INSERT INTO effect(ticket, seq, place, channel, state, "
                       "attempts, due, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_END_EFFECT] = "DELETE FROM effect WHERE ticket = ? AND seq = ? AND place = ?",
    [SQL_PUT_OFF_EFFECT] = "UPDATE effect SET state = ?, attempts = ?, due = ? WHERE "
                           "ticket = ? AND seq = ? AND place = ?",
    [SQL_PUT_TIMER] = "INSERT INTO timer(ticket, name, due) VALUES(?, ?, ?) "
                      "ON CONFLICT(ticket, name) DO UPDATE SET due = excluded.due",
    [SQL_END_TIMER] = "DELETE FROM timer WHERE ticket = ? AND name = ?",
    [SQL_PUT_TICKET] =
        "INSERT INTO ticket(number, id, bot, status, queue, priority, human_in_the_loop, "
        "is_open, created, updated, seq, detail) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?) "
        "ON CONFLICT(number) DO UPDATE SET status = excluded.status, queue = "
        "excluded.queue, priority = excluded.priority, human_in_the_loop = "
        "excluded.human_in_the_loop, is_open = excluded.is_open, updated = "
        "excluded.updated, seq = excluded.seq, detail = excluded.detail",
    [SQL_LAST_TICKET] = "SELECT coalesce(max(ticket), 0) FROM journal",
    [SQL_READ_JOURNAL] = "SELECT seq, at, kind, format, checksum, body FROM journal "
                         "WHERE ticket = ? AND seq > ? ORDER BY seq LIMIT ?",
    [SQL_FIND_MESSAGE] = "SELECT ticket, seq FROM message WHERE source = ? AND name = ?",
    [SQL_FIND_TICKET] = "SELECT number, id, bot, status, queue, priority, "
                        "human_in_the_loop, is_open, created, updated, seq, detail "
                        "FROM ticket WHERE id = ?",
    [SQL_LIST_TICKETS] =
        "SELECT number, id, bot, status, queue, priority, human_in_the_loop, is_open, "
        "created, updated, seq, detail FROM ticket WHERE number < ?1 AND (?2 IS NULL OR "
        "bot = ?2) AND (?3 IS NULL OR status = ?3) AND (?4 IS NULL OR queue = ?4) AND "
        "(?5 "
        "IS NULL OR is_open = ?5) ORDER BY number DESC LIMIT ?6",
    [SQL_LIST_EFFECTS] = "SELECT ticket, seq, place, channel, attempts, due, body "
                         "FROM effect WHERE state = "
                         "? AND due <= ? ORDER BY due, ticket, seq, place LIMIT ?",
    [SQL_PUT_DOCUMENT] =
        "INSERT INTO document(collection, name, revision, body) VALUES(?1, ?2, ?3, ?4)",
    [SQL_CHANGE_DOCUMENT] = "UPDATE document SET revision = ?3, body = ?4 WHERE "
                            "collection = ?1 AND name = ?2 AND revision = ?3 - 1",
    [SQL_FIND_DOCUMENT] =
        "SELECT name, revision, body FROM document WHERE collection = ? AND name = ?",
    [SQL_LIST_DOCUMENTS] = "SELECT name, revision, body FROM document WHERE collection = "
                           "? AND name > ? ORDER BY name LIMIT ?",
    [SQL_ERASE_DOCUMENT] = "DELETE FROM document WHERE collection = ? AND name = ?",
    [SQL_LIST_TIMERS] = "SELECT ticket, name, due FROM timer WHERE due <= ? ORDER BY "
                        "due, ticket, name LIMIT ?",
};

struct sqlite_store *sqlite_of(struct store *store)
{
    return (struct sqlite_store *)store;
}

static enum err_reason reason_of(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT:
        return ERR_CONFLICT;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ERR_CORRUPT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ERR_DENIED;
    case SQLITE_TOOBIG:
        return ERR_LIMIT;
    default:
        return ERR_UNAVAILABLE;
    }
}

int sqlite_fail(struct sqlite_store *sqlite, struct err *err)
{
    int code = sqlite3_extended_errcode(sqlite->db);

    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC) {
        /* The system may have dropped what it could not write, and would say that all is
         * well the next time. */
        fprintf(stderr, "usher: %s cannot be flushed to its disk\n",
                sqlite3_db_filename(sqlite->db, "main"));
        abort();
    }
    return err_set(err, reason_of(code & 0xff), "%s: %s",
                   sqlite3_db_filename(sqlite->db, "main"), sqlite3_errmsg(sqlite->db));
}

sqlite3_stmt *sqlite_prepare(struct sqlite_store *sqlite, enum sql_statement which,
                             struct err *err)
{
    sqlite3_stmt **statement = &sqlite->statements[which];

    if (*statement == NULL &&
        sqlite3_prepare_v3(sqlite->db, texts[which], -1, SQLITE_PREPARE_PERSISTENT,
                           statement, NULL) != SQLITE_OK) {
        (void)sqlite_fail(sqlite, err);
        return NULL;
    }
    (void)sqlite3_reset(*statement);
    (void)sqlite3_clear_bindings(*statement);
    return *statement;
}

int sqlite_run(struct sqlite_store *sqlite, sqlite3_stmt *statement, struct err *err)
{
    if (sqlite3_step(statement) != SQLITE_DONE) {
        (void)sqlite_fail(sqlite, err);
        (void)sqlite3_reset(statement);
        return -1;
    }
    (void)sqlite3_reset(statement);
    return 0;
}

void sqlite_bind_str(sqlite3_stmt *statement, int place, struct str text)
{
    (void)sqlite3_bind_text64(statement, place, text.len == 0 ? "" : text.at, text.len,
                              SQLITE_STATIC, SQLITE_UTF8);
}

void sqlite_bind_body(sqlite3_stmt *statement, int place, struct str body)
{
    (void)sqlite3_bind_blob64(statement, place, body.len == 0 ? "" : body.at, body.len,
                              SQLITE_STATIC);
}

int64_t sqlite_checksum(const struct store_record *record)
{
    const uint64_t key[2] = { (uint64_t)record->ticket, (uint64_t)record->seq };
    uint64_t head = ((uint64_t)record->kind << 16) + record->format;

    return (int64_t)((hash_sip(key, record->body.at, record->body.len) ^ head) +
                     (uint64_t)record->at_ms);
}

static int put_record(struct sqlite_store *sqlite, const struct store_record *record,
                      struct err *err)
{
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_PUT_RECORD, err);

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, record->ticket);
    (void)sqlite3_bind_int64(statement, 2, record->seq);
    (void)sqlite3_bind_int64(statement, 3, record->at_ms);
    (void)sqlite3_bind_int64(statement, 4, record->kind);
    (void)sqlite3_bind_int64(statement, 5, record->format);
    (void)sqlite3_bind_int64(statement, 6, sqlite_checksum(record));
    sqlite_bind_body(statement, 7, record->body);
    if (sqlite_run(sqlite, statement, err) != 0) {
        return -1;
    }
    return sqlite3_changes(sqlite->db) == 1
               ? 0
               : err_set(err, ERR_CONFLICT,
                         "event %lld of ticket %lld does not follow the one before",
                         (long long)record->seq, (long long)record->ticket);
}

static int put_message(struct sqlite_store *sqlite, const struct store_change *change,
                       struct err *err)
{
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_PUT_MESSAGE, err);

    if (statement == NULL) {
        return -1;
    }
    sqlite_bind_str(statement, 1, change->message->source);
    sqlite_bind_str(statement, 2, change->message->name);
    (void)sqlite3_bind_int64(statement, 3, change->record.ticket);
    (void)sqlite3_bind_int64(statement, 4, change->record.seq);
    return sqlite_run(sqlite, statement, err);
}

static int put_effect(struct sqlite_store *sqlite, const struct store_record *record,
                      const struct store_effect *effect, struct err *err)
{
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_PUT_EFFECT, err);

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, record->ticket);
    (void)sqlite3_bind_int64(statement, 2, record->seq);
    (void)sqlite3_bind_int64(statement, 3, effect->index);
    sqlite_bind_str(statement, 4, effect->channel);
    (void)sqlite3_bind_int64(statement, 5, effect->state);
    (void)sqlite3_bind_int64(statement, 6, effect->attempt_count);
    (void)sqlite3_bind_int64(statement, 7, effect->due_ms);
    sqlite_bind_body(statement, 8, effect->body);
    return sqlite_run(sqlite, statement, err);
}

static int end_effect(struct sqlite_store *sqlite, const struct store_effect *effect,
                      struct err *err)
{
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_END_EFFECT, err);

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, effect->ticket);
    (void)sqlite3_bind_int64(statement, 2, effect->seq);
    (void)sqlite3_bind_int64(statement, 3, effect->index);
    return sqlite_run(sqlite, statement, err);
}

static int put_timer(struct sqlite_store *sqlite, const struct store_timer *timer,
                     struct err *err)
{
    bool is_end = timer->due_ms == INT64_MIN;
    sqlite3_stmt *statement =
        sqlite_prepare(sqlite, is_end ? SQL_END_TIMER : SQL_PUT_TIMER, err);

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, timer->ticket);
    sqlite_bind_str(statement, 2, timer->name);
    if (!is_end) {
        (void)sqlite3_bind_int64(statement, 3, timer->due_ms);
    }
    return sqlite_run(sqlite, statement, err);
}

static int put_ticket(struct sqlite_store *sqlite, const struct store_ticket *ticket,
                      struct err *err)
{
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_PUT_TICKET, err);

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, ticket->number);
    sqlite_bind_str(statement, 2, ticket->id);
    sqlite_bind_str(statement, 3, ticket->bot);
    sqlite_bind_str(statement, 4, ticket->status);
    sqlite_bind_str(statement, 5, ticket->queue);
    (void)sqlite3_bind_int64(statement, 6, ticket->priority);
    (void)sqlite3_bind_int(statement, 7, ticket->human_in_the_loop);
    (void)sqlite3_bind_int(statement, 8, ticket->is_open);
    (void)sqlite3_bind_int64(statement, 9, ticket->created_ms);
    (void)sqlite3_bind_int64(statement, 10, ticket->updated_ms);
    (void)sqlite3_bind_int64(statement, 11, ticket->seq);
    sqlite_bind_str(statement, 12, ticket->detail);
    return sqlite_run(sqlite, statement, err);
}

static int put_change(struct sqlite_store *sqlite, const struct store_change *change,
                      struct err *err)
{
    if (put_record(sqlite, &change->record, err) != 0 ||
        (change->message != NULL && put_message(sqlite, change, err) != 0)) {
        return -1;
    }
    for (size_t i = 0; i < change->effect_count; i++) {
        if (put_effect(sqlite, &change->record, &change->effects[i], err) != 0) {
            return -1;
        }
    }
    for (size_t i = 0; i < change->done_count; i++) {
        if (end_effect(sqlite, &change->done[i], err) != 0) {
            return -1;
        }
    }
    for (size_t i = 0; i < change->timer_count; i++) {
        if (put_timer(sqlite, &change->timers[i], err) != 0) {
            return -1;
        }
    }
    return change->ticket == NULL ? 0 : put_ticket(sqlite, change->ticket, err);
}

static int simple(struct sqlite_store *sqlite, enum sql_statement which, struct err *err)
{
    sqlite3_stmt *statement = sqlite_prepare(sqlite, which, err);

    return statement == NULL ? -1 : sqlite_run(sqlite, statement, err);
}

/* After a failure; what it says itself is of no use. */
static int roll_back(struct sqlite_store *sqlite)
{
    struct err ignored;

    if (sqlite3_get_autocommit(sqlite->db) == 0) {
        (void)!simple(sqlite, SQL_ROLLBACK, &ignored);
    }
    return -1;
}

static int sqlite_commit(struct store *store, const struct store_change *changes,
                         size_t count, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);

    if (simple(sqlite, SQL_BEGIN, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        if (put_change(sqlite, &changes[i], err) != 0) {
            return roll_back(sqlite);
        }
    }
    return simple(sqlite, SQL_COMMIT, err) != 0 ? roll_back(sqlite) : 0;
}

static int put_off(struct sqlite_store *sqlite, const struct store_effect *effect,
                   struct err *err)
{
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_PUT_OFF_EFFECT, err);

    if (statement == NULL) {
        return -1;
    }
    (void)sqlite3_bind_int64(statement, 1, effect->state);
    (void)sqlite3_bind_int64(statement, 2, effect->attempt_count);
    (void)sqlite3_bind_int64(statement, 3, effect->due_ms);
    (void)sqlite3_bind_int64(statement, 4, effect->ticket);
    (void)sqlite3_bind_int64(statement, 5, effect->seq);
    (void)sqlite3_bind_int64(statement, 6, effect->index);
    return sqlite_run(sqlite, statement, err);
}

static int sqlite_put_off(struct store *store, const struct store_effect *effects,
                          size_t count, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);

    if (simple(sqlite, SQL_BEGIN, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        if (put_off(sqlite, &effects[i], err) != 0) {
            return roll_back(sqlite);
        }
    }
    return simple(sqlite, SQL_COMMIT, err) != 0 ? roll_back(sqlite) : 0;
}

/* What readers still need stays in the log until the next time. */
static int sqlite_maintain(struct store *store, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    int code = sqlite3_wal_checkpoint_v2(sqlite->db, NULL, SQLITE_CHECKPOINT_PASSIVE,
                                         NULL, NULL);

    return code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY ? 0
                                                             : sqlite_fail(sqlite, err);
}

static void sqlite_close(struct store *store)
{
    struct sqlite_store *sqlite = sqlite_of(store);

    for (size_t i = 0; i < SQL_STATEMENT_COUNT; i++) {
        (void)sqlite3_finalize(sqlite->statements[i]);
    }
    (void)sqlite3_close(sqlite->db);
    if (sqlite->lock_fd >= 0) {
        file_unlock(sqlite->lock_fd);
    }
    free(sqlite);
}

static const struct store_ops sqlite_ops = {
    .commit = sqlite_commit,
    .put_off = sqlite_put_off,
    .last_ticket = sqlite_last_ticket,
    .read_journal = sqlite_read_journal,
    .find_message = sqlite_find_message,
    .find_ticket = sqlite_find_ticket,
    .list_tickets = sqlite_list_tickets,
    .list_effects = sqlite_list_effects,
    .list_timers = sqlite_list_timers,
    .put_document = sqlite_put_document,
    .find_document = sqlite_find_document,
    .list_documents = sqlite_list_documents,
    .erase_document = sqlite_erase_document,
    .maintain = sqlite_maintain,
    .close = sqlite_close,
};

/* locking_mode is not exclusive: people read along with the sqlite3 shell. */
static int set_up(struct sqlite_store *sqlite, bool is_reader, struct err *err)
{
    char pragmas[320];

    (void)snprintf(
        pragmas, sizeof pragmas,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA "
        "wal_autocheckpoint=%d; PRAGMA foreign_keys=ON; PRAGMA "
        "cell_size_check=ON; PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON",
        LOG_PAGES_MAX);
    (void)sqlite3_busy_timeout(sqlite->db, BUSY_MS);
    (void)sqlite3_extended_result_codes(sqlite->db, 1);
    if (is_reader) {
        return sqlite3_exec(sqlite->db,
                            "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA "
                            "trusted_schema=OFF",
                            NULL, NULL, NULL) == SQLITE_OK
                   ? sqlite_check_schema(sqlite, err)
                   : sqlite_fail(sqlite, err);
    }
    if (sqlite3_exec(sqlite->db, pragmas, NULL, NULL, NULL) != SQLITE_OK) {
        return sqlite_fail(sqlite, err);
    }
    return sqlite_migrate(sqlite, err);
}

/* One writer: a second one would make tickets go on that the first one drives. */
static int take_lock(struct sqlite_store *sqlite, const char *path, struct err *err)
{
    char lock[PATH_MAX];

    if (snprintf(lock, sizeof lock, "%s.lock", path) >= (int)sizeof lock) {
        return err_set(err, ERR_INPUT, "%.100s...: the path is too long", path);
    }
    return file_lock(&sqlite->lock_fd, lock, err);
}

/* SQLite would let everybody read a file that it makes itself; its log and index get the
 * file's mode. */
static int make_file(const char *path, struct err *err)
{
    return file_exists(path) || file_write_secret(path, STR(""), err) == 0 ? 0 : -1;
}

static int sqlite_open(struct store **store_out, const char *rest, bool is_reader,
                       struct err *err)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                      (is_reader ? 0 : SQLITE_OPEN_CREATE);
    struct sqlite_store *sqlite;

    if (rest[0] == '\0' || rest[0] == ':') { /* SQLite would keep them until the end */
        return err_set(err, ERR_CONFIG,
                       "\"sqlite:%.80s\" names no file; expected sqlite:FILE", rest);
    }
    sqlite = calloc(1, sizeof *sqlite);
    assert(sqlite != NULL);
    sqlite->store.ops = &sqlite_ops;
    sqlite->lock_fd = -1;
    if (!is_reader && (take_lock(sqlite, rest, err) != 0 || make_file(rest, err) != 0)) {
        sqlite_close(&sqlite->store);
        return -1;
    }
    if (sqlite3_open_v2(rest, &sqlite->db, flags, NULL) != SQLITE_OK) {
        (void)err_set(err, ERR_UNAVAILABLE, "%s: %s", rest, sqlite3_errmsg(sqlite->db));
        sqlite_close(&sqlite->store);
        return -1;
    }
    if (set_up(sqlite, is_reader, err) != 0) {
        sqlite_close(&sqlite->store);
        return -1;
    }
    *store_out = &sqlite->store;
    return 0;
}

const struct store_driver store_driver_sqlite = { "sqlite", sqlite_open };

struct str store_library_version(struct arena *arena)
{
    return str_copy(arena, str_from(sqlite3_libversion()));
}
