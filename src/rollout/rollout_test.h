/* rollout_test.h - what the tests of served bots share: a folder of its own for files,
 * and tiny bots as release files there.  Only tests include it.
 *
 * Thread: the test's.
 * Memory: in testing_arena, from testing_begin() to testing_end(), which a group's setup
 *         and teardown are.
 */
#ifndef ROLLOUT_TEST_H
#define ROLLOUT_TEST_H

#include "base/test.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "os/file.h"
#include "rollout/tiny_bot.h"

static struct arena *testing_arena;
static char testing_folder[] = "/tmp/usher-rollout-test-XXXXXX";

static inline int testing_begin(void **state)
{
    (void)state;
    testing_arena = arena_new((size_t)2 << 30);
    return mkdtemp(testing_folder) == NULL;
}

static inline int testing_end(void **state)
{
    char command[128];

    (void)state;
    arena_free(&testing_arena);
    (void)snprintf(command, sizeof command, "rm -r %s", testing_folder);
    return system(command);
}

static inline const char *testing_path(const char *name)
{
    return file_join(testing_arena, str_from(testing_folder), str_from(name)).at;
}

static inline void testing_write(const char *path, struct str content)
{
    struct err err;

    if (file_write(path, content, &err) != 0) {
        fail_msg("%s", err.text);
    }
}

/* The bytes of a tiny bot's release. */
static inline struct str tiny_release(const char *bot)
{
    return tiny_bot_release(testing_arena, bot);
}

/* The path of a tiny bot's release file. */
static inline const char *tiny_release_file(const char *bot)
{
    const char *path = str_format(testing_arena, "%s/%s.rel", testing_folder, bot).at;

    testing_write(path, tiny_release(bot));
    return path;
}

#endif
