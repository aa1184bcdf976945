/* loop_uv.h - the loop from inside, for the files of this room that use libuv.
 *
 * Thread: the loop's.
 * Memory: as loop.h.
 */
#ifndef LOOP_LOOP_UV_H
#define LOOP_LOOP_UV_H

#include <uv.h>

struct err;
struct loop;

uv_loop_t *loop_uv(struct loop *loop);

/* Fills err with what libuv says; returns -1. */
int loop_uv_fail(struct err *err, const char *what, int status);

#endif
