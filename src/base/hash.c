/* hash.c - SHA-256 by OpenSSL; SipHash-2-4 from its paper.
 *
 * OpenSSL's plain functions are used, not EVP: they take nothing from the heap, so a
 * digest cannot fail, and share nothing between threads.  OpenSSL 3 calls them old, hence
 * OPENSSL_API_COMPAT. */

#define OPENSSL_API_COMPAT 0x10100000L

#include "base/hash.h"

#include <openssl/crypto.h>
#include <openssl/sha.h>

#include "base/arena.h"

struct sha256 sha256_of(struct str content)
{
    struct sha256 digest;
    SHA256_CTX state;

    (void)SHA256_Init(&state);
    (void)SHA256_Update(&state, content.at, content.len);
    (void)SHA256_Final(digest.bytes, &state);
    return digest;
}

void sha256_format(const struct sha256 *digest, char hex_out[SHA256_HEX_LEN + 1])
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < SHA256_BYTES; i++) {
        hex_out[2 * i] = digits[digest->bytes[i] >> 4];
        hex_out[2 * i + 1] = digits[digest->bytes[i] & 15];
    }
    hex_out[SHA256_HEX_LEN] = '\0';
}

struct str sha256_hex(struct arena *arena, const struct sha256 *digest)
{
    char *hex = arena_raw(arena, SHA256_HEX_LEN + 1, 1);

    sha256_format(digest, hex);
    return (struct str){ hex, SHA256_HEX_LEN };
}

static uint64_t rotl(uint64_t x, int bits)
{
    return (x << bits) | (x >> (64 - bits));
}

static void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[1] = rotl(v[1], 13) ^ v[0];
    v[0] = rotl(v[0], 32);
    v[2] += v[3];
    v[3] = rotl(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotl(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotl(v[1], 17) ^ v[2];
    v[2] = rotl(v[2], 32);
}

static void sip_word(uint64_t v[4], uint64_t word)
{
    v[3] ^= word;
    sip_round(v);
    sip_round(v);
    v[0] ^= word;
}

/* The paper reads words little-endian. */
static uint64_t read_le(const uint8_t *bytes, size_t len)
{
    uint64_t word = 0;

    for (size_t i = 0; i < len; i++) {
        word |= (uint64_t)bytes[i] << (8 * i);
    }
    return word;
}

uint64_t hash_sip(const uint64_t key[2], const void *bytes, size_t len)
{
    const uint8_t *at = bytes;
    size_t whole = len / 8 * 8;
    uint64_t v[4] = {
        key[0] ^ UINT64_C(0x736f6d6570736575),
        key[1] ^ UINT64_C(0x646f72616e646f6d),
        key[0] ^ UINT64_C(0x6c7967656e657261),
        key[1] ^ UINT64_C(0x7465646279746573),
    };

    for (size_t i = 0; i < whole; i += 8) {
        sip_word(v, read_le(at + i, 8));
    }
    sip_word(v, read_le(at + whole, len - whole) | (uint64_t)len << 56);
    v[2] ^= 0xff;
    for (int i = 0; i < 4; i++) {
        sip_round(v);
    }
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

uint64_t hash_text(struct str text)
{
    static const uint64_t key[2] = { UINT64_C(0x75736865722d6d61),
                                     UINT64_C(0x702d6b6579732e2e) };

    return hash_sip(key, text.len == 0 ? "" : text.at, text.len);
}

struct str hash_library_version(struct arena *arena)
{
    return str_copy(arena, str_from(OpenSSL_version(OPENSSL_VERSION_STRING)));
}
