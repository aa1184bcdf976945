/* definition_internal.h - what the three files that make a definition share.
 *
 * Thread: any.
 * Memory: see definition.h.
 */
#ifndef FLOW_DEFINITION_INTERNAL_H
#define FLOW_DEFINITION_INTERNAL_H

#include "flow/definition.h"

/* The places of a definition's steps in its document, by index. */
struct step_places {
    struct place at[STEPS_MAX];
};

/* Prove what definition.h promises; every breach is a mistake at its step.  A workflow
 * that never asks for the risk of a message gets a remark. */
void definition_check(const struct definition *definition,
                      const struct step_places *places, struct arena *arena,
                      struct mistakes *mistakes);

/* The canonical form. */
struct str definition_write(const struct definition *definition, struct arena *arena);

#endif
