/* index.c - checks the bytes once, then sums postings. */

#include "search/index.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/err.h"
#include "base/utf8.h"
#include "search/content_words.h"
#include "search/layout.h"
#include "text/stem.h"

size_t form_key(char key_out[FORM_KEY_MAX], enum tongue tongue, bool is_stem,
                struct str word)
{
    if (word.len == 0 || word.len > FORM_KEY_MAX - 1) {
        return 0;
    }
    key_out[0] = (char)((is_stem ? 'A' : 'a') + (char)tongue);
    memcpy(key_out + 1, word.at, word.len);
    return word.len + 1;
}

static int corrupt(struct err *err, const char *what)
{
    return err_set(err, ERR_CORRUPT, "the search index is damaged: %s", what);
}

/* Take `count` items off the bytes; NULL where they are not there. */
static const void *take(struct str *rest, size_t count, size_t item_size)
{
    const char *at = rest->at;

    if (count > rest->len / item_size) {
        return NULL;
    }
    *rest = str_slice(*rest, count * item_size, rest->len);
    return at;
}

static int take_concepts(struct index *index, struct str *rest, struct err *err)
{
    size_t len = index->header->concepts_len;
    const char *at = take(rest, len, 1);

    if (at == NULL || len % INDEX_ALIGN != 0) {
        return corrupt(err, "its concepts");
    }
    index->has_concepts = len > 0;
    return len == 0 ? 0 : concepts_open(&index->concepts, (struct str){ at, len }, err);
}

static int take_parts(struct index *index, struct str rest, struct err *err)
{
    const struct index_header *header = index->header;

    index->pages = take(&rest, header->page_count, sizeof *index->pages);
    index->passages = take(&rest, header->passage_count, sizeof *index->passages);
    index->sentences = take(&rest, header->sentence_count, sizeof *index->sentences);
    index->words = take(&rest, header->word_count, sizeof *index->words);
    index->terms = take(&rest, header->term_count, sizeof *index->terms);
    index->postings = take(&rest, header->posting_count, sizeof *index->postings);
    index->forms = take(&rest, header->form_count, sizeof *index->forms);
    index->texts = rest;
    if (index->pages == NULL || index->passages == NULL || index->sentences == NULL ||
        index->words == NULL || index->terms == NULL || index->postings == NULL ||
        index->forms == NULL || rest.len != header->text_len) {
        return corrupt(err, "its size");
    }
    return 0;
}

static bool is_range(uint32_t first, uint32_t count, uint32_t total)
{
    return first <= total && count <= total - first;
}

static bool is_text(const struct index *index, struct index_text text)
{
    return is_range(text.at, text.len, index->header->text_len);
}

static bool is_words(const struct index *index, struct index_words words)
{
    return is_range(words.first, words.count, index->header->word_count);
}

static bool are_pages_sound(const struct index *index)
{
    for (size_t i = 0; i < index->header->page_count; i++) {
        const struct index_page *page = &index->pages[i];

        if (!is_text(index, page->name) || !is_text(index, page->title) ||
            page->tongue >= TONGUE_COUNT) {
            return false;
        }
    }
    return true;
}

static bool are_passages_sound(const struct index *index)
{
    for (size_t i = 0; i < index->header->passage_count; i++) {
        const struct index_passage *passage = &index->passages[i];

        if (passage->page >= index->header->page_count ||
            !is_text(index, passage->heading) || !is_text(index, passage->anchor) ||
            !is_text(index, passage->text) || !is_words(index, passage->heading_words) ||
            !is_range(passage->sentence_first, passage->sentence_count,
                      index->header->sentence_count)) {
            return false;
        }
    }
    return true;
}

static bool are_sentences_sound(const struct index *index)
{
    for (size_t i = 0; i < index->header->sentence_count; i++) {
        if (!is_text(index, index->sentences[i].text) ||
            !is_words(index, index->sentences[i].words)) {
            return false;
        }
    }
    for (size_t i = 0; i < index->header->word_count; i++) {
        if (index->words[i] >= index->header->term_count) {
            return false;
        }
    }
    return true;
}

static bool are_terms_sound(const struct index *index)
{
    for (size_t i = 0; i < index->header->term_count; i++) {
        if (!is_range(index->terms[i].posting_first, index->terms[i].posting_count,
                      index->header->posting_count)) {
            return false;
        }
    }
    for (size_t i = 0; i < index->header->posting_count; i++) {
        if (index->postings[i].passage >= index->header->passage_count) {
            return false;
        }
    }
    return true;
}

/* A search in the table ends at a free slot, so there must be one. */
static bool are_forms_sound(const struct index *index)
{
    uint32_t count = index->header->form_count;
    bool has_free = false;

    for (size_t i = 0; i < count; i++) {
        const struct index_form *form = &index->forms[i];

        has_free = has_free || form->key.len == 0;
        if (form->key.len > 0 &&
            (!is_text(index, form->key) || form->term >= index->header->term_count)) {
            return false;
        }
    }
    return has_free && (count & (count - 1)) == 0;
}

int index_open(struct index *index_out, struct str bytes, struct err *err)
{
    struct str rest = bytes;
    struct index index = { .header = take(&rest, 1, sizeof *index.header) };

    if ((uintptr_t)bytes.at % INDEX_ALIGN != 0) {
        return corrupt(err, "its place in memory");
    }
    if (index.header == NULL || index.header->magic != INDEX_MAGIC) {
        return corrupt(err, "its first bytes");
    }
    if (take_concepts(&index, &rest, err) != 0 || take_parts(&index, rest, err) != 0) {
        return -1;
    }
    if (!utf8_is_valid(index.texts, NULL) || !are_pages_sound(&index) ||
        !are_passages_sound(&index) || !are_sentences_sound(&index) ||
        !are_terms_sound(&index) || !are_forms_sound(&index)) {
        return corrupt(err, "an offset leads out of it");
    }
    *index_out = index;
    return 0;
}

size_t index_passage_count(const struct index *index)
{
    return index->header->passage_count;
}

size_t index_page_count(const struct index *index)
{
    return index->header->page_count;
}

static struct str text_of(const struct index *index, struct index_text text)
{
    return (struct str){ index->texts.at + text.at, text.len };
}

struct passage index_passage(const struct index *index, size_t number)
{
    assert(number < index->header->passage_count);
    const struct index_passage *passage = &index->passages[number];
    const struct index_page *page = &index->pages[passage->page];

    return (struct passage){
        .page = text_of(index, page->name),
        .title = text_of(index, page->title),
        .heading = text_of(index, passage->heading),
        .anchor = text_of(index, passage->anchor),
        .text = text_of(index, passage->text),
        .sha256 = passage->sha256,
        .tongue = (enum tongue)page->tongue,
    };
}

size_t index_page_of(const struct index *index, size_t passage)
{
    assert(passage < index->header->passage_count);
    return index->passages[passage].page;
}

bool index_page_find(const struct index *index, struct str page, size_t *number_out)
{
    for (size_t i = 0; i < index->header->page_count; i++) {
        if (str_equal(text_of(index, index->pages[i].name), page)) {
            *number_out = i;
            return true;
        }
    }
    return false;
}

static uint32_t find_form(const struct index *index, enum tongue tongue, bool is_stem,
                          struct str word)
{
    char key[FORM_KEY_MAX];
    struct str wanted = { key, form_key(key, tongue, is_stem, word) };
    size_t mask = index->header->form_count - 1;
    size_t slot;

    if (wanted.len == 0) {
        return TERM_UNKNOWN;
    }
    slot = (size_t)hash_text(wanted) & mask;
    while (index->forms[slot].key.len > 0) {
        if (str_equal(text_of(index, index->forms[slot].key), wanted)) {
            return index->forms[slot].term;
        }
        slot = (slot + 1) & mask;
    }
    return TERM_UNKNOWN;
}

static uint32_t find_term(const struct index *index, struct stemmer *stemmer,
                          enum tongue tongue, struct str word)
{
    uint32_t term = find_form(index, tongue, false, word);

    if (term != TERM_UNKNOWN) {
        return term;
    }
    return find_form(index, tongue, true, stem_word(stemmer, tongue, word));
}

struct query index_query(const struct index *index, struct arena *arena,
                         struct stemmer *stemmer, enum tongue tongue, struct str text)
{
    struct content_words words =
        content_words_of(arena, index->has_concepts ? &index->concepts : NULL, tongue,
                         text, QUERY_WORDS_MAX);
    struct query query = { .tongue = tongue };

    query.words = arena_array(arena, words.count, sizeof *query.words);
    for (size_t i = 0; i < words.count; i++) {
        const struct content_word *word = &words.items[i];
        uint32_t term = find_term(index, stemmer, tongue, word->word);

        if (term != TERM_UNKNOWN || !word->is_extra) {
            query.words[query.count++] =
                (struct query_word){ term, word->start, word->end, word->has_digit,
                                     word->is_extra };
        }
    }
    return query;
}

struct query query_slice(const struct query *query, size_t start, size_t end)
{
    struct query slice = { .tongue = query->tongue, .words = query->words };

    while (slice.words < query->words + query->count && slice.words->start < start) {
        slice.words++;
    }
    while (slice.words + slice.count < query->words + query->count &&
           slice.words[slice.count].end <= end) {
        slice.count++;
    }
    return slice;
}

int64_t index_term_weight(const struct index *index, enum tongue tongue, uint32_t term)
{
    return term == TERM_UNKNOWN ? index->header->unknown_weights[tongue]
                                : index->terms[term].weight;
}

/* Whether the word stands in the query before. */
static bool is_repeated(const struct query *query, size_t word)
{
    for (size_t i = 0; i < word; i++) {
        if (query->words[i].term == query->words[word].term) {
            return true;
        }
    }
    return false;
}

static void add_term(const struct index *index, uint32_t number, uint64_t *sums)
{
    const struct index_term *term = &index->terms[number];
    const struct index_posting *posting = &index->postings[term->posting_first];

    for (size_t i = 0; i < term->posting_count; i++) {
        sums[posting[i].passage] += posting[i].score;
    }
}

/* Put the hit among the best so far; returns how many there are. */
static size_t keep(struct hit *hits, size_t count, size_t hit_max, struct hit hit)
{
    size_t at = count;

    if (count == hit_max) {
        if (hit_max == 0 || hits[count - 1].score >= hit.score) {
            return count;
        }
        at--;
    } else {
        count++;
    }
    while (at > 0 && hits[at - 1].score < hit.score) {
        hits[at] = hits[at - 1];
        at--;
    }
    hits[at] = hit;
    return count;
}

size_t index_search(const struct index *index, struct arena *scratch,
                    const struct query *query, const int64_t *page_factors,
                    struct hit *hits_out, size_t hit_max)
{
    uint64_t *sums = arena_array(scratch, index->header->passage_count, sizeof *sums);
    size_t count = 0;

    for (size_t i = 0; i < query->count; i++) {
        if (query->words[i].term != TERM_UNKNOWN && !is_repeated(query, i)) {
            add_term(index, query->words[i].term, sums);
        }
    }
    for (size_t i = 0; i < index->header->passage_count; i++) {
        int64_t score = (int64_t)sums[i];

        if (score != 0 && page_factors != NULL) {
            score = score * page_factors[index->passages[i].page] / MICROS_ONE;
        }
        if (score > 0) {
            count = keep(hits_out, count, hit_max, (struct hit){ (uint32_t)i, score });
        }
    }
    return count;
}
