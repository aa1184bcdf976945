/* str.c - views of text. */

#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

struct str str_from(const char *c_string)
{
    return (struct str){ c_string, c_string == NULL ? 0 : strlen(c_string) };
}

struct str str_copy(struct arena *arena, struct str text)
{
    char *copy = arena_raw(arena, text.len + 1, 1);

    if (text.len != 0) {
        memcpy(copy, text.at, text.len);
    }
    copy[text.len] = '\0';
    return (struct str){ copy, text.len };
}

struct str str_format(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_list again;
    int len;
    char *text;

    va_start(args, format);
    va_copy(again, args);
    len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(len >= 0);
    text = arena_raw(arena, (size_t)len + 1, 1);
    (void)vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return (struct str){ text, (size_t)len };
}

bool str_is_empty(struct str text)
{
    return text.len == 0;
}

int str_compare(struct str a, struct str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len == 0 ? 0 : memcmp(a.at, b.at, len);

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts_with(struct str text, struct str prefix)
{
    return text.len >= prefix.len && str_equal(str_slice(text, 0, prefix.len), prefix);
}

bool str_ends_with(struct str text, struct str suffix)
{
    return text.len >= suffix.len &&
           str_equal(str_slice(text, text.len - suffix.len, suffix.len), suffix);
}

static char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool str_equal_ascii_nocase(struct str a, struct str b)
{
    if (a.len != b.len) {
        return false;
    }
    for (size_t i = 0; i < a.len; i++) {
        if (ascii_lower(a.at[i]) != ascii_lower(b.at[i])) {
            return false;
        }
    }
    return true;
}

size_t str_find(struct str text, struct str needle)
{
    const char *found;

    if (needle.len == 0) {
        return 0;
    }
    found =
        text.len < needle.len ? NULL : memmem(text.at, text.len, needle.at, needle.len);
    return found == NULL ? text.len : (size_t)(found - text.at);
}

size_t str_find_char(struct str text, char wanted)
{
    const char *found = text.len == 0 ? NULL : memchr(text.at, wanted, text.len);

    return found == NULL ? text.len : (size_t)(found - text.at);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim(struct str text)
{
    while (text.len != 0 && is_space(text.at[0])) {
        text.at++;
        text.len--;
    }
    while (text.len != 0 && is_space(text.at[text.len - 1])) {
        text.len--;
    }
    return text;
}

bool str_split_next(struct str *rest, char separator, struct str *part_out)
{
    size_t len;

    if (rest->at == NULL) {
        return false;
    }
    len = str_find_char(*rest, separator);
    *part_out = str_slice(*rest, 0, len);
    *rest =
        len == rest->len ? (struct str){ NULL, 0 } : str_slice(*rest, len + 1, rest->len);
    return true;
}

bool str_to_int64(struct str text, int64_t *value_out)
{
    bool negative = text.len != 0 && text.at[0] == '-';
    size_t i = text.len != 0 && (text.at[0] == '-' || text.at[0] == '+') ? 1 : 0;
    int64_t value = 0;

    if (i == text.len) {
        return false;
    }
    for (; i < text.len; i++) {
        int digit = text.at[i] - '0';

        if (digit < 0 || digit > 9 || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, negative ? -digit : digit, &value)) {
            return false;
        }
    }
    *value_out = value;
    return true;
}

enum { EDIT_LEN_MAX = 64 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t str_edit_distance(struct str a, struct str b, size_t limit)
{
    size_t rows[3][EDIT_LEN_MAX + 1];

    if (a.len > EDIT_LEN_MAX || b.len > EDIT_LEN_MAX) {
        return limit + 1;
    }
    for (size_t j = 0; j <= b.len; j++) {
        rows[0][j] = j;
    }
    for (size_t i = 1; i <= a.len; i++) {
        size_t *now = rows[i % 3];
        const size_t *last = rows[(i + 2) % 3];
        const size_t *older = rows[(i + 1) % 3];

        now[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            bool same = a.at[i - 1] == b.at[j - 1];

            now[j] = smaller(smaller(last[j], now[j - 1]) + 1, last[j - 1] + !same);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
                a.at[i - 2] == b.at[j - 1]) {
                now[j] = smaller(now[j], older[j - 2] + 1);
            }
        }
    }
    return smaller(rows[a.len % 3][b.len], limit + 1);
}
