/* shape_fuzz.c - any text as a prompt's system text: the shape in it, if there is one,
 * gives a schema that is JSON. */

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/utf8.h"
#include "bot/shape.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = { (const char *)bytes, len };
    struct arena *arena = arena_new(64 << 20);
    const struct shape *shape = NULL;
    const struct json *schema = NULL;
    struct json_writer writer;
    size_t offset = 0;
    struct buf buf;
    struct err err;

    if (utf8_is_valid(text, NULL) && shape_find(text) < len) {
        if (shape_parse(&shape, arena, text, shape_find(text), &offset, &err) != 0) {
            assert(offset <= len);
        } else {
            buf_init(&buf, arena, 16 << 20);
            writer = json_writer_to(&buf);
            shape_write_schema(shape, &writer);
            if (json_parse(&schema, arena, buf_str(&buf), JSON_LIMITS_DEFAULT, NULL,
                           &err) != 0) {
                __builtin_trap();
            }
        }
    }
    arena_free(&arena);
    return 0;
}
