/* compile.h - from a bot folder to a release: train, certify, index.
 *
 * The models learn the examples as the running bot would see them: guarded, redacted and
 * normalised.  The certificate comes from the calibration messages, which nothing else
 * sees.
 *
 * The same folder gives the same bytes.
 *
 * Thread: any; no threads are started.
 * Memory: the release in the given arena, which must allow a gigabyte.
 */
#ifndef BOT_COMPILE_H
#define BOT_COMPILE_H

#include "base/attr.h"
#include "base/str.h"
#include "classify/certificate.h"

struct arena;
struct bot_folder; /* bot/folder.h */
struct err;

/* Stands for all trainers and formats below: change it when the same folder would give
 * another release, so that none is found under the old inputs' digest. */
#define COMPILE_PROGRAM STR("usher compile 8")

struct compiled {
    struct str bytes; /* of the release */
    struct certificate certificate;
    size_t model_bytes; /* of all trained models together */
};

/* Called before each part of the work, with what it is: "intents", "certificate" ... */
typedef void (*compile_step_fn)(void *context, const char *what);

/* The folder has been parsed without mistakes.  ERR_CONFIG where it cannot be learned
 * from (one intent alone); ERR_LIMIT. */
int bot_compile(struct compiled *compiled_out, const struct bot_folder *folder,
                compile_step_fn on_step, void *context, struct arena *arena,
                struct err *err) MUST_USE;

#endif
