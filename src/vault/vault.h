/* vault.h - what customers wrote, sealed under a key of their own; who destroys the key
 * has erased them.
 *
 * Each customer has a key of 32 random bytes, kept as a document of the store, wrapped by
 * the master key (AES-256-GCM, NIST SP 800-38D).  What is sealed is bound to its place by
 * additional data: a body moved to another ticket, or another customer, does not open.
 * Whoever keeps sealed bodies keeps the **owner** beside them, HMAC-SHA-256 of the
 * customer's name under a key of the store's own: it finds his key, and an erased name
 * stands nowhere.
 *
 *     sealed: version 1, the key's id (8 bytes), nonce (12, random), text, tag (16)
 *
 * A nonce is 96 random bits: after 2^32 bodies of one customer the chance that two share
 * one is 2^-32 (section 8.3 there); a key is used for far fewer.
 *
 * Thread: a vault belongs to one thread at a time, as its store does.
 * Memory: on the heap until vault_close(), which wipes the keys it holds.
 */
#ifndef VAULT_VAULT_H
#define VAULT_VAULT_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;
struct store; /* store/store.h */
struct vault;

enum {
    VAULT_KEY_BYTES = 32,
    VAULT_MASTERS_MAX = 8,
    VAULT_OVERHEAD_BYTES = 1 + 8 + 12 + 16,
    VAULT_KEY_FILE_BYTES_MAX = 1024,
    VAULT_OWNER_LEN = 64, /* small hexadecimal digits */
};

struct vault_key {
    uint8_t bytes[VAULT_KEY_BYTES];
};

/* Where chance comes from; asked for at most 256 bytes. */
typedef void (*vault_chance_fn)(void *bytes_out, size_t len);

/* A key file: 64 hexadecimal digits, white space around them.  ERR_INPUT. */
int vault_key_parse(struct vault_key *key_out, struct str text, struct err *err) MUST_USE;

/* The text of a new key file, made by chance. */
struct str vault_key_make(vault_chance_fn chance, struct arena *arena);

/* The first master wraps new keys; the others open what was wrapped before a rotation. */
int vault_open(struct vault **vault_out, struct store *store,
               const struct vault_key *masters, size_t master_count,
               vault_chance_fn chance, struct err *err) MUST_USE;
void vault_close(struct vault **vault); /* accepts NULL in it */

/* The customer as an owner; always the same for the same store. */
struct str vault_owner(const struct vault *vault, struct str customer,
                       struct arena *arena);

/* Seal text under the owner's key, which is made where he has none.  place is what the
 * body is bound to ("17:1"). */
int vault_seal(struct vault *vault, struct str owner, struct str place, struct str text,
               struct arena *arena, struct str *sealed_out, struct err *err) MUST_USE;

/* ERR_NOT_FOUND where the owner was erased since, ERR_CORRUPT where this is not what was
 * sealed for him there, ERR_CONFIG where no master opens his key. */
int vault_unseal(struct vault *vault, struct str owner, struct str place,
                 struct str sealed, struct arena *arena, struct str *text_out,
                 struct err *err) MUST_USE;

/* Destroy the owner's key: nothing that was sealed for him opens any more, also where he
 * writes again and gets a new key.  1, 0 where he had none, or -1 as
 * store_erase_document(). */
int vault_erase(struct vault *vault, struct str owner, struct err *err) MUST_USE;

/* Wrap every customer's key by the first master; how many were not yet. */
int vault_rewrap(struct vault *vault, size_t *count_out, struct err *err) MUST_USE;

#endif
