/* breaker.c - the table of states. */

#include "guard/breaker.h"

#include <assert.h>

enum breaker_event {
    EVENT_TOO_MANY_FAILURES,
    EVENT_COOLED_DOWN,
    EVENT_PROBE_FAILED,
    EVENT_PROBES_PASSED,
    EVENT_COUNT,
};

/* Moves that are not listed cannot happen. */
static const enum breaker_state moves[3][EVENT_COUNT] = {
    [BREAKER_CLOSED] = { [EVENT_TOO_MANY_FAILURES] = BREAKER_OPEN },
    [BREAKER_OPEN] = { [EVENT_COOLED_DOWN] = BREAKER_HALF_OPEN },
    [BREAKER_HALF_OPEN] = { [EVENT_PROBE_FAILED] = BREAKER_OPEN,
                            [EVENT_PROBES_PASSED] = BREAKER_CLOSED },
};

static const bool is_move[3][EVENT_COUNT] = {
    [BREAKER_CLOSED] = { [EVENT_TOO_MANY_FAILURES] = true },
    [BREAKER_OPEN] = { [EVENT_COOLED_DOWN] = true },
    [BREAKER_HALF_OPEN] = { [EVENT_PROBE_FAILED] = true, [EVENT_PROBES_PASSED] = true },
};

/* The pass over the bytes can only fail by finding more than fits, which one customer can
 * cause: it takes many to open.  Patterns and the model are stopped by limits of time,
 * and rest longer. */
const struct breaker_rule breaker_rules[GUARD_COUNT] = {
    [GUARD_PII] = { 64, 32, 3, 10000 },     [GUARD_INJECTION] = { 64, 32, 3, 10000 },
    [GUARD_ABUSE] = { 64, 32, 3, 10000 },   [GUARD_SELF_HARM] = { 64, 32, 3, 10000 },
    [GUARD_SUBJECT] = { 64, 32, 3, 10000 }, [GUARD_WORDS] = { 64, 32, 3, 10000 },
    [GUARD_PATTERN] = { 32, 8, 5, 30000 },  [GUARD_MODEL] = { 32, 8, 5, 30000 },
    [GUARD_BRAND] = { 32, 8, 5, 10000 },    [GUARD_CITATION] = { 32, 8, 5, 10000 },
};

struct str breaker_state_name(enum breaker_state state)
{
    return state == BREAKER_CLOSED ? STR("closed")
           : state == BREAKER_OPEN ? STR("open")
                                   : STR("half_open");
}

static void move(struct breaker *breaker, enum breaker_event event, int64_t now_ms)
{
    assert(is_move[breaker->state][event]);
    breaker->state = moves[breaker->state][event];
    breaker->failures = 0;
    breaker->call_count = 0;
    breaker->probe_count = 0;
    breaker->is_probing = false;
    breaker->opened_ms = now_ms;
}

void breaker_init(struct breaker *breaker, const struct breaker_rule *rule)
{
    assert(rule->window >= 1 && rule->window <= BREAKER_WINDOW_MAX);
    assert(rule->threshold >= 1 && rule->threshold <= rule->window && rule->probes >= 1);
    *breaker = (struct breaker){ .rule = rule };
}

bool breaker_admit(struct breaker *breaker, int64_t now_ms)
{
    if (breaker->state == BREAKER_OPEN &&
        now_ms - breaker->opened_ms >= breaker->rule->cool_down_ms) {
        move(breaker, EVENT_COOLED_DOWN, now_ms);
    }
    if (breaker->state == BREAKER_HALF_OPEN) {
        bool is_free = !breaker->is_probing;

        breaker->is_probing = true;
        return is_free;
    }
    return breaker->state == BREAKER_CLOSED;
}

static uint32_t failures_in_window(const struct breaker *breaker)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < breaker->call_count; i++) {
        count += breaker->failures >> i & 1;
    }
    return count;
}

static void record_closed(struct breaker *breaker, bool has_failed, int64_t now_ms)
{
    breaker->failures = breaker->failures << 1 | has_failed;
    if (breaker->call_count < breaker->rule->window) {
        breaker->call_count++;
    }
    if (failures_in_window(breaker) >= breaker->rule->threshold) {
        move(breaker, EVENT_TOO_MANY_FAILURES, now_ms);
    }
}

static void record_probe(struct breaker *breaker, bool has_failed, int64_t now_ms)
{
    breaker->is_probing = false;
    if (has_failed) {
        move(breaker, EVENT_PROBE_FAILED, now_ms);
    } else if (++breaker->probe_count == breaker->rule->probes) {
        move(breaker, EVENT_PROBES_PASSED, now_ms);
    }
}

void breaker_record(struct breaker *breaker, bool has_failed, int64_t now_ms)
{
    switch (breaker->state) {
    case BREAKER_CLOSED:
        record_closed(breaker, has_failed, now_ms);
        break;
    case BREAKER_HALF_OPEN:
        record_probe(breaker, has_failed, now_ms);
        break;
    case BREAKER_OPEN: /* the call began before it opened */
        break;
    }
}

void breakers_init(struct breakers *breakers)
{
    for (int guard = 0; guard < GUARD_COUNT; guard++) {
        breaker_init(&breakers->items[guard], &breaker_rules[guard]);
    }
}

uint32_t breakers_refused(struct breakers *breakers, uint32_t asked, int64_t now_ms)
{
    uint32_t refused = 0;

    for (int guard = 0; guard < GUARD_COUNT; guard++) {
        uint32_t bit = UINT32_C(1) << guard;

        if ((asked & bit) != 0 && !breaker_admit(&breakers->items[guard], now_ms)) {
            refused |= bit;
        }
    }
    return refused;
}

void breakers_record(struct breakers *breakers, uint32_t asked, uint32_t failed,
                     int64_t now_ms)
{
    for (int guard = 0; guard < GUARD_COUNT; guard++) {
        uint32_t bit = UINT32_C(1) << guard;

        if ((asked & bit) != 0) {
            breaker_record(&breakers->items[guard], (failed & bit) != 0, now_ms);
        }
    }
}
