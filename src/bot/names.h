/* names.h - the shape of names in a bot folder, and what is said of one that is unknown.
 *
 * Thread: any.
 * Memory: none; messages are copied by the list of mistakes.
 */
#ifndef BOT_NAMES_H
#define BOT_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "config/mistakes.h"

/* Small letters, digits, '_' and '-', a letter first, at most 64: it stands in URLs,
 * metrics and conditions. */
bool name_is_plain(struct str name);

/* A language tag of BCP 47 by its shape: "en", "pt-BR". */
bool name_is_language(struct str tag);

/* A mistake unless name is plain.  kind: "an intent". */
void name_check(struct str name, const char *kind, struct place place,
                struct mistakes *mistakes);

/* A mistake unless name is among names: what kind of thing there is not, which there
 * are, which one is near. */
void name_check_known(struct str name, const char *kind, const struct str *names,
                      size_t name_count, struct place place, struct mistakes *mistakes);

#endif
