/* pii_card.c - payment cards: issuer, length and the check digit of ISO/IEC 7812-1
 * annex B (the formula of H. P. Luhn, US patent 2,950,048). */

#include "base/attr.h"
#include "guard/pii.h"

#define LENGTH(digits)   (1u << (digits))
#define LENGTHS_16_TO_19 (LENGTH(16) | LENGTH(17) | LENGTH(18) | LENGTH(19))
#define LENGTHS_12_TO_19                                                                 \
    (LENGTH(12) | LENGTH(13) | LENGTH(14) | LENGTH(15) | LENGTHS_16_TO_19)

enum { CARD_DIGITS_MAX = 19, SCORE_CARD_LIKE = 500000 };

/* Numbers by their first four digits, as the networks publish them (issuer
 * identification numbers, ISO/IEC 7812). */
static const struct issuer {
    int first;
    int last;
    unsigned lengths;
} issuers[] = {
    { 4000, 4999, LENGTH(13) | LENGTH(16) | LENGTH(19) }, /* Visa */
    { 5100, 5599, LENGTH(16) },                           /* Mastercard */
    { 2221, 2720, LENGTH(16) },
    { 3400, 3499, LENGTH(15) }, /* American Express */
    { 3700, 3799, LENGTH(15) },
    { 3000, 3059, LENGTH(14) | LENGTHS_16_TO_19 }, /* Diners Club */
    { 3095, 3095, LENGTH(14) | LENGTHS_16_TO_19 },
    { 3600, 3699, LENGTH(14) | LENGTHS_16_TO_19 },
    { 3800, 3999, LENGTH(14) | LENGTHS_16_TO_19 },
    { 6011, 6011, LENGTHS_16_TO_19 }, /* Discover */
    { 6440, 6599, LENGTHS_16_TO_19 },
    { 3500, 3599, LENGTHS_16_TO_19 }, /* JCB: 3528 to 3589, nobody else around it */
    { 1800, 1800, LENGTH(15) },
    { 2131, 2131, LENGTH(15) },
    { 6200, 6299, LENGTHS_16_TO_19 }, /* UnionPay */
    { 8100, 8199, LENGTHS_16_TO_19 },
    { 2200, 2204, LENGTHS_16_TO_19 }, /* Mir */
    { 5018, 5018, LENGTHS_12_TO_19 }, /* Maestro */
    { 5020, 5020, LENGTHS_12_TO_19 },
    { 5038, 5038, LENGTHS_12_TO_19 },
    { 5600, 5899, LENGTHS_12_TO_19 },
    { 6300, 6399, LENGTHS_12_TO_19 },
    { 6700, 6799, LENGTHS_12_TO_19 },
    { 604, 604, LENGTHS_12_TO_19 },
};

static bool has_issuer(const char *digits, size_t count)
{
    int first = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 +
                (digits[2] - '0') * 10 + (digits[3] - '0');

    for (size_t i = 0; i < COUNT_OF(issuers); i++) {
        if (first >= issuers[i].first && first <= issuers[i].last) {
            return (issuers[i].lengths & LENGTH(count)) != 0;
        }
    }
    return false;
}

static bool is_luhn(const char *digits, size_t count)
{
    int sum = 0;

    for (size_t i = 0; i < count; i++) {
        int digit = digits[count - 1 - i] - '0';

        digit *= i % 2 == 1 ? 2 : 1;
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

/* Written as on the card: 4-4-4-4 or 4-6-5. */
static bool is_printed(const struct number *number, size_t group_count)
{
    return (group_count == 4 && number_has_sizes(number, "\4\4\4\4")) ||
           (group_count == 3 && number_has_sizes(number, "\4\6\5"));
}

static bool is_plausible(struct near near, const struct number *number,
                         size_t group_count, size_t count)
{
    return count >= 12 && count <= CARD_DIGITS_MAX && has_issuer(number->digits, count) &&
           number_is_separated_by(number, group_count, " -.") &&
           near_word_at(near, number->groups[group_count - 1].end) == 0;
}

bool pii_card(struct near near, const struct number *number, unsigned context,
              struct pii_found *found_out)
{
    bool is_order = (context & CONTEXT_ORDER) != 0 && (context & CONTEXT_CARD) == 0;

    if (number->is_code || number->is_continued) {
        return false;
    }
    for (size_t groups = number->group_count; groups != 0; groups--) {
        size_t count = number_digits_in(number, groups);
        bool is_checked;

        if (!is_plausible(near, number, groups, count) || (is_order && count < 14)) {
            continue;
        }
        is_checked = is_luhn(number->digits, count);
        if (is_checked || is_printed(number, groups) ||
            ((context & CONTEXT_CARD) != 0 && count >= 15)) {
            *found_out = (struct pii_found){
                .kind = is_checked ? EVIDENCE_PII_CARD : EVIDENCE_PII_CARD_LIKE,
                .span = { number->groups[0].start, number->groups[groups - 1].end },
                .score = is_checked ? SCORE_NONE : SCORE_CARD_LIKE,
            };
            return true;
        }
    }
    return false;
}
