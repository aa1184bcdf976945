/* head_test.c */

#include "base/test.h"

#include "base/attr.h"
#include "http/head.h"
#include "http/problem.h"

#define TRACE  "0af7651916cd43dd8448eb211c80319c"
#define PARENT "b7ad6b7169203331"

enum { FIELDS_MAX = 4 };

static struct http_header fields[FIELDS_MAX];

/* A head with these fields, names and values in turn, ended by NULL. */
static struct http_head head_of(const char *const *texts)
{
    struct http_head head = { .method = STR("POST"),
                              .target = STR("/v1/triage?x=1"),
                              .version = STR("HTTP/1.1"),
                              .headers = fields };

    for (size_t i = 0; texts[2 * i] != NULL; i++) {
        fields[i] =
            (struct http_header){ str_from(texts[2 * i]), str_from(texts[2 * i + 1]) };
        head.header_count++;
    }
    return head;
}

static void a_field_is_found_in_any_case_of_letters(void **state)
{
    struct http_head head =
        head_of((const char *const[]){ "HOST", "a", "X-Y", "", "x-y", "2", NULL });

    (void)state;
    assert_str(head_find(&head, STR("host")), "a");
    assert_str(head_find(&head, STR("X-y")), "");
    assert_non_null(head_find(&head, STR("X-y")).at);
    assert_null(head_find(&head, STR("X-")).at);
    assert_null(head_find(&head, STR("")).at);
}

static void the_path_ends_before_the_query(void **state)
{
    static const char *const rows[][2] = {
        { "/v1/triage?x=1", "/v1/triage" },
        { "/?", "/" },
        { "?a", "" },
        { "", "" },
        { "/a?b?c", "/a" },
        { "/a%3Fb", "/a%3Fb" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const struct http_head head = { .target = str_from(rows[i][0]) };

        assert_str(head_path(&head), rows[i][1]);
    }
}

static void a_sound_head_tells_how_long_the_body_is(void **state)
{
    static const struct {
        const char *fields[2 * FIELDS_MAX + 1];
        int64_t body_len;
    } rows[] = {
        { { "Host", "a" }, 0 },
        { { "Host", "" }, 0 },
        { { "Host", "a", "Content-Length", "0" }, 0 },
        { { "Host", "a", "content-length", "0012" }, 12 },
        { { "Host", "a", "Content-Length", "9223372036854775807" }, INT64_MAX },
        { { "Host", "a", "Transfer-Encoding", "chunked" }, BODY_CHUNKED },
        { { "Host", "a", "transfer-encoding", "CHUNKED" }, BODY_CHUNKED },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct http_head head = head_of(rows[i].fields);
        struct problem problem;
        int64_t body_len = 77;

        assert_int_equal(head_check(&head, &body_len, &problem), 0);
        assert_int_equal(body_len, rows[i].body_len);
    }
}

/* What two readers could take for different requests. */
static void an_ambiguous_head_is_refused(void **state)
{
    static const struct {
        const char *fields[2 * FIELDS_MAX + 1];
        int status;
    } rows[] = {
        { { NULL }, 400 },
        { { "Host", "a", "host", "a" }, 400 },
        { { "Host", "a", "Content-Length", "1", "Transfer-Encoding", "chunked" }, 400 },
        { { "Host", "a", "Content-Length", "1", "Content-Length", "1" }, 400 },
        { { "Host", "a", "Content-Length", "1", "content-length", "2" }, 400 },
        { { "Host", "a", "Content-Length", "1,1" }, 400 },
        { { "Host", "a", "Content-Length", "" }, 400 },
        { { "Host", "a", "Content-Length", "+1" }, 400 },
        { { "Host", "a", "Content-Length", "-1" }, 400 },
        { { "Host", "a", "Content-Length", "0x1" }, 400 },
        { { "Host", "a", "Content-Length", "1 " }, 400 },
        { { "Host", "a", "Content-Length", "9223372036854775808" }, 400 },
        { { "Host", "a", "Content-Length", "18446744073709551617" }, 400 },
        { { "Host", "a", "Transfer-Encoding", "chunked", "Transfer-Encoding", "chunked" },
          400 },
        { { "Host", "a", "Transfer-Encoding", "gzip" }, 501 },
        { { "Host", "a", "Transfer-Encoding", "gzip, chunked" }, 501 },
        { { "Host", "a", "Transfer-Encoding", "chunked, identity" }, 501 },
        { { "Host", "a", "Transfer-Encoding", "" }, 501 },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct http_head head = head_of(rows[i].fields);
        struct problem problem = { .status = 0 };
        int64_t body_len;

        assert_int_equal(head_check(&head, &body_len, &problem), -1);
        assert_int_equal(problem.status, rows[i].status);
        assert_int_equal(problem.err.reason, ERR_INPUT);
    }
}

static void expect_refused(const struct http_head *head, int status)
{
    struct problem problem = { .status = 0 };
    int64_t body_len;

    assert_int_equal(head_check(head, &body_len, &problem), -1);
    assert_int_equal(problem.status, status);
}

static void what_may_not_stand_in_a_head_is_refused(void **state)
{
    static const char *const bad[][2] = {
        { "", "x" },      { "a b", "x" },    { "a:", "x" },   { "a\"", "x" },
        { "a\xc3", "x" }, { "X", "a\rb" },   { "X", "a\nb" }, { "X", "a\x7f" },
        { "X", "\x01" },  { "Host2(", "x" },
    };
    static const char *const hosts[] = { "a/b",     "a b",     "a,b", "user@a", "a:80x",
                                         "a:80:90", "[::1]80", "a?",  "a#" };
    static const char *const targets[] = { "/a b", "/\x7f", "/\n", "/\t" };
    struct http_head head;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        head = head_of((const char *const[]){ "Host", "a", bad[i][0], bad[i][1], NULL });
        expect_refused(&head, 400);
    }
    for (size_t i = 0; i < COUNT_OF(hosts); i++) {
        head = head_of((const char *const[]){ "Host", hosts[i], NULL });
        expect_refused(&head, 400);
    }
    for (size_t i = 0; i < COUNT_OF(targets); i++) {
        head = head_of((const char *const[]){ "Host", "a", NULL });
        head.target = str_from(targets[i]);
        expect_refused(&head, 400);
    }
    head.target = STR("/");
    head.method = STR("PO ST");
    expect_refused(&head, 400);
    head.method = STR("");
    expect_refused(&head, 400);
}

static void a_whole_url_names_the_host_of_its_field(void **state)
{
    struct http_head head = head_of((const char *const[]){ "Host", "A:80", NULL });
    struct problem problem;
    int64_t body_len;

    (void)state;
    head.target = STR("http://a:80/livez?x");
    assert_int_equal(head_check(&head, &body_len, &problem), 0);
    assert_str(head_path(&head), "/livez");
    head.target = STR("http://b:80/livez");
    expect_refused(&head, 400);
    head.target = STR("http://a/livez");
    expect_refused(&head, 400);
}

static void what_only_the_newer_version_knows_is_not_taken_from_the_older(void **state)
{
    struct http_head head = head_of((const char *const[]){ NULL });
    struct problem problem;
    int64_t body_len;

    (void)state;
    head.version = STR("HTTP/1.0");
    assert_int_equal(head_check(&head, &body_len, &problem), 0);
    head = head_of((const char *const[]){ "Transfer-Encoding", "chunked", NULL });
    head.version = STR("HTTP/1.0");
    assert_int_equal(head_check(&head, &body_len, &problem), -1);
    assert_int_equal(problem.status, 501);
}

static void too_much_of_a_head_is_refused_as_such(void **state)
{
    struct http_head head = head_of((const char *const[]){ "Host", "a", NULL });
    char target[TARGET_BYTES_MAX + 1];
    struct problem problem;
    int64_t body_len;

    (void)state;
    memset(target, '/', sizeof target);
    head.target = (struct str){ target, TARGET_BYTES_MAX };
    assert_int_equal(head_check(&head, &body_len, &problem), 0);
    head.target.len++;
    assert_int_equal(head_check(&head, &body_len, &problem), -1);
    assert_int_equal(problem.status, 414);
    head.has_too_many = true;
    assert_int_equal(head_check(&head, &body_len, &problem), -1);
    assert_int_equal(problem.status, 431);
}

static void a_media_type_stands_without_its_parameters(void **state)
{
    static const char *const rows[][2] = {
        { "application/json", "application/json" },
        { "application/json; charset=utf-8", "application/json" },
        { " application/json\t;x", "application/json" },
        { "application/json,text/plain", "application/json,text/plain" },
        { "", "" },
        { ";", "" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct http_head head =
            head_of((const char *const[]){ "content-type", rows[i][0], NULL });

        assert_str(head_media_type(&head), rows[i][1]);
    }
    assert_str(head_media_type(&(struct http_head){ .header_count = 0 }), "");
}

static void a_host_stands_without_its_port(void **state)
{
    static const char *const rows[][2] = {
        { "localhost", "localhost" },
        { " localhost:8080 ", "localhost" },
        { "[::1]:8080", "[::1]" },
        { "[::1]", "[::1]" },
        { "[::1", "[::1" },
        { "[", "[" },
        { "127.0.0.1:80:90", "127.0.0.1" },
        { ":80", "" },
        { "", "" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct http_head head =
            head_of((const char *const[]){ "Host", rows[i][0], NULL });

        assert_str(head_host(&head), rows[i][1]);
    }
    assert_str(head_host(&(struct http_head){ .header_count = 0 }), "");
}

static void only_a_sound_traceparent_names_a_trace(void **state)
{
    static const char *const rows[][2] = {
        { "00-" TRACE "-" PARENT "-01", TRACE },
        { "00-" TRACE "-" PARENT "-00", TRACE },
        { "01-" TRACE "-" PARENT "-01", "" },
        { "00-" TRACE "-" PARENT "-0", "" },
        { "00-" TRACE "-" PARENT "-011", "" },
        { "00-" TRACE "-" PARENT "-0g", "" },
        { "00-" TRACE "_" PARENT "-01", "" },
        { "00-" TRACE "-" PARENT "_01", "" },
        { "00-0AF7651916CD43DD8448EB211C80319C-" PARENT "-01", "" },
        { "00-00000000000000000000000000000000-" PARENT "-01", "" },
        { "00-" TRACE "-B7AD6B7169203331-01", "" },
        { "00-" TRACE "-0000000000000000-01", "" },
        { "", "" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct http_head head =
            head_of((const char *const[]){ "Traceparent", rows[i][0], NULL });

        if (!str_equal(head_trace_id(&head), str_from(rows[i][1]))) {
            fail_msg("\"%s\" names %.*s", rows[i][0], STR_ARG(head_trace_id(&head)));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_is_found_in_any_case_of_letters),
        cmocka_unit_test(the_path_ends_before_the_query),
        cmocka_unit_test(a_sound_head_tells_how_long_the_body_is),
        cmocka_unit_test(an_ambiguous_head_is_refused),
        cmocka_unit_test(what_may_not_stand_in_a_head_is_refused),
        cmocka_unit_test(a_whole_url_names_the_host_of_its_field),
        cmocka_unit_test(what_only_the_newer_version_knows_is_not_taken_from_the_older),
        cmocka_unit_test(too_much_of_a_head_is_refused_as_such),
        cmocka_unit_test(a_media_type_stands_without_its_parameters),
        cmocka_unit_test(a_host_stands_without_its_port),
        cmocka_unit_test(only_a_sound_traceparent_names_a_trace),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
