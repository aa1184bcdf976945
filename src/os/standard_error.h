/* standard_error.h - the program's last word: whole lines to standard error.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef OS_STANDARD_ERROR_H
#define OS_STANDARD_ERROR_H

#include <stdbool.h>

#include "base/str.h"

/* By one write(2), so that lines of several threads do not mix.  What cannot be written
 * is lost: there is nobody left to tell. */
void standard_error_write(struct str line);

/* Whether it leads to systemd's journal ($JOURNAL_STREAM names its device and inode). */
bool standard_error_is_journal(void);

#endif
