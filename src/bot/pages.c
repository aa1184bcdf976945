/* pages.c - help pages become passages; names of both are checked. */

#include "bot/pages.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"
#include "base/utf8.h"
#include "bot/folder.h"
#include "bot/names.h"
#include "search/passages.h"

static struct place place_in(const struct bot_file *file, size_t offset)
{
    struct text_place at = text_place_of(file->content, offset);

    return (struct place){ .file = file->name, .line = at.line, .column = at.column };
}

static void read_page(const struct bot_file *file, struct list *pages,
                      struct list *passages, struct arena *arena,
                      struct mistakes *mistakes)
{
    struct page *page = list_add(pages);
    size_t offset = 0;
    struct err err;

    page->file = file->name;
    page->name = str_slice(file->name, KNOWLEDGE_PREFIX.len, file->name.len);
    page->passage_first = passages->count;
    if (!utf8_is_valid(file->content, &offset)) {
        mistakes_add(mistakes, place_in(file, offset), STR("these bytes are no text"),
                     STR("valid UTF-8"), STR(""));
    } else if (passages_add_page(passages, arena, page->name, file->content, &err) != 0) {
        mistakes_add(mistakes, (struct place){ .file = file->name }, str_from(err.text),
                     STR(""), STR(""));
    }
    page->passage_count = passages->count - page->passage_first;
}

void pages_read(struct pages *pages_out, const struct bot_files *files,
                struct arena *arena, struct mistakes *mistakes)
{
    struct list passages;
    struct list pages;

    list_init(&pages, arena, sizeof(struct page), files->count);
    list_init(&passages, arena, sizeof(struct passage), PASSAGES_MAX);
    for (size_t i = 0; i < files->count; i++) {
        if (str_starts_with(files->items[i].name, KNOWLEDGE_PREFIX)) {
            read_page(&files->items[i], &pages, &passages, arena, mistakes);
        }
    }
    *pages_out = (struct pages){ .items = pages.items,
                                 .count = pages.count,
                                 .passages = passages.items,
                                 .passage_count = passages.count };
}

static void check_intents(const struct pages *pages, const struct intents *intents,
                          struct arena *arena, struct mistakes *mistakes)
{
    struct str *names = arena_array(arena, pages->count + 1, sizeof *names);

    for (size_t i = 0; i < pages->count; i++) {
        names[i] = pages->items[i].name;
    }
    for (size_t i = 0; i < intents->count; i++) {
        const struct intent *intent = &intents->items[i];

        for (size_t k = 0; k < intent->page_count; k++) {
            name_check_known(intent->pages[k], "page", names, pages->count,
                             field_item_place(&intent->head, "pages", k), mistakes);
        }
    }
}

void pages_check_named(const struct pages *pages, const struct intents *intents,
                       const struct sample_tickets *tickets, struct arena *arena,
                       struct mistakes *mistakes)
{
    struct str *names = arena_array(arena, pages->passage_count + 1, sizeof *names);

    check_intents(pages, intents, arena, mistakes);
    for (size_t i = 0; i < pages->passage_count; i++) {
        names[i] = str_format(arena, "%.*s#%.*s", STR_ARG(pages->passages[i].page),
                              STR_ARG(pages->passages[i].anchor));
    }
    for (size_t i = 0; i < tickets->count; i++) {
        const struct expectation *expect = &tickets->items[i].expect;

        for (size_t k = 0; k < expect->passage_count; k++) {
            name_check_known(expect->passages[k], "passage", names, pages->passage_count,
                             field_item_place(&expect->head, "passages", k), mistakes);
        }
    }
}
