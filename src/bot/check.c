/* check.c - the remarks on a whole folder. */

#include "bot/check.h"

#include "base/arena.h"
#include "bot/folder.h"
#include "bot/overlap.h"
#include "bot/reach.h"
#include "config/node.h"
#include "search/passages.h"

static size_t count_examples(const struct examples *examples, struct str label)
{
    size_t count = 0;

    for (size_t i = 0; i < examples->count; i++) {
        count += str_equal(examples->items[i].intent, label);
    }
    return count;
}

static void remark_thin(const struct bot_folder *folder, size_t count_min,
                        struct mistakes *mistakes)
{
    const struct intents *intents = &folder->config.intents;

    for (size_t i = 0; i < intents->count; i++) {
        size_t count = count_examples(&folder->examples, intents->labels[i]);

        if (count < count_min) {
            mistakes_remark(mistakes, intents->items[i].head.node->key_place,
                            str_format(mistakes->arena, "%.*s has few examples: %zu",
                                       STR_ARG(intents->labels[i]), count),
                            str_format(mistakes->arena, "at least %zu", count_min));
        }
    }
}

static void remark_headings(const struct pages *pages, const struct page *page,
                            struct mistakes *mistakes)
{
    struct place place = { .file = page->file };
    bool has_heading = false;

    for (size_t i = 0; i < page->passage_count; i++) {
        const struct passage *passage = &pages->passages[page->passage_first + i];

        /* what has no heading is headed by the file's name */
        has_heading = has_heading || !str_equal(passage->heading, page->name);
        if (!str_equal(passage->anchor,
                       passage_anchor(mistakes->arena, passage->heading))) {
            mistakes_remark(mistakes, place,
                            str_format(mistakes->arena,
                                       "the heading \"%.*s\" stands twice",
                                       STR_ARG(passage->heading)),
                            STR("headings that differ, as citations name them"));
        }
    }
    if (!has_heading) {
        mistakes_remark(mistakes, place, STR("a page without a heading"),
                        STR("a heading for each subject, as citations name them"));
    }
}

int bot_folder_check(const struct bot_folder *folder, bool is_strict,
                     struct mistakes *mistakes, struct err *err)
{
    const struct pages *pages = &folder->pages;

    remark_thin(folder, is_strict ? EXAMPLES_FEW_STRICT : EXAMPLES_FEW, mistakes);
    overlap_check(&folder->config.intents, &folder->examples, mistakes);
    for (size_t i = 0; i < pages->count; i++) {
        remark_headings(pages, &pages->items[i], mistakes);
    }
    return reach_check(folder, mistakes, err);
}
