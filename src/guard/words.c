/* words.c - open a compiled table of phrases, and place what it finds. */

#include "guard/words.h"

#include <string.h>

#include "base/err.h"
#include "guard/words_format.h"

/* Shorter words are not looked for behind digits: "a5s" is an article number. */
enum { LETTERS_WITH_DIGITS_MIN = 4 };

static int corrupt(struct err *err, const char *what)
{
    return err_set(err, ERR_CORRUPT, "word table: %s", what);
}

/* Cut `count` items off the front of *rest. */
static const void *take(struct str *rest, size_t count, size_t item_size)
{
    const void *at = rest->at;
    size_t size = count * item_size;

    if (count > SIZE_MAX / item_size || size > rest->len) {
        return NULL;
    }
    *rest = str_slice(*rest, size, rest->len);
    return at;
}

static int check_rows(const struct words *words, struct err *err)
{
    for (size_t i = 0; i < (size_t)words->state_count * FOLD_COUNT; i++) {
        if (words->next[i] >= words->state_count) {
            return corrupt(err, "a state leads nowhere");
        }
    }
    return 0;
}

static int check_matches(const struct words *words, uint32_t match_count, struct err *err)
{
    uint32_t accept_count = words->state_count - words->accept_first;

    if (words->match_first[0] != 0 || words->match_first[accept_count] != match_count) {
        return corrupt(err, "the matches do not add up");
    }
    for (uint32_t i = 0; i < accept_count; i++) {
        if (words->match_first[i] > words->match_first[i + 1]) {
            return corrupt(err, "the matches are not in order");
        }
    }
    for (uint32_t i = 0; i < match_count; i++) {
        if (words->matches[i] >= words->pattern_count) {
            return corrupt(err, "a match is of no pattern");
        }
    }
    for (uint32_t i = 0; i < words->pattern_count; i++) {
        const struct word_pattern *pattern = &words->patterns[i];

        if (pattern->symbol_count <=
            (pattern->starts_at_border != 0) + (pattern->ends_at_border != 0)) {
            return corrupt(err, "a pattern is without letters");
        }
    }
    return 0;
}

int words_open(struct words *words_out, struct str bytes, struct err *err)
{
    struct words_header header;
    struct words words = { .next = NULL };
    struct str rest = bytes;

    if (bytes.len < sizeof header || (uintptr_t)bytes.at % _Alignof(uint32_t) != 0) {
        return corrupt(err, "too short, or not aligned");
    }
    memcpy(&header, bytes.at, sizeof header);
    if (header.magic != WORDS_MAGIC || header.state_count == 0 ||
        header.state_count > WORD_STATES_MAX ||
        header.accept_first > header.state_count || header.start >= header.state_count ||
        header.pattern_count > UINT16_MAX) {
        return corrupt(err, "not of this format");
    }
    words.state_count = header.state_count;
    words.accept_first = header.accept_first;
    words.start = header.start;
    words.pattern_count = header.pattern_count;
    (void)take(&rest, 1, sizeof header);
    words.next = take(&rest, (size_t)header.state_count * FOLD_COUNT, sizeof *words.next);
    words.match_first = take(&rest, header.state_count - header.accept_first + 1u,
                             sizeof *words.match_first);
    words.patterns = take(&rest, header.pattern_count, sizeof *words.patterns);
    words.matches = take(&rest, header.match_count, sizeof *words.matches);
    if (words.next == NULL || words.match_first == NULL || words.patterns == NULL ||
        words.matches == NULL || rest.len != 0) {
        return corrupt(err, "its parts do not fill it");
    }
    if (check_rows(&words, err) != 0 ||
        check_matches(&words, header.match_count, err) != 0) {
        return -1;
    }
    *words_out = words;
    return 0;
}

/* The character that ends at `end`: what it folds to, and where it starts. */
static struct folded fold_last(struct str text, size_t end, size_t *start_out)
{
    uint8_t byte = fold_bytes[(unsigned char)text.at[end - 1]];
    size_t start = end - 1;

    if ((byte & BYTE_WIDE) == 0) { /* the usual case, quickly */
        *start_out = start;
        return (struct folded){ .symbols = { byte & BYTE_SYMBOL }, .count = 1 };
    }
    start = fold_start_of_last(text, end);
    *start_out = start;
    return fold_next(text, &start);
}

/* What comes before byte `at`: a separator (or the beginning of the text)? */
static bool is_behind_separator(struct str text, size_t at)
{
    while (at != 0) {
        struct folded folded = fold_last(text, at, &at);

        if (folded.count != 0) {
            return folded.symbols[folded.count - 1] == FOLD_SEPARATOR;
        }
    }
    return true;
}

/* The place where the last `count` letters before `end` begin; runs of separators count
 * as one symbol.  Counts ASCII digits on the way. */
static size_t walk_back(struct str text, size_t end, size_t count,
                        size_t *digit_count_out)
{
    size_t at = end;
    size_t first = end;
    bool was_separator = false;

    *digit_count_out = 0;
    while (at != 0) {
        struct folded folded = fold_last(text, at, &at);
        bool is_separator = folded.count != 0 && folded.symbols[0] == FOLD_SEPARATOR;
        size_t step = is_separator ? !was_separator : folded.count;

        if (step > count || (count == 0 && folded.count != 0)) {
            break;
        }
        count -= step;
        if (folded.count != 0) {
            was_separator = is_separator;
            first = at;
            *digit_count_out += text.at[at] >= '0' && text.at[at] <= '9';
        }
    }
    return first;
}

/* A stretch of `letters` symbols that ends at `end` and is written as the phrase is:
 * ASCII, no digits, single separators.  Most are, and need no careful walk. */
static bool is_plain(struct str text, size_t end, size_t letters)
{
    uint8_t last = FOLD_OTHER;

    if (letters > end) {
        return false;
    }
    for (size_t i = end - letters; i < end; i++) {
        uint8_t byte = fold_bytes[(unsigned char)text.at[i]];

        if ((byte & ~BYTE_SYMBOL) != 0 || (byte == FOLD_SEPARATOR && byte == last)) {
            return false;
        }
        last = byte;
    }
    return true;
}

bool words_locate(const struct words *words, uint32_t pattern, struct str text,
                  size_t symbol_start, size_t symbol_end, struct word_match *match_out)
{
    const struct word_pattern *found = &words->patterns[pattern];
    size_t end = found->ends_at_border != 0 ? symbol_start : symbol_end;
    size_t letters = found->symbol_count;
    size_t digits;

    if (found->ends_at_border != 0) {
        if (is_behind_separator(text, symbol_start)) {
            return false;
        }
        letters--;
    }
    if (found->starts_at_border != 0) {
        letters--;
    }
    match_out->end = end;
    match_out->group = found->group;
    if (is_plain(text, end, letters)) {
        match_out->start = end - letters;
        return true;
    }
    match_out->start = walk_back(text, end, letters, &digits);
    if (digits <= found->digit_count) {
        return true;
    }
    return letters >= LETTERS_WITH_DIGITS_MIN &&
           2 * (digits - found->digit_count) <= letters;
}

struct walk {
    const struct words *words;
    struct str text;
    word_match_fn on_match;
    void *context;
};

/* The character at [start, end) led to an accepting state. */
static void report(const struct walk *walk, uint32_t state, size_t start, size_t end)
{
    const struct words *words = walk->words;
    struct word_match match;

    for (uint32_t i = words->match_first[state - words->accept_first];
         i < words->match_first[state - words->accept_first + 1]; i++) {
        if (words_locate(words, words->matches[i], walk->text, start, end, &match)) {
            walk->on_match(walk->context, &match);
        }
    }
}

static uint32_t move(const struct walk *walk, uint32_t state, uint32_t symbol,
                     size_t start, size_t end)
{
    uint32_t next = words_next(walk->words, state, symbol);

    if (UNLIKELY(next >= walk->words->accept_first)) {
        report(walk, next, start, end);
    }
    return next;
}

void words_scan(const struct words *words, struct str text, word_match_fn on_match,
                void *context)
{
    struct walk walk = { words, text, on_match, context };
    uint32_t state = words->start;

    for (size_t i = 0; i < text.len;) {
        uint8_t byte = fold_bytes[(unsigned char)text.at[i]];
        size_t start = i;

        if ((byte & BYTE_WIDE) == 0) {
            i++;
            state = move(&walk, state, byte & BYTE_SYMBOL, start, i);
        } else {
            struct folded folded = fold_next_wide(text, &i);

            for (size_t k = 0; k < folded.count; k++) {
                state = move(&walk, state, folded.symbols[k], start, i);
            }
        }
    }
    (void)move(&walk, state, FOLD_SEPARATOR, text.len, text.len);
}
