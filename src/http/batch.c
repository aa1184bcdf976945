/* batch.c - lines into answers.
 *
 * heap: a batch lives from its head to its answer, which is no scope.
 */

#include "http/batch.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "http/app.h"
#include "http/decide.h"
#include "http/problem.h"
#include "rollout/generation.h"

/* So that a long part of a batch keeps no other request of this thread waiting. */
enum { LINES_AT_ONCE = 8, TRACE_BYTES_MAX = 64 };

enum { LINE_ARENA_BYTES = 4096 }; /* at least: a buffer begins with some room */

struct batch {
    struct app *app;
    struct generation *generation;
    struct arena *arena;
    struct buf line; /* the beginning of one that has not ended */
    struct buf answer;
    size_t line_count; /* with the empty ones */
    size_t row_count;
    size_t held_bytes; /* as counted in the app */
    struct str trace_id;
};

struct batch *batch_new(struct app *app, struct str trace_id)
{
    struct batch *batch = calloc(1, sizeof *batch);

    assert(batch != NULL);
    batch->app = app;
    batch->generation = serving_take(app->serving);
    batch->arena = arena_new(4 * app->limits.memory_bytes_max);
    batch->trace_id = str_copy(batch->arena, str_slice(trace_id, 0, TRACE_BYTES_MAX));
    buf_init(&batch->line, arena_new(LINE_ARENA_BYTES + 4 * app->limits.body_bytes_max),
             app->limits.body_bytes_max);
    buf_init(&batch->answer, batch->arena, app->limits.memory_bytes_max);
    return batch;
}

void batch_free(struct batch **batch)
{
    if (*batch == NULL) {
        return;
    }
    counter_add(&(*batch)->app->held_bytes, -(int64_t)(*batch)->held_bytes);
    serving_give((*batch)->app->serving, &(*batch)->generation);
    arena_free(&(*batch)->line.arena);
    arena_free(&(*batch)->arena);
    free(*batch);
    *batch = NULL;
}

static void add_line(void *context, struct str answer)
{
    struct batch *batch = context;

    buf_add(&batch->answer, answer);
    buf_add_char(&batch->answer, '\n');
}

/* In place of the answer. */
static void add_problem(struct batch *batch, const struct problem *problem)
{
    struct problem placed = *problem;
    struct json_writer writer = json_writer_to(&batch->answer);

    if (placed.line == 0) {
        placed.column = 1;
    }
    placed.line = batch->line_count;
    problem_write(&placed, STR("/v1/triage:batch"), &writer);
    buf_add_char(&batch->answer, '\n');
}

/* Counts what is kept of the lines and answers; fails where that is too much. */
static int hold(struct batch *batch, struct problem *problem)
{
    size_t now = batch->answer.len + batch->line.len;

    counter_add(&batch->app->held_bytes, (int64_t)now - (int64_t)batch->held_bytes);
    batch->held_bytes = now;
    if (buf_is_full(&batch->answer) || counter_value(&batch->app->held_bytes) >
                                           (int64_t)batch->app->limits.memory_bytes_max) {
        return problem_set(problem, ERR_UNAVAILABLE, 503,
                           "there is no memory for the answers of this batch now; send "
                           "fewer lines");
    }
    return 0;
}

static int decide_line(struct batch *batch, struct str line, struct problem *problem)
{
    const struct decider decider = { .app = batch->app,
                                     .generation = batch->generation,
                                     .dialect = TRIAGE_FULL,
                                     .trace_id = batch->trace_id };
    struct problem of_line;

    batch->line_count++;
    if (str_trim(line).len == 0) {
        return 0;
    }
    if (batch->row_count == batch->app->limits.batch_rows_max) {
        return problem_set(problem, ERR_LIMIT, 413, "a batch has at most %zu lines",
                           batch->app->limits.batch_rows_max);
    }
    batch->row_count++;
    if (decide_body(&decider, line, add_line, batch, &of_line) != 0) {
        add_problem(batch, &of_line);
    }
    return hold(batch, problem);
}

static int keep_part(struct batch *batch, struct str part, struct problem *problem)
{
    buf_add(&batch->line, part);
    if (buf_is_full(&batch->line)) {
        return problem_set(problem, ERR_LIMIT, 413, "line %zu is longer than %zu bytes",
                           batch->line_count + 1, batch->app->limits.body_bytes_max);
    }
    return hold(batch, problem);
}

static int end_line(struct batch *batch, struct str part, struct problem *problem)
{
    int failed;

    if (batch->line.len == 0) {
        return part.len > batch->app->limits.body_bytes_max
                   ? keep_part(batch, part, problem)
                   : decide_line(batch, part, problem);
    }
    if (keep_part(batch, part, problem) != 0) {
        return -1;
    }
    failed = decide_line(batch, buf_str(&batch->line), problem);
    buf_clear(&batch->line);
    return failed;
}

int batch_take(size_t *taken_out, struct batch *batch, struct str bytes,
               struct problem *problem)
{
    size_t taken = 0;

    for (size_t i = 0; i < LINES_AT_ONCE && taken < bytes.len; i++) {
        struct str rest = str_slice(bytes, taken, bytes.len);
        size_t end = str_find_char(rest, '\n');

        if (end == rest.len) {
            *taken_out = bytes.len;
            return keep_part(batch, rest, problem);
        }
        if (end_line(batch, str_slice(rest, 0, end), problem) != 0) {
            return -1;
        }
        taken += end + 1;
    }
    *taken_out = taken;
    return 0;
}

int batch_end(struct str *answer_out, struct batch *batch, struct problem *problem)
{
    if (batch->line.len != 0 && end_line(batch, STR(""), problem) != 0) {
        return -1;
    }
    *answer_out = buf_str(&batch->answer);
    return 0;
}
