/* triage_input_fuzz.c - any bytes as the body of a triage; the first one says by which
 * endpoint. */

#include <stdint.h>

#include "http/http_fuzz.h"
#include "http/triage_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_input(const struct triage_input *input, enum triage_dialect dialect)
{
    assert(input->text.len != 0 && utf8_is_valid(input->text, NULL));
    assert(input->id.len <= INPUT_ID_LEN_MAX && input->bot.len <= INPUT_ID_LEN_MAX);
    assert(dialect == TRIAGE_FULL || input->bot.len == 0);
    assert(dialect != TRIAGE_GUIDE || input->customer.len + input->language.len == 0);
    for (size_t i = 0; i < input->attribute_count; i++) {
        assert(input->attributes[i].value.kind != VALUE_NIL);
        assert(utf8_is_valid(input->attributes[i].name, NULL));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct arena *arena = arena_new(64 << 20);
    enum triage_dialect dialect = len == 0 ? TRIAGE_FULL : bytes[0] % 3;
    struct str body = str_slice((struct str){ (const char *)bytes, len }, 1, len);
    struct triage_input input;
    struct problem problem;

    if (triage_input_parse(&input, body, dialect, arena, &problem) == 0) {
        check_input(&input, dialect);
    } else {
        assert(problem.line >= 1 && problem.column >= 1);
        must_be_written(&problem, STR("/v1/triage"), arena);
    }
    arena_free(&arena);
    return 0;
}
