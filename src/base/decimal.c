/* decimal.c - millionths to text and back. */

#include "base/decimal.h"

#include <string.h>

enum { DECIMALS = 6, EXPONENT_MAX = 30 };

/* Digits with an optional point: the digits go to *value, those behind the point are
 * counted.  Returns how many bytes were read, 0 for a malformed number. */
static size_t read_digits(struct str text, int64_t *value, int *decimals)
{
    size_t i = 0;
    size_t whole;

    while (i < text.len && text.at[i] >= '0' && text.at[i] <= '9') {
        if (__builtin_mul_overflow(*value, 10, value) ||
            __builtin_add_overflow(*value, text.at[i] - '0', value)) {
            return 0;
        }
        i++;
    }
    whole = i;
    if (whole == 0 || i == text.len || text.at[i] != '.') {
        return whole;
    }
    for (i++; i < text.len && text.at[i] >= '0' && text.at[i] <= '9'; i++) {
        if (__builtin_mul_overflow(*value, 10, value) ||
            __builtin_add_overflow(*value, text.at[i] - '0', value)) {
            return 0;
        }
        ++*decimals;
    }
    return *decimals == 0 ? 0 : i;
}

static bool scale_to_micros(int64_t *value, int64_t shift)
{
    for (; shift > 0; shift--) {
        if (__builtin_mul_overflow(*value, 10, value)) {
            return false;
        }
    }
    for (; shift < 0 && *value != 0; shift++) {
        if (*value % 10 != 0) {
            return false;
        }
        *value /= 10;
    }
    return true;
}

bool micros_parse(struct str text, int64_t *micros_out)
{
    bool negative = text.len != 0 && text.at[0] == '-';
    struct str rest = str_slice(text, negative ? 1 : 0, text.len);
    int64_t value = 0;
    int64_t exponent = 0;
    int decimals = 0;
    size_t used = read_digits(rest, &value, &decimals);

    if (used == 0) {
        return false;
    }
    rest = str_slice(rest, used, rest.len);
    if (rest.len != 0) {
        if ((rest.at[0] != 'e' && rest.at[0] != 'E') ||
            !str_to_int64(str_slice(rest, 1, rest.len), &exponent) ||
            exponent > EXPONENT_MAX || exponent < -EXPONENT_MAX) {
            return false;
        }
    }
    if (!scale_to_micros(&value, DECIMALS - decimals + exponent)) {
        return false;
    }
    *micros_out = negative ? -value : value;
    return true;
}

/* Returns the count of digits. */
static size_t format_whole(uint64_t value, char *text_out)
{
    uint64_t unit = 1;
    size_t len = 0;

    while (value / unit >= 10) {
        unit *= 10;
    }
    for (; unit != 0; unit /= 10) {
        text_out[len++] = (char)('0' + value / unit % 10);
    }
    return len;
}

size_t micros_format(int64_t micros, char text_out[MICROS_TEXT_MAX])
{
    uint64_t rest = micros < 0 ? -(uint64_t)micros : (uint64_t)micros;
    uint64_t fraction = rest % MICROS_ONE;
    size_t len = 0;

    if (micros < 0) {
        text_out[len++] = '-';
    }
    len += format_whole(rest / MICROS_ONE, text_out + len);
    if (fraction != 0) {
        text_out[len++] = '.';
    }
    for (uint64_t unit = MICROS_ONE / 10; fraction != 0; unit /= 10) {
        text_out[len++] = (char)('0' + fraction / unit);
        fraction %= unit;
    }
    text_out[len] = '\0';
    return len;
}
