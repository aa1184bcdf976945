/* pii_net.c - addresses of the net: e-mail (RFC 5321, 5322), web, IP (RFC 791, 4291). */

#include <string.h>

#include "guard/pii.h"

enum { LOCAL_MAX = 64, DOMAIN_MAX = 255, LABEL_MAX = 63, IPV6_LEN_MAX = 45 };

static bool found(struct pii_found *found_out, enum evidence_kind kind, struct span span)
{
    *found_out = (struct pii_found){ kind, span, SCORE_NONE };
    return true;
}

/* What a host name or a local part is made of, beside letters and digits; fewer marks
 * than RFC 5322 allows, so that "mail=anna@example.org" gives the address. */
static size_t len_at(struct near near, size_t at, const char *marks)
{
    char c = near_byte(near, at);

    return c != '\0' && strchr(marks, c) != NULL ? 1 : near_word_at(near, at);
}

static size_t len_before(struct near near, size_t at, const char *marks)
{
    char c = at == 0 ? '\0' : near.text.at[at - 1];

    return c != '\0' && strchr(marks, c) != NULL ? 1 : near_word_before(near, at);
}

/* As far back from `at` as such characters reach, at most len_max bytes. */
static size_t walk_back(struct near near, size_t at, const char *marks, size_t len_max)
{
    size_t start = at;
    size_t len;

    while ((len = len_before(near, start, marks)) != 0 && at - start + len <= len_max) {
        start -= len;
    }
    return start;
}

/* The end of the host name that starts at `start`, and where its last label starts;
 * false where it has fewer than two labels. */
static bool read_host(struct near near, size_t start, size_t *end_out, size_t *top_out)
{
    size_t at = start;
    size_t labels = 0;

    for (;;) {
        size_t label = at;

        for (size_t len; (len = len_at(near, at, "-")) != 0;) {
            at += len;
        }
        if (at == label || at - label > LABEL_MAX || near.text.at[at - 1] == '-') {
            break;
        }
        labels++;
        *top_out = label;
        *end_out = at;
        if (near_byte(near, at) != '.' || at - start > DOMAIN_MAX) {
            break;
        }
        at++;
    }
    return labels >= 2;
}

/* The last label of a name is of letters. */
static bool is_top_label(struct near near, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        if (byte_is_digit(near.text.at[i])) {
            return false;
        }
    }
    return end - start >= 2;
}

bool pii_email(struct near near, struct pii_found *found_out)
{
    struct span span = { walk_back(near, near.at, "._%+-'", LOCAL_MAX), near.at };
    size_t top = 0;

    /* marks that stand before an address, not in it */
    while (span.start < near.at && near_word_at(near, span.start) == 0) {
        span.start++;
    }
    if (span.start == near.at || near.text.at[near.at - 1] == '.' ||
        !read_host(near, near.at + 1, &span.end, &top) ||
        !is_top_label(near, top, span.end)) {
        return false;
    }
    return found(found_out, EVIDENCE_PII_EMAIL, span);
}

/* The path behind a host, without the sentence's own punctuation. */
static size_t url_end(struct near near, size_t at)
{
    size_t start = at;
    char c = near_byte(near, at);

    if (c != '/' && c != ':' && c != '?' && c != '#') {
        return at;
    }
    for (size_t len; (len = len_at(near, at, "-._~:/?#[]@!$&'()*+,;=%")) != 0;) {
        at += len;
    }
    while (at > start && strchr(".,;:!?)'", near.text.at[at - 1]) != NULL) {
        at--;
    }
    return at;
}

bool pii_url(struct near near, struct pii_found *found_out)
{
    struct span span = { near.at, near.at + 3 };
    size_t host = near.at + 3;

    if (near_byte(near, near.at + 1) != '/' || near_byte(near, near.at + 2) != '/') {
        return false;
    }
    while (span.start != 0 && near.at - span.start < 10 &&
           byte_is_letter(near.text.at[span.start - 1])) {
        span.start--;
    }
    for (size_t len; (len = len_at(near, host, ".-")) != 0;) {
        host += len;
    }
    span.end = url_end(near, host);
    while (span.end > near.at + 3 && near.text.at[span.end - 1] == '.') {
        span.end--;
    }
    return near.at - span.start >= 2 && span.end > near.at + 3 &&
           found(found_out, EVIDENCE_PII_URL, span);
}

/* Ends of names that are no words people forget the space before ("late.no"). */
static bool is_clear_top_label(struct str top)
{
    static const char clear[] =
        " com net org de fr uk io eu info biz shop store online app dev cloud ch nl pl "
        "se dk "
        "fi pt cz hu ro gr ie ca au nz jp cn ru br mx tv gov edu mil int ";
    char name[LABEL_MAX + 3] = " ";

    if (top.len > 8) {
        return false;
    }
    for (size_t i = 0; i < top.len; i++) {
        name[i + 1] = byte_is_upper(top.at[i]) ? (char)(top.at[i] | 0x20) : top.at[i];
    }
    name[top.len + 1] = ' ';
    return strstr(clear, name) != NULL;
}

/* The anchor is the first '.' of a host name that stands without "https:". */
bool pii_domain(struct near near, struct pii_found *found_out)
{
    struct span span = { walk_back(near, near.at, "-", LABEL_MAX), near.at };
    struct str host;
    size_t top = 0;

    if (span.start == near.at ||
        (span.start != 0 && strchr(".@/:_", near.text.at[span.start - 1]) != NULL) ||
        !read_host(near, span.start, &span.end, &top) ||
        !is_top_label(near, top, span.end) || near_byte(near, span.end) == '@') {
        return false;
    }
    host = str_slice(near.text, span.start, 4);
    if (!str_equal_ascii_nocase(host, STR("www.")) && near_byte(near, span.end) != '/' &&
        !is_clear_top_label(str_slice(near.text, top, span.end - top))) {
        return false;
    }
    span.end = url_end(near, span.end);
    return found(found_out, EVIDENCE_PII_URL, span);
}

bool pii_ipv4(struct near near, const struct number *number, struct pii_found *found_out)
{
    struct span span = { number->groups[0].start, 0 };

    if (number->group_count < 4 || !number_is_separated_by(number, 4, ".") ||
        number->is_code || number->is_continued) {
        return false;
    }
    span.end = number->groups[3].end;
    for (size_t i = 0; i < 4; i++) {
        const struct number_group *group = &number->groups[i];
        int value = 0;

        if (group->count > 3 ||
            (group->count > 1 && number->digits[group->first] == '0')) {
            return false;
        }
        for (size_t k = 0; k < group->count; k++) {
            value = value * 10 + (number->digits[group->first + k] - '0');
        }
        if (value > 255 || (i != 0 && group->start - number->groups[i - 1].end != 1)) {
            return false;
        }
    }
    if (near_word_at(near, span.end) != 0 ||
        (number->group_count > 4 && number->groups[4].separator == '.')) {
        return false;
    }
    return found(found_out, EVIDENCE_PII_IP, span);
}

static bool is_hex(char c)
{
    return byte_is_digit(c) || (byte_is_letter(c) && byte_upper(c) <= 'F');
}

/* Eight groups of up to four digits, or fewer with one "::" (RFC 4291, section 2.2). */
static bool is_ipv6(struct str text)
{
    size_t groups = 0;
    size_t doubles = 0;

    for (size_t i = 0; i < text.len;) {
        size_t start = i;

        while (i < text.len && text.at[i] != ':') {
            i++;
        }
        if (i - start > 4) {
            return false;
        }
        groups += i != start;
        if (i < text.len) {
            bool is_double = i + 1 < text.len && text.at[i + 1] == ':';

            doubles += is_double;
            if (!is_double && (i == 0 || i + 1 == text.len)) {
                return false; /* a single colon at an end */
            }
            i += is_double ? 2 : 1;
            if (is_double && i < text.len && text.at[i] == ':') {
                return false;
            }
        }
    }
    return doubles == 0 ? groups == 8 : doubles == 1 && groups >= 2 && groups <= 7;
}

bool pii_ipv6(struct near near, struct pii_found *found_out)
{
    struct span span = { near.at, near.at };

    while (
        span.start != 0 && near.at - span.start < IPV6_LEN_MAX &&
        (is_hex(near.text.at[span.start - 1]) || near.text.at[span.start - 1] == ':')) {
        span.start--;
    }
    while ((is_hex(near_byte(near, span.end)) || near_byte(near, span.end) == ':') &&
           span.end - span.start <= IPV6_LEN_MAX) {
        span.end++;
    }
    if (span.end - near.at > 1 && near.text.at[span.end - 1] == ':' &&
        near.text.at[span.end - 2] != ':') {
        span.end--; /* the sentence's own */
    }
    return span.end - span.start <= IPV6_LEN_MAX && near_is_whole_word(near, span) &&
           is_ipv6(str_slice(near.text, span.start, span.end - span.start)) &&
           found(found_out, EVIDENCE_PII_IP, span);
}
