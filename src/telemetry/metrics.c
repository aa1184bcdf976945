/* metrics.c - what is counted, and when. */

#include "telemetry/metrics.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "bot/decision.h"
#include "os/process_stat.h"
#include "telemetry/registry.h"

static const struct {
    const char *family;
    const char *labels;
    const char *help;
    enum metric_type type;
    enum metric_unit unit;
} table[METRIC_COUNT] = {
#define X(constant, family, type, unit, labels, help)                                    \
    { family, labels, help, METRIC_##type, UNIT_##unit },
    METRICS(X)
#undef X
};

static void fill_row(struct metric_row *row, enum metric metric)
{
    struct str rest = str_from(table[metric].labels);
    struct str label;

    row->family = str_from(table[metric].family);
    row->help = str_from(table[metric].help);
    row->type = table[metric].type;
    row->unit = table[metric].unit;
    while (rest.len > 0 && str_split_next(&rest, ' ', &label)) {
        assert(row->label_count < METRIC_LABELS_MAX);
        row->labels[row->label_count++] = label;
    }
}

struct metrics *metrics_new(struct str version, struct str compiler)
{
    struct arena *arena = arena_new(METRICS_BYTES_MAX);
    struct metrics *metrics = arena_alloc(arena, sizeof *metrics);

    metrics->arena = arena;
    mutex_init(&metrics->lock);
    for (enum metric metric = 0; metric < METRIC_COUNT; metric++) {
        fill_row(&metrics->rows[metric], metric);
    }
    metrics->version = str_copy(arena, version);
    metrics->compiler = str_copy(arena, compiler);
    for (enum err_reason reason = ERR_NONE + 1; reason < ERR_COUNT; reason++) {
        (void)registry_series(metrics, METRIC_ERRORS,
                              (struct str[]){ str_from(err_name(reason)) });
    }
    return metrics;
}

void metrics_free(struct metrics **metrics)
{
    struct arena *arena;

    if (*metrics != NULL) {
        mutex_fini(&(*metrics)->lock);
        arena = (*metrics)->arena;
        *metrics = NULL;
        arena_free(&arena);
    }
}

void metrics_add(struct metrics *metrics, enum metric metric, int64_t amount)
{
    assert(metrics->rows[metric].label_count == 0);
    counter_add(&metrics->plain[metric], amount);
}

void metrics_set(struct metrics *metrics, enum metric metric, int64_t value)
{
    assert(metrics->rows[metric].label_count == 0);
    counter_set(&metrics->plain[metric], value);
}

static void count(struct metrics *metrics, enum metric metric, const struct str *values)
{
    counter_add(&registry_series(metrics, metric, values)->sum, 1);
}

static size_t bucket_of(int64_t duration_ns)
{
    static const int64_t bounds_ns[BUCKET_COUNT] = {
#define X(ns, text) ns,
        DURATION_BUCKETS(X)
#undef X
    };
    size_t bucket = 0;

    while (duration_ns > bounds_ns[bucket]) {
        bucket++;
    }
    return bucket;
}

static void observe(struct metrics *metrics, enum metric metric, struct str value,
                    int64_t duration_ns)
{
    struct series *series = registry_series(metrics, metric, &value);

    counter_add(&series->sum, duration_ns);
    counter_add(&series->buckets[bucket_of(duration_ns)], 1);
}

/* RFC 9110's methods and PATCH; a client may send any word. */
static struct str known_method(struct str method)
{
    static const struct str methods[] = {
        { "GET", 3 },     { "POST", 4 },   { "HEAD", 4 },
        { "PUT", 3 },     { "DELETE", 6 }, { "CONNECT", 7 },
        { "OPTIONS", 7 }, { "TRACE", 5 },  { "PATCH", 5 },
    };

    for (size_t i = 0; i < COUNT_OF(methods); i++) {
        if (str_equal(method, methods[i])) {
            return methods[i];
        }
    }
    return STR("other");
}

void metrics_count_request(struct metrics *metrics, struct str route, struct str method,
                           int status, int64_t duration_ns)
{
    char digits[3] = { (char)('0' + status / 100 % 10), (char)('0' + status / 10 % 10),
                       (char)('0' + status % 10) };

    count(metrics, METRIC_HTTP_REQUESTS,
          (struct str[]){ route, known_method(method), { digits, sizeof digits } });
    observe(metrics, METRIC_HTTP_DURATION, route, duration_ns);
}

static struct str or_none(struct str text)
{
    return str_is_empty(text) ? STR("none") : text;
}

static struct str priority_name(int64_t priority)
{
    static const struct str names[] = {
        { "none", 4 }, { "1", 1 }, { "2", 1 }, { "3", 1 }
    };

    return priority >= 0 && priority < (int64_t)COUNT_OF(names) ? names[priority]
                                                                : STR("other");
}

void metrics_count_decision(struct metrics *metrics, const struct decision *decision,
                            int64_t duration_ns)
{
    struct str bot = decision->bot;

    count(metrics, METRIC_DECISIONS,
          (struct str[]){ bot, action_name(decision->action),
                          or_none(reason_name(decision->reason)) });
    count(metrics, METRIC_TICKET_LABELS,
          (struct str[]){ bot, or_none(decision->intent.label),
                          or_none(decision->sentiment.label),
                          priority_name(decision->priority) });
    observe(metrics, METRIC_WORKFLOW_DURATION, bot, duration_ns);
    if (decision->action != ACTION_AUTO_REPLY) {
        count(metrics, METRIC_HUMAN_INTERVENTION, &bot);
    }
}

void metrics_count_error(struct metrics *metrics, enum err_reason reason)
{
    count(metrics, METRIC_ERRORS, (struct str[]){ str_from(err_name(reason)) });
}

static struct series *reload_series(struct metrics *metrics, struct str bot, bool is_good)
{
    return registry_series(
        metrics, METRIC_RELOADS,
        (struct str[]){ bot, is_good ? STR("success") : STR("failure") });
}

void metrics_count_reload(struct metrics *metrics, struct str bot, bool is_good)
{
    counter_add(&reload_series(metrics, bot, is_good)->sum, 1);
}

/* The bot's place, or a free one for it, or NULL. */
static struct served_release *release_place_locked(struct metrics *metrics,
                                                   struct str bot)
{
    struct served_release *free_place = NULL;

    for (size_t i = 0; i < METRIC_BOTS_MAX; i++) {
        struct served_release *place = &metrics->releases[i];

        if (place->release_len == 0) {
            free_place = free_place != NULL ? free_place : place;
        } else if (str_equal((struct str){ place->bot, place->bot_len }, bot)) {
            return place;
        }
    }
    return free_place;
}

static size_t put(char at[LABEL_VALUE_MAX], struct str text)
{
    if (text.len > 0) {
        memcpy(at, text.at, text.len);
    }
    return text.len;
}

static void set_release_locked(struct metrics *metrics, struct str bot,
                               struct str release)
{
    struct served_release *place = release_place_locked(metrics, bot);

    if (place == NULL || bot.len > LABEL_VALUE_MAX || release.len > LABEL_VALUE_MAX) {
        counter_add(&metrics->plain[METRIC_OVERFLOW], 1);
        return;
    }
    place->bot_len = put(place->bot, bot);
    place->release_len = put(place->release, release);
}

/* What is told by bot begins at 0, so that a rate sees the first event. */
void metrics_set_release(struct metrics *metrics, struct str bot, struct str release)
{
    mutex_lock(&metrics->lock);
    set_release_locked(metrics, bot, release);
    mutex_unlock(&metrics->lock);
    (void)reload_series(metrics, bot, true);
    (void)reload_series(metrics, bot, false);
    (void)registry_series(metrics, METRIC_WORKFLOW_DURATION, &bot);
    (void)registry_series(metrics, METRIC_HUMAN_INTERVENTION, &bot);
}

void metrics_set_process(struct metrics *metrics, const struct process_stat *stat)
{
    struct counter *plain = metrics->plain;

    counter_set(&plain[METRIC_PROCESS_CPU], stat->cpu_ns);
    counter_set(&plain[METRIC_PROCESS_RESIDENT], stat->resident_bytes);
    counter_set(&plain[METRIC_PROCESS_VIRTUAL], stat->virtual_bytes);
    counter_set(&plain[METRIC_PROCESS_OPEN_FDS], stat->open_fds);
    counter_set(&plain[METRIC_PROCESS_MAX_FDS], stat->max_fds);
    if (counter_value(&plain[METRIC_PROCESS_START]) == 0) {
        counter_set(&plain[METRIC_PROCESS_START], stat->start_ms * 1000000);
    }
}
