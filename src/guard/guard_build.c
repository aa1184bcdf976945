/* guard_build.c - the guards of a bot are compiled, when it is built. */

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "guard/builtin.h"
#include "guard/guard_format.h"
#include "guard/injection.h"

enum { OWN_FILES_MAX = 64 };

static char *aligned_bytes(struct arena *arena, size_t size)
{
    char *bytes = arena_raw(arena, size + GUARD_ALIGN, 1);

    return bytes + (GUARD_ALIGN - (uintptr_t)bytes % GUARD_ALIGN);
}

int guard_compile(struct str *bytes_out, struct arena *arena,
                  const struct guard_source *source, struct err *err)
{
    struct phrase_file files[BUILTIN_FILES + OWN_FILES_MAX];
    struct guard_header header = { .magic = GUARD_MAGIC, .model_len = source->model.len };
    size_t model_at;
    struct str phrases;
    char *bytes;

    if (source->own_count > OWN_FILES_MAX) {
        return err_set(err, ERR_LIMIT, "more than %d word lists", OWN_FILES_MAX);
    }
    builtin_phrases(files);
    if (source->own_count != 0) {
        memcpy(files + BUILTIN_FILES, source->own, source->own_count * sizeof files[0]);
    }
    if (phrases_compile(&phrases, arena, files, BUILTIN_FILES + source->own_count,
                        injection_examples(), err) != 0) {
        return -1;
    }
    header.phrases_len = phrases.len;
    model_at = GUARD_ALIGN + guard_aligned(phrases.len);
    bytes = aligned_bytes(arena, model_at + source->model.len);
    memset(bytes, 0, model_at);
    memcpy(bytes, &header, sizeof header);
    memcpy(bytes + GUARD_ALIGN, phrases.at, phrases.len);
    if (source->model.len != 0) {
        memcpy(bytes + model_at, source->model.at, source->model.len);
    }
    *bytes_out = (struct str){ bytes, model_at + source->model.len };
    return 0;
}
