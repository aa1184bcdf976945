/* keep.c - opening a store and its vault. */

#include "cli/keep.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/ulid.h"
#include "cli/command.h"
#include "os/file.h"
#include "os/random.h"
#include "store/store.h"
#include "vault/vault.h"

enum { ARENA_BYTES = 64 << 10, PAGE = 500 };
#define LIST_ARENA_BYTES ((size_t)256 << 20)

static struct str key_path(const struct invocation *invocation, struct str url,
                           struct arena *arena)
{
    const char *given = option_value(invocation, "store-key");
    size_t colon = str_find_char(url, ':');

    return given != NULL ? str_from(given)
                         : str_format(arena, "%.*s.key",
                                      STR_ARG(str_slice(url, colon + 1, url.len)));
}

static int read_key(struct vault_key *key_out, struct str path, bool may_make,
                    struct arena *arena, struct err *err)
{
    struct str text;

    if (may_make && !file_exists(path.at) &&
        file_write_secret(path.at, vault_key_make(random_fill, arena), err) != 0) {
        return -1;
    }
    if (file_read(&text, arena, path.at, VAULT_KEY_FILE_BYTES_MAX, err) != 0) {
        return -1;
    }
    return vault_key_parse(key_out, text, err) == 0
               ? 0
               : err_wrap(err, "%.*s", STR_ARG(path));
}

static int open_both(struct keep *keep, const struct invocation *invocation,
                     const char *url, bool is_reader, struct arena *arena,
                     struct err *err)
{
    struct vault_key key;

    if ((is_reader ? store_open_reader(&keep->store, url, err)
                   : store_open(&keep->store, url, err)) != 0) {
        return -1;
    }
    if (read_key(&key, key_path(invocation, str_from(url), arena), !is_reader, arena,
                 err) != 0) {
        return -1;
    }
    return vault_open(&keep->vault, keep->store, &key, 1, random_fill, err);
}

int keep_open(struct keep *keep_out, const struct invocation *invocation, bool is_reader)
{
    const char *url = option_value(invocation, "store");
    struct keep keep = { .store = NULL };
    struct arena *arena;
    struct err err;
    int failed;

    if (url == NULL) {
        return command_misuse(invocation, "expected --store sqlite:FILE");
    }
    arena = arena_new(ARENA_BYTES);
    failed = open_both(&keep, invocation, url, is_reader, arena, &err);
    arena_free(&arena);
    if (failed != 0) {
        keep_close(&keep);
        return command_fail(invocation, "%s", err.text);
    }
    *keep_out = keep;
    return EXIT_DONE;
}

void keep_close(struct keep *keep)
{
    vault_close(&keep->vault);
    store_close(&keep->store);
}

int keep_each(const struct keep *keep, const struct invocation *invocation,
              const struct store_filter *filter, keep_row_fn on_row, void *context)
{
    struct arena *arena = arena_new(LIST_ARENA_BYTES);
    struct store_tickets page;
    int64_t before = INT64_MAX;
    int status = EXIT_DONE;
    struct err err;

    do {
        arena_clear(arena);
        if (store_list_tickets(keep->store, filter, before, PAGE, arena, &page, &err) !=
            0) {
            status = command_fail(invocation, "%s", err.text);
            break;
        }
        for (size_t i = 0; i < page.count; i++) {
            before = page.items[i].number;
            status |= on_row(context, &page.items[i]);
        }
    } while (page.count == PAGE);
    arena_free(&arena);
    return status;
}

struct str new_ticket_id(int64_t now_ms, struct arena *arena)
{
    uint8_t chance[ULID_CHANCE_BYTES];
    char ulid[ULID_LEN + 1];

    random_fill(chance, sizeof chance);
    ulid_format(now_ms, chance, ulid);
    return str_format(arena, "tk_%s", ulid);
}
