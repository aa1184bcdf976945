/* passages.c - md4c calls back at the borders of blocks; text gathers in a line, a line
 * goes to the passage when its block ends. */

#include "search/passages.h"

#include <md4c.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/list.h"
#include "base/map.h"
#include "base/utf8.h"
#include "text/normalise.h"
#include "text/tokens.h"

enum {
    COLUMNS_MAX = 32,      /* of a table; cells beyond have no name */
    TEXT_GROWTH_MAX = 16,  /* the names of columns are repeated in each row */
    ANCHOR_GROWTH_MAX = 4, /* of a folded word, as in text/tokens.c */
};

struct reader {
    struct list *passages;
    struct arena *arena;
    struct err *err;
    struct str page;
    struct str title;
    struct str heading;
    struct map anchors; /* of this page, each with the number of its last namesake */
    size_t first;       /* the page's first passage in the list */
    struct buf text;    /* the passage being read */
    struct buf html;    /* the block of HTML being read */
    struct str asked;   /* of the passage being read */
    struct buf line;    /* the block being read */
    struct buf cell;
    bool is_in_cell;
    bool is_table_head;
    size_t column;
    struct str column_names[COLUMNS_MAX];
    unsigned list_depth; /* of lists and tables around us */
    bool is_list_last;   /* the passage's last line is of the list we are in */
};

enum tongue passage_tongue(struct str page)
{
    enum tongue tongue = TONGUE_NONE;

    if (page.len > 3 && page.at[2] == '-') {
        tongue = tongue_from_code(str_slice(page, 0, 2));
    }
    return tongue == TONGUE_NONE ? TONGUE_EN : tongue;
}

struct str passage_anchor(struct arena *arena, struct str heading)
{
    struct tokens tokens = text_tokens(arena, heading, heading.len + 1);
    struct buf anchor;

    buf_init(&anchor, arena, (heading.len + 1) * (ANCHOR_GROWTH_MAX + 1));
    for (size_t i = 0; i < tokens.count; i++) {
        struct str word = tokens.items[i].word;

        if (i > 0) {
            buf_add_char(&anchor, '-');
        }
        for (size_t j = 0; j < word.len; j++) {
            char c = word.at[j];

            buf_add_char(&anchor, c == '.' || c == ',' || c == ':' ? '-' : c);
        }
    }
    return buf_str(&anchor);
}

static struct str unique_anchor(struct reader *reader)
{
    struct str base = passage_anchor(reader->arena, reader->heading);
    struct str anchor = base;
    size_t *number = map_find(&reader->anchors, base);
    size_t *first = arena_alloc(reader->arena, sizeof *first);

    *first = 1;
    while (!map_put(&reader->anchors, anchor, first)) {
        ++*number;
        anchor = str_format(reader->arena, "%.*s-%zu", STR_ARG(base), *number);
    }
    return anchor;
}

static int full(struct reader *reader)
{
    return err_set(reader->err, ERR_LIMIT, "the page has more text than allowed");
}

/* Move what the buffer holds to `text_out`, in normal form. */
static int take_text(struct reader *reader, struct buf *buf, struct str *text_out)
{
    struct str text = str_copy(reader->arena, buf_str(buf));
    struct normal normal;

    buf_clear(buf);
    if (text_normalise(&normal, reader->arena, text, reader->err) != 0) {
        return -1;
    }
    *text_out = normal.text;
    return 0;
}

static int end_line(struct reader *reader)
{
    struct str line;

    if (take_text(reader, &reader->line, &line) != 0) {
        return -1;
    }
    if (line.len == 0) {
        return 0;
    }
    if (reader->text.len > 0) {
        bool is_continued = reader->list_depth > 0 && reader->is_list_last;

        buf_add(&reader->text, is_continued ? STR("\n") : STR("\n\n"));
    }
    buf_add(&reader->text, line);
    reader->is_list_last = reader->list_depth > 0;
    return buf_is_full(&reader->text) ? full(reader) : 0;
}

static int end_passage(struct reader *reader)
{
    struct str text = str_copy(reader->arena, buf_str(&reader->text));
    struct passage *passage;

    buf_clear(&reader->text);
    reader->is_list_last = false;
    if (text.len == 0) {
        return 0;
    }
    passage = reader->passages->count - reader->first < PAGE_PASSAGES_MAX
                  ? list_add(reader->passages)
                  : NULL;
    if (passage == NULL) {
        return err_set(reader->err, ERR_LIMIT, "more passages than allowed");
    }
    *passage = (struct passage){
        .page = reader->page,
        .heading = reader->heading,
        .anchor = unique_anchor(reader),
        .text = text,
        .asked = reader->asked,
        .sha256 = sha256_of(text),
        .tongue = passage_tongue(reader->page),
    };
    reader->asked = (struct str){ NULL, 0 };
    return 0;
}

/* "<!-- asked: one | another -->" */
static int end_html(struct reader *reader)
{
    struct str html = str_trim(buf_str(&reader->html));
    struct str start = STR("<!-- asked:");
    struct str end = STR("-->");
    struct str wording;
    struct str rest;

    if (str_starts_with(html, start) && str_ends_with(html, end)) {
        rest = str_slice(html, start.len, html.len - start.len - end.len);
        while (str_split_next(&rest, '|', &wording)) {
            buf_add(&reader->line, str_trim(wording));
            buf_add_char(&reader->line, '\n');
        }
    }
    buf_clear(&reader->html);
    return reader->line.len == 0 ? 0 : take_text(reader, &reader->line, &reader->asked);
}

static int end_heading(struct reader *reader, unsigned level)
{
    struct str heading;

    if (take_text(reader, &reader->line, &heading) != 0) {
        return -1;
    }
    if (heading.len > HEADING_LEN_MAX) {
        return err_set(reader->err, ERR_LIMIT, "a heading is longer than %d bytes",
                       HEADING_LEN_MAX);
    }
    if (heading.len > 0) {
        reader->heading = heading;
    }
    if (level == 1 && reader->title.len == 0) {
        reader->title = heading;
    }
    return 0;
}

static int end_cell(struct reader *reader)
{
    size_t column = reader->column++;
    struct str text;

    reader->is_in_cell = false;
    if (take_text(reader, &reader->cell, &text) != 0) {
        return -1;
    }
    if (reader->is_table_head) {
        if (column < COLUMNS_MAX) {
            reader->column_names[column] = text;
        }
        return 0;
    }
    if (text.len == 0) {
        return 0;
    }
    if (reader->line.len > 0) {
        buf_add(&reader->line, STR(", "));
    }
    if (column < COLUMNS_MAX && reader->column_names[column].len > 0) {
        buf_add(&reader->line, reader->column_names[column]);
        buf_add_char(&reader->line, ' ');
    }
    buf_add(&reader->line, text);
    return buf_is_full(&reader->line) ? full(reader) : 0;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *self)
{
    struct reader *reader = self;
    int result = 0;

    (void)detail;
    switch (type) {
    case MD_BLOCK_H:
        result = end_line(reader);
        return result != 0 ? result : end_passage(reader);
    case MD_BLOCK_TABLE:
        memset(reader->column_names, 0, sizeof reader->column_names);
        /* fall through */
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        result = end_line(reader); /* the start of an item that holds a list */
        reader->list_depth++;
        break;
    case MD_BLOCK_THEAD:
        reader->is_table_head = true;
        break;
    case MD_BLOCK_TR:
        reader->column = 0;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        reader->is_in_cell = true;
        break;
    default:
        break;
    }
    return result;
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *self)
{
    struct reader *reader = self;

    switch (type) {
    case MD_BLOCK_H:
        return end_heading(reader, ((MD_BLOCK_H_DETAIL *)detail)->level);
    case MD_BLOCK_TABLE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (--reader->list_depth == 0) {
            reader->is_list_last = false;
        }
        return 0;
    case MD_BLOCK_THEAD:
        reader->is_table_head = false;
        return 0;
    case MD_BLOCK_HTML:
        return end_html(reader);
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return end_cell(reader);
    case MD_BLOCK_P:
    case MD_BLOCK_LI:
    case MD_BLOCK_TR:
    case MD_BLOCK_CODE:
        return end_line(reader);
    default:
        return 0;
    }
}

static int on_span(MD_SPANTYPE type, void *detail, void *self)
{
    (void)type;
    (void)detail;
    (void)self;
    return 0;
}

/* "&amp;" and its like; an entity that is not listed stands as it was written. */
static struct str entity_text(struct str entity)
{
    static const struct {
        const char *name;
        const char *text;
    } entities[] = {
        { "&amp;", "&" },        { "&lt;", "<" },
        { "&gt;", ">" },         { "&quot;", "\"" },
        { "&apos;", "'" },       { "&#39;", "'" },
        { "&nbsp;", " " },       { "&euro;", "\xe2\x82\xac" },
        { "&deg;", "\xc2\xb0" }, { "&ndash;", "\xe2\x80\x93" },
    };

    for (size_t i = 0; i < COUNT_OF(entities); i++) {
        if (str_equal(entity, str_from(entities[i].name))) {
            return str_from(entities[i].text);
        }
    }
    return entity;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE len, void *self)
{
    struct reader *reader = self;
    struct buf *buf = reader->is_in_cell ? &reader->cell : &reader->line;
    struct str text = { at, len };

    switch (type) {
    case MD_TEXT_BR:
        buf_add_char(buf, '\n');
        break;
    case MD_TEXT_SOFTBR:
        buf_add_char(buf, ' ');
        break;
    case MD_TEXT_ENTITY:
        buf_add(buf, entity_text(text));
        break;
    case MD_TEXT_HTML:
        buf_add(&reader->html, text);
        return buf_is_full(&reader->html) ? full(reader) : 0;
    case MD_TEXT_NULLCHAR:
        break;
    default:
        buf_add(buf, text);
        break;
    }
    return buf_is_full(buf) ? full(reader) : 0;
}

static int read_page(struct reader *reader, struct str markdown)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
        .enter_block = on_enter_block,
        .leave_block = on_leave_block,
        .enter_span = on_span,
        .leave_span = on_span,
        .text = on_text,
    };
    int result = md_parse(markdown.at, (MD_SIZE)markdown.len, &parser, reader);

    if (result == 0) {
        result = end_line(reader);
    } else if (reader->err->reason == ERR_NONE) {
        return err_set(reader->err, ERR_LIMIT, "out of memory");
    }
    return result == 0 ? end_passage(reader) : -1;
}

int passages_add_page(struct list *passages, struct arena *arena, struct str page,
                      struct str markdown, struct err *err)
{
    struct reader *reader = arena_alloc(arena, sizeof *reader);
    size_t text_max = markdown.len * TEXT_GROWTH_MAX + 1;
    size_t offset;

    if (markdown.len > PAGE_LEN_MAX) {
        return err_set(err, ERR_LIMIT, "the page is larger than %d bytes", PAGE_LEN_MAX);
    }
    if (!utf8_is_valid(markdown, &offset)) {
        return err_set(err, ERR_INPUT, "the page is not UTF-8 at byte %zu", offset);
    }
    err->reason = ERR_NONE;
    *reader = (struct reader){
        .passages = passages,
        .arena = arena,
        .err = err,
        .page = str_copy(arena, page),
        .first = passages->count,
    };
    reader->heading = reader->page;
    map_init(&reader->anchors, arena);
    buf_init(&reader->text, arena, text_max);
    buf_init(&reader->html, arena, text_max);
    buf_init(&reader->line, arena, text_max);
    buf_init(&reader->cell, arena, text_max);
    if (read_page(reader, markdown) != 0) {
        return -1;
    }
    for (size_t i = reader->first; i < passages->count; i++) {
        struct passage *passage = list_at(passages, i);

        passage->title = reader->title.len > 0 ? reader->title : reader->page;
    }
    return 0;
}
