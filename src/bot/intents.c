/* intents.c - the keys of intents.yaml. */

#include "bot/intents.h"

#include "base/arena.h"
#include "base/attr.h"
#include "bot/names.h"
#include "config/node.h"

#define X(constant, name) name,
static const char *const risks[] = { FLOW_RISKS(X) NULL };
#undef X

static const struct field intent_fields[] = {
    { .name = "description",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct intent, description),
      .doc = "what the customer wants, in one sentence" },
    { .name = "queue",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct intent, queue),
      .doc = "the team that deals with it, one of bot.yaml's queues" },
    { .name = "priority",
      .kind = FIELD_INT,
      .fallback = "2",
      .min = 1,
      .max = 3,
      .offset = offsetof(struct intent, priority),
      .doc = "1 most urgent, 2, 3" },
    { .name = "auto_respond",
      .kind = FIELD_BOOL,
      .fallback = "false",
      .offset = offsetof(struct intent, auto_respond),
      .doc = "whether an answer is drafted" },
    { .name = "human_in_the_loop",
      .kind = FIELD_BOOL,
      .fallback = "true",
      .offset = offsetof(struct intent, human_in_the_loop),
      .doc = "false lets drafts go out without approval" },
    { .name = "risk",
      .kind = FIELD_CHOICE,
      .choices = risks,
      .fallback = "normal",
      .offset = offsetof(struct intent, risk),
      .doc = "high: two people approve; banned and self_harm are never answered by the "
             "bot" },
    { .name = "requires",
      .kind = FIELD_TEXTS,
      .offset = offsetof(struct intent, requires),
      .count_offset = offsetof(struct intent, require_count),
      .doc = "entities the answer needs" },
    { .name = "pages",
      .kind = FIELD_TEXTS,
      .offset = offsetof(struct intent, pages),
      .count_offset = offsetof(struct intent, page_count),
      .doc = "help pages whose passages are preferred" },
    { .name = "wording",
      .kind = FIELD_PAIRS,
      .offset = offsetof(struct intent, wording),
      .count_offset = offsetof(struct intent, wording_count),
      .doc = "approved sentences that may open a draft, by language" },
};
const struct field_table intent_table = { "an intent", intent_fields,
                                          COUNT_OF(intent_fields),
                                          sizeof(struct intent) };

static void check_intent(const struct intent *intent, struct mistakes *mistakes)
{
    struct place place = intent->head.node->key_place;

    name_check(intent->head.name, "an intent", place, mistakes);
    if (str_equal(intent->head.name, LABEL_OUT_OF_SCOPE)) {
        mistakes_add(mistakes, place, STR("\"oos\" is the label of what is no intent"),
                     STR("another name"), STR(""));
    }
    if (intent->risk >= RISK_BANNED && intent->auto_respond) {
        mistakes_add(mistakes, field_place(&intent->head, "auto_respond"),
                     str_format(mistakes->arena,
                                "an intent of risk %.*s is never answered",
                                STR_ARG(risk_name(intent->risk))),
                     STR("auto_respond: false"), STR(""));
    }
}

void intents_read(struct intents *intents_out, const struct node *node,
                  struct arena *arena, struct mistakes *mistakes)
{
    struct intents *intents = intents_out;
    struct intent *items;
    size_t count = 0;

    *intents = (struct intents){ .head = { .node = node } };
    if (node == NULL) {
        return;
    }
    if (node->kind != NODE_MAPPING || node->count == 0 || node->count > INTENTS_MAX) {
        mistakes_add(mistakes, node->place, STR("here are no intents"),
                     STR("a mapping of 1 to 1000 intents"), STR(""));
        return;
    }
    items = arena_array(arena, node->count, sizeof *items);
    intents->labels = arena_array(arena, node->count, sizeof *intents->labels);
    for (const struct node *member = node->first; member != NULL; member = member->next) {
        struct intent *intent = &items[count];

        fields_read(&intent_table, member, member->place, intent, arena, mistakes);
        if (intent->head.node == NULL) {
            continue;
        }
        intent->head.name = member->key;
        intents->labels[count++] = member->key;
        check_intent(intent, mistakes);
    }
    intents->items = items;
    intents->count = count;
}

const struct intent *intents_find(const struct intents *intents, struct str label)
{
    for (size_t i = 0; i < intents->count; i++) {
        if (str_equal(intents->items[i].head.name, label)) {
            return &intents->items[i];
        }
    }
    return NULL;
}
