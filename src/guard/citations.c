/* citations.c - quotations, byte for byte. */

#include "guard/citations.h"

#include "text/segment.h"

/* Whether this sentence or one behind it ends at `end`. */
static bool is_sentence_end(struct sentences behind, struct str sentence, const char *end)
{
    do {
        if (sentence.at + sentence.len == end) {
            return true;
        }
    } while (sentence.at < end && sentence_next(&behind, &sentence));
    return false;
}

bool citations_is_quote(struct str source, struct str quote)
{
    struct sentences sentences = sentences_of(source);
    struct str sentence;

    if (quote.len == 0 || str_find(source, quote) == source.len) {
        return false;
    }
    while (sentence_next(&sentences, &sentence)) {
        size_t at = (size_t)(sentence.at - source.at);

        if (str_equal(str_slice(source, at, quote.len), quote) &&
            is_sentence_end(sentences, sentence, sentence.at + quote.len)) {
            return true;
        }
    }
    return false;
}

static bool is_supported(const struct cited_draft *draft,
                         const struct cited_sentence *sentence)
{
    for (size_t i = 0; i < sentence->citation_count; i++) {
        uint32_t number = sentence->citations[i];

        if (number == 0 || number > draft->passage_count ||
            !citations_is_quote(draft->passages[number - 1], sentence->text)) {
            return false;
        }
    }
    return true;
}

static bool is_approved(const struct cited_draft *draft, struct str text)
{
    for (size_t i = 0; i < draft->approved_count; i++) {
        if (citations_is_quote(draft->approved[i], text)) {
            return true;
        }
    }
    return false;
}

/* Skip white space and "[n]". */
static size_t skip_marks(struct str text, size_t at)
{
    for (;;) {
        size_t end = at;

        while (end < text.len && (text.at[end] == ' ' || text.at[end] == '\n' ||
                                  text.at[end] == '\r' || text.at[end] == '\t')) {
            end++;
        }
        if (end < text.len && text.at[end] == '[') {
            size_t digits = end + 1;

            while (digits < text.len && text.at[digits] >= '0' &&
                   text.at[digits] <= '9') {
                digits++;
            }
            if (digits > end + 1 && digits < text.len && text.at[digits] == ']') {
                end = digits + 1;
            }
        }
        if (end == at) {
            return at;
        }
        at = end;
    }
}

static void add_span(struct evidence *evidence, enum evidence_kind kind, size_t start,
                     size_t end)
{
    (void)evidence_add(evidence, kind, start, end, SCORE_NONE);
}

void citations_check(const struct cited_draft *draft, struct evidence *evidence)
{
    size_t at = skip_marks(draft->text, 0);

    for (size_t i = 0; i < draft->sentence_count; i++) {
        const struct cited_sentence *sentence = &draft->sentences[i];
        struct str rest = str_slice(draft->text, at, draft->text.len);
        size_t start = at + str_find(rest, sentence->text);

        if (start != at || sentence->text.len == 0) { /* something else stands there */
            add_span(evidence, EVIDENCE_CITATION_NONE, at, draft->text.len);
            return;
        }
        at = start + sentence->text.len;
        if (sentence->citation_count == 0 && !is_approved(draft, sentence->text)) {
            add_span(evidence, EVIDENCE_CITATION_NONE, start, at);
        } else if (!is_supported(draft, sentence)) {
            add_span(evidence, EVIDENCE_CITATION_WRONG, start, at);
        }
        at = skip_marks(draft->text, at);
    }
    if (at != draft->text.len) {
        add_span(evidence, EVIDENCE_CITATION_NONE, at, draft->text.len);
    }
}
