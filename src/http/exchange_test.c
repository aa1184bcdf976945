/* exchange_test.c - requests without sockets: what is refused, when, and that every one
 * is answered once. */

#include "http/http_test.h"

#define TRACE "0af7651916cd43dd8448eb211c80319c"

static struct exchange *exchange;
static size_t bytes_in_part; /* how the body comes; 0: whole */

static int set_up(void **state)
{
    bytes_in_part = 0;
    return app_reset(state);
}

static struct http_header fields[HEADERS_MAX];
static struct http_head head;

/* A request's head, with a Host and these fields; names and values in turn. */
static void make_head(const char *method, const char *const *texts)
{
    head = (struct http_head){
        .method = str_from(method),
        .version = STR("HTTP/1.1"),
        .headers = fields,
    };
    for (; texts[0] != NULL; texts += 2) {
        fields[head.header_count++] =
            (struct http_header){ str_from(texts[0]), str_from(texts[1]) };
    }
}

static void give_body(struct str body)
{
    while (body.len != 0) {
        struct str part = bytes_in_part == 0 ? body : str_slice(body, 0, bytes_in_part);
        size_t taken = exchange_take(exchange, part);

        assert_true(taken != 0 && taken <= part.len);
        body = str_slice(body, taken, body.len);
    }
}

/* The whole exchange, with the head of make_head(); expects one answer. */
static void carry(const char *target, struct str body)
{
    sink.count = 0;
    exchange = exchange_new(&app, str_from(target));
    assert_false(exchange_has_begun(exchange));
    head.target = str_from(target);
    if (exchange_begin(exchange, &head, keep_answer, NULL)) {
        assert_true(exchange_has_begun(exchange));
        assert_int_equal(sink.count, 0);
        give_body(body);
        exchange_end(exchange, &head, keep_answer, NULL);
    }
    exchange_free(&exchange);
    assert_null(exchange);
    assert_int_equal(sink.count, 1);
    assert_int_equal(counter_value(&app.held_bytes), 0);
}

static void ask(const char *method, const char *target, const char *const *texts,
                const char *body)
{
    make_head(method, texts);
    carry(target, str_from(body));
}

#define FIELDS(...) ((const char *const[]){ "Host", "localhost", __VA_ARGS__, NULL })
#define JSON_TYPE   "Content-Type", "application/json"
#define LINES_TYPE  "Content-Type", "application/jsonl"

static void expect_problem(int status, const char *reason)
{
    char type[64];

    (void)snprintf(type, sizeof type, "urn:usher:error:%s", reason);
    if (sink.last.status != status) {
        fail_msg("%d, expected %d: %.*s", sink.last.status, status,
                 STR_ARG(sink.last.body));
    }
    assert_str(sink.last.content_type, "application/problem+json");
    assert_str(member_text(sink.last.body, "type"), type);
    assert_int_equal(strtol(member_text(sink.last.body, "status").at, NULL, 10), status);
    assert_str(answer_header("Cache-Control"), "no-store");
}

static void a_message_is_decided(void **state)
{
    (void)state;
    ask("POST", "/v1/triage?ignored=1",
        FIELDS(JSON_TYPE, "traceparent", "00-" TRACE "-b7ad6b7169203331-01"),
        "{\"text\": \"where is the parcel\", \"id\": \"ext-1\"}");
    assert_int_equal(sink.last.status, 200);
    assert_str(sink.last.content_type, "application/json");
    assert_str(answer_header("Cache-Control"), "no-store");
    assert_str(member_text(sink.last.body, "id"), "ext-1");
    assert_str(member_text(sink.last.body, "bot"), "first");
    assert_str(member_text(sink.last.body, "action"), "queue");
    assert_str(member_text(sink.last.body, "manifest.trace_id"), TRACE);
}

static void the_bot_is_named_by_the_path_or_the_body(void **state)
{
    (void)state;
    ask("POST", "/v1/bots/second/triage", FIELDS(JSON_TYPE), "{\"text\": \"hello\"}");
    assert_str(member_text(sink.last.body, "bot"), "second");
    ask("POST", "/v1/triage", FIELDS(JSON_TYPE),
        "{\"text\": \"hello\", \"bot\": \"second\"}");
    assert_str(member_text(sink.last.body, "bot"), "second");
    ask("POST", "/v1/bots/third/triage", FIELDS(JSON_TYPE), "{\"text\": \"hello\"}");
    expect_problem(404, "not_found");
    assert_str(member_text(sink.last.body, "instance"), "/v1/bots/third/triage");
    ask("POST", "/v1/triage", FIELDS(JSON_TYPE),
        "{\"text\": \"hello\", \"bot\": \"third\"}");
    expect_problem(404, "not_found");
}

static void the_guides_endpoint_answers_in_short(void **state)
{
    (void)state;
    ask("POST", "/triage", FIELDS(JSON_TYPE),
        "{\"id\": \"1\", \"text\": \"where is the parcel\", \"metadata\": {}}");
    assert_int_equal(sink.last.status, 200);
    assert_str(member_text(sink.last.body, "intent"), "late_delivery");
    assert_str(member_text(sink.last.body, "next_action"), "escalate");
    ask("POST", "/triage", FIELDS(JSON_TYPE), "{\"text\": \"please delete my account\"}");
    assert_str(sink.last.body, "{\"error\":\"unsafe_input\"}");
}

static void metadata_reach_the_workflow(void **state)
{
    (void)state;
    ask("POST", "/v1/triage", FIELDS(JSON_TYPE),
        "{\"text\": \"where is the parcel\", \"metadata\": {\"tier\": \"gold\"}}");
    assert_str(member_text(sink.last.body, "action"), "escalate");
    ask("POST", "/v1/triage", FIELDS(JSON_TYPE),
        "{\"text\": \"where is the parcel\", \"metadata\": {\"tier\": 7}}");
    assert_str(member_text(sink.last.body, "action"), "queue");
}

static void a_body_may_come_in_any_parts(void **state)
{
    (void)state;
    for (bytes_in_part = 1; bytes_in_part < 60; bytes_in_part++) {
        ask("POST", "/v1/triage", FIELDS(JSON_TYPE, "Transfer-Encoding", "chunked"),
            "{\"text\": \"where is the parcel\", \"id\": \"ext-1\"}");
        assert_int_equal(sink.last.status, 200);
    }
}

static void every_path_that_is_got_is_answered_by_its_head(void **state)
{
    static const char *const paths[] = {
        "/", "/app.js", "/livez", "/readyz", "/metrics", "/v1/bots", "/openapi.json"
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        ask("GET", paths[i], FIELDS("Accept", "*/*"), "");
        assert_int_equal(sink.last.status, 200);
        assert_true(sink.last.body.len != 0);
        ask("HEAD", paths[i], FIELDS("Content-Length", "0"), "");
        assert_int_equal(sink.last.status, 200);
    }
}

static void the_bots_are_listed_with_what_is_wrong_with_them(void **state)
{
    const struct json *items;

    (void)state;
    serving_note(app.serving, 1, STR("bot.yaml:1: \"x\""));
    ask("GET", "/v1/bots", FIELDS("Accept", "*/*"), "");
    serving_note(app.serving, 1, STR(""));
    items = json_find(parse_json(sink.last.body), STR("items"));
    assert_int_equal(items->count, 2);
    assert_str(json_find(items->first, STR("name"))->text, "first");
    assert_true(json_find(items->first, STR("default"))->truth);
    assert_int_equal(json_find(items->first, STR("reload_error"))->kind, JSON_NULL);
    assert_int_equal(json_find(items->first, STR("languages"))->count, 2);
    assert_false(json_find(items->first->next, STR("default"))->truth);
    assert_str(json_find(items->first->next, STR("reload_error"))->text,
               "bot.yaml:1: \"x\"");
}

static void a_file_of_the_page_is_sent_once_to_who_keeps_it(void **state)
{
    (void)state;
    ask("GET", "/app.js", FIELDS("Accept", "*/*"), "");
    assert_true(str_find(answer_header("Content-Security-Policy"),
                         STR("default-src 'none'")) == 0);
    assert_str(answer_header("Cache-Control"), "no-cache");
    ask("GET", "/app.js", FIELDS("If-None-Match", answer_header("ETag").at), "");
    assert_int_equal(sink.last.status, 304);
    assert_int_equal(sink.last.body.len, 0);
    assert_int_equal(sink.last.content_type.len, 0);
    ask("GET", "/app.js", FIELDS("If-None-Match", "\"other\""), "");
    assert_int_equal(sink.last.status, 200);
}

static void a_stopping_server_is_live_but_not_ready(void **state)
{
    (void)state;
    counter_set(&app.is_draining, 1);
    ask("GET", "/livez", FIELDS("Accept", "*/*"), "");
    assert_int_equal(sink.last.status, 200);
    ask("GET", "/readyz", FIELDS("Accept", "*/*"), "");
    expect_problem(503, "unavailable");
    assert_str(answer_header("Retry-After"), "1");
}

static void what_is_not_there_is_not_found(void **state)
{
    (void)state;
    ask("GET", "/nothing", FIELDS("Accept", "*/*"), "");
    expect_problem(404, "not_found");
    ask("POST", "/v1/triage/", FIELDS(JSON_TYPE), "{\"text\": \"hello\"}");
    expect_problem(404, "not_found");
}

static void another_method_is_told_which_ones_are_taken(void **state)
{
    (void)state;
    ask("GET", "/v1/triage", FIELDS("Accept", "*/*"), "");
    expect_problem(405, "input");
    assert_str(answer_header("Allow"), "POST");
    ask("DELETE", "/livez?x", FIELDS("Accept", "*/*"), "");
    expect_problem(405, "input");
    assert_str(answer_header("Allow"), "GET, HEAD");
    ask("AVERYVERYLONGMETHODNAME", "/livez", FIELDS("Accept", "*/*"), "");
    expect_problem(405, "input");
}

static void a_body_must_say_that_it_is_json(void **state)
{
    static const char *const wrong[] = { "text/plain",
                                         "application/x-www-form-urlencoded",
                                         "application/jsonl", "" };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        ask("POST", "/v1/triage", FIELDS("Content-Type", wrong[i]), "{\"text\": \"a\"}");
        expect_problem(415, "input");
    }
    ask("POST", "/v1/triage", FIELDS("Accept", "*/*"), "{\"text\": \"a\"}");
    expect_problem(415, "input");
    ask("POST", "/v1/triage:batch", FIELDS(JSON_TYPE), "{\"text\": \"a\"}");
    expect_problem(415, "input");
    ask("POST", "/v1/triage", FIELDS("Content-Type", "Application/JSON; charset=utf-8"),
        "{\"text\": \"hello\"}");
    assert_int_equal(sink.last.status, 200);
    ask("POST", "/v1/triage:batch", FIELDS("Content-Type", "application/x-ndjson"),
        "{\"text\": \"hello\"}");
    assert_int_equal(sink.last.status, 200);
}

static void a_body_that_is_wrong_is_told_where(void **state)
{
    (void)state;
    ask("POST", "/v1/triage", FIELDS(JSON_TYPE), "{\"txt\": \"hello\"}");
    expect_problem(400, "input");
    assert_str(member_text(sink.last.body, "at.column"), "2");
    ask("POST", "/v1/triage", FIELDS(JSON_TYPE), "");
    expect_problem(400, "input");
    assert_str(member_text(sink.last.body, "at.line"), "1");
}

static void without_a_key_only_the_open_paths_answer(void **state)
{
    static const char *const open[] = { "/", "/app.css", "/livez", "/readyz",
                                        "/openapi.json" };
    static const char *const closed[] = { "/v1/bots", "/metrics", "/nothing",
                                          "/v1/triage" };
    struct err err;

    (void)state;
    assert_int_equal(keys_read(&app.keys, STR("0123456789abcdef"), &err), 0);
    for (size_t i = 0; i < COUNT_OF(open); i++) {
        ask("GET", open[i], FIELDS("Accept", "*/*"), "");
        assert_int_equal(sink.last.status, 200);
    }
    for (size_t i = 0; i < COUNT_OF(closed); i++) {
        ask("GET", closed[i], FIELDS("Authorization", "Bearer 0123456789abcdeg"), "");
        expect_problem(401, "denied");
        assert_str(answer_header("WWW-Authenticate"), "Bearer realm=\"usher\"");
    }
    ask("POST", "/v1/triage", FIELDS(JSON_TYPE, "Content-Length", "16"),
        "{\"text\": \"hello\"}");
    expect_problem(401, "denied");
    ask("POST", "/v1/triage",
        FIELDS(JSON_TYPE, "Authorization", "Bearer 0123456789abcdef"),
        "{\"text\": \"hello\"}");
    assert_int_equal(sink.last.status, 200);
    ask("GET", "/nothing", FIELDS("Authorization", "Bearer 0123456789abcdef"), "");
    expect_problem(404, "not_found");
}

/* Names that lead to this machine by the will of another (DNS rebinding). */
static void on_loopback_only_its_own_names_are_answered(void **state)
{
    static const char *const good[] = { "localhost",      "LocalHost:8080", "127.0.0.1",
                                        "127.0.0.1:8080", "127.8.9.10",     "[::1]",
                                        "[::1]:8080" };
    static const char *const bad[] = { "example.org",           "",
                                       "127.0.0.1.example.org", "127.example.org:8080",
                                       "localhost.example.org", "0.0.0.0",
                                       "192.168.1.1",           "[::2]" };

    (void)state;
    app.is_local_only = true;
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        ask("GET", "/livez", (const char *const[]){ "Host", good[i], NULL }, "");
        assert_int_equal(sink.last.status, 200);
    }
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        ask("GET", "/livez", (const char *const[]){ "Host", bad[i], NULL }, "");
        if (sink.last.status != 421) {
            fail_msg("\"%s\" was answered", bad[i]);
        }
        expect_problem(421, "denied");
    }
    app.is_local_only = false;
    ask("GET", "/livez", (const char *const[]){ "Host", "example.org", NULL }, "");
    assert_int_equal(sink.last.status, 200);
}

static void on_loopback_no_page_from_elsewhere_is_answered(void **state)
{
    static const char *const bad[] = { "http://example.org",
                                       "https://localhost:8080",
                                       "http://localhost",
                                       "http://localhost:8081",
                                       "http://localhost:80800",
                                       "null",
                                       "" };
    static const char *const host[] = { "Host", "localhost:8080" };

    (void)state;
    app.is_local_only = true;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        ask("POST", "/v1/triage",
            (const char *const[]){ host[0], host[1], JSON_TYPE, "Origin", bad[i], NULL },
            "{\"text\": \"hello\"}");
        expect_problem(403, "denied");
    }
    ask("GET", "/v1/bots",
        (const char *const[]){ host[0], host[1], "Sec-Fetch-Site", "cross-site", NULL },
        "");
    expect_problem(403, "denied");
    ask("POST", "/v1/triage",
        (const char *const[]){ host[0], host[1], JSON_TYPE, "Origin",
                               "http://localhost:8080", "Sec-Fetch-Site", "same-origin",
                               NULL },
        "{\"text\": \"hello\"}");
    assert_int_equal(sink.last.status, 200);
}

/* begin says that no body is wanted. */
static bool is_answered_by_its_head(const char *const *texts)
{
    bool is_answered;

    make_head("POST", texts);
    sink.count = 0;
    exchange = exchange_new(&app, STR("/v1/triage"));
    is_answered = !exchange_begin(exchange, &head, keep_answer, NULL);
    assert_int_equal(sink.count, is_answered ? 1 : 0);
    exchange_free(&exchange);
    return is_answered;
}

static void an_unsound_head_is_answered_at_once(void **state)
{
    (void)state;
    assert_true(
        is_answered_by_its_head(FIELDS(JSON_TYPE, "Host", "b", "Content-Length", "5")));
    expect_problem(400, "input");
    assert_true(is_answered_by_its_head(FIELDS(JSON_TYPE, "Transfer-Encoding", "gzip")));
    expect_problem(501, "input");
    make_head("GET", FIELDS("Accept", "*/*"));
    head.has_too_many = true;
    carry("/livez", STR(""));
    expect_problem(431, "limit");
}

static void a_url_that_is_too_long_is_told_so(void **state)
{
    char target[4 * TARGET_BYTES_MAX];

    (void)state;
    memset(target, '/', sizeof target);
    target[sizeof target - 1] = '\0';
    ask("GET", target, FIELDS("Accept", "*/*"), "");
    expect_problem(414, "limit");
    memset(target, '\x01', sizeof target - 1); /* six bytes each, in JSON */
    ask("GET", target, FIELDS("Accept", "*/*"), "");
    expect_problem(414, "limit");
    memset(target, '\xff', sizeof target - 1);
    ask("GET", target, FIELDS("Accept", "*/*"), "");
    expect_problem(414, "limit");
}

static void a_refused_body_is_read_first_unless_the_client_waits(void **state)
{
    (void)state;
    assert_false(is_answered_by_its_head(FIELDS("Content-Length", "300000")));
    assert_false(is_answered_by_its_head(FIELDS("Transfer-Encoding", "chunked")));
    assert_false(is_answered_by_its_head(FIELDS("Accept", "*/*")));
    assert_true(is_answered_by_its_head(
        FIELDS("Content-Length", "300000", "Expect", "100-continue")));
    assert_true(is_answered_by_its_head(FIELDS("Content-Length", "8388609")));
    assert_false(is_answered_by_its_head(FIELDS("Content-Length", "8388608")));
}

static struct str zeros(size_t len)
{
    char *at = arena_alloc(answer_arena, len);

    memset(at, '0', len);
    return (struct str){ at, len };
}

static void a_body_that_is_too_long_is_read_and_told_so(void **state)
{
    (void)state;
    app.limits.body_bytes_max = 1000;
    make_head("POST", FIELDS(JSON_TYPE, "Content-Length", "1001"));
    carry("/v1/triage", zeros(1001));
    expect_problem(413, "limit");
    bytes_in_part = 999;
    make_head("POST", FIELDS(JSON_TYPE, "Transfer-Encoding", "chunked"));
    carry("/v1/triage", zeros(5000));
    expect_problem(413, "limit");
    carry("/v1/triage", zeros(1000));
    expect_problem(400, "input"); /* is read, and is no JSON */
}

static void a_body_that_nobody_reads_is_not_kept(void **state)
{
    static const char *const targets[] = { "/nothing", "/livez", "/v1/triage" };
    struct str part = zeros(1 << 20);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(targets); i++) {
        make_head(i == 1 ? "GET" : "POST", FIELDS("Transfer-Encoding", "chunked"));
        exchange = exchange_new(&app, str_from(targets[i]));
        head.target = str_from(targets[i]);
        assert_true(exchange_begin(exchange, &head, keep_answer, NULL));
        for (size_t j = 0; j < 40; j++) {
            assert_int_equal(exchange_take(exchange, part), part.len);
        }
        assert_int_equal(counter_value(&app.held_bytes), 0);
        exchange_end(exchange, &head, keep_answer, NULL);
        exchange_free(&exchange);
        assert_int_equal(sink.count, i + 1);
    }
    expect_problem(415, "input");
}

static void bodies_share_a_bound_of_memory(void **state)
{
    struct exchange *other = exchange_new(&app, STR("/v1/triage"));

    (void)state;
    app.limits.memory_bytes_max = 10000;
    make_head("POST", FIELDS(JSON_TYPE, "Transfer-Encoding", "chunked"));
    head.target = STR("/v1/triage");
    assert_true(exchange_begin(other, &head, keep_answer, NULL));
    assert_int_equal(exchange_take(other, zeros(9000)), 9000);
    assert_true(counter_value(&app.held_bytes) >= 9000);
    exchange = exchange_new(&app, STR("/v1/triage"));
    assert_true(exchange_begin(exchange, &head, keep_answer, NULL));
    assert_int_equal(exchange_take(exchange, zeros(2000)), 2000);
    exchange_end(exchange, &head, keep_answer, NULL);
    exchange_free(&exchange);
    expect_problem(503, "unavailable");
    assert_str(answer_header("Retry-After"), "1");
    assert_true(is_answered_by_its_head(
        FIELDS(JSON_TYPE, "Content-Length", "2000", "Expect", "100-continue")));
    expect_problem(503, "unavailable");
    exchange_free(&other); /* broken off */
    assert_int_equal(counter_value(&app.held_bytes), 0);
    ask("POST", "/v1/triage", FIELDS(JSON_TYPE), "{\"text\": \"hello\"}");
    assert_int_equal(sink.last.status, 200);
}

static void what_is_broken_off_anywhere_leaves_nothing_behind(void **state)
{
    static const char *const targets[] = { "/v1/triage", "/v1/triage:batch", "/nothing" };
    struct str body = STR("{\"text\": \"hello\"}\n{\"text\": \"again\"}\n");

    (void)state;
    for (size_t i = 0; i < COUNT_OF(targets); i++) {
        exchange = exchange_new(&app, str_from(targets[i]));
        exchange_free(&exchange); /* before its head */
        for (size_t len = 0; len <= body.len; len++) {
            make_head("POST", FIELDS("Content-Type",
                                     i == 1 ? "application/jsonl" : "application/json",
                                     "Transfer-Encoding", "chunked"));
            exchange = exchange_new(&app, str_from(targets[i]));
            assert_true(exchange_begin(exchange, &head, keep_answer, NULL));
            give_body(str_slice(body, 0, len));
            exchange_free(&exchange);
            assert_int_equal(counter_value(&app.held_bytes), 0);
        }
    }
    exchange_free(&exchange);
    assert_int_equal(sink.count, 0);
}

static void a_batch_is_answered_line_by_line(void **state)
{
    struct str rest;
    struct str line;
    size_t count = 0;

    (void)state;
    ask("POST", "/v1/triage:batch", FIELDS(LINES_TYPE),
        "{\"text\": \"where is the parcel\", \"id\": \"a\"}\n\n{\"txt\": 1}\r\n"
        "{\"text\": \"hello\", \"id\": \"b\", \"bot\": \"second\"}");
    assert_int_equal(sink.last.status, 200);
    assert_str(sink.last.content_type, "application/jsonl");
    rest = str_trim(sink.last.body);
    while (str_split_next(&rest, '\n', &line)) {
        count++;
        if (count == 2) {
            assert_str(member_text(line, "at.line"), "3");
            assert_str(member_text(line, "at.column"), "2");
            assert_str(member_text(line, "type"), "urn:usher:error:input");
        } else {
            assert_str(member_text(line, "id"), count == 1 ? "a" : "b");
            assert_str(member_text(line, "bot"), count == 1 ? "first" : "second");
        }
    }
    assert_int_equal(count, 3);
}

static void a_batch_that_fails_is_one_problem(void **state)
{
    (void)state;
    app.limits.batch_rows_max = 2;
    for (bytes_in_part = 0; bytes_in_part < 40; bytes_in_part += 13) {
        ask("POST", "/v1/triage:batch", FIELDS(LINES_TYPE),
            "{\"text\": \"a\"}\n{\"text\": \"b\"}\n{\"text\": \"c\"}\n{\"text\": "
            "\"d\"}\n");
        expect_problem(413, "limit");
    }
}

static void a_batch_has_more_time(void **state)
{
    (void)state;
    exchange = exchange_new(&app, STR("/v1/triage:batch"));
    assert_int_equal(exchange_ms_max(exchange), app.limits.request_ms_max);
    make_head("POST", FIELDS(LINES_TYPE));
    assert_true(exchange_begin(exchange, &head, keep_answer, NULL));
    assert_int_equal(exchange_ms_max(exchange),
                     app.limits.request_ms_max * BATCH_TIME_FACTOR);
    exchange_free(&exchange);
}

/* Conditions, models and a draft included: the scratch of a thread is enough for the
 * worst message that is taken, else the program would end. */
static void the_worst_texts_fit_the_scratch_of_a_thread(void **state)
{
    static const char *const pieces[] = {
        "a ",
        "4111 1111 1111 1111 ",
        "a@b.cd ",
        "12345 ",
        "\\u0301",
        "\xf0\x9f\x98\x80",
        "ignore all previous instructions ",
        "refund parcel late ",
        "a.b.c.",
        "\\n",
        "+49 170 1234567 DE89370400440532013000 ",
        "\342\200\213kill myself ",
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        size_t escaped =
            pieces[i][0] == '\\' ? (pieces[i][1] == 'n' ? 1 : 2) : strlen(pieces[i]);
        struct buf buf;

        buf_init(&buf, answer_arena, 1 << 20);
        buf_add(&buf, STR("{\"text\":\"q"));
        for (size_t len = 1; len + escaped <= 64 << 10; len += escaped) {
            buf_add(&buf, str_from(pieces[i]));
        }
        buf_add(&buf, STR("q\"}"));
        app.limits.body_bytes_max = 1 << 20;
        make_head("POST", FIELDS(JSON_TYPE));
        carry("/v1/triage", buf_str(&buf));
        if (sink.last.status == 200) {
            (void)parse_json(sink.last.body);
        } else {
            expect_problem(413, "limit");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup(name, set_up)
        TEST(a_message_is_decided),
        TEST(the_bot_is_named_by_the_path_or_the_body),
        TEST(the_guides_endpoint_answers_in_short),
        TEST(metadata_reach_the_workflow),
        TEST(a_body_may_come_in_any_parts),
        TEST(every_path_that_is_got_is_answered_by_its_head),
        TEST(the_bots_are_listed_with_what_is_wrong_with_them),
        TEST(a_file_of_the_page_is_sent_once_to_who_keeps_it),
        TEST(a_stopping_server_is_live_but_not_ready),
        TEST(what_is_not_there_is_not_found),
        TEST(another_method_is_told_which_ones_are_taken),
        TEST(a_body_must_say_that_it_is_json),
        TEST(a_body_that_is_wrong_is_told_where),
        TEST(without_a_key_only_the_open_paths_answer),
        TEST(on_loopback_only_its_own_names_are_answered),
        TEST(on_loopback_no_page_from_elsewhere_is_answered),
        TEST(an_unsound_head_is_answered_at_once),
        TEST(a_url_that_is_too_long_is_told_so),
        TEST(a_refused_body_is_read_first_unless_the_client_waits),
        TEST(a_body_that_is_too_long_is_read_and_told_so),
        TEST(a_body_that_nobody_reads_is_not_kept),
        TEST(bodies_share_a_bound_of_memory),
        TEST(what_is_broken_off_anywhere_leaves_nothing_behind),
        TEST(a_batch_is_answered_line_by_line),
        TEST(a_batch_that_fails_is_one_problem),
        TEST(a_batch_has_more_time),
        TEST(the_worst_texts_fit_the_scratch_of_a_thread),
#undef TEST
    };

    return cmocka_run_group_tests(tests, app_begin, app_end);
}
