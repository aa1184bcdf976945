/* pattern_fuzz.c - any bytes: the first line as a user's pattern, the rest as a text.  It
 * is refused, or matches, or a limit stops it. */

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "guard/pattern.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static struct evidence evidence;

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(64 << 20);
    struct str text = { (const char *)bytes, len };
    struct pattern_source source = { .name = STR("own"), .severity = SEVERITY_WARN };
    struct pattern_scratch *scratch;
    struct pattern_set *set = NULL;
    struct err err;

    if (len == 0) {
        arena_free(&arena);
        return 0;
    }
    (void)str_split_next(&text, '\n', &source.pattern);
    if (pattern_open(&set, arena, &source, 1, &err) == 0) {
        scratch = pattern_scratch_new(arena);
        evidence_clear(&evidence);
        if (pattern_check(set, scratch, text, &evidence, &err) != 0) {
            assert(err.reason == ERR_LIMIT || err.reason == ERR_INPUT);
        }
        for (size_t i = 0; i < evidence.count; i++) {
            assert(evidence.items[i].start <= evidence.items[i].end);
            assert(evidence.items[i].end <= text.len);
        }
    }
    arena_free(&arena);
    return 0;
}
