/* flow_test.h - the workflow of DESIGN.md and a way to read others, for this room's
 * tests.
 *
 * Thread: the test's.
 * Memory: in the arena given.
 */
#ifndef FLOW_FLOW_TEST_H
#define FLOW_FLOW_TEST_H

#include "base/test.h"

#include "base/arena.h"
#include "config/node.h"
#include "flow/definition.h"

static const char design_workflow[] =
    "workflow: triage\n"
    "start: guard\n"
    "steps:\n"
    "  guard:    { do: guard_input, next: classify, on: { blocked: review } }\n"
    "  classify: { do: understand,  next: route }\n"
    "  route:\n"
    "    choose:\n"
    "      - { when: 'risk == \"self_harm\"',                       next: escalate }\n"
    "      - { when: 'banned(intent)',                            next: refuse }\n"
    "      - { when: 'not in_scope or confidence < threshold',    next: review }\n"
    "      - { when: 'priority == 1',                             next: escalate }\n"
    "      - { when: 'auto_respond(intent)',                      next: draft }\n"
    "      - { next: queue }\n"
    "  draft:    { do: draft_reply, next: approve, on: { unsupported: queue } }\n"
    "  approve:  { wait: approval, deadline: 4h, on: { approved: send, edited: send,"
    " rejected: queue, deadline: escalate } }\n"
    "  send:     { do: deliver, next: end }\n"
    "  queue:    { do: assign, wait: resolution, deadline: 4h business,"
    " on: { resolved: end, deadline: escalate } }\n"
    "  review:   { do: assign, with: { queue: review }, wait: resolution,"
    " deadline: 1h business, on: { resolved: end, deadline: escalate } }\n"
    "  refuse:   { do: refuse, wait: resolution, deadline: 1h business,"
    " on: { resolved: end, deadline: escalate } }\n"
    "  escalate: { do: escalate, wait: resolution, on: { resolved: end } }\n";

static inline const struct definition *definition_of(const char *yaml,
                                                     const struct vocabulary *vocabulary,
                                                     struct arena *arena,
                                                     struct mistakes *mistakes)
{
    mistakes_init(mistakes, arena);
    return definition_parse(
        node_parse_yaml(str_from(yaml), STR("workflow.yaml"), arena, mistakes),
        vocabulary, arena, mistakes);
}

/* A workflow that must be sound, over any names. */
static inline const struct definition *sound_definition(const char *yaml,
                                                        struct arena *arena)
{
    static const struct vocabulary anything;
    struct mistakes mistakes;
    const struct definition *definition =
        definition_of(yaml, &anything, arena, &mistakes);

    if (definition == NULL) {
        const struct mistake *first = list_at(&mistakes.list, 0);
        fail_msg("%zu:%zu: %.*s", first->place.line, first->place.column,
                 STR_ARG(first->what));
    }
    return definition;
}

#endif
