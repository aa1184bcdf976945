#include "search/support.h"

#include "base/decimal.h"
#include "search/asking.h"
#include "search/index.h"
#include "search/layout.h"

int64_t support_share(struct support_count count)
{
    return (int64_t)(count.known + 1) * MICROS_ONE / (int64_t)(count.words + 1);
}

struct support_count support_choose(struct support_count asked,
                                    struct support_count whole)
{
    return asked.words < SUPPORT_WORDS_MIN ? whole : asked;
}

static struct support_count count_words(const struct query *query)
{
    struct support_count count = { 0 };

    for (size_t i = 0; i < query->count; i++) {
        const struct query_word *word = &query->words[i];

        count.words += !word->has_digit;
        count.known += !word->has_digit && word->term != TERM_UNKNOWN;
    }
    return count;
}

static struct support_count count_asked(const struct query *query, struct str text)
{
    struct support_count asked = { 0 };
    struct asking asking;

    asking_part(&asking, text);
    for (size_t i = 0; i < asking.count; i++) {
        size_t start = (size_t)(asking.sentences[i].at - text.at);
        struct query part = query_slice(query, start, start + asking.sentences[i].len);
        struct support_count count = count_words(&part);

        asked.words += count.words;
        asked.known += count.known;
    }
    return asked;
}

struct support support_of(const struct index *index, const struct query *query,
                          struct str text)
{
    struct support support = { .bound = index->header->support_bounds[query->tongue] };
    struct support_count count =
        support_choose(count_asked(query, text), count_words(query));

    support.share = support_share(count);
    support.is_enough = support.share >= support.bound && count.known > 0;
    return support;
}
