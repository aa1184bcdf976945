/* journal_fuzz.c - any bytes as the body of an event: refused, or an event that is
 * written and read again as itself. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "flow/journal.h"

enum { BODY_BYTES_MAX = 1 << 20, KINDS_TRIED = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static struct str write_again(const struct event *event, const struct json *more,
                              struct arena *arena)
{
    struct json_writer writer;
    struct buf text;
    struct buf body;

    buf_init(&text, arena, BODY_BYTES_MAX);
    writer = json_writer_to(&text);
    if (more != NULL) {
        json_add_value(&writer, more);
    }
    buf_init(&body, arena, BODY_BYTES_MAX);
    journal_write(event, buf_str(&text), &body);
    return buf_str(&body);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct journal_record record = { .seq = 2, .format = JOURNAL_FORMAT };
    const struct json *more;
    struct event event;
    struct arena *arena;
    struct err err;

    if (len == 0) {
        return 0;
    }
    arena = arena_new(64 << 20);
    record.kind = bytes[0] % KINDS_TRIED;
    record.body = (struct str){ (const char *)bytes + 1, len - 1 };
    if (journal_read(&event, &more, &record, arena, &err) == 0) {
        struct str once = write_again(&event, more, arena);

        record.body = once;
        if (journal_read(&event, &more, &record, arena, &err) != 0 ||
            !str_equal(write_again(&event, more, arena), once)) {
            __builtin_trap();
        }
    }
    arena_free(&arena);
    return 0;
}
