/* load_generator.h - many requests to one server on this machine, and how long each took.
 *
 * One thread, non-blocking sockets, requests prepared before, keep-alive.  In a closed
 * loop every connection asks again as soon as it is answered; in an open loop requests
 * are due at a fixed rate whatever the server does, and a request's time counts from when
 * it was due, so a server that stalls is charged for all who would have come meanwhile.
 * Every answer is read whole and looked at.
 *
 * Thread: the caller's, until the load is over.
 * Memory: answers and times in the arena.
 */
#ifndef CLI_LOAD_GENERATOR_H
#define CLI_LOAD_GENERATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"

struct arena;
struct err;

/* One request, head and body, and what a right answer's body holds; empty: anything. */
struct load_request {
    struct str bytes;
    struct str expected;
};

enum {
    LOAD_CONNECTIONS_MAX = 1024,
    LOAD_ANSWER_BYTES_MAX = 64 << 10,
    LOAD_ANSWERS_MAX = 4 << 20
};

struct load {
    uint16_t port;
    const struct load_request *requests; /* asked in turn, again and again */
    size_t request_count;
    size_t connections;
    int64_t duration_ns; /* no request is due after; the last answers are waited for */
    size_t request_max;  /* nor more than so many; 0: LOAD_ANSWERS_MAX */
    int64_t rate;        /* due a second, open loop; 0: closed loop */
    /* Ask for events again and again, on a core of its own: the server is not charged
     * with waking it, as it would not be by clients elsewhere. */
    bool stays_awake;

    /* Called with each answer of status 200, and once when `at_ns` of the duration have
     * passed; either may be NULL. */
    void (*on_answer)(void *context, size_t request, struct str body);
    void (*on_time)(void *context);
    int64_t at_ns;
    void *context;
};

struct load_result {
    size_t answered;    /* rightly */
    size_t wrong;       /* another status, or not what was expected */
    size_t lost;        /* asked, and the connection ended */
    int64_t wall_ns;    /* from the first request to the last answer */
    int64_t *times_ns;  /* of those answered rightly, in order of their answers */
    struct str mistake; /* the first wrong answer's beginning */
};

/* ERR_UNAVAILABLE where nobody listens or connections keep ending; ERR_TIMEOUT where no
 * answer comes for ten seconds; ERR_CORRUPT where one is no HTTP; ERR_LIMIT. */
int load_run(struct load_result *result_out, struct arena *arena, const struct load *load,
             struct err *err) MUST_USE;

#endif
