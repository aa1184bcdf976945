/* layout.h - the bytes of an index; for the files index*.c only.
 *
 * All numbers are 32 bits in the byte order of the machine that built them.  The parts
 * follow each other without gaps, in the order of `struct index`; their sizes follow
 * from the counts in the header.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef SEARCH_LAYOUT_H
#define SEARCH_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/str.h"
#include "text/tongue.h"

#define INDEX_MAGIC UINT32_C(0x31584955) /* "UIX1", read backwards on the other order */

/* A multiple of INDEX_ALIGN long. */
struct index_header {
    uint32_t magic;
    uint32_t concepts_len; /* bytes of the concept table that follows, so aligned */
    uint32_t page_count;
    uint32_t passage_count;
    uint32_t sentence_count;
    uint32_t word_count;
    uint32_t term_count;
    uint32_t posting_count;
    uint32_t form_count; /* slots, a power of two; at least one is free */
    uint32_t text_len;   /* padded to a multiple of 4 */
    uint32_t unknown_weights[TONGUE_COUNT];
    int32_t support_bounds[TONGUE_COUNT]; /* search/support.h */
};

/* A piece of the texts at the end. */
struct index_text {
    uint32_t at;
    uint32_t len;
};

/* A run of `words`: terms in the order of the text. */
struct index_words {
    uint32_t first;
    uint32_t count;
};

struct index_page {
    struct index_text name;
    struct index_text title;
    uint32_t tongue;
};

struct index_passage {
    uint32_t page;
    struct index_text heading;
    struct index_text anchor;
    struct index_text text;
    struct index_words heading_words;
    uint32_t sentence_first;
    uint32_t sentence_count;
    struct sha256 sha256;
};

struct index_sentence {
    struct index_text text;
    struct index_words words;
    uint32_t is_attached; /* to the one before it (attachment.h): 0 or 1 */
};

struct index_term {
    uint32_t posting_first;
    uint32_t posting_count;
    uint32_t weight; /* how rare it is in the texts */
    uint32_t best;   /* the highest score of its postings */
};

struct index_posting {
    uint32_t passage;
    uint32_t score;      /* what the term adds to the passage's score */
    uint32_t text_score; /* how much of it the texts say */
};

/* The table's keys are words with a mark before them: which language, and whether as
 * written or as a stem.  Longer words are in no page. */
enum { FORM_KEY_MAX = 64 };

size_t form_key(char key_out[FORM_KEY_MAX], enum tongue tongue, bool is_stem,
                struct str word);

/* A slot of the hash table from words, as written and as stems, to terms. */
struct index_form {
    struct index_text key; /* form_key() of the word; len 0: a free slot */
    uint32_t term;
};

#endif
