/* tickets.h - messages from a file or a pipe, for usher triage and usher bench.
 *
 * Lines of JSON ({"text", "id"?, "customer"?, "lang"?, "metadata"?, "expect"?}) where the
 * first line begins with '{', lines of plain text otherwise.  A message without an id is
 * called by its line.
 *
 * Thread: the main thread.
 * Memory: in the given arena.
 */
#ifndef CLI_TICKETS_H
#define CLI_TICKETS_H

#include "bot/examples.h"

struct arena;
struct err;
struct intents; /* bot/intents.h */

enum { TICKETS_BYTES_MAX = 16 << 20 }; /* as config/node.h reads JSON lines */
#define TICKETS_ARENA_BYTES ((size_t)8 << 30)

/* path NULL or "-" is standard input.  Bad lines become mistakes, the others are kept.
 * -1 where nothing could be read. */
int tickets_load(struct sample_tickets *tickets_out, const char *path,
                 const struct intents *intents, struct arena *arena,
                 struct mistakes *mistakes, struct err *err) MUST_USE;

#endif
