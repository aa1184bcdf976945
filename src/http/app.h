/* app.h - what every request may use: what is served, who may ask, how much.
 *
 * Thread: any; but for the counters, read-only while the server runs.
 * Memory: the owner's (cli/serve.c).
 */
#ifndef HTTP_APP_H
#define HTTP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/shared.h"
#include "base/str.h"
#include "http/keys.h"
#include "http/limits.h"

struct metrics;      /* telemetry/metrics.h */
struct scratch_pool; /* http/scratch.h */
struct serving;      /* rollout/generation.h */

struct app {
    struct serving *serving;
    struct scratch_pool *scratches;
    struct metrics *metrics;
    struct keys keys;
    struct http_limits limits;
    struct str openapi; /* the document, made once: openapi.h */
    bool is_local_only; /* on loopback and without keys: only local pages may ask */
    struct counter is_draining;
    struct counter held_bytes; /* of bodies and batch answers */
};

#endif
