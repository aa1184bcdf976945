/* store_driver.h - what a place to keep tickets provides.
 *
 * For drivers and store.c only; the rest includes store.h, whose words hold for every
 * operation here.  store.c has checked lengths and counts before it calls.
 * store_contract_test.c holds every driver to it.
 *
 * Thread: as store.h.
 * Memory: as store.h.
 */
#ifndef STORE_STORE_DRIVER_H
#define STORE_STORE_DRIVER_H

#include "store/store.h"

struct store_ops {
    int (*commit)(struct store *store, const struct store_change *changes, size_t count,
                  struct err *err);
    int (*put_off)(struct store *store, const struct store_effect *effects, size_t count,
                   struct err *err);
    int (*last_ticket)(struct store *store, int64_t *number_out, struct err *err);
    int (*read_journal)(struct store *store, int64_t ticket, int64_t after_seq,
                        struct arena *arena, struct store_records *records_out,
                        struct err *err);
    int (*find_message)(struct store *store, const struct store_message *message,
                        int64_t *ticket_out, int64_t *seq_out, struct err *err);
    int (*find_ticket)(struct store *store, struct str id, struct arena *arena,
                       struct store_ticket *ticket_out, struct err *err);
    int (*list_tickets)(struct store *store, const struct store_filter *filter,
                        int64_t before, size_t limit, struct arena *arena,
                        struct store_tickets *tickets_out, struct err *err);
    int (*list_effects)(struct store *store, enum store_effect_state state,
                        int64_t until_ms, size_t limit, struct arena *arena,
                        struct store_effects *effects_out, struct err *err);
    int (*list_timers)(struct store *store, int64_t until_ms, size_t limit,
                       struct arena *arena, struct store_timers *timers_out,
                       struct err *err);
    int (*put_document)(struct store *store, const struct store_document *document,
                        struct err *err);
    int (*find_document)(struct store *store, struct str collection, struct str name,
                         struct arena *arena, struct store_document *document_out,
                         struct err *err);
    int (*list_documents)(struct store *store, struct str collection,
                          struct str after_name, size_t limit, struct arena *arena,
                          struct store_documents *documents_out, struct err *err);
    int (*erase_document)(struct store *store, struct str collection, struct str name,
                          struct err *err);
    int (*maintain)(struct store *store, struct err *err); /* optional */
    void (*close)(struct store *store);
};

/* The first member of every driver's own struct. */
struct store {
    const struct store_ops *ops;
};

struct store_driver {
    const char *name; /* what stands before the colon of a URL */
    /* rest: what stands behind it */
    int (*open)(struct store **store_out, const char *rest, bool is_reader,
                struct err *err);
};

extern const struct store_driver store_driver_memory;
extern const struct store_driver store_driver_sqlite;

#endif
