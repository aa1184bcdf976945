/* json_fuzz.c - any bytes: parse, write again, parse that: the same text comes out. */

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(64 << 20);
    struct str text = { (const char *)bytes, len };
    const struct json *value;
    struct err err;
    struct buf first;
    struct buf second;
    struct json_writer writer;
    size_t offset = 0;

    if (json_parse(&value, arena, text, JSON_LIMITS_DEFAULT, &offset, &err) != 0) {
        assert(offset <= len);
        arena_free(&arena);
        return 0;
    }
    buf_init(&first, arena, 16 << 20);
    writer = json_writer_to(&first);
    json_add_value(&writer, value);
    if (json_parse(&value, arena, buf_str(&first), JSON_LIMITS_DEFAULT, NULL, &err) !=
        0) {
        __builtin_trap();
    }
    buf_init(&second, arena, 16 << 20);
    writer = json_writer_to(&second);
    json_add_value(&writer, value);
    assert(str_equal(buf_str(&first), buf_str(&second)));
    arena_free(&arena);
    return 0;
}
