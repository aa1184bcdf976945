/* number.c - digits in groups. */

#include "guard/number.h"

#include <string.h>

enum { SEPARATOR_BYTES_MAX = 4 };

/* The separator at `at`: its length, and what it counts as; 0 where there is none. */
static size_t separator_at(struct near near, size_t at, char *separator_out)
{
    char c = near_byte(near, at);

    if (c == ' ' || c == '-' || c == '.' || c == '/' || c == ')' || c == '(') {
        *separator_out = c == '(' ? ')' : c;
        return 1;
    }
    if (c == '\xc2' && near_byte(near, at + 1) == '\xa0') {
        *separator_out = ' '; /* no-break space */
        return 2;
    }
    if (c == '\xe2' && near_byte(near, at + 1) == '\x80') {
        char last = near_byte(near, at + 2);

        /* hyphens and dashes U+2010 to U+2015, narrow no-break space U+202F */
        *separator_out = last == '\xaf' ? ' ' : '-';
        return (last >= '\x90' && last <= '\x95') || last == '\xaf' ? 3 : 0;
    }
    return 0;
}

/* From the end of a group to the first digit of the next; false where there is none. */
static bool skip_separators(struct near near, size_t *at, char *separator_out)
{
    size_t end = *at;
    size_t len;
    char separator;

    *separator_out = ' ';
    while ((len = separator_at(near, end, &separator)) != 0 &&
           end + len - *at <= SEPARATOR_BYTES_MAX) {
        if (separator != ' ') {
            *separator_out = separator;
        }
        end += len;
    }
    if (end == *at || !byte_is_digit(near_byte(near, end))) {
        return false;
    }
    *at = end;
    return true;
}

static bool read_group(struct number *number, struct near near, size_t start,
                       char separator)
{
    size_t end = start;
    struct number_group *group = &number->groups[number->group_count];

    while (byte_is_digit(near_byte(near, end))) {
        end++;
    }
    if (number->digit_count + (end - start) > NUMBER_DIGITS_MAX) {
        return false;
    }
    *group = (struct number_group){ .start = start,
                                    .end = end,
                                    .first = (uint8_t)number->digit_count,
                                    .count = (uint8_t)(end - start),
                                    .separator = separator };
    memcpy(number->digits + number->digit_count, near.text.at + start, end - start);
    number->digit_count += end - start;
    number->group_count++;
    return true;
}

static void read_before(struct number *number, struct near near)
{
    char before = near.at == 0 ? '\0' : near.text.at[near.at - 1];
    bool hangs = before == '-' || before == '_' || before == '/' || before == '.';
    bool is_after_digit = near.at >= 2 && byte_is_digit(near.text.at[near.at - 2]);

    number->before = before;
    number->is_continued = hangs && is_after_digit;
    number->is_code =
        near_word_before(near, near.at) != 0 ||
        (hangs && !is_after_digit && near_word_before(near, near.at - 1) != 0);
}

bool number_read(struct number *number_out, struct near near)
{
    size_t at;
    char separator;

    number_out->digit_count = 0;
    number_out->group_count = 0;
    read_before(number_out, near);
    if (!read_group(number_out, near, near.at, '\0')) {
        return false;
    }
    at = number_out->groups[0].end;
    while (number_out->group_count < NUMBER_GROUPS_MAX &&
           skip_separators(near, &at, &separator) &&
           read_group(number_out, near, at, separator)) {
        at = number_out->groups[number_out->group_count - 1].end;
    }
    return true;
}

bool number_has_sizes(const struct number *number, const char *sizes)
{
    size_t count = strlen(sizes);

    if (count > number->group_count) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (number->groups[i].count != sizes[i]) {
            return false;
        }
    }
    return true;
}

bool number_is_separated_by(const struct number *number, size_t group_count,
                            const char *separators)
{
    for (size_t i = 1; i < group_count; i++) {
        if (strchr(separators, number->groups[i].separator) == NULL) {
            return false;
        }
    }
    return true;
}

size_t number_digits_in(const struct number *number, size_t group_count)
{
    return group_count == 0 ? 0
                            : (size_t)number->groups[group_count - 1].first +
                                  number->groups[group_count - 1].count;
}

static int group_value(const struct number *number, size_t group)
{
    int value = 0;

    for (size_t i = 0; i < number->groups[group].count; i++) {
        value = value * 10 + (number->digits[number->groups[group].first + i] - '0');
    }
    return value;
}

static bool is_day_and_month(int a, int b)
{
    return a >= 1 && b >= 1 && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31));
}

static bool is_year(int year)
{
    return year >= 1900 && year <= 2099;
}

bool number_is_date(const struct number *number)
{
    int a;
    int b;
    int c;

    if (number->group_count < 3 || !number_is_separated_by(number, 3, "-./ ") ||
        number->groups[0].count > 4 || number->groups[1].count > 2 ||
        number->groups[2].count > 4 ||
        (number->group_count > 3 &&
         number->groups[3].separator == number->groups[1].separator)) {
        return false;
    }
    a = group_value(number, 0);
    b = group_value(number, 1);
    c = group_value(number, 2);
    if (number->groups[0].count == 4) {
        return is_year(a) && number->groups[2].count <= 2 && is_day_and_month(c, b);
    }
    return number->groups[0].count <= 2 && is_day_and_month(a, b) &&
           (number->groups[2].count == 2 || (number->groups[2].count == 4 && is_year(c)));
}
