/* prepare.c - guard, redact, normalise. */

#include "bot/prepare.h"

#include <stdalign.h>

#include "base/arena.h"

struct preparer {
    struct guard_set guards;
    struct guard_scratch *scratch;
};

struct preparer *preparer_new(struct arena *arena, const struct guard_set *guards,
                              struct pattern_scratch *patterns)
{
    struct preparer *preparer = arena_alloc(arena, sizeof *preparer);

    preparer->guards = *guards;
    preparer->scratch = guard_scratch_new(arena, patterns);
    return preparer;
}

struct prepared *prepared_new(struct arena *arena)
{
    struct prepared *prepared =
        arena_raw(arena, sizeof *prepared, alignof(struct prepared));

    evidence_clear(&prepared->evidence);
    prepared->failed = 0;
    prepared->redacted = (struct redacted){ 0 };
    prepared->normal = (struct normal){ 0 };
    return prepared;
}

int prepare_message(struct prepared *prepared_out, struct preparer *preparer,
                    struct str text, uint32_t unavailable, struct arena *arena,
                    struct err *err)
{
    evidence_clear(&prepared_out->evidence);
    prepared_out->failed = guard_check_input(&preparer->guards, preparer->scratch, text,
                                             unavailable, &prepared_out->evidence);
    if (redact(&prepared_out->redacted, arena, text, &prepared_out->evidence, err) != 0) {
        return -1;
    }
    return text_normalise(&prepared_out->normal, arena, prepared_out->redacted.text, err);
}
