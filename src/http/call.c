/* call.c - answers. */

#include "http/call.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "http/page.h"
#include "http/problem.h"
#include "http/routes.h"

enum { PROBLEM_BYTES_MAX = 16 << 10, ALLOW_BYTES_MAX = 128 };

static void add_header(struct answer *answer, struct str name, struct str value)
{
    answer->headers[answer->header_count++] = (struct http_header){ name, value };
}

void call_answer(const struct call *call, int status, struct str content_type,
                 struct str body)
{
    struct answer answer = { .status = status,
                             .content_type = content_type,
                             .body = body };

    add_header(&answer, STR("Cache-Control"), STR("no-store"));
    call->send(call->context, &answer);
}

void call_answer_lasting(const struct call *call, struct str content_type,
                         struct str body)
{
    struct answer answer = {
        .status = 200, .content_type = content_type, .body = body, .is_lasting = true
    };

    add_header(&answer, STR("Cache-Control"), STR("no-store"));
    call->send(call->context, &answer);
}

void call_answer_file(const struct call *call, const struct page_file *file)
{
    struct str known =
        call->head == NULL ? STR("") : head_find(call->head, STR("If-None-Match"));
    struct answer answer = { .status = 200,
                             .content_type = file->content_type,
                             .body = file->bytes,
                             .is_lasting = true };

    if (str_equal(known, file->etag)) {
        answer = (struct answer){ .status = 304 };
    }
    add_header(&answer, STR("Cache-Control"), STR("no-cache"));
    add_header(&answer, STR("ETag"), file->etag);
    add_header(&answer, STR("Content-Security-Policy"), STR(PAGE_SECURITY_POLICY));
    add_header(&answer, STR("Referrer-Policy"), STR("no-referrer"));
    call->send(call->context, &answer);
}

static void add_for_status(struct answer *answer, const struct call *call,
                           struct arena *arena)
{
    struct buf allow;

    switch (answer->status) {
    case 401:
        add_header(answer, STR("WWW-Authenticate"), STR("Bearer realm=\"usher\""));
        break;
    case 405:
        buf_init(&allow, arena, ALLOW_BYTES_MAX);
        routes_allow(call->path, &allow);
        add_header(answer, STR("Allow"), buf_str(&allow));
        break;
    case 429:
    case 503:
        add_header(answer, STR("Retry-After"), STR("1"));
        break;
    default:
        break;
    }
}

void call_refuse(const struct call *call, const struct problem *problem)
{
    struct arena *arena = arena_new(4 * PROBLEM_BYTES_MAX);
    struct answer answer = { .status = problem->status,
                             .content_type = STR("application/problem+json") };
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, PROBLEM_BYTES_MAX);
    writer = json_writer_to(&buf);
    problem_write(problem, call->path, &writer);
    answer.body = buf_str(&buf);
    add_header(&answer, STR("Cache-Control"), STR("no-store"));
    add_for_status(&answer, call, arena);
    call->send(call->context, &answer);
    arena_free(&arena);
}
