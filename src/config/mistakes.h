/* mistakes.h - everything that is wrong with a user's files, collected, not thrown.
 *
 * A check goes on after a mistake, so that one run shows all of them, each as
 *     file:line:column: what is wrong; what was expected; did you mean NAME
 * Mistakes stop a build; remarks (thin intents, overlapping pairs) do not.
 *
 * Thread: a list belongs to one thread at a time.
 * Memory: in the arena it was given; texts are copied.
 */
#ifndef CONFIG_MISTAKES_H
#define CONFIG_MISTAKES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/list.h"
#include "base/str.h"

struct arena;
struct buf;

/* Where in which file; line and column count from 1, the column in code points.
 * Line 0: the file as a whole. */
struct place {
    struct str file;
    size_t line;
    size_t column;
};

struct mistake {
    struct place place;
    struct str what;
    struct str expected;   /* may be empty */
    struct str suggestion; /* a valid name near the wrong one; may be empty */
    bool is_remark;
};

enum { MISTAKES_MAX = 1000 };

struct mistakes {
    struct list list;   /* of struct mistake, in the order found, at most MISTAKES_MAX */
    size_t error_count; /* all that are no remarks, also those past the maximum */
    struct arena *arena;
};

void mistakes_init(struct mistakes *mistakes, struct arena *arena);

/* expected and suggestion may be empty. */
void mistakes_add(struct mistakes *mistakes, struct place place, struct str what,
                  struct str expected, struct str suggestion);
void mistakes_remark(struct mistakes *mistakes, struct place place, struct str what,
                     struct str expected);

/* By file, line and column; equal places stay in the order found. */
void mistakes_sort(struct mistakes *mistakes);

/* One line, without a newline. */
void mistake_format(const struct mistake *mistake, struct buf *buf);

/* The name nearest to the wrong one, within a third of its length (at least 1, at most 4
 * edits), or an empty text. */
struct str nearest_name(struct str wrong, const struct str *names, size_t name_count);

#endif
