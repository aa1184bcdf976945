/* registry.h - inside struct metrics: series, and how they are found.
 *
 * One table of hashed slots holds the series of all metrics.  A slot goes from empty to a
 * published series once and never changes again, so finding needs no lock; there are
 * more slots than there may be series, so every search meets an empty one.  Adding takes
 * the lock and keeps each metric's series sorted, for a text that reads well.
 *
 * Thread: any; what is no counter or published belongs to who
 *         holds the lock, or never changes.
 * Memory: in the registry's arena, for as long as the registry.
 */
#ifndef TELEMETRY_REGISTRY_H
#define TELEMETRY_REGISTRY_H

#include <stddef.h>
#include <stdint.h>

#include "base/shared.h"
#include "base/str.h"
#include "os/mutex.h"
#include "telemetry/metrics.h"

struct arena;

/* The upper bounds of a histogram's buckets; the last one has none.  The texts are what
 * OpenMetrics calls canonical. */
/*    ns                 text */
#define DURATION_BUCKETS(X)                                                              \
    X(10000, "1e-05")                                                                    \
    X(25000, "2.5e-05")                                                                  \
    X(50000, "5e-05")                                                                    \
    X(100000, "0.0001")                                                                  \
    X(250000, "0.00025")                                                                 \
    X(500000, "0.0005")                                                                  \
    X(1000000, "0.001")                                                                  \
    X(2500000, "0.0025")                                                                 \
    X(5000000, "0.005")                                                                  \
    X(10000000, "0.01")                                                                  \
    X(25000000, "0.025")                                                                 \
    X(50000000, "0.05")                                                                  \
    X(100000000, "0.1")                                                                  \
    X(250000000, "0.25")                                                                 \
    X(500000000, "0.5")                                                                  \
    X(1000000000, "1.0")                                                                 \
    X(2500000000, "2.5")                                                                 \
    X(5000000000, "5.0")                                                                 \
    X(10000000000, "10.0")                                                               \
    X(INT64_MAX, "+Inf")

#define X(ns, text) +1
enum { BUCKET_COUNT = 0 DURATION_BUCKETS(X) };
#undef X

struct metric_row {
    struct str family;
    struct str help;
    struct str labels[METRIC_LABELS_MAX];
    size_t label_count;
    enum metric_type type;
    enum metric_unit unit;
};

struct series {
    struct series *next; /* of its metric, by label values */
    enum metric metric;
    uint64_t hash;
    struct str values[METRIC_LABELS_MAX];
    struct counter sum;      /* of a histogram in ns; else the value */
    struct counter *buckets; /* BUCKET_COUNT of a histogram: values in each, not below */
};

struct family {
    struct series *first;
    size_t series_count;
    struct series *other;      /* for what is beyond; NULL: nothing yet */
    struct published overflow; /* the same, once there is no room left */
};

struct served_release {
    char bot[LABEL_VALUE_MAX];
    char release[LABEL_VALUE_MAX];
    size_t bot_len;
    size_t release_len; /* 0: a free place */
};

#define X(constant, family, type, unit, labels, help) +(sizeof(labels) > 1)
enum { LABELLED_COUNT = 0 METRICS(X) };
#undef X

enum { SLOT_COUNT = 1 << 15 };
_Static_assert(SLOT_COUNT > LABELLED_COUNT * (SERIES_MAX + 1), "a search meets an end");

struct metrics {
    struct arena *arena;
    struct metric_row rows[METRIC_COUNT];
    struct counter plain[METRIC_COUNT]; /* of metrics without labels */
    struct mutex lock;
    struct family families[METRIC_COUNT];
    struct str version;
    struct str compiler;
    struct served_release releases[METRIC_BOTS_MAX]; /* under the lock */
    struct published slots[SLOT_COUNT];
};

/* The series of that set of label values, as many as the metric has labels; "other" when
 * there are too many.  Never NULL. */
struct series *registry_series(struct metrics *metrics, enum metric metric,
                               const struct str *values);

#endif
