/* condition_fuzz.c - any bytes as a `when`: a mistake, or an expression that Lua takes
 * and that has the same answer twice. */

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/utf8.h"
#include "flow/condition.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const struct fact some_facts[] = {
    { { "a", 1 }, { .kind = VALUE_TEXT, .text = { "12345", 5 } } },
    { { "b", 1 }, { .kind = VALUE_NUMBER, .micros = 3000000 } },
};

static const struct facts facts = {
    .intent = { "refund_request", 14 },
    .confidence = 900000,
    .threshold = 850000,
    .in_scope = true,
    .priority = 2,
    .entities = some_facts,
    .entity_count = COUNT_OF(some_facts),
    .customer = some_facts,
    .customer_count = COUNT_OF(some_facts),
};

static void evaluate_twice(const struct condition *condition, struct arena *arena)
{
    struct condition_set *set;
    struct err err;
    int first;

    if (condition_set_open(&set, arena, &condition, 1, &err) != 0) {
        __builtin_trap();
    }
    first = condition_holds(set, 0, &facts, 1, &err);
    if (condition_holds(set, 0, &facts, 1, &err) != first) {
        __builtin_trap();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static const struct vocabulary anything;
    struct str text = { (const char *)bytes, len };
    struct arena *arena;
    struct mistakes mistakes;
    const struct condition *condition;

    if (!utf8_is_valid(text, NULL)) {
        return 0;
    }
    arena = arena_new(8 << 20);
    mistakes_init(&mistakes, arena);
    condition = condition_parse(text, (struct place){ STR("f"), 1, 1 }, &anything, arena,
                                &mistakes);
    if (condition != NULL) {
        evaluate_twice(condition, arena);
        (void)condition_reason(condition, &facts);
    } else if (mistakes.error_count == 0) {
        __builtin_trap();
    }
    arena_free(&arena);
    return 0;
}
