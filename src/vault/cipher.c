/* cipher.c - sealing by OpenSSL's EVP.
 *
 * What cannot fail but for a lack of memory or a broken library is asserted: a body that
 * was not sealed must never be taken for one that was.
 *
 * heap: OpenSSL's contexts live there.
 */

#include "vault/cipher.h"

#include <assert.h>
#include <limits.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>

struct cipher {
    EVP_CIPHER *aes;
    EVP_CIPHER_CTX *state;
};

static void must(bool is_done)
{
    assert(is_done);
}

struct cipher *cipher_new(void)
{
    struct cipher *cipher = calloc(1, sizeof *cipher);

    must(cipher != NULL);
    cipher->aes = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
    cipher->state = EVP_CIPHER_CTX_new();
    must(cipher->aes != NULL && cipher->state != NULL);
    return cipher;
}

void cipher_free(struct cipher **cipher)
{
    if (*cipher == NULL) {
        return;
    }
    EVP_CIPHER_CTX_free((*cipher)->state);
    EVP_CIPHER_free((*cipher)->aes);
    free(*cipher);
    *cipher = NULL;
}

static const unsigned char *bytes_of(struct str text)
{
    must(text.len <= INT_MAX);
    return (const unsigned char *)text.at;
}

void cipher_seal(struct cipher *cipher, const uint8_t key[32],
                 const uint8_t nonce[NONCE_BYTES], struct str bound, struct str text,
                 uint8_t *out)
{
    EVP_CIPHER_CTX *state = cipher->state;
    int len = 0;

    must(EVP_EncryptInit_ex2(state, cipher->aes, key, nonce, NULL) == 1);
    must(EVP_EncryptUpdate(state, NULL, &len, bytes_of(bound), (int)bound.len) == 1);
    must(EVP_EncryptUpdate(state, out, &len, bytes_of(text), (int)text.len) == 1);
    must(EVP_EncryptFinal_ex(state, out + len, &len) == 1);
    must(EVP_CIPHER_CTX_ctrl(state, EVP_CTRL_AEAD_GET_TAG, TAG_BYTES, out + text.len) ==
         1);
}

bool cipher_unseal(struct cipher *cipher, const uint8_t key[32],
                   const uint8_t nonce[NONCE_BYTES], struct str bound, struct str sealed,
                   uint8_t *out)
{
    EVP_CIPHER_CTX *state = cipher->state;
    struct str text;
    int len = 0;

    if (sealed.len < TAG_BYTES) {
        return false;
    }
    text = str_slice(sealed, 0, sealed.len - TAG_BYTES);
    must(EVP_DecryptInit_ex2(state, cipher->aes, key, nonce, NULL) == 1);
    must(EVP_DecryptUpdate(state, NULL, &len, bytes_of(bound), (int)bound.len) == 1);
    must(EVP_DecryptUpdate(state, out, &len, bytes_of(text), (int)text.len) == 1);
    must(EVP_CIPHER_CTX_ctrl(state, EVP_CTRL_AEAD_SET_TAG, TAG_BYTES,
                             (void *)(uintptr_t)(sealed.at + text.len)) == 1);
    return EVP_DecryptFinal_ex(state, out + len, &len) == 1;
}

struct sha256 hmac_sha256(const uint8_t key[32], struct str text)
{
    struct sha256 digest;
    unsigned len = 0;

    must(HMAC(EVP_sha256(), key, 32, bytes_of(text), text.len, digest.bytes, &len) !=
         NULL);
    must(len == SHA256_BYTES);
    return digest;
}
