/* mood_lexicon.h - words of feeling and haste, as the tables have them.
 *
 * A line gives many words one meaning.  A word with "*" at its end is every word that
 * begins so; "_" joins the words of a phrase (at most MOOD_PHRASE_MAX).  Words are
 * spelled as people spell them and folded (text/tokens.h) when the tables are compiled,
 * so accents do not matter.  The longest pattern that fits speaks: a phrase before a
 * word, a whole word before a beginning.
 *
 * Thread: any; constant.
 * Memory: none; a compiled lexicon lives in its arena.
 */
#ifndef CLASSIFY_MOOD_LEXICON_H
#define CLASSIFY_MOOD_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/tongue.h"

struct mood_lexicon;
struct tokens;

enum { MOOD_PHRASE_MAX = 4 };

enum mood_role {
    MOOD_WORD,       /* has a feeling, an urgency or both */
    MOOD_STRENGTHEN, /* very */
    MOOD_WEAKEN,     /* a bit */
    MOOD_NEGATE,     /* not */
    MOOD_TURN,       /* but: what follows counts more than what was before */
    MOOD_UNTIL,      /* by, before: makes the day that follows a deadline */
    MOOD_DAY,        /* Monday */
    MOOD_PART,       /* only the beginning of a phrase; never found */
};

struct mood_line {
    enum mood_role role;
    int feeling; /* -40 (outrage) to 40 (delight), in tenths */
    int urgency; /* per cent; below 0 where it speaks against haste */
    const char *words;
};

struct mood_table {
    const struct mood_line *lines;
    size_t count;
};

extern const struct mood_table mood_table_en;
extern const struct mood_table mood_table_de;
extern const struct mood_table mood_table_es;

/* What a place in the text means. */
struct mood_entry {
    uint64_t key; /* of the folded words; 0 = free */
    enum mood_role role;
    int feeling;
    int urgency;
};

/* The meaning of the words from items[at] on, and how many words it takes; NULL where
 * they have none. */
const struct mood_entry *mood_lexicon_find(const struct mood_lexicon *lexicon,
                                           enum tongue tongue,
                                           const struct tokens *tokens, size_t at,
                                           size_t *word_count_out);

#endif
