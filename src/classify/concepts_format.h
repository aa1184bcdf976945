/* concepts_format.h - the bytes of a compiled concept table (concepts.c tells the idea).
 *
 * Only concepts.c, concepts_build.c and their tests include it.
 */
#ifndef CLASSIFY_CONCEPTS_FORMAT_H
#define CLASSIFY_CONCEPTS_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#define CONCEPTS_MAGIC "ushrcon3"

enum { CONCEPTS_REST_MAX = 1 << 20, CONCEPTS_HINTS_PER_SLOT = 4 };

enum pattern_kind { PATTERN_WORD, PATTERN_BEGINNING, PATTERN_ENDING };

struct concepts_head {
    char magic[8];
    uint32_t slot_count; /* a power of two, at most half full */
    uint32_t entry_count;
    uint32_t rest_len;
    uint32_t concept_count;
};

struct concepts_slot {
    uint64_t hash; /* of kind and pattern; 0: free */
    uint32_t first_entry;
    uint32_t entry_count;
};

struct concepts_entry {
    uint32_t rest; /* where the further words of a phrase stand; "" for a single word */
    uint16_t concept;
    char next; /* the first byte of those words: most phrases need no further look */
    char zero;
};

struct concepts_layout {
    size_t slots;
    size_t hints; /* a bit for each pattern's hash: few of a text's words have one */
    size_t entries;
    size_t rest;
    size_t size_bytes;
};

static inline struct concepts_layout concepts_layout_of(const struct concepts_head *head)
{
    struct concepts_layout layout;

    layout.slots = sizeof *head;
    layout.hints = layout.slots + head->slot_count * sizeof(struct concepts_slot);
    layout.entries = layout.hints + head->slot_count * CONCEPTS_HINTS_PER_SLOT / 8;
    layout.rest = layout.entries + head->entry_count * sizeof(struct concepts_entry);
    layout.size_bytes = (layout.rest + head->rest_len + 7) / 8 * 8;
    return layout;
}

/* An ending is read from its last byte to its first, the others from the first. */
uint64_t concepts_hash(enum pattern_kind kind, const char *bytes, size_t len);
size_t concepts_hint_of(uint64_t hash, uint32_t slot_count); /* in bits */
size_t concepts_slot_of(uint64_t hash, uint32_t slot_count);

#endif
