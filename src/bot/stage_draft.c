/* stage_draft.c - an answer from the pages, checked as a customer would read it. */

#include "base/arena.h"
#include "bot/draft.h"
#include "bot/stages.h"

static bool has_entity(const struct turn *turn, struct str type)
{
    for (size_t i = 0; i < turn->facts.entity_count; i++) {
        if (str_equal(turn->facts.entities[i].name, type)) {
            return true;
        }
    }
    return false;
}

static bool has_required_entities(const struct turn *turn)
{
    for (size_t i = 0; i < turn->intent->require_count; i++) {
        if (!has_entity(turn, turn->intent->requires[i])) {
            return false;
        }
    }
    return true;
}

/* The name to greet, where the caller knows the customer. */
static struct str customer_name(const struct turn *turn)
{
    for (size_t i = 0; i < turn->request->attribute_count; i++) {
        const struct fact *attribute = &turn->request->attributes[i];

        if (str_equal(attribute->name, STR("name")) &&
            attribute->value.kind == VALUE_TEXT) {
            return attribute->value.text;
        }
    }
    return STR("");
}

/* --- what is told of it --- */

static void tell_passages(struct turn *turn, const struct draft *draft)
{
    struct manifest *manifest = &turn->decision->manifest;
    struct manifest_passage *told =
        arena_array(turn->arena, draft->hit_count + 1, sizeof *told);

    for (size_t i = 0; i < draft->hit_count; i++) {
        struct passage passage = index_passage(&turn->bot->index, draft->hits[i].passage);

        told[i] = (struct manifest_passage){
            .page = passage.page,
            .anchor = passage.anchor,
            .sha256 = sha256_hex(turn->arena, &passage.sha256),
            .bm25 = draft->hits[i].score,
        };
    }
    manifest->passages = told;
    manifest->passage_count = draft->hit_count;
}

static const struct decision_citation *told_citations(const struct turn *turn,
                                                      const struct draft *draft)
{
    struct decision_citation *told =
        arena_array(turn->arena, draft->citation_count + 1, sizeof *told);

    for (size_t i = 0; i < draft->citation_count; i++) {
        const struct draft_citation *citation = &draft->citations[i];
        struct passage passage = index_passage(&turn->bot->index, citation->passage);

        told[i] = (struct decision_citation){
            .n = citation->number,
            .page = passage.page,
            .heading = passage.heading,
            .anchor = passage.anchor,
            .sha256 = sha256_hex(turn->arena, &passage.sha256),
            .score = citation->score,
        };
    }
    return told;
}

static void tell_draft(struct turn *turn, const struct draft *draft)
{
    struct decision_draft *told = arena_alloc(turn->arena, sizeof *told);
    struct decision_sentence *sentences =
        arena_array(turn->arena, draft->sentence_count + 1, sizeof *sentences);

    for (size_t i = 0; i < draft->sentence_count; i++) {
        sentences[i] = (struct decision_sentence){ draft->sentences[i].text,
                                                   draft->sentences[i].citation };
    }
    *told = (struct decision_draft){
        .text = draft->text,
        .language = turn->facts.language,
        .sha256 = sha256_hex(turn->arena, &draft->sha256),
        .sentences = sentences,
        .sentence_count = draft->sentence_count,
        .citations = told_citations(turn, draft),
        .citation_count = draft->citation_count,
    };
    turn->draft = told;
}

enum step_outcome stage_draft_reply(void *context, const struct flow_command *command)
{
    struct turn *turn = context;
    struct draft_request request = {
        .index = &turn->bot->index,
        .stemmer = turn->worker->stemmer,
        .text = turn->prepared->normal.text,
        .brand = &turn->bot->config.brand,
        .voice = &turn->bot->voice,
        .customer = customer_name(turn),
    };
    struct draft draft;
    enum step_outcome checked;

    (void)command;
    if (turn->intent == NULL) {
        return OUTCOME_UNSUPPORTED;
    }
    if (!has_required_entities(turn)) {
        return OUTCOME_MISSING_ENTITY;
    }
    request.subject = bot_subject(turn->bot, turn->intent, turn->tongue);
    draft_compose(&draft, turn->arena, &request);
    tell_passages(turn, &draft);
    turn_lap(turn, STAGE_DRAFT);
    if (draft.verdict != DRAFT_SUPPORTED) {
        return OUTCOME_UNSUPPORTED;
    }
    checked = stage_check_draft(turn, &draft, request.customer);
    if (checked == OUTCOME_OK) {
        tell_draft(turn, &draft);
        turn->facts.draft_supported = true;
    }
    turn_lap(turn, STAGE_GUARD_DRAFT);
    return checked;
}
