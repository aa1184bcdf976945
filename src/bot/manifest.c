/* manifest.c - what explains a decision, gathered from the turn and its release. */

#include "base/arena.h"
#include "bot/stages.h"
#include "flow/definition.h"
#include "guard/breaker.h"

static const struct str stage_names[STAGE_COUNT] = {
#define X(constant, name) [STAGE_##constant] = { name, sizeof(name) - 1 },
    TURN_STAGES(X)
#undef X
};

static void fill_path(const struct turn *turn, struct manifest *manifest)
{
    const struct definition *workflow = turn->worker->machine.definition;
    const struct run *run = &turn->run;
    size_t count = run->path_count < RUN_PATH_MAX ? run->path_count : RUN_PATH_MAX;
    struct str *path = arena_array(turn->arena, count + 1, sizeof *path);

    for (size_t i = 0; i < count; i++) {
        path[i] = step_name(workflow, run->path[i]);
    }
    manifest->path = path;
    manifest->path_count = count;
    manifest->workflow_name = workflow->name;
    manifest->workflow_sha256 = turn->bot->workflow_sha256;
}

/* The guards that were asked or should have been, and how their breakers stand. */
static void fill_guards(const struct turn *turn, struct manifest *manifest)
{
    const struct breakers *breakers = turn->request->breakers;
    uint32_t asked =
        guard_asked_input(&turn->bot->guards) | guard_asked_output(&turn->bot->guards);
    struct manifest_guard *guards = arena_array(turn->arena, GUARD_COUNT, sizeof *guards);

    for (enum guard_id guard = 0; guard < GUARD_COUNT; guard++) {
        enum breaker_state state =
            breakers == NULL ? BREAKER_CLOSED : breakers->items[guard].state;

        if ((asked & GUARD_BIT(guard)) != 0) {
            guards[manifest->guard_count++] =
                (struct manifest_guard){ guard_name(guard), breaker_state_name(state),
                                         guard_version(guard) };
        }
    }
    manifest->guards = guards;
}

/* Stages that did not run are left out. */
static void fill_timings(const struct turn *turn, struct manifest *manifest)
{
    for (size_t i = 0; i < STAGE_COUNT; i++) {
        if (turn->stage_ns[i] > 0) {
            manifest->stages[manifest->stage_count++] =
                (struct manifest_stage){ stage_names[i], turn->stage_ns[i] };
        }
    }
}

void manifest_fill(const struct turn *turn, struct manifest *manifest)
{
    const struct bot *bot = turn->bot;
    const struct bot_config *config = &bot->config;

    manifest->prompt_name = config->prompt.name;
    manifest->prompt_version = config->prompt.version;
    manifest->prompt_sha256 = bot->prompt_sha256;
    manifest->brand_sha256 = bot->brand_sha256;
    manifest->threshold = bot->threshold;
    if (turn->intent != NULL) {
        manifest->tier = STR("nano");
        manifest->model_name = STR("nano");
        manifest->model_sha256 = bot->nano_sha256;
    }
    manifest->currency = bot->currency;
    manifest->trace_id = turn->request->trace_id;
    manifest->prev_sha256 = turn->request->prev_sha256;
    manifest->created_ms = turn->request->at_ms;
    fill_guards(turn, manifest);
    fill_path(turn, manifest);
    fill_timings(turn, manifest);
}
