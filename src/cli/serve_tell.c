/* serve_tell.c - the words are in telemetry/log.h, the service manager's in os/notify.h.
 */

#include "cli/serve_tell.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "http/page.h"
#include "os/notify.h"
#include "rollout/generation.h"
#include "rollout/reload.h"
#include "telemetry/metrics.h"

enum { ARENA_BYTES = 1 << 20, MISTAKES_TOLD_MAX = 100, US_PER_MS = 1000 };

struct teller {
    struct arena *arena; /* holds this very struct too */
    struct log *log;
    struct metrics *metrics;
    struct bot_name {
        char at[LABEL_VALUE_MAX];
        size_t len;
    } bots[SERVED_BOTS_MAX]; /* by place, as they were told last */
    int64_t alive_ms;        /* when the service manager was told last */
    bool is_reloading;
    bool is_unheard; /* the service manager could not be told */
};

struct teller *teller_new(enum log_style style, struct metrics *metrics)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    struct teller *teller = arena_alloc(arena, sizeof *teller);

    teller->arena = arena;
    teller->log = log_new(style, LOG_INFO, log_to_standard_error());
    teller->metrics = metrics;
    return teller;
}

void teller_free(struct teller **teller)
{
    struct arena *arena;

    if (*teller != NULL) {
        log_free(&(*teller)->log);
        arena = (*teller)->arena;
        *teller = NULL;
        arena_free(&arena);
    }
}

/* Says once that it is in vain. */
static void notify(struct teller *teller, const char *lines)
{
    struct err err;

    if (notify_send(lines, &err) < 0 && !teller->is_unheard) {
        teller->is_unheard = true;
        log_event(teller->log, EVENT_UNHEARD,
                  LOG_FIELDS(log_text("reason", str_from(err.text))));
    }
}

void tell_ready(struct teller *teller, struct str url)
{
    struct arena_mark mark = arena_mark(teller->arena);

    log_event(teller->log, EVENT_LISTENING, LOG_FIELDS(log_text("url", url)));
    if (!page_is_built()) {
        log_event(teller->log, EVENT_NO_PAGE,
                  LOG_FIELDS(log_text("command", STR("tools/install run"))));
    }
    notify(
        teller,
        str_format(teller->arena, "READY=1\nSTATUS=listening on %.*s", STR_ARG(url)).at);
    arena_reset(teller->arena, mark);
}

/* One event a line of why. */
static void tell_mistakes(struct teller *teller, struct str why)
{
    struct str line;

    for (size_t i = 0; i < MISTAKES_TOLD_MAX && str_split_next(&why, '\n', &line); i++) {
        if (str_trim(line).len > 0) {
            log_event(teller->log, EVENT_MISTAKE, LOG_FIELDS(log_text("mistake", line)));
        }
    }
}

static void log_outcome(struct teller *teller, const struct reload_outcome *outcome,
                        bool is_first)
{
    struct str path = str_from(outcome->path);

    if (!outcome->has_failed) {
        log_event(teller->log, EVENT_SERVING,
                  LOG_FIELDS(log_text("bot", outcome->bot), log_text("path", path),
                             log_text("release", outcome->release)));
        return;
    }
    if (is_first) {
        log_event(teller->log, EVENT_LOAD_FAILED, LOG_FIELDS(log_text("path", path)));
    } else {
        log_event(teller->log, EVENT_RELOAD_FAILED,
                  LOG_FIELDS(log_text("path", path), log_text("bot", outcome->bot),
                             log_text("release", outcome->release)));
    }
    tell_mistakes(teller, outcome->why);
}

/* A folder may call its bot by another name than before. */
static void forget_other_name(struct teller *teller, const struct reload_outcome *outcome)
{
    struct bot_name *name = &teller->bots[outcome->place];
    struct str before = { name->at, name->len };

    if (before.len > 0 && !str_equal(before, outcome->bot)) {
        metrics_set_release(teller->metrics, before, STR(""));
    }
    name->len = outcome->bot.len <= sizeof name->at ? outcome->bot.len : 0;
    memcpy(name->at, outcome->bot.at, name->len);
}

void tell_outcome(struct teller *teller, const struct reload_outcome *outcome,
                  bool is_first)
{
    log_outcome(teller, outcome, is_first);
    if (outcome->bot.len == 0) {
        return;
    }
    forget_other_name(teller, outcome);
    metrics_set_release(teller->metrics, outcome->bot, outcome->release);
    if (!is_first) {
        metrics_count_reload(teller->metrics, outcome->bot, !outcome->has_failed);
    }
}

void tell_reloading(struct teller *teller)
{
    teller->is_reloading = true;
    notify(teller, "RELOADING=1");
}

void tell_reloaded(struct teller *teller)
{
    if (teller->is_reloading) {
        teller->is_reloading = false;
        notify(teller, "READY=1");
    }
}

void tell_stopping(struct teller *teller)
{
    log_event(teller->log, EVENT_STOPPING, NULL);
    notify(teller, "STOPPING=1\nSTATUS=answering the last requests");
}

void tell_stopped(struct teller *teller, size_t request_count)
{
    if (request_count > 0) {
        log_event(teller->log, EVENT_CUT_OFF,
                  LOG_FIELDS(log_number("requests", (int64_t)request_count)));
    }
    log_event(teller->log, EVENT_STOPPED, NULL);
}

void tell_alive(struct teller *teller, int64_t now_ms)
{
    int64_t period_ms = notify_watchdog_us() / US_PER_MS;

    if (period_ms != 0 && now_ms - teller->alive_ms >= period_ms / 2) {
        teller->alive_ms = now_ms;
        notify(teller, "WATCHDOG=1");
    }
}
