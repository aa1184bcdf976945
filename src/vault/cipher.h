/* cipher.h - AES-256-GCM and HMAC-SHA-256, by OpenSSL.
 *
 * Thread: a cipher belongs to one thread at a time.
 * Memory: on the heap until cipher_free().
 */
#ifndef VAULT_CIPHER_H
#define VAULT_CIPHER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/str.h"

struct cipher;

enum { NONCE_BYTES = 12, TAG_BYTES = 16 };

struct cipher *cipher_new(void);
void cipher_free(struct cipher **cipher); /* accepts NULL in it */

/* out holds text.len bytes and, behind them, TAG_BYTES. */
void cipher_seal(struct cipher *cipher, const uint8_t key[32],
                 const uint8_t nonce[NONCE_BYTES], struct str bound, struct str text,
                 uint8_t *out);

/* sealed is text and tag; out holds the text.  False where it was not sealed so. */
bool cipher_unseal(struct cipher *cipher, const uint8_t key[32],
                   const uint8_t nonce[NONCE_BYTES], struct str bound, struct str sealed,
                   uint8_t *out);

struct sha256 hmac_sha256(const uint8_t key[32], struct str text);

#endif
