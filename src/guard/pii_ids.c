/* pii_ids.c - numbers by which states know people, each with its own check.
 *
 * US social security number: Social Security Administration, "The SSN Numbering Scheme":
 *   no area 000, 666 or 900-999, no group 00, no serial 0000; it has no check digit.
 * UK national insurance number: HMRC manual NIM39110, the letters never issued.
 * German Steuer-ID: Paragraph 139b AO; ISO/IEC 7064, MOD 11,10, and one digit that
 *   occurs two or three times among the first ten, another that is missing.
 * Spanish DNI and NIE: Ministerio del Interior, "Calculo del digito de control": the
 *   number modulo 23 selects a letter.
 * French NIR: INSEE; key = 97 - (number modulo 97), Corsica's 2A and 2B as 19 and 18.
 * Italian codice fiscale: Decreto ministeriale 23 December 1976; odd and even tables. */

#include <string.h>

#include "guard/pii.h"

static int digit_at(const struct number *number, size_t at)
{
    return number->digits[at] - '0';
}

static bool found(struct pii_found *found_out, enum evidence_kind kind, size_t start,
                  size_t end)
{
    *found_out = (struct pii_found){ kind, { start, end }, SCORE_NONE };
    return true;
}

/* The number stands alone as `group_count` groups: no word, and no further group by the
 * same kind of separator, runs on. */
static bool stands_alone(struct near near, const struct number *number,
                         size_t group_count)
{
    struct span span = { number->groups[0].start, number->groups[group_count - 1].end };

    return near_is_whole_word(near, span) && !number->is_continued && !number->is_code &&
           (number->group_count == group_count ||
            number->groups[group_count].separator == ' ' ||
            number->groups[group_count].separator == '.');
}

static bool us_ssn(struct near near, const struct number *number, unsigned context,
                   struct pii_found *found_out)
{
    bool is_announced = (context & CONTEXT_SSN) != 0;
    bool is_grouped = number_has_sizes(number, "\3\2\4") &&
                      number_is_separated_by(number, 3, is_announced ? "- ." : "-");
    bool is_plain = is_announced && number_has_sizes(number, "\x9");
    size_t groups = is_grouped ? 3 : 1;
    int area;
    int group;
    int serial;

    if ((!is_grouped && !is_plain) || !stands_alone(near, number, groups)) {
        return false;
    }
    area = digit_at(number, 0) * 100 + digit_at(number, 1) * 10 + digit_at(number, 2);
    group = digit_at(number, 3) * 10 + digit_at(number, 4);
    serial = digit_at(number, 5) + digit_at(number, 6) + digit_at(number, 7) +
             digit_at(number, 8);
    if (area == 0 || area == 666 || area >= 900 || group == 0 || serial == 0) {
        return false;
    }
    return found(found_out, EVIDENCE_PII_US_SSN, number->groups[0].start,
                 number->groups[groups - 1].end);
}

static bool is_issued_nino(char first, char second)
{
    static const char never[] = "BG GB KN NK NT TN ZZ";
    char prefix[3] = { first, second, '\0' };

    return byte_is_letter(first) && byte_is_letter(second) &&
           strchr("DFIQUV", first) == NULL && strchr("DFIOQUV", second) == NULL &&
           strstr(never, prefix) == NULL;
}

static bool uk_nino(struct near near, const struct number *number,
                    struct pii_found *found_out)
{
    bool is_spaced = number->before == ' ';
    size_t before = is_spaced ? 3 : 2;
    size_t groups = number_has_sizes(number, "\2\2\2") ? 3 : 1;
    struct span span = { near.at - before, number->groups[groups - 1].end };

    if (near.at < before || number_digits_in(number, groups) != 6 ||
        !number_is_separated_by(number, groups, " -")) {
        return false;
    }
    span.end += near_byte(near, span.end) == ' ';
    if (!is_issued_nino(byte_upper(near.text.at[span.start]),
                        byte_upper(near.text.at[span.start + 1])) ||
        strchr("ABCD", byte_upper(near_byte(near, span.end))) == NULL ||
        near_byte(near, span.end) == '\0') {
        return false;
    }
    span.end++;
    return near_is_whole_word(near, span) &&
           found(found_out, EVIDENCE_PII_UK_NINO, span.start, span.end);
}

/* Paragraph 139b AO and the Bundeszentralamt's rule of repeated digits. */
static bool has_tax_id_digits(const struct number *number)
{
    int counts[10] = { 0 };
    int repeated = 0;
    int largest = 0;

    for (size_t i = 0; i < 10; i++) {
        counts[digit_at(number, i)]++;
    }
    for (size_t digit = 0; digit < 10; digit++) {
        repeated += counts[digit] > 1;
        largest = counts[digit] > largest ? counts[digit] : largest;
    }
    return repeated == 1 && largest <= 3;
}

static bool de_tax_id(struct near near, const struct number *number,
                      struct pii_found *found_out)
{
    size_t groups = number_has_sizes(number, "\2\3\3\3") ? 4 : 1;
    int product = 10;

    if (number_digits_in(number, groups) != 11 || !stands_alone(near, number, groups) ||
        number->digits[0] == '0' || !has_tax_id_digits(number)) {
        return false;
    }
    for (size_t i = 0; i < 10; i++) {
        int sum = (digit_at(number, i) + product) % 10;

        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit_at(number, 10) &&
           found(found_out, EVIDENCE_PII_DE_TAX_ID, number->groups[0].start,
                 number->groups[groups - 1].end);
}

/* Eight digits and a letter, or X, Y or Z, seven digits and a letter. */
static bool es_dni(struct near near, const struct number *number,
                   struct pii_found *found_out)
{
    static const char letters[] = "TRWAGMYFPDXBNJZSQVHLCKE";
    size_t groups =
        number_has_sizes(number, "\2\3\3") || number_has_sizes(number, "\1\3\3") ? 3 : 1;
    size_t count = number_digits_in(number, groups);
    struct span span = { number->groups[0].start, number->groups[groups - 1].end };
    int value = 0;

    if ((count != 8 && count != 7) || !number_is_separated_by(number, groups, ".")) {
        return false;
    }
    if (count == 7) {
        size_t before = number->before == '-' ? 2 : 1;
        char kind = near.at < before ? '\0' : byte_upper(near.text.at[near.at - before]);

        if (kind < 'X' || kind > 'Z') {
            return false;
        }
        value = kind - 'X';
        span.start -= before;
    }
    for (size_t i = 0; i < count; i++) {
        value = (value * 10 + digit_at(number, i)) % 23;
    }
    span.end += near_byte(near, span.end) == '-' || near_byte(near, span.end) == ' ';
    if (byte_upper(near_byte(near, span.end)) != letters[value]) {
        return false;
    }
    span.end++;
    return near_is_whole_word(near, span) &&
           found(found_out, EVIDENCE_PII_ES_DNI, span.start, span.end);
}

enum { NIR_LEN = 15 };

/* Fifteen characters from the anchor, spaces between them skipped. */
static bool read_nir(struct near near, char nir[NIR_LEN], size_t *end_out)
{
    size_t at = near.at;

    for (size_t i = 0; i < NIR_LEN; i++) {
        char c = near_byte(near, at);

        if (c == ' ' && i != 0) {
            c = near_byte(near, ++at);
        }
        c = byte_upper(c);
        if (!byte_is_digit(c) && !(i == 6 && (c == 'A' || c == 'B') && nir[5] == '2')) {
            return false;
        }
        nir[i] = c;
        at++;
    }
    *end_out = at;
    return true;
}

static bool fr_nir(struct near near, struct pii_found *found_out)
{
    char nir[NIR_LEN];
    struct span span = { near.at, near.at };
    int rest = 0;
    int key;
    int month;

    if (near_byte(near, near.at) > '8' || !read_nir(near, nir, &span.end) ||
        !near_is_whole_word(near, span)) {
        return false;
    }
    month = (nir[3] - '0') * 10 + (nir[4] - '0');
    if (strchr("123478", nir[0]) == NULL || month == 0 || (month > 12 && month < 20)) {
        return false;
    }
    if (!byte_is_digit(nir[6])) {
        nir[5] = '1';
        nir[6] = nir[6] == 'A' ? '9' : '8';
    }
    for (size_t i = 0; i < 13; i++) {
        rest = (rest * 10 + (nir[i] - '0')) % 97;
    }
    key = (nir[13] - '0') * 10 + (nir[14] - '0');
    return key == 97 - rest &&
           found(found_out, EVIDENCE_PII_FR_NIR, span.start, span.end);
}

enum { CF_LEN = 16 };

static int cf_value(char c, bool is_odd)
{
    static const int odd[26] = { 1,  0,  5, 7, 9, 13, 15, 17, 19, 21, 2,  4,  18,
                                 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23 };
    int value = byte_is_digit(c) ? c - '0' : c - 'A';

    return is_odd ? odd[value] : value;
}

/* Six letters, two digits, letter, two digits, letter, three digits, letter; a namesake's
 * digits may stand as letters (omocodia). */
static bool it_cf(struct near near, struct pii_found *found_out)
{
    static const char shape[CF_LEN + 1] = "AAAAAA00A00A000A";
    struct span span = { near.at, near.at + CF_LEN };
    int sum = 0;

    if (near_word_before(near, near.at) == 0) {
        return false;
    }
    while (span.start != 0 && near.at - span.start < 10 &&
           byte_is_alnum(near.text.at[span.start - 1])) {
        span.start--;
    }
    span.end = span.start + CF_LEN;
    if (near.at - span.start < 6 || span.end > near.text.len ||
        !near_is_whole_word(near, span)) {
        return false;
    }
    for (size_t i = 0; i < CF_LEN; i++) {
        char c = byte_upper(near.text.at[span.start + i]);
        bool fits = shape[i] == 'A'
                        ? byte_is_upper(c)
                        : byte_is_digit(c) ||
                              (byte_is_upper(c) && strchr("LMNPQRSTUV", c) != NULL);

        if (!fits) {
            return false;
        }
        sum += i + 1 == CF_LEN ? 0 : cf_value(c, i % 2 == 0);
    }
    return byte_upper(near.text.at[span.end - 1]) == 'A' + sum % 26 &&
           found(found_out, EVIDENCE_PII_IT_CF, span.start, span.end);
}

/* A word of letters and digits after "passport", "driving licence" and the like. */
static bool document(struct near near, unsigned context, struct pii_found *found_out)
{
    struct span span = { near.at, near.at };
    size_t digits = 0;

    if ((context & CONTEXT_DOCUMENT) == 0) {
        return false;
    }
    while (span.start != 0 && byte_is_alnum(near.text.at[span.start - 1])) {
        span.start--;
    }
    for (char c = near_byte(near, span.end); byte_is_alnum(c) || c == '-';
         c = near_byte(near, ++span.end)) {
        digits += byte_is_digit(c);
    }
    span.end -= near.text.at[span.end - 1] == '-';
    return digits >= 5 && span.end - span.start >= 6 && span.end - span.start <= 20 &&
           found(found_out, EVIDENCE_PII_DOCUMENT, span.start, span.end);
}

bool pii_national_id(struct near near, const struct number *number, unsigned context,
                     struct pii_found *found_out)
{
    return it_cf(near, found_out) || es_dni(near, number, found_out) ||
           uk_nino(near, number, found_out) || fr_nir(near, found_out) ||
           us_ssn(near, number, context, found_out) ||
           de_tax_id(near, number, found_out) || document(near, context, found_out);
}
