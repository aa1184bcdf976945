/* standard_error.c - descriptor 2 by POSIX calls. */

#include "os/standard_error.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void standard_error_write(struct str line)
{
    ssize_t written;

    do {
        written = write(STDERR_FILENO, line.at, line.len);
    } while (written < 0 && errno == EINTR);
}

bool standard_error_is_journal(void)
{
    struct str rest = str_from(getenv("JOURNAL_STREAM"));
    struct str device;
    struct str inode;
    int64_t device_number;
    int64_t inode_number;
    struct stat stat;

    return str_split_next(&rest, ':', &device) && str_split_next(&rest, ':', &inode) &&
           str_to_int64(device, &device_number) && str_to_int64(inode, &inode_number) &&
           fstat(STDERR_FILENO, &stat) == 0 && stat.st_dev == (dev_t)device_number &&
           stat.st_ino == (ino_t)inode_number;
}
