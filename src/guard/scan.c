/* scan.c - the pass over the bytes.
 *
 * Verdicts do not depend on pieces because every look at the text goes through near_at(),
 * whose window is the same whether the text is whole or carried, and because a byte is
 * read only when SCAN_REACH bytes behind it, or the end, are there. */

#include "guard/scan.h"

#include <string.h>

#include "base/attr.h"
#include "guard/pii.h"

/* Kept out of the loop over the bytes, which the compiler would crowd with them. */
#define NOT_INLINE __attribute__((noinline))

enum {
    /* Invisible characters that make a text suspicious; letters in the tag block weigh
     * less, because the flags of England, Scotland and Wales are six of them each. */
    HIDDEN_WEIGHT = 4,
    HIDDEN_TAG_WEIGHT = 1,
    HIDDEN_WEIGHT_MIN = 13,
};

/* A stretch of the text: text.at[0] is its byte `base`. */
struct window {
    struct str text;
    size_t base;
};

static struct near near_at(struct window window, size_t at)
{
    size_t start = at > SCAN_REACH ? at - SCAN_REACH : 0;

    return (struct near){ str_slice(window.text, start, at - start + SCAN_REACH),
                          at - start };
}

/* Where the bytes of a near window are in the whole text. */
static size_t near_base(struct window window, struct near near)
{
    return window.base + (size_t)(near.text.at - window.text.at);
}

static void add_found(struct guard_scan *scan, size_t base, const struct pii_found *found)
{
    (void)evidence_add(scan->evidence, found->kind, base + found->span.start,
                       base + found->span.end, found->score);
}

/* How far a word announces what comes after it, in bytes. */
static const struct announcement {
    enum phrase_set set;
    unsigned context;
    size_t distance_max;
} announcements[] = {
    { PHRASE_SET_PHONE, CONTEXT_PHONE, 24 },
    { PHRASE_SET_CARD, CONTEXT_CARD, 60 },
    { PHRASE_SET_SSN, CONTEXT_SSN, 40 },
    { PHRASE_SET_BIRTH, CONTEXT_BIRTH, 25 },
    { PHRASE_SET_DOCUMENT, CONTEXT_DOCUMENT, 40 },
};

/* What words before byte `at` announce.  "Order" close before it takes the announcements
 * before that word away. */
static unsigned context_at(const struct guard_scan *scan, size_t at)
{
    const struct scan_seen *order = &scan->seen[PHRASE_SET_ORDER];
    bool is_order = order->end != 0 && at - order->end <= 30;
    unsigned context = is_order ? CONTEXT_ORDER : 0;

    for (size_t i = 0; i < COUNT_OF(announcements); i++) {
        const struct scan_seen *seen = &scan->seen[announcements[i].set];

        if (seen->end != 0 && at - seen->end <= announcements[i].distance_max &&
            !(is_order && order->end > seen->end)) {
            context |= announcements[i].context;
        }
    }
    return context;
}

static void on_number(struct guard_scan *scan, struct window window, size_t at)
{
    struct near near = near_at(window, at);
    size_t base = near_base(window, near);
    struct pii_found found;

    if (pii_number(near, context_at(scan, window.base + at), &found)) {
        add_found(scan, base, &found);
        scan->number_end = base + found.span.end;
    }
}

/* Most full stops and colons end a sentence: nothing follows that could belong to them.
 */
static bool may_join(struct window window, size_t at)
{
    char next = at + 1 < window.text.len ? window.text.at[at + 1] : ' ';

    return byte_is_alnum(next) || next == '/' || next == ':' ||
           ((unsigned char)next & 0x80) != 0;
}

static void on_mark(struct guard_scan *scan, struct window window, size_t at)
{
    struct near near = near_at(window, at);
    size_t base = near_base(window, near);
    struct pii_found found;
    bool is_found;

    switch (window.text.at[at]) {
    case '@':
        is_found = pii_email(near, &found);
        break;
    case ':':
        is_found = pii_url(near, &found) || pii_ipv6(near, &found);
        break;
    default:
        is_found = pii_domain(near, &found);
        break;
    }
    if (is_found) {
        add_found(scan, base, &found);
    }
}

/* A given name counts when it is capitalised, or follows "my name is" at once. */
static void on_given_name(struct guard_scan *scan, struct near near, size_t base,
                          const struct word_match *match)
{
    const struct scan_seen *title = &scan->seen[PHRASE_SET_TITLE];
    struct pii_found found;

    near.at = match->start;
    if (pii_name(near, NAME_GIVEN, &found)) {
        add_found(scan, base, &found);
    } else if (title->end != 0 && base + match->start - title->end <= 2) {
        (void)evidence_add(scan->evidence, EVIDENCE_PII_NAME, base + match->start,
                           base + match->end, SCORE_NONE);
    }
}

/* Words that announce a name or belong to a street wake their detector. */
static void on_announcement(struct guard_scan *scan, struct near near, size_t base,
                            enum phrase_set set, const struct word_match *match)
{
    struct pii_found found;
    bool is_found = false;

    near.at = match->end;
    switch (set) {
    case PHRASE_SET_TITLE:
        is_found = pii_name(near, NAME_AFTER_TITLE, &found);
        break;
    case PHRASE_SET_I_AM:
        is_found = pii_name(near, NAME_AFTER_I_AM, &found);
        break;
    case PHRASE_SET_CLOSING:
        is_found = pii_name(near, NAME_AT_CLOSING, &found);
        break;
    case PHRASE_SET_GIVEN_NAME:
        on_given_name(scan, near, base, match);
        break;
    case PHRASE_SET_STREET_AFTER:
    case PHRASE_SET_STREET_WITHIN:
    case PHRASE_SET_STREET_BEFORE:
    case PHRASE_SET_STREET_BOX:
    case PHRASE_SET_STREET_SAID:
        near.at = match->start;
        is_found = pii_street(near, match->end,
                              (enum street_shape)(set - PHRASE_SET_STREET_AFTER), &found);
        break;
    default:
        break;
    }
    if (is_found) {
        add_found(scan, base, &found);
    }
}

/* What a full stop parts is no saying: "I want to die. Of laughter I know nothing." */
static bool is_one_sentence(struct near near, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++) {
        if (near_skip(near, i, ".;!?\n") != i) {
            return false;
        }
    }
    return true;
}

/* What makes harmless what it holds; not where it begins before the window. */
static void add_exception(struct guard_scan *scan, struct near near, size_t base,
                          uint16_t kind, size_t start, size_t end)
{
    if (scan->exception_count < SCAN_EXCEPTIONS_MAX && start >= base &&
        is_one_sentence(near, start - base, end - base)) {
        scan->exceptions[scan->exception_count++] =
            (struct scan_exception){ start, end, kind };
    }
}

/* A phrase of a set: remember it, and fire the rules whose second half it is. */
static void on_set(struct guard_scan *scan, struct near window, size_t base, uint16_t set,
                   size_t start, size_t end)
{
    const struct phrases *phrases = scan->phrases;

    for (size_t i = phrases->near_first[set]; i < phrases->near_first[set + 1]; i++) {
        const struct phrase_near *near = &phrases->nears[i];
        const struct scan_seen *first = &scan->seen[near->first];

        if (first->end == 0 || first->end > start || start - first->end > near->gap_max) {
            continue;
        }
        if (near->role == PHRASE_SET) {
            on_set(scan, window, base, near->which, first->start, end);
        } else if (near->role == PHRASE_EXCEPT) {
            add_exception(scan, window, base, near->which, first->start, end);
        } else {
            (void)evidence_add(scan->evidence, (enum evidence_kind)near->which,
                               first->start, end, SCORE_NONE);
        }
    }
    scan->seen[set] = (struct scan_seen){ start, end };
}

static void on_words(struct guard_scan *scan, const struct phrase_group *group,
                     size_t start, size_t end)
{
    struct finding *finding =
        evidence_add(scan->evidence, EVIDENCE_WORDS, start, end, SCORE_NONE);

    if (finding != NULL) {
        finding->guard = phrases_name(scan->phrases, group);
        finding->severity = (enum severity)group->which;
    }
}

static void on_match(struct guard_scan *scan, struct near near, size_t base,
                     const struct word_match *match)
{
    const struct phrase_group *group = &scan->phrases->groups[match->group];
    size_t start = base + match->start;
    size_t end = base + match->end;

    switch ((enum phrase_role)group->role) {
    case PHRASE_EVIDENCE:
        (void)evidence_add(scan->evidence, (enum evidence_kind)group->which, start, end,
                           SCORE_NONE);
        break;
    case PHRASE_EXCEPT:
        add_exception(scan, near, base, group->which, start, end);
        break;
    case PHRASE_SET:
        on_set(scan, near, base, group->which, start, end);
        if (group->which < PHRASE_SET_KNOWN) {
            on_announcement(scan, near, base, (enum phrase_set)group->which, match);
        }
        break;
    case PHRASE_WORDS:
        on_words(scan, group, start, end);
        break;
    }
}

/* Sets whose phrases only announce a number: that they were there is all that counts. */
static const uint64_t announcing =
    UINT64_C(1) << PHRASE_SET_PHONE | UINT64_C(1) << PHRASE_SET_CARD |
    UINT64_C(1) << PHRASE_SET_ORDER | UINT64_C(1) << PHRASE_SET_SSN |
    UINT64_C(1) << PHRASE_SET_DOCUMENT | UINT64_C(1) << PHRASE_SET_BIRTH;

static bool only_announces(const struct phrases *phrases, uint32_t pattern)
{
    const struct phrase_group *group =
        &phrases->groups[phrases->words.patterns[pattern].group];

    return group->role == PHRASE_SET && group->which < PHRASE_SET_KNOWN &&
           ((announcing & ~phrases->first_sets) >> group->which & 1) != 0 &&
           phrases->near_first[group->which] == phrases->near_first[group->which + 1];
}

/* A phrase was completed by the character at [start, end). */
static void on_pattern(struct guard_scan *scan, struct window window, uint32_t pattern,
                       size_t start, size_t end)
{
    struct near near = near_at(window, start);
    struct word_match match;

    if (words_locate(&scan->phrases->words, pattern, near.text, near.at,
                     near.at + (end - start), &match)) {
        on_match(scan, near, near_base(window, near), &match);
    }
}

/* An accepting state was reached by the character at [start, end). */
static NOT_INLINE void on_accept(struct guard_scan *scan, struct window window,
                                 uint32_t state, size_t start, size_t end)
{
    const struct phrases *phrases = scan->phrases;
    const struct words *words = &phrases->words;
    const uint32_t *first = &words->match_first[state - words->accept_first];

    for (uint32_t i = first[0]; i < first[1]; i++) {
        uint32_t pattern = words->matches[i];

        if (only_announces(phrases, pattern)) {
            scan->seen[phrases->groups[words->patterns[pattern].group].which].end =
                window.base + start;
        } else {
            on_pattern(scan, window, pattern, start, end);
        }
    }
}

static void move(struct guard_scan *scan, struct window window, uint32_t symbol,
                 size_t start, size_t end)
{
    scan->state = words_next(&scan->phrases->words, scan->state, symbol);
    if (scan->state >= scan->phrases->words.accept_first) {
        on_accept(scan, window, scan->state, start, end);
    }
}

static void count_invisible(struct guard_scan *scan, struct folded folded, size_t at)
{
    if (scan->invisible_count == 0) {
        scan->invisible_start = at;
    }
    scan->invisible_count += folded.is_tag ? HIDDEN_TAG_WEIGHT : HIDDEN_WEIGHT;
}

/* A character outside ASCII; returns the place behind it. */
static size_t read_wide(struct guard_scan *scan, struct window window, size_t at)
{
    size_t end = at;
    struct folded folded = fold_next(window.text, &end);

    if (folded.is_invisible) {
        count_invisible(scan, folded, window.base + at);
    }
    for (size_t i = 0; i < folded.count; i++) {
        move(scan, window, folded.symbols[i], at, end);
    }
    return end;
}

/* A byte that is more than a letter or a separator; returns the next one's place. */
static NOT_INLINE size_t read_special(struct guard_scan *scan, struct window window,
                                      size_t at)
{
    unsigned char c = (unsigned char)window.text.at[at];
    uint8_t byte = fold_bytes[c];

    if ((byte & BYTE_WIDE) != 0) {
        return c < 0x80 ? at + 1
                        : read_wide(scan, window, at); /* an apostrophe vanishes */
    }
    if ((byte & BYTE_MARK) != 0) {
        if (may_join(window, at)) {
            on_mark(scan, window, at);
        }
    } else if (window.base + at >= scan->number_end &&
               (at == 0 || !byte_is_digit(window.text.at[at - 1]))) {
        on_number(scan, window, at);
    }
    move(scan, window, byte & BYTE_SYMBOL, at, at + 1);
    return at + 1;
}

/* Read the bytes before `to`; a character that starts there is read whole. */
static void walk(struct guard_scan *scan, struct window window, size_t to)
{
    const uint16_t *next = scan->phrases->words.next;
    const uint32_t accept_first = scan->phrases->words.accept_first;
    const char *text = window.text.at;
    uint32_t state = scan->state;
    size_t at = scan->done - window.base;

    while (at < to) {
        uint8_t byte = fold_bytes[(unsigned char)text[at]];

        if (UNLIKELY(byte >= BYTE_DIGIT)) {
            scan->state = state;
            at = read_special(scan, window, at);
            state = scan->state;
            continue;
        }
        state = next[state * FOLD_COUNT + byte];
        at++;
        if (UNLIKELY(state >= accept_first)) {
            on_accept(scan, window, state, at - 1, at);
        }
    }
    scan->state = state;
    scan->done = window.base + at;
}

void scan_begin(struct guard_scan *scan, const struct phrases *phrases,
                struct evidence *evidence)
{
    scan->phrases = phrases;
    scan->evidence = evidence;
    scan->state = phrases->words.start;
    scan->done = 0;
    scan->number_end = 0;
    scan->invisible_start = 0;
    scan->invisible_count = 0;
    scan->exception_count = 0;
    scan->carry_start = 0;
    scan->carry_len = 0;
    memset(scan->seen, 0, sizeof scan->seen);
    evidence_clear(evidence);
}

static bool is_excepted(const struct guard_scan *scan, const struct finding *finding)
{
    for (size_t i = 0; i < scan->exception_count; i++) {
        const struct scan_exception *exception = &scan->exceptions[i];

        if (exception->kind == finding->kind && exception->start <= finding->start &&
            finding->end <= exception->end) {
            return true;
        }
    }
    return false;
}

static void drop_excepted(struct guard_scan *scan)
{
    struct evidence *evidence = scan->evidence;
    size_t count = 0;

    for (size_t i = 0; i < evidence->count; i++) {
        if (!is_excepted(scan, &evidence->items[i])) {
            evidence->items[count++] = evidence->items[i];
        }
    }
    evidence->count = count;
}

static void finish(struct guard_scan *scan, struct window window)
{
    walk(scan, window, window.text.len);
    move(scan, window, FOLD_SEPARATOR, window.text.len, window.text.len);
    if (scan->invisible_count >= HIDDEN_WEIGHT_MIN) {
        (void)evidence_add(scan->evidence, EVIDENCE_INJECTION_HIDDEN,
                           scan->invisible_start, scan->done, SCORE_NONE);
    }
    if (scan->exception_count != 0) {
        drop_excepted(scan);
    }
    evidence_settle(scan->evidence);
}

static struct window carried(const struct guard_scan *scan)
{
    return (struct window){ { scan->carry, scan->carry_len }, scan->carry_start };
}

/* Forget what no detector will look back at. */
static void drop_read(struct guard_scan *scan)
{
    size_t read = scan->done - scan->carry_start;
    size_t gone = read > SCAN_REACH ? read - SCAN_REACH : 0;

    memmove(scan->carry, scan->carry + gone, scan->carry_len - gone);
    scan->carry_start += gone;
    scan->carry_len -= gone;
}

void scan_feed(struct guard_scan *scan, struct str piece)
{
    while (piece.len != 0) {
        struct str part;

        if (scan->carry_len == SCAN_CARRY_BYTES) {
            drop_read(scan);
        }
        part = str_slice(piece, 0, SCAN_CARRY_BYTES - scan->carry_len);
        memcpy(scan->carry + scan->carry_len, part.at, part.len);
        scan->carry_len += part.len;
        piece = str_slice(piece, part.len, piece.len);
        if (scan->carry_len > SCAN_REACH) {
            walk(scan, carried(scan), scan->carry_len - SCAN_REACH);
        }
    }
}

void scan_end(struct guard_scan *scan)
{
    finish(scan, carried(scan));
}

void scan_text(struct guard_scan *scan, const struct phrases *phrases, struct str text,
               struct evidence *evidence)
{
    scan_begin(scan, phrases, evidence);
    finish(scan, (struct window){ text, 0 });
}
