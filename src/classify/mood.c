#include "classify/mood.h"

#include <stdbool.h>
#include <string.h>

#include "base/attr.h"
#include "classify/exact.h"
#include "classify/mood_lexicon.h"
#include "classify/nano.h"
#include "text/tokens.h"

enum {
    MODIFIER_REACH = 2, /* words from a modifier to what it modifies */
    NEGATION_REACH = 3,
    UNTIL_REACH = 2,
    SHOUT_LETTERS_MIN = 12,
    MARKS_MAX = 4, /* exclamation marks that count */
};

/* Fitted on the sample bot's labelled examples: what the sum of feelings (in tenths) must
 * be worth, and how soft the borders are. */
static const double negative_from = 8;
static const double positive_from = 24;
static const double feeling_softness = 12;

/* Haste in per cent plus a share of the negative feeling. */
static const double first_from = 65;
static const double second_from = -15;
static const double haste_softness = 18;
static const double haste_of_anger = 0.5;

static const double deadline_urgency = 0.4;
static const double shout_urgency = 0.15;

/* What has been found in a text so far, in one language. */
struct reading {
    const struct mood_lexicon *lexicon;
    enum tongue tongue;
    struct str text;
    const struct tokens *tokens;
    size_t found;
    double good;
    double bad;
    double unhurried; /* product of what is left after each word of haste */
    double calm;
    double turned;    /* factor for what comes after a "but" */
    size_t boost_end; /* the word before which boost still holds */
    double boost;
    size_t negation_end;
    size_t until_end;
};

/* A mark between two words ends what a modifier reaches. */
static bool is_parted(struct str text, const struct token *a, const struct token *b)
{
    static const char marks[] = ".,;:!?\n";
    size_t gap = b->start - a->end;

    if (gap == 1 && text.at[a->end] == ' ') {
        return false;
    }
    for (size_t i = 0; i < gap; i++) {
        if (memchr(marks, text.at[a->end + i], sizeof marks - 1) != NULL) {
            return true;
        }
    }
    return false;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_shouted(const struct reading *reading, const struct token *token)
{
    if (token->end - token->start < 3) {
        return false;
    }
    for (size_t i = token->start; i < token->end; i++) {
        if (is_lower(reading->text.at[i])) {
            return false;
        }
    }
    return is_upper(reading->text.at[token->start]);
}

/* German puts "nicht" behind the verb: "gefällt mir nicht". */
static bool is_negated_behind(const struct reading *reading, size_t next)
{
    size_t word_count = 0;

    if (reading->tongue != TONGUE_DE) {
        return false;
    }
    for (size_t i = next; i < next + 2 && i < reading->tokens->count; i++) {
        const struct mood_entry *entry = mood_lexicon_find(
            reading->lexicon, reading->tongue, reading->tokens, i, &word_count);

        if (entry != NULL && entry->role == MOOD_NEGATE) {
            return true;
        }
    }
    return false;
}

static void feel(struct reading *reading, const struct mood_entry *entry, size_t at,
                 size_t next)
{
    double feeling = entry->feeling * reading->turned;
    bool is_negated =
        at < reading->negation_end || (feeling > 0 && is_negated_behind(reading, next));

    if (at < reading->boost_end) {
        feeling *= reading->boost;
    }
    if (is_shouted(reading, &reading->tokens->items[at])) {
        feeling *= 1.4;
    }
    if (is_negated) { /* "not good" is bad; "not broken" says little */
        feeling = feeling > 0 ? -0.7 * feeling : -0.2 * feeling;
    }
    reading->good += feeling > 0 ? feeling : 0;
    reading->bad -= feeling < 0 ? feeling : 0;
    if (entry->urgency >= 0 && !is_negated) {
        reading->unhurried *= 1 - entry->urgency / 100.0;
    } else if (entry->urgency < 0) {
        reading->calm -= entry->urgency / 100.0;
    }
}

static void turn(struct reading *reading)
{
    reading->good *= 0.6;
    reading->bad *= 0.8;
    reading->turned = 1.25;
}

static void read_entry(struct reading *reading, const struct mood_entry *entry, size_t at,
                       size_t next)
{
    switch (entry->role) {
    case MOOD_WORD:
        feel(reading, entry, at, next);
        break;
    case MOOD_STRENGTHEN:
    case MOOD_WEAKEN:
        reading->boost = entry->role == MOOD_STRENGTHEN ? 1.35 : 0.6;
        reading->boost_end = next + MODIFIER_REACH;
        break;
    case MOOD_NEGATE:
        reading->negation_end = next + NEGATION_REACH;
        break;
    case MOOD_TURN:
        turn(reading);
        break;
    case MOOD_UNTIL:
        reading->until_end = next + UNTIL_REACH;
        break;
    case MOOD_DAY:
        if (at < reading->until_end) {
            reading->unhurried *= 1 - deadline_urgency;
        }
        break;
    case MOOD_PART:
        break;
    }
}

static struct reading read_words(const struct mood_lexicon *lexicon, enum tongue tongue,
                                 struct str text, const struct tokens *tokens)
{
    struct reading reading = { .lexicon = lexicon,
                               .tongue = tongue,
                               .text = text,
                               .tokens = tokens,
                               .unhurried = 1,
                               .turned = 1 };
    size_t next;

    for (size_t i = 0; i < tokens->count; i = next) {
        size_t word_count = 1;
        const struct mood_entry *entry;

        if (i > 0 && is_parted(text, &tokens->items[i - 1], &tokens->items[i])) {
            reading.negation_end = 0;
            reading.boost_end = 0;
        }
        entry = mood_lexicon_find(lexicon, tongue, tokens, i, &word_count);
        next = i + word_count;
        if (entry != NULL) {
            reading.found++;
            read_entry(&reading, entry, i, next);
        }
    }
    return reading;
}

/* Faces and signs, by their bytes. */
/* clang-format off */
static const struct face {
    struct str sign;
    double feeling;
} faces[] = {
    { { ":(", 2 }, -14 },  { { ":-(", 3 }, -14 }, { { ":'(", 3 }, -18 },
    { { ">:(", 3 }, -24 }, { { "?!", 2 }, -5 },   { { "!?", 2 }, -5 },
    { { "???", 3 }, -5 },  { { ":)", 2 }, 10 },   { { ":-)", 3 }, 10 },
    { { ";)", 2 }, 6 },    { { ":D", 2 }, 12 },   { { "<3", 2 }, 18 },
    { { "😡", 4 }, -30 },  { { "😠", 4 }, -26 },  { { "🤬", 4 }, -34 },
    { { "😤", 4 }, -24 },  { { "😢", 4 }, -18 },  { { "😭", 4 }, -18 },
    { { "😞", 4 }, -18 },  { { "🙄", 4 }, -18 },  { { "👎", 4 }, -22 },
    { { "💔", 4 }, -18 },  { { "🤮", 4 }, -28 },  { { "😊", 4 }, 14 },
    { { "😍", 4 }, 26 },   { { "🥰", 4 }, 26 },   { { "😀", 4 }, 16 },
    { { "😃", 4 }, 16 },   { { "👍", 4 }, 14 },   { { "🎉", 4 }, 20 },
    { { "🙏", 4 }, 4 },    { { "❤", 3 }, 22 },
};
/* clang-format on */

static size_t count_marks(struct str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++) {
        count += text.at[i] == '!';
    }
    return count < MARKS_MAX ? count : MARKS_MAX;
}

/* Most letters are capitals, and there are enough of them. */
static bool is_shouting(struct str text)
{
    size_t upper = 0;
    size_t lower = 0;

    for (size_t i = 0; i < text.len; i++) {
        upper += is_upper(text.at[i]);
        lower += is_lower(text.at[i]);
    }
    return upper + lower >= SHOUT_LETTERS_MIN && upper > 2 * lower;
}

/* The face at text[at], or NULL. */
static const struct face *face_at(struct str text, size_t at)
{
    for (size_t i = 0; i < COUNT_OF(faces); i++) {
        if (str_starts_with((struct str){ text.at + at, text.len - at }, faces[i].sign)) {
            return &faces[i];
        }
    }
    return NULL;
}

static void read_faces(struct reading *reading)
{
    enum { FACES_MAX = 4 }; /* that count */
    int count = 0;

    for (size_t i = 0; i < reading->text.len && count < FACES_MAX; i++) {
        char c = reading->text.at[i];
        const struct face *face;

        if (is_upper(c) || is_lower(c) || c == ' ' || c == '.' || c == ',') {
            continue;
        }
        face = face_at(reading->text, i);
        if (face != NULL) {
            reading->good += face->feeling > 0 ? face->feeling : 0;
            reading->bad -= face->feeling < 0 ? face->feeling : 0;
            i += face->sign.len - 1;
            count++;
        }
    }
}

static void read_signs(struct reading *reading)
{
    double marks = (double)count_marks(reading->text);

    read_faces(reading);
    if (is_shouting(reading->text)) {
        reading->bad += 10;
        reading->unhurried *= 1 - shout_urgency;
    }
    reading->good *= 1 + 0.06 * marks;
    reading->bad *= 1 + 0.08 * marks;
    if (marks >= 3 && reading->good <= reading->bad) {
        reading->bad += 5;
        reading->unhurried *= 1 - shout_urgency;
    }
}

static struct reading read_text(const struct mood_lexicon *lexicon, struct str text,
                                const struct tokens *tokens, enum tongue tongue)
{
    struct reading best =
        read_words(lexicon, tongue == TONGUE_NONE ? TONGUE_EN : tongue, text, tokens);

    for (enum tongue other = TONGUE_DE; tongue == TONGUE_NONE && other < TONGUE_COUNT;
         other++) {
        struct reading reading = read_words(lexicon, other, text, tokens);

        best = reading.found > best.found ? reading : best;
    }
    read_signs(&best);
    return best;
}

/* Shares of whole from weights; the largest's number. */
static size_t to_shares(const double *weights, uint32_t *shares_out, size_t count)
{
    double sum = 0;
    size_t top = 0;

    for (size_t i = 0; i < count; i++) {
        sum += weights[i];
        top = weights[i] > weights[top] ? i : top;
    }
    for (size_t i = 0; i < count; i++) {
        shares_out[i] = (uint32_t)(1e6 * (weights[i] / sum) + 0.5);
    }
    return top;
}

void mood_read(struct mood *mood_out, const struct mood_lexicon *lexicon, struct str text,
               const struct tokens *tokens, enum tongue tongue)
{
    struct reading reading = read_text(lexicon, text, tokens, tongue);
    double balance = reading.good - reading.bad;
    double urgency =
        (1 - reading.unhurried) * (1 - (reading.calm > 1 ? 1 : reading.calm));
    double anger = balance > 30 ? -30 : balance > -60 ? -balance : 60;
    double haste = 100 * urgency + haste_of_anger * anger - 40 * reading.calm;
    double first = exact_logistic((haste - first_from) / haste_softness);
    double up_to_second = exact_logistic((haste - second_from) / haste_softness);
    const double feelings[SENTIMENT_COUNT] = {
        [SENTIMENT_NEGATIVE] = exact_exp((-balance - negative_from) / feeling_softness),
        [SENTIMENT_NEUTRAL] = 1,
        [SENTIMENT_POSITIVE] = exact_exp((balance - positive_from) / feeling_softness),
    };
    const double priorities[PRIORITY_COUNT] = { first, up_to_second - first,
                                                1 - up_to_second };

    mood_out->sentiment =
        (enum sentiment)to_shares(feelings, mood_out->sentiments, SENTIMENT_COUNT);
    mood_out->urgency = (uint32_t)(1e6 * urgency + 0.5);
    mood_out->priority =
        PRIORITY_FIRST +
        (uint32_t)to_shares(priorities, mood_out->priorities, PRIORITY_COUNT);
}

const char *sentiment_name(enum sentiment sentiment)
{
    static const char *const names[SENTIMENT_COUNT] = { "negative", "neutral",
                                                        "positive" };

    return names[sentiment];
}

/* Mix the shares with the model's, as logarithms, by how many examples it has seen.  A
 * name that the model does not know keeps its share. */
static size_t correct(uint32_t *shares, const char *const *names, size_t count,
                      const struct nano *nano, struct nano_scratch *scratch)
{
    const double examples_half = 200; /* that give the model half of the say */
    double examples = (double)nano_text_count(nano);
    double say = examples / (examples + examples_half);
    double weights[SENTIMENT_COUNT];
    struct nano_answer answer;

    nano_ask_again(nano, scratch, &answer);
    for (size_t i = 0; i < count; i++) {
        double own = exact_log(shares[i] / 1e6 + 1e-4);
        uint32_t label;

        if (nano_find_label(nano, str_from(names[i]), &label)) {
            double said = exact_log(nano_probability(scratch, label) / 1e6 + 1e-4);

            own += say * (said - own);
        }
        weights[i] = exact_exp(own);
    }
    return to_shares(weights, shares, count);
}

_Static_assert((int)SENTIMENT_COUNT == (int)PRIORITY_COUNT, "one array serves both");

void mood_correct(struct mood *mood, const struct nano *sentiment,
                  const struct nano *priority, struct nano_scratch *scratch)
{
    static const char *const sentiments[] = { "negative", "neutral", "positive" };
    static const char *const priorities[] = { "1", "2", "3" };

    if (sentiment != NULL) {
        mood->sentiment = (enum sentiment)correct(mood->sentiments, sentiments,
                                                  SENTIMENT_COUNT, sentiment, scratch);
    }
    if (priority != NULL) {
        mood->priority =
            PRIORITY_FIRST + (uint32_t)correct(mood->priorities, priorities,
                                               PRIORITY_COUNT, priority, scratch);
    }
}
