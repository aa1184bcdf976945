/* route_status.c - what is served, and whether: bots, health, the document, the page. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "bot/bot.h"
#include "http/app.h"
#include "http/call.h"
#include "http/page.h"
#include "http/problem.h"
#include "http/route.h"
#include "rollout/generation.h"
#include "rollout/served.h"

enum { STATUS_BYTES_MAX = 1 << 20 };

static void add_bot(struct json_writer *writer, const struct generation *generation,
                    size_t place)
{
    const struct served *served = generation_at(generation, place);
    struct str trouble = generation_trouble(generation, place);
    const struct bot *bot;

    if (served == NULL) {
        return;
    }
    bot = served_bot(served);
    json_open_object(writer);
    json_key(writer, STR("name"));
    json_add_str(writer, served_name(served));
    json_key(writer, STR("release"));
    json_add_str(writer, bot->id);
    json_key(writer, STR("default"));
    json_add_bool(writer, place == 0);
    json_key(writer, STR("languages"));
    json_open_array(writer);
    for (size_t i = 0; i < bot->config.settings.language_count; i++) {
        json_add_str(writer, bot->config.settings.languages[i]);
    }
    json_close_array(writer);
    json_key(writer, STR("intents"));
    json_add_int(writer, (int64_t)bot->config.intents.count);
    json_key(writer, STR("reload_error"));
    json_add_str_or_null(writer, trouble.len == 0 ? (struct str){ NULL, 0 } : trouble);
    json_close_object(writer);
}

void route_bots(struct call *call)
{
    struct generation *generation = serving_take(call->app->serving);
    struct arena *arena = arena_new(4 * STATUS_BYTES_MAX);
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, STATUS_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("items"));
    json_open_array(&writer);
    for (size_t i = 0; i < generation_count(generation); i++) {
        add_bot(&writer, generation, i);
    }
    json_close_array(&writer);
    json_key(&writer, STR("next"));
    json_add_null(&writer);
    json_close_object(&writer);
    call_answer(call, 200, STR("application/json"), buf_str(&buf));
    arena_free(&arena);
    serving_give(call->app->serving, &generation);
}

void route_live(struct call *call)
{
    call_answer(call, 200, STR("application/json"), STR("{\"status\":\"live\"}"));
}

void route_ready(struct call *call)
{
    struct problem problem;

    if (counter_value(&call->app->is_draining) != 0) {
        (void)problem_set(&problem, ERR_UNAVAILABLE, 0, "the server is stopping");
        call_refuse(call, &problem);
        return;
    }
    call_answer(call, 200, STR("application/json"), STR("{\"status\":\"ready\"}"));
}

void route_openapi(struct call *call)
{
    call_answer_lasting(call, STR("application/json"), call->app->openapi);
}

void route_page(struct call *call)
{
    const struct page_file *file = page_find(call->path);
    struct problem problem;

    if (file == NULL) {
        (void)problem_set(&problem, ERR_NOT_FOUND, 0,
                          "this program has no page built in");
        call_refuse(call, &problem);
        return;
    }
    call_answer_file(call, file);
}
