/* keys.h - who may ask: the keys of a file, compared so that time tells nothing.
 *
 * The file has a key a line, 16 to 512 visible ASCII characters; empty lines and lines
 * that begin with '#' are passed over.  Only digests are kept.
 *
 * Thread: any; read-only once read.
 * Memory: plain values.
 */
#ifndef HTTP_KEYS_H
#define HTTP_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/hash.h"
#include "base/str.h"

struct err;

enum {
    KEYS_MAX = 64,
    KEY_LEN_MIN = 16,
    KEY_LEN_MAX = 512,
    KEYS_FILE_BYTES_MAX = 64 << 10
};

struct keys {
    struct sha256 digests[KEYS_MAX];
    size_t count; /* 0: nobody is asked for one */
};

/* ERR_INPUT with the line that is wrong, or where the text holds no key at all. */
int keys_read(struct keys *keys_out, struct str text, struct err *err) MUST_USE;

/* authorization: the field's value, "Bearer KEY", from the client, unchecked; may be
 * empty.  True where no key is asked for. */
bool keys_admit(const struct keys *keys, struct str authorization);

#endif
