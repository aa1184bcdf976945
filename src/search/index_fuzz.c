/* index_fuzz.c - a sound index with some bytes changed: refused, or searched safely.
 *
 * The input is read as patches of six bytes: a place (four bytes) and what to write there
 * (two bytes).  A patched index gives wrong answers, not wrong accesses. */

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/list.h"
#include "search/index.h"
#include "text/stem.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { PATCH_LEN = 6, HITS = 5 };

static struct str sound_bytes(struct arena *arena)
{
    struct list passages;
    struct str bytes;
    struct err err;

    list_init(&passages, arena, sizeof(struct passage), 10);
    if (passages_add_page(&passages, arena, STR("a.md"),
                          STR("# Tents\n\n## Pegs\n\nPegs are free. So are poles.\n"),
                          &err) ||
        passages_add_page(&passages, arena, STR("de-b.md"), STR("# Zelte\n\nHeringe.\n"),
                          &err) ||
        index_build(&bytes, arena,
                    &(struct index_source){ .passages = passages.items,
                                            .passage_count = passages.count },
                    &err)) {
        __builtin_trap();
    }
    return bytes;
}

static void search_all(struct arena *arena, const struct index *index)
{
    struct stemmer *stemmer = stemmer_new(arena);
    struct hit hits[HITS];

    for (int tongue = 0; tongue < TONGUE_COUNT; tongue++) {
        struct query query = index_query(index, arena, stemmer, (enum tongue)tongue,
                                         STR("free pegs and poles, tent heringe zelt"));
        size_t count = index_search(index, arena, &query, NULL, hits, HITS);

        for (size_t i = 0; i < count; i++) {
            struct passage passage = index_passage(index, hits[i].passage);

            assert(passage.text.len <= index->texts.len);
            (void)sha256_of(passage.text);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(64 << 20);
    struct str sound = sound_bytes(arena);
    char *patched = arena_raw(arena, sound.len, 8);
    struct index index;
    struct err err;

    memcpy(patched, sound.at, sound.len);
    for (; len >= PATCH_LEN; bytes += PATCH_LEN, len -= PATCH_LEN) {
        uint32_t place;

        memcpy(&place, bytes, sizeof place);
        memcpy(patched + place % (sound.len - 1), bytes + 4, 2);
    }
    if (index_open(&index, (struct str){ patched, sound.len }, &err) == 0) {
        search_all(arena, &index);
    } else {
        assert(err.reason == ERR_CORRUPT);
    }
    arena_free(&arena);
    return 0;
}
