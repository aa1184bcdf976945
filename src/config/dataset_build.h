/* dataset_build.h - what the readers of both formats share; nobody else includes this.
 *
 * Thread: any.
 * Memory: rows in the arena; the scratch is cleared for every line.
 */
#ifndef CONFIG_DATASET_BUILD_H
#define CONFIG_DATASET_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/list.h"
#include "config/dataset.h"

struct dataset_build {
    struct str file;
    struct arena *arena;
    struct arena *scratch;
    struct mistakes *mistakes;
    struct list rows;
    bool is_full;
};

/* Keep copies; what is empty is a mistake instead. */
void dataset_add(struct dataset_build *build, size_t line, struct str text,
                 struct str label);
void dataset_mistake(struct dataset_build *build, size_t line, size_t column,
                     struct str what, struct str expected);

/* "label", "intent", "category", in any case. */
bool dataset_is_label_name(struct str name);

void dataset_read_csv(struct dataset_build *build, struct str bytes);

#endif
