/* rescue.c - the only setjmp of the library.  No local changes after it but `result`,
 * which is not read when it comes back. */

#include "embed/rescue.h"

#include <setjmp.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

static void jump_back(struct arena *arena, void *context)
{
    jmp_buf *back = context;

    (void)arena;
    longjmp(*back, 1);
}

int rescue(struct arena *arena, rescue_fn work, void *context, struct err *err)
{
    jmp_buf back;
    int result;

    if (setjmp(back) != 0) {
        arena_on_full(arena, NULL, NULL);
        return err_set(err, ERR_LIMIT,
                       "no memory: the system has none, or the limit is reached");
    }
    arena_on_full(arena, jump_back, &back);
    result = work(context, err);
    arena_on_full(arena, NULL, NULL);
    return result;
}
