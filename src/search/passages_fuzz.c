/* passages_fuzz.c - any page: refused, or cut into passages that hold to passages.h. */

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"
#include "base/map.h"
#include "base/utf8.h"
#include "search/passages.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(512 << 20);
    struct list passages;
    struct map anchors;
    struct err err;

    list_init(&passages, arena, sizeof(struct passage), PAGE_PASSAGES_MAX);
    map_init(&anchors, arena);
    if (passages_add_page(&passages, arena, STR("de-page.md"),
                          (struct str){ (const char *)bytes, len }, &err) != 0) {
        assert(err.reason == ERR_INPUT || err.reason == ERR_LIMIT);
        passages.count = 0;
    }
    for (size_t i = 0; i < passages.count; i++) {
        struct passage *passage = list_at(&passages, i);

        assert(passage->text.len > 0 && utf8_is_valid(passage->text, NULL));
        assert(passage->heading.len > 0 && passage->title.len > 0);
        assert(map_put(&anchors, passage->anchor, passage));
    }
    arena_free(&arena);
    return 0;
}
