/* phrases_fuzz.c - any bytes as a phrase file: refused, or compiled to a table that
 * opens; then the same bytes as a table, and the table with a byte changed: refused, or
 * safe. */

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "guard/phrases.h"
#include "guard/scan.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { LEN_MAX = 4096 };

static struct guard_scan scan;
static struct evidence evidence;

/* Open bytes that may be anything, and scan with what opens. */
static void open_and_scan(struct arena *arena, struct str table, struct str text)
{
    char *copy = arena_raw(arena, table.len + 1, _Alignof(uint64_t));
    struct phrases phrases;
    struct err err;

    memcpy(copy, table.at, table.len);
    if (phrases_open(&phrases, (struct str){ copy, table.len }, &err) == 0) {
        scan_text(&scan, &phrases, text, &evidence);
        for (size_t i = 0; i < evidence.count; i++) {
            assert(evidence.items[i].end <= text.len);
        }
    } else {
        assert(err.reason == ERR_CORRUPT);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct str text = { (const char *)bytes, len < LEN_MAX ? len : LEN_MAX };
    struct phrase_file file = { STR("own"), text };
    struct arena *arena = arena_new((size_t)256 << 20);
    struct str table;
    struct err err;

    if (phrases_compile(&table, arena, &file, 1, STR(""), &err) == 0) {
        struct phrases phrases;

        if (phrases_open(&phrases, table, &err) != 0) {
            __builtin_trap();
        }
        open_and_scan(arena, table, text);
        if (len >= 4) {
            char *changed = arena_raw(arena, table.len, 1);
            size_t at = (bytes[0] | (size_t)bytes[1] << 8 | (size_t)bytes[2] << 16);

            memcpy(changed, table.at, table.len);
            changed[at % table.len] = (char)bytes[3];
            open_and_scan(arena, (struct str){ changed, table.len }, text);
        }
    }
    if (text.len != 0) {
        open_and_scan(arena, text, text);
    }
    arena_free(&arena);
    return 0;
}
