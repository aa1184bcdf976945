#include "classify/nano_draft.h"

#include <string.h>

#include "base/arena.h"
#include "classify/net.h"
#include "classify/vocabulary.h"

/* At most half full, so that a search is short. */
static size_t slots_for(size_t rows)
{
    size_t slots = 64;

    while (slots / 2 < rows) {
        slots *= 2;
    }
    return slots;
}

static void write_labels(struct nano_draft *draft, const struct nano_names *names)
{
    uint32_t *ends = (void *)(draft->bytes + draft->layout.label_ends);
    char *text = draft->bytes + draft->layout.label_text;
    uint32_t end = 0;

    for (size_t i = 0; i < names->output_count; i++) {
        memcpy(text + end, names->names[i].at, names->names[i].len);
        end += (uint32_t)names->names[i].len;
        ends[i] = end;
    }
}

void nano_draft_init(struct nano_draft *draft, struct arena *arena, struct arena *work,
                     const struct nano_names *names, const struct vocabulary *vocabulary,
                     const struct nano_draft_plan *plan)
{
    struct str concepts = plan->concepts;
    struct nano_head head = {
        .magic = { 'u', 's', 'h', 'r', 'n', 'a', 'n', 'o' },
        .version = NANO_VERSION,
        .member_count = plan->member_count,
        .slot_count = (uint32_t)slots_for(vocabulary->row_count),
        .row_count = (uint32_t)vocabulary->row_count,
        .label_count = (uint32_t)names->label_count,
        .has_oos = names->output_count > names->label_count,
        .has_runs = plan->has_runs,
        .text_count = (uint32_t)vocabulary->text_count,
        .unknown_word = vocabulary->unknown_word,
        .unknown_run = vocabulary->unknown_run,
        .concepts_len = (uint32_t)concepts.len,
    };
    char *at;

    for (size_t i = 0; i < names->output_count; i++) {
        head.label_text_len += (uint32_t)names->names[i].len;
    }
    draft->layout = nano_layout_of(&head);
    at = arena_alloc(arena, draft->layout.size_bytes + NANO_ALIGN);
    draft->bytes = at + (NANO_ALIGN - (uintptr_t)at % NANO_ALIGN);
    draft->head = (void *)draft->bytes;
    *draft->head = head;
    draft->weights = arena_array(work, vocabulary->row_count * draft->layout.columns + 1,
                                 sizeof *draft->weights);
    write_labels(draft, names);
    if (concepts.len != 0) {
        memcpy(draft->bytes + draft->layout.concepts, concepts.at, concepts.len);
    }
}

void nano_draft_add(struct nano_draft *draft, const struct net *net, size_t member)
{
    float members = (float)draft->head->member_count;
    size_t columns = draft->layout.columns;
    float *bias = (void *)(draft->bytes + draft->layout.bias);
    float *out = (void *)(draft->bytes + draft->layout.out);
    float *out_bias = (void *)(draft->bytes + draft->layout.out_bias);

    for (size_t row = 0; row < net->row_count; row++) {
        memcpy(draft->weights + row * columns + member * NET_HIDDEN,
               net->in + row * NET_HIDDEN, NET_HIDDEN * sizeof *net->in);
    }
    memcpy(bias + member * NET_HIDDEN, net->bias, sizeof net->bias);
    out += member * NET_HIDDEN * net->label_room;
    for (size_t i = 0; i < NET_HIDDEN * net->label_room; i++) {
        out[i] = net->out[i] / members;
    }
    for (size_t i = 0; i < net->label_room; i++) {
        out_bias[i] += net->out_bias[i] / members;
    }
}

/* Returns the scale: the row is about scale * rounded. */
static float round_row(const float *row, size_t columns, int8_t *rounded_out)
{
    float top = 1e-9f;

    for (size_t i = 0; i < columns; i++) {
        float size = row[i] < 0 ? -row[i] : row[i];

        top = size > top ? size : top;
    }
    for (size_t i = 0; i < columns; i++) {
        float steps = row[i] * 127 / top;

        rounded_out[i] = (int8_t)(steps + (steps < 0 ? -0.5f : 0.5f));
    }
    return top / 127;
}

void nano_draft_finish(struct nano_draft *draft, const struct vocabulary *vocabulary)
{
    struct nano_slot *slots = (void *)(draft->bytes + draft->layout.slots);
    uint8_t *hints = (void *)(draft->bytes + draft->layout.hints);
    int8_t *rows = (void *)(draft->bytes + draft->layout.rows);
    size_t columns = draft->layout.columns;
    size_t mask = draft->head->slot_count - 1;

    for (size_t i = 0; i <= mask; i++) {
        slots[i].row = NANO_NO_ROW;
    }
    for (size_t i = 0; i < vocabulary->entry_count; i++) {
        const struct vocabulary_entry *entry = &vocabulary->entries[i];
        size_t at = (size_t)entry->key & mask;
        size_t hint = nano_hint_of(draft->head, entry->key);
        size_t from = entry->row * columns;

        if (entry->row == VOCABULARY_NO_ROW) {
            continue;
        }
        while (slots[at].row != NANO_NO_ROW) {
            at = (at + 1) & mask;
        }
        hints[hint / 8] = (uint8_t)(hints[hint / 8] | 1u << hint % 8);
        slots[at].tag = (uint32_t)(entry->key >> 32);
        slots[at].row = entry->row;
        slots[at].weight = entry->weight;
        slots[at].scale = round_row(draft->weights + from, columns, rows + from);
    }
}

struct str nano_draft_bytes(const struct nano_draft *draft)
{
    return (struct str){ draft->bytes, draft->layout.size_bytes };
}
