/* page_test.c - the page is all there, and the policy lets nothing foreign in. */

#include "base/test.h"

#include "http/page.h"

static const char *const paths[] = { "/", "/app.js", "/app.css", "/icon.svg" };

enum { PATH_COUNT = sizeof paths / sizeof paths[0] };

static bool holds(struct str text, const char *wanted)
{
    return str_find(text, str_from(wanted)) < text.len;
}

static void every_file_has_bytes_a_type_and_an_entity_tag(void **state)
{
    (void)state;
    for (size_t i = 0; i < PATH_COUNT; i++) {
        const struct page_file *file = page_find(str_from(paths[i]));

        assert_non_null(file);
        assert_str(file->path, paths[i]);
        assert_true(file->bytes.len > 50);
        assert_true(holds(file->content_type, "/"));
        assert_int_equal(file->etag.len, 34);
        assert_true(str_starts_with(file->etag, STR("\"")));
        assert_true(str_ends_with(file->etag, STR("\"")));
    }
}

static void two_files_never_have_the_same_entity_tag(void **state)
{
    (void)state;
    for (size_t i = 0; i < PATH_COUNT; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_false(str_equal(page_find(str_from(paths[i]))->etag,
                                   page_find(str_from(paths[j]))->etag));
        }
    }
}

static void what_is_no_file_of_the_page_is_not_found(void **state)
{
    static const char *const others[] = {
        "", "/app", "/app.js/", "/App.js", "//", "/index.html", "/../app.js", "/app.js?x"
    };

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_null(page_find(str_from(others[i])));
    }
}

static void the_document_asks_only_for_files_of_the_page(void **state)
{
    struct str rest = page_find(STR("/"))->bytes;
    size_t asked = 0;

    (void)state;
    assert_true(holds(rest, "<!doctype html>"));
    for (size_t at = str_find(rest, STR("=\"/")); at < rest.len;
         at = str_find(rest, STR("=\"/"))) {
        struct str tail = str_slice(rest, at + 2, rest.len);
        struct str path = str_slice(tail, 0, str_find_char(tail, '"'));

        assert_non_null(page_find(path));
        rest = str_slice(tail, path.len, tail.len);
        asked++;
    }
    assert_int_equal(asked, 3);
}

static void no_script_or_style_stands_in_the_document(void **state)
{
    struct str document = page_find(STR("/"))->bytes;

    (void)state;
    assert_false(holds(document, "<style"));
    assert_false(holds(document, " style="));
    assert_false(holds(document, "<script>"));
    assert_false(holds(document, " onclick="));
    assert_false(holds(document, "http-equiv"));
}

static void the_policy_begins_by_forbidding_everything(void **state)
{
    struct str policy = STR(PAGE_SECURITY_POLICY);

    (void)state;
    assert_true(str_starts_with(policy, STR("default-src 'none';")));
    assert_false(holds(policy, "unsafe"));
    assert_false(holds(policy, "*"));
    assert_false(holds(policy, "http"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_has_bytes_a_type_and_an_entity_tag),
        cmocka_unit_test(two_files_never_have_the_same_entity_tag),
        cmocka_unit_test(what_is_no_file_of_the_page_is_not_found),
        cmocka_unit_test(the_document_asks_only_for_files_of_the_page),
        cmocka_unit_test(no_script_or_style_stands_in_the_document),
        cmocka_unit_test(the_policy_begins_by_forbidding_everything),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
