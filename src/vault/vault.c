/* vault.c - customers' keys, wrapped in documents, opened when needed.
 *
 * A document's body: version 1, the master key's id (8 bytes), nonce (12), the key,
 * wrapped (32), tag (16).  The name of the document is bound to it.  The key for names is
 * such a document too, "names".  The keys used last are held open in a small table.
 *
 * heap: a vault lives as long as the program's store.
 */

#include "vault/vault.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"
#include "store/store.h"
#include "vault/cipher.h"

enum {
    VERSION = 1,
    HELD_KEYS = 1024, /* a power of two */
    MASTER_ID_BYTES = 8,
    NONCE_AT = 1 + MASTER_ID_BYTES,
    WRAPPED_AT = NONCE_AT + NONCE_BYTES,
    DOCUMENT_BYTES = WRAPPED_AT + VAULT_KEY_BYTES + TAG_BYTES,
    ARENA_BYTES_MAX = 8 << 20,
    /* of what is sealed */
    KEY_ID_BYTES = 8,
    SEALED_NONCE_AT = 1 + KEY_ID_BYTES,
    SEALED_TEXT_AT = SEALED_NONCE_AT + NONCE_BYTES,
};

#define COLLECTION STR("vault.key")

#define NAMES     STR("names")
#define MASTER_ID STR("usher vault: the id of a master key")
#define KEY_ID    STR("usher vault: the id of an owner's key")

struct master {
    struct vault_key key;
    uint8_t id[MASTER_ID_BYTES];
};

struct held_key {
    char name[VAULT_OWNER_LEN + 1]; /* empty: none */
    struct vault_key key;
    uint8_t id[KEY_ID_BYTES]; /* of this very key: an owner may have had others */
};

struct vault {
    struct store *store;
    struct cipher *cipher;
    vault_chance_fn chance;
    struct master masters[VAULT_MASTERS_MAX];
    size_t master_count;
    struct vault_key name_key;
    struct arena *arena; /* of one call */
    struct held_key held[HELD_KEYS];
};

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return -1;
}

int vault_key_parse(struct vault_key *key_out, struct str text, struct err *err)
{
    struct str digits = str_trim(text);
    struct vault_key key;

    for (size_t i = 0; i < VAULT_KEY_BYTES && digits.len == 2 * VAULT_KEY_BYTES; i++) {
        int high = hex_value(digits.at[2 * i]);
        int low = hex_value(digits.at[2 * i + 1]);

        if (high < 0 || low < 0) {
            digits.len = 0;
            break;
        }
        key.bytes[i] = (uint8_t)(high * 16 + low);
    }
    if (digits.len != 2 * VAULT_KEY_BYTES) {
        return err_set(err, ERR_INPUT, "is no key; expected %d hexadecimal digits",
                       2 * VAULT_KEY_BYTES);
    }
    *key_out = key;
    return 0;
}

struct str vault_key_make(vault_chance_fn chance, struct arena *arena)
{
    struct sha256 bytes; /* of the same size, and it can be written */
    struct str text;

    assert(sizeof bytes.bytes == VAULT_KEY_BYTES);
    chance(bytes.bytes, sizeof bytes.bytes);
    text = str_format(arena, "%.*s\n", STR_ARG(sha256_hex(arena, &bytes)));
    explicit_bzero(&bytes, sizeof bytes);
    return text;
}

/* --- wrapping --- */

static struct str wrap(struct vault *vault, struct str name, const struct vault_key *key)
{
    const struct master *master = &vault->masters[0];
    uint8_t *body = arena_alloc(vault->arena, DOCUMENT_BYTES);

    body[0] = VERSION;
    memcpy(body + 1, master->id, MASTER_ID_BYTES);
    vault->chance(body + NONCE_AT, NONCE_BYTES);
    cipher_seal(vault->cipher, master->key.bytes, body + NONCE_AT, name,
                (struct str){ (const char *)key->bytes, VAULT_KEY_BYTES },
                body + WRAPPED_AT);
    return (struct str){ (const char *)body, DOCUMENT_BYTES };
}

static const struct master *master_of(const struct vault *vault, const uint8_t *body)
{
    for (size_t i = 0; i < vault->master_count; i++) {
        if (memcmp(vault->masters[i].id, body + 1, MASTER_ID_BYTES) == 0) {
            return &vault->masters[i];
        }
    }
    return NULL;
}

static int unwrap(struct vault *vault, const struct store_document *document,
                  struct vault_key *key_out, struct err *err)
{
    const uint8_t *body = (const uint8_t *)document->body.at;
    struct str wrapped = str_slice(document->body, WRAPPED_AT, document->body.len);
    const struct master *master;

    if (document->body.len != DOCUMENT_BYTES || body[0] != VERSION) {
        return err_set(err, ERR_CORRUPT, "a customer's key is not what was kept");
    }
    master = master_of(vault, body);
    if (master == NULL) {
        return err_set(err, ERR_CONFIG,
                       "no master key at hand opens a customer's key: was the key file "
                       "replaced without the old one");
    }
    if (!cipher_unseal(vault->cipher, master->key.bytes, body + NONCE_AT, document->name,
                       wrapped, key_out->bytes)) {
        return err_set(err, ERR_CORRUPT, "a customer's key is not what was kept");
    }
    return 0;
}

/* 1, 0 or -1. */
static int find_key(struct vault *vault, struct str name, struct vault_key *key_out,
                    struct err *err)
{
    struct store_document document;
    int found =
        store_find_document(vault->store, COLLECTION, name, vault->arena, &document, err);

    if (found != 1) {
        return found;
    }
    return unwrap(vault, &document, key_out, err) == 0 ? 1 : -1;
}

static int make_key(struct vault *vault, struct str name, struct vault_key *key_out,
                    struct err *err)
{
    struct store_document document = { .collection = COLLECTION,
                                       .name = name,
                                       .revision = 1 };

    vault->chance(key_out->bytes, sizeof key_out->bytes);
    document.body = wrap(vault, name, key_out);
    return store_put_document(vault->store, &document, err);
}

/* --- opening --- */

static void take_masters(struct vault *vault, const struct vault_key *masters,
                         size_t master_count)
{
    vault->master_count = master_count;
    for (size_t i = 0; i < master_count; i++) {
        struct sha256 digest = hmac_sha256(masters[i].bytes, MASTER_ID);

        vault->masters[i].key = masters[i];
        memcpy(vault->masters[i].id, digest.bytes, MASTER_ID_BYTES);
    }
}

int vault_open(struct vault **vault_out, struct store *store,
               const struct vault_key *masters, size_t master_count,
               vault_chance_fn chance, struct err *err)
{
    struct vault *vault;
    int found;

    assert(master_count >= 1 && master_count <= VAULT_MASTERS_MAX);
    vault = calloc(1, sizeof *vault);
    assert(vault != NULL);
    vault->store = store;
    vault->chance = chance;
    vault->cipher = cipher_new();
    vault->arena = arena_new(ARENA_BYTES_MAX);
    take_masters(vault, masters, master_count);
    found = find_key(vault, NAMES, &vault->name_key, err);
    if (found < 0 || (found == 0 && make_key(vault, NAMES, &vault->name_key, err) != 0)) {
        vault_close(&vault);
        return -1;
    }
    *vault_out = vault;
    return 0;
}

void vault_close(struct vault **vault)
{
    if (*vault == NULL) {
        return;
    }
    cipher_free(&(*vault)->cipher);
    arena_free(&(*vault)->arena);
    explicit_bzero(*vault, sizeof **vault);
    free(*vault);
    *vault = NULL;
}

/* --- customers' keys --- */

struct str vault_owner(const struct vault *vault, struct str customer,
                       struct arena *arena)
{
    struct sha256 digest = hmac_sha256(vault->name_key.bytes, customer);

    return sha256_hex(arena, &digest);
}

static struct held_key *place_of(struct vault *vault, struct str owner)
{
    return &vault->held[hash_text(owner) % HELD_KEYS];
}

static bool is_held(const struct held_key *held, struct str owner)
{
    return held->name[0] != '\0' && str_equal(str_from(held->name), owner);
}

/* The owner's key, made where he has none and may_make says so; 0 where there is none. */
static int owner_key(struct vault *vault, struct str owner, bool may_make,
                     const struct held_key **key_out, struct err *err)
{
    struct held_key *held = place_of(vault, owner);
    struct vault_key key;
    int found;

    assert(owner.len == VAULT_OWNER_LEN);
    *key_out = held;
    if (is_held(held, owner)) {
        return 1;
    }
    found = find_key(vault, owner, &key, err);
    if (found == 0 && may_make) {
        found = make_key(vault, owner, &key, err) == 0 ? 1 : -1;
    }
    if (found == 1) {
        struct sha256 id = hmac_sha256(key.bytes, KEY_ID);

        memcpy(held->name, owner.at, VAULT_OWNER_LEN);
        memcpy(held->id, id.bytes, KEY_ID_BYTES);
        held->key = key;
    }
    explicit_bzero(&key, sizeof key);
    return found;
}

int vault_seal(struct vault *vault, struct str owner, struct str place, struct str text,
               struct arena *arena, struct str *sealed_out, struct err *err)
{
    const struct held_key *key;
    uint8_t *sealed;

    arena_clear(vault->arena);
    if (owner_key(vault, owner, true, &key, err) != 1) {
        return -1;
    }
    sealed = arena_raw(arena, text.len + VAULT_OVERHEAD_BYTES, 1);
    sealed[0] = VERSION;
    memcpy(sealed + 1, key->id, KEY_ID_BYTES);
    vault->chance(sealed + SEALED_NONCE_AT, NONCE_BYTES);
    cipher_seal(vault->cipher, key->key.bytes, sealed + SEALED_NONCE_AT, place, text,
                sealed + SEALED_TEXT_AT);
    *sealed_out = (struct str){ (const char *)sealed, text.len + VAULT_OVERHEAD_BYTES };
    return 0;
}

int vault_unseal(struct vault *vault, struct str owner, struct str place,
                 struct str sealed, struct arena *arena, struct str *text_out,
                 struct err *err)
{
    const uint8_t *bytes = (const uint8_t *)sealed.at;
    const struct held_key *key;
    char *text;
    int found;

    if (sealed.len < VAULT_OVERHEAD_BYTES || sealed.at[0] != VERSION) {
        return err_set(err, ERR_CORRUPT, "this is nothing that was sealed");
    }
    arena_clear(vault->arena);
    found = owner_key(vault, owner, false, &key, err);
    if (found < 0) {
        return -1;
    }
    if (found == 0 || memcmp(key->id, bytes + 1, KEY_ID_BYTES) != 0) {
        return err_set(err, ERR_NOT_FOUND, "its owner has no key: he was erased");
    }
    text = arena_raw(arena, sealed.len, 1);
    if (!cipher_unseal(vault->cipher, key->key.bytes, bytes + SEALED_NONCE_AT, place,
                       str_slice(sealed, SEALED_TEXT_AT, sealed.len), (uint8_t *)text)) {
        return err_set(err, ERR_CORRUPT, "this is not what was sealed here");
    }
    *text_out = (struct str){ text, sealed.len - VAULT_OVERHEAD_BYTES };
    return 0;
}

int vault_erase(struct vault *vault, struct str owner, struct err *err)
{
    struct held_key *held = place_of(vault, owner);

    assert(owner.len == VAULT_OWNER_LEN); /* no other name is a customer's key */
    if (is_held(held, owner)) {
        explicit_bzero(held, sizeof *held);
    }
    return store_erase_document(vault->store, COLLECTION, owner, err);
}

/* --- rotation --- */

/* 1 where it was wrapped by another master. */
static int rewrap(struct vault *vault, const struct store_document *document,
                  struct err *err)
{
    struct store_document next = *document;
    struct vault_key key;
    int changed = unwrap(vault, document, &key, err);

    if (changed == 0 &&
        master_of(vault, (const uint8_t *)document->body.at) != &vault->masters[0]) {
        next.revision++;
        next.body = wrap(vault, document->name, &key);
        changed = store_put_document(vault->store, &next, err) == 0 ? 1 : -1;
    }
    explicit_bzero(&key, sizeof key);
    return changed;
}

int vault_rewrap(struct vault *vault, size_t *count_out, struct err *err)
{
    char after[STORE_NAME_LEN_MAX + 1] = "";
    struct store_documents documents;
    size_t count = 0;

    do {
        arena_clear(vault->arena);
        if (store_list_documents(vault->store, COLLECTION, str_from(after),
                                 STORE_LIST_MAX, vault->arena, &documents, err) != 0) {
            return -1;
        }
        for (size_t i = 0; i < documents.count; i++) {
            int changed = rewrap(vault, &documents.items[i], err);

            if (changed < 0) {
                return -1;
            }
            count += (size_t)changed;
        }
        if (documents.count != 0) {
            struct str last = documents.items[documents.count - 1].name;

            memcpy(after, last.at, last.len);
            after[last.len] = '\0';
        }
    } while (documents.count == STORE_LIST_MAX);
    *count_out = count;
    return 0;
}
