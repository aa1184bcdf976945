/* concepts.c - looking up words in a compiled concept table.
 *
 * The bytes: struct concepts_head, slot_count slots (open addressing by the pattern's
 * hash), hints of which patterns there are, the entries of each slot side by side, then
 * the further words of phrases, each list ended by NUL.  A beginning is tried from 3
 * bytes on, an end from 4.
 */

#include "classify/concepts.h"

#include <stdbool.h>
#include <string.h>

#include "base/err.h"
#include "classify/concepts_format.h"

enum { BEGINNING_MIN = 3, ENDING_MIN = 4, WORD_LEN_MAX = 40 };

/* Far apart, so that no byte of a word can turn one kind into another. */
static uint64_t hash_start(enum pattern_kind kind)
{
    return UINT64_C(0xcbf29ce484222325) + (uint64_t)kind * UINT64_C(0x9e3779b97f4a7c15);
}

static uint64_t hash_byte(uint64_t hash, char byte)
{
    return (hash ^ (uint8_t)byte) * UINT64_C(0x100000001b3);
}

uint64_t concepts_hash(enum pattern_kind kind, const char *bytes, size_t len)
{
    uint64_t hash = hash_start(kind);

    for (size_t i = 0; i < len; i++) {
        hash = hash_byte(hash, bytes[kind == PATTERN_ENDING ? len - 1 - i : i]);
    }
    return hash | 1; /* 0 marks a free slot */
}

size_t concepts_hint_of(uint64_t hash, uint32_t slot_count)
{
    return (size_t)(hash >> 32) & ((size_t)slot_count * CONCEPTS_HINTS_PER_SLOT - 1);
}

size_t concepts_slot_of(uint64_t hash, uint32_t slot_count)
{
    return (size_t)((hash ^ (hash >> 29)) & (slot_count - 1));
}

/* Whether there may be a pattern of this hash: most are known not to be by one bit. */
static bool is_hinted(const struct concepts *concepts, uint64_t hash)
{
    size_t hint = concepts_hint_of(hash, concepts->head->slot_count);

    return (concepts->hints[hint / 8] >> hint % 8 & 1) != 0;
}

static const struct concepts_slot *find_slot(const struct concepts *concepts,
                                             uint64_t hash)
{
    uint32_t slot_count = concepts->head->slot_count;
    size_t at = concepts_slot_of(hash, slot_count);

    while (concepts->slots[at].hash != 0) {
        if (concepts->slots[at].hash == hash) {
            return &concepts->slots[at];
        }
        at = (at + 1) & (slot_count - 1);
    }
    return NULL;
}

struct finding {
    const struct concepts *concepts;
    const char *folded;
    const uint32_t *starts;
    size_t word_count;
    size_t word;
    char next; /* first byte of the word behind it; NUL: there is none */
    uint16_t *out;
    size_t count;
};

static void add_concept(struct finding *finding, uint16_t concept)
{
    for (size_t i = 0; i < finding->count; i++) {
        if (finding->out[i] == concept) {
            return;
        }
    }
    if (finding->count < CONCEPTS_PER_WORD_MAX) {
        finding->out[finding->count++] = concept;
    }
}

/* What is behind the pattern's first word, or NULL where that is not this word; a final
 * star fits any ending. */
static const char *skip_word(const char *pattern, const char *word, size_t word_len)
{
    size_t i = 0;

    while (i < word_len && pattern[i] == word[i]) {
        i++;
    }
    if (pattern[i] == '*') {
        i++;
    } else if (i < word_len) {
        return NULL;
    }
    return pattern[i] == '_' ? pattern + i + 1 : pattern[i] == '\0' ? pattern + i : NULL;
}

static bool phrase_fits(const struct finding *finding, const char *rest)
{
    size_t word = finding->word;

    while (rest != NULL && *rest != '\0') {
        uint32_t start;

        word++;
        if (word >= finding->word_count) {
            return false;
        }
        start = finding->starts[word];
        rest = skip_word(rest, finding->folded + start,
                         finding->starts[word + 1] - start - 1);
    }
    return rest != NULL;
}

/* Take what a pattern says of the word; true where it spoke of the word itself. */
static bool take(struct finding *finding, uint64_t hash, bool take_words)
{
    const struct concepts_slot *slot = find_slot(finding->concepts, hash);
    bool spoke = false;

    for (uint32_t i = 0; slot != NULL && i < slot->entry_count; i++) {
        const struct concepts_entry *entry =
            &finding->concepts->entries[slot->first_entry + i];

        if (entry->rest == 0) {
            if (take_words) {
                add_concept(finding, entry->concept);
                spoke = true;
            }
        } else if (entry->next == finding->next &&
                   phrase_fits(finding, finding->concepts->rest + entry->rest)) {
            add_concept(finding, entry->concept);
        }
    }
    return spoke;
}

/* The hashes of those beginnings or endings of the word, from the shortest to the
 * longest, that may be patterns; returns how many there are. */
static size_t find_parts(const struct concepts *concepts, enum pattern_kind kind,
                         struct str word, uint64_t hashes_out[WORD_LEN_MAX])
{
    size_t len_min = kind == PATTERN_ENDING ? ENDING_MIN : BEGINNING_MIN;
    uint64_t hash = hash_start(kind);
    size_t count = 0;

    for (size_t i = 0; i < word.len; i++) {
        hash = hash_byte(hash, word.at[kind == PATTERN_ENDING ? word.len - 1 - i : i]);
        hashes_out[count] = hash | 1;
        count += i + 1 >= len_min && is_hinted(concepts, hash | 1);
    }
    return count;
}

static bool take_word(struct finding *finding, struct str word)
{
    uint64_t hash = concepts_hash(PATTERN_WORD, word.at, word.len);

    return is_hinted(finding->concepts, hash) && take(finding, hash, true);
}

/* Beginnings from the longest to the shortest; phrases may start with any of them. */
static bool take_beginnings(struct finding *finding, struct str word, bool spoke)
{
    uint64_t hashes[WORD_LEN_MAX];
    size_t count = find_parts(finding->concepts, PATTERN_BEGINNING, word, hashes);

    while (count > 0) {
        spoke = take(finding, hashes[--count], !spoke) || spoke;
    }
    return spoke;
}

/* The longest ending that speaks. */
static void take_ending(struct finding *finding, struct str word)
{
    uint64_t hashes[WORD_LEN_MAX];
    size_t count = find_parts(finding->concepts, PATTERN_ENDING, word, hashes);
    bool spoke = false;

    while (!spoke && count > 0) {
        spoke = take(finding, hashes[--count], true);
    }
}

size_t concepts_find(const struct concepts *concepts, const char *folded,
                     const uint32_t *starts, size_t word_count, size_t word,
                     uint16_t concepts_out[CONCEPTS_PER_WORD_MAX])
{
    struct finding finding = { .concepts = concepts,
                               .folded = folded,
                               .starts = starts,
                               .word_count = word_count,
                               .word = word,
                               .out = concepts_out };
    struct str text = { folded + starts[word], starts[word + 1] - starts[word] - 1 };
    bool spoke;

    if (text.len > WORD_LEN_MAX) {
        return 0;
    }
    finding.next = word + 1 < word_count ? folded[starts[word + 1]] : '\0';
    spoke = take_word(&finding, text);
    spoke = take_beginnings(&finding, text, spoke);
    if (!spoke) {
        take_ending(&finding, text);
    }
    return finding.count;
}

static bool slots_are_sound(const struct concepts *concepts)
{
    const struct concepts_head *head = concepts->head;
    uint32_t free_count = 0;

    for (uint32_t i = 0; i < head->slot_count; i++) {
        const struct concepts_slot *slot = &concepts->slots[i];

        free_count += slot->hash == 0;
        if (slot->entry_count > head->entry_count ||
            slot->first_entry > head->entry_count - slot->entry_count) {
            return false;
        }
    }
    return free_count != 0; /* a search ends at a free slot */
}

static bool entries_are_sound(const struct concepts *concepts)
{
    for (uint32_t i = 0; i < concepts->head->entry_count; i++) {
        if (concepts->entries[i].rest >= concepts->head->rest_len ||
            concepts->entries[i].concept >= concepts->head->concept_count) {
            return false;
        }
    }
    return concepts->rest[concepts->head->rest_len - 1] == '\0';
}

int concepts_open(struct concepts *concepts_out, struct str bytes, struct err *err)
{
    struct concepts concepts = {
        .head = (const struct concepts_head *)(const void *)bytes.at
    };
    const struct concepts_head *head = concepts.head;
    struct concepts_layout layout;

    if ((uintptr_t)bytes.at % CONCEPTS_ALIGN != 0) {
        return err_set(err, ERR_INPUT,
                       "a concept table must start at a multiple of %d bytes",
                       CONCEPTS_ALIGN);
    }
    if (bytes.len < sizeof *head || memcmp(head->magic, CONCEPTS_MAGIC, 8) != 0) {
        return err_set(err, ERR_CORRUPT, "no concept table of this program");
    }
    if (head->slot_count == 0 || (head->slot_count & (head->slot_count - 1)) != 0 ||
        head->slot_count > CONCEPT_PATTERNS_MAX * 4 ||
        head->entry_count > CONCEPT_PATTERNS_MAX || head->rest_len == 0 ||
        head->rest_len > CONCEPTS_REST_MAX || head->concept_count > CONCEPTS_MAX) {
        return err_set(err, ERR_CORRUPT, "a concept table with impossible counts");
    }
    layout = concepts_layout_of(head);
    if (bytes.len != layout.size_bytes) {
        return err_set(err, ERR_CORRUPT, "a concept table of %zu bytes; expected %zu",
                       bytes.len, layout.size_bytes);
    }
    concepts.slots =
        (const struct concepts_slot *)(const void *)(bytes.at + layout.slots);
    concepts.hints = (const uint8_t *)(bytes.at + layout.hints);
    concepts.entries =
        (const struct concepts_entry *)(const void *)(bytes.at + layout.entries);
    concepts.rest = bytes.at + layout.rest;
    if (!slots_are_sound(&concepts) || !entries_are_sound(&concepts)) {
        return err_set(err, ERR_CORRUPT, "a concept table that points outside itself");
    }
    *concepts_out = concepts;
    return 0;
}

void concepts_share(struct concepts *concepts, const struct concepts *other)
{
    if (concepts->head != NULL && other->head != NULL &&
        memcmp(concepts->head, other->head, sizeof *other->head) == 0 &&
        memcmp(concepts->head, other->head, concepts_layout_of(other->head).size_bytes) ==
            0) {
        *concepts = *other;
    }
}
