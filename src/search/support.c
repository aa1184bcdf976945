#include "search/support.h"

#include "search/asking.h"
#include "search/index.h"
#include "search/layout.h"

int64_t support_points(struct support_words words)
{
    return (int64_t)words.covered * SUPPORT_COVERED +
           (int64_t)words.learned * SUPPORT_LEARNED +
           (int64_t)words.foreign * SUPPORT_FOREIGN;
}

/* What the term says of the passage, or NULL; postings are in the order of passages. */
static const struct index_posting *find_posting(const struct index *index, uint32_t term,
                                                uint32_t passage)
{
    const struct index_posting *postings =
        &index->postings[index->terms[term].posting_first];
    size_t low = 0;
    size_t high = index->terms[term].posting_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (postings[middle].passage == passage) {
            return &postings[middle];
        }
        if (postings[middle].passage < passage) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

static bool is_foreign(const struct index *index, uint32_t term, const bool *is_home)
{
    if (term == TERM_UNKNOWN) {
        return true;
    }
    for (size_t i = 0; i < index->terms[term].posting_count; i++) {
        const struct index_posting *posting =
            &index->postings[index->terms[term].posting_first + i];

        if (is_home[index->passages[posting->passage].page]) {
            return false;
        }
    }
    return true;
}

/* A word counts where it stands first. */
static bool is_counted(const struct query *query, size_t word)
{
    if (query->words[word].has_digit || query->words[word].is_extra) {
        return false;
    }
    for (size_t i = 0; i < word; i++) {
        if (query->words[i].term == query->words[word].term &&
            query->words[word].term != TERM_UNKNOWN) {
            return false;
        }
    }
    return true;
}

static size_t count_foreign(const struct index *index, const struct query *query,
                            struct str text, const bool *is_home)
{
    struct asking asking;
    size_t count = 0;

    asking_part(&asking, text);
    for (size_t i = 0; i < asking.count; i++) {
        size_t start = (size_t)(asking.sentences[i].at - text.at);
        struct query part = query_slice(query, start, start + asking.sentences[i].len);

        for (size_t j = 0; j < part.count; j++) {
            count +=
                is_counted(&part, j) && is_foreign(index, part.words[j].term, is_home);
        }
    }
    return count;
}

static struct support_words count_covered(const struct index *index,
                                          const struct query *query, uint32_t passage)
{
    struct support_words words = { 0 };

    for (size_t i = 0; i < query->count; i++) {
        uint32_t term = query->words[i].term;
        const struct index_posting *posting = term != TERM_UNKNOWN && is_counted(query, i)
                                                  ? find_posting(index, term, passage)
                                                  : NULL;

        words.covered += posting != NULL && posting->text_score > 0;
        words.learned += posting != NULL && posting->text_score == 0;
    }
    return words;
}

struct support support_of(const struct index *index, const struct query *query,
                          struct str text, uint32_t passage, const bool *is_home)
{
    struct support support = { .bound = index->header->support_bounds[query->tongue] };
    struct support_words words = count_covered(index, query, passage);

    words.foreign = count_foreign(index, query, text, is_home);
    support.points = support_points(words);
    support.is_enough =
        words.covered + words.learned > 0 && support.points >= support.bound;
    return support;
}
