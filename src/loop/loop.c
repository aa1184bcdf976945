/* loop.c - the loop over libuv.
 *
 * heap: a watcher lives until libuv has closed it, which is no scope.
 */

#include "loop/loop.h"

#include <assert.h>
#include <stdlib.h>

#include "base/err.h"
#include "loop/child.h"
#include "loop/loop_uv.h"

struct loop {
    uv_loop_t uv;
    struct watcher *watchers;
};

/* A signal or a timer. */
struct watcher {
    union {
        uv_handle_t handle;
        uv_signal_t signal;
        uv_timer_t timer;
    } uv;
    struct watcher *next;
    loop_fn on_event;
    void *context;
};

int loop_uv_fail(struct err *err, const char *what, int status)
{
    return err_set(err, ERR_UNAVAILABLE, "%s: %s", what, uv_strerror(status));
}

uv_loop_t *loop_uv(struct loop *loop)
{
    return &loop->uv;
}

int loop_open(struct loop **loop_out, struct err *err)
{
    struct loop *loop = calloc(1, sizeof *loop);
    int status;

    assert(loop != NULL);
    status = uv_loop_init(&loop->uv);
    if (status != 0) {
        free(loop);
        return loop_uv_fail(err, "the event loop cannot be made", status);
    }
    *loop_out = loop;
    return 0;
}

static void free_watcher(uv_handle_t *handle)
{
    free(handle->data);
}

static void cancel_process(uv_handle_t *handle, void *context)
{
    (void)context;
    if (handle->type == UV_PROCESS && !uv_is_closing(handle)) {
        child_cancel(handle->data);
    }
}

void loop_close(struct loop **loop)
{
    if (*loop == NULL) {
        return;
    }
    for (struct watcher *watcher = (*loop)->watchers, *next; watcher != NULL;
         watcher = next) {
        next = watcher->next;
        uv_close(&watcher->uv.handle, free_watcher);
    }
    uv_walk(&(*loop)->uv, cancel_process, NULL);
    while (uv_run(&(*loop)->uv, UV_RUN_DEFAULT) != 0) {
        /* somebody called loop_stop() */
    }
    if (uv_loop_close(&(*loop)->uv) != 0) {
        assert(false && "a handle of the loop outlives it");
    }
    free(*loop);
    *loop = NULL;
}

void loop_run(struct loop *loop)
{
    uv_run(&loop->uv, UV_RUN_DEFAULT);
}

void loop_stop(struct loop *loop)
{
    uv_stop(&loop->uv);
}

static struct watcher *new_watcher(loop_fn on_event, void *context)
{
    struct watcher *watcher = calloc(1, sizeof *watcher);

    assert(watcher != NULL);
    watcher->on_event = on_event;
    watcher->context = context;
    return watcher;
}

static void keep_watcher(struct loop *loop, struct watcher *watcher)
{
    watcher->next = loop->watchers;
    loop->watchers = watcher;
}

static void on_signal_arrived(uv_signal_t *handle, int number)
{
    struct watcher *watcher = handle->data;

    (void)number;
    watcher->on_event(watcher->context);
}

int loop_on_signal(struct loop *loop, int signal, loop_fn on_signal, void *context,
                   struct err *err)
{
    struct watcher *watcher = new_watcher(on_signal, context);
    int status = uv_signal_init(&loop->uv, &watcher->uv.signal);

    if (status != 0) {
        free(watcher);
        return loop_uv_fail(err, "a signal cannot be watched", status);
    }
    watcher->uv.handle.data = watcher;
    status = uv_signal_start(&watcher->uv.signal, on_signal_arrived, signal);
    if (status != 0) {
        uv_close(&watcher->uv.handle, free_watcher);
        return loop_uv_fail(err, "a signal cannot be watched", status);
    }
    keep_watcher(loop, watcher);
    return 0;
}

static void on_timer_rang(uv_timer_t *handle)
{
    struct watcher *watcher = handle->data;

    watcher->on_event(watcher->context);
}

int loop_every(struct loop *loop, int64_t period_ms, loop_fn on_time, void *context,
               struct err *err)
{
    struct watcher *watcher = new_watcher(on_time, context);
    int status = uv_timer_init(&loop->uv, &watcher->uv.timer);

    assert(period_ms > 0);
    if (status != 0) {
        free(watcher);
        return loop_uv_fail(err, "a timer cannot be made", status);
    }
    watcher->uv.handle.data = watcher;
    status = uv_timer_start(&watcher->uv.timer, on_timer_rang, (uint64_t)period_ms,
                            (uint64_t)period_ms);
    if (status != 0) {
        uv_close(&watcher->uv.handle, free_watcher);
        return loop_uv_fail(err, "a timer cannot be started", status);
    }
    keep_watcher(loop, watcher);
    return 0;
}

struct str loop_library_version(struct arena *arena)
{
    return str_copy(arena, str_from(uv_version_string()));
}
