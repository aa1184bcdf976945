/* exchange.h - one request and its answer, whatever carries them.
 *
 *     exchange_new()     the request line came
 *     exchange_begin()   the head came; false: answered already, no body is wanted
 *     exchange_take()    a part of the body, any number of times
 *     exchange_end()     the body is whole; answers
 *     exchange_free()    always, whether answered or broken off
 *
 * A request whose head is not sound (head.h) is answered at once, and so is a refused one
 * whose client waits for leave to send the body or is going to send a very large one
 * (limits.h): then nothing more can be read from its connection.  Every other is answered
 * when its body has ended, even one that nobody reads, and its connection goes on.
 *
 * Thread: an exchange belongs to one thread at a time.
 * Memory: on the heap until exchange_free(); bounded by the app's limits.
 */
#ifndef HTTP_EXCHANGE_H
#define HTTP_EXCHANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "http/head.h"

struct app; /* http/app.h */
struct exchange;
struct problem;

enum { ANSWER_HEADERS_MAX = 8 };

struct answer {
    int status;
    struct str content_type; /* empty: no body */
    struct str body;
    bool is_lasting; /* the body lives as long as the exchange, and need not be copied */
    struct http_header headers[ANSWER_HEADERS_MAX];
    size_t header_count;
};

/* The answer's texts die with the call, but for a lasting body. */
typedef void (*answer_fn)(void *context, const struct answer *answer);

struct exchange *exchange_new(struct app *app, struct str target);
void exchange_free(struct exchange **exchange); /* accepts NULL in it */

/* send is called once, in exchange_begin() or exchange_end(). */
bool exchange_begin(struct exchange *exchange, const struct http_head *head,
                    answer_fn send, void *context);

/* How many of the bytes were taken, at least one: not always all, so that a long batch
 * does not keep others waiting; give the rest again. */
size_t exchange_take(struct exchange *exchange, struct str bytes);

/* head: the one of exchange_begin(), again. */
void exchange_end(struct exchange *exchange, const struct http_head *head, answer_fn send,
                  void *context);

bool exchange_has_begun(const struct exchange *exchange);

/* How long it may take, from its request line or its head on. */
int64_t exchange_ms_max(const struct exchange *exchange);

#endif
