/* phrases_format.h - the bytes of compiled phrases, for their writer and their reader.
 *
 * A header; group_count groups; near_count rules, ordered by their second set; names_len
 * bytes of names, padded with
 * NUL to a multiple of PHRASES_ALIGN; then a word table (words_format.h) to the end.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef GUARD_PHRASES_FORMAT_H
#define GUARD_PHRASES_FORMAT_H

#include <stdint.h>

enum {
    PHRASES_MAGIC = 0x31707567, /* "gup1" */
    PHRASES_ALIGN = 64,         /* so that a row of the automaton is one cache line */
};

struct phrases_header {
    uint32_t magic;
    uint32_t group_count;
    uint32_t near_count;
    uint32_t names_len;
};

#endif
