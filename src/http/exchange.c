/* exchange.c - a request from its line to its answer.
 *
 * heap: an exchange and its body live from the request line to the answer's last byte.
 */

#include "http/exchange.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "http/app.h"
#include "http/batch.h"
#include "http/call.h"
#include "http/problem.h"
#include "http/routes.h"
#include "os/clock.h"
#include "telemetry/metrics.h"

enum { TRACE_ID_BYTES_MAX = 32, METHOD_BYTES_MAX = 16, BODY_ROOM_MIN = 1024 };

struct exchange {
    struct app *app;
    const struct route *route; /* NULL until it was found */
    struct str bot;            /* of the path */
    bool has_begun;
    char method[METHOD_BYTES_MAX + 1];
    char trace_id[TRACE_ID_BYTES_MAX + 1];
    int64_t start_ns;
    struct batch *batch;
    char *body;
    size_t body_len;
    size_t body_room;
    struct problem *refusal; /* once it is sure; on the heap, as few are refused */
    answer_fn send;
    void *context;
    size_t target_len;
    char target[];
};

struct exchange *exchange_new(struct app *app, struct str target)
{
    size_t len = target.len <= TARGET_BYTES_MAX ? target.len : TARGET_BYTES_MAX + 1;
    struct exchange *exchange = calloc(1, sizeof *exchange + len + 1);

    assert(exchange != NULL);
    exchange->app = app;
    exchange->start_ns = clock_monotonic_ns();
    exchange->target_len = len;
    memcpy(exchange->target, target.at, len);
    return exchange;
}

static void drop_body(struct exchange *exchange)
{
    counter_add(&exchange->app->held_bytes, -(int64_t)exchange->body_room);
    batch_free(&exchange->batch);
    free(exchange->body);
    exchange->body = NULL;
    exchange->body_len = 0;
    exchange->body_room = 0;
}

void exchange_free(struct exchange **exchange)
{
    if (*exchange == NULL) {
        return;
    }
    drop_body(*exchange);
    free((*exchange)->refusal);
    free(*exchange);
    *exchange = NULL;
}

static struct str target_of(const struct exchange *exchange)
{
    return (struct str){ exchange->target, exchange->target_len };
}

bool exchange_has_begun(const struct exchange *exchange)
{
    return exchange->has_begun;
}

int64_t exchange_ms_max(const struct exchange *exchange)
{
    bool is_batch = exchange->route != NULL && exchange->route->body == BODY_LINES;

    return exchange->app->limits.request_ms_max * (is_batch ? BATCH_TIME_FACTOR : 1);
}

/* Counts the answer on its way out. */
static void send_counted(void *context, const struct answer *answer)
{
    struct exchange *exchange = context;
    const struct route *route = exchange->route;

    metrics_count_request(exchange->app->metrics,
                          route == NULL ? STR("other") : str_from(route->path),
                          str_from(exchange->method), answer->status,
                          clock_monotonic_ns() - exchange->start_ns);
    exchange->send(exchange->context, answer);
}

static struct call call_of(struct exchange *exchange, answer_fn send, void *context)
{
    const struct http_head target = { .target = target_of(exchange) };

    exchange->send = send;
    exchange->context = context;
    return (struct call){
        .app = exchange->app,
        .path = head_path(&target),
        .bot = exchange->bot,
        .body = { exchange->body, exchange->body_len },
        .batch = exchange->batch,
        .trace_id = str_from(exchange->trace_id),
        .send = send_counted,
        .context = exchange,
    };
}

static void answer_refusal(struct exchange *exchange, const struct problem *problem,
                           answer_fn send, void *context)
{
    struct call call = call_of(exchange, send, context);

    metrics_count_error(exchange->app->metrics, problem->err.reason);
    call_refuse(&call, problem);
}

static void refuse(struct exchange *exchange, const struct problem *problem)
{
    exchange->refusal = malloc(sizeof *exchange->refusal);
    assert(exchange->refusal != NULL);
    *exchange->refusal = *problem;
}

/* Not a name that only begins like an address: 127.example.com is anybody's. */
static bool is_local_name(struct str host)
{
    bool is_address = str_starts_with(host, STR("127."));

    for (size_t i = 0; i < host.len; i++) {
        is_address =
            is_address && (host.at[i] == '.' || (host.at[i] >= '0' && host.at[i] <= '9'));
    }
    return is_address || str_equal_ascii_nocase(host, STR("localhost")) ||
           str_equal(host, STR("[::1]"));
}

/* A page from elsewhere that reached us by another name of this machine (DNS rebinding),
 * or that posts here, is not answered: on loopback nobody is asked for a key.  Browsers
 * always say the name, in Host. */
static int check_origin(const struct exchange *exchange, const struct http_head *head,
                        struct problem *problem)
{
    struct str origin = head_find(head, STR("Origin"));
    struct str site = head_find(head, STR("Sec-Fetch-Site"));
    struct str host = head_host(head);
    const struct str scheme = STR("http://");

    if (!exchange->app->is_local_only) {
        return 0;
    }
    if (host.at != NULL && !is_local_name(host)) {
        return problem_set(problem, ERR_DENIED, 421,
                           "without a key only this machine is answered, by the name "
                           "localhost or 127.0.0.1");
    }
    if ((origin.at != NULL && !(str_starts_with(origin, scheme) &&
                                str_equal(str_slice(origin, scheme.len, origin.len),
                                          str_trim(head_find(head, STR("Host")))))) ||
        str_equal(site, STR("cross-site"))) {
        return problem_set(problem, ERR_DENIED, 0,
                           "without a key no page from elsewhere is answered");
    }
    return 0;
}

static int check_media_type(const struct route *route, const struct http_head *head,
                            struct problem *problem)
{
    struct str type = head_media_type(head);

    if (route->body == BODY_JSON &&
        !str_equal_ascii_nocase(type, STR("application/json"))) {
        return problem_set(problem, ERR_INPUT, 415,
                           "the body must be JSON and say so: send the header "
                           "Content-Type: application/json");
    }
    if (route->body == BODY_LINES &&
        !str_equal_ascii_nocase(type, STR("application/jsonl")) &&
        !str_equal_ascii_nocase(type, STR("application/x-ndjson"))) {
        return problem_set(problem, ERR_INPUT, 415,
                           "the body must be lines of JSON and say so: send the header "
                           "Content-Type: application/jsonl");
    }
    return 0;
}

/* route is NULL where the path or the method is wrong; found says which. */
static int check_route(int found, const struct http_head *head, struct problem *problem)
{
    struct str path = head_path(head);

    if (found < 0) {
        return problem_set(problem, ERR_NOT_FOUND, 0,
                           "there is nothing at %.*s; /openapi.json lists what there is",
                           STR_ARG(str_slice(path, 0, 80)));
    }
    if (found == 0) {
        return problem_set(problem, ERR_INPUT, 405, "%.*s does not take %.*s",
                           STR_ARG(str_slice(path, 0, 80)),
                           STR_ARG(str_slice(head->method, 0, METHOD_BYTES_MAX)));
    }
    return 0;
}

static int check_size(const struct exchange *exchange, int64_t body_len,
                      struct problem *problem)
{
    const struct http_limits *limits = &exchange->app->limits;

    if (exchange->route->body != BODY_LINES &&
        body_len > (int64_t)limits->body_bytes_max) {
        return problem_set(problem, ERR_LIMIT, 413,
                           "the body has %lld bytes; at most %zu are read",
                           (long long)body_len, limits->body_bytes_max);
    }
    if (counter_value(&exchange->app->held_bytes) + (body_len > 0 ? body_len : 0) >
            (int64_t)limits->memory_bytes_max &&
        exchange->route->body == BODY_JSON) {
        return problem_set(problem, ERR_UNAVAILABLE, 0,
                           "too many bodies are being read at this moment");
    }
    return 0;
}

/* Everything that can be said before the body of a request whose head is sound. */
static int check(struct exchange *exchange, const struct http_head *head,
                 int64_t body_len, struct problem *problem)
{
    int found;

    if (check_origin(exchange, head, problem) != 0) {
        return -1;
    }
    found = route_find(&exchange->route, &exchange->bot, head->method, head_path(head));
    if (exchange->route == NULL || !exchange->route->is_open) {
        if (!keys_admit(&exchange->app->keys, head_find(head, STR("Authorization")))) {
            return problem_set(problem, ERR_DENIED, 401,
                               "a key is needed: send the header Authorization: Bearer "
                               "KEY");
        }
    }
    if (check_route(found, head, problem) != 0 ||
        check_media_type(exchange->route, head, problem) != 0) {
        return -1;
    }
    return check_size(exchange, body_len, problem);
}

static void keep_head(struct exchange *exchange, const struct http_head *head)
{
    struct str method = str_slice(head->method, 0, METHOD_BYTES_MAX);
    struct str trace_id = head_trace_id(head);

    memcpy(exchange->method, method.at, method.len);
    memcpy(exchange->trace_id, trace_id.at, trace_id.len);
}

/* Whether the body of a refused request is not worth reading, or not sent before we say
 * so. */
static bool is_answered_at_once(const struct http_head *head, int64_t body_len)
{
    return body_len > SWALLOWED_BYTES_MAX || head_find(head, STR("Expect")).at != NULL;
}

bool exchange_begin(struct exchange *exchange, const struct http_head *sent_head,
                    answer_fn send, void *context)
{
    struct http_head head = *sent_head;
    struct problem problem;
    int64_t body_len = 0;

    exchange->has_begun = true;
    head.target = target_of(exchange); /* which outlives the head */
    keep_head(exchange, &head);
    if (head_check(&head, &body_len, &problem) != 0) {
        answer_refusal(exchange, &problem, send, context);
        return false;
    }
    if (check(exchange, &head, body_len, &problem) != 0) {
        if (is_answered_at_once(&head, body_len)) {
            answer_refusal(exchange, &problem, send, context);
            return false;
        }
        refuse(exchange, &problem);
    } else if (exchange->route->body == BODY_LINES) {
        exchange->batch = batch_new(exchange->app, str_from(exchange->trace_id));
    }
    return true;
}

/* Room for that much of the body, counted in the app. */
static void make_room(struct exchange *exchange, size_t len)
{
    size_t room =
        exchange->body_room < BODY_ROOM_MIN ? BODY_ROOM_MIN : exchange->body_room * 2;

    if (len <= exchange->body_room) {
        return;
    }
    room = room < len ? len : room;
    exchange->body = realloc(exchange->body, room);
    assert(exchange->body != NULL);
    counter_add(&exchange->app->held_bytes, (int64_t)(room - exchange->body_room));
    exchange->body_room = room;
}

static int take_body(struct exchange *exchange, struct str bytes, struct problem *problem)
{
    const struct http_limits *limits = &exchange->app->limits;
    size_t len = exchange->body_len + bytes.len;

    if (len > limits->body_bytes_max) {
        return problem_set(problem, ERR_LIMIT, 413,
                           "the body has more than %zu bytes, which is all that is read",
                           limits->body_bytes_max);
    }
    make_room(exchange, len);
    if (counter_value(&exchange->app->held_bytes) > (int64_t)limits->memory_bytes_max) {
        return problem_set(problem, ERR_UNAVAILABLE, 0,
                           "too many bodies are being read at this moment");
    }
    memcpy(exchange->body + exchange->body_len, bytes.at, bytes.len);
    exchange->body_len = len;
    return 0;
}

size_t exchange_take(struct exchange *exchange, struct str bytes)
{
    size_t taken = bytes.len;
    struct problem problem;
    int failed = 0;

    if (exchange->refusal != NULL || exchange->route->body == BODY_NONE) {
        return bytes.len;
    }
    if (exchange->batch != NULL) {
        failed = batch_take(&taken, exchange->batch, bytes, &problem);
    } else {
        failed = take_body(exchange, bytes, &problem);
    }
    if (failed != 0) {
        refuse(exchange, &problem);
        drop_body(exchange);
        return bytes.len;
    }
    return taken;
}

void exchange_end(struct exchange *exchange, const struct http_head *head, answer_fn send,
                  void *context)
{
    struct call call = call_of(exchange, send, context);

    call.head = head;
    if (exchange->refusal != NULL) {
        answer_refusal(exchange, exchange->refusal, send, context);
    } else {
        exchange->route->run(&call);
    }
}
