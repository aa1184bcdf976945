/* labelled.h - labelled files for usher train and usher eval.
 *
 * Thread: the main thread.
 * Memory: in the given arena.
 */
#ifndef CLI_LABELLED_H
#define CLI_LABELLED_H

#include <stddef.h>

struct arena;
struct invocation;
struct json_writer; /* base/json.h */
struct nano_example;

#define LABELLED_ARENA_BYTES ((size_t)4 << 30)
enum { LABELLED_REPORT_BYTES_MAX = 1 << 20 }; /* as JSON */

struct labelled {
    struct nano_example *examples;
    size_t count;
};

/* EXIT_DONE, or the exit status after all mistakes of the file have been shown. */
int labelled_read(struct labelled *labelled_out, const struct invocation *invocation,
                  struct arena *arena, const char *path);

/* Ask the model for every text of the file and write how it did: as JSON, or print it as
 * text where `writer` is NULL. */
int labelled_report(const struct invocation *invocation, struct arena *arena,
                    const char *model_path, const char *data_path,
                    struct json_writer *writer);

#endif
