/* pattern.h - users' own patterns, by PCRE2, within limits.
 *
 * Patterns are compiled and made into machine code when a bot is loaded.  A match that
 * would take too many steps or too much memory is a failure of the guard, not "no match":
 * the ticket goes to a person.  A pattern cannot raise the limits.
 *
 * Thread: a set is read-only and may be shared; a scratch belongs to one thread.
 * Memory: in the arena, with what PCRE2 takes from the heap.
 */
#ifndef GUARD_PATTERN_H
#define GUARD_PATTERN_H

#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"
#include "guard/evidence.h"

struct arena;
struct err;
struct pattern_set;     /* pattern.c */
struct pattern_scratch; /* pattern.c */

enum {
    PATTERNS_MAX = 256,
    PATTERN_BYTES_MAX = 1024,
    PATTERN_TEXT_BYTES_MAX = 1 << 20, /* a longer text is a failure */
    PATTERN_MATCHES_MAX = 32,         /* of one pattern in one text */
};

struct pattern_source {
    struct str name; /* evidence is called "pattern." and this; it is copied */
    struct str pattern;
    enum severity severity;
};

/* ERR_CONFIG with the pattern's name, what is wrong and at which character; ERR_LIMIT. */
int pattern_open(struct pattern_set **set_out, struct arena *arena,
                 const struct pattern_source *sources, size_t count,
                 struct err *err) MUST_USE;

/* Give back what PCRE2 has taken before the arena does; accepts NULL in *set. */
void pattern_close(struct pattern_set **set);

struct pattern_scratch *pattern_scratch_new(struct arena *arena);

/* Add evidence for every match.  ERR_LIMIT where a limit stopped a pattern, ERR_INPUT
 * where the text is no UTF-8; what was found before stays. */
int pattern_check(const struct pattern_set *set, struct pattern_scratch *scratch,
                  struct str text, struct evidence *evidence, struct err *err) MUST_USE;

/* Of PCRE2, as it is loaded. */
struct str pattern_library_version(struct arena *arena);

#endif
