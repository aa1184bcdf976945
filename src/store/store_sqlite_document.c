/* store_sqlite_document.c - documents in SQLite.
 *
 * Erasing relies on secure_delete, which overwrites what is deleted in the file, and on
 * clearing the log, which holds pages as they were before.
 */

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"
#include "store/store_sqlite.h"

int sqlite_put_document(struct store *store, const struct store_document *document,
                        struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(
        sqlite, document->revision == 1 ? SQL_PUT_DOCUMENT : SQL_CHANGE_DOCUMENT, err);

    if (statement == NULL) {
        return -1;
    }
    sqlite_bind_str(statement, 1, document->collection);
    sqlite_bind_str(statement, 2, document->name);
    (void)sqlite3_bind_int64(statement, 3, document->revision);
    sqlite_bind_body(statement, 4, document->body);
    if (sqlite_run(sqlite, statement, err) != 0) {
        return -1;
    }
    return sqlite3_changes(sqlite->db) == 1
               ? 0
               : err_set(err, ERR_CONFLICT, "somebody else changed the document");
}

static struct store_document document_of(sqlite3_stmt *statement, struct str collection,
                                         struct arena *arena)
{
    return (struct store_document){
        .collection = str_copy(arena, collection),
        .name = sqlite_copy_column(statement, 0, arena),
        .revision = sqlite3_column_int64(statement, 1),
        .body = sqlite_copy_column(statement, 2, arena),
    };
}

int sqlite_find_document(struct store *store, struct str collection, struct str name,
                         struct arena *arena, struct store_document *document_out,
                         struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_FIND_DOCUMENT, err);
    int found;

    if (statement == NULL) {
        return -1;
    }
    sqlite_bind_str(statement, 1, collection);
    sqlite_bind_str(statement, 2, name);
    found = sqlite_next_row(sqlite, statement, err);
    if (found == 1) {
        *document_out = document_of(statement, collection, arena);
        (void)sqlite3_reset(statement);
    }
    return found;
}

int sqlite_list_documents(struct store *store, struct str collection,
                          struct str after_name, size_t limit, struct arena *arena,
                          struct store_documents *documents_out, struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_LIST_DOCUMENTS, err);
    struct list documents;
    int found;

    if (statement == NULL) {
        return -1;
    }
    sqlite_bind_str(statement, 1, collection);
    sqlite_bind_str(statement, 2, after_name);
    (void)sqlite3_bind_int64(statement, 3, (int64_t)limit);
    list_init(&documents, arena, sizeof(struct store_document), STORE_LIST_MAX);
    while ((found = sqlite_next_row(sqlite, statement, err)) == 1) {
        *(struct store_document *)list_add(&documents) =
            document_of(statement, collection, arena);
    }
    *documents_out = (struct store_documents){ documents.items, documents.count };
    return found;
}

int sqlite_erase_document(struct store *store, struct str collection, struct str name,
                          struct err *err)
{
    struct sqlite_store *sqlite = sqlite_of(store);
    sqlite3_stmt *statement = sqlite_prepare(sqlite, SQL_ERASE_DOCUMENT, err);
    int was_there;
    int code;

    if (statement == NULL) {
        return -1;
    }
    sqlite_bind_str(statement, 1, collection);
    sqlite_bind_str(statement, 2, name);
    if (sqlite_run(sqlite, statement, err) != 0) {
        return -1;
    }
    was_there = sqlite3_changes(sqlite->db);
    code = sqlite3_wal_checkpoint_v2(sqlite->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
                                     NULL);
    if ((code & 0xff) == SQLITE_BUSY) {
        return err_set(err, ERR_UNAVAILABLE,
                       "a reader keeps the log from being cleared; try again");
    }
    return code == SQLITE_OK ? was_there : sqlite_fail(sqlite, err);
}
