/* tokens.c - ASCII by a table of classes, the rest by utf8proc. */

#include "text/tokens.h"

#include <assert.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/utf8.h"

enum {
    FOLDED_GROWTH_MAX = 4, /* bytes of folded text for one byte, at worst */
    FOLDED_POINTS_MAX = 8, /* code points that one folds to, at worst */
};

struct tokeniser {
    struct str text;
    size_t at;
    char *folded; /* room for the whole text */
    size_t folded_len;
};

static bool is_digit(uint32_t point)
{
    return point >= '0' && point <= '9';
}

static bool is_word(uint32_t point)
{
    if (point < 0x80) {
        return is_digit(point) || ((point | 0x20) >= 'a' && (point | 0x20) <= 'z');
    }
    switch (utf8proc_category((int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
        return true;
    default:
        return false;
    }
}

/* The code point at `at`, and the place behind it; 0 at the end. */
static uint32_t peek(struct str text, size_t at, size_t *behind_out)
{
    *behind_out = at;
    return at < text.len ? utf8_next(text, behind_out) : 0;
}

static void put(struct tokeniser *self, uint32_t point)
{
    self->folded_len += utf8_put(point, self->folded + self->folded_len);
}

/* Small letters without accents; marks by themselves fold to nothing. */
static void put_folded(struct tokeniser *self, uint32_t point)
{
    int32_t folded[FOLDED_POINTS_MAX];
    int boundary = 0;
    ptrdiff_t count;

    if (point < 0x80) {
        self->folded[self->folded_len++] =
            (char)(point >= 'A' && point <= 'Z' ? point | 0x20 : point);
        return;
    }
    count = utf8proc_decompose_char((int32_t)point, folded, FOLDED_POINTS_MAX,
                                    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                        UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
                                    &boundary);
    assert(count >= 0 && count <= FOLDED_POINTS_MAX);
    for (ptrdiff_t i = 0; i < count; i++) {
        put(self, (uint32_t)folded[i]);
    }
}

/* Whether the mark at `at` stands inside a word or number rather than between two:
 * an apostrophe between letters, a point, comma or colon between digits. */
static bool is_inside(const struct tokeniser *self, uint32_t mark, size_t behind,
                      uint32_t before)
{
    size_t unused;
    uint32_t next = peek(self->text, behind, &unused);

    if (mark == '\'' || mark == 0x2019) {
        return !is_digit(before) && is_word(next);
    }
    return (mark == '.' || mark == ',' || mark == ':') && is_digit(before) &&
           is_digit(next);
}

/* Move to the first letter or digit; whether only a '-' lay before it. */
static bool skip_to_word(struct tokeniser *self)
{
    size_t start = self->at;

    while (self->at < self->text.len) {
        size_t behind;

        if (is_word(peek(self->text, self->at, &behind))) {
            break;
        }
        self->at = behind;
    }
    return start > 0 && self->at == start + 1 && self->text.at[start] == '-';
}

static void read_word(struct tokeniser *self, struct token *token)
{
    size_t folded_start = self->folded_len;
    uint32_t before = 0;

    token->start = (uint32_t)self->at;
    while (self->at < self->text.len) {
        size_t behind;
        uint32_t point = peek(self->text, self->at, &behind);

        if (is_word(point)) {
            put_folded(self, point);
            token->has_digit = token->has_digit || is_digit(point);
        } else if (!is_inside(self, point, behind, before)) {
            break;
        } else if (is_digit(before)) {
            put(self, point);
        }
        before = point;
        self->at = behind;
    }
    token->end = (uint32_t)self->at;
    token->word =
        (struct str){ self->folded + folded_start, self->folded_len - folded_start };
}

struct tokens text_tokens(struct arena *arena, struct str text, size_t count_max)
{
    struct tokeniser self = { .text = text };
    struct tokens tokens = { 0 };
    size_t count_possible = text.len / 2 + 1;

    assert(text.len <= UINT32_MAX / FOLDED_GROWTH_MAX);
    if (count_max > count_possible) {
        count_max = count_possible;
    }
    tokens.items = arena_array(arena, count_max, sizeof *tokens.items);
    self.folded = arena_raw(arena, text.len * FOLDED_GROWTH_MAX + 1, 1);
    while (tokens.count < count_max) {
        bool is_hyphenated = skip_to_word(&self);
        struct token *token = &tokens.items[tokens.count];

        if (self.at == text.len) {
            break;
        }
        *token = (struct token){ .is_hyphenated = is_hyphenated };
        read_word(&self, token);
        tokens.count += token->word.len > 0;
    }
    return tokens;
}
