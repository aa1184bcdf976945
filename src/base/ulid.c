/* ulid.c - 128 bits as 26 characters, 5 bits each from the low end. */

#include "base/ulid.h"

enum { MS_BYTES = 6, BYTES = MS_BYTES + ULID_CHANCE_BYTES };

void ulid_format(int64_t ms, const uint8_t chance[ULID_CHANCE_BYTES],
                 char text_out[ULID_LEN + 1])
{
    static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    uint8_t bytes[BYTES];
    uint32_t rest = 0;
    int rest_bits = 0;
    int at = BYTES;

    for (int i = 0; i < MS_BYTES; i++) {
        bytes[i] = (uint8_t)((uint64_t)ms >> (8 * (MS_BYTES - 1 - i)));
    }
    for (int i = 0; i < ULID_CHANCE_BYTES; i++) {
        bytes[MS_BYTES + i] = chance[i];
    }
    for (int i = ULID_LEN - 1; i >= 0; i--) {
        if (rest_bits < 5 && at > 0) {
            rest |= (uint32_t)bytes[--at] << rest_bits;
            rest_bits += 8;
        }
        text_out[i] = digits[rest & 31];
        rest >>= 5;
        rest_bits -= 5;
    }
    text_out[ULID_LEN] = '\0';
}
