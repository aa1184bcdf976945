/* bench_report.c - rows of figures, as JSON or as a table. */

#include "cli/bench_report.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/hash.h"
#include "base/json.h"
#include "cli/spread.h"
#include "os/clock.h"
#include "os/machine.h"

enum {
    ROUNDS = 9,
    REPORT_BYTES_MAX = 1 << 20,
    PROBE_BYTES = 1 << 16,
    PROBE_STEPS = 1 << 16
};

enum cell_kind { CELL_MICROS, CELL_COUNT, CELL_TEXT };

struct bench_cell {
    const char *column;
    enum cell_kind kind;
    int64_t number;
    struct str text;
};

struct bench_row {
    struct str name;
    struct bench_cell cells[BENCH_COLUMNS_MAX];
    size_t cell_count;
};

void bench_report_init(struct bench_report *report, const char *name, struct arena *arena)
{
    *report = (struct bench_report){ .name = name, .arena = arena };
    list_init(&report->rows, arena, sizeof(struct bench_row), BENCH_ROWS_MAX);
    list_init(&report->ratios, arena, sizeof(struct bench_cell), BENCH_ROWS_MAX);
}

void bench_row(struct bench_report *report, struct str name)
{
    struct bench_row *row = list_add(&report->rows);

    assert(row != NULL);
    row->name = str_copy(report->arena, name);
}

static void add_cell(struct bench_report *report, struct bench_cell cell)
{
    struct bench_row *row = list_at(&report->rows, report->rows.count - 1);

    assert(row->cell_count < BENCH_COLUMNS_MAX);
    row->cells[row->cell_count++] = cell;
}

void bench_micros(struct bench_report *report, const char *column, int64_t micros)
{
    add_cell(report, (struct bench_cell){ column, CELL_MICROS, micros, { NULL, 0 } });
}

void bench_count(struct bench_report *report, const char *column, int64_t count)
{
    add_cell(report, (struct bench_cell){ column, CELL_COUNT, count, { NULL, 0 } });
}

void bench_text(struct bench_report *report, const char *column, struct str text)
{
    struct str copy = str_copy(report->arena, text);

    add_cell(report, (struct bench_cell){ column, CELL_TEXT, 0, copy });
}

void bench_ratio(struct bench_report *report, const char *name, int64_t micros)
{
    struct bench_cell *cell = list_add(&report->ratios);

    assert(cell != NULL);
    *cell = (struct bench_cell){ name, CELL_MICROS, micros, { NULL, 0 } };
}

int64_t bench_time_ns(bench_fn run, void *context, size_t calls)
{
    int64_t rounds[ROUNDS];

    assert(calls != 0);
    for (size_t round = 0; round < ROUNDS; round++) {
        int64_t start = clock_thread_cpu_ns();

        for (size_t call = 0; call < calls; call++) {
            run(context, call);
        }
        rounds[round] = (clock_thread_cpu_ns() - start) / (int64_t)calls;
    }
    return spread_median(rounds, ROUNDS);
}

int64_t bench_quotient(int64_t a, int64_t b)
{
    return b == 0 ? 0 : a * MICROS_ONE / b;
}

static void hash_once(void *context, size_t call)
{
    (void)call;
    (void)sha256_of(*(struct str *)context);
}

/* Follow a chain of places through 256 KiB: what a cache miss costs. */
static void chase_once(void *context, size_t call)
{
    const uint32_t *next = context;
    uint32_t at = (uint32_t)call;

    for (size_t i = 0; i < PROBE_STEPS; i++) {
        at = next[at % PROBE_STEPS];
    }
    *(volatile uint32_t *)&at = at;
}

static void write_probe(struct json_writer *writer, struct arena *arena)
{
    struct arena_mark mark = arena_mark(arena);
    struct str bytes = { arena_alloc(arena, PROBE_BYTES), PROBE_BYTES };
    uint32_t *next = arena_array(arena, PROBE_STEPS, sizeof *next);

    for (uint32_t i = 0; i < PROBE_STEPS; i++) {
        next[i] = (i * UINT32_C(40503) + 12345) % PROBE_STEPS;
    }
    json_open_object(writer);
    json_key(writer, STR("sha256_64k_us"));
    json_add_micros(writer, bench_time_ns(hash_once, &bytes, 20) * 1000);
    json_key(writer, STR("chase_64k_us"));
    json_add_micros(writer, bench_time_ns(chase_once, next, 5) * 1000);
    json_close_object(writer);
    arena_reset(arena, mark);
}

static void write_cell(struct json_writer *writer, const struct bench_cell *cell)
{
    json_key(writer, str_from(cell->column));
    if (cell->kind == CELL_TEXT) {
        json_add_str(writer, cell->text);
    } else if (cell->kind == CELL_COUNT) {
        json_add_int(writer, cell->number);
    } else {
        json_add_micros(writer, cell->number);
    }
}

static void write_rows(struct json_writer *writer, const struct bench_report *report)
{
    json_open_array(writer);
    for (size_t i = 0; i < report->rows.count; i++) {
        const struct bench_row *row = list_at(&report->rows, i);

        json_open_object(writer);
        json_key(writer, STR("name"));
        json_add_str(writer, row->name);
        for (size_t j = 0; j < row->cell_count; j++) {
            write_cell(writer, &row->cells[j]);
        }
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void print_json(const struct bench_report *report)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, report->arena, REPORT_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("bench"));
    json_add_str(&writer, str_from(report->name));
    json_key(&writer, STR("machine"));
    json_open_object(&writer);
    json_key(&writer, STR("cpu"));
    json_add_str(&writer, machine_cpu(report->arena));
    json_key(&writer, STR("cores"));
    json_add_int(&writer, machine_cores());
    json_close_object(&writer);
    json_key(&writer, STR("probe"));
    write_probe(&writer, report->arena);
    json_key(&writer, STR("rows"));
    write_rows(&writer, report);
    json_key(&writer, STR("ratios"));
    json_open_object(&writer);
    for (size_t i = 0; i < report->ratios.count; i++) {
        write_cell(&writer, list_at(&report->ratios, i));
    }
    json_close_object(&writer);
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

static void print_cell(const struct bench_cell *cell)
{
    char text[MICROS_TEXT_MAX];

    if (cell->kind == CELL_TEXT) {
        printf("  %s %.*s", cell->column, STR_ARG(cell->text));
    } else if (cell->kind == CELL_COUNT) {
        printf("  %s %lld", cell->column, (long long)cell->number);
    } else {
        (void)micros_format(cell->number, text);
        printf("  %s %s", cell->column, text);
    }
}

static void print_table(const struct bench_report *report)
{
    printf("%s on %.*s\n", report->name, STR_ARG(machine_cpu(report->arena)));
    for (size_t i = 0; i < report->rows.count; i++) {
        const struct bench_row *row = list_at(&report->rows, i);

        printf("  %-26.*s", STR_ARG(row->name));
        for (size_t j = 0; j < row->cell_count; j++) {
            print_cell(&row->cells[j]);
        }
        putchar('\n');
    }
    for (size_t i = 0; i < report->ratios.count; i++) {
        printf("  =");
        print_cell(list_at(&report->ratios, i));
        putchar('\n');
    }
}

void bench_print(const struct bench_report *report, bool as_json)
{
    if (as_json) {
        print_json(report);
    } else {
        print_table(report);
    }
}
