/* asked.c - pairs of term and passage are cells; each question links to the cells of its
 * words in each of its passages, so learning is one walk over the links. */

#include "search/asked.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "search/number.h"

enum { LINKS_MAX = 1 << 26 };

/* Until a word was asked this often of a passage, it has less than half its say. */
static const double half_count = 0.5;

/* A word that was asked of a passage less often than this was not asked of it. */
static const double least_count = 0.1;

/* A passage is taken for this many words of average text that nobody wrote yet. */
static const double prior_words = 30;

struct cell {
    uint32_t term;
    uint32_t passage;
    double text;     /* evidence of the text */
    double evidence; /* of both */
    double count;    /* of the term in what was asked of the passage */
};

struct learner {
    struct asked_question *questions;
    size_t question_count;
    struct cell *cells;
    size_t cell_count;
    uint32_t *links; /* by question, passage and term: a cell */
    double *passage_words;
    double *term_share; /* of all words asked in the term's language */
};

static int compare_cells(const void *a, const void *b)
{
    const struct cell *left = a;
    const struct cell *right = b;

    if (left->term != right->term) {
        return left->term < right->term ? -1 : 1;
    }
    if (left->passage != right->passage) {
        return left->passage < right->passage ? -1 : 1;
    }
    return left->text > right->text ? -1
                                    : left->text < right->text; /* text comes first */
}

static size_t link_count(const struct asked_question *questions, size_t question_count)
{
    size_t count = 0;

    for (size_t i = 0; i < question_count && count <= LINKS_MAX; i++) {
        count += questions[i].term_count * questions[i].passage_count;
    }
    return count;
}

/* All pairs that the text or a question has, each once. */
static void make_cells(struct learner *learner, struct arena *arena,
                       const struct asked_pairs *pairs, size_t links)
{
    struct cell *cells = arena_array(arena, pairs->count + links, sizeof *cells);
    size_t count = 0;

    for (size_t i = 0; i < pairs->count; i++) {
        cells[count++] = (struct cell){ .term = pairs->items[i].term,
                                        .passage = pairs->items[i].passage,
                                        .text = pairs->items[i].text };
    }
    for (size_t i = 0; i < learner->question_count; i++) {
        const struct asked_question *question = &learner->questions[i];

        for (size_t p = 0; p < question->passage_count; p++) {
            for (size_t t = 0; t < question->term_count; t++) {
                cells[count++] = (struct cell){ .term = question->terms[t],
                                                .passage = question->passages[p] };
            }
        }
    }
    qsort(cells, count, sizeof *cells, compare_cells);
    learner->cells = cells;
    for (size_t i = 0; i < count; i++) {
        const struct cell *last =
            &cells[learner->cell_count == 0 ? 0 : learner->cell_count - 1];

        if (learner->cell_count == 0 || last->term != cells[i].term ||
            last->passage != cells[i].passage) {
            cells[learner->cell_count] = cells[i];
            cells[learner->cell_count].evidence = cells[i].text;
            learner->cell_count++;
        }
    }
}

static uint32_t find_cell(const struct learner *learner, uint32_t term, uint32_t passage)
{
    struct cell wanted = { .term = term, .passage = passage };
    size_t low = 0;
    size_t high = learner->cell_count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        const struct cell *cell = &learner->cells[middle];
        bool is_after = cell->term > wanted.term ||
                        (cell->term == wanted.term && cell->passage > wanted.passage);

        if (is_after) {
            high = middle;
        } else {
            low = middle;
        }
    }
    return (uint32_t)low;
}

static void make_links(struct learner *learner, struct arena *arena, size_t links)
{
    uint32_t *link = learner->links = arena_array(arena, links, sizeof *link);

    for (size_t i = 0; i < learner->question_count; i++) {
        const struct asked_question *question = &learner->questions[i];

        for (size_t p = 0; p < question->passage_count; p++) {
            for (size_t t = 0; t < question->term_count; t++) {
                *link++ = find_cell(learner, question->terms[t], question->passages[p]);
            }
        }
    }
}

static void count_shares(struct learner *learner)
{
    double words[TONGUE_COUNT] = { 0 };

    for (size_t i = 0; i < learner->question_count; i++) {
        words[learner->questions[i].tongue] += (double)learner->questions[i].term_count;
    }
    for (size_t i = 0; i < learner->question_count; i++) {
        const struct asked_question *question = &learner->questions[i];

        for (size_t t = 0; t < question->term_count; t++) {
            learner->term_share[question->terms[t]] += 1 / words[question->tongue];
        }
    }
}

/* The parts of a question that fall to each of its passages, in parts[], which sum to 1:
 * e to the evidence.  Returns the passage with the greatest part. */
static size_t split(const struct learner *learner, const struct asked_question *question,
                    const uint32_t *links, double *parts)
{
    size_t best = 0;
    double sum = 0;

    for (size_t p = 0; p < question->passage_count; p++) {
        parts[p] = 0;
        for (size_t t = 0; t < question->term_count; t++) {
            parts[p] += learner->cells[links[p * question->term_count + t]].evidence;
        }
        best = parts[p] > parts[best] ? p : best;
    }
    double highest = question->passage_count == 0 ? 0 : parts[best];
    for (size_t p = 0; p < question->passage_count; p++) {
        double below = parts[p] - highest;

        parts[p] = below < -60 ? 0 : number_exp(below);
        sum += parts[p];
    }
    for (size_t p = 0; p < question->passage_count; p++) {
        parts[p] /= sum;
    }
    return best;
}

static void share(struct learner *learner, const struct asked_question *question,
                  const uint32_t *links, const double *parts)
{
    for (size_t p = 0; p < question->passage_count; p++) {
        for (size_t t = 0; t < question->term_count; t++) {
            learner->cells[links[p * question->term_count + t]].count += parts[p];
            learner->passage_words[question->passages[p]] += parts[p];
        }
    }
}

/* How much more often the word is asked of this passage than of any: the logarithm,
 * with prior_words words of average text added, held back while the count is small; as
 * if `without` of the count had never been asked. */
static double asked_evidence(const struct learner *learner, const struct cell *cell,
                             double without)
{
    double everywhere = learner->term_share[cell->term];
    double count = cell->count - without;
    double here = (count + prior_words * everywhere) /
                  (learner->passage_words[cell->passage] + prior_words);

    if (count < least_count || here <= everywhere) {
        return 0;
    }
    return number_log(here / everywhere) * count / (count + half_count);
}

static void learn(struct learner *learner, double *parts)
{
    const uint32_t *links = learner->links;

    for (size_t i = 0; i < learner->question_count; i++) {
        const struct asked_question *question = &learner->questions[i];

        (void)split(learner, question, links, parts);
        share(learner, question, links, parts);
        links += question->term_count * question->passage_count;
    }
    for (size_t i = 0; i < learner->cell_count; i++) {
        struct cell *cell = &learner->cells[i];

        cell->evidence = cell->text + asked_evidence(learner, cell, 0);
    }
}

/* Whether the text, or a question other than the one with this part, has the pair. */
static bool is_said_elsewhere(const struct learner *learner, const struct cell *cell,
                              double part)
{
    return cell->text > 0 || asked_evidence(learner, cell, part) > 0;
}

static bool is_foreign(const struct learner *learner,
                       const struct asked_question *question, const uint32_t *links,
                       const double *parts, size_t term)
{
    for (size_t p = 0; p < question->passage_count; p++) {
        if (is_said_elsewhere(learner,
                              &learner->cells[links[p * question->term_count + term]],
                              parts[p])) {
            return false;
        }
    }
    return true;
}

/* Measure each question against all others. */
static void measure(struct learner *learner, double *parts)
{
    const uint32_t *links = learner->links;

    for (size_t i = 0; i < learner->question_count; i++) {
        struct asked_question *question = &learner->questions[i];
        size_t best = split(learner, question, links, parts);

        for (size_t t = 0; t < question->term_count && question->passage_count > 0; t++) {
            const struct cell *cell =
                &learner->cells[links[best * question->term_count + t]];

            if ((question->kinds[t] & ASKED_COUNTS) != 0) {
                question->covered += cell->text > 0;
                question->learned +=
                    cell->text == 0 && is_said_elsewhere(learner, cell, parts[best]);
                question->foreign += (question->kinds[t] & ASKED_ASKS) != 0 &&
                                     is_foreign(learner, question, links, parts, t);
            }
        }
        links += question->term_count * question->passage_count;
    }
}

static struct asked_pairs pairs_of(const struct learner *learner, struct arena *arena)
{
    struct asked_pairs pairs = { .items = arena_array(arena, learner->cell_count,
                                                      sizeof *pairs.items) };

    for (size_t i = 0; i < learner->cell_count; i++) {
        const struct cell *cell = &learner->cells[i];

        if (cell->evidence > 0) {
            pairs.items[pairs.count++] =
                (struct asked_pair){ cell->term, cell->passage, cell->evidence,
                                     cell->text };
        }
    }
    return pairs;
}

int asked_learn(struct asked_pairs *pairs_out, struct arena *arena,
                const struct asked_task *task, struct err *err)
{
    struct learner learner = { .questions = task->questions,
                               .question_count = task->question_count };
    size_t links = link_count(task->questions, task->question_count);
    double *parts = arena_array(arena, task->passage_count, sizeof *parts);

    if (links > LINKS_MAX) {
        return err_set(err, ERR_LIMIT,
                       "the examples have too many words for their pages");
    }
    make_cells(&learner, arena, &task->text_pairs, links);
    make_links(&learner, arena, links);
    learner.passage_words =
        arena_array(arena, task->passage_count, sizeof *learner.passage_words);
    learner.term_share = arena_array(arena, task->term_count, sizeof *learner.term_share);
    count_shares(&learner);
    learn(&learner, parts);
    measure(&learner, parts);
    *pairs_out = pairs_of(&learner, arena);
    return 0;
}
