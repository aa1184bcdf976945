/* definition.c - the canonical form of a workflow, and small questions to it. */

#include "flow/definition.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "config/node.h"
#include "flow/definition_internal.h"

enum { CANONICAL_MAX = 1 << 20 };

uint16_t step_target(const struct flow_step *step, enum step_outcome outcome)
{
    enum step_outcome fallback = outcome_word(outcome)->fallback;

    while (step->on[outcome] == STEP_NONE && fallback != outcome) {
        outcome = fallback;
        fallback = outcome_word(outcome)->fallback;
    }
    return step->on[outcome];
}

struct str step_name(const struct definition *definition, uint16_t step)
{
    if (step == STEP_END) {
        return STR("end");
    }
    return step < definition->step_count ? definition->steps[step].name : STR("none");
}

static void add_text(struct json_writer *writer, struct str key, struct str text)
{
    if (!str_is_empty(text)) {
        json_key(writer, key);
        json_add_str(writer, text);
    }
}

static void add_target(struct json_writer *writer, const struct definition *definition,
                       struct str key, uint16_t target)
{
    if (target != STEP_NONE) {
        add_text(writer, key, step_name(definition, target));
    }
}

static void add_rules(struct json_writer *writer, const struct definition *definition,
                      const struct flow_step *step)
{
    if (step->rule_count == 0) {
        return;
    }
    json_key(writer, STR("choose"));
    json_open_array(writer);
    for (size_t i = 0; i < step->rule_count; i++) {
        const struct rule *rule = &step->rules[i];

        json_open_object(writer);
        if (rule->when != NULL) {
            add_text(writer, STR("when"), rule->when->text);
        }
        add_target(writer, definition, STR("next"), rule->next);
        add_text(writer, STR("reason"), reason_name(rule->reason));
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void add_outcomes(struct json_writer *writer, const struct definition *definition,
                         const struct flow_step *step)
{
    bool is_open = false;

    for (enum step_outcome outcome = OUTCOME_OK + 1; outcome < OUTCOME_COUNT; outcome++) {
        if (step->on[outcome] == STEP_NONE) {
            continue;
        }
        if (!is_open) {
            json_key(writer, STR("on"));
            json_open_object(writer);
            is_open = true;
        }
        add_target(writer, definition, outcome_word(outcome)->name, step->on[outcome]);
    }
    if (is_open) {
        json_close_object(writer);
    }
}

static void add_deadline(struct json_writer *writer, struct arena *arena,
                         struct duration deadline)
{
    if (deadline.ms != 0) {
        add_text(writer, STR("deadline"),
                 str_format(arena, "%lldms%s", (long long)deadline.ms,
                            deadline.is_business ? " business" : ""));
    }
}

static void add_step(struct json_writer *writer, const struct definition *definition,
                     const struct flow_step *step, struct arena *arena)
{
    json_key(writer, step->name);
    json_open_object(writer);
    add_text(writer, STR("do"), activity_word(step->activity)->name);
    if (!str_is_empty(step->queue)) {
        json_key(writer, STR("with"));
        json_open_object(writer);
        add_text(writer, STR("queue"), step->queue);
        json_close_object(writer);
    }
    add_rules(writer, definition, step);
    add_text(writer, STR("wait"), wait_word(step->wait)->name);
    add_deadline(writer, arena, step->deadline);
    add_target(writer, definition, STR("next"), step->on[OUTCOME_OK]);
    add_outcomes(writer, definition, step);
    add_text(writer, STR("reason"), reason_name(step->reason));
    json_close_object(writer);
}

struct str definition_write(const struct definition *definition, struct arena *arena)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, arena, CANONICAL_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    add_text(&writer, STR("workflow"), definition->name);
    add_text(&writer, STR("start"), step_name(definition, definition->start));
    json_key(&writer, STR("steps"));
    json_open_object(&writer);
    for (size_t i = 0; i < definition->step_count; i++) {
        add_step(&writer, definition, &definition->steps[i], arena);
    }
    json_close_object(&writer);
    json_close_object(&writer);
    /* The largest definition, all names and conditions at their limits, fits. */
    assert(!buf_is_full(&buf));
    return buf_str(&buf);
}

int definition_read(const struct definition **definition_out, struct arena *arena,
                    struct str canonical, struct err *err)
{
    static const struct vocabulary anything;
    struct mistakes mistakes;
    const struct node *document;
    const struct definition *definition;

    mistakes_init(&mistakes, arena);
    document = node_parse_json(canonical, STR("workflow"), arena, &mistakes);
    definition = definition_parse(document, &anything, arena, &mistakes);
    if (definition == NULL) {
        const struct mistake *first = list_at(&mistakes.list, 0);
        return err_set(err, ERR_CORRUPT, "the stored workflow is none: %.*s",
                       STR_ARG(first->what));
    }
    if (!str_equal(definition->canonical, canonical)) {
        return err_set(err, ERR_CORRUPT, "the stored workflow is not in canonical form");
    }
    *definition_out = definition;
    return 0;
}
