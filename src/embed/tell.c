/* tell.c - a decision as include/usher.h shows it: texts with a NUL, numbers as doubles.
 */

#include "base/arena.h"
#include "base/decimal.h"
#include "embed/embed.h"

/* The numbers of usher.h never change; ours may, and then a table is due here. */
#define X(constant, name)                                                                \
    _Static_assert((int)USHER_##constant == (int)ACTION_##constant + 1, name);
FLOW_ACTIONS(X)
#undef X

static const char *c_string(struct arena *arena, struct str text)
{
    return str_copy(arena, text).at;
}

static double share(int64_t micros)
{
    return (double)micros / MICROS_ONE;
}

static void tell_entities(struct usher_decision *told, const struct decision *decision,
                          struct arena *arena)
{
    size_t count = decision->entity_count;
    struct usher_entity *items = arena_array(arena, count + 1, sizeof *items);
    const struct usher_entity **list = arena_array(arena, count + 1, sizeof *list);

    for (size_t i = 0; i < count; i++) {
        const struct decision_entity *entity = &decision->entities[i];

        items[i] = (struct usher_entity){
            .type = c_string(arena, entity->type),
            .text = c_string(arena, entity->text),
            .start = entity->start,
            .end = entity->end,
        };
        list[i] = &items[i];
    }
    told->entities = list;
    told->entity_count = count;
}

static void tell_citations(struct usher_decision *told,
                           const struct decision_draft *draft, struct arena *arena)
{
    size_t count = draft->citation_count;
    struct usher_citation *items = arena_array(arena, count + 1, sizeof *items);
    const struct usher_citation **list = arena_array(arena, count + 1, sizeof *list);

    for (size_t i = 0; i < count; i++) {
        const struct decision_citation *citation = &draft->citations[i];

        items[i] = (struct usher_citation){
            .n = citation->n,
            .page = c_string(arena, citation->page),
            .heading = c_string(arena, citation->heading),
            .anchor = c_string(arena, citation->anchor),
            .sha256 = c_string(arena, citation->sha256),
            .score = share(citation->score),
        };
        list[i] = &items[i];
    }
    told->citations = list;
    told->citation_count = count;
}

const struct usher_decision *embed_tell(const struct decision *decision,
                                        struct arena *arena)
{
    static const struct decision_draft no_draft = { 0 };
    const struct decision_draft *draft =
        decision->draft == NULL ? &no_draft : decision->draft;
    struct usher_decision *told = arena_alloc(arena, sizeof *told);

    *told = (struct usher_decision){
        .size = sizeof *told,
        .id = c_string(arena, decision->id),
        .action = (enum usher_action)(decision->action + 1),
        .action_name = c_string(arena, action_name(decision->action)),
        .reason = c_string(arena, reason_name(decision->reason)),
        .next_action = c_string(arena, decision_next_action(decision)),
        .intent = c_string(arena, decision->intent.label),
        .confidence = share(decision->intent.confidence),
        .in_scope = decision->intent.in_scope,
        .sentiment = c_string(arena, decision->sentiment.label),
        .urgency = share(decision->urgency),
        .priority = (int)decision->priority,
        .language = c_string(arena, decision->language),
        .queue = c_string(arena, decision->queue),
        .wording = c_string(arena, decision->wording),
        .draft = c_string(arena, draft->text),
        .draft_language = c_string(arena, draft->language),
    };
    tell_entities(told, decision, arena);
    tell_citations(told, draft, arena);
    return told;
}
