/* http_fuzz.h - what the fuzzers of this room share: an app that serves a tiny bot within
 * small limits, and the check that an answer is what it says it is.
 *
 * Thread: the fuzzer's.
 * Memory: the app's to the end of the process.
 */
#ifndef HTTP_HTTP_FUZZ_H
#define HTTP_HTTP_FUZZ_H

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/utf8.h"
#include "http/app.h"
#include "http/openapi.h"
#include "http/problem.h"
#include "http/scratch.h"
#include "os/file.h"
#include "rollout/generation.h"
#include "rollout/served.h"
#include "rollout/tiny_bot.h"
#include "telemetry/metrics.h"

static struct app fuzz_app;

static inline struct served *open_tiny_bot(struct arena *arena)
{
    char folder[] = "/tmp/usher-fuzz-XXXXXX";
    struct served *served = NULL;
    const char *path;
    struct err err;

    if (mkdtemp(folder) == NULL) {
        assert(false && "there is no room in /tmp");
    }
    path = file_join(arena, str_from(folder), STR("tiny.rel")).at;
    if (file_write(path, tiny_bot_release(arena, "tiny"), &err) != 0 ||
        served_open(&served, path, false, 1, &err) != 0) {
        assert(false && "the tiny bot cannot be served");
    }
    (void)remove(path);
    (void)remove(folder);
    return served;
}

/* The app, made at the first call. */
static inline struct app *open_app(void)
{
    static struct arena *arena;
    struct err err;

    if (arena != NULL) {
        return &fuzz_app;
    }
    arena = arena_new((size_t)2 << 30);
    fuzz_app = (struct app){
        .serving = serving_new(),
        .scratches = scratch_pool_new(1),
        .metrics = metrics_new(STR("0"), STR("cc")),
        .openapi = openapi_document(STR("0"), arena),
        .limits = HTTP_LIMITS_DEFAULT,
    };
    fuzz_app.limits.body_bytes_max = 4096;
    fuzz_app.limits.batch_rows_max = 20;
    fuzz_app.limits.memory_bytes_max = 64 << 10;
    if (serving_put(fuzz_app.serving, 0, open_tiny_bot(arena), &err) != 0) {
        assert(false && "the tiny bot is not served");
    }
    return &fuzz_app;
}

static inline const struct json *must_parse(struct str text, struct arena *arena)
{
    const struct json *value = NULL;
    struct err err;

    if (json_parse(&value, arena, text, JSON_LIMITS_DEFAULT, NULL, &err) != 0) {
        assert(false && "an answer is no JSON");
    }
    return value;
}

/* A problem document of that status. */
static inline void must_be_problem(struct str text, int status, struct arena *arena)
{
    const struct json *value = must_parse(text, arena);
    const struct json *type = json_find(value, STR("type"));
    const struct json *said = json_find(value, STR("status"));
    int64_t number = 0;

    assert(type != NULL && str_starts_with(type->text, STR("urn:usher:error:")));
    assert(said != NULL && json_int(said, &number) && number == status);
    assert(status >= 400 && status < 600);
}

/* What an err says as a document. */
static inline void must_be_written(const struct problem *problem, struct str instance,
                                   struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, 1 << 20);
    writer = json_writer_to(&buf);
    problem_write(problem, instance, &writer);
    must_be_problem(buf_str(&buf), problem->status, arena);
}

#endif
