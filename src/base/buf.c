/* buf.c - growing text with a maximum. */

#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

enum { ROOM_FIRST = 64 };

void buf_init(struct buf *buf, struct arena *arena, size_t len_max)
{
    *buf = (struct buf){ .arena = arena, .len_max = len_max };
}

static bool make_room(struct buf *buf, size_t added)
{
    size_t room = buf->room == 0 ? ROOM_FIRST : buf->room;

    if (buf->is_full || added > buf->len_max - buf->len) {
        buf->is_full = true;
        return false;
    }
    while (room < buf->len + added) {
        room *= 2;
    }
    if (room > buf->room) {
        buf->at = arena_grow(buf->arena, buf->at, buf->room, room);
        buf->room = room;
    }
    return true;
}

void buf_add_bytes(struct buf *buf, const void *bytes, size_t len)
{
    if (len != 0 && make_room(buf, len)) {
        memcpy(buf->at + buf->len, bytes, len);
        buf->len += len;
    }
}

void buf_add(struct buf *buf, struct str text)
{
    buf_add_bytes(buf, text.at, text.len);
}

void buf_add_char_slowly(struct buf *buf, char c)
{
    if (make_room(buf, 1)) {
        buf->at[buf->len++] = c;
    }
}

void buf_add_int(struct buf *buf, int64_t value)
{
    char digits[20];
    size_t start = sizeof digits;
    uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;

    do {
        digits[--start] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (value < 0) {
        buf_add_char(buf, '-');
    }
    buf_add_bytes(buf, digits + start, sizeof digits - start);
}

void buf_addf(struct buf *buf, const char *format, ...)
{
    char small[256];
    va_list args;
    va_list again;
    int len;

    va_start(args, format);
    va_copy(again, args);
    len = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    assert(len >= 0);
    if ((size_t)len < sizeof small) {
        buf_add_bytes(buf, small, (size_t)len);
    } else if (make_room(buf, (size_t)len + 1)) {
        (void)vsnprintf(buf->at + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){ buf->at == NULL ? "" : buf->at, buf->len };
}

bool buf_is_full(const struct buf *buf)
{
    return buf->is_full;
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    buf->is_full = false;
}
