#include "classify/features.h"

#include <stdbool.h>

#include "classify/concepts.h"

/* Salts keep a word, a pair and a run of characters of the same bytes apart.  They and
 * the multiplier below (of the 64-bit FNV hash) are part of the model format. */
enum {
    SALT_WORD = 1,
    SALT_PAIR = 2,
    SALT_FIRST = 3,
    SALT_LAST = 4,
    SALT_RUN = 5, /* and 6, 7 for the longer ones */
    SALT_CONCEPT = 8,
    SALT_CONCEPT_PAIR = 9,
    RUN_MIN = 3,
    RUN_MAX = 5,
    DIGITS_KEPT = 3,
};

static const uint64_t hash_start = UINT64_C(0xcbf29ce484222325);
static const uint64_t hash_step = UINT64_C(0x100000001b3);

/* The base letters of U+00C0 to U+017F; a space where the character is no letter. */
static const char latin[] = "aaaaaaaceeeeiiiidnooooo ouuuuyts"
                            "aaaaaaaceeeeiiiidnooooo ouuuuyty"
                            "aaaaaaccccccccddddeeeeeeeeeegggg"
                            "gggghhhhiiiiiiiiiiiijjkkklllllll"
                            "lllnnnnnnnnnoooooooorrrrrrssssss"
                            "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
_Static_assert(sizeof latin - 1 == 0x180 - 0xc0, "one letter for each code point");

/* The finaliser of MurmurHash3 (Appleby): spreads the hash over all bits. */
static uint64_t mix(uint64_t h)
{
    h = (h ^ (h >> 33)) * UINT64_C(0xff51afd7ed558ccd);
    h = (h ^ (h >> 33)) * UINT64_C(0xc4ceb9fe1a85ec53);
    return h ^ (h >> 33);
}

static void add(struct features *features, uint64_t hash, uint64_t salt)
{
    if (features->count < FEATURE_KEYS_MAX) {
        features->keys[features->count++] = mix(hash + salt * hash_start);
    }
}

struct fold {
    struct features *features;
    size_t len;
    size_t digits; /* at the end of the folded text */
    bool in_word;
};

static void fold_space(struct fold *fold)
{
    if (fold->in_word) {
        fold->features->folded[fold->len++] = ' ';
        fold->in_word = false;
    }
    fold->digits = 0;
}

static bool fold_has_room(const struct fold *fold)
{
    return fold->len + 4 <= FEATURE_BYTES_MAX &&
           (fold->in_word || fold->features->word_count < FEATURE_WORDS_MAX);
}

static void fold_letter(struct fold *fold, char c)
{
    struct features *features = fold->features;
    bool is_digit = c >= '0' && c <= '9';

    if (!fold->in_word) {
        features->word_starts[features->word_count++] = (uint32_t)fold->len;
        fold->in_word = true;
    }
    features->folded[fold->len++] = c;
    fold->digits = is_digit ? fold->digits + 1 : 0;
    if (fold->digits > DIGITS_KEPT) {
        for (size_t i = 0; i < (fold->digits == DIGITS_KEPT + 1 ? fold->digits : 1);
             i++) {
            features->folded[fold->len - 1 - i] = '0';
        }
    }
}

/* The code point at p if it is one of those that fold; returns how many bytes it took,
 * or 0 when the byte stands for itself. */
static size_t fold_wide(struct fold *fold, const uint8_t *p, size_t left)
{
    uint32_t code;

    if (left >= 3 && p[0] == 0xe2 && (p[1] == 0x80 || (p[1] == 0x81 && p[2] < 0xb0))) {
        if (p[1] != 0x80 || p[2] != 0x99) { /* U+2019 is an apostrophe */
            fold_space(fold); /* U+2000 to U+206F: dashes, quotes, wide spaces */
        }
        return 3;
    }
    if (left < 2 || p[0] < 0xc2 || p[0] > 0xcd || (p[1] & 0xc0) != 0x80) {
        return 0;
    }
    code = (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    if (code < 0xc0) {
        fold_space(fold);
    } else if (code < 0x180) {
        char letter = latin[code - 0xc0];

        if (letter == ' ') {
            fold_space(fold);
        } else {
            fold_letter(fold, letter);
        }
        if (code == 0xdf) { /* sharp s: two letters */
            fold_letter(fold, letter);
        }
    } else if (code < 0x300 || code > 0x36f) { /* U+0300 to U+036F: combining accents */
        return 0;
    }
    return 2;
}

static void fold_text(struct features *features, struct str text)
{
    struct fold fold = { .features = features, .len = 1 };
    const uint8_t *p = (const uint8_t *)text.at;
    size_t i = 0;

    features->folded[0] = ' ';
    features->word_count = 0;
    while (i < text.len && fold_has_room(&fold)) {
        uint8_t c = p[i];
        size_t wide = c >= 0xc2 ? fold_wide(&fold, p + i, text.len - i) : 0;

        if (wide > 0) {
            i += wide;
            continue;
        }
        if (c >= 'A' && c <= 'Z') {
            c = (uint8_t)(c + ('a' - 'A'));
        }
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80) {
            fold_letter(&fold, (char)c);
        } else if (c != '\'') {
            fold_space(&fold);
        }
        i++;
    }
    fold_space(&fold);
    features->word_starts[features->word_count] = (uint32_t)fold.len;
}

/* word[-1] and word[len] are spaces. */
static void add_runs(struct features *features, const char *word, size_t len)
{
    const char *padded = word - 1;
    size_t padded_len = len + 2;

    for (size_t start = 0; start + RUN_MIN <= padded_len; start++) {
        uint64_t hash = hash_start;
        size_t len_max = padded_len - start < RUN_MAX ? padded_len - start : RUN_MAX;

        for (size_t i = 0; i < len_max; i++) {
            hash = (hash ^ (uint8_t)padded[start + i]) * hash_step;
            if (i + 1 >= RUN_MIN) {
                add(features, hash, SALT_RUN + (i + 1 - RUN_MIN));
            }
        }
    }
}

static size_t word_len(const struct features *features, size_t word)
{
    return features->word_starts[word + 1] - features->word_starts[word] - 1;
}

static void add_words(struct features *features)
{
    uint64_t previous = 0;

    for (size_t i = 0; i < features->word_count; i++) {
        const char *word = features->folded + features->word_starts[i];
        size_t len = word_len(features, i);
        uint64_t hash = hash_start;

        for (size_t k = 0; k < len; k++) {
            hash = (hash ^ (uint8_t)word[k]) * hash_step;
        }
        hash = mix(hash);
        add(features, hash, SALT_WORD);
        if (i == 0) {
            add(features, hash, SALT_FIRST);
        } else {
            add(features, previous * 3 + hash, SALT_PAIR);
        }
        previous = hash;
    }
    if (features->word_count > 0) {
        add(features, previous, SALT_LAST);
    }
}

/* Each concept of the text, and each with the one before it. */
static void add_concepts(struct features *features, const struct concepts *concepts)
{
    uint64_t before = 0;

    for (size_t word = 0; word < features->word_count; word++) {
        uint16_t found[CONCEPTS_PER_WORD_MAX];
        size_t count = concepts_find(concepts, features->folded, features->word_starts,
                                     features->word_count, word, found);

        for (size_t i = 0; i < count; i++) {
            uint64_t number = found[i] + UINT64_C(1);

            add(features, mix(number), SALT_CONCEPT);
            if (before != 0) {
                add(features, mix(before << 16 | number), SALT_CONCEPT_PAIR);
            }
        }
        before = count > 0 ? found[count - 1] + UINT64_C(1) : before;
    }
}

void features_of(struct features *features, struct str text,
                 const struct concepts *concepts)
{
    features->count = 0;
    fold_text(features, text);
    add_words(features);
    features->word_keys = features->count;
    if (concepts != NULL) {
        add_concepts(features, concepts);
    }
    features->concept_keys = features->count;
    for (size_t i = 0; i < features->word_count; i++) {
        add_runs(features, features->folded + features->word_starts[i],
                 word_len(features, i));
    }
}
