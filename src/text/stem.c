/* stem.c - Snowball behind one file. */

#include "text/stem.h"

#include <assert.h>
#include <libstemmer.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"

enum { WORD_MAX = 64 };

struct stemmer {
    struct sb_stemmer *by_tongue[TONGUE_COUNT]; /* NULL for TONGUE_NONE */
    char word[WORD_MAX + 1];                    /* one longer for a two-byte accent */
};

static void release(void *object)
{
    struct stemmer *stemmer = object;

    for (size_t i = 0; i < TONGUE_COUNT; i++) {
        if (stemmer->by_tongue[i] != NULL) {
            sb_stemmer_delete(stemmer->by_tongue[i]);
        }
    }
}

/* A stemmer that has had the longest word in it needs no more memory for any. */
static bool stretch(struct sb_stemmer *snowball)
{
    unsigned char longest[WORD_MAX];

    memset(longest, 'a', sizeof longest);
    return sb_stemmer_stem(snowball, longest, (int)sizeof longest) != NULL;
}

struct stemmer *stemmer_new(struct arena *arena)
{
    static const char *const names[TONGUE_COUNT] = {
        [TONGUE_EN] = "english",
        [TONGUE_DE] = "german",
        [TONGUE_ES] = "spanish",
    };
    struct stemmer *stemmer = arena_alloc(arena, sizeof *stemmer);

    arena_defer(arena, release, stemmer);
    for (size_t i = 0; i < TONGUE_COUNT; i++) {
        if (names[i] == NULL) {
            continue;
        }
        stemmer->by_tongue[i] = sb_stemmer_new(names[i], "UTF_8");
        if (stemmer->by_tongue[i] == NULL || !stretch(stemmer->by_tongue[i])) {
            arena_fail(arena);
        }
    }
    return stemmer;
}

static bool is_plain_word(struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.at[i] < 'a' || word.at[i] > 'z') {
            return false;
        }
    }
    return word.len > 0 && word.len < WORD_MAX;
}

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiou", c) != NULL;
}

/* "zurueck" as "zuruck"; not the "ue" of "neue" or "quer". */
static size_t put_german(char *out, struct str word)
{
    size_t len = 0;

    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        char before = len == 0 ? '\0' : out[len - 1];
        bool is_umlaut = c == 'e' && (before == 'a' || before == 'o' || before == 'u') &&
                         (len < 2 || (!is_vowel(out[len - 2]) && out[len - 2] != 'q'));

        if (!is_umlaut) {
            out[len++] = c;
        }
    }
    return len;
}

static size_t put_spanish(char *out, struct str word)
{
    memcpy(out, word.at, word.len);
    if (word.len < 5 ||
        (!str_ends_with(word, STR("cion")) && !str_ends_with(word, STR("sion")))) {
        return word.len;
    }
    memcpy(out + word.len - 2, "\xc3\xb3n", 3);
    return word.len + 1;
}

/* The accent of a Spanish stem goes again: only "-ción" that was no suffix keeps it. */
static struct str without_accent(char *word, size_t len)
{
    for (size_t i = 0; i + 1 < len; i++) {
        if (word[i] == '\xc3') {
            word[i] = 'o';
            memmove(word + i + 1, word + i + 2, len - i - 2);
            return (struct str){ word, len - 1 };
        }
    }
    return (struct str){ word, len };
}

struct str stem_word(struct stemmer *stemmer, enum tongue tongue, struct str word)
{
    struct sb_stemmer *snowball = stemmer->by_tongue[tongue];
    const unsigned char *stem;
    size_t len = word.len;

    if (snowball == NULL || !is_plain_word(word)) {
        return word;
    }
    if (tongue == TONGUE_DE) {
        len = put_german(stemmer->word, word);
    } else if (tongue == TONGUE_ES) {
        len = put_spanish(stemmer->word, word);
    } else {
        memcpy(stemmer->word, word.at, word.len);
    }
    stem = sb_stemmer_stem(snowball, (const unsigned char *)stemmer->word, (int)len);
    assert(stem != NULL);
    len = (size_t)sb_stemmer_length(snowball);
    assert(len <= WORD_MAX);
    memcpy(stemmer->word, stem, len);
    return without_accent(stemmer->word, len);
}
