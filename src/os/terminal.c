/* terminal.c - isatty and the window size. */

#include "os/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_UNKNOWN = 80, WIDTH_MAX = 200 };

bool terminal_is_at(FILE *file)
{
    return isatty(fileno(file)) != 0;
}

size_t terminal_width(void)
{
    struct winsize size;

    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return WIDTH_UNKNOWN;
    }
    return size.ws_col > WIDTH_MAX ? WIDTH_MAX : size.ws_col;
}
