/* registry.c - the table of series. */

#include "telemetry/registry.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

/* Multiply and fold, a word at a time.  Label values are names of ours and of the bots,
 * not a client's words; somebody who could choose them would gain SERIES_MAX probes. */
static uint64_t mix(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ (hash >> 29);
}

static uint64_t hash_text(uint64_t hash, struct str text)
{
    size_t at = 0;
    uint64_t word = 0;

    for (; at + sizeof word <= text.len; at += sizeof word) {
        memcpy(&word, text.at + at, sizeof word);
        hash = mix(hash, word);
    }
    word = 0;
    for (; at < text.len; at++) {
        word = word << 8 | (unsigned char)text.at[at];
    }
    return mix(hash, word ^ (uint64_t)text.len << 56);
}

static uint64_t hash_of(enum metric metric, const struct str *values, size_t count)
{
    uint64_t hash = mix(1, (uint64_t)metric);

    for (size_t i = 0; i < count; i++) {
        hash = hash_text(hash, values[i]);
    }
    return hash;
}

static bool is_of(const struct series *series, enum metric metric, uint64_t hash,
                  const struct str *values, size_t count)
{
    if (series->hash != hash || series->metric != metric) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!str_equal(series->values[i], values[i])) {
            return false;
        }
    }
    return true;
}

/* The series, or NULL; *slot_out is its slot, or the empty one where it belongs. */
static struct series *find(const struct metrics *metrics, enum metric metric,
                           uint64_t hash, const struct str *values, size_t *slot_out)
{
    size_t count = metrics->rows[metric].label_count;
    size_t slot = hash % SLOT_COUNT;
    struct series *series = published_get(&metrics->slots[slot]);

    while (series != NULL && !is_of(series, metric, hash, values, count)) {
        slot = (slot + 1) % SLOT_COUNT;
        series = published_get(&metrics->slots[slot]);
    }
    *slot_out = slot;
    return series;
}

/* By label values, the first label first. */
static int compare(const struct series *a, const struct series *b, size_t count)
{
    int order = 0;

    for (size_t i = 0; i < count && order == 0; i++) {
        order = str_compare(a->values[i], b->values[i]);
    }
    return order;
}

static void link_locked(struct metrics *metrics, struct series *series)
{
    size_t count = metrics->rows[series->metric].label_count;
    struct series **place = &metrics->families[series->metric].first;

    while (*place != NULL && compare(*place, series, count) < 0) {
        place = &(*place)->next;
    }
    series->next = *place;
    *place = series;
}

static struct series *add_locked(struct metrics *metrics, enum metric metric,
                                 uint64_t hash, const struct str *values)
{
    const struct metric_row *row = &metrics->rows[metric];
    struct series *series = arena_alloc(metrics->arena, sizeof *series);

    series->metric = metric;
    series->hash = hash;
    for (size_t i = 0; i < row->label_count; i++) {
        series->values[i] = str_copy(metrics->arena, values[i]);
    }
    if (row->type == METRIC_HISTOGRAM) {
        series->buckets =
            arena_array(metrics->arena, BUCKET_COUNT, sizeof *series->buckets);
    }
    link_locked(metrics, series);
    return series;
}

static struct series *other_locked(struct metrics *metrics, enum metric metric)
{
    static const struct str values[METRIC_LABELS_MAX] = {
        { "other", 5 }, { "other", 5 }, { "other", 5 }, { "other", 5 }
    };
    struct family *family = &metrics->families[metric];

    if (family->other == NULL) {
        family->other = add_locked(metrics, metric, 0, values);
    }
    if (family->series_count == SERIES_MAX) {
        publish(&family->overflow, family->other);
    }
    return family->other;
}

static bool is_fit(const struct str *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (values[i].len > LABEL_VALUE_MAX || !utf8_is_valid(values[i], NULL)) {
            return false;
        }
    }
    return true;
}

/* Nobody had this set a moment ago: look again under the lock, then make room for it. */
static struct series *find_or_add(struct metrics *metrics, enum metric metric,
                                  uint64_t hash, const struct str *values)
{
    struct family *family = &metrics->families[metric];
    size_t slot;
    struct series *series;

    mutex_lock(&metrics->lock);
    series = find(metrics, metric, hash, values, &slot);
    if (series == NULL && family->series_count < SERIES_MAX &&
        is_fit(values, metrics->rows[metric].label_count)) {
        series = add_locked(metrics, metric, hash, values);
        publish(&metrics->slots[slot], series);
        family->series_count++;
    } else if (series == NULL) {
        series = other_locked(metrics, metric);
        counter_add(&metrics->plain[METRIC_OVERFLOW], 1);
    }
    mutex_unlock(&metrics->lock);
    return series;
}

struct series *registry_series(struct metrics *metrics, enum metric metric,
                               const struct str *values)
{
    size_t count = metrics->rows[metric].label_count;
    uint64_t hash = hash_of(metric, values, count);
    size_t slot;
    struct series *series = find(metrics, metric, hash, values, &slot);

    assert(count > 0);
    if (series != NULL) {
        return series;
    }
    series = published_get(&metrics->families[metric].overflow);
    if (series != NULL) {
        counter_add(&metrics->plain[METRIC_OVERFLOW], 1);
        return series;
    }
    return find_or_add(metrics, metric, hash, values);
}
