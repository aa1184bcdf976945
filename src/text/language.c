/* language.c - the vote, and how it is weighed against CLD2. */

#include "text/language.h"

#include <string.h>

#include "base/arena.h"
#include "base/attr.h"
#include "text/language_cld2.h"
#include "text/tokens.h"
#include "text/tongue.h"

enum {
    /* CLD2 looks at this much: more does not change its mind and costs time. */
    CLD2_BYTES_MAX = 1024,
    VOTERS_MAX = 40, /* words that vote */
    ONE_WORD = 6,    /* a vote for one language; shared by two or three it divides */
    SHORT_WORDS = 4, /* up to here one function word is evidence enough */
    SURE_WORDS = 4,
    CLD2_BYTES_MIN = 18, /* on fewer, CLD2 takes Spanish for Galician */
    MILLION = 1000000,
};

struct vote {
    int by_tongue[TONGUE_COUNT]; /* in sixths of a word */
    int words;                   /* that are words and no numbers */
    enum tongue first;
    enum tongue second;
};

static void count_word(struct vote *vote, struct str word)
{
    unsigned tongues = tongues_of_function_word(word);
    int count = __builtin_popcount(tongues);

    vote->words++;
    for (int i = TONGUE_EN; i < TONGUE_COUNT; i++) {
        if ((tongues >> i & 1) != 0) {
            vote->by_tongue[i] += ONE_WORD / count;
        }
    }
}

static struct vote vote_of(const struct tokens *tokens)
{
    struct vote vote = { .first = TONGUE_NONE };

    for (size_t i = 0; i < tokens->count && vote.words < VOTERS_MAX; i++) {
        if (!tokens->items[i].has_digit) {
            count_word(&vote, tokens->items[i].word);
        }
    }
    for (int i = TONGUE_EN; i < TONGUE_COUNT; i++) {
        if (vote.by_tongue[i] > vote.by_tongue[vote.first]) {
            vote.second = vote.first;
            vote.first = (enum tongue)i;
        } else if (vote.by_tongue[i] > vote.by_tongue[vote.second]) {
            vote.second = (enum tongue)i;
        }
    }
    return vote;
}

/* Clearly ahead of the second, by at least a whole word. */
static bool has_winner(const struct vote *vote)
{
    int first = vote->by_tongue[vote->first];
    int second = vote->by_tongue[vote->second];

    return vote->first != TONGUE_NONE && first - second >= ONE_WORD &&
           first >= 2 * second;
}

/* The winner's share of all words, which is at least a quarter in running text. */
static int32_t share_of_winner(const struct vote *vote)
{
    return (int32_t)((int64_t)vote->by_tongue[vote->first] * MILLION /
                     ((int64_t)vote->words * ONE_WORD));
}

/* CLD2's codes are older than BCP 47. */
static const char *modern_code(const char *code)
{
    static const char *const renamed[][2] = {
        { "un", "und" }, { "iw", "he" }, { "in", "id" },
        { "ji", "yi" },  { "jw", "jv" }, { "no", "nb" },
    };

    for (size_t i = 0; i < COUNT_OF(renamed); i++) {
        if (strcmp(code, renamed[i][0]) == 0) {
            return renamed[i][1];
        }
    }
    return code;
}

static struct language language_of(const char *code, int32_t confidence, bool is_reliable)
{
    struct language language = { .confidence = confidence, .is_reliable = is_reliable };
    size_t len = strlen(code);

    memcpy(language.code, code, len < LANGUAGE_CODE_MAX ? len : LANGUAGE_CODE_MAX - 1);
    return language;
}

static struct language language_by_vote(const struct vote *vote)
{
    int32_t share = share_of_winner(vote);
    bool is_reliable = vote->words <= SHORT_WORDS || share >= MILLION / 4;

    if (is_reliable) {
        share = MILLION - (MILLION - share) / 4; /* half of running text is other words */
    }
    return language_of(tongue_code(vote->first), share, is_reliable);
}

/* Enough small words of one language to overrule CLD2, which may see a relative. */
static bool is_beyond_doubt(const struct vote *vote)
{
    return has_winner(vote) && vote->by_tongue[vote->first] >= SURE_WORDS * ONE_WORD &&
           share_of_winner(vote) >= MILLION / 2;
}

static struct cld2_verdict cld2_verdict_on(struct str text, struct arena *arena)
{
    struct cld2_verdict verdict;
    size_t len = text.len;

    if (len > CLD2_BYTES_MAX) {
        len = CLD2_BYTES_MAX;
        while (len > 0 && ((unsigned char)text.at[len] & 0xc0) == 0x80) {
            len--;
        }
    }
    verdict = cld2_detect(text.at, len);
    if (verdict.has_failed) {
        arena_fail(arena);
    }
    return verdict;
}

struct language language_detect(struct str text, const struct tokens *tokens,
                                struct arena *arena)
{
    struct vote vote = vote_of(tokens);
    struct cld2_verdict cld2;

    if (vote.words == 0) {
        return language_of("und", 0, false);
    }
    if (is_beyond_doubt(&vote)) {
        return language_by_vote(&vote);
    }
    cld2 = cld2_verdict_on(text, arena);
    if (text.len < CLD2_BYTES_MIN) {
        cld2.is_reliable = false;
    }
    if (!cld2.is_reliable && has_winner(&vote)) {
        return language_by_vote(&vote);
    }
    return language_of(modern_code(cld2.code), cld2.percent * (MILLION / 100),
                       cld2.is_reliable);
}

struct str language_library_version(struct arena *arena)
{
    return str_copy(arena, str_from(cld2_version()));
}
