/* open_shop_test.h - the shop of shop_test.h, open for deciding, for a whole group of
 * tests.
 *
 * Thread: the test's.
 * Memory: everything goes with close_shop().
 */
#ifndef BOT_OPEN_SHOP_TEST_H
#define BOT_OPEN_SHOP_TEST_H

#include "bot/bot.h"
#include "bot/shop_test.h"
#include "bot/turn.h"

static struct arena *shop_arena;
static struct bot *shop;
static struct turn_worker *worker;

static inline int open_shop(void **state)
{
    struct err err = { 0 };

    (void)state;
    shop_arena = arena_new((size_t)2 << 30);
    if (bot_open(&shop, shop_release(shop_arena), shop_arena, &err) != 0 ||
        turn_worker_open(&worker, shop, NULL, shop_arena, &err) != 0) {
        fail_msg("%s", err.text);
    }
    return 0;
}

static inline int close_shop(void **state)
{
    (void)state;
    arena_free(&shop_arena);
    return 0;
}

#endif
