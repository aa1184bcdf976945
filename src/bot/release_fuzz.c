/* release_fuzz.c - any bytes as a release: refused, or else built again from its sections
 * to the same bytes. */

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "bot/release.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(64 << 20);
    struct release_section sections[RELEASE_SECTIONS_MAX];
    struct release release;
    struct err err;

    if (release_open(&release, (struct str){ (const char *)bytes, len }, &err) == 0) {
        for (size_t i = 0; i < release.section_count; i++) {
            sections[i] = release_section_at(&release, i);
        }
        assert(str_equal(release_build(sections, release.section_count, arena),
                         release.bytes));
    }
    arena_free(&arena);
    return 0;
}
