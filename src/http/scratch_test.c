/* scratch_test.c */

#include "base/test.h"

#include "base/arena.h"
#include "http/scratch.h"

static void there_is_one_for_each_and_it_is_empty(void **state)
{
    struct scratch_pool *pool = scratch_pool_new(2);
    struct scratch *first = scratch_take(pool);
    struct scratch *second = scratch_take(pool);

    (void)state;
    assert_ptr_not_equal(first, second);
    assert_ptr_not_equal(first->arena, second->arena);
    (void)arena_alloc(first->arena, 1000);
    scratch_give(pool, first);
    first = scratch_take(pool);
    assert_int_equal(arena_used_bytes(first->arena), 0);
    scratch_give(pool, second);
    scratch_give(pool, first);
    scratch_pool_free(&pool);
    assert_null(pool);
    scratch_pool_free(&pool);
}

static void what_a_large_message_took_is_given_back(void **state)
{
    struct scratch_pool *pool = scratch_pool_new(1);
    struct scratch *scratch = scratch_take(pool);

    (void)state;
    (void)arena_alloc(scratch->arena, 8 << 20);
    scratch_give(pool, scratch);
    scratch = scratch_take(pool);
    assert_int_equal(arena_peak_bytes(scratch->arena), 0);
    scratch_give(pool, scratch);
    scratch_pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_is_one_for_each_and_it_is_empty),
        cmocka_unit_test(what_a_large_message_took_is_given_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
