/* pii_name.c - names of people, where words around them or a known given name tell.
 *
 * A name is one to four capitalised words, with initials and the small words of family
 * names between them.  Names that nothing announces are not found: that is a limit of
 * this guard, and its recall is printed by the evaluation test. */

#include <string.h>

#include "guard/pii.h"

enum { NAME_WORDS_MAX = 4, SCORE_TITLE = 850000, SCORE_SIGN = 700000 };

struct words_read {
    size_t end;
    size_t count;
    bool is_all_capitals;
};

/* The end of the word of letters at `at`; hyphens and apostrophes may join its parts. */
static size_t word_end(struct near near, size_t at)
{
    size_t len;

    while ((len = near_word_at(near, at)) != 0 && !byte_is_digit(near.text.at[at])) {
        at += len;
        if ((near_byte(near, at) == '-' || near_byte(near, at) == '\'') &&
            near_is_capital(near, at + 1)) {
            at++;
        }
    }
    return at;
}

static bool is_listed(struct near near, size_t start, size_t end, const char *list)
{
    char word[16] = " ";
    size_t len = end - start;

    if (len + 3 > sizeof word) {
        return false;
    }
    memcpy(word + 1, near.text.at + start, len);
    word[len + 1] = ' ';
    return strstr(list, word) != NULL;
}

/* Capitalised, but at the start of a sentence rather than in a name. */
static bool is_no_name(struct near near, size_t start, size_t end)
{
    return is_listed(
        near, start, end,
        " I My The This That Can Could Please We You Your Order Is It Its What "
        "When Where Why How Do Does Did Have Has Not No Yes And But From Of For "
        "In On At To There Here Hi Hello Thanks Thank Ich Mein Meine Bitte Wann "
        "Wo Wie Was Die Der Das Ein Eine Und Aber Wir Sie Ihr Ihre Habe Kann "
        "Guten Vielen Danke Hallo El La Los Las Un Una Mi Mis Su Sus Me Yo Por "
        "Para Que Con Y Gracias Hola Team Support Customer Service Kunde Kundin "
        "Kundenservice Cliente Store Shop ");
}

static bool is_particle(struct near near, size_t start, size_t end)
{
    return is_listed(
        near, start, end,
        " van von de der den del della di da do dos la le las los el al bin ibn "
        "ter ten zu y ");
}

static bool is_in_capitals(struct near near, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        if (near.text.at[i] >= 'a' && near.text.at[i] <= 'z') {
            return false;
        }
    }
    return end - start > 1;
}

/* One more word of the name, `at` at its first byte; false where none stands there. */
static bool read_word(struct near near, size_t at, struct words_read *words)
{
    size_t end;

    if (!near_is_capital(near, at)) {
        return false;
    }
    end = word_end(near, at);
    if (end == at || is_no_name(near, at, end)) {
        return false;
    }
    words->is_all_capitals = is_in_capitals(near, at, end);
    if (end - at == 1 && near_byte(near, end) == '.') {
        end++; /* an initial */
    }
    words->end = end;
    words->count++;
    return true;
}

static struct words_read read_name(struct near near, size_t start)
{
    struct words_read words = { .end = start };

    if (!read_word(near, start, &words)) {
        return words;
    }
    while (words.count < NAME_WORDS_MAX && near_byte(near, words.end) == ' ') {
        size_t at = words.end + 1;
        size_t end = word_end(near, at);

        for (int i = 0; i < 2 && is_particle(near, at, end); i++) {
            at = end + (near_byte(near, end) == ' ');
            end = word_end(near, at);
        }
        if ((words.is_all_capitals && words.count == 2) || !read_word(near, at, &words)) {
            break;
        }
    }
    return words;
}

static bool is_pause(struct near near, size_t at)
{
    return at >= near.text.len || strchr(",.;:!?)\n\r", near.text.at[at]) != NULL;
}

static bool is_line_end(struct near near, size_t at)
{
    at = near_skip(near, at, " .!,\r");
    return at >= near.text.len || near.text.at[at] == '\n';
}

static bool fits_sign(struct near near, const struct words_read *words,
                      enum name_sign sign)
{
    switch (sign) {
    case NAME_AFTER_I_AM:
        return words->count >= 2 && !words->is_all_capitals && is_pause(near, words->end);
    case NAME_AT_CLOSING:
        return is_line_end(near, words->end);
    case NAME_AFTER_TITLE:
    case NAME_GIVEN:
    default:
        return words->count >= 1;
    }
}

bool pii_name(struct near near, enum name_sign sign, struct pii_found *found_out)
{
    size_t start = near.at;
    struct words_read words;

    if (sign == NAME_AT_CLOSING) {
        start = near_skip(near, start, " ,.!-\r\n\t");
    } else if (sign != NAME_GIVEN) {
        start = near_skip(near, start, " ,:.?\"\t");
    }
    words = read_name(near, start);
    if (words.count == 0 || !fits_sign(near, &words, sign)) {
        return false;
    }
    *found_out = (struct pii_found){
        .kind = EVIDENCE_PII_NAME,
        .span = { start, words.end },
        .score = sign == NAME_AFTER_TITLE ? SCORE_TITLE : SCORE_SIGN,
    };
    return true;
}
