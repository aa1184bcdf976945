#include "search/content_words.h"

#include <string.h>

#include "base/arena.h"
#include "text/tokens.h"

static bool is_content(const struct token *token, enum tongue tongue)
{
    return (token->word.len > 1 || token->has_digit) &&
           (tongues_of_function_word(token->word) >> tongue & 1) == 0;
}

static struct str join(struct arena *arena, struct str a, struct str b)
{
    char *joined = arena_raw(arena, a.len + b.len, 1);

    memcpy(joined, a.at, a.len);
    memcpy(joined + a.len, b.at, b.len);
    return (struct str){ joined, a.len + b.len };
}

struct content_words content_words_of(struct arena *arena, enum tongue tongue,
                                      struct str text, size_t word_max)
{
    struct tokens tokens = text_tokens(arena, text, word_max);
    struct content_words words = { 0 };

    words.items = arena_array(arena, tokens.count * 2 + 1, sizeof *words.items);
    for (size_t i = 0; i < tokens.count; i++) {
        const struct token *token = &tokens.items[i];

        if (is_content(token, tongue)) {
            words.items[words.count++] =
                (struct content_word){ .word = token->word,
                                       .start = token->start,
                                       .end = token->end,
                                       .has_digit = token->has_digit };
        }
        if (token->is_hyphenated && i > 0) {
            words.items[words.count++] =
                (struct content_word){ .word = join(arena, token[-1].word, token->word),
                                       .start = token[-1].start,
                                       .end = token->end,
                                       .is_joined = true };
        }
    }
    return words;
}
