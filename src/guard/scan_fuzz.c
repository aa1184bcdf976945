/* scan_fuzz.c - any bytes, whole and in pieces: the same evidence, in order and inside
 * the text, and a redacted text that keeps all else. */

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "guard/builtin.h"
#include "guard/redact.h"
#include "guard/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static struct phrases phrases;
static struct guard_scan scan;
static struct evidence whole;
static struct evidence pieces;

static void open_phrases(void)
{
    static struct arena *arena;
    struct phrase_file files[BUILTIN_FILES];
    struct str table;
    struct err err;

    if (arena != NULL) {
        return;
    }
    arena = arena_new((size_t)64 << 20);
    builtin_phrases(files);
    if (phrases_compile(&table, arena, files, BUILTIN_FILES, STR(""), &err) != 0 ||
        phrases_open(&phrases, table, &err) != 0) {
        __builtin_trap();
    }
}

static void check_places(const struct evidence *evidence, struct str text)
{
    for (size_t i = 0; i < evidence->count; i++) {
        const struct finding *finding = &evidence->items[i];

        assert(finding->start <= finding->end && finding->end <= text.len);
        assert(i == 0 || evidence->items[i - 1].start <= finding->start);
    }
}

static void check_same(void)
{
    assert(whole.count == pieces.count && whole.is_cut == pieces.is_cut);
    for (size_t i = 0; i < whole.count; i++) {
        assert(whole.items[i].kind == pieces.items[i].kind);
        assert(whole.items[i].start == pieces.items[i].start);
        assert(whole.items[i].end == pieces.items[i].end);
    }
}

static void check_redacted(struct str text)
{
    struct arena *arena = arena_new(64 << 20);
    struct redacted redacted;
    struct err err;

    if (redact(&redacted, arena, text, &whole, &err) == 0) {
        size_t shown = redacted.text.len;
        size_t kept = text.len;

        for (size_t i = 0; i < redacted.span_count; i++) {
            shown -= redacted.spans[i].end - redacted.spans[i].start;
            kept -= redacted.spans[i].original_end - redacted.spans[i].original_start;
        }
        assert(shown == kept);
    }
    arena_free(&arena);
}

/* The first byte says how long the pieces are. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    size_t piece = len == 0 ? 1 : bytes[0] + 1u;
    struct str text = { (const char *)bytes + (len != 0), len - (len != 0) };

    open_phrases();
    scan_text(&scan, &phrases, text, &whole);
    check_places(&whole, text);
    scan_begin(&scan, &phrases, &pieces);
    for (size_t at = 0; at < text.len; at += piece) {
        scan_feed(&scan, str_slice(text, at, piece));
    }
    scan_end(&scan);
    check_same();
    check_redacted(text);
    return 0;
}
