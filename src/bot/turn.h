/* turn.h - one message, from its text to its decision.
 *
 * The stages of a turn (guard, understand, draft ...) are the activities of the bot's
 * workflow: which of them run, in what order and what follows is the workflow's alone.  A
 * stage looks, and says what it found as facts; the machine (flow/step.h) decides; what
 * it would deliver or assign is the decision.
 *
 * The message is guarded first, and what the guards redact (personal data) no model, page
 * search or log sees.  Places in a decision are those of the message as it was written.
 *
 * Nothing here reads a clock or draws lots: the same request to the same release gives
 * the same decision, byte for byte, but for the timings where a clock is given.
 *
 * Thread: a worker belongs to one thread at a time; a bot may be shared.
 * Memory: a decision lives in the arena given to turn_decide() and looks into the bot and
 *         the request; the worker keeps nothing of it.
 */
#ifndef BOT_TURN_H
#define BOT_TURN_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "bot/decision.h"
#include "flow/facts.h"

struct arena;
struct bot;      /* bot/bot.h */
struct breakers; /* guard/breaker.h */
struct err;
struct event; /* flow/step.h */
struct turn_worker;

enum { MESSAGE_BYTES_MAX = 64 << 10 };

/* Nanoseconds; only differences mean something. */
typedef int64_t (*turn_clock_fn)(void);

struct turn_request {
    struct str text;     /* UTF-8, checked here */
    struct str id;       /* the caller's; required */
    struct str customer; /* empty: not known */
    struct str language; /* BCP 47, where the caller knows it; empty: found out */
    struct str channel;  /* "api", "cli", "chat" */
    const struct fact *attributes; /* of the customer, for `customer.NAME` */
    size_t attribute_count;
    struct str trace_id;
    struct str prev_sha256;    /* of the manifest before, where they are chained */
    int64_t at_ms;             /* when it was received, since the epoch */
    struct breakers *breakers; /* of the guards, moved by the turn; NULL: all closed */
    /* Called with each event of the run and the facts of its moment, which change
     * afterwards; NULL: nobody keeps them. */
    void (*on_event)(void *context, const struct event *event);
    void *event_context;
};

/* What a thread needs for turns of one bot: the workflow's conditions, scratch space of
 * models and guards.  clock may be NULL: no timings. */
int turn_worker_open(struct turn_worker **worker_out, const struct bot *bot,
                     turn_clock_fn clock, struct arena *arena, struct err *err) MUST_USE;

/* ERR_INPUT where the text is empty or no UTF-8, ERR_LIMIT where it is longer than
 * MESSAGE_BYTES_MAX.  Whatever else goes wrong is a decision for a person. */
int turn_decide(struct turn_worker *worker, const struct turn_request *request,
                struct arena *arena, struct decision *decision_out,
                struct err *err) MUST_USE;

#endif
