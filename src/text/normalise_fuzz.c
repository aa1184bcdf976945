/* normalise_fuzz.c - any bytes: refused, or brought to a form that stays as it is. */

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "text/normalise.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(256 << 20);
    struct str text = { (const char *)bytes, len };
    struct normal once;
    struct normal twice;
    struct err err;

    if (text_normalise(&once, arena, text, &err) != 0) {
        assert(len > NORMALISE_LEN_MAX || !utf8_is_valid(text, NULL));
        arena_free(&arena);
        return 0;
    }
    assert(utf8_is_valid(once.text, NULL));
    for (size_t i = 0; i <= once.text.len; i++) {
        assert(normal_origin(&once, i) <= len);
        assert(i == 0 || normal_origin(&once, i - 1) <= normal_origin(&once, i));
    }
    if (once.text.len <= NORMALISE_LEN_MAX) {
        if (text_normalise(&twice, arena, once.text, &err) != 0) {
            __builtin_trap();
        }
        assert(str_equal(once.text, twice.text));
    }
    arena_free(&arena);
    return 0;
}
