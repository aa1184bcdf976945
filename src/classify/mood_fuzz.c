/* mood_fuzz.c - any text has a mood, and its numbers are in range. */

#include <assert.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "classify/mood.h"
#include "text/tokens.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static struct arena *process;
    static const struct mood_lexicon *lexicon;
    struct str text = { (const char *)bytes, len };
    struct arena *arena;
    struct tokens tokens;
    struct mood mood;

    if (process == NULL) {
        process = arena_new(64 << 20);
        lexicon = mood_lexicon_new(process);
    }
    if (len == 0 || !utf8_is_valid(text, NULL)) {
        return 0;
    }
    arena = arena_new(256 << 20);
    tokens = text_tokens(arena, text, len + 1);
    mood_read(&mood, lexicon, text, &tokens, (enum tongue)(bytes[0] % TONGUE_COUNT));
    assert(mood.priority >= 1 && mood.priority <= 3 && mood.urgency <= 1000000);
    for (size_t i = 0; i < SENTIMENT_COUNT; i++) {
        assert(mood.sentiments[i] <= 1000000);
    }
    arena_free(&arena);
    return 0;
}
