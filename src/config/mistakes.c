/* mistakes.c - the list, its order and its text. */

#include "config/mistakes.h"

#include "base/arena.h"
#include "base/buf.h"

enum { EDITS_MAX = 4 };

void mistakes_init(struct mistakes *mistakes, struct arena *arena)
{
    *mistakes = (struct mistakes){ .arena = arena };
    list_init(&mistakes->list, arena, sizeof(struct mistake), MISTAKES_MAX);
}

static void add(struct mistakes *mistakes, struct mistake mistake)
{
    struct mistake *kept = list_add(&mistakes->list);

    if (!mistake.is_remark) {
        mistakes->error_count++;
    }
    if (kept == NULL) {
        return;
    }
    mistake.place.file = str_copy(mistakes->arena, mistake.place.file);
    mistake.what = str_copy(mistakes->arena, mistake.what);
    mistake.expected = str_copy(mistakes->arena, mistake.expected);
    mistake.suggestion = str_copy(mistakes->arena, mistake.suggestion);
    *kept = mistake;
}

void mistakes_add(struct mistakes *mistakes, struct place place, struct str what,
                  struct str expected, struct str suggestion)
{
    add(mistakes, (struct mistake){ .place = place,
                                    .what = what,
                                    .expected = expected,
                                    .suggestion = suggestion });
}

void mistakes_remark(struct mistakes *mistakes, struct place place, struct str what,
                     struct str expected)
{
    add(mistakes,
        (struct mistake){
            .place = place, .what = what, .expected = expected, .is_remark = true });
}

static bool is_before(const struct place *a, const struct place *b)
{
    int by_file = str_compare(a->file, b->file);

    if (by_file != 0) {
        return by_file < 0;
    }
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* By insertion: stable, and the list is short and nearly in order. */
void mistakes_sort(struct mistakes *mistakes)
{
    struct mistake *items = mistakes->list.items;

    for (size_t i = 1; i < mistakes->list.count; i++) {
        struct mistake moved = items[i];
        size_t to = i;

        for (; to > 0 && is_before(&moved.place, &items[to - 1].place); to--) {
            items[to] = items[to - 1];
        }
        items[to] = moved;
    }
}

void mistake_format(const struct mistake *mistake, struct buf *buf)
{
    buf_add(buf, mistake->place.file);
    if (mistake->place.line != 0) {
        buf_addf(buf, ":%zu:%zu", mistake->place.line, mistake->place.column);
    }
    buf_add(buf, mistake->is_remark ? STR(": remark: ") : STR(": "));
    buf_add(buf, mistake->what);
    if (mistake->expected.len != 0) {
        buf_add(buf, STR("; expected "));
        buf_add(buf, mistake->expected);
    }
    if (mistake->suggestion.len != 0) {
        buf_add(buf, STR("; did you mean "));
        buf_add(buf, mistake->suggestion);
    }
}

struct str nearest_name(struct str wrong, const struct str *names, size_t name_count)
{
    size_t limit = wrong.len / 3 > EDITS_MAX ? EDITS_MAX : wrong.len / 3;
    struct str nearest = { 0 };

    if (limit == 0) {
        limit = 1;
    }
    for (size_t i = 0; i < name_count; i++) {
        size_t edits = str_edit_distance(wrong, names[i], limit);

        if (edits <= limit) {
            nearest = names[i];
            limit = edits - (edits != 0);
        }
    }
    return nearest;
}
