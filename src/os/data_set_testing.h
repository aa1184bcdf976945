/* data_set_testing.h - public data sets, for the tests that measure something on them.
 * Only tests include it.
 *
 * They lie in ../shared/data, seen from the project's root, or in $USHER_DATA; where a
 * file is absent the test says "skipped" and is.
 *
 * Thread: the test's.
 * Memory: in the given arena.
 */
#ifndef OS_DATA_SET_TESTING_H
#define OS_DATA_SET_TESTING_H

#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/test.h"
#include "os/file.h"

enum { DATA_SET_BYTES_MAX = 64 << 20 };

/* The whole of a file.  Where it cannot be read the arena is freed, and the test ends. */
static inline struct str data_set_read(struct arena **arena, const char *name)
{
    const char *root = getenv("USHER_DATA");
    struct str path =
        str_format(*arena, "%s/%s", root == NULL ? "../shared/data" : root, name);
    struct str content;
    struct err err;

    if (file_read(&content, *arena, path.at, DATA_SET_BYTES_MAX, &err) != 0) {
        print_message("%s; skipped\n", err.text);
        arena_free(arena);
        skip();
    }
    return content;
}

/* The value of the next line that is not empty, NULL behind the last. */
static inline const struct json *data_set_next(struct arena *arena, struct str *rest)
{
    const struct json *value;
    struct str line;
    struct err err;

    while (str_split_next(rest, '\n', &line)) {
        if (line.len > 0) {
            assert_int_equal(
                json_parse(&value, arena, line, JSON_LIMITS_DEFAULT, NULL, &err), 0);
            return value;
        }
    }
    return NULL;
}

#endif
