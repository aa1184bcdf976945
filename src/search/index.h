/* index.h - the passages of a bot as bytes that are searched where they lie.
 *
 * Ranking is BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
 * and Beyond", 2009) in its form for several fields: a word in the heading or in the
 * page's title counts more than one in the text.  Words are compared by their stem;
 * each language has words and passages of its own.  What a posting adds to a score is
 * computed when the index is built, so a search is a sum of integers.
 *
 * index_build() makes the bytes, the same from the same passages; index_open() checks
 * every offset in them once, so that they may come from a file, and copies nothing.
 *
 * Thread: an open index is read-only: any.
 * Memory: an index looks into its bytes, which must live as long and start at a multiple
 *         of INDEX_ALIGN; queries and results live in the arena they are given.
 * Units: scores and weights are millionths; a weight is the natural logarithm of how
 *        rare a word is among the passages (idf).
 */
#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "classify/concepts.h"
#include "search/passages.h"
#include "text/tongue.h"

struct arena;
struct err;
struct stemmer; /* text/stem.h */

enum {
    INDEX_PASSAGES_MAX = 1 << 20,
    QUERY_WORDS_MAX = 256, /* words of a query that are looked at */
    INDEX_ALIGN = CONCEPTS_ALIGN,
};

/* Views into the bytes; layout.h says what is where. */
struct index {
    const struct index_header *header;
    const struct index_page *pages;
    const struct index_passage *passages;
    const struct index_sentence *sentences;
    const uint32_t *words;
    const struct index_term *terms;
    const struct index_posting *postings;
    const struct index_form *forms;
    struct str texts;
    struct concepts concepts;
    bool has_concepts;
};

/* A past message, and the pages that answer its subject (without any it is passed over);
 * text in normal form. */
struct index_question {
    struct str text;
    enum tongue tongue;
    const struct str *pages; /* those of another language are passed over */
    size_t page_count;
};

struct index_source {
    const struct passage *passages;
    size_t passage_count;
    const struct index_question *questions; /* teach which words customers use */
    size_t question_count;
    struct str concepts; /* bytes of concepts_build(), copied; empty: without concepts */
};

/* ERR_LIMIT where passages or questions are more than an index holds; ERR_CORRUPT or
 * ERR_INPUT where the concepts are not what concepts_build() makes. */
int index_build(struct str *bytes_out, struct arena *arena,
                const struct index_source *source, struct err *err) MUST_USE;

/* ERR_CORRUPT where index_build() could not have made the bytes. */
int index_open(struct index *index_out, struct str bytes, struct err *err) MUST_USE;

size_t index_passage_count(const struct index *index);
struct passage index_passage(const struct index *index, size_t passage);

/* The number of a page; pages are numbered in the order of their first passage. */
size_t index_page_count(const struct index *index);
size_t index_page_of(const struct index *index, size_t passage);
bool index_page_find(const struct index *index, struct str page, size_t *number_out);

/* A word of a query that is no function word. */
struct query_word {
    uint32_t term;  /* TERM_UNKNOWN where no passage of the language has it */
    uint32_t start; /* in bytes of the text */
    uint32_t end;
    bool has_digit;
    bool is_extra; /* a joined pair or a concept: the word itself is there too */
};

#define TERM_UNKNOWN UINT32_MAX

struct query {
    enum tongue tongue;
    struct query_word *words; /* in the order of the text, repetitions included */
    size_t count;
};

/* The words of a text, which is in normal form, read as the language given. */
struct query index_query(const struct index *index, struct arena *arena,
                         struct stemmer *stemmer, enum tongue tongue, struct str text);

/* Search only these words of the query: for a question inside a long message. */
struct query query_slice(const struct query *query, size_t start, size_t end);

/* How rare a term is; for TERM_UNKNOWN as if it stood in half a passage. */
int64_t index_term_weight(const struct index *index, enum tongue tongue, uint32_t term);

struct hit {
    uint32_t passage;
    int64_t score; /* millionths, above 0 */
};

/* The best passages, best first, at most hit_max; of equals the first in the index.
 * page_factors multiplies the scores by page number, in millionths (0 leaves the page
 * out); NULL is a million for all. */
size_t index_search(const struct index *index, struct arena *scratch,
                    const struct query *query, const int64_t *page_factors,
                    struct hit *hits_out, size_t hit_max);

#endif
