#include "search/support.h"

#include "search/asking.h"
#include "search/index.h"
#include "search/layout.h"

int64_t support_points(size_t covered, size_t foreign)
{
    return (int64_t)covered * SUPPORT_COVERED + (int64_t)foreign * SUPPORT_FOREIGN;
}

/* Postings are in the order of passages. */
static bool is_covered(const struct index *index, uint32_t term, uint32_t passage)
{
    const struct index_posting *postings =
        &index->postings[index->terms[term].posting_first];
    size_t low = 0;
    size_t high = index->terms[term].posting_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (postings[middle].passage == passage) {
            return true;
        }
        if (postings[middle].passage < passage) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
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

struct support support_of(const struct index *index, const struct query *query,
                          struct str text, uint32_t passage, const bool *is_home)
{
    struct support support = { .bound = index->header->support_bounds[query->tongue] };
    size_t covered = 0;

    for (size_t i = 0; i < query->count; i++) {
        uint32_t term = query->words[i].term;

        covered += is_counted(query, i) && term != TERM_UNKNOWN &&
                   is_covered(index, term, passage);
    }
    support.points = support_points(covered, count_foreign(index, query, text, is_home));
    support.is_enough = covered > 0 && support.points >= support.bound;
    return support;
}
