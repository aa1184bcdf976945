/* voice.h - a brand's rules on a draft: words to say otherwise, words never to say, and
 * how long it may be.
 *
 * Words are compared as in words.h, without case and accents, whole words unless the rule
 * says otherwise.  Sentences that quote a page are left as they are: replacing is for
 * what the bot says itself.
 *
 * Thread: an open voice is read-only and may be shared.
 * Memory: in the arena given to voice_open(); it keeps views of the rules' texts.
 */
#ifndef GUARD_VOICE_H
#define GUARD_VOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"
#include "guard/evidence.h"
#include "guard/words.h"

struct arena;
struct err;

struct voice_swap {
    struct str from;
    struct str to; /* may be empty */
    bool is_whole_word;
};

struct voice_rules {
    const struct voice_swap *swaps;
    size_t swap_count;
    const struct str *forbidden;
    size_t forbidden_count;
    size_t sentence_max; /* 0: any number */
};

struct voice {
    struct voice_rules rules;
    struct words swaps;
    struct words forbidden;
};

/* ERR_CONFIG where a rule holds no word. */
int voice_open(struct voice *voice_out, struct arena *arena,
               const struct voice_rules *rules, struct err *err) MUST_USE;

/* The text with its words said the brand's way. */
struct str voice_apply(const struct voice *voice, struct arena *arena, struct str text);

/* Whether the text holds a forbidden word. */
bool voice_forbids(const struct voice *voice, struct str text);

/* Evidence for forbidden words and for too many sentences. */
void voice_check(const struct voice *voice, struct str text, size_t sentence_count,
                 struct evidence *evidence);

#endif
