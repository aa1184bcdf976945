/* routes.c - the table and its search. */

#include "http/routes.h"

#include "base/attr.h"
#include "base/buf.h"
#include "http/page.h"
#include "http/route.h"

#define JSON    "application/json"
#define EXAMPLE "{\"text\": \"My order 12345 is late\"}"

const struct route routes[] = {
    { .method = "POST",
      .path = "/v1/triage",
      .body = BODY_JSON,
      .run = route_triage,
      .id = "triage",
      .summary = "Decide a message by the bot it names, or the first one served",
      .request = "TriageRequest",
      .type = JSON,
      .answer = "Decision",
      .example = EXAMPLE },
    { .method = "POST",
      .path = "/v1/bots/{bot}/triage",
      .body = BODY_JSON,
      .run = route_triage_of_bot,
      .id = "triageByBot",
      .summary = "Decide a message by one bot",
      .request = "BotTriageRequest",
      .type = JSON,
      .answer = "Decision",
      .example = EXAMPLE },
    { .method = "POST",
      .path = "/v1/triage:batch",
      .body = BODY_LINES,
      .run = route_batch,
      .id = "triageBatch",
      .summary = "Decide messages, one JSON object a line; a line each comes back, a "
                 "decision or a problem, in the same order",
      .request = "TriageRequest",
      .type = "application/jsonl",
      .answer = "BatchLine",
      .example = EXAMPLE },
    { .method = "POST",
      .path = "/triage",
      .body = BODY_JSON,
      .run = route_guide,
      .id = "triageShort",
      .summary = "Decide a message by the first bot and answer in short",
      .request = "ShortTriageRequest",
      .type = JSON,
      .answer = "ShortDecision",
      .example =
          "{\"id\": \"1\", \"text\": \"My order 12345 is late\", \"metadata\": {}}" },
    { .method = "GET",
      .path = "/v1/bots",
      .run = route_bots,
      .id = "listBots",
      .summary = "The bots that are served, and their releases",
      .type = JSON,
      .answer = "BotList" },
    { .method = "GET",
      .path = "/livez",
      .is_open = true,
      .run = route_live,
      .id = "live",
      .summary = "Whether the program runs",
      .type = JSON,
      .answer = "Status" },
    { .method = "GET",
      .path = "/readyz",
      .is_open = true,
      .run = route_ready,
      .id = "ready",
      .summary = "Whether requests are welcome",
      .type = JSON,
      .answer = "Status" },
    { .method = "GET",
      .path = "/metrics",
      .run = route_metrics,
      .id = "metrics",
      .summary = "What the server counts, for Prometheus",
      .type = "text/plain; version=0.0.4; charset=utf-8",
      .other_type = "application/openmetrics-text; version=1.0.0; charset=utf-8" },
    { .method = "GET",
      .path = "/openapi.json",
      .is_open = true,
      .run = route_openapi,
      .id = "openapi",
      .summary = "This document",
      .type = JSON,
      .answer = "OpenApi" },
    { .method = "GET",
      .path = "/",
      .is_open = true,
      .run = route_page,
      .id = "page",
      .summary = "A page for people, and the files it needs",
      .type = "text/html; charset=utf-8",
      .is_kept = true },
};
const size_t route_count = COUNT_OF(routes);

/* Segment by segment; what stands for {bot} must not be empty. */
static bool matches(struct str pattern, struct str path, struct str *bot_out)
{
    const struct str parameter = STR("{bot}");
    size_t at = str_find(pattern, parameter);
    struct str before = str_slice(pattern, 0, at);
    struct str behind;
    struct str bot;

    if (at == pattern.len) {
        return str_equal(pattern, path);
    }
    behind = str_slice(pattern, at + parameter.len, pattern.len);
    if (!str_starts_with(path, before)) {
        return false;
    }
    bot = str_slice(path, before.len, path.len);
    bot = str_slice(bot, 0, str_find_char(bot, '/'));
    if (bot.len == 0 ||
        !str_equal(str_slice(path, before.len + bot.len, path.len), behind)) {
        return false;
    }
    *bot_out = bot;
    return true;
}

static bool is_at(const struct route *route, struct str path, struct str *bot_out)
{
    return matches(str_from(route->path), path, bot_out) ||
           (route->run == route_page && page_find(path) != NULL);
}

static bool takes(const struct route *route, struct str method)
{
    struct str own = str_from(route->method);

    return str_equal(own, method) ||
           (str_equal(own, STR("GET")) && str_equal(method, STR("HEAD")));
}

int route_find(const struct route **route_out, struct str *bot_out, struct str method,
               struct str path)
{
    int found = -1;

    *bot_out = STR("");
    for (size_t i = 0; i < route_count; i++) {
        if (is_at(&routes[i], path, bot_out)) {
            found = 0;
            if (takes(&routes[i], method)) {
                *route_out = &routes[i];
                return 1;
            }
        }
    }
    return found;
}

void routes_allow(struct str path, struct buf *buf)
{
    struct str bot;

    for (size_t i = 0; i < route_count; i++) {
        if (is_at(&routes[i], path, &bot)) {
            struct str method = str_from(routes[i].method);

            buf_addf(buf, "%s%.*s%s", buf->len == 0 ? "" : ", ", STR_ARG(method),
                     str_equal(method, STR("GET")) ? ", HEAD" : "");
        }
    }
}
