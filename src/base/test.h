/* test.h - what every _test.c includes first: cmocka with the headers it wants.
 * Only tests include it.
 *
 * Thread: the test's.
 * Memory: none.
 */
#ifndef BASE_TEST_H
#define BASE_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

/* Fails unless a str reads exactly like the C string. */
#define assert_str(text, expected)                                                       \
    do {                                                                                 \
        struct str assert_str_text = (text);                                             \
        struct str assert_str_wanted = str_from(expected);                               \
        if (!str_equal(assert_str_text, assert_str_wanted)) {                            \
            fail_msg("got \"%.*s\", expected \"%s\"", STR_ARG(assert_str_text),          \
                     assert_str_wanted.at);                                              \
        }                                                                                \
    } while (0)

#endif
