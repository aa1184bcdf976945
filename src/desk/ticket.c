/* ticket.c - from a turn to changes of a store. */

#include "desk/ticket.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/decision.h"
#include "flow/journal.h"
#include "vault/vault.h"

/* Each step is entered once at most before a wait. */
enum { TICKET_EVENTS_MAX = 2 * STEPS_MAX + 2 };

enum { BODY_BYTES_MAX = STORE_BODY_BYTES_MAX - VAULT_OVERHEAD_BYTES };

/* The events of a turn as they come, their facts copied: the turn goes on changing its
 * own. */
struct collection {
    struct event events[TICKET_EVENTS_MAX];
    struct facts facts[TICKET_EVENTS_MAX];
    size_t count;
};

static void collect(void *context, const struct event *event)
{
    struct collection *collection = context;
    size_t i = collection->count++;

    assert(i < TICKET_EVENTS_MAX);
    collection->events[i] = *event;
    if (event->facts != NULL) {
        collection->facts[i] = *event->facts;
        collection->events[i].facts = &collection->facts[i];
    }
}

static void add_text(struct json_writer *writer, struct str key, struct str text)
{
    if (text.len != 0) {
        json_key(writer, key);
        json_add_str(writer, text);
    }
}

static void add_message(struct json_writer *writer, const struct turn_request *request,
                        const struct decision *decision)
{
    json_key(writer, STR("message"));
    json_open_object(writer);
    add_text(writer, STR("text"), request->text);
    add_text(writer, STR("id"), request->id);
    add_text(writer, STR("customer"), request->customer);
    add_text(writer, STR("lang"), request->language);
    add_text(writer, STR("channel"), request->channel);
    json_close_object(writer);
    add_text(writer, STR("release"), decision->release);
    add_text(writer, STR("workflow"), decision->manifest.workflow_sha256);
}

/* What SQL may show to anybody: labels, never words of the customer. */
static struct str detail_of(const struct decision *decision, struct str owner,
                            struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, BODY_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    add_text(&writer, STR("action"), action_name(decision->action));
    add_text(&writer, STR("reason"), reason_name(decision->reason));
    add_text(&writer, STR("intent"), decision->intent.label);
    json_key(&writer, STR("confidence"));
    json_add_micros(&writer, decision->intent.confidence);
    add_text(&writer, STR("sentiment"), decision->sentiment.label);
    add_text(&writer, STR("language"), decision->language);
    add_text(&writer, STR("release"), decision->release);
    add_text(&writer, STR("owner"), owner);
    json_close_object(&writer);
    return buf_str(&buf);
}

/* What one of the events becomes. */
struct keeping {
    const struct turn_request *request;
    const struct decision *decision;
    const struct ticket_place *place;
    const struct collection *collection;
    struct vault *vault;
    struct str owner; /* under whose key */
    struct arena *arena;
};

static struct store_ticket *row_of(const struct keeping *keeping, int64_t seq)
{
    struct store_ticket *row = arena_alloc(keeping->arena, sizeof *row);
    const struct decision *decision = keeping->decision;
    int64_t at_ms = keeping->request->at_ms;

    *row = (struct store_ticket){
        .number = keeping->place->number,
        .id = keeping->place->id,
        .bot = decision->bot,
        .status = STR("decided"),
        .queue = decision->queue,
        .priority = decision->priority,
        .human_in_the_loop = decision->action != ACTION_AUTO_REPLY,
        .is_open = false, /* who asked for the decision acts on it */
        .created_ms = at_ms,
        .updated_ms = at_ms,
        .seq = seq,
        .detail = detail_of(decision, keeping->owner, keeping->arena),
    };
    return row;
}

/* What a body is bound to: "17:3". */
struct str ticket_spot(int64_t number, int64_t seq, struct arena *arena)
{
    return str_format(arena, "%lld:%lld", (long long)number, (long long)seq);
}

/* With the first event the message, with the last one the decision: one event may be
 * both. */
static void write_more(const struct keeping *keeping, size_t i, struct buf *more)
{
    bool is_last = i + 1 == keeping->collection->count;
    struct json_writer writer = json_writer_to(more);

    if (i != 0 && !is_last) {
        return;
    }
    json_open_object(&writer);
    if (i == 0) {
        add_message(&writer, keeping->request, keeping->decision);
    }
    if (is_last) {
        json_key(&writer, STR("decision"));
        decision_write(keeping->decision, &writer);
    }
    json_close_object(&writer);
}

static int keep_event(struct store_change *change, const struct keeping *keeping,
                      size_t i, struct err *err)
{
    const struct event *event = &keeping->collection->events[i];
    bool is_last = i + 1 == keeping->collection->count;
    struct arena *arena = keeping->arena;
    struct str sealed;
    struct buf more;
    struct buf body;

    buf_init(&more, arena, BODY_BYTES_MAX);
    write_more(keeping, i, &more);
    buf_init(&body, arena, BODY_BYTES_MAX);
    journal_write(event, buf_str(&more), &body);
    if (buf_is_full(&more) || buf_is_full(&body)) {
        return err_set(err, ERR_LIMIT,
                       "the message and its decision have more than %d bytes",
                       BODY_BYTES_MAX);
    }
    if (vault_seal(keeping->vault, keeping->owner,
                   ticket_spot(keeping->place->number, event->seq, arena), buf_str(&body),
                   arena, &sealed, err) != 0) {
        return -1;
    }
    *change = (struct store_change){ .record = { .ticket = keeping->place->number,
                                                 .seq = event->seq,
                                                 .at_ms = event->at_ms,
                                                 .kind = (uint16_t)event->kind,
                                                 .format = JOURNAL_FORMAT,
                                                 .body = sealed } };
    if (is_last) {
        change->ticket = row_of(keeping, event->seq);
    }
    return 0;
}

int ticket_decide(struct ticket_changes *changes_out, struct decision *decision_out,
                  struct turn_worker *worker, const struct turn_request *request,
                  const struct ticket_place *place, struct vault *vault,
                  struct arena *arena, struct err *err)
{
    struct collection *collection = arena_alloc(arena, sizeof *collection);
    struct turn_request kept_request = *request;
    const struct keeping keeping = {
        .request = request,
        .decision = decision_out,
        .place = place,
        .collection = collection,
        .vault = vault,
        .owner = vault_owner(
            vault, request->customer.len != 0 ? request->customer : place->id, arena),
        .arena = arena,
    };
    struct store_change *changes;

    kept_request.on_event = collect;
    kept_request.event_context = collection;
    if (turn_decide(worker, &kept_request, arena, decision_out, err) != 0) {
        return -1;
    }
    changes = arena_array(arena, collection->count, sizeof *changes);
    for (size_t i = 0; i < collection->count; i++) {
        if (keep_event(&changes[i], &keeping, i, err) != 0) {
            return -1;
        }
    }
    *changes_out = (struct ticket_changes){ changes, collection->count };
    return 0;
}
