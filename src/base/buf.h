/* buf.h - text under construction, which cannot be made without a maximum.
 *
 * Appending past the maximum leaves the buffer as it was and marks it; the
 * writer goes on and the owner asks buf_is_full() once, at the end.  So a page
 * of appends needs one check, and a cut text is never taken for a whole one.
 *
 * Thread: a buffer belongs to one thread at a time.
 * Memory: grows in the arena it was given; views into it die with the next append.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;

struct buf {
    char *at;
    size_t len;
    size_t room;
    size_t len_max;
    struct arena *arena;
    bool is_full;
};

void buf_init(struct buf *buf, struct arena *arena, size_t len_max);

void buf_add(struct buf *buf, struct str text);
void buf_add_char_slowly(struct buf *buf, char c); /* where there is no room yet */

static inline void buf_add_char(struct buf *buf, char c)
{
    if (LIKELY(buf->len < buf->room && buf->len < buf->len_max && !buf->is_full)) {
        buf->at[buf->len++] = c;
    } else {
        buf_add_char_slowly(buf, c);
    }
}
void buf_add_bytes(struct buf *buf, const void *bytes, size_t len);
void buf_add_int(struct buf *buf, int64_t value);
void buf_addf(struct buf *buf, const char *format, ...) PRINTF_LIKE(2, 3);

/* What has been written so far. */
struct str buf_str(const struct buf *buf);

/* Something did not fit; what did is still there. */
bool buf_is_full(const struct buf *buf);

/* Start again in the same memory. */
void buf_clear(struct buf *buf);

#endif
