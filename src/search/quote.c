/* quote.c - cuts a passage into pieces, weighs them, takes the best that fit. */

#include "search/quote.h"

#include <stdbool.h>

#include "base/arena.h"
#include "search/index.h"
#include "search/layout.h"

enum {
    /* A passage up to this long is quoted in full where it fits. */
    FULL_MAX = 5,
};

/* Sentences first .. end-1 of a passage. */
struct piece {
    size_t first;
    size_t end;
    uint64_t weight; /* of the best sentence, in millionths of a nat */
    bool is_taken;
};

struct chooser {
    const struct index *index;
    const struct index_sentence *sentences;
    size_t sentence_count;
    const struct query *query;
    struct piece pieces[QUOTE_MAX];
    size_t piece_count;
};

static struct str text_of(const struct chooser *chooser, size_t sentence)
{
    struct index_text text = chooser->sentences[sentence].text;

    return (struct str){ chooser->index->texts.at + text.at, text.len };
}

static bool is_asked(const struct query *query, uint32_t term)
{
    for (size_t i = 0; i < query->count; i++) {
        if (query->words[i].term == term) {
            return true;
        }
    }
    return false;
}

/* What the sentence says of the query: the weights of the words they share. */
static uint64_t weight_of(const struct chooser *chooser, size_t sentence)
{
    struct index_words words = chooser->sentences[sentence].words;
    const uint32_t *terms = chooser->index->words + words.first;
    uint64_t weight = 0;

    for (size_t i = 0; i < words.count; i++) {
        if (is_asked(chooser->query, terms[i])) {
            weight += chooser->index->terms[terms[i]].weight;
        }
    }
    return weight;
}

static void cut(struct chooser *chooser)
{
    for (size_t i = 0; i < chooser->sentence_count; i++) {
        struct piece *last = &chooser->pieces[chooser->piece_count];
        uint64_t weight = weight_of(chooser, i);

        if (i == 0 || !chooser->sentences[i].is_attached) {
            *last = (struct piece){ .first = i };
            chooser->piece_count++;
        } else {
            last--;
        }
        last->end = i + 1;
        if (weight > last->weight) {
            last->weight = weight;
        }
    }
}

/* The heaviest piece that fits and is not taken; of equals the first. */
static struct piece *best_that_fits(struct chooser *chooser, size_t room)
{
    struct piece *best = NULL;

    for (size_t i = 0; i < chooser->piece_count; i++) {
        struct piece *piece = &chooser->pieces[i];

        if (!piece->is_taken && piece->end - piece->first <= room &&
            (best == NULL || piece->weight > best->weight)) {
            best = piece;
        }
    }
    return best;
}

/* Take pieces while they say at least half of what the first one says. */
static void take_best(struct chooser *chooser, size_t room)
{
    struct piece *piece = best_that_fits(chooser, room);
    uint64_t least = piece == NULL ? 0 : piece->weight / 2;

    while (piece != NULL && piece->weight >= least) {
        piece->is_taken = true;
        room -= piece->end - piece->first;
        if (least == 0) {
            break; /* nothing is asked of this passage: its beginning is enough */
        }
        piece = best_that_fits(chooser, room);
    }
}

static size_t collect(const struct chooser *chooser, bool all,
                      struct str sentences_out[QUOTE_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < chooser->piece_count; i++) {
        const struct piece *piece = &chooser->pieces[i];

        for (size_t j = piece->first; (all || piece->is_taken) && j < piece->end; j++) {
            sentences_out[count++] = text_of(chooser, j);
        }
    }
    return count;
}

size_t quote_choose(const struct index *index, struct arena *scratch,
                    const struct query *query, uint32_t passage, size_t sentence_max,
                    struct str sentences_out[QUOTE_MAX])
{
    const struct index_passage *source = &index->passages[passage];
    struct chooser *chooser = arena_alloc(scratch, sizeof *chooser);
    bool all;

    chooser->index = index;
    chooser->sentences = index->sentences + source->sentence_first;
    chooser->sentence_count =
        source->sentence_count < QUOTE_MAX ? source->sentence_count : QUOTE_MAX;
    chooser->query = query;
    cut(chooser);
    all = chooser->sentence_count <= FULL_MAX && chooser->sentence_count <= sentence_max;
    if (!all) {
        take_best(chooser, sentence_max);
    }
    return collect(chooser, all, sentences_out);
}
