/* screen_test.c - what others wrote, on a terminal. */

#include "base/test.h"

#include <stdlib.h>

#include "cli/screen.h"

static void check_print(const char *text, const char *expected)
{
    char *printed = NULL;
    size_t len = 0;
    FILE *file = open_memstream(&printed, &len);

    assert_non_null(file);
    print_foreign(file, str_from(text));
    assert_int_equal(fclose(file), 0);
    assert_string_equal(printed, expected);
    free(printed);
}

static void words_are_printed_as_they_are(void **state)
{
    (void)state;
    check_print("", "");
    check_print("two lines\n\tand a tab", "two lines\n\tand a tab");
    check_print("Gr\xc3\xbc\xc3\x9f"
                "e \xc2\xa0 \xe2\x82\xac",
                "Gr\xc3\xbc\xc3\x9f"
                "e \xc2\xa0 \xe2\x82\xac");
}

static void nobody_writes_to_the_terminal_but_we(void **state)
{
    (void)state;
    check_print("\033[2Jgone\007", "?[2Jgone?");
    check_print("over\rwritten\b\177", "over?written??");
    check_print("\xc2\x9b"
                "31m",
                "?31m");
    check_print("cut \xc2", "cut \xc2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_printed_as_they_are),
        cmocka_unit_test(nobody_writes_to_the_terminal_but_we),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
