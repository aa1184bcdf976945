/* fold.c - the table of bytes, and the ranges of code points that imitate letters. */

#include "guard/fold.h"

#include "base/attr.h"
#include "base/utf8.h"

#define D(symbol) (BYTE_DIGIT | (symbol))
#define LETTERS                                                                          \
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,   \
        24, 25, 26
#define WIDE_4  BYTE_WIDE, BYTE_WIDE, BYTE_WIDE, BYTE_WIDE
#define WIDE_16 WIDE_4, WIDE_4, WIDE_4, WIDE_4

/* Digits read as o i z e a s g t b g. */
const uint8_t fold_bytes[256] = {
    ['\''] = BYTE_WIDE,
    ['`'] = BYTE_WIDE,
    ['.'] = BYTE_MARK,
    [':'] = BYTE_MARK,
    ['@'] = BYTE_MARK,
    ['0'] = D(15),
    D(9),
    D(26),
    D(5),
    D(1),
    D(19),
    D(7),
    D(20),
    D(2),
    D(7),
    ['A'] = LETTERS,
    ['a'] = LETTERS,
    [0x80] = WIDE_16,
    WIDE_16,
    WIDE_16,
    WIDE_16,
    WIDE_16,
    WIDE_16,
    WIDE_16,
    WIDE_16,
};

/* Latin-1 and Latin Extended-A, U+00C0 to U+017F, without accents; '*' stands for two
 * letters (fold_pair), ' ' for the two signs of arithmetic. */
static const char latin[] =
    "aaaaaa*ceeeeiiiidnooooo ouuuuyt*aaaaaa*ceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkk"
    "llllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuu"
    "wwyyyzzzzzzs";

struct run {
    uint32_t first;
    const char *letters; /* one for each code point; '?' is another letter */
};

static const struct run look_alikes[] = {
    { 0x0391, "ab??ezh?ik?mn?o?p??ty?x??" }, /* capital Greek */
    { 0x03b1, "a?y?e?n?ik?uv?o?p?otu?x?w" }, /* small Greek */
    { 0x0405, "siij" },
    { 0x0410, "a?b??e????k?mho?pcty?x??????b???" }, /* capital Cyrillic */
    { 0x0430, "a?b??e????k?mho?pcty?x??????b???" }, /* small Cyrillic */
    { 0x0450, "ee??esiij" },
    { 0x04ba, "hh" },
    { 0x0501, "d" },
    { 0x051a, "qqww" },
    { 0x0251, "a" },
    { 0x0261, "gg" },
    { 0x0269, "ii" },
    { 0x0274, "n" },
    { 0x0280, "r" },
    { 0x028f, "y" },
    { 0x0299, "b" },
    { 0x029c, "h" },
    { 0x029f, "l" },                                   /* phonetic */
    { 0x1d00, "a??bcd?e??jk?m?o????????p??tu???vwz" }, /* small capitals */
};

/* Blocks in which the alphabet is written over and over. */
struct alphabet {
    uint32_t first;
    uint32_t last;
};

static const struct alphabet alphabets[] = {
    { 0x1d400, 0x1d6a3 },                       /* mathematical, capital then small */
    { 0x24b6, 0x24e9 },                         /* in circles */
    { 0xff21, 0xff3a },                         /* full width */
    { 0xff41, 0xff5a },   { 0x1f130, 0x1f149 }, /* in squares */
    { 0x1f150, 0x1f169 }, { 0x1f170, 0x1f189 }, { 0x249c, 0x24b5 }, /* in brackets */
};

struct range {
    uint32_t first;
    uint32_t last;
};

static const struct range vanishing[] = {
    { 0x00ad, 0x00ad }, { 0x0300, 0x036f }, { 0x034f, 0x034f },   { 0x061c, 0x061c },
    { 0x180b, 0x180e }, { 0x1ab0, 0x1aff }, { 0x200b, 0x200f },   { 0x2018, 0x2019 },
    { 0x202a, 0x202e }, { 0x2060, 0x206f }, { 0x02bb, 0x02bd },   { 0x20d0, 0x20ff },
    { 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xe0000, 0xe01ef }, { 0x00b4, 0x00b4 },
};

static const struct range invisible[] = {
    { 0x180b, 0x180e }, { 0x200b, 0x200b }, { 0x202a, 0x202e },
    { 0x2060, 0x206f }, { 0xfeff, 0xfeff }, { 0xe0000, 0xe007f },
};

static const struct range separators[] = {
    { 0x0080, 0x00a9 }, { 0x00ab, 0x00b9 }, { 0x00bb, 0x00bf }, { 0x1680, 0x1680 },
    { 0x2000, 0x206f }, { 0x20a0, 0x20cf }, { 0x2190, 0x245f }, { 0x2500, 0x2bff },
    { 0x2e00, 0x2e7f }, { 0x3000, 0x303f }, { 0xfe10, 0xfe6f }, { 0xff00, 0xff20 },
    { 0xff3b, 0xff40 }, { 0xff5b, 0xff65 }, { 0xffe0, 0xffff }, { 0x1f000, 0x1faff },
};

static bool is_in(const struct range *ranges, size_t count, uint32_t code_point)
{
    for (size_t i = 0; i < count; i++) {
        if (code_point >= ranges[i].first && code_point <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

static struct folded one(uint8_t symbol)
{
    return (struct folded){ .symbols = { symbol }, .count = 1 };
}

static struct folded letter(char c)
{
    return one(c == '?' ? FOLD_OTHER : (uint8_t)(c - 'a' + FOLD_A));
}

static struct folded pair(char first, char second)
{
    return (struct folded){ .symbols = { (uint8_t)(first - 'a' + FOLD_A),
                                         (uint8_t)(second - 'a' + FOLD_A) },
                            .count = 2 };
}

static struct folded fold_latin(uint32_t code_point)
{
    switch (code_point) {
    case 0xdf:
        return pair('s', 's');
    case 0xc6:
    case 0xe6:
        return pair('a', 'e');
    case 0x132:
    case 0x133:
        return pair('i', 'j');
    case 0x152:
    case 0x153:
        return pair('o', 'e');
    case 0xd7:
    case 0xf7:
        return one(FOLD_SEPARATOR);
    default:
        return letter(latin[code_point - 0xc0]);
    }
}

static struct folded fold_far(uint32_t code_point)
{
    for (size_t i = 0; i < COUNT_OF(look_alikes); i++) {
        const struct run *run = &look_alikes[i];
        uint32_t at = code_point - run->first;

        if (code_point >= run->first && at < str_from(run->letters).len) {
            return letter(run->letters[at]);
        }
    }
    for (size_t i = 0; i < COUNT_OF(alphabets); i++) {
        if (code_point >= alphabets[i].first && code_point <= alphabets[i].last) {
            return one((uint8_t)((code_point - alphabets[i].first) % 26 + FOLD_A));
        }
    }
    return one(is_in(separators, COUNT_OF(separators), code_point) ? FOLD_SEPARATOR
                                                                   : FOLD_OTHER);
}

static struct folded fold_code_point(uint32_t code_point)
{
    struct folded nothing = { .count = 0 };

    if (code_point < 0x80) {
        return (fold_bytes[code_point] & BYTE_WIDE) != 0
                   ? nothing
                   : one(fold_bytes[code_point] & BYTE_SYMBOL);
    }
    if (code_point >= 0xc0 && code_point < 0x180) {
        return fold_latin(code_point);
    }
    if (is_in(vanishing, COUNT_OF(vanishing), code_point)) {
        nothing.is_invisible = is_in(invisible, COUNT_OF(invisible), code_point);
        if (code_point > 0xe0020 && code_point < 0xe007f) {
            nothing = fold_code_point(code_point - 0xe0000);
            nothing.is_invisible = true;
            nothing.is_tag = true;
        }
        return nothing;
    }
    if (code_point >= 0xff10 && code_point <= 0xff19) {
        return fold_code_point(code_point - 0xff10 + '0');
    }
    return fold_far(code_point);
}

struct folded fold_next_wide(struct str text, size_t *offset)
{
    return fold_code_point(utf8_next(text, offset));
}

size_t fold_start_of_last(struct str text, size_t end)
{
    size_t start = end - 1;
    size_t tails = 0;

    while (start != 0 && tails < 3 && ((unsigned char)text.at[start] & 0xc0) == 0x80) {
        start--;
        tails++;
    }
    /* malformed bytes are read one at a time, forward; so they are backward */
    for (size_t at = start; at < end;) {
        start = at;
        (void)utf8_next(text, &at);
    }
    return start;
}
