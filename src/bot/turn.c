/* turn.c - drives a message through the workflow and tells what became of it. */

#include "bot/turn.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/utf8.h"
#include "bot/bot.h"
#include "bot/stages.h"
#include "flow/definition.h"
#include "flow/run_memory.h"
#include "guard/pattern.h"

int turn_worker_open(struct turn_worker **worker_out, const struct bot *bot,
                     turn_clock_fn clock, struct arena *arena, struct err *err)
{
    const struct definition *workflow = bot->config.workflow;
    struct turn_worker *worker = arena_alloc(arena, sizeof *worker);

    worker->bot = bot;
    worker->clock = clock;
    worker->machine.definition = workflow;
    if (condition_set_open(&worker->machine.conditions, arena, workflow->conditions,
                           workflow->condition_count, err) != 0) {
        return -1;
    }
    if (bot->patterns != NULL) {
        worker->patterns = pattern_scratch_new(arena);
    }
    worker->nano = arena_alloc(arena, sizeof *worker->nano);
    worker->preparer = preparer_new(arena, &bot->guards, worker->patterns);
    worker->guard = guard_scratch_new(arena, worker->patterns);
    worker->found = arena_alloc(arena, sizeof *worker->found);
    worker->stemmer = stemmer_new(arena);
    *worker_out = worker;
    return 0;
}

static int check_request(const struct turn_request *request, struct err *err)
{
    if (request->text.len > MESSAGE_BYTES_MAX) {
        return err_set(err, ERR_LIMIT, "the message has %zu bytes; at most %d are read",
                       request->text.len, MESSAGE_BYTES_MAX);
    }
    if (str_is_empty(str_trim(request->text))) {
        return err_set(err, ERR_INPUT, "the message is empty");
    }
    if (!utf8_is_valid(request->text, NULL)) {
        return err_set(err, ERR_INPUT, "the message is not UTF-8");
    }
    return 0;
}

void turn_lap(struct turn *turn, enum turn_stage stage)
{
    turn_clock_fn clock = turn->worker->clock;
    int64_t now_ns = clock == NULL ? 0 : clock();

    turn->stage_ns[stage] += now_ns - turn->lap_ns;
    turn->lap_ns = now_ns;
}

/* --- effects: in memory, what they would do is told --- */

static enum step_outcome stage_deliver(void *context, const struct flow_command *command)
{
    (void)context;
    (void)command;
    return OUTCOME_OK;
}

static void hand_over(struct turn *turn, const struct flow_command *command,
                      const struct intent *intent)
{
    struct str queue = command->step->queue;

    if (str_is_empty(queue) && intent != NULL) {
        queue = intent->queue;
    }
    turn->decision->queue = queue;
}

/* The intent whose team should have the message: one that is sure, and what the message
 * is about, which somebody in danger is not writing for. */
static const struct intent *known_intent(const struct turn *turn)
{
    bool is_known = turn->facts.in_scope &&
                    turn->facts.confidence >= turn->facts.threshold &&
                    turn->facts.risk != RISK_SELF_HARM;

    return is_known ? turn->intent : NULL;
}

/* To the queue that the workflow names, else to the intent's. */
static enum step_outcome stage_hand_over(void *context,
                                         const struct flow_command *command)
{
    struct turn *turn = context;

    hand_over(turn, command, known_intent(turn));
    return OUTCOME_OK;
}

/* The intent that a banned subject in the message is about: "subject.NAME". */
static const struct intent *subject_of(const struct turn *turn)
{
    const struct evidence *evidence = &turn->prepared->evidence;
    const struct intents *intents = &turn->bot->config.intents;
    const struct intent *intent = NULL;

    for (size_t i = 0; i < evidence->count && intent == NULL; i++) {
        const struct finding *finding = &evidence->items[i];

        if (evidence_info(finding->kind)->guard == GUARD_SUBJECT) {
            size_t point = str_find_char(finding->guard, '.');
            intent = intents_find(
                intents, str_slice(finding->guard, point + 1, finding->guard.len));
        }
    }
    return intent;
}

/* The likeliest intent where that is banned, else the one that the guards have found. */
static const struct intent *refused_intent(const struct turn *turn)
{
    bool is_it =
        turn->intent != NULL && bot_config_is_banned(&turn->bot->config, turn->intent);

    return is_it ? turn->intent : subject_of(turn);
}

/* The approved sentences in the customer's language, or in the bot's first one. */
static struct str wording_of(const struct turn *turn, const struct intent *intent)
{
    struct str wording = text_pair_find(intent->wording, intent->wording_count,
                                        str_from(tongue_code(turn->tongue)));

    return str_is_empty(wording) ? text_pair_find(intent->wording, intent->wording_count,
                                                  turn->bot->config.settings.languages[0])
                                 : wording;
}

static enum step_outcome stage_refuse(void *context, const struct flow_command *command)
{
    struct turn *turn = context;
    const struct intent *intent = refused_intent(turn);

    if (intent != NULL) {
        turn->decision->wording = wording_of(turn, intent);
    }
    hand_over(turn, command, intent == NULL ? known_intent(turn) : intent);
    return OUTCOME_OK;
}

/* --- the turn --- */

static void init_turn(struct turn *turn, struct turn_worker *worker,
                      const struct turn_request *request, struct arena *arena,
                      struct decision *decision)
{
    *turn = (struct turn){ .worker = worker,
                           .bot = worker->bot,
                           .request = request,
                           .arena = arena,
                           .decision = decision,
                           .prepared = prepared_new(arena) };
    turn->lap_ns = worker->clock == NULL ? 0 : worker->clock();
    turn->facts.channel = request->channel;
    turn->facts.customer = request->attributes;
    turn->facts.customer_count = request->attribute_count;
    turn->facts.intents = worker->bot->policies;
    turn->facts.intent_count = worker->bot->config.intents.count;
    turn->facts.threshold = worker->bot->threshold.value;
}

static void tell_event(void *context, const struct event *event)
{
    const struct turn_request *request = ((struct turn *)context)->request;

    if (request->on_event != NULL) {
        request->on_event(request->event_context, event);
    }
}

static void run_workflow(struct turn *turn)
{
    const struct run_host host = {
        .activities = { [ACTIVITY_GUARD_INPUT] = stage_guard_input,
                        [ACTIVITY_UNDERSTAND] = stage_understand,
                        [ACTIVITY_DRAFT_REPLY] = stage_draft_reply,
                        [ACTIVITY_DELIVER] = stage_deliver,
                        [ACTIVITY_ASSIGN] = stage_hand_over,
                        [ACTIVITY_REFUSE] = stage_refuse,
                        [ACTIVITY_ESCALATE] = stage_hand_over },
        .on_event = tell_event,
        .context = turn,
        .facts = &turn->facts,
        .at_ms = turn->request->at_ms,
    };

    run_in_memory(&turn->worker->machine, &host, &turn->run);
}

/* A draft is shown where somebody may send it, and nowhere else. */
static bool shows_draft(enum action action)
{
    return action == ACTION_AUTO_REPLY || action == ACTION_NEEDS_APPROVAL;
}

static void fill_decision(struct turn *turn)
{
    struct decision *decision = turn->decision;
    const struct turn_request *request = turn->request;

    decision->id = request->id;
    decision->bot = turn->bot->config.settings.name;
    decision->release = turn->bot->id;
    decision->action = run_action(turn->worker->machine.definition, &turn->run);
    decision->reason = turn->run.reason;
    decision->text = request->text;
    decision->evidence = &turn->prepared->evidence;
    if (shows_draft(decision->action)) {
        decision->draft = turn->draft;
    }
    turn_lap(turn, STAGE_DECIDE);
    manifest_fill(turn, &decision->manifest);
}

int turn_decide(struct turn_worker *worker, const struct turn_request *request,
                struct arena *arena, struct decision *decision_out, struct err *err)
{
    struct turn turn;

    if (check_request(request, err) != 0) {
        return -1;
    }
    *decision_out = (struct decision){ 0 };
    init_turn(&turn, worker, request, arena, decision_out);
    run_workflow(&turn);
    fill_decision(&turn);
    return 0;
}
