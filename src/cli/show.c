/* show.c - mistakes, one line each. */

#include "cli/show.h"

#include "base/arena.h"
#include "base/buf.h"
#include "cli/screen.h"
#include "config/mistakes.h"

enum { LINE_BYTES_MAX = 1 << 16 };

static void show_one(FILE *file, const struct mistake *mistake, struct arena *arena)
{
    enum colour colour = mistake->is_remark ? COLOUR_YELLOW : COLOUR_RED;
    struct buf buf;

    buf_init(&buf, arena, LINE_BYTES_MAX);
    mistake_format(mistake, &buf);
    fprintf(file, "%s%.*s%s\n", colour_of(file, colour), STR_ARG(buf_str(&buf)),
            colour_of(file, COLOUR_PLAIN));
}

void show_mistakes(FILE *file, struct mistakes *mistakes, int with_remarks)
{
    struct arena *arena = arena_new((size_t)256 << 20);

    mistakes_sort(mistakes);
    for (size_t i = 0; i < mistakes->list.count; i++) {
        const struct mistake *mistake = list_at(&mistakes->list, i);

        if (!mistake->is_remark || with_remarks) {
            show_one(file, mistake, arena);
        }
    }
    if (mistakes->error_count != 0) {
        fprintf(file, "%zu mistake%s\n", mistakes->error_count,
                mistakes->error_count == 1 ? "" : "s");
    }
    arena_free(&arena);
}
