/* definition_parse.c - workflow.yaml becomes a definition, or a list of mistakes. */

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/list.h"
#include "config/fields.h"
#include "config/node.h"
#include "flow/definition_internal.h"

enum { NAME_TEXT_MAX = 64, EXPECTED_MAX = 1000 };

/* --- the document, as it is written --- */

struct rule_text {
    struct field_head head;
    struct str when;
    struct str next;
    struct str reason;
};

struct with_text {
    struct field_head head;
    struct str queue;
};

struct step_text {
    struct field_head head;
    struct str activity;
    struct with_text with;
    const struct rule_text *rules;
    size_t rule_count;
    struct str wait;
    struct duration deadline;
    struct str next;
    const struct text_pair *on;
    size_t on_count;
    struct str reason;
};

struct workflow_text {
    struct field_head head;
    struct str name;
    struct str start;
    const struct step_text *steps;
    size_t step_count;
};

#define TEXT_FIELD(type, member, key, required, line)                                    \
    {                                                                                    \
        .name = key, .kind = FIELD_TEXT, .is_required = required,                        \
        .offset = offsetof(type, member), .min = 1, .max = NAME_TEXT_MAX, .doc = line    \
    }

static const struct field rule_fields[] = {
    { .name = "when",
      .kind = FIELD_TEXT,
      .offset = offsetof(struct rule_text, when),
      .doc = "a condition; the last rule has none" },
    TEXT_FIELD(struct rule_text, next, "next", true, "the step to go to, or `end`"),
    TEXT_FIELD(struct rule_text, reason, "reason", false,
               "the reason to give; else the condition's names tell it"),
};
static const struct field_table rule_table = { "a rule", rule_fields,
                                               COUNT_OF(rule_fields),
                                               sizeof(struct rule_text) };

static const struct field with_fields[] = {
    TEXT_FIELD(struct with_text, queue, "queue", false,
               "of bot.yaml; else the intent's queue"),
};
static const struct field_table with_table = { "with", with_fields, COUNT_OF(with_fields),
                                               sizeof(struct with_text) };

static const struct field step_fields[] = {
    TEXT_FIELD(struct step_text, activity, "do", false, "an activity"),
    { .name = "with",
      .kind = FIELD_TABLE,
      .offset = offsetof(struct step_text, with),
      .table = &with_table,
      .doc = "what the activity is told" },
    { .name = "choose",
      .kind = FIELD_ITEMS,
      .offset = offsetof(struct step_text, rules),
      .count_offset = offsetof(struct step_text, rule_count),
      .min = 1,
      .max = RULES_MAX,
      .table = &rule_table,
      .doc = "rules; the first one that holds is followed" },
    TEXT_FIELD(struct step_text, wait, "wait", false, "approval or resolution"),
    { .name = "deadline",
      .kind = FIELD_DURATION,
      .offset = offsetof(struct step_text, deadline),
      .min = 1000,
      .max = DURATION_MS_MAX,
      .doc = "how long to wait, e.g. `4h` or `1h business`" },
    TEXT_FIELD(struct step_text, next, "next", false, "the step to go to, or `end`"),
    { .name = "on",
      .kind = FIELD_PAIRS,
      .offset = offsetof(struct step_text, on),
      .count_offset = offsetof(struct step_text, on_count),
      .doc = "a step for each outcome" },
    TEXT_FIELD(struct step_text, reason, "reason", false,
               "the reason of whoever comes here"),
};
static const struct field_table step_table = { "a step", step_fields,
                                               COUNT_OF(step_fields),
                                               sizeof(struct step_text) };

static const struct field workflow_fields[] = {
    TEXT_FIELD(struct workflow_text, name, "workflow", true, "its name"),
    TEXT_FIELD(struct workflow_text, start, "start", true, "the first step"),
    { .name = "steps",
      .kind = FIELD_NAMED,
      .is_required = true,
      .offset = offsetof(struct workflow_text, steps),
      .count_offset = offsetof(struct workflow_text, step_count),
      .min = 1,
      .max = STEPS_MAX,
      .table = &step_table,
      .doc = "the steps by name" },
};
static const struct field_table workflow_table = { "a workflow", workflow_fields,
                                                   COUNT_OF(workflow_fields),
                                                   sizeof(struct workflow_text) };

void definition_document(struct buf *buf)
{
    fields_document(&workflow_table, buf);
}

/* --- reading --- */

struct reading {
    const struct workflow_text *text;
    const struct vocabulary *vocabulary;
    struct arena *arena;
    struct mistakes *mistakes;
    struct list conditions; /* of const struct condition * */
};

static void mistake(struct reading *reading, struct place place, struct str what,
                    struct str expected)
{
    mistakes_add(reading->mistakes, place, what, expected, STR(""));
}

/* An unknown word: tells all that were possible and the nearest. */
static void unknown(struct reading *reading, struct place place, const char *kind,
                    struct str word, const struct str *names, size_t name_count)
{
    struct buf expected;

    buf_init(&expected, reading->arena, EXPECTED_MAX);
    for (size_t i = 0; i < name_count; i++) {
        buf_addf(&expected, "%s%.*s", i == 0 ? "one of " : ", ", STR_ARG(names[i]));
    }
    mistakes_add(reading->mistakes, place,
                 str_format(reading->arena, "unknown %s \"%.*s\"", kind, STR_ARG(word)),
                 buf_str(&expected), nearest_name(word, names, name_count));
}

static uint16_t find_step(const struct reading *reading, struct str name)
{
    for (uint16_t i = 0; i < reading->text->step_count; i++) {
        if (str_equal(reading->text->steps[i].head.name, name)) {
            return i;
        }
    }
    return str_equal(name, STR("end")) ? STEP_END : STEP_NONE;
}

static uint16_t read_target(struct reading *reading, struct place place, struct str name)
{
    uint16_t target = find_step(reading, name);
    struct str names[STEPS_MAX + 1];
    size_t count = 0;

    if (target != STEP_NONE || str_is_empty(name)) {
        return target;
    }
    for (; count < reading->text->step_count; count++) {
        names[count] = reading->text->steps[count].head.name;
    }
    names[count++] = STR("end");
    unknown(reading, place, "step", name, names, count);
    return STEP_NONE;
}

static enum reason read_reason(struct reading *reading, struct place place,
                               struct str name)
{
    enum reason reason = reason_find(name);
    struct str names[REASON_COUNT];

    if (str_is_empty(name)) {
        return REASON_NONE;
    }
    if (reason == REASON_COUNT) {
        for (enum reason i = REASON_NONE + 1; i < REASON_COUNT; i++) {
            names[i - 1] = reason_name(i);
        }
        unknown(reading, place, "reason", name, names, REASON_COUNT - 1);
        return REASON_NONE;
    }
    return reason;
}

static enum activity read_activity(struct reading *reading, const struct step_text *text)
{
    enum activity activity = activity_find(text->activity);
    struct str names[ACTIVITY_COUNT];

    if (str_is_empty(text->activity)) {
        return ACTIVITY_NONE;
    }
    if (activity == ACTIVITY_COUNT) {
        for (enum activity i = ACTIVITY_NONE + 1; i < ACTIVITY_COUNT; i++) {
            names[i - 1] = activity_word(i)->name;
        }
        unknown(reading, field_place(&text->head, "do"), "activity", text->activity,
                names, ACTIVITY_COUNT - 1);
        return ACTIVITY_NONE;
    }
    return activity;
}

static enum wait read_wait(struct reading *reading, const struct step_text *text)
{
    enum wait wait = wait_find(text->wait);
    struct str names[WAIT_COUNT];

    if (str_is_empty(text->wait)) {
        return WAIT_NONE;
    }
    if (wait == WAIT_COUNT) {
        for (enum wait i = WAIT_NONE + 1; i < WAIT_COUNT; i++) {
            names[i - 1] = wait_word(i)->name;
        }
        unknown(reading, field_place(&text->head, "wait"), "wait", text->wait, names,
                WAIT_COUNT - 1);
        return WAIT_NONE;
    }
    return wait;
}

static void read_queue(struct reading *reading, const struct step_text *text,
                       struct flow_step *step)
{
    struct name_list queues = reading->vocabulary->queues;
    struct place place = field_place(&text->with.head, "queue");
    size_t i = 0;

    if (text->with.head.node == NULL) {
        return;
    }
    if (!activity_word(step->activity)->may_name_queue) {
        mistake(reading, field_place(&text->head, "with"),
                STR("this activity takes nothing"), STR("no \"with\""));
        return;
    }
    while (i < queues.count && !str_equal(queues.at[i], text->with.queue)) {
        i++;
    }
    if (queues.at != NULL && i == queues.count && !str_is_empty(text->with.queue)) {
        unknown(reading, place, "queue", text->with.queue, queues.at, queues.count);
    }
    step->queue = str_copy(reading->arena, text->with.queue);
}

static uint32_t possible_outcomes(const struct flow_step *step)
{
    uint32_t of_wait = wait_word(step->wait)->outcomes |
                       (step->deadline.ms == 0 ? 0 : OUTCOME_BIT(OUTCOME_DEADLINE));

    return activity_word(step->activity)->outcomes | of_wait;
}

static uint32_t due_outcomes(const struct flow_step *step)
{
    return activity_word(step->activity)->outcomes_due |
           wait_word(step->wait)->outcomes_due |
           (step->deadline.ms == 0 || step->wait == WAIT_NONE
                ? 0
                : OUTCOME_BIT(OUTCOME_DEADLINE));
}

static void read_outcome(struct reading *reading, const struct step_text *text,
                         const struct text_pair *pair, struct flow_step *step)
{
    const struct node *node = node_find(text->head.node, STR("on"));
    const struct node *member = node_find(node, pair->key);
    enum step_outcome outcome = outcome_find(pair->key);
    struct str names[OUTCOME_COUNT];
    size_t count = 0;

    if (outcome < OUTCOME_COUNT && (possible_outcomes(step) & OUTCOME_BIT(outcome))) {
        step->on[outcome] = read_target(reading, member->place, pair->text);
        return;
    }
    for (enum step_outcome i = 0; i < OUTCOME_COUNT; i++) {
        if (possible_outcomes(step) & OUTCOME_BIT(i)) {
            names[count++] = outcome_word(i)->name;
        }
    }
    unknown(reading, member->key_place, "outcome of this step", pair->key, names, count);
}

static void read_outcomes(struct reading *reading, const struct step_text *text,
                          struct flow_step *step)
{
    struct place place = field_place(&text->head, "on");

    for (size_t i = 0; i < text->on_count; i++) {
        if (!str_is_empty(text->on[i].key)) {
            read_outcome(reading, text, &text->on[i], step);
        }
    }
    for (enum step_outcome outcome = 0; outcome < OUTCOME_COUNT; outcome++) {
        const struct node *on = node_find(text->head.node, STR("on"));

        if ((due_outcomes(step) & OUTCOME_BIT(outcome)) &&
            node_find(on, outcome_word(outcome)->name) == NULL) {
            mistake(reading, place,
                    str_format(reading->arena, "no step for the outcome \"%.*s\"",
                               STR_ARG(outcome_word(outcome)->name)),
                    STR("one under \"on\""));
        }
    }
}

/* Of the expression's first character. */
static struct place when_place(const struct rule_text *text)
{
    const struct node *node = node_find(text->head.node, STR("when"));
    struct place place = node->place;

    place.column += node->is_quoted ? 1 : 0;
    return place;
}

static void read_rule(struct reading *reading, const struct rule_text *text, bool is_last,
                      struct rule *rule)
{
    const struct condition **kept;

    rule->next = read_target(reading, field_place(&text->head, "next"), text->next);
    rule->reason = read_reason(reading, field_place(&text->head, "reason"), text->reason);
    if (str_is_empty(text->when)) {
        if (!is_last) {
            mistake(reading, text->head.node->place,
                    STR("a rule without \"when\" hides those below it"),
                    STR("such a rule at the end only"));
        }
        return;
    }
    if (is_last) {
        mistake(reading, field_place(&text->head, "when"),
                STR("the last rule may fail to hold"),
                STR("a last rule without \"when\""));
    }
    kept = list_add(&reading->conditions);
    if (kept == NULL) {
        mistake(reading, text->head.node->place, STR("too many conditions"),
                STR("at most 200 in a workflow"));
        return;
    }
    rule->condition = reading->conditions.count - 1;
    rule->when = condition_parse(text->when, when_place(text), reading->vocabulary,
                                 reading->arena, reading->mistakes);
    *kept = rule->when;
}

static void read_rules(struct reading *reading, const struct step_text *text,
                       struct flow_step *step)
{
    struct rule *rules =
        arena_array(reading->arena, text->rule_count, sizeof(struct rule));

    for (size_t i = 0; i < text->rule_count; i++) {
        if (text->rules[i].head.node != NULL) {
            read_rule(reading, &text->rules[i], i + 1 == text->rule_count, &rules[i]);
        }
    }
    step->rules = rules;
    step->rule_count = text->rule_count;
}

/* A step chooses, or does something, or waits, or does something and waits. */
static void check_shape(struct reading *reading, const struct step_text *text,
                        const struct flow_step *step)
{
    struct place place = text->head.node->key_place;
    bool acts = !str_is_empty(text->activity);
    bool waits = !str_is_empty(text->wait);
    bool goes_on = !str_is_empty(text->next);

    if (text->rule_count != 0) {
        if (acts || waits || goes_on || text->on_count != 0 || text->deadline.ms != 0) {
            mistake(reading, place, STR("a step that chooses does nothing else"),
                    STR("\"choose\" alone, or with \"reason\""));
        }
        return;
    }
    if (!acts && !waits) {
        mistake(reading, place, STR("this step does nothing"),
                STR("\"do\", \"wait\" or \"choose\""));
    } else if (waits && goes_on) {
        mistake(reading, field_place(&text->head, "next"),
                STR("a step that waits goes on by its outcomes"),
                STR("\"on\" instead of \"next\""));
    } else if (acts && !waits && !goes_on) {
        mistake(reading, place, STR("this step leads nowhere"),
                STR("\"next\" with a step or \"end\""));
    }
    if (step->deadline.ms != 0 && !waits) {
        mistake(reading, field_place(&text->head, "deadline"),
                STR("a deadline of a step that does not wait"),
                STR("\"wait\" beside it"));
    }
}

static bool is_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
              (c >= '0' && c <= '9'))) {
            return false;
        }
    }
    return name.len != 0 && name.len <= NAME_TEXT_MAX && !str_equal(name, STR("end"));
}

static void read_step(struct reading *reading, const struct step_text *text,
                      struct flow_step *step)
{
    step->name = str_copy(reading->arena, text->head.name);
    for (enum step_outcome outcome = 0; outcome < OUTCOME_COUNT; outcome++) {
        step->on[outcome] = STEP_NONE;
    }
    if (text->head.node == NULL) {
        return;
    }
    if (!is_name(step->name)) {
        mistake(reading, text->head.node->key_place,
                str_format(reading->arena, "\"%.*s\" is no name for a step",
                           STR_ARG(step->name)),
                STR("letters, digits, _ and -, at most 64, not \"end\""));
    }
    step->activity = read_activity(reading, text);
    step->wait = read_wait(reading, text);
    step->deadline = text->deadline;
    step->reason = read_reason(reading, field_place(&text->head, "reason"), text->reason);
    step->on[OUTCOME_OK] =
        read_target(reading, field_place(&text->head, "next"), text->next);
    check_shape(reading, text, step);
    if (text->rule_count != 0) {
        read_rules(reading, text, step);
        return;
    }
    /* What an unknown word would take and give is unknown. */
    if ((step->activity == ACTIVITY_NONE) != str_is_empty(text->activity)) {
        return;
    }
    read_queue(reading, text, step);
    if ((step->wait == WAIT_NONE) == str_is_empty(text->wait)) {
        read_outcomes(reading, text, step);
    }
}

static const struct flow_step *read_steps(struct reading *reading)
{
    size_t count = reading->text->step_count;
    struct flow_step *steps =
        arena_array(reading->arena, count == 0 ? 1 : count, sizeof *steps);

    for (size_t i = 0; i < count; i++) {
        read_step(reading, &reading->text->steps[i], &steps[i]);
    }
    return steps;
}

static uint16_t read_start(struct reading *reading)
{
    const struct field_head *head = &reading->text->head;
    uint16_t start =
        read_target(reading, field_place(head, "start"), reading->text->start);

    if (start == STEP_END) {
        mistake(reading, field_place(head, "start"),
                STR("a workflow cannot start at its end"), STR("the name of a step"));
    }
    return start;
}

static void note_places(const struct workflow_text *text, struct step_places *places)
{
    for (size_t i = 0; i < text->step_count; i++) {
        const struct node *node = text->steps[i].head.node;
        places->at[i] = node == NULL ? text->head.node->place : node->key_place;
    }
}

const struct definition *definition_parse(const struct node *document,
                                          const struct vocabulary *vocabulary,
                                          struct arena *arena, struct mistakes *mistakes)
{
    struct workflow_text text;
    struct reading reading = {
        .text = &text, .vocabulary = vocabulary, .arena = arena, .mistakes = mistakes
    };
    struct definition *definition = arena_alloc(arena, sizeof *definition);
    size_t error_count = mistakes->error_count;
    struct step_places places;

    fields_read(&workflow_table, document, (struct place){ .file = STR("workflow.yaml") },
                &text, arena, mistakes);
    list_init(&reading.conditions, arena, sizeof(struct condition *), CONDITIONS_MAX);
    definition->name = str_copy(arena, text.name);
    definition->steps = read_steps(&reading);
    definition->step_count = text.step_count;
    definition->start = read_start(&reading);
    definition->conditions = reading.conditions.items;
    definition->condition_count = reading.conditions.count;
    if (mistakes->error_count != error_count) {
        return NULL;
    }
    note_places(&text, &places);
    definition_check(definition, &places, arena, mistakes);
    if (mistakes->error_count != error_count) {
        return NULL;
    }
    definition->canonical = definition_write(definition, arena);
    definition->digest = sha256_of(definition->canonical);
    return definition;
}
