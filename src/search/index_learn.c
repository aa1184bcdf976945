/* index_learn.c - what texts and past questions say of each passage. */

#include <stdlib.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "search/asking.h"
#include "search/builder.h"
#include "search/content_words.h"
#include "search/number.h"
#include "search/support.h"

/* How much a word counts that stands in the field. */
static const double field_weights[FIELD_COUNT] = { 1.0, 3.0, 3.0, 1.0 };

/* Okapi's usual values. */
static const double saturation = 1.2;    /* k1: how soon a repeated word adds nothing */
static const double length_share = 0.75; /* b: how much a long text is held back */

double builder_weight(const struct builder *builder, enum tongue tongue, double count)
{
    double all = builder->passage_counts[tongue];

    return number_log(1 + (all - count + 0.5) / (count + 0.5));
}

static double score_of(const struct builder *builder, const struct term *term,
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
    return term->weight * frequency / (saturation + frequency);
}

/* What the texts say: BM25 of each term in each passage. */
static struct list text_pairs(struct builder *builder)
{
    struct list pairs;

    list_init(&pairs, builder->arena, sizeof(struct asked_pair), WORDS_MAX);
    for (size_t i = 0; i < builder->order.count; i++) {
        struct term *term = *(struct term **)list_at(&builder->order, i);

        term->weight = builder_weight(builder, term->tongue, (double)term->counts.count);
        for (size_t j = 0; j < term->counts.count; j++) {
            const struct count *count = list_at(&term->counts, j);
            struct asked_pair *pair = list_add(&pairs);
            double score = score_of(builder, term, count);

            *pair = (struct asked_pair){ term->number, count->passage, score, score };
        }
    }
    return pairs;
}

struct question_words {
    uint32_t *terms;
    uint8_t *kinds;
    size_t count;
};

static bool is_in(const struct asking *asking, const char *at)
{
    for (size_t i = 0; i < asking->count; i++) {
        if (at >= asking->sentences[i].at &&
            at < asking->sentences[i].at + asking->sentences[i].len) {
            return true;
        }
    }
    return false;
}

/* The different terms of a question; words that no page has become terms too. */
static struct question_words question_words(struct builder *builder,
                                            const struct index_question *question)
{
    struct content_words words =
        content_words_of(builder->arena, builder->concepts, question->tongue,
                         question->text, QUERY_WORDS_MAX);
    struct question_words found = {
        .terms = arena_array(builder->arena, words.count, sizeof *found.terms),
        .kinds = arena_array(builder->arena, words.count, sizeof *found.kinds),
    };
    struct asking asking;

    asking_part(&asking, question->text);
    for (size_t i = 0; i < words.count; i++) {
        const struct content_word *word = &words.items[i];
        struct term *term = builder_term(builder, question->tongue, word->word);
        size_t j = 0;

        while (term != NULL && j < found.count && found.terms[j] != term->number) {
            j++;
        }
        if (term == NULL) {
            continue;
        }
        found.count += j == found.count;
        found.terms[j] = term->number;
        if (!word->has_digit && !word->is_extra) {
            found.kinds[j] |= ASKED_COUNTS;
        }
        if (is_in(&asking, question->text.at + word->start)) {
            found.kinds[j] |= ASKED_ASKS;
        }
    }
    return found;
}

static bool is_asked_of(const struct builder *builder,
                        const struct index_question *question,
                        const struct index_page *page)
{
    struct str name = builder_text(builder, page->name);

    for (size_t i = 0; i < question->page_count; i++) {
        if (page->tongue == question->tongue && str_equal(question->pages[i], name)) {
            return true;
        }
    }
    return false;
}

static size_t question_passages(struct builder *builder,
                                const struct index_question *question,
                                uint32_t **passages_out)
{
    struct list found;

    list_init(&found, builder->arena, sizeof(uint32_t), INDEX_PASSAGES_MAX);
    for (size_t i = 0; i < builder->passages.count; i++) {
        const struct index_passage *passage = list_at(&builder->passages, i);

        if (is_asked_of(builder, question, list_at(&builder->pages, passage->page))) {
            *(uint32_t *)list_add(&found) = (uint32_t)i;
        }
    }
    *passages_out = found.items;
    return found.count;
}

static struct list asked_questions(struct builder *builder,
                                   const struct index_question *questions,
                                   size_t question_count)
{
    struct list asked;

    list_init(&asked, builder->arena, sizeof(struct asked_question), question_count);
    for (size_t i = 0; i < question_count; i++) {
        struct asked_question *added = list_add(&asked);
        uint32_t *passages;

        added->tongue = questions[i].tongue;
        added->passage_count = question_passages(builder, &questions[i], &passages);
        added->passages = passages;
        if (added->passage_count > 0) { /* else it teaches nothing, not even its words */
            struct question_words words = question_words(builder, &questions[i]);

            added->terms = words.terms;
            added->kinds = words.kinds;
            added->term_count = words.count;
        }
    }
    return asked;
}

static int compare_points(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;

    return left < right ? -1 : left > right;
}

static int64_t support_bound(struct builder *builder, enum tongue tongue,
                             const struct list *asked)
{
    int64_t *points = arena_array(builder->arena, asked->count, sizeof *points);
    size_t count = 0;

    for (size_t i = 0; i < asked->count; i++) {
        const struct asked_question *question = list_at(asked, i);

        if (question->passage_count > 0 && question->tongue == tongue) {
            points[count++] = support_points((struct support_words){
                question->covered, question->learned, question->foreign });
        }
    }
    if (count < SUPPORT_QUESTIONS_MIN) {
        return SUPPORT_BOUND_DEFAULT;
    }
    qsort(points, count, sizeof *points, compare_points);
    return points[(size_t)((int64_t)count * SUPPORT_BELOW / MICROS_ONE)];
}

int builder_learn(struct builder *builder, const struct index_question *questions,
                  size_t question_count, struct evidence *evidence_out, struct err *err)
{
    struct list asked = asked_questions(builder, questions, question_count);
    struct list pairs = text_pairs(builder);
    struct asked_task task = { .text_pairs = { pairs.items, pairs.count },
                               .questions = asked.items,
                               .question_count = asked.count,
                               .term_count = builder->order.count,
                               .passage_count = builder->passages.count };

    if (asked_learn(&evidence_out->pairs, builder->arena, &task, err) != 0) {
        return -1;
    }
    for (int i = 0; i < TONGUE_COUNT; i++) {
        evidence_out->support_bounds[i] =
            (int32_t)support_bound(builder, (enum tongue)i, &asked);
    }
    return 0;
}
