/* segment_fuzz.c - any bytes: sentences follow each other and leave out white space only;
 * words are found inside the text, in order, and have a language. */

#include <assert.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "text/language.h"
#include "text/segment.h"
#include "text/stem.h"
#include "text/tokens.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_gap(struct str text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        assert(text.at[i] == ' ' || text.at[i] == '\n' || text.at[i] == '\t' ||
               text.at[i] == '\r');
    }
}

static void check_sentences(struct str text)
{
    struct sentences sentences = sentences_of(text);
    struct str sentence;
    size_t end = 0;

    while (sentence_next(&sentences, &sentence)) {
        size_t start = (size_t)(sentence.at - text.at);

        assert(start >= end && sentence.len > 0 && start + sentence.len <= text.len);
        check_gap(text, end, start);
        end = start + sentence.len;
    }
    check_gap(text, end, text.len);
}

static void check_words(struct arena *arena, struct str text)
{
    struct tokens tokens = text_tokens(arena, text, 10000);
    struct stemmer *stemmer = stemmer_new(arena);
    struct language language = language_detect(text, &tokens, arena);
    size_t end = 0;

    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.items[i];

        assert(token->start >= end && token->end > token->start &&
               token->end <= text.len);
        assert(token->word.len > 0);
        end = token->end;
        for (int tongue = 0; tongue < TONGUE_COUNT; tongue++) {
            struct str stem = stem_word(stemmer, (enum tongue)tongue, token->word);

            assert(utf8_is_valid(stem, NULL));
        }
    }
    assert(language.confidence >= 0 && language.confidence <= 1000000);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena;
    struct str text = { (const char *)bytes, len };

    if (!utf8_is_valid(text, NULL)) {
        return 0;
    }
    arena = arena_new(64 << 20);
    check_sentences(text);
    check_words(arena, text);
    arena_free(&arena);
    return 0;
}
