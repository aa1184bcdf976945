/* definition_fuzz.c - any bytes as a workflow in JSON and, behind a NUL, as events: what
 * is taken reads back from its canonical form, and no event breaks a run of it. */

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "config/node.h"
#include "flow/step.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const struct facts sure = { .intent = { "refund_request", 14 },
                                   .confidence = 900000,
                                   .threshold = 850000,
                                   .in_scope = true,
                                   .priority = 1,
                                   .draft_supported = true,
                                   .policy_approves = true };

static void read_back(const struct definition *definition, struct arena *arena)
{
    const struct definition *again;
    struct err err;

    if (definition_read(&again, arena, definition->canonical, &err) != 0) {
        __builtin_trap();
    }
}

/* Three bytes an event: its kind, its outcome, what it answers and knows. */
static void run_events(const struct machine *machine, struct str events)
{
    struct run run;
    struct commands commands;

    run_init(&run);
    for (size_t i = 0; i + 3 <= events.len; i += 3) {
        const uint8_t *at = (const uint8_t *)events.at + i;
        struct event event = { .seq = (int64_t)i + 1,
                               .kind = at[0] % EVENT_COUNT,
                               .outcome = at[1] % OUTCOME_COUNT,
                               .command_seq = at[2] & 1 ? run.command_seq : 0,
                               .facts = at[2] & 2 ? &sure : NULL };

        (void)run_step(machine, &run, &event, &commands);
    }
    (void)run_action(machine->definition, &run);
}

static void run_it(const struct definition *definition, struct str events,
                   struct arena *arena)
{
    struct machine machine = { .definition = definition };
    struct err err;

    if (condition_set_open(&machine.conditions, arena, definition->conditions,
                           definition->condition_count, &err) == 0) {
        run_events(&machine, events);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const struct vocabulary anything;
    struct str text = { (const char *)bytes, len };
    size_t json_len = str_find_char(text, '\0');
    struct arena *arena = arena_new(256 << 20);
    struct mistakes mistakes;
    const struct definition *definition;

    mistakes_init(&mistakes, arena);
    definition = definition_parse(
        node_parse_json(str_slice(text, 0, json_len), STR("w"), arena, &mistakes),
        &anything, arena, &mistakes);
    if (definition != NULL) {
        read_back(definition, arena);
        run_it(definition, str_slice(text, json_len + 1, len), arena);
    } else if (mistakes.error_count == 0) {
        __builtin_trap();
    }
    arena_free(&arena);
    return 0;
}
