/* retrieval_test.c - how well the ranking finds the right passages on public questions
 * (os/data_set_testing.h).
 *
 * Prints nDCG and recall at 10; the floors asserted are a little below what was measured,
 * so that a change that spoils the ranking fails. */

#include "base/test.h"

#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/list.h"
#include "base/map.h"
#include "os/clock.h"
#include "os/data_set_testing.h"
#include "search/index.h"
#include "text/normalise.h"
#include "text/stem.h"

enum { DOCUMENTS_MAX = 10000, DEPTH = 10 };

struct figures {
    double ndcg;
    double recall;
    double us_per_query;
    size_t queries;
};

static struct str normal(struct arena *arena, struct str text)
{
    struct normal normal;
    struct err err;

    assert_int_equal(text_normalise(&normal, arena, text, &err), 0);
    return normal.text;
}

static struct index build(struct arena *arena, struct str corpus, struct map *numbers,
                          bool has_headings)
{
    struct list passages;
    const struct json *document;
    struct str bytes;
    struct index index;
    struct err err;

    list_init(&passages, arena, sizeof(struct passage), DOCUMENTS_MAX);
    while ((document = data_set_next(arena, &corpus)) != NULL) {
        struct passage *passage = list_add(&passages);
        size_t *number = arena_alloc(arena, sizeof *number);

        *number = passages.count - 1;
        passage->page = json_find(document, STR("id"))->text;
        passage->text = normal(arena, json_find(document, STR("text"))->text);
        passage->tongue = TONGUE_EN;
        if (has_headings) {
            passage->heading = normal(arena, json_find(document, STR("title"))->text);
        }
        assert_true(map_put(numbers, passage->page, number));
    }
    assert_int_equal(
        index_build(&bytes, arena,
                    &(struct index_source){ .passages = passages.items,
                                            .passage_count = passages.count },
                    &err),
        0);
    assert_int_equal(index_open(&index, bytes, &err), 0);
    return index;
}

static bool is_right(const struct map *numbers, const struct json *ids, uint32_t passage)
{
    for (const struct json *id = ids->first; id != NULL; id = id->next) {
        if (*(size_t *)map_find(numbers, id->text) == passage) {
            return true;
        }
    }
    return false;
}

static void score(struct figures *figures, const struct map *numbers,
                  const struct json *ids, const struct hit *hits, size_t count)
{
    double gain = 0;
    double ideal = 0;
    double found = 0;

    for (size_t i = 0; i < count; i++) {
        if (is_right(numbers, ids, hits[i].passage)) {
            gain += 1 / log2((double)i + 2);
            found++;
        }
    }
    for (size_t i = 0; i < ids->count && i < DEPTH; i++) {
        ideal += 1 / log2((double)i + 2);
    }
    figures->ndcg += gain / ideal;
    figures->recall += found / (double)(ids->count < DEPTH ? ids->count : DEPTH);
    figures->queries++;
}

static struct figures measure(const char *corpus_name, const char *queries_name,
                              bool has_headings)
{
    struct arena *arena = arena_new(1 << 30);
    struct str corpus = data_set_read(&arena, corpus_name);
    struct str queries = data_set_read(&arena, queries_name);
    struct arena *scratch = arena_new(64 << 20);
    struct map numbers;
    struct figures figures = { 0 };
    struct stemmer *stemmer = stemmer_new(arena);
    const struct json *line;
    int64_t spent_ns = 0;

    map_init(&numbers, arena);
    struct index index = build(arena, corpus, &numbers, has_headings);
    while ((line = data_set_next(arena, &queries)) != NULL) {
        struct str text = normal(arena, json_find(line, STR("query"))->text);
        struct hit hits[DEPTH];
        int64_t start = clock_thread_cpu_ns();
        struct query query = index_query(&index, scratch, stemmer, TONGUE_EN, text);
        size_t count = index_search(&index, scratch, &query, NULL, hits, DEPTH);

        spent_ns += clock_thread_cpu_ns() - start;
        arena_clear(scratch);
        score(&figures, &numbers, json_find(line, STR("positive_ids")), hits, count);
    }
    figures.ndcg /= (double)figures.queries;
    figures.recall /= (double)figures.queries;
    figures.us_per_query = (double)spent_ns / 1e3 / (double)figures.queries;
    print_message(
        "%s: %zu passages, %zu queries, nDCG@10 %.4f, recall@10 %.4f, %.1f us\n",
        corpus_name, index_passage_count(&index), figures.queries, figures.ndcg,
        figures.recall, figures.us_per_query);
    arena_free(&scratch);
    arena_free(&arena);
    return figures;
}

static void frequently_asked_questions_are_found(void **state)
{
    struct figures figures =
        measure("stackfaq/corpus.jsonl", "stackfaq/test.jsonl", true);

    (void)state;
    assert_true(figures.ndcg > 0.6);
}

static void paragraphs_with_the_answer_are_found(void **state)
{
    struct figures figures =
        measure("xquad/en_corpus.jsonl", "xquad/en_test.jsonl", false);

    (void)state;
    assert_true(figures.ndcg > 0.9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frequently_asked_questions_are_found),
        cmocka_unit_test(paragraphs_with_the_answer_are_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
