/* answer_head_test.c - whole heads, every beginning of one, and what is none. */

#include "base/test.h"

#include "base/err.h"
#include "cli/answer_head.h"

#define HEAD                                                                             \
    "HTTP/1.1 200 OK\r\ndate: today\r\ncontent-length: 12\r\nX-Odd:  a: b \r\n\r\n"

static int parse(struct answer_head *head, const char *text, struct err *err)
{
    return answer_head_parse(head, str_from(text), err);
}

static void a_whole_head_tells_status_and_lengths(void **state)
{
    struct answer_head head;
    struct err err;

    (void)state;
    assert_int_equal(parse(&head, HEAD "{\"a\": \"\r\n\r\n\"}", &err), 1);
    assert_int_equal(head.status, 200);
    assert_int_equal(head.head_len, sizeof HEAD - 1);
    assert_int_equal(head.body_len, 12);
    assert_false(head.closes);
}

static void every_beginning_of_a_head_wants_more(void **state)
{
    struct answer_head head;
    struct err err;

    (void)state;
    for (size_t len = 0; len < sizeof HEAD - 1; len++) {
        assert_int_equal(answer_head_parse(&head, (struct str){ HEAD, len }, &err), 0);
    }
}

static void who_closes_says_so(void **state)
{
    struct answer_head head;
    struct err err;

    (void)state;
    assert_int_equal(parse(&head,
                           "HTTP/1.1 503 Busy\r\nConnection: Close\r\n"
                           "Content-Length: 0\r\n\r\n",
                           &err),
                     1);
    assert_int_equal(head.status, 503);
    assert_true(head.closes);
    assert_int_equal(parse(&head, "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\n", &err),
                     1);
    assert_true(head.closes);
}

static void an_empty_answer_needs_no_length(void **state)
{
    struct answer_head head;
    struct err err;

    (void)state;
    assert_int_equal(parse(&head, "HTTP/1.1 204\r\n\r\n", &err), 1);
    assert_int_equal(head.body_len, 0);
}

static void what_is_no_such_answer_is_refused(void **state)
{
    static const char *const wrong[] = {
        "HTTP/2 200 OK\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 20 OK\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 2000\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 +20 OK\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 999 OK\r\nContent-Length: 1\r\n\r\n",
        "\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length : 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nx: a\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\n: nameless\r\nContent-Length: 1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    };
    struct answer_head head;
    struct err err;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        if (parse(&head, wrong[i], &err) != -1 || err.reason != ERR_CORRUPT) {
            fail_msg("taken: %s", wrong[i]);
        }
    }
}

static void a_head_has_a_bound(void **state)
{
    static char text[ANSWER_HEAD_BYTES_MAX + 100];
    struct answer_head head;
    struct err err;

    (void)state;
    memset(text, 'a', sizeof text);
    memcpy(text, "HTTP/1.1 200 OK\r\nx:", 19);
    assert_int_equal(
        answer_head_parse(&head, (struct str){ text, ANSWER_HEAD_BYTES_MAX - 1 }, &err),
        0);
    assert_int_equal(answer_head_parse(&head, (struct str){ text, sizeof text }, &err),
                     -1);
    assert_int_equal(err.reason, ERR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_head_tells_status_and_lengths),
        cmocka_unit_test(every_beginning_of_a_head_wants_more),
        cmocka_unit_test(who_closes_says_so),
        cmocka_unit_test(an_empty_answer_needs_no_length),
        cmocka_unit_test(what_is_no_such_answer_is_refused),
        cmocka_unit_test(a_head_has_a_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
