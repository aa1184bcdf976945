/* limits.h - what a client may cost: every bound of the server, each an option.
 *
 * Thread: any; const once the server runs.
 * Memory: plain values.
 */
#ifndef HTTP_LIMITS_H
#define HTTP_LIMITS_H

#include <stddef.h>
#include <stdint.h>

/* A body that is refused is still read, and dropped, so that the client hears why instead
 * of a reset; but not one that is announced to be larger than this. */
enum { SWALLOWED_BYTES_MAX = 8 << 20 };

/* The largest body_bytes_max there may be: one message is read in a thread's scratch
 * (scratch.c), which must hold it decoded. */
enum { BODY_BYTES_LIMIT = 16 << 20 };

struct http_limits {
    size_t connections_max;
    size_t connections_per_address_max;
    size_t body_bytes_max;   /* of one request, and of one line of a batch */
    size_t batch_rows_max;   /* lines of a batch */
    size_t memory_bytes_max; /* of all bodies and batch answers held at a time */
    int64_t request_ms_max;  /* from the request line to the last byte of the answer */
    int64_t idle_ms_max;     /* without a request, and for a request's head */
};

#define HTTP_LIMITS_DEFAULT                                                              \
    ((struct http_limits){                                                               \
        .connections_max = 12000,                                                        \
        .connections_per_address_max = 12000,                                            \
        .body_bytes_max = 256 << 10,                                                     \
        .batch_rows_max = 10000,                                                         \
        .memory_bytes_max = 128 << 20,                                                   \
        .request_ms_max = 30000,                                                         \
        .idle_ms_max = 60000,                                                            \
    })

/* A batch has this many times a request's time. */
enum { BATCH_TIME_FACTOR = 10 };

#endif
