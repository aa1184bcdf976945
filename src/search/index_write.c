/* index_write.c - from the counts to the bytes of layout.h. */

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"
#include "search/builder.h"
#include "search/number.h"

static struct list terms_written(struct builder *builder, const struct evidence *evidence,
                                 struct list *postings)
{
    struct list terms;
    size_t pair = 0;

    list_init(&terms, builder->arena, sizeof(struct index_term), TERMS_MAX);
    list_init(postings, builder->arena, sizeof(struct index_posting), WORDS_MAX);
    for (size_t i = 0; i < builder->order.count; i++) {
        struct term *term = *(struct term **)list_at(&builder->order, i);
        struct index_term *written = list_add(&terms);

        written->posting_first = (uint32_t)postings->count;
        written->weight = number_millionths(term->weight);
        for (; pair < evidence->pairs.count && evidence->pairs.items[pair].term == i;
             pair++) {
            struct index_posting *posting = list_add(postings);

            posting->passage = evidence->pairs.items[pair].passage;
            posting->score = number_millionths(evidence->pairs.items[pair].evidence);
            posting->text_score = number_millionths(evidence->pairs.items[pair].text);
            if (posting->score > written->best) {
                written->best = posting->score;
            }
        }
        written->posting_count = (uint32_t)postings->count - written->posting_first;
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
        form->key = builder_add_text(builder, entry->key);
        form->term = term->number;
    }
    return forms;
}

static void write_list(struct buf *bytes, const struct list *list)
{
    buf_add_bytes(bytes, list->items, list->count * list->item_size);
}

int builder_write(struct builder *builder, const struct evidence *evidence,
                  struct str *bytes_out, struct err *err)
{
    struct list postings;
    struct list terms = terms_written(builder, evidence, &postings);
    struct list forms = forms_written(builder);
    struct index_header header = { .magic = INDEX_MAGIC };
    struct buf bytes;

    while (builder->texts.len % 4 != 0) {
        buf_add_char(&builder->texts, '\0');
    }
    header.concepts_len = (uint32_t)builder->concept_bytes.len;
    header.page_count = (uint32_t)builder->pages.count;
    header.passage_count = (uint32_t)builder->passages.count;
    header.sentence_count = (uint32_t)builder->sentences.count;
    header.word_count = (uint32_t)builder->words.count;
    header.term_count = (uint32_t)terms.count;
    header.posting_count = (uint32_t)postings.count;
    header.form_count = (uint32_t)forms.count;
    header.text_len = (uint32_t)builder->texts.len;
    for (int i = 0; i < TONGUE_COUNT; i++) {
        header.support_bounds[i] = evidence->support_bounds[i];
        header.unknown_weights[i] =
            number_millionths(builder_weight(builder, (enum tongue)i, 0));
    }
    buf_init(&bytes, builder->arena, UINT32_MAX);
    buf_add_bytes(&bytes, &header, sizeof header);
    buf_add(&bytes, builder->concept_bytes);
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
