/* words_format.h - the bytes of a word table, for its writer and its reader.
 *
 * A header, then: state_count rows of FOLD_COUNT 16-bit states; for each accepting state
 * the number of its first match, and one number past the last (32 bits); pattern_count
 * patterns; match_count 16-bit pattern numbers.  Numbers are the machine's own: a release
 * belongs to one architecture.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef GUARD_WORDS_FORMAT_H
#define GUARD_WORDS_FORMAT_H

#include <stdint.h>

enum { WORDS_MAGIC = 0x31777567 }; /* "guw1" */

struct words_header {
    uint32_t magic;
    uint32_t state_count;
    uint32_t accept_first;
    uint32_t start;
    uint32_t pattern_count;
    uint32_t match_count;
    uint32_t spare[10]; /* to one cache line, so that each row is one */
};

#endif
