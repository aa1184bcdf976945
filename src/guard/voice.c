/* voice.c - the brand's words. */

#include "guard/voice.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/list.h"

enum { SWAPS_MAX = 1000 };

static int open_swaps(struct voice *voice, struct arena *arena, struct err *err)
{
    const struct voice_rules *rules = &voice->rules;
    struct word_entry *entries = arena_array(arena, rules->swap_count, sizeof *entries);
    struct str bytes;

    for (size_t i = 0; i < rules->swap_count; i++) {
        struct str from = rules->swaps[i].from;

        entries[i].text = rules->swaps[i].is_whole_word
                              ? from
                              : str_format(arena, "*%.*s*", STR_ARG(from));
        entries[i].group = (uint16_t)i;
    }
    return words_compile(&bytes, arena, entries, rules->swap_count, STR(""), err) != 0
               ? -1
               : words_open(&voice->swaps, bytes, err);
}

static int open_forbidden(struct voice *voice, struct arena *arena, struct err *err)
{
    const struct voice_rules *rules = &voice->rules;
    struct word_entry *entries =
        arena_array(arena, rules->forbidden_count, sizeof *entries);
    struct str bytes;

    for (size_t i = 0; i < rules->forbidden_count; i++) {
        entries[i] = (struct word_entry){ rules->forbidden[i], (uint16_t)i };
    }
    return words_compile(&bytes, arena, entries, rules->forbidden_count, STR(""), err) !=
                   0
               ? -1
               : words_open(&voice->forbidden, bytes, err);
}

int voice_open(struct voice *voice_out, struct arena *arena,
               const struct voice_rules *rules, struct err *err)
{
    struct voice voice = { .rules = *rules };

    if (rules->swap_count > SWAPS_MAX || rules->forbidden_count > SWAPS_MAX) {
        return err_set(err, ERR_LIMIT, "more than %d words in the brand's rules",
                       SWAPS_MAX);
    }
    if (open_swaps(&voice, arena, err) != 0 || open_forbidden(&voice, arena, err) != 0) {
        err->reason = err->reason == ERR_INPUT ? ERR_CONFIG : err->reason;
        return -1;
    }
    *voice_out = voice;
    return 0;
}

/* Matches come in the order of their ends; of those that overlap, the one that starts
 * first is kept, of those that start together, the longest. */
static void keep_match(void *context, const struct word_match *match)
{
    struct list *kept = context;
    struct word_match *last = kept->count == 0 ? NULL : list_at(kept, kept->count - 1);
    struct word_match *added;

    while (last != NULL && last->end > match->start && last->start >= match->start) {
        kept->count--;
        last = kept->count == 0 ? NULL : list_at(kept, kept->count - 1);
    }
    if (last != NULL && last->end > match->start) {
        return;
    }
    added = list_add(kept);
    if (added != NULL) {
        *added = *match;
    }
}

/* A word that goes takes one of the spaces around it along. */
static size_t space_to_drop(struct str text, const struct word_match *match,
                            struct str to)
{
    bool is_spaced = match->start == 0 || text.at[match->start - 1] == ' ';

    return to.len == 0 && is_spaced && match->end < text.len && text.at[match->end] == ' '
               ? 1
               : 0;
}

static size_t len_max(const struct voice *voice, const struct list *kept, struct str text)
{
    size_t len = text.len;

    for (size_t i = 0; i < kept->count; i++) {
        const struct word_match *match = list_at(kept, i);

        len += voice->rules.swaps[match->group].to.len;
    }
    return len;
}

struct str voice_apply(const struct voice *voice, struct arena *arena, struct str text)
{
    struct list kept;
    struct buf buf;
    size_t done = 0;

    list_init(&kept, arena, sizeof(struct word_match), SWAPS_MAX);
    words_scan(&voice->swaps, text, keep_match, &kept);
    if (kept.count == 0) {
        return text;
    }
    buf_init(&buf, arena, len_max(voice, &kept, text));
    for (size_t i = 0; i < kept.count; i++) {
        const struct word_match *match = list_at(&kept, i);
        struct str to = voice->rules.swaps[match->group].to;

        buf_add(&buf, str_slice(text, done, match->start - done));
        buf_add(&buf, to);
        done = match->end + space_to_drop(text, match, to);
    }
    buf_add(&buf, str_slice(text, done, text.len));
    return buf_str(&buf);
}

static void note_forbidden(void *context, const struct word_match *match)
{
    (void)match;
    *(bool *)context = true;
}

bool voice_forbids(const struct voice *voice, struct str text)
{
    bool is_forbidden = false;

    words_scan(&voice->forbidden, text, note_forbidden, &is_forbidden);
    return is_forbidden;
}

static void add_forbidden(void *context, const struct word_match *match)
{
    (void)evidence_add(context, EVIDENCE_BRAND_WORD, match->start, match->end,
                       SCORE_NONE);
}

void voice_check(const struct voice *voice, struct str text, size_t sentence_count,
                 struct evidence *evidence)
{
    words_scan(&voice->forbidden, text, add_forbidden, evidence);
    if (voice->rules.sentence_max != 0 && sentence_count > voice->rules.sentence_max) {
        (void)evidence_add(evidence, EVIDENCE_BRAND_LENGTH, 0, text.len, SCORE_NONE);
    }
}
