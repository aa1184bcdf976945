/* bench_report.h - what a bench found: rows of named figures, and ratios between them.
 *
 * Machines are shared and noisy, so a bench prints ratios of things measured in turn in
 * one run, and beside them a probe: how long this machine takes for two fixed jobs.
 * Times are processor time of the measuring thread, the median of several rounds.
 *
 * Thread: the main thread.
 * Memory: in the report's arena.
 */
#ifndef CLI_BENCH_REPORT_H
#define CLI_BENCH_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/list.h"
#include "base/str.h"

struct arena;

enum { BENCH_ROWS_MAX = 200, BENCH_COLUMNS_MAX = 16 };

struct bench_report {
    const char *name;
    struct arena *arena;
    struct list rows;   /* of struct bench_row */
    struct list ratios; /* of struct bench_cell */
};

void bench_report_init(struct bench_report *report, const char *name,
                       struct arena *arena);

/* A new row; the cells added next belong to it. */
void bench_row(struct bench_report *report, struct str name);
void bench_micros(struct bench_report *report, const char *column, int64_t micros);
void bench_count(struct bench_report *report, const char *column, int64_t count);
void bench_text(struct bench_report *report, const char *column, struct str text);

/* A figure about the whole run, usually one time divided by another. */
void bench_ratio(struct bench_report *report, const char *name, int64_t micros);

/* One JSON document, or a table for people, on standard output. */
void bench_print(const struct bench_report *report, bool as_json);

/* Nanoseconds of processor time for one of `calls` calls, the median of nine rounds. */
typedef void (*bench_fn)(void *context, size_t call);
int64_t bench_time_ns(bench_fn run, void *context, size_t calls);

/* a / b in millionths; 0 where b is 0. */
int64_t bench_quotient(int64_t a, int64_t b);

#endif
