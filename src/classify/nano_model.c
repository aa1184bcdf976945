/* nano_model.c - open a model and ask it. */

#include "classify/nano.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/attr.h"
#include "base/err.h"
#include "base/utf8.h"
#include "classify/exact.h"
#include "classify/nano_format.h"
#include "classify/net.h"
#include "classify/rows.h"

const uint32_t nano_coverage_errors[NANO_COVERAGES] = { 50000, 20000, 10000 };

static size_t part_end(size_t start, size_t count, size_t item_size)
{
    return (start + count * item_size + NANO_ALIGN - 1) / NANO_ALIGN * NANO_ALIGN;
}

struct nano_layout nano_layout_of(const struct nano_head *head)
{
    struct nano_layout layout = {
        .columns = (size_t)head->member_count * NET_HIDDEN,
        .outputs = head->label_count + head->has_oos,
    };

    layout.label_room =
        (layout.outputs + NET_LABELS_ALIGN - 1) / NET_LABELS_ALIGN * NET_LABELS_ALIGN;
    layout.slots = part_end(0, 1, sizeof *head);
    layout.hints = part_end(layout.slots, head->slot_count, sizeof(struct nano_slot));
    layout.rows = part_end(layout.hints, head->slot_count * NANO_HINTS_PER_SLOT / 8, 1);
    layout.bias = part_end(layout.rows, head->row_count, layout.columns);
    layout.out = part_end(layout.bias, layout.columns, sizeof(float));
    layout.out_bias =
        part_end(layout.out, layout.columns * layout.label_room, sizeof(float));
    layout.label_ends = part_end(layout.out_bias, layout.label_room, sizeof(float));
    layout.label_text = part_end(layout.label_ends, layout.outputs, sizeof(uint32_t));
    layout.concepts = part_end(layout.label_text, head->label_text_len, 1);
    layout.size_bytes = part_end(layout.concepts, head->concepts_len, 1);
    return layout;
}

/* No number of a model is beyond this; no sum of such numbers can overflow. */
static bool is_sane(float value)
{
    const float sane_max = 1e6f;

    return value >= -sane_max && value <= sane_max;
}

static bool are_sane(const float *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_sane(values[i])) {
            return false;
        }
    }
    return true;
}

static bool is_sane_scope(const struct scope *scope)
{
    for (size_t i = 0; i < SCOPE_SIGNALS; i++) {
        if (!(scope->spread[i] > 1e-6f)) {
            return false;
        }
    }
    return are_sane(scope->centre, SCOPE_SIGNALS) &&
           are_sane(scope->spread, SCOPE_SIGNALS) &&
           are_sane(scope->weight, SCOPE_SIGNALS) && is_sane(scope->start);
}

static bool is_sane_head(const struct nano_head *head)
{
    if (memcmp(head->magic, "ushrnano", sizeof head->magic) != 0 ||
        head->version != NANO_VERSION || head->member_count == 0 ||
        head->member_count > NANO_COLUMNS_MAX / NET_HIDDEN || head->has_oos > 1 ||
        head->has_runs > 1 || head->label_count == 0 ||
        head->label_count > NANO_LABELS_MAX || head->slot_count < 2 ||
        head->slot_count > NANO_SLOTS_MAX ||
        (head->slot_count & (head->slot_count - 1)) != 0 ||
        head->row_count > NANO_ROWS_MAX || head->row_count > head->slot_count / 4 * 3 ||
        head->label_text_len > NANO_LABEL_TEXT_MAX ||
        head->concepts_len > NANO_CONCEPTS_BYTES_MAX) {
        return false;
    }
    return is_sane(head->coldness) && head->coldness > 0 && is_sane(head->unknown_word) &&
           head->unknown_word >= 0 && is_sane(head->unknown_run) &&
           head->unknown_run >= 0 && is_sane_scope(&head->scope);
}

/* Exactly row_count slots are taken, so that a search always meets a free one. */
static bool are_sane_slots(const struct nano *nano)
{
    size_t taken = 0;

    for (size_t i = 0; i < nano->head->slot_count; i++) {
        const struct nano_slot *slot = &nano->slots[i];

        if (slot->row == NANO_NO_ROW) {
            continue;
        }
        if (slot->row >= nano->head->row_count || !is_sane(slot->weight) ||
            slot->weight < 0 || !is_sane(slot->scale)) {
            return false;
        }
        taken++;
    }
    return taken == nano->head->row_count;
}

static bool are_sane_labels(const struct nano *nano, size_t outputs)
{
    uint32_t start = 0;

    for (size_t i = 0; i < outputs; i++) {
        if (nano->label_ends[i] < start ||
            nano->label_ends[i] > nano->head->label_text_len) {
            return false;
        }
        start = nano->label_ends[i];
    }
    return start == nano->head->label_text_len &&
           utf8_is_valid((struct str){ nano->label_text, start }, NULL);
}

static void place(struct nano *nano, const char *at, const struct nano_layout *layout)
{
    nano->slots = (const void *)(at + layout->slots);
    nano->hints = (const void *)(at + layout->hints);
    nano->rows = (const void *)(at + layout->rows);
    nano->bias = (const void *)(at + layout->bias);
    nano->out = (const void *)(at + layout->out);
    nano->out_bias = (const void *)(at + layout->out_bias);
    nano->label_ends = (const void *)(at + layout->label_ends);
    nano->label_text = at + layout->label_text;
}

int nano_open(struct nano *nano_out, struct str bytes, struct err *err)
{
    struct nano nano = { .head = (const void *)bytes.at };
    struct nano_layout layout;

    if (bytes.len == 0) {
        return err_set(err, ERR_CORRUPT, "is empty, so it is no nano model");
    }
    if ((uintptr_t)bytes.at % 16 != 0) {
        return err_set(err, ERR_INPUT, "a model must begin at a multiple of 16 bytes");
    }
    if (bytes.len < sizeof *nano.head || !is_sane_head(nano.head)) {
        return err_set(err, ERR_CORRUPT, "these bytes are not a nano model of version %d",
                       NANO_VERSION);
    }
    layout = nano_layout_of(nano.head);
    if (layout.size_bytes != bytes.len) {
        return err_set(err, ERR_CORRUPT, "a nano model of %zu bytes has %zu",
                       layout.size_bytes, bytes.len);
    }
    place(&nano, bytes.at, &layout);
    if (!are_sane_slots(&nano) || !are_sane_labels(&nano, layout.outputs) ||
        !are_sane(nano.bias, layout.columns) ||
        !are_sane(nano.out, layout.columns * layout.label_room) ||
        !are_sane(nano.out_bias, layout.label_room)) {
        return err_set(err, ERR_CORRUPT, "a table of the nano model is damaged");
    }
    if (nano.head->concepts_len != 0 &&
        concepts_open(&nano.concepts,
                      str_slice(bytes, layout.concepts, nano.head->concepts_len),
                      err) != 0) {
        return -1;
    }
    *nano_out = nano;
    return 0;
}

size_t nano_label_count(const struct nano *nano)
{
    return nano->head->label_count;
}

size_t nano_text_count(const struct nano *nano)
{
    return nano->head->text_count;
}

struct str nano_label(const struct nano *nano, size_t label)
{
    uint32_t start = label == 0 ? 0 : nano->label_ends[label - 1];

    assert(label < nano->head->label_count);
    return (struct str){ nano->label_text + start, nano->label_ends[label] - start };
}

bool nano_find_label(const struct nano *nano, struct str name, uint32_t *label_out)
{
    for (uint32_t i = 0; i < nano->head->label_count; i++) {
        if (str_equal(nano_label(nano, i), name)) {
            *label_out = i;
            return true;
        }
    }
    return false;
}

/* What a text weighs in features, by what the model knows of them. */
struct weighing {
    size_t found;
    float squares; /* of the weights of the known ones */
    float known;
    float unknown;
};

/* Of keys[from..to), those that may be known go to candidates_out; returns how many. */
static size_t find_candidates(const struct nano *nano, const uint64_t *keys, size_t from,
                              size_t to, uint32_t *candidates_out)
{
    uint32_t mask = nano->head->slot_count - 1;
    size_t count = 0;

    for (size_t i = from; i < to; i++) {
        size_t hint = nano_hint_of(nano->head, keys[i]);

        candidates_out[count] = (uint32_t)i;
        count += nano->hints[hint / 8] >> hint % 8 & 1;
    }
    for (size_t i = 0; i < count; i++) {
        __builtin_prefetch(&nano->slots[keys[candidates_out[i]] & mask]);
    }
    return count;
}

static const struct nano_slot *find_slot(const struct nano *nano, uint64_t key)
{
    uint32_t mask = nano->head->slot_count - 1;
    uint32_t tag = (uint32_t)(key >> 32);
    const struct nano_slot *slot = &nano->slots[key & mask];

    while (slot->row != NANO_NO_ROW && slot->tag != tag) {
        slot = slot == nano->slots + mask ? nano->slots : slot + 1;
    }
    return slot;
}

/* Look up keys[from..to); the known ones go to scratch->rows and ->weights. */
static void look_up_some(const struct nano *nano, struct nano_scratch *scratch,
                         size_t from, size_t to, float unknown_weight,
                         struct weighing *sum)
{
    const uint64_t *keys = scratch->features.keys;
    uint32_t *candidates =
        scratch->rows + sum->found; /* each is read before its row is put */
    size_t candidate_count = find_candidates(nano, keys, from, to, candidates);
    size_t found = sum->found;
    float squares = sum->squares;
    float known = sum->known;

    for (size_t i = 0; i < candidate_count; i++) {
        const struct nano_slot *slot = find_slot(nano, keys[candidates[i]]);

        if (slot->row != NANO_NO_ROW) {
            scratch->rows[found] = slot->row;
            scratch->weights[found++] = slot->weight * slot->scale;
            squares += slot->weight * slot->weight;
            known += slot->weight;
        }
    }
    sum->unknown += unknown_weight * (float)(to - from - (found - sum->found));
    sum->found = found;
    sum->squares = squares;
    sum->known = known;
}

/* Concepts mean nothing to a model without them: another model may have asked for them.
 */
static struct weighing look_up(const struct nano *nano, struct nano_scratch *scratch)
{
    const struct features *features = &scratch->features;
    float word = nano->head->unknown_word;
    struct weighing sum = { 0 };

    look_up_some(nano, scratch, 0, features->word_keys, word, &sum);
    if (nano->head->concepts_len != 0) {
        look_up_some(nano, scratch, features->word_keys, features->concept_keys, word,
                     &sum);
    }
    if (nano->head->has_runs != 0) {
        look_up_some(nano, scratch, features->concept_keys, features->count,
                     nano->head->unknown_run, &sum);
    }
    return sum;
}

/* The hidden units, and the sum of their squares for a member of average size. */
VECTOR_CLONES static float find_hidden(const struct nano *nano,
                                       struct nano_scratch *scratch,
                                       const struct weighing *sum)
{
    size_t columns = (size_t)nano->head->member_count * NET_HIDDEN;
    struct rows rows = { nano->rows, columns };
    float length = sum->squares > 0 ? sqrtf(sum->squares) : 1;
    float *restrict hidden = scratch->hidden;
    float squares = 0;

    rows_add(rows, scratch->rows, scratch->weights, sum->found, hidden);
    for (size_t i = 0; i < columns; i++) {
        float sum_in = hidden[i] / length + nano->bias[i];

        hidden[i] = sum_in > 0 ? sum_in : 0;
    }
    for (size_t i = 0; i < columns; i++) {
        squares += hidden[i] * hidden[i];
    }
    return squares / (float)nano->head->member_count;
}

/* The numbers of the hidden units that are not 0; returns how many. */
static size_t find_active(const float *hidden, size_t columns,
                          uint16_t active_out[NANO_COLUMNS_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < columns; i++) {
        active_out[count] = (uint16_t)i;
        count += hidden[i] > 0;
    }
    return count;
}

VECTOR_CLONES static void find_logits(const struct nano *nano,
                                      struct nano_scratch *scratch)
{
    struct nano_layout layout = nano_layout_of(nano->head);
    float *restrict logits = scratch->logits;
    uint16_t active[NANO_COLUMNS_MAX] = { 0 };
    size_t active_count = find_active(scratch->hidden, layout.columns, active);

    memcpy(logits, nano->out_bias, layout.label_room * sizeof *logits);
    for (size_t i = 0; i < active_count; i++) {
        const float *restrict out = nano->out + active[i] * layout.label_room;
        float value = scratch->hidden[active[i]];

        for (size_t k = 0; k < layout.label_room; k++) {
            logits[k] += value * out[k];
        }
    }
    for (size_t i = 0; i < layout.outputs; i++) {
        logits[i] *= nano->head->coldness;
    }
}

/* Of a number in 0 to 1; what is no number counts as 0. */
static uint32_t to_millionths(float value)
{
    return value > 0 ? (uint32_t)(value < 1 ? value * 1e6f + 0.5f : 1e6f) : 0;
}

void nano_ask(const struct nano *nano, struct nano_scratch *scratch, struct str text,
              struct nano_answer *answer_out)
{
    features_of(&scratch->features, text,
                nano->head->concepts_len == 0 ? NULL : &nano->concepts);
    nano_ask_again(nano, scratch, answer_out);
}

void nano_ask_again(const struct nano *nano, struct nano_scratch *scratch,
                    struct nano_answer *answer_out)
{
    size_t label_count = nano->head->label_count;
    struct weighing sum;
    float squares;
    uint32_t top = 0;

    sum = look_up(nano, scratch);
    squares = find_hidden(nano, scratch, &sum);
    find_logits(nano, scratch);
    memcpy(scratch->probabilities, scratch->logits, label_count * sizeof(float));
    exact_softmax(scratch->probabilities, label_count);
    for (uint32_t i = 1; i < label_count; i++) {
        top = scratch->logits[i] > scratch->logits[top] ? i : top;
    }
    scope_read(scratch->signals, scratch->logits, label_count, nano->head->has_oos != 0,
               squares,
               sum.known + sum.unknown > 0 ? sum.unknown / (sum.known + sum.unknown) : 1);
    answer_out->label = top;
    answer_out->confidence = to_millionths(scratch->probabilities[top]);
    answer_out->in_scope =
        sum.found > 0 ? scope_score(&nano->head->scope, scratch->signals) : 0;
    answer_out->is_in_scope =
        sum.found > 0 && answer_out->in_scope >= nano->head->scope.bound;
}

uint32_t nano_probability(const struct nano_scratch *scratch, size_t label)
{
    return to_millionths(scratch->probabilities[label]);
}

uint32_t nano_coverage_threshold(const struct nano *nano, size_t which)
{
    assert(which < NANO_COVERAGES);
    return nano->head->coverage_thresholds[which];
}
