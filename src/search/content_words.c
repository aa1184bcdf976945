#include "search/content_words.h"

#include <string.h>

#include "base/arena.h"
#include "classify/concepts.h"
#include "text/tokens.h"

enum {
    EXTRAS_MAX = CONCEPTS_PER_WORD_MAX + 1, /* of one word */
    CONCEPT_NAME_MAX = 8,
};

/* A text as concepts are looked up in: " word word ". */
struct folded {
    char *bytes;
    uint32_t *starts; /* of each word, and behind the last */
};

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

static struct folded fold(struct arena *arena, const struct tokens *tokens)
{
    struct folded folded = { .starts = arena_array(arena, tokens->count + 1,
                                                   sizeof *folded.starts) };
    size_t len = 1;

    for (size_t i = 0; i < tokens->count; i++) {
        len += tokens->items[i].word.len + 1;
    }
    folded.bytes = arena_raw(arena, len, 1);
    folded.bytes[0] = ' ';
    len = 1;
    for (size_t i = 0; i < tokens->count; i++) {
        struct str word = tokens->items[i].word;

        folded.starts[i] = (uint32_t)len;
        memcpy(folded.bytes + len, word.at, word.len);
        len += word.len;
        folded.bytes[len++] = ' ';
    }
    folded.starts[tokens->count] = (uint32_t)len;
    return folded;
}

/* "#" and the number, without printf: this runs for every word of every message. */
static struct str concept_name(struct arena *arena, uint16_t concept)
{
    char *name = arena_raw(arena, CONCEPT_NAME_MAX, 1);
    size_t at = CONCEPT_NAME_MAX;

    do {
        name[--at] = (char)('0' + concept % 10);
        concept /= 10;
    } while (concept > 0);
    name[--at] = '#';
    return (struct str){ name + at, CONCEPT_NAME_MAX - at };
}

static void add_concepts(struct content_words *words, struct arena *arena,
                         const struct concepts *concepts, const struct folded *folded,
                         const struct tokens *tokens, size_t token)
{
    uint16_t found[CONCEPTS_PER_WORD_MAX];
    size_t count = concepts_find(concepts, folded->bytes, folded->starts, tokens->count,
                                 token, found);

    for (size_t i = 0; i < count; i++) {
        words->items[words->count++] =
            (struct content_word){ .word = concept_name(arena, found[i]),
                                   .start = tokens->items[token].start,
                                   .end = tokens->items[token].end,
                                   .is_extra = true };
    }
}

struct content_words content_words_of(struct arena *arena,
                                      const struct concepts *concepts, enum tongue tongue,
                                      struct str text, size_t word_max)
{
    struct tokens tokens = text_tokens(arena, text, word_max);
    struct content_words words = { 0 };
    struct folded folded = { 0 };

    words.items =
        arena_array(arena, tokens.count * (1 + EXTRAS_MAX) + 1, sizeof *words.items);
    if (concepts != NULL) {
        folded = fold(arena, &tokens);
    }
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
                                       .is_extra = true };
        }
        if (concepts != NULL) {
            add_concepts(&words, arena, concepts, &folded, &tokens, i);
        }
    }
    return words;
}
