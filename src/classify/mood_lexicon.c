#include "classify/mood_lexicon.h"

#include <assert.h>

#include "base/arena.h"
#include "base/str.h"
#include "classify/mood.h"
#include "text/tokens.h"

enum { PREFIX_MIN = 3, SLOTS_FIRST = 256, HINT_BITS = 1 << 15 };

/* A pattern's key is the FNV hash of its words, each with a space behind it; without the
 * last space for a beginning, so that the two kinds differ. */
static const uint64_t key_start = UINT64_C(0xcbf29ce484222325);
static const uint64_t key_step = UINT64_C(0x100000001b3);

struct mood_lexicon {
    struct mood_entry *entries[TONGUE_COUNT];
    size_t slot_counts[TONGUE_COUNT]; /* powers of two, or 0 */
    /* One bit for the keys that are there: most of those asked for are not, and 4 KiB
     * stay in the processor's nearest cache. */
    uint64_t hints[TONGUE_COUNT][HINT_BITS / 64];
};

static const struct mood_table *table_of(enum tongue tongue)
{
    switch (tongue) {
    case TONGUE_EN:
        return &mood_table_en;
    case TONGUE_DE:
        return &mood_table_de;
    case TONGUE_ES:
        return &mood_table_es;
    default:
        return NULL;
    }
}

static uint64_t add_byte(uint64_t key, char byte)
{
    return (key ^ (uint8_t)byte) * key_step;
}

static uint64_t add_word(uint64_t key, struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        key = add_byte(key, word.at[i]);
    }
    return key;
}

static struct mood_entry *find_slot(struct mood_entry *entries, size_t slot_count,
                                    uint64_t key)
{
    size_t slot = (size_t)(key ^ key >> 32) & (slot_count - 1);

    while (entries[slot].key != 0 && entries[slot].key != key) {
        slot = (slot + 1) & (slot_count - 1);
    }
    return &entries[slot];
}

static size_t hint_of(uint64_t key)
{
    return (size_t)(key >> 40) % HINT_BITS;
}

/* A slot for the key; one that is free, or was a part of a phrase only, takes the line's
 * meaning. */
static void put(struct mood_lexicon *lexicon, enum tongue tongue, uint64_t key,
                const struct mood_line *line)
{
    size_t hint = hint_of(key);
    struct mood_entry *entry =
        find_slot(lexicon->entries[tongue], lexicon->slot_counts[tongue], key);

    lexicon->hints[tongue][hint / 64] |= UINT64_C(1) << hint % 64;
    if (line == NULL) {
        if (entry->key == 0) {
            *entry = (struct mood_entry){ .key = key, .role = MOOD_PART };
        }
        return;
    }
    *entry = (struct mood_entry){ key, line->role, line->feeling, line->urgency };
}

static void put_pattern(struct mood_lexicon *lexicon, struct arena *arena,
                        enum tongue tongue, struct str pattern,
                        const struct mood_line *line)
{
    struct arena_mark mark = arena_mark(arena);
    struct tokens tokens = text_tokens(arena, pattern, MOOD_PHRASE_MAX + 1);
    uint64_t key = key_start;

    assert(tokens.count > 0 && tokens.count <= MOOD_PHRASE_MAX);
    for (size_t i = 0; i < tokens.count; i++) {
        bool is_last = i + 1 == tokens.count;

        key = add_word(key, tokens.items[i].word);
        if (!is_last || !str_ends_with(pattern, STR("*"))) {
            key = add_byte(key, ' ');
        }
        put(lexicon, tongue, key, is_last ? line : NULL);
    }
    arena_reset(arena, mark);
}

static size_t count_words(const struct mood_table *table)
{
    size_t count = 0;

    for (size_t i = 0; i < table->count; i++) {
        struct str rest = str_from(table->lines[i].words);
        struct str pattern;

        while (str_split_next(&rest, ' ', &pattern)) {
            count += 2; /* phrases have parts */
        }
    }
    return count;
}

static void compile(struct mood_lexicon *lexicon, struct arena *arena, enum tongue tongue)
{
    const struct mood_table *table = table_of(tongue);
    size_t slot_count = SLOTS_FIRST;

    while (slot_count < 2 * count_words(table)) {
        slot_count *= 2;
    }
    lexicon->entries[tongue] = arena_array(arena, slot_count, sizeof(struct mood_entry));
    lexicon->slot_counts[tongue] = slot_count;
    for (size_t i = 0; i < table->count; i++) {
        struct str rest = str_from(table->lines[i].words);
        struct str pattern;

        while (str_split_next(&rest, ' ', &pattern)) {
            put_pattern(lexicon, arena, tongue, pattern, &table->lines[i]);
        }
    }
}

const struct mood_lexicon *mood_lexicon_new(struct arena *arena)
{
    struct mood_lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);

    compile(lexicon, arena, TONGUE_EN);
    compile(lexicon, arena, TONGUE_DE);
    compile(lexicon, arena, TONGUE_ES);
    return lexicon;
}

static const struct mood_entry *find_key(const struct mood_lexicon *lexicon,
                                         enum tongue tongue, uint64_t key)
{
    size_t hint = hint_of(key);
    const struct mood_entry *entry;

    if ((lexicon->hints[tongue][hint / 64] >> hint % 64 & 1) == 0) {
        return NULL;
    }
    entry = find_slot(lexicon->entries[tongue], lexicon->slot_counts[tongue], key);

    return entry->key == 0 ? NULL : entry;
}

/* The longest beginning of the word that has a meaning, behind what *key has read; which
 * has read the word then. */
static const struct mood_entry *find_beginning(const struct mood_lexicon *lexicon,
                                               enum tongue tongue, uint64_t *key,
                                               struct str word)
{
    const struct mood_entry *found = NULL;

    for (size_t i = 0; i < word.len; i++) {
        *key = add_byte(*key, word.at[i]);
        if (i + 1 >= PREFIX_MIN) {
            const struct mood_entry *entry = find_key(lexicon, tongue, *key);

            found = entry != NULL ? entry : found;
        }
    }
    return found;
}

const struct mood_entry *mood_lexicon_find(const struct mood_lexicon *lexicon,
                                           enum tongue tongue,
                                           const struct tokens *tokens, size_t at,
                                           size_t *word_count_out)
{
    const struct mood_entry *found = NULL;
    const struct mood_entry *whole = NULL;
    uint64_t key = key_start;

    for (size_t i = 0; i < MOOD_PHRASE_MAX && at + i < tokens->count; i++) {
        struct str word = tokens->items[at + i].word;
        const struct mood_entry *entry = find_beginning(lexicon, tongue, &key, word);

        key = add_byte(key, ' ');
        whole = find_key(lexicon, tongue, key);
        if (whole != NULL && whole->role != MOOD_PART) {
            entry = whole;
        }
        if (entry != NULL) {
            found = entry;
            *word_count_out = i + 1;
        }
        if (whole == NULL) { /* no phrase goes on from here */
            break;
        }
    }
    return found;
}
