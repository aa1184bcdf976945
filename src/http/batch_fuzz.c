/* batch_fuzz.c - any bytes as lines of a batch, whole and in parts, as the first byte
 * says: both come to as many answers, in the same order, or to the same problem. */

#include <stdint.h>

#include "http/batch.h"
#include "http/http_fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Compiling a bot takes longer than an input may. */
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    (void)open_app();
    return 0;
}

enum { LINES_MAX = 64 };

/* What came of it: of each line its status, 200 for a decision; or the one of all. */
struct batch_outcome {
    int status;
    size_t line_count;
    int64_t lines[LINES_MAX];
};

static void read_answer(struct batch_outcome *outcome, struct str answer,
                        struct arena *arena)
{
    struct str line;

    assert(answer.len == 0 || str_ends_with(answer, STR("\n")));
    while (str_split_next(&answer, '\n', &line)) {
        const struct json *status;

        if (line.len == 0) {
            continue;
        }
        assert(outcome->line_count < LINES_MAX);
        status = json_find(must_parse(line, arena), STR("status"));
        if (status == NULL || !json_int(status, &outcome->lines[outcome->line_count])) {
            outcome->lines[outcome->line_count] = 200;
        }
        outcome->line_count++;
    }
}

static int give(struct batch *batch, struct str lines, size_t part_len,
                struct problem *problem)
{
    while (lines.len != 0) {
        struct str part = part_len == 0 ? lines : str_slice(lines, 0, part_len);
        size_t taken = 0;

        if (batch_take(&taken, batch, part, problem) != 0) {
            return -1;
        }
        assert(taken != 0 && taken <= part.len);
        lines = str_slice(lines, taken, lines.len);
    }
    return 0;
}

static struct batch_outcome outcome_of(struct str lines, size_t part_len,
                                       struct arena *arena)
{
    struct batch_outcome outcome = { .status = 200 };
    struct batch *batch = batch_new(open_app(), STR(""));
    struct problem problem;
    struct str answer;

    if (give(batch, lines, part_len, &problem) != 0 ||
        batch_end(&answer, batch, &problem) != 0) {
        must_be_written(&problem, STR("/v1/triage:batch"), arena);
        outcome.status = problem.status;
    } else {
        read_answer(&outcome, answer, arena);
    }
    batch_free(&batch);
    assert(counter_value(&open_app()->held_bytes) == 0);
    return outcome;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new((size_t)1 << 30);
    struct str lines = str_slice((struct str){ (const char *)bytes, len }, 1, len);
    struct batch_outcome whole = outcome_of(lines, 0, arena);
    struct batch_outcome parts =
        outcome_of(lines, len == 0 ? 0 : 1 + bytes[0] % 64u, arena);

    /* memory is short at another moment when a line is held as well */
    if (whole.status != 503 && parts.status != 503) {
        assert(whole.status == parts.status && whole.line_count == parts.line_count);
        assert(memcmp(whole.lines, parts.lines, sizeof whole.lines) == 0);
    }
    arena_free(&arena);
    return 0;
}
