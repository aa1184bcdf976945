/* stem.h - words reduced to what their forms share ("returned", "returning": "return").
 *
 * Snowball's stemmers (libstemmer, included by stem.c only) for English, German and
 * Spanish, on words as text/tokens.h folds them.  So that a stem does not depend on
 * accents that people leave out, German ae, oe, ue count as a, o, u and Spanish -cion
 * and -sion are read with their accent.  Numbers and other words come back as they are.
 *
 * Thread: a stemmer belongs to one thread at a time; make one for each.
 * Memory: in the arena, with what libstemmer takes from the heap; stemming takes nothing
 *         more.  A stem is good until the next call.
 */
#ifndef TEXT_STEM_H
#define TEXT_STEM_H

#include "base/str.h"
#include "text/tongue.h"

struct arena;
struct stemmer;

struct stemmer *stemmer_new(struct arena *arena);

/* The stem of a folded word; the word itself for TONGUE_NONE, and where it is no word
 * of ASCII letters or longer than any word. */
struct str stem_word(struct stemmer *stemmer, enum tongue tongue, struct str word);

#endif
