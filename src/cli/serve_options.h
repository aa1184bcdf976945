/* serve_options.h - the options of usher serve, read and checked.
 *
 * Thread: the main thread.
 * Memory: plain values.
 */
#ifndef CLI_SERVE_OPTIONS_H
#define CLI_SERVE_OPTIONS_H

#include <stddef.h>
#include <stdint.h>

#include "cli/command.h"
#include "http/keys.h"
#include "http/limits.h"
#include "os/listen.h"
#include "telemetry/log.h"

struct serve_options {
    struct listen_address address;
    struct keys keys;
    struct http_limits limits;
    size_t thread_count;
    int64_t drain_ms_max;
    enum log_style log_style;
};

extern const struct option serve_option_table[];

/* EXIT_DONE, or what was wrong has been said. */
int serve_options_read(struct serve_options *options_out,
                       const struct invocation *invocation);

#endif
