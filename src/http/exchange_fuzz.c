/* exchange_fuzz.c - any bytes as a whole request (request_fuzz.h), its body in parts: the
 * first byte says how long they are, 0 for one, and what the server asks for.  Each
 * request has exactly one answer, which is what it says it is, and leaves nothing behind.
 */

#include <stdint.h>

#include "http/exchange.h"
#include "http/http_fuzz.h"
#include "http/request_fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Compiling a bot takes longer than an input may. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    (void)open_app();
    return 0;
}

enum { PART_LEN_MAX = 0x1f, IS_DRAINING = 0x20, HAS_KEYS = 0x40, IS_LOCAL = 0x80 };

struct answered {
    struct arena *arena;
    size_t count;
};

static void check_lines(struct str body, struct arena *arena)
{
    struct str line;

    assert(body.len == 0 || str_ends_with(body, STR("\n")));
    while (str_split_next(&body, '\n', &line)) {
        if (line.len != 0) {
            (void)must_parse(line, arena);
        }
    }
}

static void check_answer(void *context, const struct answer *answer)
{
    struct answered *answered = context;

    answered->count++;
    assert(answer->header_count <= ANSWER_HEADERS_MAX);
    if (str_equal(answer->content_type, STR("application/problem+json"))) {
        must_be_problem(answer->body, answer->status, answered->arena);
        return;
    }
    assert(answer->status == 200 || answer->status == 304);
    if (str_equal(answer->content_type, STR("application/json"))) {
        (void)must_parse(answer->body, answered->arena);
    } else if (str_equal(answer->content_type, STR("application/jsonl"))) {
        check_lines(answer->body, answered->arena);
    }
}

static void give(struct exchange *exchange, struct str body, size_t part_len)
{
    while (body.len != 0) {
        struct str part = part_len == 0 ? body : str_slice(body, 0, part_len);
        size_t taken = exchange_take(exchange, part);

        assert(taken != 0 && taken <= part.len);
        body = str_slice(body, taken, body.len);
    }
}

static void set_up(struct app *app, unsigned how)
{
    struct err err;

    app->is_local_only = (how & IS_LOCAL) != 0;
    app->keys.count = 0;
    counter_set(&app->is_draining, (how & IS_DRAINING) != 0);
    if ((how & HAS_KEYS) != 0 &&
        keys_read(&app->keys, STR("0123456789abcdef"), &err) != 0) {
        assert(false && "the key is sound");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct app *app = open_app();
    struct answered answered = { .arena = arena_new((size_t)1 << 30) };
    struct str input = { (const char *)bytes, len };
    unsigned how = len == 0 ? 0 : bytes[0];
    struct fuzz_request request;
    struct exchange *exchange;

    set_up(app, how);
    read_request(&request, str_slice(input, 1, len));
    exchange = exchange_new(app, request.head.target);
    if (exchange_begin(exchange, &request.head, check_answer, &answered)) {
        assert(answered.count == 0);
        give(exchange, request.body, how & PART_LEN_MAX);
        exchange_end(exchange, &request.head, check_answer, &answered);
    }
    exchange_free(&exchange);
    assert(answered.count == 1 && counter_value(&app->held_bytes) == 0);
    arena_free(&answered.arena);
    return 0;
}
