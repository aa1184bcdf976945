/* route_triage.c - the routes that decide messages. */

#include "http/app.h"
#include "http/batch.h"
#include "http/call.h"
#include "http/decide.h"
#include "http/problem.h"
#include "http/route.h"
#include "rollout/generation.h"

static void send_decision(void *context, struct str answer)
{
    call_answer(context, 200, STR("application/json"), answer);
}

static void decide(struct call *call, enum triage_dialect dialect)
{
    struct generation *generation = serving_take(call->app->serving);
    const struct decider decider = {
        .app = call->app,
        .generation = generation,
        .dialect = dialect,
        .bot = call->bot,
        .trace_id = call->trace_id,
    };
    struct problem problem;

    if (decide_body(&decider, call->body, send_decision, call, &problem) != 0) {
        call_refuse(call, &problem);
    }
    serving_give(call->app->serving, &generation);
}

void route_triage(struct call *call)
{
    decide(call, TRIAGE_FULL);
}

void route_triage_of_bot(struct call *call)
{
    decide(call, TRIAGE_FOR_BOT);
}

void route_guide(struct call *call)
{
    decide(call, TRIAGE_GUIDE);
}

void route_batch(struct call *call)
{
    struct problem problem;
    struct str answer;

    if (batch_end(&answer, call->batch, &problem) != 0) {
        call_refuse(call, &problem);
    } else {
        call_answer_lasting(call, STR("application/jsonl"), answer);
    }
}
