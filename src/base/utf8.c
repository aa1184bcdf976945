/* utf8.c - UTF-8 by the table of RFC 3629, section 4. */

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

static bool is_tail(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

/* The length of the valid sequence at bytes[0], or 0. */
static size_t sequence_len(const unsigned char *bytes, size_t left)
{
    unsigned char lead = bytes[0];

    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xc2 && lead <= 0xdf) {
        return left >= 2 && is_tail(bytes[1]) ? 2 : 0;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        unsigned char low = lead == 0xe0 ? 0xa0 : 0x80;
        unsigned char high = lead == 0xed ? 0x9f : 0xbf;

        return left >= 3 && bytes[1] >= low && bytes[1] <= high && is_tail(bytes[2]) ? 3
                                                                                     : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        unsigned char low = lead == 0xf0 ? 0x90 : 0x80;
        unsigned char high = lead == 0xf4 ? 0x8f : 0xbf;

        return left >= 4 && bytes[1] >= low && bytes[1] <= high && is_tail(bytes[2]) &&
                       is_tail(bytes[3])
                   ? 4
                   : 0;
    }
    return 0;
}

/* Whether the eight bytes at `at` are all ASCII. */
static bool is_ascii_word(const char *at)
{
    uint64_t word;

    memcpy(&word, at, sizeof word);
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

bool utf8_is_valid(struct str text, size_t *offset_out)
{
    size_t i = 0;

    while (i < text.len) {
        size_t len;

        if (text.len - i >= 8 && is_ascii_word(text.at + i)) {
            i += 8;
            continue;
        }
        len = sequence_len((const unsigned char *)text.at + i, text.len - i);
        if (len == 0) {
            if (offset_out != NULL) {
                *offset_out = i;
            }
            return false;
        }
        i += len;
    }
    return true;
}

struct str utf8_valid_part(struct str text)
{
    size_t offset = text.len;

    (void)utf8_is_valid(text, &offset);
    return str_slice(text, 0, offset);
}

uint32_t utf8_next_long(struct str text, size_t *offset)
{
    static const unsigned char lead_mask[5] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
    const unsigned char *at = (const unsigned char *)text.at + *offset;
    size_t len;
    uint32_t code_point;

    assert(*offset < text.len);
    len = sequence_len(at, text.len - *offset);
    if (len == 0) {
        ++*offset;
        return 0xfffd;
    }
    code_point = at[0] & lead_mask[len];
    for (size_t i = 1; i < len; i++) {
        code_point = code_point << 6 | (at[i] & 0x3f);
    }
    *offset += len;
    return code_point;
}

size_t utf8_put(uint32_t code_point, char bytes_out[4])
{
    static const unsigned char lead_bits[5] = { 0, 0x00, 0xc0, 0xe0, 0xf0 };
    size_t len = code_point < 0x80      ? 1
                 : code_point < 0x800   ? 2
                 : code_point < 0x10000 ? 3
                                        : 4;

    for (size_t i = len; i-- > 1;) {
        bytes_out[i] = (char)(0x80 | (code_point & 0x3f));
        code_point >>= 6;
    }
    bytes_out[0] = (char)(lead_bits[len] | code_point);
    return len;
}

size_t utf8_count(struct str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++) {
        count += !is_tail((unsigned char)text.at[i]);
    }
    return count;
}

struct text_place text_place_of(struct str text, size_t offset)
{
    struct str before = str_slice(text, 0, offset);
    struct text_place place = { 1, 1 };
    size_t line_start = 0;

    for (size_t i = 0; i < before.len; i++) {
        if (before.at[i] == '\n') {
            place.line++;
            line_start = i + 1;
        }
    }
    place.column += utf8_count(str_slice(before, line_start, before.len));
    return place;
}
