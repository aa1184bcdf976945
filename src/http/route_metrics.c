/* route_metrics.c - GET /metrics. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "http/app.h"
#include "http/call.h"
#include "http/route.h"
#include "os/process_stat.h"
#include "telemetry/metrics.h"

void route_metrics(struct call *call)
{
    struct metrics *metrics = call->app->metrics;
    enum metrics_format format = metrics_format_of(head_find(call->head, STR("Accept")));
    struct arena *arena = arena_new((size_t)4 * METRICS_TEXT_MAX);
    struct process_stat stat;
    struct buf buf;
    struct err err;

    if (process_stat_read(&stat, &err) == 0) {
        metrics_set_process(metrics, &stat);
    }
    metrics_set(metrics, METRIC_HTTP_BODY_MEMORY, counter_value(&call->app->held_bytes));
    buf_init(&buf, arena, METRICS_TEXT_MAX);
    metrics_render(metrics, format, &buf);
    call_answer(call, 200, metrics_content_type(format), buf_str(&buf));
    arena_free(&arena);
}
