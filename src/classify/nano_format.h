/* nano_format.h - the bytes of a nano model.
 *
 *     head         struct nano_head
 *     slots        slot_count x struct nano_slot: a hash table, open addressing with
 *                  linear probing, at most three quarters full, from feature to row
 *     hints        NANO_HINTS_PER_SLOT bits a slot: those of the features that are there;
 *                  most others are known to be absent by a look at these few bytes
 *     rows         row_count x columns x int8: what a feature adds to the hidden units,
 *                  times the slot's scale
 *     bias         columns x float
 *     out          columns x label_room x float
 *     out_bias     label_room x float
 *     label ends   output_count x uint32: where each label's text ends
 *     label text   UTF-8
 *     concepts     the compiled concept table (concepts_format.h), or nothing
 *
 * Every part begins at a multiple of 64 bytes; the space between is zero.  columns is
 * member_count * NET_HIDDEN.  Outputs are the labels in bytewise order, then `oos` where
 * has_oos is 1; rows of out are padded to label_room.  Numbers are in the order of the
 * machine that wrote them; one of the other order finds a wrong version.
 *
 * Only nano_model.c, nano_train.c and their tests include it.
 */
#ifndef CLASSIFY_NANO_FORMAT_H
#define CLASSIFY_NANO_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#include "classify/nano.h"
#include "classify/scope.h"

enum {
    NANO_VERSION = 2,
    NANO_HINTS_PER_SLOT = 4,
    NANO_NO_ROW = 0x7fffffff,
    NANO_ROWS_MAX = 1 << 20,
    NANO_SLOTS_MAX = 1 << 22,
    NANO_LABEL_TEXT_MAX = 1 << 20,
    NANO_CONCEPTS_BYTES_MAX = 1 << 24,
};

struct nano_head {
    char magic[8]; /* "ushrnano" */
    uint32_t version;
    uint32_t member_count;
    uint32_t slot_count; /* a power of two */
    uint32_t row_count;
    uint32_t label_count; /* without oos */
    uint32_t has_oos;
    uint32_t has_runs; /* among its features */
    uint32_t label_text_len;
    uint32_t concepts_len;
    uint32_t text_count; /* trained on */
    float coldness;      /* logits are multiplied by this: 1 / temperature */
    float unknown_word;  /* weight of a word feature, and of a run, never seen */
    float unknown_run;
    uint32_t coverage_thresholds[NANO_COVERAGES]; /* millionths */
    struct scope scope;
};

struct nano_slot {
    uint32_t tag; /* upper half of the key; the lower half chooses the slot */
    uint32_t row; /* or NANO_NO_ROW: free */
    float weight; /* of the feature, before the text is brought to length 1 */
    float scale;  /* of the row's numbers */
};

/* Where each part begins, from the counts of the head. */
struct nano_layout {
    size_t columns;
    size_t outputs;
    size_t label_room;
    size_t slots;
    size_t hints;
    size_t rows;
    size_t bias;
    size_t out;
    size_t out_bias;
    size_t label_ends;
    size_t label_text;
    size_t concepts;
    size_t size_bytes;
};

/* Where a feature's hint is, in bits. */
static inline size_t nano_hint_of(const struct nano_head *head, uint64_t key)
{
    return (size_t)(key >> 24) & (head->slot_count * NANO_HINTS_PER_SLOT - 1);
}

struct nano_layout nano_layout_of(const struct nano_head *head);

#endif
