/* server.c - the server over libmicrohttpd.
 *
 * An answer that is queued before the library has read the whole request ends the
 * connection; one that is queued after, keeps it.
 *
 * A connection is in our list from its start to its end; its deadline is set by the
 * thread that carries it and read by the loop thread.  Shutting a late one down is done
 * under the list's mutex, which its end takes too before the descriptor is closed: so
 * never is a descriptor shut that belongs to somebody else by now.
 *
 * heap: connections live from accept to close.
 */

#include "http/server.h"

#include <assert.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "http/app.h"
#include "http/exchange.h"
#include "http/layout.h"
#include "os/clock.h"
#include "os/listen.h"
#include "os/mutex.h"
#include "telemetry/metrics.h"

/* Of a connection: its request's head must fit. */
enum { CONNECTION_BYTES = 16 << 10, NS_PER_MS = 1000000 };

/* From 1.0 on the library refuses odd lines itself, when told to be strict; before, its
 * strictness takes only our own problem documents away. */
enum { IS_STRICT = MHD_VERSION >= 0x01000000 };

struct connection {
    struct connection *next;
    struct connection *before;
    struct counter deadline_ms; /* of the monotonic clock */
    struct counter is_busy;     /* a request is under way */
    struct counter is_touched;  /* something came since the last sweep */
    int fd;
    /* of the request under way */
    int64_t start_ms;
    size_t target_len;
    bool is_last; /* nothing is read after it */
};

struct server {
    struct app *app;
    struct MHD_Daemon *daemon;
    struct mutex mutex; /* of the list */
    struct connection *connections;
    struct counter connection_count;
    struct counter request_count;
};

static int64_t now_ms(void)
{
    return clock_monotonic_ns() / NS_PER_MS;
}

static struct connection *connection_of(struct MHD_Connection *carrier)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(carrier, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

    return info->socket_context;
}

static void link_connection(struct server *server, struct connection *connection)
{
    mutex_lock(&server->mutex);
    connection->next = server->connections;
    if (connection->next != NULL) {
        connection->next->before = connection;
    }
    server->connections = connection;
    mutex_unlock(&server->mutex);
}

static void unlink_connection(struct server *server, struct connection *connection)
{
    mutex_lock(&server->mutex);
    if (connection->next != NULL) {
        connection->next->before = connection->before;
    }
    if (connection->before != NULL) {
        connection->before->next = connection->next;
    } else {
        server->connections = connection->next;
    }
    mutex_unlock(&server->mutex);
}

static void wait_for_request(struct server *server, struct connection *connection)
{
    counter_set(&connection->deadline_ms, now_ms() + server->app->limits.idle_ms_max);
    counter_set(&connection->is_busy, 0);
    counter_set(&connection->is_touched, 1);
}

static void on_connection(void *context, struct MHD_Connection *carrier, void **own,
                          enum MHD_ConnectionNotificationCode what)
{
    struct server *server = context;
    struct connection *connection = *own;

    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        connection = calloc(1, sizeof *connection);
        assert(connection != NULL);
        connection->fd =
            MHD_get_connection_info(carrier, MHD_CONNECTION_INFO_CONNECTION_FD)
                ->connect_fd;
        wait_for_request(server, connection);
        link_connection(server, connection);
        counter_add(&server->connection_count, 1);
        metrics_add(server->app->metrics, METRIC_HTTP_CONNECTIONS, 1);
        *own = connection;
    } else if (connection != NULL) {
        unlink_connection(server, connection);
        counter_add(&server->connection_count, -1);
        metrics_add(server->app->metrics, METRIC_HTTP_CONNECTIONS, -1);
        free(connection);
        *own = NULL;
    }
}

/* The library would take the query to pieces, which nobody asks for: one of a thousand
 * parts fills its memory, and the request hangs.  It does so in these bytes, next. */
static void hide_query(const char *target)
{
    char *mark = strchr((char *)(uintptr_t)target, '?');

    if (mark != NULL) {
        mark[1] = '\0';
    }
}

/* The request line: the first we hear of a request. */
static void *on_target(void *context, const char *target, struct MHD_Connection *carrier)
{
    struct server *server = context;
    struct exchange *exchange = exchange_new(server->app, str_from(target));
    struct connection *connection = connection_of(carrier);

    connection->start_ms = now_ms();
    connection->target_len = strlen(target);
    connection->is_last = false;
    hide_query(target);
    counter_set(&connection->deadline_ms,
                connection->start_ms + exchange_ms_max(exchange));
    counter_set(&connection->is_busy, 1);
    counter_add(&server->request_count, 1);
    metrics_add(server->app->metrics, METRIC_HTTP_IN_FLIGHT, 1);
    return exchange;
}

static void on_completed(void *context, struct MHD_Connection *carrier, void **own,
                         enum MHD_RequestTerminationCode how)
{
    struct server *server = context;
    struct exchange *exchange = *own;

    (void)how;
    if (exchange == NULL) {
        return;
    }
    exchange_free(&exchange);
    *own = NULL;
    wait_for_request(server, connection_of(carrier));
    counter_add(&server->request_count, -1);
    metrics_add(server->app->metrics, METRIC_HTTP_IN_FLIGHT, -1);
}

/* What an answer needs to be sent. */
struct sending {
    struct server *server;
    struct MHD_Connection *carrier;
    enum MHD_Result result;
};

/* Header values of ours are short and NUL-terminated where they are static; others are
 * copied. */
static void add_header(struct MHD_Response *response, struct str name, struct str value)
{
    char name_text[64];
    char value_text[512];

    assert(name.len < sizeof name_text && value.len < sizeof value_text);
    memcpy(name_text, name.at, name.len);
    name_text[name.len] = '\0';
    memcpy(value_text, value.at, value.len);
    value_text[value.len] = '\0';
    (void)MHD_add_response_header(response, name_text, value_text);
}

static void send_answer(void *context, const struct answer *answer)
{
    struct sending *sending = context;
    struct MHD_Response *response = MHD_create_response_from_buffer(
        answer->body.len, (void *)(uintptr_t)answer->body.at,
        answer->is_lasting ? MHD_RESPMEM_PERSISTENT : MHD_RESPMEM_MUST_COPY);

    if (response == NULL) { /* no memory: the connection is broken off */
        return;
    }
    if (answer->content_type.len != 0) {
        add_header(response, STR("Content-Type"), answer->content_type);
        add_header(response, STR("X-Content-Type-Options"), STR("nosniff"));
    }
    for (size_t i = 0; i < answer->header_count; i++) {
        add_header(response, answer->headers[i].name, answer->headers[i].value);
    }
    if (counter_value(&sending->server->app->is_draining) != 0 ||
        connection_of(sending->carrier)->is_last) {
        add_header(response, STR("Connection"), STR("close"));
    }
    sending->result =
        MHD_queue_response(sending->carrier, (unsigned)answer->status, response);
    MHD_destroy_response(response);
}

struct header_list {
    struct http_header items[HEADERS_MAX];
    size_t count;
    bool is_full;
};

static enum MHD_Result add_to_list(void *context, enum MHD_ValueKind kind,
                                   const char *name, size_t name_len, const char *value,
                                   size_t value_len)
{
    struct header_list *list = context;

    (void)kind;
    if (list->count == HEADERS_MAX) {
        list->is_full = true;
        return MHD_NO;
    }
    list->items[list->count++] =
        (struct http_header){ { name, name_len },
                              { value == NULL ? "" : value, value_len } };
    return MHD_YES;
}

static bool is_torn(struct MHD_Connection *carrier, const struct http_head *head)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(carrier, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);

    return !IS_STRICT &&
           !layout_is_sound(head, (struct str){ head->method.at, info->header_size });
}

/* The target is where it came, but maybe overwritten; the list lives as long as head. */
static struct http_head read_head(struct MHD_Connection *carrier, const char *path,
                                  const char *method, const char *version,
                                  struct header_list *list)
{
    struct http_head head = { .method = str_from(method), .version = str_from(version) };

    list->count = 0;
    list->is_full = false;
    (void)MHD_get_connection_values_n(carrier, MHD_HEADER_KIND, add_to_list, list);
    head.target = (struct str){ path, connection_of(carrier)->target_len };
    head.headers = list->items;
    head.header_count = list->count;
    head.has_too_many = list->is_full;
    return head;
}

static enum MHD_Result begin(struct sending *sending, struct exchange *exchange,
                             struct http_head *head)
{
    struct connection *connection = connection_of(sending->carrier);

    head->is_torn = is_torn(sending->carrier, head);
    if (!exchange_begin(exchange, head, send_answer, sending)) {
        return sending->result;
    }
    connection->is_last = head_find(head, STR("Transfer-Encoding")).at != NULL;
    counter_set(&connection->deadline_ms,
                connection->start_ms + exchange_ms_max(exchange));
    return MHD_YES;
}

/* Carry on with the rest of what came after the other connections of this thread had
 * their turn; the library would wait for more to come. */
static void yield_turn(struct MHD_Connection *carrier)
{
    MHD_suspend_connection(carrier);
    MHD_resume_connection(carrier);
}

/* Called with the head, then with each part of the body, then once more. */
static enum MHD_Result on_request(void *context, struct MHD_Connection *carrier,
                                  const char *path, const char *method,
                                  const char *version, const char *bytes, size_t *len,
                                  void **own)
{
    struct sending sending = { context, carrier, MHD_NO };
    struct exchange *exchange = *own;
    struct header_list list;
    struct http_head head;

    assert(exchange != NULL);
    counter_set(&connection_of(carrier)->is_touched, 1);
    if (exchange_has_begun(exchange) && *len != 0) {
        size_t taken = exchange_take(exchange, (struct str){ bytes, *len });

        *len -= taken;
        if (*len != 0) {
            yield_turn(carrier);
        }
        return MHD_YES;
    }
    head = read_head(carrier, path, method, version, &list);
    if (!exchange_has_begun(exchange)) {
        return begin(&sending, exchange, &head);
    }
    exchange_end(exchange, &head, send_answer, &sending);
    return sending.result;
}

static void drop_message(void *context, const char *format, va_list args)
{
    (void)context;
    (void)format;
    (void)args;
}

static struct MHD_Daemon *start_daemon(struct server *server, int listen_fd,
                                       size_t thread_count)
{
    const struct http_limits *limits = &server->app->limits;
    struct MHD_OptionItem pool[] = {
        { MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)thread_count, NULL },
        { MHD_OPTION_END, 0, NULL },
    };

    if (thread_count == 1) { /* which it does without a pool */
        pool[0].option = MHD_OPTION_END;
    }
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_USE_ERROR_LOG |
            MHD_ALLOW_SUSPEND_RESUME,
        0, NULL, NULL, on_request, server, MHD_OPTION_EXTERNAL_LOGGER, drop_message, NULL,
        MHD_OPTION_LISTEN_SOCKET, listen_fd, MHD_OPTION_STRICT_FOR_CLIENT, (int)IS_STRICT,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)limits->connections_max,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)limits->connections_per_address_max,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES,
        MHD_OPTION_URI_LOG_CALLBACK, on_target, server, MHD_OPTION_NOTIFY_COMPLETED,
        on_completed, server, MHD_OPTION_NOTIFY_CONNECTION, on_connection, server,
        MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, MHD_OPTION_ARRAY, pool, MHD_OPTION_END);
}

int server_start(struct server **server_out, struct app *app, int listen_fd,
                 size_t thread_count, struct err *err)
{
    struct server *server = calloc(1, sizeof *server);

    assert(server != NULL && thread_count >= 1 && thread_count <= THREADS_MAX);
    server->app = app;
    mutex_init(&server->mutex);
    server->daemon = start_daemon(server, listen_fd, thread_count);
    if (server->daemon == NULL) {
        mutex_fini(&server->mutex);
        free(server);
        return err_set(err, ERR_UNAVAILABLE, "the HTTP server does not start");
    }
    *server_out = server;
    return 0;
}

/* An end that comes in one packet with the last bytes is not noticed by the library,
 * which waits for the next event then; an end of reading by our hand is one. */
static bool has_gone(struct connection *connection)
{
    if (counter_value(&connection->is_touched) == 0) {
        return false;
    }
    counter_set(&connection->is_touched, 0);
    return connection_has_ended(connection->fd);
}

void server_sweep(struct server *server)
{
    bool is_draining = counter_value(&server->app->is_draining) != 0;
    int64_t now = now_ms();

    mutex_lock(&server->mutex);
    for (struct connection *connection = server->connections; connection != NULL;
         connection = connection->next) {
        bool is_idle = counter_value(&connection->is_busy) == 0;

        if (counter_value(&connection->deadline_ms) < now) {
            connection_shut(connection->fd);
        } else if ((is_draining && is_idle) || has_gone(connection)) {
            connection_stop_reading(connection->fd);
        }
    }
    mutex_unlock(&server->mutex);
}

void server_drain(struct server *server)
{
    int listen_fd;

    counter_set(&server->app->is_draining, 1);
    listen_fd = MHD_quiesce_daemon(server->daemon);
    if (listen_fd >= 0) {
        listen_close(listen_fd);
    }
}

size_t server_connection_count(const struct server *server)
{
    return (size_t)counter_value(&server->connection_count);
}

size_t server_request_count(const struct server *server)
{
    return (size_t)counter_value(&server->request_count);
}

void server_stop(struct server **server)
{
    if (*server == NULL) {
        return;
    }
    MHD_stop_daemon((*server)->daemon);
    assert((*server)->connections == NULL);
    mutex_fini(&(*server)->mutex);
    free(*server);
    *server = NULL;
}

struct str server_library_version(struct arena *arena)
{
    return str_copy(arena, str_from(MHD_get_version()));
}
