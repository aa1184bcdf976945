/* layout_test.c - every way in which a head can be torn is noticed. */

#include "base/test.h"

#include "base/attr.h"
#include "http/head.h"
#include "http/layout.h"

/* What libmicrohttpd makes of "GET /a HTTP/1.1" and two fields. */
static char sound[] = "GET\0/a\0HTTP/1.1\0\0Host\0 b\0\0X\0\0\0\0";

enum { METHOD = 0, TARGET = 4, VERSION = 7, HOST = 17, B = 23, X = 26, EMPTY = 28 };

struct example {
    struct http_header headers[2];
    struct http_head head;
    struct str bytes;
};

static struct str at(size_t start, size_t len)
{
    return (struct str){ sound + start, len };
}

static void set_up(struct example *example)
{
    example->headers[0] = (struct http_header){ at(HOST, 4), at(B, 1) };
    example->headers[1] = (struct http_header){ at(X, 1), at(EMPTY, 0) };
    example->head = (struct http_head){ .method = at(METHOD, 3),
                                        .target = at(TARGET, 2),
                                        .version = at(VERSION, 8),
                                        .headers = example->headers,
                                        .header_count = 2 };
    example->bytes = at(0, sizeof sound);
}

static bool is_sound(const struct example *example)
{
    return layout_is_sound(&example->head, example->bytes);
}

static void pieces_one_behind_the_other_are_sound(void **state)
{
    struct example example;

    (void)state;
    set_up(&example);
    assert_true(is_sound(&example));
}

static void a_head_that_ends_elsewhere_is_not(void **state)
{
    struct example example;

    (void)state;
    set_up(&example);
    for (size_t len = 0; len < example.bytes.len; len++) {
        struct str shorter = str_slice(example.bytes, 0, len);

        assert_false(layout_is_sound(&example.head, shorter));
    }
    example.head.header_count = 1;
    assert_false(is_sound(&example));
}

static void a_piece_that_is_longer_shorter_or_elsewhere_is_not(void **state)
{
    static char elsewhere[] = "Host";
    struct example example;
    struct str *const pieces[] = { &example.head.method,      &example.head.target,
                                   &example.head.version,     &example.headers[0].name,
                                   &example.headers[0].value, &example.headers[1].name,
                                   &example.headers[1].value };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        set_up(&example);
        pieces[i]->len++;
        assert_false(is_sound(&example));
        set_up(&example);
        pieces[i]->at++;
        assert_false(is_sound(&example));
    }
    set_up(&example);
    example.headers[0].name.at = elsewhere;
    assert_false(is_sound(&example));
}

static void a_byte_that_is_not_nul_between_them_is_not(void **state)
{
    const size_t places[] = { 3, 6, 15, 16, 21, 24, 25, 27, 28, 29, 30, 31 };
    struct example example;

    (void)state;
    set_up(&example);
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        assert_int_equal(sound[places[i]], '\0');
        sound[places[i]] = 'x';
        assert_false(is_sound(&example));
        sound[places[i]] = '\0';
    }
    assert_true(is_sound(&example));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_one_behind_the_other_are_sound),
        cmocka_unit_test(a_head_that_ends_elsewhere_is_not),
        cmocka_unit_test(a_piece_that_is_longer_shorter_or_elsewhere_is_not),
        cmocka_unit_test(a_byte_that_is_not_nul_between_them_is_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
