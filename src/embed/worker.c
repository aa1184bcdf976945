/* worker.c - usher_worker_open() to usher_worker_close(), and the triage between them. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/err.h"
#include "base/json.h"
#include "base/utf8.h"
#include "bot/turn.h"
#include "embed/embed.h"
#include "embed/rescue.h"
#include "os/clock.h"

enum { DECISION_BYTES_MAX = 4 << 20, ATTRIBUTES_MAX = 256 };
#define WORKER_MEMORY_BYTES ((size_t)64 << 20)
#define NUMBER_MAX          1e9
#define RECEIVED_MS_MAX     INT64_C(253402300799999) /* the end of the year 9999 */

_Static_assert(USHER_TEXT_BYTES_MAX == MESSAGE_BYTES_MAX, "the longest message");

/* --- opening --- */

struct worker_opening {
    struct arena *arena;
    const struct usher_release *release;
    size_t limit;
    struct usher_worker *worker; /* once it is open */
};

/* Called by rescue().  What the worker itself leaves of the limit is for its messages. */
static int open_worker(void *context, struct err *err)
{
    struct worker_opening *opening = context;
    struct arena *arena = opening->arena;
    struct usher_worker *worker = arena_alloc(arena, sizeof *worker);

    worker->arena = arena;
    breakers_init(&worker->breakers);
    if (turn_worker_open(&worker->turns, opening->release->bot, clock_monotonic_ns, arena,
                         err) != 0) {
        return -1;
    }
    worker->turn = arena_child(arena, opening->limit - arena_used_bytes(arena));
    opening->worker = worker;
    return 0;
}

static int open_any(struct usher_worker **worker_out, struct worker_opening *opening,
                    const struct usher_limits *limits, struct err *err)
{
    if (worker_out == NULL || opening->release == NULL) {
        return err_set(err, ERR_INPUT, "a pointer is NULL that may not be");
    }
    if (embed_limit(&opening->limit, limits, WORKER_MEMORY_BYTES, err) != 0) {
        return -1;
    }
    opening->arena = arena_try_new(opening->limit);
    if (opening->arena == NULL) {
        return err_set(err, ERR_LIMIT, "no memory for a worker");
    }
    if (rescue(opening->arena, open_worker, opening, err) != 0) {
        arena_free(&opening->arena);
        return -1;
    }
    *worker_out = opening->worker;
    return 0;
}

int usher_worker_open(struct usher_worker **worker_out,
                      const struct usher_release *release,
                      const struct usher_limits *limits, struct usher_error *error)
{
    struct worker_opening opening = { .release = release };
    struct err err;

    return open_any(worker_out, &opening, limits, &err) == 0 ? USHER_OK
                                                             : embed_fail(error, &err);
}

void usher_worker_close(struct usher_worker *worker)
{
    if (worker != NULL) {
        struct arena *arena = worker->arena;

        arena_free(&arena);
    }
}

/* --- what is known of a message --- */

struct triaging {
    struct usher_worker *worker;
    struct str text;
    const struct usher_about *about; /* NULL: nothing is known */
    const struct usher_decision *told;
};

/* A copy, because the decision looks into it. */
static int read_text(struct str *text_out, const char *text, struct str otherwise,
                     struct arena *arena, struct err *err)
{
    *text_out = text == NULL ? otherwise : str_copy(arena, str_from(text));
    return utf8_is_valid(*text_out, NULL)
               ? 0
               : err_set(err, ERR_INPUT, "what is known of a message is not UTF-8");
}

static int read_attribute(struct fact *fact, const struct usher_attribute *attribute,
                          struct arena *arena, struct err *err)
{
    double number = attribute->number;

    if (attribute->name == NULL ||
        read_text(&fact->name, attribute->name, STR(""), arena, err) != 0) {
        return err_set(err, ERR_INPUT, "an attribute without a name in UTF-8");
    }
    switch (attribute->kind) {
    case USHER_TEXT:
        fact->value.kind = VALUE_TEXT;
        return read_text(&fact->value.text, attribute->text, STR(""), arena, err);
    case USHER_NUMBER:
        fact->value.kind = VALUE_NUMBER;
        if (!(number >= -NUMBER_MAX && number <= NUMBER_MAX)) { /* nor is NaN */
            return err_set(err, ERR_INPUT, "the attribute \"%.*s\" is no number to 1e9",
                           STR_ARG(fact->name));
        }
        fact->value.micros = (int64_t)(number * MICROS_ONE + (number < 0 ? -0.5 : 0.5));
        return 0;
    case USHER_TRUTH:
        fact->value.kind = VALUE_TRUTH;
        fact->value.truth = number != 0;
        return 0;
    }
    return err_set(err, ERR_INPUT, "the attribute \"%.*s\" is of no known kind",
                   STR_ARG(fact->name));
}

static int read_attributes(struct turn_request *request, const struct usher_about *about,
                           struct arena *arena, struct err *err)
{
    size_t count = about->attribute_count;
    struct fact *facts;

    if (count > ATTRIBUTES_MAX || (count != 0 && about->attributes == NULL)) {
        return err_set(err, ERR_INPUT, "%zu attributes; expected at most %d", count,
                       ATTRIBUTES_MAX);
    }
    facts = arena_array(arena, count + 1, sizeof *facts);
    for (size_t i = 0; i < count; i++) {
        if (read_attribute(&facts[i], &about->attributes[i], arena, err) != 0) {
            return -1;
        }
    }
    request->attributes = facts;
    request->attribute_count = count;
    return 0;
}

static int read_about(struct turn_request *request, const struct triaging *triaging,
                      struct err *err)
{
    struct arena *arena = triaging->worker->turn;
    struct usher_about about = { 0 };

    if (triaging->about != NULL &&
        embed_copy_sized(&about, sizeof about, sizeof about, triaging->about, err) != 0) {
        return -1;
    }
    if (about.received_ms < 0 || about.received_ms > RECEIVED_MS_MAX) {
        return err_set(err, ERR_INPUT, "a message is received from 1970 to 9999");
    }
    request->at_ms = about.received_ms == 0 ? clock_now_ms() : about.received_ms;
    if (read_text(&request->id, about.id, STR(""), arena, err) != 0 ||
        read_text(&request->language, about.language, STR(""), arena, err) != 0 ||
        read_text(&request->channel, about.channel, STR("api"), arena, err) != 0) {
        return -1;
    }
    return read_attributes(request, &about, arena, err);
}

/* --- triage --- */

/* Called by rescue(). */
static int triage(void *context, struct err *err)
{
    struct triaging *triaging = context;
    struct usher_worker *worker = triaging->worker;
    struct turn_request request = { .text = triaging->text,
                                    .breakers = &worker->breakers };

    if (request.text.len <= MESSAGE_BYTES_MAX) { /* what is longer will be refused */
        request.text = str_copy(worker->turn, request.text);
    }
    if (read_about(&request, triaging, err) != 0 ||
        turn_decide(worker->turns, &request, worker->turn, &worker->decision, err) != 0) {
        return -1;
    }
    triaging->told = embed_tell(&worker->decision, worker->turn);
    return 0;
}

static int triage_any(struct triaging *triaging, struct err *err)
{
    struct usher_worker *worker = triaging->worker;
    struct breakers before = worker->breakers;

    worker->has_decision = false;
    arena_clear(worker->turn);
    if (rescue(worker->turn, triage, triaging, err) != 0) {
        worker->breakers = before; /* a guard whose answer was lost has not been asked */
        return -1;
    }
    worker->has_decision = true;
    return 0;
}

int usher_triage(struct usher_worker *worker, const char *text, size_t len,
                 const struct usher_about *about,
                 const struct usher_decision **decision_out, struct usher_error *error)
{
    struct triaging triaging = { .worker = worker,
                                 .text = { text, len },
                                 .about = about };
    struct err err;

    if (worker == NULL || text == NULL || decision_out == NULL) {
        (void)err_set(&err, ERR_INPUT, "a pointer is NULL that may not be");
        return embed_fail(error, &err);
    }
    if (triage_any(&triaging, &err) != 0) {
        return embed_fail(error, &err);
    }
    *decision_out = triaging.told;
    return USHER_OK;
}

/* --- as JSON --- */

struct writing {
    struct usher_worker *worker;
    struct str json;
};

/* Called by rescue(). */
static int write_decision(void *context, struct err *err)
{
    struct writing *writing = context;
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, writing->worker->turn, DECISION_BYTES_MAX);
    writer = json_writer_to(&buf);
    decision_write(&writing->worker->decision, &writer);
    writing->json = buf_str(&buf);
    buf_add_char(&buf, '\0');
    writing->json.at = buf.at;
    return buf_is_full(&buf) ? err_set(err, ERR_LIMIT, "a decision of more than %d bytes",
                                       DECISION_BYTES_MAX)
                             : 0;
}

static int write_any(struct writing *writing, struct err *err)
{
    if (!writing->worker->has_decision) {
        return err_set(err, ERR_INPUT, "the worker has no decision to write");
    }
    return rescue(writing->worker->turn, write_decision, writing, err);
}

int usher_json(struct usher_worker *worker, const char **json_out, size_t *len_out,
               struct usher_error *error)
{
    struct writing writing = { .worker = worker };
    struct err err;

    if (worker == NULL || json_out == NULL) {
        (void)err_set(&err, ERR_INPUT, "a pointer is NULL that may not be");
        return embed_fail(error, &err);
    }
    if (write_any(&writing, &err) != 0) {
        return embed_fail(error, &err);
    }
    *json_out = writing.json.at;
    if (len_out != NULL) {
        *len_out = writing.json.len;
    }
    return USHER_OK;
}
