/* guard_testing.h - what the guards' tests share: the built-in phrases, opened, and a
 * text scanned.  Only tests include it.
 *
 * Thread: the test's.
 * Memory: the set lives in the given arena.
 */
#ifndef GUARD_TESTING_H
#define GUARD_TESTING_H

#include "base/arena.h"
#include "base/err.h"
#include "base/test.h"
#include "guard/builtin.h"
#include "guard/scan.h"

static inline struct phrases testing_phrases(struct arena *arena)
{
    struct phrase_file files[BUILTIN_FILES];
    struct phrases phrases = { .group_count = 0 };
    struct str bytes;
    struct err err;

    builtin_phrases(files);
    if (phrases_compile(&bytes, arena, files, BUILTIN_FILES, STR(""), &err) != 0 ||
        phrases_open(&phrases, bytes, &err) != 0) {
        fail_msg("%s", err.text);
    }
    return phrases;
}

/* The findings as "name:text|name:text", in the arena. */
static inline struct str testing_shown(struct arena *arena,
                                       const struct evidence *evidence, struct str text)
{
    struct str shown = { "", 0 };

    for (size_t i = 0; i < evidence->count; i++) {
        const struct finding *finding = &evidence->items[i];
        struct str part = str_slice(text, finding->start, finding->end - finding->start);

        shown = str_format(arena, "%.*s%s%.*s:%.*s", STR_ARG(shown), i == 0 ? "" : "|",
                           STR_ARG(finding->guard), STR_ARG(part));
    }
    return shown;
}

#endif
