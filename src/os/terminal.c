/* terminal.c - isatty. */

#include "os/terminal.h"

#include <unistd.h>

bool terminal_is_at(FILE *file)
{
    return isatty(fileno(file)) != 0;
}
