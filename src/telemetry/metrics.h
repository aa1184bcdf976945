/* metrics.h - what the server counts about itself, and its two texts for Prometheus.
 *
 * METRICS below is the one truth: names, types, units, labels and help come from it.  A
 * metric without labels is one number; one with labels has a series for each set of label
 * values that was seen.  Series are found without a lock and counted with atomics; a lock
 * and memory are taken when a set is seen for the first time.  A metric keeps at most
 * SERIES_MAX of them: what is beyond is counted in one whose labels all say "other", and
 * in usher_metrics_overflow_total.
 *
 * Durations are kept as whole nanoseconds, so that no sum ever loses a part.
 *
 * Thread: any, but metrics_new() and metrics_free().
 * Memory: all in the registry, at most METRICS_BYTES_MAX; label values are copied.
 */
#ifndef TELEMETRY_METRICS_H
#define TELEMETRY_METRICS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

struct buf;
struct decision;     /* bot/decision.h */
struct metrics;      /* registry.h */
struct process_stat; /* os/process_stat.h */

enum metric_type { METRIC_COUNTER, METRIC_GAUGE, METRIC_HISTOGRAM, METRIC_INFO };

/* A value in seconds is kept in nanoseconds. */
enum metric_unit { UNIT_NONE, UNIT_BYTES, UNIT_SECONDS };

/* The name is that of the family: a counter's samples add "_total", an info's "_info".
 * Its unit is the name's end.  Histograms are of durations and count in the same buckets,
 * 10 us to 10 s; they and counters with labels are what the verbs below fill. */
/*    constant, family, type, unit, labels, help */
/* clang-format off */
#define METRICS(X) \
    X(HTTP_REQUESTS, "usher_http_requests", COUNTER, NONE, "route method status", \
      "HTTP requests answered.") \
    X(HTTP_DURATION, "usher_http_request_duration_seconds", HISTOGRAM, SECONDS, "route", \
      "Time from the request's head to its answer.") \
    X(HTTP_IN_FLIGHT, "usher_http_requests_in_flight", GAUGE, NONE, "", \
      "HTTP requests being answered now.") \
    X(HTTP_CONNECTIONS, "usher_http_connections", GAUGE, NONE, "", \
      "HTTP connections open now.") \
    X(HTTP_BODY_MEMORY, "usher_http_request_bytes_in_memory", GAUGE, NONE, "", \
      "Bytes of request bodies held now.") \
    X(DECISIONS, "usher_decisions", COUNTER, NONE, "bot action reason", \
      "Decisions, by what was decided and why.") \
    X(TICKET_LABELS, "bot_ticket_labels", COUNTER, NONE, "bot intent sentiment priority", \
      "Messages, by what was understood of them.") \
    X(WORKFLOW_DURATION, "bot_workflow_duration_seconds", HISTOGRAM, SECONDS, "bot", \
      "Time a message takes through its bot's workflow.") \
    X(HUMAN_INTERVENTION, "bot_human_intervention", COUNTER, NONE, "bot", \
      "Decisions that wait for a person.") \
    X(BUILD, "bot_build", INFO, NONE, "version compiler", \
      "The program that is running.") \
    X(RELEASE, "usher_release", INFO, NONE, "bot release", \
      "The release that each bot serves now.") \
    X(RELOADS, "usher_reloads", COUNTER, NONE, "bot result", \
      "Changed bot folders, by whether they could be served.") \
    X(ERRORS, "usher_errors", COUNTER, NONE, "reason", \
      "Requests that failed, by reason.") \
    X(OVERFLOW, "usher_metrics_overflow", COUNTER, NONE, "", \
      "Values counted as other because a metric had too many label sets.") \
    X(PROCESS_CPU, "process_cpu_seconds", COUNTER, SECONDS, "", \
      "Processor time of all threads.") \
    X(PROCESS_RESIDENT, "process_resident_memory_bytes", GAUGE, BYTES, "", \
      "Memory that is held in the machine.") \
    X(PROCESS_VIRTUAL, "process_virtual_memory_bytes", GAUGE, BYTES, "", \
      "Address space that is taken.") \
    X(PROCESS_OPEN_FDS, "process_open_fds", GAUGE, NONE, "", \
      "File descriptors that are open.") \
    X(PROCESS_MAX_FDS, "process_max_fds", GAUGE, NONE, "", \
      "File descriptors that may be open.") \
    X(PROCESS_START, "process_start_time_seconds", GAUGE, SECONDS, "", \
      "When the program started, in seconds since 1970.")
/* clang-format on */

#define X(constant, family, type, unit, labels, help) METRIC_##constant,
enum metric { METRICS(X) METRIC_COUNT };
#undef X

enum {
    METRIC_LABELS_MAX = 4,
    METRIC_BOTS_MAX = 256, /* that usher_release_info tells of */
    LABEL_VALUE_MAX = 128, /* bytes; a longer one, or one that is no UTF-8, is "other" */
    SERIES_MAX = 2000,     /* of one metric, beside "other" */
    METRICS_BYTES_MAX = 32 << 20,
    METRICS_TEXT_MAX = 64 << 20, /* more than the longest text */
};

/* version and compiler for bot_build_info. */
struct metrics *metrics_new(struct str version, struct str compiler);
void metrics_free(struct metrics **metrics); /* accepts NULL in it */

/* A metric without labels.  A counter only grows. */
void metrics_add(struct metrics *metrics, enum metric metric, int64_t amount);
void metrics_set(struct metrics *metrics, enum metric metric, int64_t value);

/* One answered request.  route: the path as the route table has it, never as the client
 * wrote it.  A method that HTTP does not know counts as "other". */
void metrics_count_request(struct metrics *metrics, struct str route, struct str method,
                           int status, int64_t duration_ns);

/* One decision and how long it took: all that is told by bot. */
void metrics_count_decision(struct metrics *metrics, const struct decision *decision,
                            int64_t duration_ns);

void metrics_count_error(struct metrics *metrics, enum err_reason reason);
void metrics_count_reload(struct metrics *metrics, struct str bot, bool is_good);

/* The bot now serves this release; the one before vanishes from the text.  An empty
 * release: it is served no more. */
void metrics_set_release(struct metrics *metrics, struct str bot, struct str release);

/* All of process_*.  When the program started is kept from the first call, because it
 * would move with the clock. */
void metrics_set_process(struct metrics *metrics, const struct process_stat *stat);

enum metrics_format { METRICS_TEXT, METRICS_OPENMETRICS };

/* What an Accept header asks for: OpenMetrics 1.0 where it is named and liked no less
 * than text, else Prometheus' text 0.0.4.  From the client, unchecked. */
enum metrics_format metrics_format_of(struct str accept);
struct str metrics_content_type(enum metrics_format format);

/* Append the whole text.  The buffer's maximum should be METRICS_TEXT_MAX. */
void metrics_render(struct metrics *metrics, enum metrics_format format, struct buf *buf);

#endif
