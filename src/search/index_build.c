/* index_build.c - counts words by field, then writes the bytes of layout.h. */

#include <assert.h>
#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/list.h"
#include "base/map.h"
#include "search/content_words.h"
#include "search/index.h"
#include "search/layout.h"
#include "text/segment.h"
#include "text/stem.h"

enum { FIELD_TITLE, FIELD_HEADING, FIELD_TEXT, FIELD_COUNT };

/* How much a word counts that stands in the field. */
static const double field_weights[FIELD_COUNT] = { 1.0, 3.0, 1.0 };

/* Okapi's usual values. */
static const double saturation = 1.2;    /* k1: how soon a repeated word adds nothing */
static const double length_share = 0.75; /* b: how much a long text is held back */

enum {
    TEXTS_LEN_MAX = 512 << 20,
    TERMS_MAX = 1 << 22,
    WORDS_MAX = 1 << 26,
    PASSAGE_WORDS_MAX = 1 << 16, /* of one text that is looked at */
};

static const double millionth = 1e6;

struct count {
    uint32_t passage;
    uint32_t by_field[FIELD_COUNT];
};

struct term {
    uint32_t number;
    enum tongue tongue;
    struct list counts; /* by passage, ascending */
    double weight;
};

struct builder {
    struct arena *arena;
    struct stemmer *stemmer;
    struct map forms;  /* form_key() of a word or stem: struct term */
    struct list order; /* struct term *, by number */
    struct list pages;
    struct list passages;
    struct list sentences;
    struct list words;
    struct buf texts;
    double text_words[TONGUE_COUNT]; /* in all passages of the language */
    double passage_counts[TONGUE_COUNT];
    uint32_t *passage_words; /* in the text, by passage */
};

static struct index_text add_text(struct builder *builder, struct str text)
{
    struct index_text added = { (uint32_t)builder->texts.len, (uint32_t)text.len };

    buf_add(&builder->texts, text);
    return added;
}

static void *map_find_key(const struct map *map, const char *key, size_t len)
{
    return map_find(map, (struct str){ key, len });
}

static void remember(struct builder *builder, struct map *map, const char *key,
                     size_t len, void *value)
{
    bool is_new = map_put(map, str_copy(builder->arena, (struct str){ key, len }), value);

    assert(is_new);
}

/* The term that the stem stands for, new or known; NULL past the limit of terms. */
static struct term *term_of_stem(struct builder *builder, enum tongue tongue,
                                 struct str stem)
{
    char key[FORM_KEY_MAX];
    size_t len = form_key(key, tongue, true, stem);
    struct term *term = map_find_key(&builder->forms, key, len);
    struct term **place;

    if (term != NULL) {
        return term;
    }
    place = list_add(&builder->order);
    if (place == NULL) {
        return NULL;
    }
    *place = term = arena_alloc(builder->arena, sizeof *term);
    term->number = (uint32_t)(builder->order.count - 1);
    term->tongue = tongue;
    list_init(&term->counts, builder->arena, sizeof(struct count), INDEX_PASSAGES_MAX);
    remember(builder, &builder->forms, key, len, term);
    return term;
}

/* NULL for a word longer than any key, and past the limit of terms. */
static struct term *term_of_word(struct builder *builder, enum tongue tongue,
                                 struct str word)
{
    char key[FORM_KEY_MAX];
    size_t len = form_key(key, tongue, false, word);
    struct term *term = len == 0 ? NULL : map_find_key(&builder->forms, key, len);

    if (len == 0 || term != NULL) {
        return term;
    }
    term = term_of_stem(builder, tongue, stem_word(builder->stemmer, tongue, word));
    if (term != NULL) {
        remember(builder, &builder->forms, key, len, term);
    }
    return term;
}

static void count_word(struct term *term, size_t passage, int field)
{
    struct count *count =
        term->counts.count == 0 ? NULL : list_at(&term->counts, term->counts.count - 1);

    if (count == NULL || count->passage != passage) {
        count = list_add(&term->counts);
        count->passage = (uint32_t)passage;
    }
    count->by_field[field]++;
}

static struct index_words add_words(struct builder *builder, enum tongue tongue,
                                    struct str text, int field)
{
    size_t passage = builder->passages.count - 1;
    struct content_words words =
        content_words_of(builder->arena, tongue, text, PASSAGE_WORDS_MAX);
    struct index_words added = { (uint32_t)builder->words.count, 0 };

    for (size_t i = 0; i < words.count; i++) {
        struct term *term = term_of_word(builder, tongue, words.items[i].word);
        uint32_t *place = term == NULL ? NULL : list_add(&builder->words);

        if (place != NULL) {
            *place = term->number;
            added.count++;
            count_word(term, passage, field);
        }
    }
    return added;
}

static void add_sentences(struct builder *builder, const struct passage *passage,
                          struct index_passage *added)
{
    struct sentences sentences = sentences_of(passage->text);
    struct str sentence;
    const char *behind = passage->text.at;
    uint32_t block = 0;

    added->sentence_first = (uint32_t)builder->sentences.count;
    while (sentence_next(&sentences, &sentence)) {
        struct str gap = { behind, (size_t)(sentence.at - behind) };
        struct index_sentence *place = list_add(&builder->sentences);

        if (place == NULL) {
            break;
        }
        block += str_find(gap, STR("\n\n")) < gap.len;
        place->block = block;
        place->text.at = added->text.at + (uint32_t)(sentence.at - passage->text.at);
        place->text.len = (uint32_t)sentence.len;
        place->words = add_words(builder, passage->tongue, sentence, FIELD_TEXT);
        builder->passage_words[builder->passages.count - 1] += place->words.count;
        behind = sentence.at + sentence.len;
    }
    added->sentence_count = (uint32_t)builder->sentences.count - added->sentence_first;
}

/* Passages of a page follow each other. */
static uint32_t page_of(struct builder *builder, const struct passage *passage)
{
    struct index_page *page = builder->pages.count == 0
                                  ? NULL
                                  : list_at(&builder->pages, builder->pages.count - 1);

    if (page == NULL ||
        !str_equal(passage->page,
                   (struct str){ builder->texts.at + page->name.at, page->name.len })) {
        page = list_add(&builder->pages);
        assert(page != NULL); /* there are no more pages than passages */
        page->name = add_text(builder, passage->page);
        page->title = add_text(builder, passage->title);
        page->tongue = passage->tongue;
    }
    return (uint32_t)(builder->pages.count - 1);
}

static void add_passage(struct builder *builder, const struct passage *passage)
{
    uint32_t page = page_of(builder, passage);
    struct index_passage *added = list_add(&builder->passages);

    assert(added != NULL);
    added->page = page;
    added->heading = add_text(builder, passage->heading);
    added->anchor = add_text(builder, passage->anchor);
    added->text = add_text(builder, passage->text);
    added->sha256 = passage->sha256;
    (void)add_words(builder, passage->tongue, passage->title, FIELD_TITLE);
    added->heading_words =
        add_words(builder, passage->tongue, passage->heading, FIELD_HEADING);
    add_sentences(builder, passage, added);
    builder->passage_counts[passage->tongue]++;
    builder->text_words[passage->tongue] +=
        builder->passage_words[builder->passages.count - 1];
}

/* The natural logarithm of x above 0, by the series of the inverse hyperbolic tangent;
 * ours, so that every machine computes the same bits. */
static double log_of(double x)
{
    int exponent;
    double mantissa = frexp(x, &exponent); /* exact, 0.5 to 1 */
    double ratio = (mantissa - 1) / (mantissa + 1);
    double power = ratio;
    double sum = 0;

    for (int i = 1; i < 60; i += 2) {
        sum += power / i;
        power *= ratio * ratio;
    }
    return 2 * sum + exponent * 0.69314718055994530942;
}

static double weight_of_count(const struct builder *builder, enum tongue tongue,
                              double count)
{
    double all = builder->passage_counts[tongue];

    return log_of(1 + (all - count + 0.5) / (count + 0.5));
}

static uint32_t millionths(double value)
{
    return (uint32_t)(value * millionth + 0.5);
}

static uint32_t score_of(const struct builder *builder, const struct term *term,
                         const struct count *count)
{
    double average =
        builder->text_words[term->tongue] / builder->passage_counts[term->tongue];
    double length = builder->passage_words[count->passage] / (average > 0 ? average : 1);
    double frequency =
        count->by_field[FIELD_TEXT] / (1 - length_share + length_share * length);

    for (int field = 0; field < FIELD_TEXT; field++) {
        frequency += field_weights[field] * count->by_field[field];
    }
    return millionths(term->weight * frequency * (saturation + 1) /
                      (saturation + frequency));
}

static struct list terms_written(struct builder *builder, struct list *postings)
{
    struct list terms;

    list_init(&terms, builder->arena, sizeof(struct index_term), TERMS_MAX);
    list_init(postings, builder->arena, sizeof(struct index_posting), WORDS_MAX);
    for (size_t i = 0; i < builder->order.count; i++) {
        struct term *term = *(struct term **)list_at(&builder->order, i);
        struct index_term *written = list_add(&terms);

        term->weight = weight_of_count(builder, term->tongue, (double)term->counts.count);
        *written = (struct index_term){ .posting_first = (uint32_t)postings->count,
                                        .posting_count = (uint32_t)term->counts.count,
                                        .weight = millionths(term->weight) };
        for (size_t j = 0; j < term->counts.count; j++) {
            const struct count *count = list_at(&term->counts, j);
            struct index_posting *posting = list_add(postings);

            posting->passage = count->passage;
            posting->score = score_of(builder, term, count);
        }
    }
    return terms;
}

/* A table twice as large as it is full, filled in the order of the words. */
static struct list forms_written(struct builder *builder)
{
    struct list forms;
    size_t count = 4;

    while (count < builder->forms.count * 2 + 1) {
        count *= 2;
    }
    list_init(&forms, builder->arena, sizeof(struct index_form), count);
    for (size_t i = 0; i < count; i++) {
        (void)list_add(&forms);
    }
    for (size_t i = 0; i < builder->forms.count; i++) {
        const struct map_entry *entry = &builder->forms.entries[i];
        const struct term *term = entry->value;
        size_t slot = (size_t)hash_text(entry->key) & (count - 1);
        struct index_form *form = list_at(&forms, slot);

        while (form->key.len > 0) {
            slot = (slot + 1) & (count - 1);
            form = list_at(&forms, slot);
        }
        form->key = add_text(builder, entry->key);
        form->term = term->number;
    }
    return forms;
}

static void write_list(struct buf *bytes, const struct list *list)
{
    buf_add_bytes(bytes, list->items, list->count * list->item_size);
}

static int write_all(struct builder *builder, struct str *bytes_out, struct err *err)
{
    struct list postings;
    struct list terms = terms_written(builder, &postings);
    struct list forms = forms_written(builder);
    struct index_header header = { .magic = INDEX_MAGIC };
    struct buf bytes;

    while (builder->texts.len % 4 != 0) {
        buf_add_char(&builder->texts, '\0');
    }
    header.page_count = (uint32_t)builder->pages.count;
    header.passage_count = (uint32_t)builder->passages.count;
    header.sentence_count = (uint32_t)builder->sentences.count;
    header.word_count = (uint32_t)builder->words.count;
    header.term_count = (uint32_t)terms.count;
    header.posting_count = (uint32_t)postings.count;
    header.form_count = (uint32_t)forms.count;
    header.text_len = (uint32_t)builder->texts.len;
    for (int i = 0; i < TONGUE_COUNT; i++) {
        header.unknown_weights[i] =
            millionths(weight_of_count(builder, (enum tongue)i, 0));
    }
    buf_init(&bytes, builder->arena, UINT32_MAX);
    buf_add_bytes(&bytes, &header, sizeof header);
    write_list(&bytes, &builder->pages);
    write_list(&bytes, &builder->passages);
    write_list(&bytes, &builder->sentences);
    write_list(&bytes, &builder->words);
    write_list(&bytes, &terms);
    write_list(&bytes, &postings);
    write_list(&bytes, &forms);
    buf_add(&bytes, buf_str(&builder->texts));
    if (buf_is_full(&bytes) || buf_is_full(&builder->texts)) {
        return err_set(err, ERR_LIMIT, "the pages are too large for an index");
    }
    *bytes_out = buf_str(&bytes);
    return 0;
}

int index_build(struct str *bytes_out, struct arena *arena,
                const struct passage *passages, size_t passage_count, struct err *err)
{
    struct builder *builder = arena_alloc(arena, sizeof *builder);
    int result;

    if (passage_count > INDEX_PASSAGES_MAX) {
        return err_set(err, ERR_LIMIT, "more than %d passages", INDEX_PASSAGES_MAX);
    }
    builder->arena = arena;
    map_init(&builder->forms, arena);
    list_init(&builder->order, arena, sizeof(struct term *), TERMS_MAX);
    list_init(&builder->pages, arena, sizeof(struct index_page), INDEX_PASSAGES_MAX);
    list_init(&builder->passages, arena, sizeof(struct index_passage),
              INDEX_PASSAGES_MAX);
    list_init(&builder->sentences, arena, sizeof(struct index_sentence), WORDS_MAX);
    list_init(&builder->words, arena, sizeof(uint32_t), WORDS_MAX);
    buf_init(&builder->texts, arena, TEXTS_LEN_MAX);
    builder->passage_words =
        arena_array(arena, passage_count, sizeof *builder->passage_words);
    builder->stemmer = stemmer_new();
    for (size_t i = 0; i < passage_count; i++) {
        add_passage(builder, &passages[i]);
    }
    result = write_all(builder, bytes_out, err);
    stemmer_free(&builder->stemmer);
    return result;
}
