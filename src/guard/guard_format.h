/* guard_format.h - the bytes of a compiled set, as guard_build.c writes and guard.c reads
 * them; nothing else includes it.
 *
 * Thread: any.
 * Memory: none.
 */
#ifndef GUARD_GUARD_FORMAT_H
#define GUARD_GUARD_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#include "guard/guard.h"

enum { GUARD_MAGIC = 0x31737567 /* "gus1" */ };

/* This, then the phrases, then the model, each aligned. */
struct guard_header {
    uint32_t magic;
    uint32_t spare;
    uint64_t phrases_len;
    uint64_t model_len;
};

static inline size_t guard_aligned(size_t size)
{
    return (size + GUARD_ALIGN - 1) & ~(size_t)(GUARD_ALIGN - 1);
}

#endif
