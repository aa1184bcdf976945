/* dataset_fuzz.c - any bytes as a data set; the first byte chooses the format. */

#include <assert.h>
#include <stdint.h>

#include "base/arena.h"
#include "config/dataset.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(256 << 20);
    struct mistakes mistakes;
    struct dataset dataset;
    struct str file = len != 0 && bytes[0] == 'c' ? STR("any.csv") : STR("any.jsonl");
    size_t line = 0;

    mistakes_init(&mistakes, arena);
    dataset_parse(&dataset, str_slice((struct str){ (const char *)bytes, len }, 1, len),
                  file, arena, &mistakes);
    for (size_t i = 0; i < dataset.row_count; i++) {
        assert(dataset.rows[i].text.len != 0 && dataset.rows[i].label.len != 0);
        assert(dataset.rows[i].line > line);
        line = dataset.rows[i].line;
    }
    arena_free(&arena);
    return 0;
}
