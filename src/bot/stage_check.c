/* stage_check.c - a draft is checked before anybody may send it.
 *
 * The composer is not trusted: what may be said is taken from the pages and from the
 * team's own words once more, and every sentence has to be found there.
 */

#include "base/arena.h"
#include "base/buf.h"
#include "bot/draft.h"
#include "bot/stages.h"
#include "guard/breaker.h"
#include "guard/voice.h"

enum { APPROVED_MAX = 3 };

/* The text with the customer's name where it asks for one; without a name, the space
 * before it goes too. */
static struct str with_name(const struct turn *turn, struct str text, struct str name)
{
    struct str mark = STR("{name}");
    size_t at = str_find(text, mark);
    size_t before = at;
    struct buf buf;

    if (at == text.len) {
        return text;
    }
    if (str_is_empty(name) && at > 0 && text.at[at - 1] == ' ') {
        before = at - 1;
    }
    buf_init(&buf, turn->arena, text.len + name.len);
    buf_add(&buf, str_slice(text, 0, before));
    buf_add(&buf, name);
    buf_add(&buf, str_slice(text, at + mark.len, text.len));
    return buf_str(&buf);
}

/* What the team lets the bot say in its own words. */
static size_t approved_texts(const struct turn *turn, struct str name,
                             struct str texts_out[APPROVED_MAX])
{
    const struct brand *brand = &turn->bot->config.brand;
    const struct intent *intent = turn->intent;
    struct str code = str_from(tongue_code(turn->tongue));
    struct str texts[APPROVED_MAX] = {
        with_name(turn, text_pair_find(brand->greeting, brand->greeting_count, code),
                  name),
        text_pair_find(intent->wording, intent->wording_count, code),
        text_pair_find(brand->closing, brand->closing_count, code),
    };
    size_t count = 0;

    for (size_t i = 0; i < APPROVED_MAX; i++) {
        if (!str_is_empty(texts[i])) {
            texts_out[count++] = voice_apply(&turn->bot->voice, turn->arena, texts[i]);
        }
    }
    return count;
}

static const struct cited_sentence *cited_sentences(const struct turn *turn,
                                                    const struct draft *draft)
{
    struct cited_sentence *cited =
        arena_array(turn->arena, draft->sentence_count + 1, sizeof *cited);

    for (size_t i = 0; i < draft->sentence_count; i++) {
        const struct draft_sentence *sentence = &draft->sentences[i];

        cited[i] = (struct cited_sentence){ .text = sentence->text,
                                            .citations = &sentence->citation,
                                            .citation_count = sentence->citation != 0 };
    }
    return cited;
}

static const struct str *cited_passages(const struct turn *turn,
                                        const struct draft *draft)
{
    struct str *texts =
        arena_array(turn->arena, draft->citation_count + 1, sizeof *texts);

    for (size_t i = 0; i < draft->citation_count; i++) {
        texts[i] = index_passage(&turn->bot->index, draft->citations[i].passage).text;
    }
    return texts;
}

/* Findings in a draft that nobody gets to see are told without a place. */
static void tell_findings(struct turn *turn, const struct evidence *found)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct finding *finding = &found->items[i];
        struct finding *told =
            evidence_add(&turn->prepared->evidence, finding->kind, 0, 0, finding->score);

        if (told != NULL) {
            told->guard = finding->guard;
            told->severity = finding->severity;
            told->reason = finding->reason;
        }
    }
}

enum step_outcome stage_check_draft(struct turn *turn, const struct draft *draft,
                                    struct str name)
{
    const struct bot *bot = turn->bot;
    struct evidence *found = turn->worker->found;
    struct str approved[APPROVED_MAX];
    struct guard_draft checked = {
        .cited = { .text = draft->text,
                   .sentences = cited_sentences(turn, draft),
                   .sentence_count = draft->sentence_count,
                   .passages = cited_passages(turn, draft),
                   .passage_count = draft->citation_count,
                   .approved = approved,
                   .approved_count = approved_texts(turn, name, approved) },
        .known = &turn->request->text,
        .known_count = 1,
    };
    uint32_t asked = guard_asked_output(&bot->guards);
    uint32_t refused = turn_refused_guards(turn, asked);
    uint32_t failed;

    evidence_clear(found);
    failed = guard_check_output(&bot->guards, turn->worker->guard, &checked, &bot->voice,
                                refused, found);
    turn_record_guards(turn, asked & ~refused, failed);
    if (evidence_worst(found) < SEVERITY_BLOCK) {
        return OUTCOME_OK;
    }
    tell_findings(turn, found);
    return evidence_has(found, EVIDENCE_UNAVAILABLE) ? OUTCOME_UNGUARDED
                                                     : OUTCOME_BLOCKED;
}
