/* guard.c - the guards together. */

#include "guard/guard.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "guard/builtin.h"
#include "guard/scan.h"

enum { OWN_FILES_MAX = 64 };

/* They all live in the one pass over the bytes. */
static const uint32_t scanning = GUARD_BIT(GUARD_PII) | GUARD_BIT(GUARD_INJECTION) |
                                 GUARD_BIT(GUARD_ABUSE) | GUARD_BIT(GUARD_SELF_HARM) |
                                 GUARD_BIT(GUARD_SUBJECT) | GUARD_BIT(GUARD_WORDS);

struct guard_scratch {
    struct guard_scan scan;
};

int guard_compile(struct str *bytes_out, struct arena *arena,
                  const struct guard_source *source, struct err *err)
{
    struct phrase_file files[BUILTIN_FILES + OWN_FILES_MAX];

    if (source->own_count > OWN_FILES_MAX) {
        return err_set(err, ERR_LIMIT, "more than %d word lists", OWN_FILES_MAX);
    }
    builtin_phrases(files);
    if (source->own_count != 0) {
        memcpy(files + BUILTIN_FILES, source->own, source->own_count * sizeof files[0]);
    }
    return phrases_compile(bytes_out, arena, files, BUILTIN_FILES + source->own_count,
                           err);
}

int guard_open(struct guard_set *set_out, struct str bytes, struct err *err)
{
    return phrases_open(&set_out->phrases, bytes, err);
}

struct guard_scratch *guard_scratch_new(struct arena *arena)
{
    return arena_alloc(arena, sizeof(struct guard_scratch));
}

/* One finding a guard, about the whole text; the last place is always free for it. */
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

uint32_t guard_check_input(const struct guard_set *set, struct guard_scratch *scratch,
                           struct str text, uint32_t unavailable,
                           struct evidence *evidence_out)
{
    uint32_t failed = GUARDS_NONE;

    scan_text(&scratch->scan, &set->phrases, text, evidence_out);
    if (evidence_out->is_cut) {
        failed |= GUARD_BIT(GUARD_PII); /* what did not fit would not be redacted */
    }
    add_unavailable(evidence_out, failed | (unavailable & scanning), text);
    return failed;
}
