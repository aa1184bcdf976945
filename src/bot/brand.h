/* brand.h - brand.json: the voice of the drafts.
 *
 * It is an overlay: re-read while the server runs, and its digest enters manifests, so
 * it is read and checked apart from the rest of the folder.
 *
 * Thread: any; const once read.
 * Memory: in the arena; texts are views of the node.
 */
#ifndef BOT_BRAND_H
#define BOT_BRAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "config/fields.h"

struct arena;
struct err;
struct voice; /* guard/voice.h */

struct replacement {
    struct field_head head;
    struct str from;
    struct str to; /* may be empty */
    bool whole_word;
};

struct brand {
    struct field_head head;
    struct str tone;
    const struct text_pair *greeting; /* by language; {name} stands for the customer */
    size_t greeting_count;
    const struct text_pair *closing;
    size_t closing_count;
    const struct replacement *replace;
    size_t replace_count;
    const struct str *forbid; /* words and phrases no draft may hold */
    size_t forbid_count;
    int64_t max_sentences;
};

extern const struct field_table brand_table;

/* node may be NULL, where there is no brand.json: the defaults. */
void brand_read(struct brand *brand_out, const struct node *node, struct arena *arena,
                struct mistakes *mistakes);

/* The forbidden phrase in text, compared word by word without case and accents; an empty
 * text where there is none. */
struct str brand_forbidden_in(const struct brand *brand, struct str text,
                              struct arena *arena);

/* The rules as drafts are made and guarded by them.  ERR_CONFIG where a phrase holds no
 * word. */
int brand_open_voice(struct voice *voice_out, const struct brand *brand,
                     struct arena *arena, struct err *err) MUST_USE;

#endif
