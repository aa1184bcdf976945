#include "search/support.h"

#include "base/decimal.h"
#include "search/asking.h"
#include "search/index.h"
#include "search/layout.h"

int64_t support_share(size_t known_count, size_t word_count)
{
    return (int64_t)(known_count + 1) * MICROS_ONE / (int64_t)(word_count + 1);
}

struct support support_of(const struct index *index, const struct query *query,
                          struct str text)
{
    struct support support = { .bound = index->header->support_bound };
    struct asking asking;
    size_t known_count = 0;
    size_t word_count = 0;

    asking_part(&asking, text);
    for (size_t i = 0; i < asking.count; i++) {
        size_t start = (size_t)(asking.sentences[i].at - text.at);
        struct query part = query_slice(query, start, start + asking.sentences[i].len);

        for (size_t j = 0; j < part.count; j++) {
            word_count += !part.words[j].has_digit;
            known_count += !part.words[j].has_digit && part.words[j].term != TERM_UNKNOWN;
        }
    }
    support.share = support_share(known_count, word_count);
    support.is_enough = support.share >= support.bound && known_count > 0;
    return support;
}
