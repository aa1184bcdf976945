/* index_build.c - counts the words of passages by field and keeps their sentences. */

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "search/attachment.h"
#include "search/builder.h"
#include "search/content_words.h"
#include "text/segment.h"
#include "text/stem.h"

struct index_text builder_add_text(struct builder *builder, struct str text)
{
    struct index_text added = { (uint32_t)builder->texts.len, (uint32_t)text.len };

    buf_add(&builder->texts, text);
    return added;
}

struct str builder_text(const struct builder *builder, struct index_text text)
{
    return (struct str){ builder->texts.at + text.at, text.len };
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

struct term *builder_term(struct builder *builder, enum tongue tongue, struct str word)
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
    struct content_words words = content_words_of(builder->arena, builder->concepts,
                                                  tongue, text, PASSAGE_WORDS_MAX);
    struct index_words added = { (uint32_t)builder->words.count, 0 };

    for (size_t i = 0; i < words.count; i++) {
        struct term *term = builder_term(builder, tongue, words.items[i].word);
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
    struct str before = { passage->text.at, 0 };
    struct str sentence;

    added->sentence_first = (uint32_t)builder->sentences.count;
    while (sentence_next(&sentences, &sentence)) {
        const char *behind = before.at + before.len;
        struct str gap = { behind, (size_t)(sentence.at - behind) };
        bool is_same_block = str_find(gap, STR("\n\n")) == gap.len;
        struct index_sentence *place = list_add(&builder->sentences);

        if (place == NULL) {
            break;
        }
        place->is_attached =
            is_attached_sentence(builder->arena, before, sentence, is_same_block);
        place->text.at = added->text.at + (uint32_t)(sentence.at - passage->text.at);
        place->text.len = (uint32_t)sentence.len;
        place->words = add_words(builder, passage->tongue, sentence, FIELD_TEXT);
        builder->passage_words[builder->passages.count - 1] += place->words.count;
        before = sentence;
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
        page->name = builder_add_text(builder, passage->page);
        page->title = builder_add_text(builder, passage->title);
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
    added->heading = builder_add_text(builder, passage->heading);
    added->anchor = builder_add_text(builder, passage->anchor);
    added->text = builder_add_text(builder, passage->text);
    added->sha256 = passage->sha256;
    (void)add_words(builder, passage->tongue, passage->title, FIELD_TITLE);
    (void)add_words(builder, passage->tongue, passage->asked, FIELD_ASKED);
    added->heading_words =
        add_words(builder, passage->tongue, passage->heading, FIELD_HEADING);
    add_sentences(builder, passage, added);
    builder->passage_counts[passage->tongue]++;
    builder->text_words[passage->tongue] +=
        builder->passage_words[builder->passages.count - 1];
}

/* The table in memory of our own, where its alignment is known. */
static int open_concepts(struct builder *builder, struct str bytes, struct err *err)
{
    struct buf copy;

    if (bytes.len == 0) {
        return 0;
    }
    buf_init(&copy, builder->arena, bytes.len + INDEX_ALIGN);
    buf_add(&copy, bytes);
    while (copy.len % INDEX_ALIGN != 0) {
        buf_add_char(&copy, '\0');
    }
    builder->concept_bytes = buf_str(&copy);
    builder->concepts = &builder->opened;
    return concepts_open(&builder->opened, builder->concept_bytes, err);
}

static void builder_init(struct builder *builder, struct arena *arena,
                         size_t passage_count)
{
    builder->arena = arena;
    builder->stemmer = stemmer_new(arena);
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
}

static int build(struct builder *builder, const struct index_source *source,
                 struct str *bytes_out, struct err *err)
{
    struct evidence evidence;

    if (open_concepts(builder, source->concepts, err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < source->passage_count; i++) {
        add_passage(builder, &source->passages[i]);
    }
    if (builder_learn(builder, source->questions, source->question_count, &evidence,
                      err) != 0) {
        return -1;
    }
    return builder_write(builder, &evidence, bytes_out, err);
}

int index_build(struct str *bytes_out, struct arena *arena,
                const struct index_source *source, struct err *err)
{
    struct builder *builder = arena_alloc(arena, sizeof *builder);

    if (source->passage_count > INDEX_PASSAGES_MAX) {
        return err_set(err, ERR_LIMIT, "more than %d passages", INDEX_PASSAGES_MAX);
    }
    builder_init(builder, arena, source->passage_count);
    return build(builder, source, bytes_out, err);
}
