/* reach.c - one search for every example. */

#include "bot/reach.h"

#include "base/arena.h"
#include "bot/folder.h"
#include "search/index.h"
#include "search/passages.h"
#include "text/language.h"
#include "text/normalise.h"
#include "text/stem.h"
#include "text/tokens.h"

enum { WORDS_MAX = 1000 };

struct reach {
    const struct bot_folder *folder;
    struct index index;
    struct stemmer *stemmer;
    struct arena *scratch;
    bool *is_reached; /* by page of the folder */
};

static void reach_page(struct reach *reach, struct str name)
{
    const struct pages *pages = &reach->folder->pages;

    for (size_t i = 0; i < pages->count; i++) {
        if (str_equal(pages->items[i].name, name)) {
            reach->is_reached[i] = true;
        }
    }
}

static enum tongue tongue_of(const struct example *example, struct str text,
                             struct arena *scratch)
{
    struct tokens tokens;
    struct language language;

    if (example->lang.len != 0) {
        return tongue_from_code(example->lang);
    }
    tokens = text_tokens(scratch, text, WORDS_MAX);
    language = language_detect(text, &tokens, scratch);
    return tongue_from_code(str_from(language.code));
}

static int search_example(struct reach *reach, const struct example *example,
                          struct err *err)
{
    struct normal normal;
    struct query query;
    struct hit hit;

    arena_clear(reach->scratch);
    if (text_normalise(&normal, reach->scratch, example->text, err) != 0) {
        return -1;
    }
    query = index_query(&reach->index, reach->scratch, reach->stemmer,
                        tongue_of(example, normal.text, reach->scratch), normal.text);
    if (index_search(&reach->index, reach->scratch, &query, NULL, &hit, 1) != 0) {
        reach_page(reach, index_passage(&reach->index, hit.passage).page);
    }
    return 0;
}

static int search_examples(struct reach *reach, struct err *err)
{
    const struct examples *examples = &reach->folder->examples;

    for (size_t i = 0; i < examples->count; i++) {
        if (search_example(reach, &examples->items[i], err) != 0) {
            return -1;
        }
    }
    return 0;
}

static void reach_named(struct reach *reach)
{
    const struct intents *intents = &reach->folder->config.intents;

    for (size_t i = 0; i < intents->count; i++) {
        for (size_t k = 0; k < intents->items[i].page_count; k++) {
            reach_page(reach, intents->items[i].pages[k]);
        }
    }
}

static int find_reached(struct reach *reach, struct arena *arena, struct err *err)
{
    const struct pages *pages = &reach->folder->pages;
    struct index_source source = { .passages = pages->passages,
                                   .passage_count = pages->passage_count };
    struct str bytes;

    reach_named(reach);
    if (pages->passage_count == 0) {
        return 0;
    }
    if (index_build(&bytes, arena, &source, err) != 0 ||
        index_open(&reach->index, bytes, err) != 0) {
        return -1;
    }
    return search_examples(reach, err);
}

int reach_check(const struct bot_folder *folder, struct mistakes *mistakes,
                struct err *err)
{
    struct arena *arena = arena_new((size_t)1 << 30);
    struct reach reach = { .folder = folder,
                           .stemmer = stemmer_new(arena),
                           .scratch = arena_new(64 << 20) };
    int failed;

    reach.is_reached = arena_array(arena, folder->pages.count + 1, sizeof(bool));
    failed = find_reached(&reach, arena, err);
    for (size_t i = 0; failed == 0 && i < folder->pages.count; i++) {
        if (!reach.is_reached[i]) {
            mistakes_remark(mistakes,
                            (struct place){ .file = folder->pages.items[i].file },
                            STR("no message reaches this page"),
                            STR("an intent that names it, or words that customers use"));
        }
    }
    arena_free(&reach.scratch);
    arena_free(&arena);
    return failed;
}
