/* pii_address.c - postal addresses: a street's word with a house number where the
 * language puts it, and what follows of flat, postcode and town. */

#include <string.h>

#include "guard/pii.h"

enum { STREET_WORDS_MAX = 4, HOUSE_DIGITS_MAX = 5, SCORE_STREET = 800000 };

static size_t word_end(struct near near, size_t at)
{
    for (size_t len; (len = near_word_at(near, at)) != 0 || near_byte(near, at) == '-';) {
        at += len + (len == 0);
    }
    return at;
}

static size_t word_start(struct near near, size_t end)
{
    for (size_t len; (len = near_word_before(near, end)) != 0 ||
                     (end != 0 && near.text.at[end - 1] == '-');) {
        end -= len + (len == 0);
    }
    return end;
}

/* The end of a house number at `at`: "12", "12a", "12-14", "12/3"; `at` where none is. */
static size_t house_end(struct near near, size_t at)
{
    size_t end = at;

    while (byte_is_digit(near_byte(near, end))) {
        end++;
    }
    if (end == at || end - at > HOUSE_DIGITS_MAX) {
        return at;
    }
    if ((near_byte(near, end) == '-' || near_byte(near, end) == '/') &&
        byte_is_digit(near_byte(near, end + 1))) {
        end = near_skip(near, end + 1, "0123456789");
    }
    end += byte_is_letter(near_byte(near, end)) && near_word_at(near, end + 1) == 0;
    return near_word_at(near, end) == 0 ? end : at;
}

/* The house number in front of capitalised words that end at `end`. */
static bool house_before(struct near near, size_t end, size_t *start_out)
{
    size_t at = end;

    for (int words = 0; words <= STREET_WORDS_MAX; words++) {
        size_t start;

        while (at != 0 && (near.text.at[at - 1] == ' ' || near.text.at[at - 1] == '.' ||
                           near.text.at[at - 1] == ',')) {
            at--;
        }
        start = word_start(near, at);
        if (start == at) {
            return false;
        }
        if (house_end(near, start) == at) {
            *start_out = start;
            return true;
        }
        if (!near_is_capital(near, start) && !byte_is_digit(near.text.at[start])) {
            return false;
        }
        at = start;
    }
    return false;
}

static bool is_unit_word(struct str word)
{
    static const char *const units[] = { "apt",   "apartment", "suite", "unit",    "flat",
                                         "floor", "piso",      "box",   "wohnung", "whg",
                                         "room",  "puerta",    "ste",   "house" };

    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (str_equal_ascii_nocase(word, str_from(units[i]))) {
            return true;
        }
    }
    return false;
}

/* "Apt. 864", "Suite 12b" */
static size_t unit_end(struct near near, size_t at)
{
    size_t word = word_end(near, at);
    size_t number = near_skip(near, word, " .#");
    size_t end = house_end(near, number);

    return is_unit_word(str_slice(near.text, at, word - at)) && end != number ? end : at;
}

/* Up to three capitalised words. */
static size_t town_end(struct near near, size_t at)
{
    size_t end = at;

    for (int words = 0; words < 3 && near_is_capital(near, at); words++) {
        end = word_end(near, at);
        if (end == at) {
            break;
        }
        if (near_byte(near, end) != ' ') {
            break;
        }
        at = end + 1;
    }
    return end;
}

/* "10115 Berlin", "Toronto, ON 82269", "Springfield IL 62704" */
static size_t place_end(struct near near, size_t at)
{
    size_t digits = near_skip(near, at, "0123456789");
    size_t town = at;
    size_t code;

    if (digits - at >= 4 && digits - at <= 5 && near_byte(near, digits) == ' ') {
        town = town_end(near, digits + 1);
        return town > digits + 1 ? town : at;
    }
    if (digits != at) {
        return at;
    }
    town = town_end(near, at);
    code = near_skip(near, town, " ,\n");
    if (byte_is_upper(near_byte(near, code)) &&
        byte_is_upper(near_byte(near, code + 1)) && near_word_at(near, code + 2) == 0) {
        code = near_skip(near, code + 2, " ,\n");
    }
    digits = near_skip(near, code, "0123456789");
    return town > at && digits - code >= 4 && digits - code <= 5 &&
                   near_word_at(near, digits) == 0
               ? digits
               : at;
}

static size_t extend(struct near near, size_t end)
{
    for (int parts = 0; parts < 3; parts++) {
        size_t at = near_skip(near, end, " ,.\r\n");
        size_t part = unit_end(near, at);

        part = part != at ? part : place_end(near, at);
        if (part == at) {
            break;
        }
        end = part;
    }
    return end;
}

static bool after(struct near near, size_t end, struct span *span)
{
    span->end = end;
    return near_is_capital(near, near.at) && house_before(near, near.at, &span->start);
}

static bool within(struct near near, size_t end, struct span *span)
{
    size_t number = near_skip(near, end, " .");

    span->start = word_start(near, near.at);
    span->end = house_end(near, number);
    return span->end != number && number - end <= 2 &&
           (near_is_capital(near, span->start) || near.at - span->start >= 3);
}

/* Words of a street's name: capitalised, or the small words between them. */
static bool is_street_word(struct near near, size_t start, size_t end)
{
    static const char small[] =
        " de la del los las el y do da di du des der den dem am an ";
    char word[6] = " ";

    if (near_is_capital(near, start)) {
        return true;
    }
    if (end - start == 0 || end - start > 3) {
        return false;
    }
    memcpy(word + 1, near.text.at + start, end - start);
    word[end - start + 1] = ' ';
    return strstr(small, word) != NULL;
}

static bool before(struct near near, size_t end, struct span *span)
{
    size_t at = near_skip(near, end, " ./");
    size_t words = 0;

    span->start = near.at;
    for (; words <= STREET_WORDS_MAX + 1; words++) {
        size_t word = word_end(near, at);

        if (words != 0 && house_end(near, at) != at) {
            span->end = house_end(near, at);
            return true;
        }
        if (!is_street_word(near, at, word)) {
            break;
        }
        end = word;
        at = near_skip(near, word, " ,.");
        if (near_byte(near, at) == 'n') { /* "n.o 5" */
            size_t skipped = near_skip(near, at, "n.\xc2\xba\xb0 ");

            at = house_end(near, skipped) != skipped ? skipped : at;
        }
    }
    span->end = end;
    return words != 0 && house_before(near, near.at, &span->start);
}

static bool box(struct near near, size_t end, struct span *span)
{
    size_t number = near_skip(near, end, " .:#");

    span->start = near.at;
    span->end = house_end(near, number);
    return span->end != number;
}

/* Capitalised words with a number before or behind them, right after the words that
 * announce an address. */
static bool said(struct near near, size_t end, struct span *span)
{
    size_t at = near_skip(near, end, " :,\n");
    size_t first = house_end(near, at);
    size_t words = 0;

    span->start = at;
    at = first == at ? at : near_skip(near, first, " ,");
    while (words <= STREET_WORDS_MAX && near_is_capital(near, at)) {
        span->end = word_end(near, at);
        at = near_skip(near, span->end, " .");
        words++;
    }
    if (words == 0) {
        return false;
    }
    end = house_end(near, at);
    span->end = end == at ? span->end : end;
    return end != at || first != span->start;
}

bool pii_street(struct near near, size_t word_end_at, enum street_shape shape,
                struct pii_found *found_out)
{
    struct span span = { near.at, near.at };
    bool is_found = shape == STREET_AFTER    ? after(near, word_end_at, &span)
                    : shape == STREET_WITHIN ? within(near, word_end_at, &span)
                    : shape == STREET_BEFORE ? before(near, word_end_at, &span)
                    : shape == STREET_BOX    ? box(near, word_end_at, &span)
                                             : said(near, word_end_at, &span);

    if (!is_found) {
        return false;
    }
    span.end = extend(near, span.end);
    *found_out = (struct pii_found){ EVIDENCE_PII_ADDRESS, span, SCORE_STREET };
    return true;
}
