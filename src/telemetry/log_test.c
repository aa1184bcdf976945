/* log_test.c */

#include "base/test.h"

#include <pthread.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "telemetry/log.h"

static struct arena *arena;
static struct str last; /* the last line, with its line feed */
static size_t line_count;

static void keep(void *context, struct str line)
{
    (void)context;
    arena_clear(arena);
    last = str_copy(arena, line);
    line_count++;
}

static int64_t some_time(void)
{
    return 1795178751000;
}

static const struct log_sink sink = { keep, some_time, NULL };

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(16 << 20);
    line_count = 0;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void log_once(enum log_style style, enum log_event event,
                     const struct log_field *fields)
{
    struct log *log = log_new(style, LOG_INFO, sink);

    log_event(log, event, fields);
    log_free(&log);
    assert_null(log);
}

static void people_read_words(void **state)
{
    (void)state;
    log_once(LOG_FOR_PEOPLE, EVENT_LISTENING,
             LOG_FIELDS(log_text("url", STR("http://127.0.0.1:8080"))));
    assert_str(last, "usher: listening on http://127.0.0.1:8080\n");
    log_once(LOG_FOR_PEOPLE, EVENT_STOPPED, NULL);
    assert_str(last, "usher: stopped\n");
    log_once(LOG_FOR_PEOPLE, EVENT_RELOAD_FAILED,
             LOG_FIELDS(log_text("release", STR("rel_1")), log_number("mistakes", 3),
                        log_text("path", STR("bots/acme"))));
    assert_str(last, "usher: error: bots/acme was not loaded again, rel_1 serves on "
                     "mistakes=3\n");
}

static void the_journal_gets_a_priority(void **state)
{
    (void)state;
    log_once(LOG_FOR_JOURNAL, EVENT_STOPPED, NULL);
    assert_str(last, "<6>stopped\n");
    log_once(LOG_FOR_JOURNAL, EVENT_MISTAKE,
             LOG_FIELDS(log_text("mistake", STR("late"))));
    assert_str(last, "<3>late\n");
}

static void machines_read_json(void **state)
{
    (void)state;
    log_once(LOG_AS_JSON, EVENT_SERVING,
             LOG_FIELDS(log_text("bot", STR("acme")), log_text("path", STR("a.rel")),
                        log_text("release", STR("rel_1")), log_number("ms", 412)));
    assert_str(last,
               "{\"time\":\"2026-11-20T12:45:51.000Z\",\"level\":\"info\","
               "\"event\":\"serving\","
               "\"message\":\"acme is served from a.rel, rel_1\","
               "\"bot\":\"acme\",\"path\":\"a.rel\",\"release\":\"rel_1\",\"ms\":412}\n");
}

static void what_is_less_than_asked_for_is_left_out(void **state)
{
    struct log *log = log_new(LOG_FOR_PEOPLE, LOG_ERROR, sink);

    (void)state;
    log_event(log, EVENT_STOPPED, NULL);
    log_event(log, EVENT_UNHEARD, LOG_FIELDS(log_text("reason", STR("late"))));
    assert_int_equal(line_count, 0);
    log_event(log, EVENT_LOAD_FAILED, NULL);
    assert_int_equal(line_count, 1);
    log_free(&log);
}

static void a_field_cannot_end_the_line_or_paint_it(void **state)
{
    (void)state;
    log_once(
        LOG_FOR_PEOPLE, EVENT_MISTAKE,
        LOG_FIELDS(log_text("mistake", STR("a\nusher: stopped\x1b[31m\xff\xc2\x9b"))));
    assert_str(last, "usher: error: a\\u000ausher: stopped\\u001b[31m\xef\xbf\xbd"
                     "\\u009b\n");
}

static void a_message_without_its_field_is_still_one(void **state)
{
    (void)state;
    log_once(LOG_FOR_PEOPLE, EVENT_LISTENING, NULL);
    assert_str(last, "usher: listening on \n");
    log_once(LOG_FOR_PEOPLE, EVENT_LISTENING, LOG_FIELDS(log_text("url", STR(""))));
    assert_str(last, "usher: listening on \n");
}

/* As many and as long fields as there may be, of characters that take most room. */
static void the_longest_line_is_bounded_and_json(void **state)
{
    static char text[4 * LOG_FIELD_MAX];
    struct log_field fields[LOG_FIELD_COUNT_MAX + 1] = { { NULL, { NULL, 0 }, 0 } };
    char names[LOG_FIELD_COUNT_MAX][8];
    const struct json *line;
    struct err err;

    (void)state;
    memset(text, 1, sizeof text);
    fields[0] = log_text("mistake", (struct str){ text, sizeof text });
    for (size_t i = 1; i < LOG_FIELD_COUNT_MAX; i++) {
        (void)snprintf(names[i], sizeof names[i], "f%zu", i);
        fields[i] = log_text(names[i], (struct str){ text, sizeof text });
    }
    log_once(LOG_FOR_PEOPLE, EVENT_MISTAKE, fields);
    assert_true(str_ends_with(last, STR("\\u0001\n")));
    log_once(LOG_AS_JSON, EVENT_MISTAKE, fields);
    assert_int_equal(json_parse(&line, arena, last, JSON_LIMITS_DEFAULT, NULL, &err), 0);
    assert_int_equal(json_find(line, STR("f15"))->text.len, LOG_FIELD_MAX);
    assert_int_equal(line->count, 4 + LOG_FIELD_COUNT_MAX);
}

static void a_text_is_cut_between_characters(void **state)
{
    static char text[LOG_FIELD_MAX + 8];
    const struct json *line;
    struct err err;

    (void)state;
    for (size_t i = 0; i + 3 <= sizeof text; i += 3) {
        memcpy(text + i, "\xe2\x82\xac", 3);
    }
    log_once(LOG_AS_JSON, EVENT_MISTAKE,
             LOG_FIELDS(log_text("mistake", (struct str){ text, sizeof text })));
    assert_int_equal(json_parse(&line, arena, last, JSON_LIMITS_DEFAULT, NULL, &err), 0);
    assert_int_equal(json_find(line, STR("mistake"))->text.len, LOG_FIELD_MAX / 3 * 3);
}

enum { THREAD_COUNT = 4, ROUNDS = 1000 };

static void *log_many(void *log)
{
    for (int i = 0; i < ROUNDS; i++) {
        log_event(log, EVENT_MISTAKE, LOG_FIELDS(log_text("mistake", STR("late"))));
    }
    return NULL;
}

static void lines_of_threads_do_not_mix(void **state)
{
    pthread_t threads[THREAD_COUNT];
    struct log *log = log_new(LOG_FOR_JOURNAL, LOG_INFO, sink);

    (void)state;
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, log_many, log), 0);
    }
    for (size_t i = 0; i < THREAD_COUNT; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    assert_int_equal(line_count, THREAD_COUNT * ROUNDS);
    assert_str(last, "<3>late\n");
    log_free(&log);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(people_read_words),
        TEST(the_journal_gets_a_priority),
        TEST(machines_read_json),
        TEST(what_is_less_than_asked_for_is_left_out),
        TEST(a_field_cannot_end_the_line_or_paint_it),
        TEST(a_message_without_its_field_is_still_one),
        TEST(the_longest_line_is_bounded_and_json),
        TEST(a_text_is_cut_between_characters),
        TEST(lines_of_threads_do_not_mix),
    };
#undef TEST

    return cmocka_run_group_tests(tests, NULL, NULL);
}
