/* pii_phone.c - phone numbers, which have no check digit: a country code, or a shape that
 * a country uses and hardly anything else does, or words that announce one.
 *
 * Country codes and the limit of 15 digits: ITU-T E.164.  Shapes: the North American
 * numbering plan (area and exchange 2-9), the national plans of Germany, Spain, the
 * United Kingdom and their neighbours, where a trunk 0 or pairs and triples are usual. */

#include <string.h>

#include "guard/pii.h"

enum {
    PHONE_DIGITS_MIN = 7,
    PHONE_DIGITS_MAX = 15, /* with country code */
    NATIONAL_DIGITS_MAX = 12,
    SCORE_SHAPE = 800000,
};

/* E.164 zones by first digit: '1' and '7' are whole codes; the two-digit codes in use are
 * listed, all others have three digits. */
static bool is_country_code(const char *digits)
{
    static const char two_digits[] =
        "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 "
        "60 "
        "61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
    static const char three_digits_of[] =
        "21 22 23 24 25 26 29 35 37 38 42 50 59 67 68 69 80 85 87 88 96 97 99 ";
    char start[4] = { digits[0], digits[1], ' ', '\0' };

    return digits[0] == '1' || digits[0] == '7' || strstr(two_digits, start) != NULL ||
           strstr(three_digits_of, start) != NULL;
}

static bool is_plus_before(struct near near, const struct number *number)
{
    return number->before == '+' ||
           (number->before == '(' && near.at >= 2 && near.text.at[near.at - 2] == '+');
}

/* Behind an extension, "x123" or "ext. 12"; `at` where there is none. */
static size_t extension_end(struct near near, size_t at)
{
    size_t end = near_byte(near, at) == ' ' ? at + 1 : at;
    struct str word = str_slice(near.text, end, 3);
    size_t digits;

    if (near_byte(near, end) == 'x') {
        end++;
    } else if (str_equal(word, STR("ext"))) {
        end += near_byte(near, end + 3) == '.' ? 4 : 3;
    } else {
        return at;
    }
    end += near_byte(near, end) == ' ';
    digits = end;
    while (byte_is_digit(near_byte(near, end)) && end - digits < 6) {
        end++;
    }
    return end == digits ? at : end;
}

static bool found(struct near near, const struct number *number, size_t groups,
                  int32_t score, struct pii_found *found_out)
{
    struct span span = { number->groups[0].start, number->groups[groups - 1].end };

    span.start -= number->before == '+' || number->before == '(';
    span.start -=
        span.start != 0 && number->before == '(' && near.text.at[span.start - 1] == '+';
    span.end = extension_end(near, span.end);
    if (near_word_at(near, span.end) != 0) {
        return false;
    }
    *found_out = (struct pii_found){ EVIDENCE_PII_PHONE, span, score };
    return true;
}

/* As many groups as one phone number can have: at most `digits_max` digits, no single
 * last digit behind a space ("0171 1234567 2 boxes"). */
static size_t groups_of_phone(const struct number *number, size_t digits_max)
{
    size_t groups = number->group_count;

    while (groups != 0 && number_digits_in(number, groups) > digits_max) {
        groups--;
    }
    if (groups > 2 && number->groups[groups - 1].count == 1 &&
        number->groups[groups - 1].separator == ' ') {
        groups--;
    }
    return groups;
}

static bool international(struct near near, const struct number *number,
                          struct pii_found *found_out)
{
    bool is_plus = is_plus_before(near, number);
    bool is_zeros = !is_plus && number->digits[0] == '0' && number->digits[1] == '0';
    size_t prefix = is_zeros ? 2 : 0;
    size_t groups = groups_of_phone(number, PHONE_DIGITS_MAX + prefix);
    size_t count = number_digits_in(number, groups) - prefix;

    if ((!is_plus && !is_zeros) || groups == 0 || count < 8 ||
        number_digits_in(number, groups) < prefix ||
        !is_country_code(number->digits + prefix)) {
        return false;
    }
    if (is_zeros &&
        (number->is_code || number->is_continued || (groups == 1 && count < 10))) {
        return false;
    }
    return found(near, number, groups, SCORE_NONE, found_out);
}

/* (212) 555-0123, 212-555-0123, 1-212-555-0123 */
static size_t north_american(const struct number *number)
{
    bool has_trunk = number_has_sizes(number, "\1\3\3\4") && number->digits[0] == '1';
    size_t groups = has_trunk ? 4 : 3;
    const char *digits = number->digits + (has_trunk ? 1 : 0);

    if (!has_trunk && !number_has_sizes(number, "\3\3\4")) {
        return 0;
    }
    return digits[0] >= '2' && digits[3] >= '2' &&
                   number_is_separated_by(number, groups, "-. )")
               ? groups
               : 0;
}

/* Twelve digits on a product: the check digit of GS1 (GTIN-12). */
static bool is_gtin_12(const struct number *number)
{
    int sum = 0;

    for (size_t i = 0; i < 12; i++) {
        sum += (number->digits[i] - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return sum % 10 == 0;
}

/* 0171 1234567, 030/123456, 020 7946 0958, 07700900123, 04.15.23.45.67 */
static size_t with_trunk_zero(const struct number *number)
{
    size_t groups = groups_of_phone(number, NATIONAL_DIGITS_MAX);
    size_t count = number_digits_in(number, groups);

    if (groups == 0 || number->digits[0] != '0' || number->digits[1] == '0') {
        return 0;
    }
    if (groups == 1) {
        return count >= 10 && count <= 12 && !(count == 12 && is_gtin_12(number)) ? 1 : 0;
    }
    if (number->groups[0].count < 2) {
        return 0;
    }
    return count >= (number->groups[1].separator == '/' ? 8 : 9) ? groups : 0;
}

/* An area code in brackets, then the number. */
static size_t with_brackets(const struct number *number)
{
    size_t groups = groups_of_phone(number, NATIONAL_DIGITS_MAX);
    size_t count = number_digits_in(number, groups);

    return number->before == '(' && groups >= 2 && number->groups[1].separator == ')' &&
                   number->groups[0].count >= 2 && number->groups[0].count <= 5 &&
                   count >= 8
               ? groups
               : 0;
}

/* Nine digits as Spain, Portugal, Poland and others group them, and pairs with hyphens
 * or points.  Pairs with spaces are left out: shoe sizes look like that. */
static size_t in_small_groups(const struct number *number)
{
    static const struct {
        const char *sizes;
        const char *separators;
        bool is_spanish; /* only from 6 to 9 */
    } shapes[] = {
        { "\3\3\3", "- )", true },     { "\3\2\2\2", "-. )", true },
        { "\2\3\2\2", "-. )", false }, { "\2\2\2\2\2", "-.", false },
        { "\2\2\2\2", "-", false },
    };

    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        size_t groups = strlen(shapes[i].sizes);

        if (number->group_count == groups && number_has_sizes(number, shapes[i].sizes) &&
            number_is_separated_by(number, groups, shapes[i].separators) &&
            (!shapes[i].is_spanish || number->digits[0] >= '6')) {
            return groups;
        }
    }
    return 0;
}

static size_t announced(const struct number *number)
{
    size_t groups = groups_of_phone(number, NATIONAL_DIGITS_MAX);

    return number_digits_in(number, groups) >= PHONE_DIGITS_MIN ? groups : 0;
}

bool pii_phone(struct near near, const struct number *number, unsigned context,
               struct pii_found *found_out)
{
    bool is_announced = (context & CONTEXT_PHONE) != 0;
    bool is_order = (context & CONTEXT_ORDER) != 0 && !is_announced;
    size_t groups;

    if (number->digit_count < PHONE_DIGITS_MIN) {
        return false;
    }
    if (international(near, number, found_out)) {
        return true;
    }
    if (number->is_code || number->is_continued || is_order || number_is_date(number)) {
        return false;
    }
    groups = north_american(number);
    groups = groups != 0 ? groups : with_trunk_zero(number);
    groups = groups != 0 ? groups : with_brackets(number);
    groups = groups != 0 ? groups : in_small_groups(number);
    groups = groups != 0 || !is_announced ? groups : announced(number);
    return groups != 0 && found(near, number, groups, SCORE_SHAPE, found_out);
}
