/* injection.c - open and ask the model. */

#include "guard/injection.h"

#include "base/err.h"
#include "text/segment.h"

enum { PART_BYTES_MAX = 400 };

int injection_open(struct nano *model_out, uint32_t *attack_out, struct str bytes,
                   struct err *err)
{
    struct nano model;

    if (nano_open(&model, bytes, err) != 0) {
        return -1;
    }
    if (!nano_find_label(&model, STR("attack"), attack_out)) {
        return err_set(err, ERR_CORRUPT, "the model knows no attack");
    }
    *model_out = model;
    return 0;
}

static uint32_t score_of(const struct nano *model, uint32_t attack,
                         struct nano_scratch *scratch, struct str part)
{
    struct nano_answer answer;

    nano_ask(model, scratch, part, &answer);
    return nano_probability(scratch, attack);
}

/* Whole sentences from `sentences`, the first at *next_out, up to PART_BYTES_MAX. */
static bool take_part(struct sentences *sentences, struct str *next, struct str *part_out)
{
    if (next->len == 0) {
        return false;
    }
    *part_out = *next;
    for (;;) {
        size_t len;

        if (!sentence_next(sentences, next)) {
            *next = (struct str){ 0 };
            return true;
        }
        len = (size_t)(next->at + next->len - part_out->at);
        if (len > PART_BYTES_MAX) {
            return true;
        }
        part_out->len = len;
    }
}

uint32_t injection_score(const struct nano *model, uint32_t attack,
                         struct nano_scratch *scratch, struct str text)
{
    struct sentences sentences = sentences_of(text);
    struct str next = { 0 };
    struct str part;
    uint32_t worst = 0;

    if (text.len <= PART_BYTES_MAX) {
        return score_of(model, attack, scratch, text);
    }
    (void)sentence_next(&sentences, &next);
    while (take_part(&sentences, &next, &part)) {
        uint32_t score =
            score_of(model, attack, scratch, str_slice(part, 0, PART_BYTES_MAX));

        worst = score > worst ? score : worst;
    }
    return worst;
}

uint32_t injection_bound(const struct nano *model)
{
    enum { AT_FIVE_PERCENT = 0 }; /* nano_coverage_errors */

    return nano_coverage_threshold(model, AT_FIVE_PERCENT);
}

void injection_check(const struct nano *model, uint32_t attack,
                     struct nano_scratch *scratch, struct str text,
                     struct evidence *evidence)
{
    uint32_t score = injection_score(model, attack, scratch, text);

    if (score >= injection_bound(model)) {
        (void)evidence_add(evidence, EVIDENCE_MODEL, 0, text.len, (int32_t)score);
    }
}
