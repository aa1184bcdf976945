/* store.h - where tickets are kept: the journal of what happened to each, and beside it
 * what follows from the journal and must be found quickly; and small documents.
 *
 * A ticket's journal is its events in order, seq 1, 2, 3 ...; it is only appended to, and
 * it alone is the truth.  Messages seen, effects to be done, timers and the ticket as
 * people see it follow from it, and are kept in the same commit.
 *
 * A commit is atomic and durable: when store_commit() returns 0, a crash keeps all of it.
 * A seq that is there already, or that does not follow, refuses the whole commit, so no
 * lease, lock or bug can ever make a ticket go on in two ways, or lose an event between.
 *
 * Calls block: they are for a thread that may wait (a worker), not for the loop's.
 *
 * Thread: a handle belongs to one thread at a time.  One handle writes, any number read.
 * Memory: results live in the given arena; a handle is on the heap until store_close().
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;
struct store;

enum {
    STORE_BODY_BYTES_MAX = 4 << 20,
    STORE_NAME_LEN_MAX = 200, /* of names, sources, messages, channels */
    STORE_COMMIT_CHANGES_MAX = 4096,
    STORE_EFFECTS_MAX = 8, /* of one change */
    STORE_LIST_MAX = 1000,
};

/* One event of a ticket.  The body's meaning, and how it is sealed, is the writer's;
 * format tells which writer. */
struct store_record {
    int64_t ticket; /* its number, from 1 */
    int64_t seq;    /* from 1, without a gap */
    int64_t at_ms;
    uint16_t kind;
    uint16_t format;
    struct str body;
};

/* A message as its sender names it: a second one of that name is the same message. */
struct store_message {
    struct str source; /* "api", "slack" ... */
    struct str name;   /* an Idempotency-Key, a message id */
};

enum store_effect_state {
    STORE_EFFECT_PENDING,
    STORE_EFFECT_DEAD, /* given up: for a person to look at */
};

/* Something to be done outside, named ticket:seq:index for ever. */
struct store_effect {
    int64_t ticket;
    int64_t seq;
    int64_t index;
    struct str channel;
    enum store_effect_state state;
    int64_t attempt_count;
    int64_t due_ms; /* when to try next */
    struct str body;
};

/* Rings once; a ticket has at most one timer of a name. */
struct store_timer {
    int64_t ticket;
    struct str name;
    int64_t due_ms; /* in a change, INT64_MIN takes it away */
};

/* A ticket as people see it and SQL finds it.  Everything is derived; detail is JSON. */
struct store_ticket {
    int64_t number;
    struct str id; /* "tk_..." */
    struct str bot;
    struct str status;
    struct str queue;
    int64_t priority;
    bool human_in_the_loop;
    bool is_open;
    int64_t created_ms;
    int64_t updated_ms;
    int64_t seq; /* of the newest event it shows */
    struct str detail;
};

/* What one event changes, all of it or nothing. */
struct store_change {
    struct store_record record;
    const struct store_message *message; /* that caused it; NULL: none */
    const struct store_effect *effects;  /* new ones; ticket and seq are the record's */
    size_t effect_count;
    const struct store_effect *done; /* finished ones, to be taken away: by their names */
    size_t done_count;
    const struct store_timer *timers; /* set anew or taken away */
    size_t timer_count;
    const struct store_ticket *ticket; /* as it is now; NULL: as it was */
};

/* "sqlite:FILE" (made where it is missing, for its owner alone to read) or "memory:NAME"
 * (gone with its last handle; for tests).  ERR_CONFIG for another URL or the schema of
 * another program, ERR_CONFLICT where another program writes there, ERR_CORRUPT,
 * ERR_DENIED, ERR_NOT_FOUND, ERR_UNAVAILABLE. */
int store_open(struct store **store_out, const char *url, struct err *err) MUST_USE;
int store_open_reader(struct store **store_out, const char *url,
                      struct err *err) MUST_USE;
void store_close(struct store **store); /* accepts NULL in it */

/* ERR_CONFLICT where a record or a message is there already or the record before is not,
 * ERR_LIMIT where something is too long: nothing was kept.  ERR_UNAVAILABLE: nothing was
 * kept either (disk full, somebody else holds the file).  ERR_DENIED: this handle only
 * reads.  A disk that cannot flush ends the program: what it kept nobody knows. */
int store_commit(struct store *store, const struct store_change *changes, size_t count,
                 struct err *err) MUST_USE;

/* A failed try: the effect waits until due_ms or is dead, by its state. */
int store_put_off(struct store *store, const struct store_effect *effects, size_t count,
                  struct err *err) MUST_USE;

/* The largest number of a ticket so far; 0: there is none. */
int store_last_ticket(struct store *store, int64_t *number_out, struct err *err) MUST_USE;

struct store_records {
    const struct store_record *items;
    size_t count;
};

/* The journal of a ticket behind after_seq, at most STORE_LIST_MAX records.  ERR_CORRUPT
 * where a record is missing or not what was written. */
int store_read_journal(struct store *store, int64_t ticket, int64_t after_seq,
                       struct arena *arena, struct store_records *records_out,
                       struct err *err) MUST_USE;

/* 1 and the ticket and seq that the message caused, 0, or -1. */
int store_find_message(struct store *store, const struct store_message *message,
                       int64_t *ticket_out, int64_t *seq_out, struct err *err) MUST_USE;

/* 1, 0 or -1. */
int store_find_ticket(struct store *store, struct str id, struct arena *arena,
                      struct store_ticket *ticket_out, struct err *err) MUST_USE;

/* An empty text, or a NULL is_open, allows any. */
struct store_filter {
    struct str bot;
    struct str status;
    struct str queue;
    const bool *is_open;
};

struct store_tickets {
    const struct store_ticket *items;
    size_t count;
};

/* Newest first, those with a number below before (INT64_MAX: from the newest), at most
 * limit, which is at most STORE_LIST_MAX. */
int store_list_tickets(struct store *store, const struct store_filter *filter,
                       int64_t before, size_t limit, struct arena *arena,
                       struct store_tickets *tickets_out, struct err *err) MUST_USE;

struct store_effects {
    const struct store_effect *items;
    size_t count;
};

/* Of that state with due_ms up to then, the most urgent first; at most limit. */
int store_list_effects(struct store *store, enum store_effect_state state,
                       int64_t until_ms, size_t limit, struct arena *arena,
                       struct store_effects *effects_out, struct err *err) MUST_USE;

struct store_timers {
    const struct store_timer *items;
    size_t count;
};

/* Those due up to then, the earliest first; at most limit. */
int store_list_timers(struct store *store, int64_t until_ms, size_t limit,
                      struct arena *arena, struct store_timers *timers_out,
                      struct err *err) MUST_USE;

/* A small value under a name, in a collection ("vault.key"), changed by one who saw what
 * it was: every change gives the next revision. */
struct store_document {
    struct str collection;
    struct str name;
    int64_t revision; /* from 1 */
    struct str body;
};

/* Put it where its revision is document->revision - 1 now, so 1 makes it anew.
 * ERR_CONFLICT where it is another one. */
int store_put_document(struct store *store, const struct store_document *document,
                       struct err *err) MUST_USE;

/* 1, 0 or -1. */
int store_find_document(struct store *store, struct str collection, struct str name,
                        struct arena *arena, struct store_document *document_out,
                        struct err *err) MUST_USE;

struct store_documents {
    const struct store_document *items;
    size_t count;
};

/* By name, those behind after_name (empty: from the first), at most limit. */
int store_list_documents(struct store *store, struct str collection,
                         struct str after_name, size_t limit, struct arena *arena,
                         struct store_documents *documents_out, struct err *err) MUST_USE;

/* Take it away so that its bytes are in none of the store's files any more: 1, or 0 where
 * it was not there.  ERR_UNAVAILABLE where a reader keeps the log from being cleared: it
 * is away, but call again. */
int store_erase_document(struct store *store, struct str collection, struct str name,
                         struct err *err) MUST_USE;

/* Of SQLite. */
struct str store_library_version(struct arena *arena);

/* Upkeep that may take a while, when nobody waits. */
int store_maintain(struct store *store, struct err *err) MUST_USE;

#endif
