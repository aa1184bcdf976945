/* pii_iban.c - international bank account numbers: a country's length and the check of
 * ISO 13616-1 (ISO/IEC 7064, MOD 97-10). */

#include "guard/pii.h"

enum { IBAN_LEN_MAX = 34, SCORE_IBAN_LIKE = 500000 };

/* Country and length, from the IBAN registry that SWIFT keeps for ISO 13616; in order. */
static const char countries[] =
    "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28"
    "EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26"
    "IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28"
    "NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25"
    "SV28TL23TN24TR26UA29VA22VG24XK20YE30";

static size_t country_len(char first, char second)
{
    size_t low = 0;
    size_t high = (sizeof countries - 1) / 4;

    while (low < high) {
        size_t middle = (low + high) / 2;
        const char *row = &countries[middle * 4];
        int order = row[0] != first ? row[0] - first : row[1] - second;

        if (order == 0) {
            return (size_t)(row[2] - '0') * 10 + (size_t)(row[3] - '0');
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return 0;
}

static unsigned mod_97(const char *iban, size_t len)
{
    unsigned rest = 0;

    for (size_t i = 0; i < len; i++) {
        char c = iban[(i + 4) % len];

        rest = byte_is_digit(c) ? rest * 10 + (unsigned)(c - '0')
                                : rest * 100 + (unsigned)(c - 'A') + 10;
        rest %= 97;
    }
    return rest;
}

/* Letters and digits from `start`, single spaces or hyphens between them. *is_printed_out
 * tells that it looks as on paper: capitals, and gaps only behind every fourth. */
static bool read(struct near near, size_t start, size_t len, char iban[IBAN_LEN_MAX],
                 size_t *end_out, bool *is_printed_out)
{
    size_t at = start;

    *is_printed_out = true;

    for (size_t i = 0; i < len; i++) {
        char c = near_byte(near, at);

        if ((c == ' ' || c == '-') && i >= 2) {
            c = near_byte(near, ++at);
            *is_printed_out = *is_printed_out && i % 4 == 0;
        }
        if (!byte_is_alnum(c)) {
            return false;
        }
        *is_printed_out = *is_printed_out && c == byte_upper(c);
        iban[i] = byte_upper(c);
        at++;
    }
    *end_out = at;
    return byte_is_digit(iban[2]) && byte_is_digit(iban[3]);
}

bool pii_iban(struct near near, struct pii_found *found_out)
{
    bool is_spaced = near.at != 0 && near.text.at[near.at - 1] == ' ';
    size_t before = is_spaced ? 3 : 2;
    char iban[IBAN_LEN_MAX] = { 0 };
    struct span span;
    size_t len;
    bool is_checked;
    bool is_printed;

    if (near.at < before) {
        return false;
    }
    span.start = near.at - before;
    if (!byte_is_letter(near.text.at[span.start]) ||
        !byte_is_letter(near.text.at[span.start + 1])) {
        return false;
    }
    len = country_len(byte_upper(near.text.at[span.start]),
                      byte_upper(near.text.at[span.start + 1]));
    if (len == 0 || !read(near, span.start, len, iban, &span.end, &is_printed) ||
        !near_is_whole_word(near, span)) {
        return false;
    }
    is_checked = mod_97(iban, len) == 1;
    if (!is_checked && !is_printed) {
        return false;
    }
    *found_out = (struct pii_found){
        .kind = is_checked ? EVIDENCE_PII_IBAN : EVIDENCE_PII_IBAN_LIKE,
        .span = span,
        .score = is_checked ? SCORE_NONE : SCORE_IBAN_LIKE,
    };
    return true;
}
