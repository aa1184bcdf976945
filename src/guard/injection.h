/* injection.h - a small model that reads whether a message is an attack on the assistant.
 *
 * It is trained when a bot is built, from examples of our own (data/injection.jsonl), and
 * sees turns of phrase that no list holds.  Like every guard it gives evidence, with a
 * score; the phrases work without it.
 *
 * Thread: any; a model is read-only, the scratch belongs to one thread.
 * Memory: the trained model is allocated in the arena; an open one is a view of it.
 */
#ifndef GUARD_INJECTION_H
#define GUARD_INJECTION_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "classify/nano.h"
#include "guard/evidence.h"

struct arena;
struct err;

/* The built-in examples, JSON lines {"text", "label"}, label "attack" or "support". */
struct str injection_examples(void);

/* Train on the built-in examples and on a bot's own labelled messages, which teach what
 * is harmless there (at most INJECTION_HARMLESS_MAX of them, evenly taken; may be none).
 * The same bytes from the same program and messages; takes a second or so. */
enum { INJECTION_HARMLESS_MAX = 2000 };
int injection_train(struct str *model_out, struct arena *arena,
                    const struct str *harmless, size_t harmless_count,
                    struct err *err) MUST_USE;

/* ERR_CORRUPT where the bytes are no such model. */
int injection_open(struct nano *model_out, uint32_t *attack_out, struct str bytes,
                   struct err *err) MUST_USE;

/* How likely the text is an attack, in millionths: of its parts of a few sentences, as
 * long as the examples are, the likeliest.  In one look at a long text an attack would
 * drown, and the model would judge what it never saw. */
uint32_t injection_score(const struct nano *model, uint32_t attack,
                         struct nano_scratch *scratch, struct str text);

/* Add evidence about the whole text where the score reaches the bound above which, in
 * training, at most 5 % of the model's answers to held-out examples were wrong. */
uint32_t injection_bound(const struct nano *model);
void injection_check(const struct nano *model, uint32_t attack,
                     struct nano_scratch *scratch, struct str text,
                     struct evidence *evidence);

#endif
