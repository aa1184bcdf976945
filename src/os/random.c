/* random.c - random bytes by getrandom(2). */

#include "os/random.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/types.h>

void random_fill(void *bytes_out, size_t len)
{
    ssize_t got;

    assert(len <= 256); /* up to which getrandom() is never cut short */
    do {
        got = getrandom(bytes_out, len, 0);
    } while (got < 0 && errno == EINTR);
    if (got != (ssize_t)len) {
        abort();
    }
}
