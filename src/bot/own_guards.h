/* own_guards.h - guards.yaml: what a team's own guards look for, beside what every bot's
 * do.
 *
 * Words are found as the guards read text (guard/fold.h): whole words, whatever their
 * case, accents and punctuation.  Patterns are PCRE2 within limits (guard/pattern.h).
 *
 * Thread: any; const once read.
 * Memory: in the arena; texts are views of the node.
 */
#ifndef BOT_OWN_GUARDS_H
#define BOT_OWN_GUARDS_H

#include <stddef.h>

#include "base/attr.h"
#include "config/fields.h"
#include "guard/evidence.h"

struct err;
struct pattern_set; /* guard/pattern.h */

enum { OWN_WORDS_MAX = 64, OWN_PHRASES_MAX = 1000 };

struct own_guard {
    struct field_head head;
    struct str name;
    enum severity severity;
    const struct str *phrases; /* of words */
    size_t phrase_count;
    struct str pattern; /* of a pattern */
};

struct own_guards {
    struct field_head head;
    const struct own_guard *words;
    size_t word_count;
    const struct own_guard *patterns;
    size_t pattern_count;
};

extern const struct field_table own_guards_table;

/* node may be NULL, where there is no guards.yaml. */
void own_guards_read(struct own_guards *guards_out, const struct node *node,
                     struct arena *arena, struct mistakes *mistakes);

/* The words as a phrase file (guard/phrases.h). */
struct str own_guards_phrases(const struct own_guards *guards, struct arena *arena);

/* The patterns; NULL where there are none.  ERR_CONFIG, ERR_LIMIT as pattern_open() has
 * them. */
int own_guards_open(struct pattern_set **set_out, const struct own_guards *guards,
                    struct arena *arena, struct err *err) MUST_USE;

#endif
