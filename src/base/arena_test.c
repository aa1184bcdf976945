/* arena_test.c */

#include "base/test.h"

#include <setjmp.h>

#include "base/arena.h"

static void memory_is_zeroed_and_aligned(void **state)
{
    struct arena *arena = arena_new(1 << 20);

    (void)state;
    for (size_t size = 1; size < 5000; size += 97) {
        unsigned char *at = arena_alloc(arena, size);

        assert_int_equal((uintptr_t)at % sizeof(void *), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(at[i], 0);
        }
        memset(at, 0xaa, size);
    }
    arena_free(&arena);
    assert_null(arena);
}

static void a_reset_gives_back_all_after_the_mark(void **state)
{
    struct arena *arena = arena_new(1 << 20);
    struct arena_mark mark;
    char *kept;

    (void)state;
    kept = arena_alloc(arena, 100);
    memcpy(kept, "kept", 5);
    mark = arena_mark(arena);
    for (int i = 0; i < 50; i++) {
        (void)arena_alloc(arena, 4000);
    }
    assert_true(arena_used_bytes(arena) > 200000);
    arena_reset(arena, mark);
    assert_int_equal(arena_used_bytes(arena), 100);
    assert_string_equal(kept, "kept");
    assert_true(arena_peak_bytes(arena) > 200000);
    arena_free(&arena);
}

static void growing_the_newest_piece_keeps_its_place_and_content(void **state)
{
    struct arena *arena = arena_new(1 << 20);
    char *first = arena_alloc(arena, 10);
    char *larger;
    char *moved;

    (void)state;
    memcpy(first, "123456789", 10);
    larger = arena_grow(arena, first, 10, 1000);
    assert_ptr_equal(larger, first);
    assert_int_equal(larger[10], 0);
    (void)arena_alloc(arena, 1);
    moved = arena_grow(arena, larger, 1000, 2000);
    assert_ptr_not_equal(moved, larger);
    assert_string_equal(moved, "123456789");
    assert_int_equal(moved[1999], 0);
    arena_free(&arena);
}

static jmp_buf back;

static void jump_back(struct arena *arena, void *context)
{
    (void)arena;
    *(int *)context += 1;
    longjmp(back, 1);
}

static void at_its_limit_it_calls_on_full(void **state)
{
    struct arena *arena = arena_new(10000);
    static int called;

    (void)state;
    arena_on_full(arena, jump_back, &called);
    if (setjmp(back) == 0) {
        for (;;) {
            (void)arena_alloc(arena, 3000);
        }
    }
    assert_int_equal(called, 1);
    assert_true(arena_used_bytes(arena) <= 10000);
    if (setjmp(back) == 0) {
        (void)arena_array(arena, SIZE_MAX / 2, 4);
        fail();
    }
    assert_int_equal(called, 2);
    if (setjmp(back) == 0) {
        arena_fail(arena);
    }
    assert_int_equal(called, 3);
    arena_free(&arena);
}

static char ended[8];

static void note_end(void *object)
{
    size_t len = strlen(ended);

    ended[len] = *(const char *)object;
    ended[len + 1] = '\0';
}

static void what_was_deferred_goes_with_the_memory_around_it(void **state)
{
    struct arena *arena = arena_try_new(1 << 20);
    struct arena_mark mark;

    (void)state;
    ended[0] = '\0';
    arena_defer(arena, note_end, "a");
    mark = arena_mark(arena);
    arena_defer(arena, note_end, "b");
    arena_defer(arena, note_end, "c");
    arena_reset(arena, mark);
    assert_string_equal(ended, "cb");
    arena_defer(arena, note_end, "d");
    arena_clear(arena);
    assert_string_equal(ended, "cbda");
    arena_defer(arena, note_end, "e");
    arena_free(&arena);
    assert_string_equal(ended, "cbdae");
}

static void a_child_goes_with_its_parent_or_before(void **state)
{
    struct arena *parent = arena_new(10000);
    struct arena_mark mark = arena_mark(parent);
    struct arena *child = arena_child(parent, 1000);
    static int called;

    (void)state;
    (void)arena_alloc(child, 500);
    arena_free(&child);
    child = arena_child(parent, 1000);
    arena_defer(child, note_end, "f");
    ended[0] = '\0';
    arena_reset(parent, mark);
    assert_string_equal(ended, "f");
    child = arena_child(parent, 1000);
    arena_on_full(parent, jump_back, &called);
    if (setjmp(back) == 0) {
        (void)arena_alloc(child, 1001);
    }
    assert_int_equal(called, 1);
    arena_free(&parent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(a_reset_gives_back_all_after_the_mark),
        cmocka_unit_test(growing_the_newest_piece_keeps_its_place_and_content),
        cmocka_unit_test(at_its_limit_it_calls_on_full),
        cmocka_unit_test(what_was_deferred_goes_with_the_memory_around_it),
        cmocka_unit_test(a_child_goes_with_its_parent_or_before),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
