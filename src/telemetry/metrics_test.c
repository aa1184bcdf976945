/* metrics_test.c */

#include "base/test.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "bot/decision.h"
#include "os/clock.h"
#include "os/process_stat.h"
#include "telemetry/metrics.h"
#include "telemetry/registry.h"

static struct arena *arena;
static struct metrics *metrics;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(128 << 20);
    metrics = metrics_new(STR("1.2.3"), STR("gcc \"12\""));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    metrics_free(&metrics);
    assert_null(metrics);
    arena_free(&arena);
    return 0;
}

static struct str render(enum metrics_format format)
{
    struct buf buf;

    buf_init(&buf, arena, METRICS_TEXT_MAX);
    metrics_render(metrics, format, &buf);
    assert_false(buf_is_full(&buf));
    return buf_str(&buf);
}

/* Whether the text has exactly this line. */
static bool has_line(struct str text, const char *line)
{
    struct str part;

    while (str_split_next(&text, '\n', &part)) {
        if (str_equal(part, str_from(line))) {
            return true;
        }
    }
    return false;
}

static void assert_line(struct str text, const char *line)
{
    if (!has_line(text, line)) {
        fail_msg("no line \"%s\" in\n%.*s", line, STR_ARG(text));
    }
}

static size_t lines_with(struct str text, const char *start)
{
    size_t count = 0;
    struct str part;

    while (str_split_next(&text, '\n', &part)) {
        count += str_starts_with(part, str_from(start));
    }
    return count;
}

static struct decision sample_decision(void)
{
    struct decision decision = { .bot = STR("acme"),
                                 .action = ACTION_NEEDS_APPROVAL,
                                 .reason = REASON_POLICY,
                                 .priority = 2 };

    decision.intent.label = STR("late_delivery");
    decision.sentiment.label = STR("neutral");
    return decision;
}

static void requests_are_counted_by_route_method_and_status(void **state)
{
    struct str text;

    (void)state;
    for (int i = 0; i < 7; i++) {
        metrics_count_request(metrics, STR("/v1/triage"), STR("POST"), 200, 150000);
    }
    metrics_count_request(metrics, STR("/v1/triage"), STR("POST"), 400, 150000);
    metrics_count_request(metrics, STR("/v1/triage"), STR("BREW"), 405, 150000);
    text = render(METRICS_TEXT);
    assert_line(text, "# TYPE usher_http_requests_total counter");
    assert_line(text, "usher_http_requests_total{route=\"/v1/triage\",method=\"POST\","
                      "status=\"200\"} 7");
    assert_line(text, "usher_http_requests_total{route=\"/v1/triage\",method=\"POST\","
                      "status=\"400\"} 1");
    assert_line(text, "usher_http_requests_total{route=\"/v1/triage\",method=\"other\","
                      "status=\"405\"} 1");
    assert_line(text,
                "usher_http_request_duration_seconds_count{route=\"/v1/triage\"} 9");
}

static void a_duration_counts_from_its_bucket_up(void **state)
{
    struct decision decision = sample_decision();
    struct str text;

    (void)state;
    metrics_count_decision(metrics, &decision, 10000);         /* 10 us is in "1e-05" */
    metrics_count_decision(metrics, &decision, 10001);         /* one ns more is not */
    metrics_count_decision(metrics, &decision, 10000000001LL); /* beyond 10 s */
    text = render(METRICS_OPENMETRICS);
    assert_line(text,
                "bot_workflow_duration_seconds_bucket{bot=\"acme\",le=\"1e-05\"} 1");
    assert_line(text,
                "bot_workflow_duration_seconds_bucket{bot=\"acme\",le=\"2.5e-05\"} 2");
    assert_line(text, "bot_workflow_duration_seconds_bucket{bot=\"acme\",le=\"10.0\"} 2");
    assert_line(text, "bot_workflow_duration_seconds_bucket{bot=\"acme\",le=\"+Inf\"} 3");
    assert_line(text, "bot_workflow_duration_seconds_sum{bot=\"acme\"} 10.000020002");
    assert_line(text, "bot_workflow_duration_seconds_count{bot=\"acme\"} 3");
}

static void a_decision_is_told_by_what_was_understood_and_decided(void **state)
{
    struct decision decision = sample_decision();
    struct decision stopped = { .bot = STR("acme"),
                                .action = ACTION_REVIEW,
                                .reason = REASON_GUARD };
    struct decision answered = sample_decision();
    struct str text;

    (void)state;
    answered.action = ACTION_AUTO_REPLY;
    answered.reason = REASON_NONE;
    metrics_count_decision(metrics, &decision, 1);
    metrics_count_decision(metrics, &stopped, 1);
    metrics_count_decision(metrics, &answered, 1);
    text = render(METRICS_TEXT);
    assert_line(text, "usher_decisions_total{bot=\"acme\",action=\"needs_approval\","
                      "reason=\"policy\"} 1");
    assert_line(text, "usher_decisions_total{bot=\"acme\",action=\"auto_reply\","
                      "reason=\"none\"} 1");
    assert_line(text, "bot_ticket_labels_total{bot=\"acme\",intent=\"late_delivery\","
                      "sentiment=\"neutral\",priority=\"2\"} 2");
    assert_line(text, "bot_ticket_labels_total{bot=\"acme\",intent=\"none\","
                      "sentiment=\"none\",priority=\"none\"} 1");
    assert_line(text, "bot_human_intervention_total{bot=\"acme\"} 2");
}

static void a_reload_replaces_the_release(void **state)
{
    struct str text;

    (void)state;
    metrics_set_release(metrics, STR("acme"), STR("rel_1"));
    metrics_set_release(metrics, STR("north"), STR("rel_7"));
    text = render(METRICS_TEXT);
    assert_line(text, "usher_release_info{bot=\"acme\",release=\"rel_1\"} 1");
    assert_line(text, "usher_reloads_total{bot=\"acme\",result=\"failure\"} 0");
    assert_line(text, "bot_human_intervention_total{bot=\"acme\"} 0");

    metrics_set_release(metrics, STR("acme"), STR("rel_2"));
    metrics_count_reload(metrics, STR("acme"), true);
    metrics_count_reload(metrics, STR("north"), false);
    metrics_set_release(metrics, STR("north"), STR(""));
    text = render(METRICS_TEXT);
    assert_int_equal(lines_with(text, "usher_release_info{"), 1);
    assert_line(text, "usher_release_info{bot=\"acme\",release=\"rel_2\"} 1");
    assert_line(text, "usher_reloads_total{bot=\"acme\",result=\"success\"} 1");
    assert_line(text, "usher_reloads_total{bot=\"north\",result=\"failure\"} 1");
}

static void errors_are_there_before_the_first(void **state)
{
    struct str text;

    (void)state;
    metrics_count_error(metrics, ERR_TIMEOUT);
    text = render(METRICS_TEXT);
    assert_line(text, "usher_errors_total{reason=\"timeout\"} 1");
    assert_line(text, "usher_errors_total{reason=\"input\"} 0");
    assert_int_equal(lines_with(text, "usher_errors_total{"), ERR_COUNT - 1);
}

static void the_start_of_the_process_does_not_move(void **state)
{
    struct process_stat stat = { .cpu_ns = 1500000000,
                                 .resident_bytes = 4096,
                                 .virtual_bytes = 8192,
                                 .open_fds = 5,
                                 .max_fds = 1024,
                                 .start_ms = 1700000000250 };
    struct str text;

    (void)state;
    metrics_set_process(metrics, &stat);
    stat.start_ms += 10;
    stat.open_fds = 6;
    metrics_set_process(metrics, &stat);
    text = render(METRICS_TEXT);
    assert_line(text, "process_start_time_seconds 1700000000.250000000");
    assert_line(text, "process_cpu_seconds_total 1.500000000");
    assert_line(text, "process_open_fds 6");
    assert_line(text, "process_resident_memory_bytes 4096");
}

static void label_values_are_escaped(void **state)
{
    (void)state;
    metrics_set_release(metrics, STR("a\"b\\c\nd"), STR("rel_1"));
    assert_line(render(METRICS_TEXT),
                "usher_release_info{bot=\"a\\\"b\\\\c\\nd\",release=\"rel_1\"} 1");
    assert_line(render(METRICS_TEXT),
                "bot_build_info{version=\"1.2.3\",compiler=\"gcc \\\"12\\\"\"} 1");
}

static void the_two_formats_differ_in_head_and_end(void **state)
{
    struct str text = render(METRICS_TEXT);
    struct str open = render(METRICS_OPENMETRICS);

    (void)state;
    assert_line(text, "# TYPE bot_build_info gauge");
    assert_line(open, "# TYPE bot_build info");
    assert_line(open, "# TYPE usher_http_requests counter");
    assert_line(open, "# UNIT process_cpu_seconds seconds");
    assert_int_equal(lines_with(text, "# UNIT"), 0);
    assert_false(str_ends_with(text, STR("# EOF\n")));
    assert_true(str_ends_with(open, STR("\n# EOF\n")));
}

/* Quotes and line breaks in a help text are written differently in the two formats. */
static void the_table_keeps_to_the_rules_of_names(void **state)
{
    (void)state;
    for (enum metric metric = 0; metric < METRIC_COUNT; metric++) {
        const struct metric_row *row = &metrics->rows[metric];

        assert_int_equal(str_find_char(row->help, '"'), row->help.len);
        assert_int_equal(str_find_char(row->help, '\\'), row->help.len);
        assert_true(str_ends_with(row->help, STR(".")));
        assert_false(str_ends_with(row->family, STR("_total")));
        assert_false(str_ends_with(row->family, STR("_info")));
        assert_int_equal(row->unit == UNIT_SECONDS,
                         str_ends_with(row->family, STR("_seconds")));
        assert_int_equal(row->unit == UNIT_BYTES,
                         str_ends_with(row->family, STR("_bytes")));
        assert_true(row->type != METRIC_HISTOGRAM || row->label_count == 1);
    }
}

static void what_is_beyond_the_bound_is_other_and_told(void **state)
{
    enum { MORE = 50 };
    struct decision decision = sample_decision();
    char name[16];
    struct str text;

    (void)state;
    for (int i = 0; i < SERIES_MAX + MORE; i++) {
        decision.intent.label =
            (struct str){ name, (size_t)snprintf(name, sizeof name, "i%d", i) };
        metrics_count_decision(metrics, &decision, 1);
    }
    decision.intent.label = STR("i3"); /* one that was there before goes on */
    metrics_count_decision(metrics, &decision, 1);
    text = render(METRICS_TEXT);
    assert_int_equal(lines_with(text, "bot_ticket_labels_total{"), SERIES_MAX + 1);
    assert_line(text, "bot_ticket_labels_total{bot=\"other\",intent=\"other\","
                      "sentiment=\"other\",priority=\"other\"} 50");
    assert_line(text, "bot_ticket_labels_total{bot=\"acme\",intent=\"i3\","
                      "sentiment=\"neutral\",priority=\"2\"} 2");
    assert_line(text, "usher_metrics_overflow_total 50");
    assert_line(text, "usher_decisions_total{bot=\"acme\",action=\"needs_approval\","
                      "reason=\"policy\"} 2051");
}

static void a_value_that_is_too_long_or_no_text_is_other(void **state)
{
    char longest[LABEL_VALUE_MAX + 1];
    struct str text;

    (void)state;
    memset(longest, 'x', sizeof longest);
    metrics_count_reload(metrics, (struct str){ longest, sizeof longest }, true);
    metrics_count_reload(metrics, (struct str){ longest, LABEL_VALUE_MAX }, true);
    metrics_count_reload(metrics, STR("\xff"), true);
    text = render(METRICS_TEXT);
    assert_line(text, "usher_reloads_total{bot=\"other\",result=\"other\"} 2");
    assert_line(text, "usher_metrics_overflow_total 2");
    assert_int_equal(lines_with(text, "usher_reloads_total{"), 2);
}

static void series_of_equal_text_in_other_labels_are_apart(void **state)
{
    struct decision first = sample_decision();
    struct decision second = sample_decision();
    struct str text;

    (void)state;
    first.bot = STR("ab");
    first.intent.label = STR("c");
    second.bot = STR("a");
    second.intent.label = STR("bc");
    metrics_count_decision(metrics, &first, 1);
    metrics_count_decision(metrics, &second, 1);
    text = render(METRICS_TEXT);
    assert_int_equal(lines_with(text, "bot_ticket_labels_total{"), 2);
}

enum { THREAD_COUNT = 4, ROUNDS = 20000 };

/* Each thread counts the same and some of its own, and one that renders looks on. */
static void *count_many(void *own_name)
{
    struct decision decision = sample_decision();

    for (int i = 0; i < ROUNDS; i++) {
        char name[8];

        (void)snprintf(name, sizeof name, "i%d", i % 100);
        decision.intent.label = str_from(name);
        metrics_add(metrics, METRIC_HTTP_IN_FLIGHT, 1);
        metrics_count_request(metrics, str_from(own_name), STR("GET"), 200, i);
        metrics_count_decision(metrics, &decision, 1000);
        metrics_add(metrics, METRIC_HTTP_IN_FLIGHT, -1);
    }
    return NULL;
}

static void nothing_is_lost_between_threads(void **state)
{
    static char *names[THREAD_COUNT] = { "/a", "/b", "/c", "/d" };
    pthread_t threads[THREAD_COUNT];
    struct str text;
    char line[128];

    (void)state;
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, count_many, names[i]), 0);
    }
    for (size_t i = 0; i < 20; i++) {
        struct arena_mark mark = arena_mark(arena);

        metrics_set_release(metrics, STR("acme"), i % 2 ? STR("rel_1") : STR("rel_2"));
        assert_int_equal(lines_with(render(METRICS_TEXT), "usher_release_info{"), 1);
        arena_reset(arena, mark);
    }
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    text = render(METRICS_TEXT);
    assert_line(text, "usher_http_requests_in_flight 0");
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        (void)snprintf(line, sizeof line,
                       "usher_http_requests_total{route=\"%s\",method=\"GET\","
                       "status=\"200\"} %d",
                       names[i], ROUNDS);
        assert_line(text, line);
    }
    (void)snprintf(line, sizeof line, "bot_human_intervention_total{bot=\"acme\"} %d",
                   THREAD_COUNT * ROUNDS);
    assert_line(text, line);
    (void)snprintf(line, sizeof line,
                   "bot_workflow_duration_seconds_sum{bot=\"acme\"} 0.%09d",
                   THREAD_COUNT * ROUNDS * 1000);
    assert_line(text, line);
    (void)snprintf(line, sizeof line,
                   "bot_ticket_labels_total{bot=\"acme\",intent=\"i99\","
                   "sentiment=\"neutral\",priority=\"2\"} %d",
                   THREAD_COUNT * ROUNDS / 100);
    assert_line(text, line);
}

static void counting_what_was_seen_before_takes_no_memory(void **state)
{
    struct decision decision = sample_decision();
    size_t before;
    int64_t start_ns;

    (void)state;
    metrics_count_request(metrics, STR("/v1/triage"), STR("POST"), 200, 150000);
    metrics_count_decision(metrics, &decision, 130000);
    before = arena_used_bytes(metrics->arena);
    start_ns = clock_thread_cpu_ns();
    for (int i = 0; i < 200000; i++) {
        metrics_count_request(metrics, STR("/v1/triage"), STR("POST"), 200, 150000);
        metrics_count_decision(metrics, &decision, 130000);
    }
    print_message("%.0f ns to count a request and its decision\n",
                  (double)(clock_thread_cpu_ns() - start_ns) / 200000);
    assert_int_equal(arena_used_bytes(metrics->arena), before);
}

static void a_buffer_that_is_too_small_says_so(void **state)
{
    struct buf buf;

    (void)state;
    buf_init(&buf, arena, 100);
    metrics_render(metrics, METRICS_TEXT, &buf);
    assert_true(buf_is_full(&buf));
}

static void an_accept_header_chooses_the_format(void **state)
{
    static const struct {
        const char *accept;
        enum metrics_format format;
    } cases[] = {
        { "", METRICS_TEXT },
        { "*/*", METRICS_TEXT },
        { "text/html, */*;q=0.8", METRICS_TEXT },
        { "application/openmetrics-text", METRICS_OPENMETRICS },
        { "Application/OpenMetrics-Text; Version=1.0.0", METRICS_OPENMETRICS },
        /* Prometheus 2.42 and 3.0 */
        { "application/openmetrics-text;version=1.0.0,"
          "application/openmetrics-text;version=0.0.1;q=0.75,"
          "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
          METRICS_OPENMETRICS },
        { "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
          "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,*/*;q=0.2",
          METRICS_OPENMETRICS },
        { "application/openmetrics-text;version=0.0.1", METRICS_TEXT },
        { "text/plain;version=0.0.4, application/openmetrics-text;q=0.5", METRICS_TEXT },
        { "application/openmetrics-text;q=0", METRICS_TEXT },
        { "application/openmetrics-text;q=0.000", METRICS_TEXT },
        { "application/openmetrics-text;q=high", METRICS_TEXT },
        { ",;,;q=;;version=", METRICS_TEXT },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        print_message("%s\n", cases[i].accept);
        assert_int_equal(metrics_format_of(str_from(cases[i].accept)), cases[i].format);
    }
}

static void write_text(enum metrics_format format, const char *path)
{
    struct str text = render(format);
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_int_equal(fwrite(text.at, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

/* With everything counted once and an awkward name: the texts for other programs' eyes.
 */
static void other_programs_accept_both_texts(void **state)
{
    struct decision decision = sample_decision();
    struct process_stat stat = { .cpu_ns = 1500000000, .start_ms = 1700000000250 };

    (void)state;
    if (system("command -v promtool >/dev/null") != 0) {
        skip();
    }
    metrics_count_request(metrics, STR("/v1/triage"), STR("POST"), 200, 150000);
    metrics_count_decision(metrics, &decision, 130000);
    metrics_set_release(metrics, STR("a\"b\\c\nd"), STR("rel_1"));
    metrics_count_reload(metrics, STR("acme"), true);
    metrics_set_process(metrics, &stat);
    write_text(METRICS_TEXT, "metrics.txt");
    write_text(METRICS_OPENMETRICS, "metrics.openmetrics");
    assert_int_equal(system("promtool check metrics < metrics.txt"), 0);
    assert_int_equal(system("/usr/bin/python3 -c 'import sys\n"
                            "from prometheus_client.openmetrics.parser import "
                            "text_fd_to_metric_families as parse\n"
                            "families = list(parse(sys.stdin))\n"
                            "assert len(families) == 20, len(families)\n"
                            "' < metrics.openmetrics"),
                     0);
    remove("metrics.txt");
    remove("metrics.openmetrics");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(requests_are_counted_by_route_method_and_status),
        TEST(a_duration_counts_from_its_bucket_up),
        TEST(a_decision_is_told_by_what_was_understood_and_decided),
        TEST(a_reload_replaces_the_release),
        TEST(errors_are_there_before_the_first),
        TEST(the_start_of_the_process_does_not_move),
        TEST(label_values_are_escaped),
        TEST(the_two_formats_differ_in_head_and_end),
        TEST(the_table_keeps_to_the_rules_of_names),
        TEST(what_is_beyond_the_bound_is_other_and_told),
        TEST(a_value_that_is_too_long_or_no_text_is_other),
        TEST(series_of_equal_text_in_other_labels_are_apart),
        TEST(nothing_is_lost_between_threads),
        TEST(counting_what_was_seen_before_takes_no_memory),
        TEST(a_buffer_that_is_too_small_says_so),
        TEST(an_accept_header_chooses_the_format),
        TEST(other_programs_accept_both_texts),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
