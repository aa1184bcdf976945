/* keys.c - digests of keys. */

#include "http/keys.h"

#include "base/err.h"

static bool is_sound(struct str key)
{
    for (size_t i = 0; i < key.len; i++) {
        if (key.at[i] <= ' ' || key.at[i] > '~') {
            return false;
        }
    }
    return key.len >= KEY_LEN_MIN && key.len <= KEY_LEN_MAX;
}

int keys_read(struct keys *keys_out, struct str text, struct err *err)
{
    struct keys keys = { .count = 0 };
    size_t number = 0;
    struct str line;

    while (str_split_next(&text, '\n', &line)) {
        number++;
        line = str_trim(line);
        if (line.len == 0 || line.at[0] == '#') {
            continue;
        }
        if (!is_sound(line)) {
            return err_set(err, ERR_INPUT,
                           "line %zu is no key; expected %d to %d visible characters "
                           "without a space",
                           number, KEY_LEN_MIN, KEY_LEN_MAX);
        }
        if (keys.count == KEYS_MAX) {
            return err_set(err, ERR_LIMIT, "there are more than %d keys", KEYS_MAX);
        }
        keys.digests[keys.count++] = sha256_of(line);
    }
    if (keys.count == 0) {
        return err_set(err, ERR_INPUT, "there is no key in it; expected one a line");
    }
    *keys_out = keys;
    return 0;
}

/* Every byte is looked at, wherever they differ. */
static unsigned difference(const struct sha256 *a, const struct sha256 *b)
{
    unsigned different = 0;

    for (size_t i = 0; i < SHA256_BYTES; i++) {
        different |= (unsigned)(a->bytes[i] ^ b->bytes[i]);
    }
    return different;
}

bool keys_admit(const struct keys *keys, struct str authorization)
{
    const struct str scheme = STR("Bearer ");
    struct str key = str_slice(authorization, scheme.len, KEY_LEN_MAX + 1);
    struct sha256 digest;
    bool is_known = false;

    if (keys->count == 0) {
        return true;
    }
    digest = sha256_of(str_trim(key));
    for (size_t i = 0; i < keys->count; i++) {
        is_known |= difference(&digest, &keys->digests[i]) == 0;
    }
    return is_known &&
           str_equal_ascii_nocase(str_slice(authorization, 0, scheme.len), scheme);
}
