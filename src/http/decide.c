/* decide.c - one message: parsed, decided, written. */

#include "http/decide.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "base/ulid.h"
#include "bot/decision.h"
#include "bot/turn.h"
#include "http/app.h"
#include "http/problem.h"
#include "http/scratch.h"
#include "os/clock.h"
#include "os/random.h"
#include "rollout/generation.h"
#include "rollout/served.h"
#include "telemetry/metrics.h"

enum { ANSWER_BYTES_MAX = 4 << 20 };

#define MESSAGE_ID_PREFIX "msg_"

/* A name for a message that came without one. */
static struct str new_id(struct arena *arena, int64_t now_ms)
{
    uint8_t chance[ULID_CHANCE_BYTES];
    char ulid[ULID_LEN + 1];

    random_fill(chance, sizeof chance);
    ulid_format(now_ms, chance, ulid);
    return str_format(arena, MESSAGE_ID_PREFIX "%s", ulid);
}

static int decide_input(const struct decider *decider, const struct triage_input *input,
                        struct served *served, struct arena *arena,
                        struct decision *decision_out, struct problem *problem)
{
    struct seat *seat = seat_take(served);
    int64_t now_ms = clock_now_ms();
    struct turn_request request = {
        .text = input->text,
        .id = input->id.len != 0 ? input->id : new_id(arena, now_ms),
        .customer = input->customer,
        .language = input->language,
        .channel = STR("api"),
        .attributes = input->attributes,
        .attribute_count = input->attribute_count,
        .trace_id = decider->trace_id,
        .at_ms = now_ms,
        .breakers = &seat->breakers,
    };
    struct err err;
    int64_t start_ns = clock_monotonic_ns();
    int failed = turn_decide(seat->worker, &request, arena, decision_out, &err);

    seat_give(served, seat);
    if (failed != 0) {
        return problem_set(problem, err.reason, 0, "%s", err.text);
    }
    metrics_count_decision(decider->app->metrics, decision_out,
                           clock_monotonic_ns() - start_ns);
    return 0;
}

static struct str write_answer(const struct decision *decision,
                               enum triage_dialect dialect, struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, ANSWER_BYTES_MAX);
    writer = json_writer_to(&buf);
    if (dialect == TRIAGE_GUIDE) {
        decision_write_guide(decision, &writer);
    } else {
        decision_write(decision, &writer);
    }
    return buf_str(&buf);
}

static int decide_in(const struct decider *decider, struct str body, struct arena *arena,
                     decided_fn on_decided, void *context, struct problem *problem)
{
    struct triage_input input;
    struct decision decision;
    struct served *served;
    struct str bot;

    if (triage_input_parse(&input, body, decider->dialect, arena, problem) != 0) {
        return -1;
    }
    bot = decider->dialect == TRIAGE_FOR_BOT ? decider->bot : input.bot;
    served = generation_find(decider->generation, bot);
    if (served == NULL) {
        return problem_set(problem, ERR_NOT_FOUND, 0, "no bot \"%.*s\" is served",
                           STR_ARG(str_slice(bot, 0, INPUT_ID_LEN_MAX)));
    }
    if (decide_input(decider, &input, served, arena, &decision, problem) != 0) {
        return -1;
    }
    on_decided(context, write_answer(&decision, decider->dialect, arena));
    return 0;
}

int decide_body(const struct decider *decider, struct str body, decided_fn on_decided,
                void *context, struct problem *problem)
{
    struct scratch *scratch = scratch_take(decider->app->scratches);
    int failed = decide_in(decider, body, scratch->arena, on_decided, context, problem);

    scratch_give(decider->app->scratches, scratch);
    return failed;
}
