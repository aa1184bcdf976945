/* random.h - bytes that nobody can guess.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef OS_RANDOM_H
#define OS_RANDOM_H

#include <stddef.h>

/* At most 256 bytes, from the system; aborts where it has none to give. */
void random_fill(void *bytes_out, size_t len);

#endif
