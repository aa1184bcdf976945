/* near.c - where words begin and end in a window. */

#include "guard/near.h"

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
