/* screen.c - ANSI escapes, used sparingly. */

#include "cli/screen.h"

#include <stdlib.h>

#include "os/clock.h"
#include "os/terminal.h"

enum { DRAW_EVERY_NS = 100000000, BAR_WIDTH = 30 };

const char *colour_of(FILE *file, enum colour colour)
{
    static const char *const escapes[] = {
        [COLOUR_PLAIN] = "\033[0m",  [COLOUR_BOLD] = "\033[1m",
        [COLOUR_DIM] = "\033[2m",    [COLOUR_RED] = "\033[31m",
        [COLOUR_GREEN] = "\033[32m", [COLOUR_YELLOW] = "\033[33m",
    };
    const char *no_color = getenv("NO_COLOR");

    if (!terminal_is_at(file) || (no_color != NULL && no_color[0] != '\0')) {
        return "";
    }
    return escapes[colour];
}

static bool is_control(unsigned char c)
{
    return (c < ' ' && c != '\n' && c != '\t') || c == 0x7f;
}

/* U+0080 to U+009F, which are two bytes. */
static bool is_late_control(struct str text, size_t i)
{
    return (unsigned char)text.at[i] == 0xc2 && i + 1 < text.len &&
           (unsigned char)text.at[i + 1] >= 0x80 && (unsigned char)text.at[i + 1] < 0xa0;
}

void print_foreign(FILE *file, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool is_late = is_late_control(text, i);

        fputc(is_late || is_control((unsigned char)text.at[i]) ? '?' : text.at[i], file);
        i += is_late;
    }
}

static void draw(const struct progress *progress)
{
    size_t full = progress->total == 0 ? 0 : BAR_WIDTH * progress->done / progress->total;

    fprintf(stderr, "\r%s [", progress->title);
    for (size_t i = 0; i < BAR_WIDTH; i++) {
        fputc(i < full ? '#' : '.', stderr);
    }
    fprintf(stderr, "] %zu/%zu", progress->done, progress->total);
    fflush(stderr);
}

void progress_start(struct progress *progress, const char *title, size_t total)
{
    *progress = (struct progress){ .title = title,
                                   .total = total,
                                   .drawn_ns = clock_monotonic_ns(),
                                   .is_shown = terminal_is_at(stderr) };
    if (progress->is_shown) {
        draw(progress);
    }
}

void progress_step(struct progress *progress)
{
    int64_t now_ns = clock_monotonic_ns();

    progress->done++;
    if (progress->is_shown && now_ns - progress->drawn_ns >= DRAW_EVERY_NS) {
        draw(progress);
        progress->drawn_ns = now_ns;
    }
}

void progress_end(struct progress *progress)
{
    if (progress->is_shown) {
        fprintf(stderr, "\r\033[K");
        fflush(stderr);
    }
}
