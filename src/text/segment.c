/* segment.c - looks at each terminator, at the word before it and at the one behind. */

#include "text/segment.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

enum { WORD_MAX = 24 }; /* bytes of the longest word in the lists below, and some */

/* Words that a full stop abbreviates, in lower case with a space around each. */
static const char never_ends[] =
    " e.g i.e eg ie mr mrs ms dr prof st vs cf approx incl excl resp fig ref tel "
    "z.b d.h u.a o.a i.d.r s.u s.o bzw ca inkl exkl zzgl evtl ggf vgl nr str hr fr hrn "
    "tgl bspw sog geb "
    "p.ej ej aprox sr sra sres srta ud uds vd vds num n\xc3\xbam p\xc3\xa1g pag avda ";
/* These may also be the last word of a sentence, before a capital. */
static const char may_end[] =
    " etc a.m p.m u.k u.s u.s.a e.u ee.uu co inc ltd usw u.s.w min max std sek "
    "jan feb mar apr jun jul aug sep sept oct okt nov dec dez ";
/* An abbreviation only before a digit. */
static const char before_digit[] = " no art abs kap vol ";
static const char german_months[] = " januar jaenner februar m\xc3\xa4rz maerz april mai "
                                    "juni juli august september oktober "
                                    "november dezember ";
/* Words before a German ordinal that stands for a thing: "im 2. Stock". */
static const char before_ordinal[] =
    " am der dem den des die das im zum zur vom beim jeder jede jedes jedem jeden ";

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Whether a terminator may begin with this byte; no byte inside a character does. */
static bool may_terminate(char c)
{
    return c == '.' || c == '!' || c == '?' || (unsigned char)c >= 0xe2;
}

static bool is_terminator(uint32_t point)
{
    return point == '.' || point == '!' || point == '?' || point == 0x2026 ||
           point == 0x3002 || point == 0xff01 || point == 0xff1f;
}

static bool is_closer(uint32_t point)
{
    return point == '"' || point == '\'' || point == ')' || point == ']' ||
           point == '}' || point == 0x2019 || point == 0x201d || point == 0x201c ||
           point == 0xbb || point == 0xab || point == '*' || point == '_';
}

static bool is_opener(uint32_t point)
{
    return is_closer(point) || point == '(' || point == '[' || point == 0x201e ||
           point == 0x2018 || point == 0xbf || point == 0xa1 || point == '-';
}

static bool is_small_letter(uint32_t point)
{
    if (point < 0x80) {
        return point >= 'a' && point <= 'z';
    }
    return utf8proc_category((int32_t)point) == UTF8PROC_CATEGORY_LL;
}

static size_t skip_spaces(struct str text, size_t at)
{
    while (at < text.len && is_space(text.at[at])) {
        at++;
    }
    return at;
}

/* The first code point behind spaces and opening marks, 0 at the end of the line. */
static uint32_t start_of_next(struct str text, size_t at)
{
    uint32_t point = 0;

    at = skip_spaces(text, at);
    while (at < text.len) {
        point = utf8_next(text, &at);
        if (!is_opener(point)) {
            return point;
        }
    }
    return 0;
}

static size_t skip_closers(struct str text, size_t at)
{
    while (at < text.len) {
        size_t next = at;

        if (!is_closer(utf8_next(text, &next))) {
            break;
        }
        at = next;
    }
    return at;
}

/* The run of anything but spaces and openers that ends at `end`. */
static struct str word_before(struct str text, size_t end)
{
    size_t start = end;

    while (start > 0 && !is_space(text.at[start - 1]) && text.at[start - 1] != '(' &&
           text.at[start - 1] != '"') {
        start--;
    }
    return str_slice(text, start, end - start);
}

static struct str word_behind(struct str text, size_t at)
{
    size_t end = at = skip_spaces(text, at);

    while (end < text.len && !is_space(text.at[end]) &&
           !strchr(".,;:!?)", text.at[end])) {
        end++;
    }
    return str_slice(text, at, end - at);
}

/* Whether " word " stands in the list; ASCII capitals count as small. */
static bool is_listed(const char *list, struct str word)
{
    char padded[WORD_MAX + 3] = " ";

    if (word.len == 0 || word.len > WORD_MAX) {
        return false;
    }
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];

        padded[i + 1] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    padded[word.len + 1] = ' ';
    return strstr(list, padded) != NULL;
}

static bool is_number(struct str word)
{
    for (size_t i = 0; i < word.len; i++) {
        if (!is_digit(word.at[i])) {
            return false;
        }
    }
    return word.len > 0;
}

/* A letter by itself: "J. Smith", the "B" of "z. B.". */
static bool is_initial(struct str word)
{
    size_t at = 0;
    uint32_t point = word.len == 0 ? 0 : utf8_next(word, &at);

    return at == word.len && point != 'I' && point > '9';
}

/* The number of a list item at the start, or a German ordinal. */
static bool is_ordinal(struct str text, struct str word, size_t behind)
{
    size_t start = (size_t)(word.at - text.at);
    struct str before;

    if (!is_number(word) || word.len > 2) {
        return false;
    }
    if (start == 0 || is_small_letter(start_of_next(text, behind)) ||
        is_listed(german_months, word_behind(text, behind))) {
        return true;
    }
    while (start > 0 && is_space(text.at[start - 1])) {
        start--;
    }
    before = word_before(text, start);
    return is_listed(before_ordinal, before);
}

/* Whether the full stop at `stop` (one byte, space behind it) ends a sentence. */
static bool stop_ends(struct str text, size_t stop)
{
    struct str word = word_before(text, stop);
    uint32_t next = start_of_next(text, stop + 1);

    if (next == 0) {
        return true;
    }
    if (is_listed(never_ends, word) || is_initial(word) ||
        is_ordinal(text, word, stop + 1)) {
        return false;
    }
    if (is_listed(before_digit, word)) {
        return !(next >= '0' && next <= '9');
    }
    if (is_listed(may_end, word)) {
        return !is_small_letter(next) && !(next >= '0' && next <= '9');
    }
    return true;
}

/* Whether the terminators text[from..to) with closers up to `behind` end a sentence. */
static bool ends_here(struct str text, size_t from, size_t to, size_t behind)
{
    bool is_dots = text.at[to - 1] == '.' && to - from > 1;
    bool is_ellipsis = (unsigned char)text.at[from] == 0xe2;

    if (behind < text.len && !is_space(text.at[behind])) {
        return false;
    }
    if (is_dots || is_ellipsis || behind > to) {
        return !is_small_letter(start_of_next(text, behind));
    }
    return text.at[from] != '.' || stop_ends(text, from);
}

/* The length of the first sentence of a line. */
static size_t sentence_len(struct str line)
{
    size_t at = 0;

    while (at < line.len) {
        size_t from = at;
        size_t behind;

        if (!may_terminate(line.at[at])) {
            at++;
            continue;
        }
        if (!is_terminator(utf8_next(line, &at))) {
            continue;
        }
        while (at < line.len) {
            size_t next = at;

            if (!is_terminator(utf8_next(line, &next))) {
                break;
            }
            at = next;
        }
        behind = skip_closers(line, at);
        if (ends_here(line, from, at, behind)) {
            return behind;
        }
    }
    return line.len;
}

struct sentences sentences_of(struct str text)
{
    return (struct sentences){ .line = { text.at, 0 }, .rest = text };
}

static bool is_blank(char c)
{
    return is_space(c) || c == '\n';
}

static struct str without_blanks_before(struct str text)
{
    size_t start = 0;

    while (start < text.len && is_blank(text.at[start])) {
        start++;
    }
    return str_slice(text, start, text.len);
}

bool sentence_next(struct sentences *self, struct str *sentence_out)
{
    size_t len;

    self->line = without_blanks_before(self->line);
    if (self->line.len == 0) {
        self->rest = without_blanks_before(self->rest);
        self->line = str_slice(self->rest, 0, str_find_char(self->rest, '\n'));
        self->rest = str_slice(self->rest, self->line.len, self->rest.len);
    }
    if (self->line.len == 0) {
        return false;
    }
    len = sentence_len(self->line);
    *sentence_out = str_slice(self->line, 0, len);
    self->line = str_slice(self->line, len, self->line.len);
    while (is_space(sentence_out->at[sentence_out->len - 1])) {
        sentence_out->len--;
    }
    return true;
}
