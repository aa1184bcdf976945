/* pii_number.c - a number is tried as the things with a check digit first, as a phone
 * number, which has none, last. */

#include <string.h>

#include "guard/pii.h"

static bool found(struct pii_found *found_out, enum evidence_kind kind, size_t start,
                  size_t end)
{
    *found_out = (struct pii_found){ kind, { start, end }, SCORE_NONE };
    return true;
}

/* By its first three bytes, in English, German or Spanish. */
static bool is_month_name(struct near near, size_t at)
{
    static const char months[] =
        "jan feb mar mrz m\xc3\xa4 apr may mai jun jul aug sep oct okt "
        "nov dec dez ene abr ago dic ";
    char start[5] = "    ";

    for (size_t i = 0; i < 3; i++) {
        char c = near_byte(near, at + i);

        start[i] = byte_is_upper(c) ? (char)(c | 0x20) : c;
    }
    return strstr(months, start) != NULL;
}

/* After "born on": a date in digits, or with the month's name on either side. */
static bool birth_date(struct near near, const struct number *number, unsigned context,
                       struct pii_found *found_out)
{
    size_t end = number->groups[0].end;

    if ((context & CONTEXT_BIRTH) == 0) {
        return false;
    }
    if (number_is_date(number)) {
        return found(found_out, EVIDENCE_PII_BIRTH_DATE, near.at, number->groups[2].end);
    }
    while (end < near.text.len && strchr(" .,", near.text.at[end]) != NULL) {
        end++;
    }
    if (number->groups[0].count > 2 || !is_month_name(near, end)) {
        return false;
    }
    for (size_t len; (len = near_word_at(near, end)) != 0;) {
        end += len;
    }
    while (near_byte(near, end) == ' ' && byte_is_digit(near_byte(near, end + 1))) {
        end++;
    }
    while (byte_is_digit(near_byte(near, end))) {
        end++;
    }
    return found(found_out, EVIDENCE_PII_BIRTH_DATE, near.at, end);
}

/* The areas of British postcodes (Royal Mail, Postcode Address File). */
static bool is_postcode_area(struct str area)
{
    static const char areas[] = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO "
                                "CR CT CV CW DA DD DE DG DH DL "
                                "DN DT DY E EC EH EN EX FK FY G GL GU HA HD HG HP HR HS "
                                "HU HX IG IP IV KA KT KW KY L "
                                "LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL "
                                "OX PA PE PH PL PO PR RG RH RM "
                                "S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN "
                                "TQ TR TS TW UB W WA WC WD WF "
                                "WN WR WS WV YO ZE ";
    char name[5] = { ' ', area.at[0], area.len == 2 ? area.at[1] : ' ',
                     area.len == 2 ? ' ' : '\0', '\0' };

    return strstr(areas, name) != NULL;
}

/* SW1A 1AA: capitals, with the space. */
bool pii_postcode(struct near near, struct pii_found *found_out)
{
    struct span span = { near.at, near.at };
    size_t at = near.at + 1;

    while (span.start != 0 && near.at - span.start < 2 &&
           byte_is_upper(near.text.at[span.start - 1])) {
        span.start--;
    }
    if (byte_is_digit(near_byte(near, at)) || byte_is_upper(near_byte(near, at))) {
        at++;
    }
    span.end = at + 4;
    return span.start != near.at && near_byte(near, at) == ' ' &&
           byte_is_digit(near_byte(near, at + 1)) &&
           byte_is_upper(near_byte(near, at + 2)) &&
           byte_is_upper(near_byte(near, at + 3)) && near_is_whole_word(near, span) &&
           is_postcode_area(str_slice(near.text, span.start, near.at - span.start)) &&
           found(found_out, EVIDENCE_PII_ADDRESS, span.start, span.end);
}

/* Too short for anything but an announced number, and nothing hangs on it: a size, a
 * count, a price, as most numbers are. */
static bool is_ordinary(const struct number *number, unsigned context)
{
    return number->digit_count < 6 && number->group_count < 4 && !number->is_code &&
           context == 0;
}

bool pii_number(struct near near, unsigned context, struct pii_found *found_out)
{
    struct number number;

    if (pii_iban(near, found_out)) {
        return true;
    }
    if (!number_read(&number, near) || is_ordinary(&number, context)) {
        return false;
    }
    return pii_postcode(near, found_out) || pii_ipv4(near, &number, found_out) ||
           pii_card(near, &number, context, found_out) ||
           birth_date(near, &number, context, found_out) ||
           pii_national_id(near, &number, context, found_out) ||
           pii_phone(near, &number, context, found_out);
}
