/* error.c - reasons and sizes, as embedders know them. */

#include "base/arena.h"
#include "base/err.h"
#include "embed/embed.h"

enum { STRUCT_BYTES_MAX = 4096 };

/* The numbers of usher.h never change; ours may, and then a table is due here. */
#define X(constant, name, http, retry, meaning)                                          \
    _Static_assert((int)USHER_ERROR_##constant == (int)ERR_##constant, name);
ERR_REASONS(X)
#undef X
_Static_assert(sizeof((struct usher_error){ 0 }.text) == ERR_TEXT_MAX, "error text");

const char *usher_version(void)
{
    return USHER_VERSION;
}

const char *usher_reason_name(int reason)
{
    if (reason == USHER_OK) {
        return "ok";
    }
    return reason > ERR_NONE && reason < ERR_COUNT ? err_name((enum err_reason)reason)
                                                   : "unknown";
}

int embed_fail(struct usher_error *error, const struct err *err)
{
    if (error != NULL) {
        error->reason = (int)err->reason;
        memcpy(error->text, err->text, sizeof error->text);
    }
    return (int)err->reason;
}

int embed_copy_sized(void *to, size_t size, size_t size_min, const void *from,
                     struct err *err)
{
    const unsigned char *bytes = from;
    size_t given;

    memcpy(&given, from, sizeof given);
    if (given < size_min || given > STRUCT_BYTES_MAX) {
        return err_set(err, ERR_INPUT,
                       "a struct of size %zu: its first member must be its sizeof",
                       given);
    }
    for (size_t i = size; i < given; i++) {
        if (bytes[i] != 0) {
            return err_set(err, ERR_INPUT,
                           "a struct asks for what libusher " USHER_VERSION " lacks");
        }
    }
    memset(to, 0, size);
    memcpy(to, from, given < size ? given : size);
    return 0;
}

int embed_limit(size_t *bytes_out, const struct usher_limits *limits, size_t usual,
                struct err *err)
{
    struct usher_limits own = { 0 };

    if (limits != NULL &&
        embed_copy_sized(&own, sizeof own, sizeof own, limits, err) != 0) {
        return -1;
    }
    *bytes_out = own.memory_bytes_max == 0 ? usual : own.memory_bytes_max;
    return 0;
}
