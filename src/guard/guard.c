/* guard.c - the guards together. */

#include "guard/guard.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "guard/guard_format.h"
#include "guard/injection.h"
#include "guard/pattern.h"
#include "guard/scan.h"
#include "guard/voice.h"

/* They all live in the one pass over the bytes. */
static const uint32_t scanning = GUARD_BIT(GUARD_PII) | GUARD_BIT(GUARD_INJECTION) |
                                 GUARD_BIT(GUARD_ABUSE) | GUARD_BIT(GUARD_SELF_HARM) |
                                 GUARD_BIT(GUARD_SUBJECT) | GUARD_BIT(GUARD_WORDS);

struct guard_scratch {
    struct guard_scan scan;
    struct evidence found;
    struct nano_scratch nano;
    struct pattern_scratch *patterns;
};

int guard_open(struct guard_set *set_out, struct str bytes, struct err *err)
{
    struct guard_set set = { .patterns = NULL };
    struct guard_header header;
    size_t model_at;

    if (bytes.len < GUARD_ALIGN) {
        return err_set(err, ERR_CORRUPT, "guards: too short");
    }
    memcpy(&header, bytes.at, sizeof header);
    if (header.magic != GUARD_MAGIC || header.phrases_len > bytes.len - GUARD_ALIGN) {
        return err_set(err, ERR_CORRUPT, "guards: not of this format");
    }
    model_at = GUARD_ALIGN + guard_aligned(header.phrases_len);
    if (model_at > bytes.len || header.model_len != bytes.len - model_at) {
        return err_set(err, ERR_CORRUPT, "guards: its parts do not fill it");
    }
    if (phrases_open(&set.phrases, str_slice(bytes, GUARD_ALIGN, header.phrases_len),
                     err) != 0) {
        return -1;
    }
    set.has_model = header.model_len != 0;
    if (set.has_model &&
        injection_open(&set.model, &set.attack, str_slice(bytes, model_at, bytes.len),
                       err) != 0) {
        return -1;
    }
    *set_out = set;
    return 0;
}

struct guard_scratch *guard_scratch_new(struct arena *arena,
                                        struct pattern_scratch *patterns)
{
    struct guard_scratch *scratch = arena_alloc(arena, sizeof *scratch);

    scratch->patterns = patterns;
    return scratch;
}

uint32_t guard_asked_input(const struct guard_set *set)
{
    return scanning | (set->has_model ? GUARD_BIT(GUARD_MODEL) : 0) |
           (set->patterns != NULL ? GUARD_BIT(GUARD_PATTERN) : 0);
}

uint32_t guard_asked_output(const struct guard_set *set)
{
    return GUARD_BIT(GUARD_PII) | GUARD_BIT(GUARD_ABUSE) | GUARD_BIT(GUARD_WORDS) |
           GUARD_BIT(GUARD_BRAND) | GUARD_BIT(GUARD_CITATION) |
           (set->patterns != NULL ? GUARD_BIT(GUARD_PATTERN) : 0);
}

/* One finding a guard, about the whole text, even in a list that is full. */
static void add_unavailable(struct evidence *evidence, uint32_t guards, struct str text)
{
    for (int guard = 0; guard < GUARD_COUNT; guard++) {
        struct finding *finding;

        if ((guards & GUARD_BIT(guard)) == 0) {
            continue;
        }
        if (evidence->count == EVIDENCE_MAX) {
            evidence->count--;
        }
        finding = evidence_add(evidence, EVIDENCE_UNAVAILABLE, 0, text.len, SCORE_NONE);
        finding->guard = guard_name((enum guard_id)guard);
    }
}

static uint32_t check_patterns(const struct guard_set *set, struct guard_scratch *scratch,
                               struct str text, struct evidence *evidence)
{
    struct err err;

    if (scratch->patterns == NULL ||
        pattern_check(set->patterns, scratch->patterns, text, evidence, &err) != 0) {
        return GUARD_BIT(GUARD_PATTERN);
    }
    return GUARDS_NONE;
}

/* What only drafts are checked for is no evidence in a message. */
static void drop_guard(struct evidence *evidence, enum guard_id guard)
{
    size_t count = 0;

    for (size_t i = 0; i < evidence->count; i++) {
        if (evidence_info(evidence->items[i].kind)->guard != guard) {
            evidence->items[count++] = evidence->items[i];
        }
    }
    evidence->count = count;
}

uint32_t guard_check_input(const struct guard_set *set, struct guard_scratch *scratch,
                           struct str text, uint32_t unavailable,
                           struct evidence *evidence_out)
{
    uint32_t asked = guard_asked_input(set) & ~unavailable;
    uint32_t failed = GUARDS_NONE;

    scan_text(&scratch->scan, &set->phrases, text, evidence_out);
    drop_guard(evidence_out, GUARD_BRAND);
    if ((asked & GUARD_BIT(GUARD_MODEL)) != 0) {
        injection_check(&set->model, set->attack, &scratch->nano, text, evidence_out);
    }
    if ((asked & GUARD_BIT(GUARD_PATTERN)) != 0) {
        failed |= check_patterns(set, scratch, text, evidence_out);
    }
    if (evidence_out->is_cut) {
        failed |= GUARD_BIT(GUARD_PII); /* what did not fit would not be redacted */
    }
    evidence_settle(evidence_out);
    add_unavailable(evidence_out, failed | (guard_asked_input(set) & ~asked), text);
    return failed;
}

/* The next letter or digit, folded; 0 at the end. */
static uint8_t next_letter(struct str text, size_t *at)
{
    while (*at < text.len) {
        struct folded folded = fold_next(text, at);

        if (folded.count != 0 && folded.symbols[0] != FOLD_SEPARATOR) {
            return folded.symbols[0];
        }
    }
    return 0;
}

/* Whether the letters and digits of `wanted` stand at `at`, as whole words. */
static bool stands_at(struct str text, size_t at, struct str wanted)
{
    struct near near = { text, at };
    size_t i = 0;
    uint8_t letter;

    if (near_word_before(near, at) != 0) {
        return false;
    }
    while ((letter = next_letter(wanted, &i)) != 0) {
        if (next_letter(text, &at) != letter) {
            return false;
        }
    }
    return near_word_at(near, at) == 0;
}

/* Whether the words stand in one of the texts, however they are spaced there. */
static bool stands_in(const struct str *texts, size_t count, struct str wanted)
{
    size_t unused = 0;
    uint8_t first = next_letter(wanted, &unused);

    for (size_t i = 0; i < count; i++) {
        for (size_t at = 0; at < texts[i].len;) {
            size_t start = at;
            struct folded folded = fold_next(texts[i], &at);

            if (folded.count != 0 && folded.symbols[0] == first &&
                stands_at(texts[i], start, wanted)) {
                return true;
            }
        }
    }
    return false;
}

/* In the passages or in the approved texts: then a page or the team says it. */
static bool is_published(const struct guard_draft *draft, struct str found)
{
    const struct cited_draft *cited = &draft->cited;

    return stands_in(cited->passages, cited->passage_count, found) ||
           stands_in(cited->approved, cited->approved_count, found);
}

/* What the pass over a draft found, as far as it matters in a draft. */
static void add_found(const struct guard_draft *draft, const struct finding *found,
                      struct evidence *evidence)
{
    struct str text =
        str_slice(draft->cited.text, found->start, found->end - found->start);
    enum guard_id guard = evidence_info(found->kind)->guard;
    enum evidence_kind kind = guard == GUARD_PII ? EVIDENCE_OUTPUT_PII : found->kind;
    bool is_wrong = guard == GUARD_ABUSE || guard == GUARD_WORDS;
    struct finding *added;

    if (guard == GUARD_PII) {
        is_wrong = !stands_in(draft->known, draft->known_count, text) &&
                   !is_published(draft, text);
    } else if (guard == GUARD_BRAND) {
        is_wrong = !is_published(draft, text);
    }
    if (!is_wrong) {
        return;
    }
    added = evidence_add(evidence, kind, found->start, found->end, found->score);
    if (added != NULL && guard == GUARD_WORDS) {
        added->guard = found->guard;
        added->severity = found->severity;
    }
}

uint32_t guard_check_output(const struct guard_set *set, struct guard_scratch *scratch,
                            const struct guard_draft *draft, const struct voice *voice,
                            uint32_t unavailable, struct evidence *evidence_out)
{
    uint32_t asked = guard_asked_output(set) & ~unavailable;
    uint32_t failed = GUARDS_NONE;
    struct str text = draft->cited.text;

    evidence_clear(evidence_out);
    scan_text(&scratch->scan, &set->phrases, text, &scratch->found);
    for (size_t i = 0; i < scratch->found.count; i++) {
        add_found(draft, &scratch->found.items[i], evidence_out);
    }
    citations_check(&draft->cited, evidence_out);
    if (voice != NULL) {
        voice_check(voice, text, draft->cited.sentence_count, evidence_out);
    }
    if ((asked & GUARD_BIT(GUARD_PATTERN)) != 0) {
        failed |= check_patterns(set, scratch, text, evidence_out);
    }
    if (scratch->found.is_cut || evidence_out->is_cut) {
        failed |= GUARD_BIT(GUARD_PII);
    }
    evidence_settle(evidence_out);
    add_unavailable(evidence_out, failed | (guard_asked_output(set) & ~asked), text);
    return failed;
}
