/* metrics_text.c - the metrics as Prometheus' text 0.0.4 and as OpenMetrics 1.0.
 *
 * A family is "# HELP", "# TYPE" and its samples, in the order of the table.  The two
 * texts differ in the head (OpenMetrics names a counter and an info without their
 * suffix, knows the type info, adds "# UNIT") and in the "# EOF" at OpenMetrics' end.
 */

#include "telemetry/metrics.h"

#include <assert.h>
#include <inttypes.h>

#include "base/buf.h"
#include "telemetry/registry.h"

static struct str type_name(enum metric_type type, enum metrics_format format)
{
    switch (type) {
    case METRIC_COUNTER:
        return STR("counter");
    case METRIC_HISTOGRAM:
        return STR("histogram");
    case METRIC_INFO:
        return format == METRICS_OPENMETRICS ? STR("info") : STR("gauge");
    case METRIC_GAUGE:
        break;
    }
    return STR("gauge");
}

static struct str sample_suffix(enum metric_type type)
{
    return type == METRIC_COUNTER ? STR("_total")
           : type == METRIC_INFO  ? STR("_info")
                                  : STR("");
}

static struct str unit_name(enum metric_unit unit)
{
    return unit == UNIT_SECONDS ? STR("seconds")
           : unit == UNIT_BYTES ? STR("bytes")
                                : STR("");
}

static void add_head_line(struct buf *buf, struct str word, const struct metric_row *row,
                          enum metrics_format format, struct str rest)
{
    buf_add(buf, word);
    buf_add(buf, row->family);
    if (format == METRICS_TEXT) {
        buf_add(buf, sample_suffix(row->type));
    }
    buf_add_char(buf, ' ');
    buf_add(buf, rest);
    buf_add_char(buf, '\n');
}

static void add_head(struct buf *buf, const struct metric_row *row,
                     enum metrics_format format)
{
    add_head_line(buf, STR("# HELP "), row, format, row->help);
    add_head_line(buf, STR("# TYPE "), row, format, type_name(row->type, format));
    if (format == METRICS_OPENMETRICS && row->unit != UNIT_NONE) {
        add_head_line(buf, STR("# UNIT "), row, format, unit_name(row->unit));
    }
}

static void add_escaped(struct buf *buf, struct str value)
{
    for (size_t i = 0; i < value.len; i++) {
        if (value.at[i] == '\n') {
            buf_add(buf, STR("\\n"));
            continue;
        }
        if (value.at[i] == '\\' || value.at[i] == '"') {
            buf_add_char(buf, '\\');
        }
        buf_add_char(buf, value.at[i]);
    }
}

static void add_label(struct buf *buf, char before, struct str name, struct str value)
{
    buf_add_char(buf, before);
    buf_add(buf, name);
    buf_add(buf, STR("=\""));
    add_escaped(buf, value);
    buf_add_char(buf, '"');
}

/* Name, suffix and labels; le is empty but for a bucket. */
static void add_sample_name(struct buf *buf, const struct metric_row *row,
                            struct str suffix, const struct str *values, struct str le)
{
    char before = '{';

    assert(values != NULL || row->label_count == 0);
    buf_add(buf, row->family);
    buf_add(buf, suffix);
    for (size_t i = 0; i < row->label_count; i++) {
        add_label(buf, before, row->labels[i], values[i]);
        before = ',';
    }
    if (!str_is_empty(le)) {
        add_label(buf, before, STR("le"), le);
        before = ',';
    }
    buf_add(buf, before == ',' ? STR("} ") : STR(" "));
}

/* Nanoseconds as seconds lose no digit. */
static void add_value(struct buf *buf, enum metric_unit unit, int64_t value)
{
    if (unit == UNIT_SECONDS) {
        buf_addf(buf, "%" PRId64 ".%09" PRId64 "\n", value / 1000000000,
                 value % 1000000000);
    } else {
        buf_add_int(buf, value);
        buf_add_char(buf, '\n');
    }
}

static void add_sample(struct buf *buf, const struct metric_row *row,
                       const struct str *values, int64_t value)
{
    add_sample_name(buf, row, sample_suffix(row->type), values, STR(""));
    add_value(buf, row->unit, value);
}

/* The count is that of the buckets, so that a value counted meanwhile is in both or in
 * neither. */
static void add_histogram(struct buf *buf, const struct metric_row *row,
                          const struct series *series)
{
    static const struct str bounds[BUCKET_COUNT] = {
#define X(ns, text) { text, sizeof(text) - 1 },
        DURATION_BUCKETS(X)
#undef X
    };
    int64_t below = 0;

    for (size_t i = 0; i < BUCKET_COUNT; i++) {
        below += counter_value(&series->buckets[i]);
        add_sample_name(buf, row, STR("_bucket"), series->values, bounds[i]);
        add_value(buf, UNIT_NONE, below);
    }
    add_sample_name(buf, row, STR("_sum"), series->values, STR(""));
    add_value(buf, row->unit, counter_value(&series->sum));
    add_sample_name(buf, row, STR("_count"), series->values, STR(""));
    add_value(buf, UNIT_NONE, below);
}

static void add_releases_locked(struct buf *buf, const struct metrics *metrics,
                                const struct metric_row *row)
{
    for (size_t i = 0; i < METRIC_BOTS_MAX; i++) {
        const struct served_release *place = &metrics->releases[i];
        struct str values[] = { { place->bot, place->bot_len },
                                { place->release, place->release_len } };

        if (place->release_len > 0) {
            add_sample(buf, row, values, 1);
        }
    }
}

static void add_series_locked(struct buf *buf, const struct metric_row *row,
                              const struct series *first)
{
    for (const struct series *series = first; series != NULL; series = series->next) {
        if (row->type == METRIC_HISTOGRAM) {
            add_histogram(buf, row, series);
        } else {
            add_sample(buf, row, series->values, counter_value(&series->sum));
        }
    }
}

static void add_family_locked(struct buf *buf, const struct metrics *metrics,
                              enum metric metric, enum metrics_format format)
{
    const struct metric_row *row = &metrics->rows[metric];

    add_head(buf, row, format);
    if (metric == METRIC_BUILD) {
        add_sample(buf, row, (struct str[]){ metrics->version, metrics->compiler }, 1);
    } else if (metric == METRIC_RELEASE) {
        add_releases_locked(buf, metrics, row);
    } else if (row->label_count == 0) {
        add_sample(buf, row, NULL, counter_value(&metrics->plain[metric]));
    } else {
        add_series_locked(buf, row, metrics->families[metric].first);
    }
}

void metrics_render(struct metrics *metrics, enum metrics_format format, struct buf *buf)
{
    mutex_lock(&metrics->lock);
    for (enum metric metric = 0; metric < METRIC_COUNT; metric++) {
        add_family_locked(buf, metrics, metric, format);
    }
    mutex_unlock(&metrics->lock);
    if (format == METRICS_OPENMETRICS) {
        buf_add(buf, STR("# EOF\n"));
    }
}
