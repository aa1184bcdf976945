/* child.c - children by libuv: a process, two pipes and a timer, done when all are
 * closed.
 *
 * heap: a child lives from child_start() to its on_done, which is no scope.
 */

#include "loop/child.h"

#include <assert.h>
#include <signal.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "loop/loop_uv.h"
#include "os/process_priority.h"

enum { CHUNK_BYTES = 4096, TEXTS = 2, ARENA_BYTES = 4 * CHILD_OUTPUT_BYTES_MAX };

struct child {
    uv_process_t process;
    uv_pipe_t pipes[TEXTS]; /* of standard output and error */
    uv_timer_t timer;
    size_t open_count; /* handles that are not closed yet */
    struct arena *arena;
    struct buf texts[TEXTS];
    char chunk[CHUNK_BYTES];
    struct child_outcome outcome;
    child_done_fn on_done;
    void *context;
};

static void finish(uv_handle_t *handle);

static void close_handle(uv_handle_t *handle)
{
    if (!uv_is_closing(handle)) {
        uv_close(handle, finish);
    }
}

/* The timer goes last: a pipe that a grandchild holds open must end too. */
static void finish(uv_handle_t *handle)
{
    struct child *child = handle->data;

    child->open_count--;
    if (child->open_count == 1) {
        close_handle((uv_handle_t *)&child->timer);
    }
    if (child->open_count != 0) {
        return;
    }
    child->outcome.output = buf_str(&child->texts[0]);
    child->outcome.errors = buf_str(&child->texts[1]);
    if (child->on_done != NULL) {
        child->on_done(child->context, &child->outcome);
    }
    arena_free(&child->arena);
    free(child);
}

static void on_exit_status(uv_process_t *process, int64_t status, int signal)
{
    struct child *child = process->data;

    child->outcome.status = signal != 0 ? 128 + signal : (int)status;
    close_handle((uv_handle_t *)&child->process);
}

static void lend_chunk(uv_handle_t *handle, size_t wanted, uv_buf_t *chunk_out)
{
    struct child *child = handle->data;

    (void)wanted;
    *chunk_out = uv_buf_init(child->chunk, sizeof child->chunk);
}

static void on_text(uv_stream_t *stream, ssize_t len, const uv_buf_t *chunk)
{
    struct child *child = stream->data;
    struct buf *text = &child->texts[(uv_pipe_t *)stream - child->pipes];

    if (len < 0) {
        close_handle((uv_handle_t *)stream);
    } else if (len > 0) {
        size_t room = text->len_max - text->len;

        buf_add_bytes(text, chunk->base, (size_t)len < room ? (size_t)len : room);
    }
}

void child_cancel(struct child *child)
{
    child->outcome.is_late = true;
    if (uv_is_active((uv_handle_t *)&child->process)) {
        (void)uv_process_kill(&child->process, SIGKILL);
    }
    for (size_t i = 0; i < TEXTS; i++) { /* which a grandchild may still hold open */
        close_handle((uv_handle_t *)&child->pipes[i]);
    }
}

static void on_late(uv_timer_t *timer)
{
    child_cancel(timer->data);
}

static struct child *new_child(struct loop *loop, const struct child_options *options)
{
    struct child *child = calloc(1, sizeof *child);

    assert(child != NULL);
    child->arena = arena_new(ARENA_BYTES);
    child->on_done = options->on_done;
    child->context = options->context;
    for (size_t i = 0; i < TEXTS; i++) {
        buf_init(&child->texts[i], child->arena, CHILD_OUTPUT_BYTES_MAX);
        (void)uv_pipe_init(loop_uv(loop), &child->pipes[i], 0);
        child->pipes[i].data = child;
    }
    (void)uv_timer_init(loop_uv(loop), &child->timer);
    child->timer.data = child;
    child->process.data = child;
    child->open_count = TEXTS + 1;
    return child;
}

static int spawn(struct child *child, struct loop *loop,
                 const struct child_options *options)
{
    const uv_stdio_flags from_child = UV_CREATE_PIPE | UV_WRITABLE_PIPE;
    uv_stdio_container_t ends[3] = {
        { .flags = UV_IGNORE },
        { .flags = from_child, .data.stream = (uv_stream_t *)&child->pipes[0] },
        { .flags = from_child, .data.stream = (uv_stream_t *)&child->pipes[1] },
    };
    uv_process_options_t how = {
        .exit_cb = on_exit_status,
        .file = options->program,
        .args = (char **)(uintptr_t)options->words, /* libuv does not write there */
        .stdio = ends,
        .stdio_count = 3,
    };

    return uv_spawn(loop_uv(loop), &child->process, &how);
}

int child_start(struct child **child_out, struct loop *loop,
                const struct child_options *options, struct err *err)
{
    struct child *child = new_child(loop, options);
    int status = spawn(child, loop, options);

    child->open_count++; /* also where spawning failed: libuv has made the handle */
    if (status != 0) {
        child->on_done = NULL;
        close_handle((uv_handle_t *)&child->process);
        for (size_t i = 0; i < TEXTS; i++) {
            close_handle((uv_handle_t *)&child->pipes[i]);
        }
        return loop_uv_fail(err, options->program, status);
    }
    if (options->niceness != 0) {
        process_make_nice(uv_process_get_pid(&child->process), options->niceness);
    }
    for (size_t i = 0; i < TEXTS; i++) {
        (void)uv_read_start((uv_stream_t *)&child->pipes[i], lend_chunk, on_text);
    }
    (void)uv_timer_start(&child->timer, on_late, (uint64_t)options->deadline_ms, 0);
    *child_out = child;
    return 0;
}
