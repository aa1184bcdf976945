/* nano_fuzz.c - damaged models: whatever opens must answer without fault.
 *
 * The bytes are taken twice: as a model, and as a list of changes (offset of three bytes,
 * value of one) to a sound model, which gets past the first checks.  The text asked is
 * the input itself. */

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "classify/nano.h"
#include "classify/nano_train.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static struct str sound_model(struct arena *arena)
{
    const struct nano_example examples[] = {
        { STR("where is it"), STR("delivery"), 1 },
        { STR("money back"), STR("refund"), 1 },
        { STR("tell a joke"), NANO_OOS, 1 },
    };
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct str model = { 0 };
    struct err err;

    if (nano_train(&model, arena, examples, 3, &options, &err) != 0) {
        __builtin_trap();
    }
    return model;
}

static void open_and_ask(struct arena *arena, struct str model, struct str text)
{
    static struct nano_scratch scratch;
    struct nano_answer answer;
    struct nano nano;
    struct err err;
    char *copy = arena_raw(arena, model.len + 1, 16);

    if (model.len > 0) {
        memcpy(copy, model.at, model.len);
    }
    if (nano_open(&nano, (struct str){ copy, model.len }, &err) != 0) {
        return;
    }
    nano_ask(&nano, &scratch, text, &answer);
    assert(answer.label < nano_label_count(&nano));
    assert(answer.confidence <= 1000000 && answer.in_scope <= 1000000);
    (void)nano_label(&nano, answer.label);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static struct arena *process;
    static struct str sound;
    struct arena *arena = arena_new(64 << 20);
    struct str input = { (const char *)bytes, len };
    char *changed;

    if (process == NULL) {
        process = arena_new(64 << 20);
        sound = sound_model(process);
    }
    changed = arena_alloc(arena, sound.len);
    memcpy(changed, sound.at, sound.len);
    for (size_t i = 0; i + 4 <= len; i += 4) {
        size_t offset =
            (size_t)bytes[i] | (size_t)bytes[i + 1] << 8 | (size_t)bytes[i + 2] << 16;

        changed[offset % sound.len] = (char)bytes[i + 3];
    }
    open_and_ask(arena, input, input);
    open_and_ask(arena, (struct str){ changed, sound.len }, input);
    arena_free(&arena);
    return 0;
}
