/* keep.h - the store that a subcommand keeps tickets in, with the vault that seals them.
 *
 * The master key is in a file beside the store, FILE.key of sqlite:FILE, made with the
 * first ticket; --store-key names another one.  Who has lost it has lost the tickets.
 *
 * Thread: the main thread.
 * Memory: keep_close() ends all of it.
 */
#ifndef CLI_KEEP_H
#define CLI_KEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct invocation;
struct store;        /* store/store.h */
struct store_filter; /* store/store.h */
struct store_ticket; /* store/store.h */
struct vault;        /* vault/vault.h */

/* The rows of an option table that keep_open() reads. */
#define KEEP_OPTIONS                                                                     \
    { "store", "URL", "where tickets are kept: sqlite:FILE" },                           \
    {                                                                                    \
        "store-key", "FILE", "the key that opens them (FILE.key of sqlite:FILE)"         \
    }

struct keep {
    struct store *store;
    struct vault *vault;
};

/* The store of --store, for reading or for writing too; the exit status, all having been
 * said. */
int keep_open(struct keep *keep_out, const struct invocation *invocation, bool is_reader);
void keep_close(struct keep *keep); /* accepts a zeroed one */

/* Done with one kept ticket, whose row dies with the call; its exit status. */
typedef int (*keep_row_fn)(void *context, const struct store_ticket *row);

/* Every ticket that the filter lets pass, the newest first, whatever became of the ones
 * before; the exit status of all together. */
int keep_each(const struct keep *keep, const struct invocation *invocation,
              const struct store_filter *filter, keep_row_fn on_row, void *context);

/* "tk_" and a ULID. */
struct str new_ticket_id(int64_t now_ms, struct arena *arena);

#endif
