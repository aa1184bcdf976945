/* ulid.h - names that sort by the time they were given (the ULID specification,
 * github.com/ulid/spec): 48 bits of milliseconds, 80 of chance, in Crockford's base 32,
 * here in small letters.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef BASE_ULID_H
#define BASE_ULID_H

#include <stdint.h>

enum { ULID_LEN = 26, ULID_CHANCE_BYTES = 10 };

/* 26 characters and a NUL.  ms is since 1970, not negative. */
void ulid_format(int64_t ms, const uint8_t chance[ULID_CHANCE_BYTES],
                 char text_out[ULID_LEN + 1]);

#endif
