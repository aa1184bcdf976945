/* pattern.c - the one file that knows PCRE2. */

#define PCRE2_CODE_UNIT_WIDTH 8

#include "guard/pattern.h"

#include <pcre2.h>

#include "base/arena.h"
#include "base/err.h"

enum {
    /* Steps of matching; a linear pattern takes a few for each byte of a message. */
    MATCH_LIMIT = 200000,
    DEPTH_LIMIT = 2000,
    HEAP_LIMIT_KIB = 4096,
    JIT_STACK_BYTES_MIN = 32 << 10,
    JIT_STACK_BYTES_MAX = 256 << 10,
    PAREN_DEPTH_MAX = 50,
};

struct pattern {
    pcre2_code *code;
    struct str guard; /* "pattern.NAME" */
    enum severity severity;
};

struct pattern_set {
    struct pattern *patterns;
    size_t count;                   /* that are compiled */
    pcre2_compile_context *context; /* NULL once they are */
};

struct pattern_scratch {
    pcre2_match_context *limits;
    pcre2_match_data *match;
    pcre2_jit_stack *stack;
};

/* PCRE2 for UTF-8; no \C, which could stop inside a character; no verbs that start a
 * pattern to change limits or engine. */
static pcre2_code *compile(const struct pattern_source *source,
                           pcre2_compile_context *context, struct arena *arena,
                           struct err *err)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
    PCRE2_UCHAR text[128];
    PCRE2_SIZE at = 0;
    int number = 0;
    pcre2_code *code;

    if (str_starts_with(source->pattern, STR("(*"))) {
        err_set(err, ERR_CONFIG, "pattern %.*s: (*VERBS) may not start a pattern",
                STR_ARG(source->name));
        return NULL;
    }
    code = pcre2_compile((PCRE2_SPTR)source->pattern.at, source->pattern.len, options,
                         &number, &at, context);
    if (code == NULL && number == PCRE2_ERROR_HEAP_FAILED) {
        arena_fail(arena);
    }
    if (code == NULL) {
        (void)pcre2_get_error_message(number, text, sizeof text);
        err_set(err, ERR_CONFIG, "pattern %.*s: %s at byte %zu", STR_ARG(source->name),
                (const char *)text, (size_t)at);
        return NULL;
    }
    /* without machine code the interpreter matches, within the same limits */
    (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return code;
}

static int compile_all(struct pattern_set *set, struct arena *arena,
                       const struct pattern_source *sources, size_t count,
                       struct err *err)
{
    int result = 0;

    set->context = pcre2_compile_context_create(NULL);
    if (set->context == NULL) {
        arena_fail(arena);
    }
    (void)pcre2_set_max_pattern_length(set->context, PATTERN_BYTES_MAX);
    (void)pcre2_set_parens_nest_limit(set->context, PAREN_DEPTH_MAX);
    for (size_t i = 0; i < count && result == 0; i++) {
        struct pattern *pattern = &set->patterns[i];

        pattern->guard = str_format(arena, "pattern.%.*s", STR_ARG(sources[i].name));
        pattern->severity = sources[i].severity;
        pattern->code = compile(&sources[i], set->context, arena, err);
        set->count += pattern->code != NULL;
        result = pattern->code == NULL ? -1 : 0;
    }
    pcre2_compile_context_free(set->context);
    set->context = NULL;
    return result;
}

static void release_set(void *object)
{
    struct pattern_set *set = object;

    for (size_t i = 0; i < set->count; i++) {
        pcre2_code_free(set->patterns[i].code);
    }
    set->count = 0;
    pcre2_compile_context_free(set->context);
    set->context = NULL;
}

int pattern_open(struct pattern_set **set_out, struct arena *arena,
                 const struct pattern_source *sources, size_t count, struct err *err)
{
    struct pattern_set *set = arena_alloc(arena, sizeof *set);

    if (count > PATTERNS_MAX) {
        return err_set(err, ERR_LIMIT, "more than %d patterns", PATTERNS_MAX);
    }
    set->patterns = arena_array(arena, count, sizeof *set->patterns);
    arena_defer(arena, release_set, set);
    if (compile_all(set, arena, sources, count, err) != 0) {
        pattern_close(&set);
        return -1;
    }
    *set_out = set;
    return 0;
}

void pattern_close(struct pattern_set **set)
{
    if (*set != NULL) {
        release_set(*set);
        *set = NULL;
    }
}

static void release_scratch(void *object)
{
    struct pattern_scratch *scratch = object;

    pcre2_match_context_free(scratch->limits);
    pcre2_match_data_free(scratch->match);
    pcre2_jit_stack_free(scratch->stack);
}

struct pattern_scratch *pattern_scratch_new(struct arena *arena)
{
    struct pattern_scratch *scratch = arena_alloc(arena, sizeof *scratch);

    arena_defer(arena, release_scratch, scratch);

    scratch->limits = pcre2_match_context_create(NULL);
    scratch->match = pcre2_match_data_create(1, NULL);
    scratch->stack =
        pcre2_jit_stack_create(JIT_STACK_BYTES_MIN, JIT_STACK_BYTES_MAX, NULL);
    if (scratch->limits == NULL || scratch->match == NULL || scratch->stack == NULL) {
        arena_fail(arena);
    }
    (void)pcre2_set_match_limit(scratch->limits, MATCH_LIMIT);
    (void)pcre2_set_depth_limit(scratch->limits, DEPTH_LIMIT);
    (void)pcre2_set_heap_limit(scratch->limits, HEAP_LIMIT_KIB);
    pcre2_jit_stack_assign(scratch->limits, NULL, scratch->stack);
    return scratch;
}

static int failure(const struct pattern *pattern, int number, struct err *err)
{
    bool is_text = number <= PCRE2_ERROR_UTF8_ERR1 && number >= PCRE2_ERROR_UTF8_ERR21;

    return err_set(err, is_text ? ERR_INPUT : ERR_LIMIT, "%.*s: %s (PCRE2 %d)",
                   STR_ARG(pattern->guard),
                   is_text ? "the text is no UTF-8" : "a limit stopped it", number);
}

/* Behind the character at `at`, so that an empty match does not come again. */
static size_t next_character(struct str text, size_t at)
{
    at++;
    while (at < text.len && ((unsigned char)text.at[at] & 0xc0) == 0x80) {
        at++;
    }
    return at;
}

static int check_one(const struct pattern *pattern, struct pattern_scratch *scratch,
                     struct str text, struct evidence *evidence, struct err *err)
{
    const PCRE2_SIZE *span = pcre2_get_ovector_pointer(scratch->match);
    size_t at = 0;

    for (int matches = 0; matches < PATTERN_MATCHES_MAX && at <= text.len; matches++) {
        int found = pcre2_match(pattern->code, (PCRE2_SPTR)text.at, text.len, at, 0,
                                scratch->match, scratch->limits);
        struct finding *finding;

        if (found == PCRE2_ERROR_NOMATCH) {
            return 0;
        }
        if (found < 0) {
            return failure(pattern, found, err);
        }
        /* \K can put a match's start behind its end */
        finding =
            evidence_add(evidence, EVIDENCE_PATTERN,
                         span[0] < span[1] ? span[0] : span[1], span[1], SCORE_NONE);
        if (finding != NULL) {
            finding->guard = pattern->guard;
            finding->severity = pattern->severity;
        }
        at = span[1] > at ? span[1] : next_character(text, at);
    }
    return 0;
}

int pattern_check(const struct pattern_set *set, struct pattern_scratch *scratch,
                  struct str text, struct evidence *evidence, struct err *err)
{
    struct str readable = text.at == NULL ? STR("") : text;

    if (text.len > PATTERN_TEXT_BYTES_MAX) {
        return err_set(err, ERR_LIMIT, "text longer than %d bytes",
                       PATTERN_TEXT_BYTES_MAX);
    }
    for (size_t i = 0; i < set->count; i++) {
        if (check_one(&set->patterns[i], scratch, readable, evidence, err) != 0) {
            return -1;
        }
    }
    return 0;
}

struct str pattern_library_version(struct arena *arena)
{
    int size = pcre2_config(PCRE2_CONFIG_VERSION, NULL); /* with the NUL */
    char *version = arena_alloc(arena, (size_t)size);

    (void)pcre2_config(PCRE2_CONFIG_VERSION, version);
    return str_from(version);
}
