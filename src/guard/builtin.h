/* builtin.h - the phrase files that every bot has, carried in the program.
 *
 * Thread: any.
 * Memory: constants.
 */
#ifndef GUARD_BUILTIN_H
#define GUARD_BUILTIN_H

#include "guard/phrases.h"

enum { BUILTIN_FILES = 7 };

void builtin_phrases(struct phrase_file files_out[BUILTIN_FILES]);

#endif
