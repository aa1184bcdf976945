/* near.c - where words begin and end in a window. */

#include "guard/near.h"

#include <string.h>

#include "guard/fold.h"

static bool is_ascii(char c)
{
    return ((unsigned char)c & 0x80) == 0;
}

/* The length of the character at `at` where it is part of a word, else 0. */
static size_t word_character(struct str text, size_t at)
{
    size_t end = at;
    struct folded folded = fold_next(text, &end);

    return folded.count != 0 && folded.symbols[0] != FOLD_SEPARATOR ? end - at : 0;
}

size_t near_word_at(struct near near, size_t at)
{
    char c = near_byte(near, at);

    return is_ascii(c) ? byte_is_alnum(c) : word_character(near.text, at);
}

size_t near_word_before(struct near near, size_t at)
{
    char c = at == 0 ? '\0' : near.text.at[at - 1];

    return is_ascii(c) ? byte_is_alnum(c)
                       : word_character(near.text, fold_start_of_last(near.text, at));
}

bool near_is_whole_word(struct near near, struct span span)
{
    return near_word_before(near, span.start) == 0 && near_word_at(near, span.end) == 0;
}

bool near_is_capital(struct near near, size_t at)
{
    unsigned char c = (unsigned char)near_byte(near, at);
    unsigned char next = (unsigned char)near_byte(near, at + 1);

    switch (c) {
    case 0xc3: /* U+00C0 to U+00DE */
        return next >= 0x80 && next <= 0x9e;
    case 0xc4: /* U+0100 to U+017F: capitals are even, odd from 0139 to 0148 and 0179 */
        return next <= 0xb8 ? next % 2 == 0 : next % 2 == 1;
    case 0xc5:
        return next <= 0x88   ? next % 2 == 1
               : next <= 0xb7 ? next % 2 == 0
                              : next % 2 == 1;
    case 0xce: /* Greek */
        return next >= 0x91 && next <= 0xa9;
    case 0xd0: /* Cyrillic */
        return next >= 0x80 && next <= 0xaf;
    default:
        return byte_is_upper((char)c);
    }
}

size_t near_skip(struct near near, size_t at, const char *marks)
{
    while (near_byte(near, at) != '\0' && strchr(marks, near_byte(near, at)) != NULL) {
        at++;
    }
    return at;
}
