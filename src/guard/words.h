/* words.h - thousands of phrases found in one walk over the text (Aho and Corasick,
 * "Efficient string matching", 1975), as a table that is mapped, not built.
 *
 * Phrases and text are folded (fold.h), and a word's border is a separator symbol, so
 * case, accents, width and punctuation between words do not matter, and "ass" is not in
 * "class".  A '*' at an end of a phrase's word leaves that end open ("instruct*").  The
 * table is a complete automaton: one load a symbol, rows of one cache line.  It is
 * checked once, when it is opened.
 *
 * Thread: an open table is read-only and may be shared.
 * Memory: words_compile() in the arena; an open table is a view of its bytes, which must
 *         be aligned to 4 and live as long.
 */
#ifndef GUARD_WORDS_H
#define GUARD_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "guard/fold.h"

struct arena;
struct err;

struct word_entry {
    struct str text;
    uint16_t group; /* the caller's: what a match means */
};

enum {
    WORD_SYMBOLS_MAX = 96,    /* of one phrase */
    WORD_ENTRIES_MAX = 60000, /* of one table */
    WORD_STATES_MAX = 65535,
};

/* The sample is a text like those that will be searched, for speed; it may be empty.
 * ERR_INPUT for a phrase without letters or with letters that are not folded to Latin
 * ones (a pattern finds those), ERR_LIMIT for what exceeds the limits. */
int words_compile(struct str *bytes_out, struct arena *arena,
                  const struct word_entry *entries, size_t entry_count, struct str sample,
                  struct err *err) MUST_USE;

/* Whether words_compile() would take the phrase: its errors about one. */
int words_check(struct str phrase, struct err *err) MUST_USE;

struct word_pattern {
    uint16_t group;
    uint8_t symbol_count;     /* with the separators at its ends */
    uint8_t digit_count;      /* digits it was written with */
    uint8_t starts_at_border; /* its first symbol is a separator, so is its last */
    uint8_t ends_at_border;
};

struct words {
    const uint16_t *next;        /* [state * FOLD_COUNT + symbol] */
    const uint32_t *match_first; /* [state - accept_first], and one past the last */
    const uint16_t *matches;     /* pattern numbers */
    const struct word_pattern *patterns;
    uint32_t state_count;
    uint32_t accept_first; /* states from here on end a phrase */
    uint32_t start;        /* at the beginning of a text */
    uint32_t pattern_count;
};

/* ERR_CORRUPT where words_compile() could not have written the bytes. */
int words_open(struct words *words_out, struct str bytes, struct err *err) MUST_USE;

/* The state after one more symbol. */
static inline uint32_t words_next(const struct words *words, uint32_t state,
                                  uint32_t symbol)
{
    return words->next[state * FOLD_COUNT + symbol];
}

struct word_match {
    size_t start; /* bytes of the text */
    size_t end;
    uint16_t group;
};

/* Where a phrase that has just been completed lies.  `symbol_end` is the byte behind the
 * symbol that led to the accepting state, `symbol_start` its first byte (both text.len at
 * the separator that every text ends with).  False where it is a repeat (more separators
 * behind the same phrase) or consists of too many digits that imitate letters. */
bool words_locate(const struct words *words, uint32_t pattern, struct str text,
                  size_t symbol_start, size_t symbol_end, struct word_match *match_out);

/* All matches in a text, in the order of their ends: for short texts and tests. */
typedef void (*word_match_fn)(void *context, const struct word_match *match);
void words_scan(const struct words *words, struct str text, word_match_fn on_match,
                void *context);

#endif
