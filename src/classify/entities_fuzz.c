/* entities_fuzz.c - any text: entities lie in it, in order, at the places they tell. */

#include <assert.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "classify/entities.h"
#include "text/tokens.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = { (const char *)bytes, len };
    struct arena *arena;
    struct entities entities;
    struct tokens tokens;
    uint32_t done = 0;

    if (!utf8_is_valid(text, NULL)) {
        return 0;
    }
    arena = arena_new(256 << 20);
    tokens = text_tokens(arena, text, len + 1);
    entities_find(&entities, text, &tokens, entity_rules_usual, entity_rules_usual_count);
    for (size_t i = 0; i < entities.count; i++) {
        const struct entity *entity = &entities.items[i];
        size_t offset = (size_t)(entity->text.at - text.at);

        assert(entity->start >= done && entity->end > entity->start);
        assert(entity->start == utf8_count(str_slice(text, 0, offset)));
        assert(entity->end - entity->start == utf8_count(entity->text));
        assert(offset + entity->text.len <= len);
        done = entity->end;
    }
    arena_free(&arena);
    return 0;
}
