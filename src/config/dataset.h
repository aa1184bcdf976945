/* dataset.h - labelled texts of a user: JSON lines or CSV.
 *
 * JSON lines: {"text": "...", "label": "..."} a line; "intent" or "category" may stand
 * for "label"; other members are somebody's own and are passed over.  CSV is RFC 4180
 * with LF or CRLF: two columns text and label, or any columns under a first line that
 * names one of them "text" and another "label", "intent" or "category".
 *
 * Every bad line is a mistake of its own; the good ones are kept.
 *
 * Thread: any.
 * Memory: rows and texts live in the arena, which should have room for three times the
 *         file's length.
 */
#ifndef CONFIG_DATASET_H
#define CONFIG_DATASET_H

#include <stddef.h>

#include "base/str.h"
#include "config/mistakes.h"

struct arena;

struct dataset_row {
    struct str text;  /* not empty */
    struct str label; /* not empty */
    size_t line;      /* where it begins, from 1 */
};

struct dataset {
    const struct dataset_row *rows; /* in file order */
    size_t row_count;
};

enum {
    DATASET_BYTES_MAX = 1 << 30,
    DATASET_ROWS_MAX = 10000000,
    DATASET_ROW_BYTES_MAX = 1 << 20, /* of a line, or of a text in CSV */
};

/* CSV where the file's name ends in ".csv", JSON lines otherwise. */
void dataset_parse(struct dataset *dataset_out, struct str bytes, struct str file,
                   struct arena *arena, struct mistakes *mistakes);

#endif
