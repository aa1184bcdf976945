/* hash.h - digests that name things, and quick hashes that find things.
 *
 * SHA-256 (FIPS 180-4, by OpenSSL) names releases, prompts, passages and drafts.
 * SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012)
 * hashes map keys, which may come from outside.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { SHA256_BYTES = 32, SHA256_HEX_LEN = 64 };

struct sha256 {
    uint8_t bytes[SHA256_BYTES];
};

struct sha256 sha256_of(struct str content);

/* 64 lower-case hexadecimal digits and a NUL. */
void sha256_format(const struct sha256 *digest, char hex_out[SHA256_HEX_LEN + 1]);
struct str sha256_hex(struct arena *arena, const struct sha256 *digest);

/* SipHash-2-4 of the bytes under a 128-bit key. */
uint64_t hash_sip(const uint64_t key[2], const void *bytes, size_t len);

/* SipHash-2-4 of a text under a fixed key; the same on every machine. */
uint64_t hash_text(struct str text);

/* Of OpenSSL, as it is loaded. */
struct str hash_library_version(struct arena *arena);

#endif
