/* err.c - reasons and their one line of text. */

#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    const char *meaning;
    int http;
    bool retry;
} reasons[ERR_COUNT] = { [ERR_NONE] = { "none", "no error", 200, false },
#define X(constant, name, http, retry, meaning)                                          \
    [ERR_##constant] = { name, meaning, http, retry },
                         ERR_REASONS(X)
#undef X
};

int err_set(struct err *err, enum err_reason reason, const char *format, ...)
{
    va_list args;

    err->reason = reason;
    va_start(args, format);
    (void)vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    return -1;
}

int err_wrap(struct err *err, const char *format, ...)
{
    struct err cause = *err;
    va_list args;
    size_t used;

    va_start(args, format);
    (void)vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    used = strlen(err->text);
    if (snprintf(err->text + used, sizeof err->text - used, ": %s", cause.text) < 0) {
        err->text[used] = '\0'; /* keep the context when the cause cannot be printed */
    }
    return -1;
}

const char *err_name(enum err_reason reason)
{
    return reasons[reason].name;
}
int err_http_status(enum err_reason reason)
{
    return reasons[reason].http;
}
bool err_may_retry(enum err_reason reason)
{
    return reasons[reason].retry;
}
const char *err_meaning(enum err_reason reason)
{
    return reasons[reason].meaning;
}
