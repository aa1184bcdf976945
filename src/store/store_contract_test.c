/* store_contract_test.c - what store.h promises, held against every driver. */

#include "base/test.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "os/file.h"
#include "store/store.h"

static struct arena *arena;
static struct store *store;
static char url[128];
static char folder[] = "/tmp/usher-store-test-XXXXXX";

static int open_memory(void **state)
{
    struct err err;

    (void)state;
    arena = arena_new(64 << 20);
    (void)snprintf(url, sizeof url, "memory:test");
    return store_open(&store, url, &err);
}

static int open_sqlite(void **state)
{
    struct err err;

    (void)state;
    arena = arena_new(64 << 20);
    memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(url, sizeof url, "sqlite:%s/tickets.db", folder);
    return store_open(&store, url, &err);
}

static int close_memory(void **state)
{
    (void)state;
    store_close(&store);
    arena_free(&arena);
    return 0;
}

static int close_sqlite(void **state)
{
    char command[128];

    (void)snprintf(command, sizeof command, "rm -r %s", folder);
    return close_memory(state) != 0 || system(command) != 0;
}

static struct store_change event(int64_t ticket, int64_t seq, const char *body)
{
    return (struct store_change){ .record = { .ticket = ticket,
                                              .seq = seq,
                                              .at_ms = 1000 + seq,
                                              .kind = 2,
                                              .format = 1,
                                              .body = str_from(body) } };
}

static void commit(const struct store_change *change)
{
    struct err err;

    if (store_commit(store, change, 1, &err) != 0) {
        fail_msg("%s", err.text);
    }
}

static struct store_records journal(int64_t ticket, int64_t after_seq)
{
    struct store_records records;
    struct err err;

    assert_int_equal(store_read_journal(store, ticket, after_seq, arena, &records, &err),
                     0);
    return records;
}

static void a_journal_is_read_as_it_was_written(void **state)
{
    struct store_change changes[] = { event(1, 1, "first"), event(2, 1, "other"),
                                      event(1, 2, "") };
    struct store_records records;
    struct err err;

    (void)state;
    assert_int_equal(store_commit(store, changes, 3, &err), 0);
    records = journal(1, 0);
    assert_int_equal(records.count, 2);
    assert_int_equal(records.items[0].seq, 1);
    assert_int_equal(records.items[0].at_ms, 1001);
    assert_int_equal(records.items[0].kind, 2);
    assert_int_equal(records.items[0].format, 1);
    assert_str(records.items[0].body, "first");
    assert_int_equal(records.items[1].seq, 2);
    assert_str(records.items[1].body, "");
    assert_int_equal(journal(1, 1).count, 1);
    assert_int_equal(journal(1, 2).count, 0);
    assert_int_equal(journal(3, 0).count, 0);
}

static void a_body_is_bytes(void **state)
{
    struct store_change change = event(1, 1, "");
    char bytes[256];

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (char)i;
    }
    change.record.body = (struct str){ bytes, sizeof bytes };
    commit(&change);
    assert_true(str_equal(journal(1, 0).items[0].body, change.record.body));
}

static void an_event_that_is_there_refuses_the_whole_commit(void **state)
{
    struct store_change first = event(1, 1, "first");
    struct store_change second[] = { event(7, 1, "new"), event(1, 1, "again") };
    struct err err;

    (void)state;
    commit(&first);
    assert_int_equal(store_commit(store, second, 2, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    assert_int_equal(journal(7, 0).count, 0);
    assert_str(journal(1, 0).items[0].body, "first");
    commit(&second[0]); /* the store goes on */
}

static void an_event_without_the_one_before_is_refused(void **state)
{
    struct store_change gap[] = { event(1, 1, "a"), event(1, 3, "c") };
    struct store_change first = event(1, 1, "a");
    struct store_change third = event(1, 3, "c");
    struct err err;

    (void)state;
    assert_int_equal(store_commit(store, gap, 2, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    assert_int_equal(journal(1, 0).count, 0);
    commit(&first);
    assert_int_equal(store_commit(store, &third, 1, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    assert_int_equal(journal(1, 0).count, 1);
}

static void one_commit_cannot_hold_an_event_twice(void **state)
{
    struct store_change twice[] = { event(1, 1, "a"), event(1, 1, "b") };
    struct err err;

    (void)state;
    assert_int_equal(store_commit(store, twice, 2, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    assert_int_equal(journal(1, 0).count, 0);
}

static void a_message_is_known_by_its_sender_and_name(void **state)
{
    const struct store_message message = { STR("api"), STR("key-1") };
    const struct store_message others[] = { { STR("ap"), STR("ikey-1") },
                                            { STR("slack"), STR("key-1") },
                                            { STR("api"), STR("key-2") } };
    struct store_change change = event(4, 1, "hello");
    int64_t ticket = 0;
    int64_t seq = 0;
    struct err err;

    (void)state;
    change.message = &message;
    assert_int_equal(store_find_message(store, &message, &ticket, &seq, &err), 0);
    commit(&change);
    assert_int_equal(store_find_message(store, &message, &ticket, &seq, &err), 1);
    assert_int_equal(ticket, 4);
    assert_int_equal(seq, 1);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(store_find_message(store, &others[i], &ticket, &seq, &err), 0);
    }
}

static void a_message_that_was_seen_refuses_the_whole_commit(void **state)
{
    const struct store_message message = { STR("api"), STR("key-1") };
    struct store_change change = event(4, 1, "hello");
    struct store_change again = event(5, 1, "hello");
    struct err err;

    (void)state;
    change.message = &message;
    again.message = &message;
    commit(&change);
    assert_int_equal(store_commit(store, &again, 1, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    assert_int_equal(journal(5, 0).count, 0);
}

static struct store_effects effects_due(enum store_effect_state state, int64_t until_ms)
{
    struct store_effects effects;
    struct err err;

    assert_int_equal(
        store_list_effects(store, state, until_ms, STORE_LIST_MAX, arena, &effects, &err),
        0);
    return effects;
}

static void an_effect_waits_until_it_is_due_and_done(void **state)
{
    const struct store_effect two[] = {
        { .index = 0, .channel = STR("webhook"), .due_ms = 50, .body = STR("send") },
        { .index = 1, .channel = STR("file"), .due_ms = 40, .body = STR("note") },
    };
    struct store_change change = event(1, 1, "x");
    struct store_change after = event(1, 2, "done");
    struct store_effects effects;

    (void)state;
    change.effects = two;
    change.effect_count = 2;
    commit(&change);
    assert_int_equal(effects_due(STORE_EFFECT_PENDING, 39).count, 0);
    assert_int_equal(effects_due(STORE_EFFECT_PENDING, 40).count, 1);
    effects = effects_due(STORE_EFFECT_PENDING, 50);
    assert_int_equal(effects.count, 2);
    assert_str(effects.items[0].channel, "file");
    assert_int_equal(effects.items[1].ticket, 1);
    assert_int_equal(effects.items[1].seq, 1);
    assert_int_equal(effects.items[1].index, 0);
    assert_str(effects.items[1].body, "send");
    after.done = &effects.items[0];
    after.done_count = 1;
    commit(&after);
    assert_int_equal(effects_due(STORE_EFFECT_PENDING, 1000).count, 1);
}

static void an_effect_that_failed_is_put_off_or_given_up(void **state)
{
    const struct store_effect one = { .channel = STR("webhook"), .due_ms = 50 };
    struct store_change change = event(1, 1, "x");
    struct store_effect failed = {
        .ticket = 1, .seq = 1, .attempt_count = 1, .due_ms = 90
    };
    struct err err;

    (void)state;
    change.effects = &one;
    change.effect_count = 1;
    commit(&change);
    assert_int_equal(store_put_off(store, &failed, 1, &err), 0);
    assert_int_equal(effects_due(STORE_EFFECT_PENDING, 89).count, 0);
    assert_int_equal(effects_due(STORE_EFFECT_PENDING, 90).items[0].attempt_count, 1);
    failed.state = STORE_EFFECT_DEAD;
    assert_int_equal(store_put_off(store, &failed, 1, &err), 0);
    assert_int_equal(effects_due(STORE_EFFECT_PENDING, 1000).count, 0);
    assert_int_equal(effects_due(STORE_EFFECT_DEAD, 1000).count, 1);
}

static struct store_timers timers_due(int64_t until_ms, size_t limit)
{
    struct store_timers timers;
    struct err err;

    assert_int_equal(store_list_timers(store, until_ms, limit, arena, &timers, &err), 0);
    return timers;
}

static void a_timer_is_set_moved_and_taken_away(void **state)
{
    const struct store_timer first[] = { { 1, STR("approval"), 70 },
                                         { 1, STR("answer"), 60 } };
    const struct store_timer moved = { 1, STR("approval"), 50 };
    const struct store_timer gone = { 1, STR("answer"), INT64_MIN };
    struct store_change change = event(1, 1, "x");
    struct store_change second = event(1, 2, "y");
    struct store_change third = event(1, 3, "z");

    (void)state;
    change.timers = first;
    change.timer_count = 2;
    commit(&change);
    assert_int_equal(timers_due(59, 10).count, 0);
    assert_str(timers_due(1000, 10).items[0].name, "answer");
    assert_int_equal(timers_due(1000, 1).count, 1);
    second.timers = &moved;
    second.timer_count = 1;
    commit(&second);
    assert_str(timers_due(1000, 10).items[0].name, "approval");
    assert_int_equal(timers_due(1000, 10).count, 2);
    third.timers = &gone;
    third.timer_count = 1;
    commit(&third);
    assert_int_equal(timers_due(1000, 10).count, 1);
}

static struct store_ticket ticket_of(int64_t number, const char *id, const char *status)
{
    return (struct store_ticket){ .number = number,
                                  .id = str_from(id),
                                  .bot = STR("acme"),
                                  .status = str_from(status),
                                  .queue = STR("refunds"),
                                  .priority = 2,
                                  .human_in_the_loop = true,
                                  .is_open = true,
                                  .created_ms = 10,
                                  .updated_ms = 10,
                                  .seq = 1,
                                  .detail = STR("{}") };
}

static void put_ticket(struct store_ticket ticket)
{
    struct store_change change = event(ticket.number, ticket.seq, "x");

    change.ticket = &ticket;
    commit(&change);
}

static void a_ticket_is_as_its_last_event_left_it(void **state)
{
    struct store_ticket ticket = ticket_of(1, "tk_a", "waiting");
    struct store_ticket found;
    struct err err;

    (void)state;
    assert_int_equal(store_find_ticket(store, STR("tk_a"), arena, &found, &err), 0);
    put_ticket(ticket);
    ticket.seq = 2;
    ticket.status = STR("ended");
    ticket.is_open = false;
    ticket.human_in_the_loop = false;
    ticket.updated_ms = 99;
    ticket.detail = STR("{\"a\":1}");
    put_ticket(ticket);
    assert_int_equal(store_find_ticket(store, STR("tk_a"), arena, &found, &err), 1);
    assert_int_equal(found.number, 1);
    assert_str(found.bot, "acme");
    assert_str(found.status, "ended");
    assert_str(found.queue, "refunds");
    assert_int_equal(found.priority, 2);
    assert_false(found.is_open);
    assert_false(found.human_in_the_loop);
    assert_int_equal(found.created_ms, 10);
    assert_int_equal(found.updated_ms, 99);
    assert_int_equal(found.seq, 2);
    assert_str(found.detail, "{\"a\":1}");
}

static struct store_tickets listed(struct store_filter filter, int64_t before,
                                   size_t limit)
{
    struct store_tickets tickets;
    struct err err;

    assert_int_equal(
        store_list_tickets(store, &filter, before, limit, arena, &tickets, &err), 0);
    return tickets;
}

static void tickets_are_listed_newest_first_by_pages_and_filters(void **state)
{
    const bool is_open = false;
    struct store_ticket ended = ticket_of(2, "tk_b", "ended");

    (void)state;
    ended.is_open = false;
    put_ticket(ticket_of(1, "tk_a", "waiting"));
    put_ticket(ended);
    put_ticket(ticket_of(3, "tk_c", "waiting"));
    assert_int_equal(listed((struct store_filter){ 0 }, INT64_MAX, 10).count, 3);
    assert_str(listed((struct store_filter){ 0 }, INT64_MAX, 2).items[0].id, "tk_c");
    assert_int_equal(listed((struct store_filter){ 0 }, INT64_MAX, 2).count, 2);
    assert_str(listed((struct store_filter){ 0 }, 2, 2).items[0].id, "tk_a");
    assert_int_equal(
        listed((struct store_filter){ .status = STR("waiting") }, INT64_MAX, 10).count,
        2);
    assert_str(
        listed((struct store_filter){ .is_open = &is_open }, INT64_MAX, 10).items[0].id,
        "tk_b");
    assert_int_equal(
        listed((struct store_filter){ .bot = STR("other") }, INT64_MAX, 10).count, 0);
    assert_int_equal(
        listed((struct store_filter){ .queue = STR("refunds") }, INT64_MAX, 10).count, 3);
}

static void the_largest_number_is_known(void **state)
{
    struct store_change change = event(12, 1, "x");
    int64_t number = -1;
    struct err err;

    (void)state;
    assert_int_equal(store_last_ticket(store, &number, &err), 0);
    assert_int_equal(number, 0);
    commit(&change);
    assert_int_equal(store_last_ticket(store, &number, &err), 0);
    assert_int_equal(number, 12);
}

static void what_is_too_long_is_refused(void **state)
{
    static char long_name[STORE_NAME_LEN_MAX + 2];
    struct store_message message = { STR("api"), { long_name, STORE_NAME_LEN_MAX + 1 } };
    struct store_change change = event(1, 1, "x");
    struct err err;

    (void)state;
    memset(long_name, 'a', sizeof long_name - 1);
    change.message = &message;
    assert_int_equal(store_commit(store, &change, 1, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
    change.message = NULL;
    change.record.body = (struct str){ arena_alloc(arena, STORE_BODY_BYTES_MAX + 1),
                                       STORE_BODY_BYTES_MAX + 1 };
    assert_int_equal(store_commit(store, &change, 1, &err), -1);
    assert_int_equal(err.reason, ERR_LIMIT);
    assert_int_equal(journal(1, 0).count, 0);
}

static void a_reader_sees_what_was_committed_and_writes_nothing(void **state)
{
    struct store_change change = event(1, 1, "seen");
    struct store_change refused = event(1, 2, "never");
    struct store_records records;
    struct store *reader;
    struct err err;

    (void)state;
    assert_int_equal(store_open_reader(&reader, url, &err), 0);
    commit(&change);
    assert_int_equal(store_read_journal(reader, 1, 0, arena, &records, &err), 0);
    assert_int_equal(records.count, 1);
    assert_int_equal(store_commit(reader, &refused, 1, &err), -1);
    assert_int_equal(err.reason, ERR_DENIED);
    assert_int_equal(journal(1, 0).count, 1);
    store_close(&reader);
}

static void a_second_writer_is_refused(void **state)
{
    struct store *second;
    struct err err;

    (void)state;
    assert_int_equal(store_open(&second, url, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
}

static void a_document_is_changed_by_who_saw_what_it_was(void **state)
{
    struct store_document document = { .collection = STR("vault.key"),
                                       .name = STR("c7"),
                                       .revision = 1,
                                       .body = STR("one") };
    struct store_document found;
    struct err err;

    (void)state;
    assert_int_equal(
        store_find_document(store, STR("vault.key"), STR("c7"), arena, &found, &err), 0);
    assert_int_equal(store_put_document(store, &document, &err), 0);
    assert_int_equal(store_put_document(store, &document, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    document.revision = 3;
    assert_int_equal(store_put_document(store, &document, &err), -1);
    assert_int_equal(err.reason, ERR_CONFLICT);
    document.revision = 2;
    document.body = STR("two");
    assert_int_equal(store_put_document(store, &document, &err), 0);
    assert_int_equal(
        store_find_document(store, STR("vault.key"), STR("c7"), arena, &found, &err), 1);
    assert_int_equal(found.revision, 2);
    assert_str(found.body, "two");
    assert_int_equal(
        store_find_document(store, STR("other"), STR("c7"), arena, &found, &err), 0);
}

static void documents_are_listed_by_name(void **state)
{
    const char *const names[] = { "b", "a", "c" };
    struct store_documents documents;
    struct err err;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        const struct store_document document = { .collection = STR("keys"),
                                                 .name = str_from(names[i]),
                                                 .revision = 1,
                                                 .body = STR("x") };

        assert_int_equal(store_put_document(store, &document, &err), 0);
    }
    assert_int_equal(
        store_list_documents(store, STR("keys"), STR(""), 2, arena, &documents, &err), 0);
    assert_int_equal(documents.count, 2);
    assert_str(documents.items[0].name, "a");
    assert_int_equal(
        store_list_documents(store, STR("keys"), STR("b"), 2, arena, &documents, &err),
        0);
    assert_int_equal(documents.count, 1);
    assert_str(documents.items[0].name, "c");
}

static void an_erased_document_is_gone(void **state)
{
    const struct store_document document = {
        .collection = STR("keys"), .name = STR("c7"), .revision = 1, .body = STR("secret")
    };
    struct store_document found;
    struct err err;

    (void)state;
    assert_int_equal(store_put_document(store, &document, &err), 0);
    assert_int_equal(store_erase_document(store, STR("keys"), STR("c7"), &err), 1);
    assert_int_equal(
        store_find_document(store, STR("keys"), STR("c7"), arena, &found, &err), 0);
    assert_int_equal(store_erase_document(store, STR("keys"), STR("c7"), &err), 0);
    assert_int_equal(store_put_document(store, &document, &err), 0); /* anew */
}

static void upkeep_changes_nothing(void **state)
{
    struct store_change change = event(1, 1, "kept");
    struct err err;

    (void)state;
    commit(&change);
    assert_int_equal(store_maintain(store, &err), 0);
    assert_str(journal(1, 0).items[0].body, "kept");
}

/* --- SQLite alone --- */

static void what_was_committed_is_there_after_a_new_start(void **state)
{
    struct store_change change = event(1, 1, "kept");
    struct err err;

    (void)state;
    commit(&change);
    store_close(&store);
    assert_int_equal(store_open(&store, url, &err), 0);
    assert_str(journal(1, 0).items[0].body, "kept");
}

static void run_sql(const char *sql)
{
    char command[512];

    (void)snprintf(command, sizeof command,
                   "/usr/bin/python3 -c \"import sqlite3; c = sqlite3.connect('%s'); "
                   "c.executescript('''%s'''); c.commit()\"",
                   url + strlen("sqlite:"), sql);
    assert_int_equal(system(command), 0);
}

static void a_record_that_was_changed_is_found_out(void **state)
{
    struct store_change change = event(1, 1, "true");
    struct store_records records;
    struct err err;

    (void)state;
    commit(&change);
    run_sql("UPDATE journal SET body = CAST(0x66616c73 AS BLOB)");
    assert_int_equal(store_read_journal(store, 1, 0, arena, &records, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
    assert_string_equal(err.text, "record 1 of ticket 1 is not what was written");
}

/* How many of the folder's files hold these bytes. */
static int files_with(const char *bytes)
{
    char command[256];
    FILE *found;
    int count = -1;

    (void)snprintf(command, sizeof command, "grep -la '%s' %s/* | wc -l", bytes, folder);
    found = popen(command, "r");
    assert_non_null(found);
    assert_int_equal(fscanf(found, "%d", &count), 1);
    assert_int_equal(pclose(found), 0);
    return count;
}

static void an_erased_document_is_in_no_file_any_more(void **state)
{
    struct store_document document = { .collection = STR("keys"),
                                       .name = STR("c7"),
                                       .revision = 1,
                                       .body = STR("MARKED-1") };
    struct store *reader;
    struct store_records records;
    struct err err;

    (void)state;
    assert_int_equal(store_put_document(store, &document, &err), 0);
    document.revision = 2;
    document.body = STR("MARKED-2");
    assert_int_equal(store_put_document(store, &document, &err), 0);
    assert_int_equal(store_maintain(store, &err), 0);
    assert_int_not_equal(files_with("MARKED"), 0);
    assert_int_equal(store_open_reader(&reader, url, &err), 0);
    assert_int_equal(store_read_journal(reader, 1, 0, arena, &records, &err), 0);
    assert_int_equal(store_erase_document(store, STR("keys"), STR("c7"), &err), 1);
    assert_int_equal(files_with("MARKED"), 0);
    store_close(&reader);
}

/* Who holds the file is no other event of the ticket: the writer would try every job
 * alone, and wait for each. */
static void a_file_that_somebody_holds_is_no_conflict(void **state)
{
    struct store_change change = event(1, 1, "x");
    char command[512];
    struct err err;

    (void)state;
    (void)snprintf(command, sizeof command,
                   "/usr/bin/python3 -c \"import os, sqlite3, time\n"
                   "c = sqlite3.connect('%s', isolation_level=None)\n"
                   "c.execute('BEGIN IMMEDIATE')\nopen('%s/held', 'w').close()\n"
                   "while os.path.exists('%s/held'): time.sleep(0.1)\" & "
                   "while [ ! -e %s/held ]; do sleep 0.1; done",
                   url + strlen("sqlite:"), folder, folder, folder);
    assert_int_equal(system(command), 0);
    assert_int_equal(store_commit(store, &change, 1, &err), -1);
    assert_int_equal(err.reason, ERR_UNAVAILABLE);
}

static void a_record_that_was_taken_out_is_missed(void **state)
{
    struct store_change changes[] = { event(1, 1, "a"), event(1, 2, "b"),
                                      event(1, 3, "c") };
    struct store_records records;
    struct err err;

    (void)state;
    assert_int_equal(store_commit(store, changes, 3, &err), 0);
    run_sql("DELETE FROM journal WHERE seq = 2");
    assert_int_equal(store_read_journal(store, 1, 0, arena, &records, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
    assert_string_equal(err.text, "record 2 of ticket 1 is missing");
    assert_int_equal(store_read_journal(store, 1, 2, arena, &records, &err), 0);
}

static void a_file_of_a_newer_program_is_left_alone(void **state)
{
    struct err err;

    (void)state;
    store_close(&store);
    run_sql("PRAGMA user_version = 99");
    assert_int_equal(store_open(&store, url, &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    assert_non_null(strstr(err.text, "was written by a newer usher"));
    assert_int_equal(store_open_reader(&store, url, &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    assert_non_null(strstr(err.text, "was written by a newer usher"));
}

static void a_reader_finds_out_what_is_no_store(void **state)
{
    struct err err;

    (void)state;
    store_close(&store);
    run_sql("PRAGMA user_version = 0");
    assert_int_equal(store_open_reader(&store, url, &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    assert_non_null(strstr(err.text, "is no store of this usher"));
}

static void only_its_owner_reads_the_files(void **state)
{
    struct store_change change = event(1, 1, "x");
    struct file_names names;
    struct err err;

    (void)state;
    commit(&change);
    assert_int_equal(file_list(&names, arena, folder, 10, &err), 0);
    assert_int_equal(names.count, 4); /* itself, its log, its index, its lock */
    for (size_t i = 0; i < names.count; i++) {
        struct str path = file_join(arena, str_from(folder), names.names[i]);
        struct stat found;

        assert_int_equal(stat(path.at, &found), 0);
        assert_int_equal(found.st_mode & 0777, 0600);
    }
}

static void a_file_that_is_no_database_is_told(void **state)
{
    char command[256];
    struct err err;

    (void)state;
    store_close(&store);
    (void)snprintf(command, sizeof command,
                   "rm %s/tickets.db*; yes no | head -c 9000 > %s", folder,
                   url + strlen("sqlite:"));
    assert_int_equal(system(command), 0);
    assert_int_equal(store_open(&store, url, &err), -1);
    assert_int_equal(err.reason, ERR_CORRUPT);
}

static void an_unknown_kind_of_store_is_told(void **state)
{
    struct store *other;
    struct err err;

    (void)state;
    assert_int_equal(store_open(&other, "mysql:x", &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    assert_string_equal(err.text, "\"mysql:x\" is no store; expected sqlite:FILE");
    assert_int_equal(store_open(&other, "tickets.db", &err), -1);
    assert_int_equal(store_open(&other, "sqlite:", &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    assert_int_equal(store_open(&other, "sqlite::memory:", &err), -1);
    assert_int_equal(err.reason, ERR_CONFIG);
    assert_int_equal(store_open_reader(&other, "sqlite:/nowhere/x.db", &err), -1);
    assert_int_equal(store_open_reader(&other, "memory:nobody", &err), -1);
}

#define CONTRACT(X)                                                                      \
    X(a_journal_is_read_as_it_was_written)                                               \
    X(a_body_is_bytes)                                                                   \
    X(an_event_that_is_there_refuses_the_whole_commit)                                   \
    X(an_event_without_the_one_before_is_refused)                                        \
    X(one_commit_cannot_hold_an_event_twice)                                             \
    X(a_message_is_known_by_its_sender_and_name)                                         \
    X(a_message_that_was_seen_refuses_the_whole_commit)                                  \
    X(an_effect_waits_until_it_is_due_and_done)                                          \
    X(an_effect_that_failed_is_put_off_or_given_up)                                      \
    X(a_timer_is_set_moved_and_taken_away)                                               \
    X(a_ticket_is_as_its_last_event_left_it)                                             \
    X(tickets_are_listed_newest_first_by_pages_and_filters)                              \
    X(the_largest_number_is_known)                                                       \
    X(what_is_too_long_is_refused)                                                       \
    X(a_reader_sees_what_was_committed_and_writes_nothing)                               \
    X(a_second_writer_is_refused)                                                        \
    X(a_document_is_changed_by_who_saw_what_it_was)                                      \
    X(documents_are_listed_by_name)                                                      \
    X(an_erased_document_is_gone)                                                        \
    X(upkeep_changes_nothing)

int main(void)
{
    const struct CMUnitTest tests[] = {
#define X(name)                                                                          \
    { "memory: " #name, name, open_memory, close_memory, NULL },                         \
        { "sqlite: " #name, name, open_sqlite, close_sqlite, NULL },
        CONTRACT(X)
#undef X
#define SQLITE(name) cmocka_unit_test_setup_teardown(name, open_sqlite, close_sqlite)
            SQLITE(what_was_committed_is_there_after_a_new_start),
        SQLITE(a_record_that_was_changed_is_found_out),
        SQLITE(an_erased_document_is_in_no_file_any_more),
        SQLITE(a_file_that_somebody_holds_is_no_conflict),
        SQLITE(a_record_that_was_taken_out_is_missed),
        SQLITE(a_file_of_a_newer_program_is_left_alone),
        SQLITE(a_reader_finds_out_what_is_no_store),
        SQLITE(only_its_owner_reads_the_files),
        SQLITE(a_file_that_is_no_database_is_told),
        SQLITE(an_unknown_kind_of_store_is_told),
#undef SQLITE
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
