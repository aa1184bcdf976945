/* draft.c - search, judge, quote, put together. */

#include "bot/draft.h"

#include <string.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/list.h"
#include "bot/brand.h"
#include "bot/intents.h"
#include "guard/voice.h"
#include "search/asking.h"
#include "search/quote.h"

enum { TEXT_LEN_MAX = 1 << 20 };

/* How much the pages of the intent are preferred. */
#define PREFERRED_FACTOR (3 * MICROS_ONE)

/* What a question says is counted again, by this share in millionths, and what the
 * intent's description says is added. */
#define QUESTION_SHARE    INT64_C(500000)
#define DESCRIPTION_SHARE INT64_C(300000)

/* A second passage is cited from this share of the first one's score, in millionths; and
 * one for another question, where the first has less than this share of its score. */
#define SECOND_SHARE INT64_C(700000)
#define OTHER_SHARE  INT64_C(500000)

/* What a question of the message finds by itself. */
struct question {
    struct hit hits[DRAFT_CANDIDATES];
    size_t hit_count;
};

struct composer {
    const struct draft_request *request;
    struct arena *arena;
    struct draft *draft;
    struct query query;
    struct question *questions;
    size_t question_count;
    struct list sentences; /* struct draft_sentence */
    size_t room;           /* sentences that may still be added */
};

void draft_subject_init(struct draft_subject *subject, struct arena *arena,
                        const struct index *index, struct stemmer *stemmer,
                        const struct intent *intent, enum tongue tongue)
{
    size_t count = index_page_count(index);
    int64_t *page_factors = arena_array(arena, count, sizeof *page_factors);
    bool *is_home = arena_array(arena, count, sizeof *is_home);
    struct arena_mark mark = arena_mark(arena);
    struct query query = index_query(index, arena, stemmer, tongue, intent->description);
    size_t page;

    for (size_t i = 0; i < count; i++) {
        page_factors[i] = MICROS_ONE;
    }
    for (size_t i = 0; i < intent->page_count; i++) {
        if (index_page_find(index, intent->pages[i], &page)) {
            page_factors[page] = PREFERRED_FACTOR;
            is_home[page] = true;
        }
    }
    *subject = (struct draft_subject){ .intent = intent,
                                       .tongue = tongue,
                                       .page_factors = page_factors,
                                       .is_home = is_home };
    subject->described_count = index_search(index, arena, &query, page_factors,
                                            subject->described, DRAFT_CANDIDATES);
    arena_reset(arena, mark);
}

static size_t search(struct composer *composer, const struct query *query,
                     struct hit hits_out[DRAFT_CANDIDATES])
{
    return index_search(composer->request->index, composer->arena, query,
                        composer->request->subject->page_factors, hits_out,
                        DRAFT_CANDIDATES);
}

static struct query part_of(const struct composer *composer, struct str sentence)
{
    size_t start = (size_t)(sentence.at - composer->request->text.at);

    return query_slice(&composer->query, start, start + sentence.len);
}

/* A share, in millionths, of a score; without overflow for any score of an index. */
static int64_t share_of(int64_t score, int64_t share)
{
    return score / 1000 * share / 1000;
}

/* Add to each hit a share of its score among the others. */
static void lift(struct hit *hits, size_t count, const struct hit *others,
                 size_t other_count, int64_t share)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < other_count; j++) {
            if (hits[i].passage == others[j].passage) {
                hits[i].score += share_of(others[j].score, share);
            }
        }
    }
}

static void sort_by_score(struct hit *hits, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct hit hit = hits[i];
        size_t at = i;

        for (; at > 0 && hits[at - 1].score < hit.score; at--) {
            hits[at] = hits[at - 1];
        }
        hits[at] = hit;
    }
}

static void search_questions(struct composer *composer)
{
    struct asking asking;

    asking_part(&asking, composer->request->text);
    composer->question_count = asking.has_questions ? asking.count : 0;
    composer->questions = arena_array(composer->arena, composer->question_count,
                                      sizeof *composer->questions);
    for (size_t i = 0; i < composer->question_count; i++) {
        struct question *question = &composer->questions[i];
        struct query part = part_of(composer, asking.sentences[i]);

        question->hit_count = search(composer, &part, question->hits);
    }
}

static void find_passages(struct composer *composer)
{
    const struct draft_subject *subject = composer->request->subject;
    struct draft *draft = composer->draft;
    struct hit hits[DRAFT_CANDIDATES];
    size_t count = search(composer, &composer->query, hits);

    for (size_t i = 0; i < composer->question_count; i++) {
        const struct question *question = &composer->questions[i];

        lift(hits, count, question->hits, question->hit_count, QUESTION_SHARE);
    }
    lift(hits, count, subject->described, subject->described_count, DESCRIPTION_SHARE);
    sort_by_score(hits, count);
    draft->hit_count = count < DRAFT_HITS_MAX ? count : DRAFT_HITS_MAX;
    for (size_t i = 0; i < draft->hit_count; i++) {
        draft->hits[i] = hits[i];
    }
}

/* At home are the intent's pages and the one with the best passage. */
static void judge(struct composer *composer)
{
    const struct draft_request *request = composer->request;
    struct draft *draft = composer->draft;
    size_t count = index_page_count(request->index);
    bool *is_home = arena_raw(composer->arena, count * sizeof *is_home, 1);

    memcpy(is_home, request->subject->is_home, count * sizeof *is_home);
    is_home[index_page_of(request->index, draft->hits[0].passage)] = true;
    draft->support = support_of(request->index, &composer->query, request->text,
                                draft->hits[0].passage, is_home);
}

static int64_t score_among(const struct hit *hits, size_t count, uint32_t passage)
{
    for (size_t i = 0; i < count; i++) {
        if (hits[i].passage == passage) {
            return hits[i].score;
        }
    }
    return 0;
}

/* Of several questions one may be about something else: its best passage, where the
 * first one hardly speaks of it. */
static bool find_other_question(const struct composer *composer, struct hit *second_out)
{
    uint32_t first = composer->draft->hits[0].passage;

    for (size_t i = 0; composer->question_count > 1 && i < composer->question_count;
         i++) {
        const struct question *question = &composer->questions[i];

        if (question->hit_count > 0 &&
            score_among(question->hits, question->hit_count, first) <
                share_of(question->hits[0].score, OTHER_SHARE)) {
            *second_out = question->hits[0];
            return true;
        }
    }
    return false;
}

/* A passage that speaks of the message about as strongly as the first. */
static bool find_second(const struct composer *composer, struct hit *second_out)
{
    const struct draft *draft = composer->draft;

    if (find_other_question(composer, second_out)) {
        return true;
    }
    *second_out = draft->hits[1];
    return draft->hit_count > 1 &&
           draft->hits[1].score >= share_of(draft->hits[0].score, SECOND_SHARE);
}

static void add(struct composer *composer, struct str text, uint32_t citation)
{
    struct draft_sentence *sentence = list_add(&composer->sentences);

    if (sentence != NULL) {
        *sentence = (struct draft_sentence){ text, citation };
    }
}

/* The sentences stand in one passage: from the first to the last is one look. */
static bool is_forbidden(const struct composer *composer, const struct str *sentences,
                         size_t count)
{
    const char *end = sentences[count - 1].at + sentences[count - 1].len;
    struct str all = { sentences[0].at, (size_t)(end - sentences[0].at) };

    return voice_forbids(composer->request->voice, all);
}

/* Quote a passage and cite it; false where it may not or cannot be quoted. */
static bool quote(struct composer *composer, struct hit hit)
{
    struct draft *draft = composer->draft;
    struct str *sentences = arena_array(composer->arena, QUOTE_MAX, sizeof *sentences);
    size_t count = quote_choose(composer->request->index, composer->arena,
                                &composer->query, hit.passage, composer->room, sentences);

    if (count == 0) {
        draft->verdict = DRAFT_TOO_LONG;
        return false;
    }
    if (is_forbidden(composer, sentences, count)) {
        draft->verdict = DRAFT_FORBIDDEN;
        return false;
    }
    draft->citations[draft->citation_count] =
        (struct draft_citation){ (uint32_t)draft->citation_count + 1, hit.passage,
                                 hit.score };
    draft->citation_count++;
    for (size_t i = 0; i < count; i++) {
        add(composer, sentences[i], (uint32_t)draft->citation_count);
    }
    composer->room -= count;
    return true;
}

/* Our own words as the brand wants them; quoted ones stay as they are. */
static struct str in_brand_words(const struct composer *composer, struct str text)
{
    return voice_apply(composer->request->voice, composer->arena, text);
}

/* The greeting with the customer's name, or without any and without the space before. */
static struct str greeting(struct composer *composer)
{
    const struct brand *brand = composer->request->brand;
    struct str text =
        text_pair_find(brand->greeting, brand->greeting_count,
                       str_from(tongue_code(composer->request->subject->tongue)));
    struct str name = composer->request->customer;
    size_t at = str_find(text, STR("{name}"));
    struct buf buf;

    if (at == text.len) {
        return text;
    }
    buf_init(&buf, composer->arena, TEXT_LEN_MAX);
    buf_add(&buf,
            str_slice(text, 0,
                      name.len == 0 && at > 0 && text.at[at - 1] == ' ' ? at - 1 : at));
    buf_add(&buf, name);
    buf_add(&buf, str_slice(text, at + STR("{name}").len, text.len));
    return buf_str(&buf);
}

/* Lines of a list or table stand by themselves. */
static bool ends_sentence(struct str text)
{
    char last = text.len == 0 ? '\0' : text.at[text.len - 1];

    return last == '.' || last == '!' || last == '?' || last == '"' || last == ')' ||
           (unsigned char)last >= 0x80;
}

static void write_body(struct composer *composer, struct buf *buf)
{
    bool needs_line = false;

    for (size_t i = 0; i < composer->sentences.count; i++) {
        const struct draft_sentence *sentence = list_at(&composer->sentences, i);
        bool is_line = !ends_sentence(sentence->text);

        if (i > 0) {
            buf_add_char(buf, is_line || needs_line ? '\n' : ' ');
        }
        buf_add(buf, sentence->text);
        if (sentence->citation > 0) {
            buf_addf(buf, " [%u]", sentence->citation);
        }
        needs_line = is_line;
    }
}

/* Put the greeting before and the closing behind, as paragraphs and as sentences. */
static void finish(struct composer *composer, struct str hello, struct str goodbye)
{
    struct draft *draft = composer->draft;
    struct draft_sentence *all =
        arena_array(composer->arena, composer->sentences.count + 2, sizeof *all);
    size_t count = 0;
    struct buf buf;

    buf_init(&buf, composer->arena, TEXT_LEN_MAX);
    if (hello.len > 0) {
        all[count++] = (struct draft_sentence){ hello, 0 };
        buf_add(&buf, hello);
        buf_add(&buf, STR("\n\n"));
    }
    write_body(composer, &buf);
    for (size_t i = 0; i < composer->sentences.count; i++) {
        all[count++] = *(struct draft_sentence *)list_at(&composer->sentences, i);
    }
    if (goodbye.len > 0) {
        all[count++] = (struct draft_sentence){ goodbye, 0 };
        buf_add(&buf, STR("\n\n"));
        buf_add(&buf, goodbye);
    }
    draft->sentences = all;
    draft->sentence_count = count;
    draft->text = buf_str(&buf);
    draft->sha256 = sha256_of(draft->text);
}

static void take_room(struct composer *composer, struct str text)
{
    if (text.len > 0 && composer->room > 0) {
        composer->room--;
    }
}

static void write(struct composer *composer)
{
    const struct draft_request *request = composer->request;
    struct str code = str_from(tongue_code(request->subject->tongue));
    struct str hello = in_brand_words(composer, greeting(composer));
    struct str opening = in_brand_words(
        composer, text_pair_find(request->subject->intent->wording,
                                 request->subject->intent->wording_count, code));
    struct str goodbye =
        in_brand_words(composer, text_pair_find(request->brand->closing,
                                                request->brand->closing_count, code));
    struct hit second;

    take_room(composer, hello);
    take_room(composer, opening);
    take_room(composer, goodbye);
    if (opening.len > 0) {
        add(composer, opening, 0);
    }
    if (!quote(composer, composer->draft->hits[0])) {
        return;
    }
    if (find_second(composer, &second)) {
        (void)quote(composer, second);
    }
    composer->draft->verdict = DRAFT_SUPPORTED;
    finish(composer, hello, goodbye);
}

void draft_compose(struct draft *draft_out, struct arena *arena,
                   const struct draft_request *request)
{
    struct composer composer = { .request = request, .arena = arena, .draft = draft_out };

    *draft_out = (struct draft){ .verdict = DRAFT_NO_PASSAGE };
    composer.room = (size_t)request->brand->max_sentences;
    list_init(&composer.sentences, arena, sizeof(struct draft_sentence),
              (size_t)request->brand->max_sentences + 1);
    composer.query = index_query(request->index, arena, request->stemmer,
                                 request->subject->tongue, request->text);
    search_questions(&composer);
    find_passages(&composer);
    if (draft_out->hit_count == 0) {
        return;
    }
    judge(&composer);
    if (!draft_out->support.is_enough) {
        draft_out->verdict = DRAFT_UNHEARD_OF;
        return;
    }
    write(&composer);
}
