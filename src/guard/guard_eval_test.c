/* guard_eval_test.c - how much the guards find in public data (os/data_set_testing.h),
 * printed by type.
 *
 * Recall counts a marked span as found when findings of its type cover it (exact types)
 * or touch it (names, addresses); precision counts findings of that type which touch a
 * span marked with any of the types that the kind stands for. */

#include <stdlib.h>

#include "base/attr.h"
#include "base/json.h"
#include "base/utf8.h"
#include "guard/guard_testing.h"
#include "guard/injection.h"
#include "os/data_set_testing.h"

static struct guard_scan scan;
static struct evidence evidence;

static struct str member(const struct json *value, const char *name)
{
    const struct json *found = json_find(value, str_from(name));

    assert_non_null(found);
    return found->text;
}

/* A type of the data set and the kinds that stand for it. */
static const struct type {
    const char *name;
    const char *guard; /* findings of guards that start so */
    bool is_exact;
    double recall_min; /* 0: printed only */
} types[] = {
    { "CREDIT_CARD", "pii.card", true, 0.99 },
    { "IBAN_CODE", "pii.iban", true, 0.99 },
    { "US_SSN", "pii.us_ssn", true, 0.99 },
    { "EMAIL_ADDRESS", "pii.email", true, 0.99 },
    { "IP_ADDRESS", "pii.ip", true, 0.99 },
    { "DOMAIN_NAME", "pii.url", true, 0.95 },
    { "PHONE_NUMBER", "pii.phone", true, 0 },
    { "US_DRIVER_LICENSE", "pii.id_document", true, 0 },
    { "PERSON", "pii.name", false, 0 },
    { "STREET_ADDRESS", "pii.address", false, 0 },
};

struct score {
    size_t marked;
    size_t found;
    size_t findings;
    size_t right;
};

struct marks {
    size_t start[64];
    size_t end[64];
    struct str type[64];
    size_t count;
};

/* Offsets count code points in the data. */
static size_t byte_of(struct str text, int64_t code_points)
{
    size_t at = 0;

    for (int64_t i = 0; i < code_points && at < text.len; i++) {
        (void)utf8_next(text, &at);
    }
    return at;
}

static struct marks read_marks(const struct json *line, struct str text)
{
    struct marks marks = { .count = 0 };
    const struct json *spans = json_find(line, STR("spans"));

    assert_non_null(spans);
    for (const struct json *span = spans->first; span != NULL; span = span->next) {
        int64_t start;
        int64_t end;

        assert_true(marks.count < COUNT_OF(marks.start));
        assert_true(json_int(json_find(span, STR("start")), &start));
        assert_true(json_int(json_find(span, STR("end")), &end));
        marks.start[marks.count] = byte_of(text, start);
        marks.end[marks.count] = byte_of(text, end);
        marks.type[marks.count++] = member(span, "type");
    }
    return marks;
}

static bool is_of(const struct finding *finding, const struct type *type)
{
    return str_equal(finding->guard, str_from(type->guard));
}

static bool is_found(const struct type *type, size_t start, size_t end)
{
    for (size_t i = 0; i < evidence.count; i++) {
        const struct finding *finding = &evidence.items[i];
        bool covers = finding->start <= start && end <= finding->end;
        bool touches = finding->start < end && start < finding->end;

        if (is_of(finding, type) && (type->is_exact ? covers : touches)) {
            return true;
        }
    }
    return false;
}

static bool is_right(const struct finding *finding, const struct type *type,
                     const struct marks *marks)
{
    for (size_t i = 0; i < marks->count; i++) {
        bool is_place = strcmp(type->name, "STREET_ADDRESS") == 0 &&
                        (str_equal(marks->type[i], STR("GPE")) ||
                         str_equal(marks->type[i], STR("ZIP_CODE")));

        if ((is_place || str_equal(marks->type[i], str_from(type->name))) &&
            finding->start < marks->end[i] && marks->start[i] < finding->end) {
            return true;
        }
    }
    return false;
}

static void count(const struct type *type, struct score *score, const struct marks *marks,
                  struct str text)
{
    for (size_t i = 0; i < marks->count; i++) {
        if (str_equal(marks->type[i], str_from(type->name))) {
            bool found = is_found(type, marks->start[i], marks->end[i]);

            score->marked++;
            score->found += found;
            if (!found && getenv("GUARD_EVAL_MISSES") != NULL) {
                print_message("missed %s in: %.*s\n", type->name, STR_ARG(text));
            }
        }
    }
    for (size_t i = 0; i < evidence.count; i++) {
        if (is_of(&evidence.items[i], type)) {
            bool right = is_right(&evidence.items[i], type, marks);

            score->findings++;
            score->right += right;
            if (!right && getenv("GUARD_EVAL_MISSES") != NULL) {
                print_message("wrong %s \"%.*s\" in: %.*s\n", type->name,
                              (int)(evidence.items[i].end - evidence.items[i].start),
                              text.at + evidence.items[i].start, STR_ARG(text));
            }
        }
    }
}

static double ratio(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

static void personal_data_is_found_in_presidios_texts(void **state)
{
    struct arena *arena = arena_new((size_t)256 << 20);
    struct str rest = data_set_read(&arena, "presidio_pii/dev.jsonl");
    struct phrases phrases = testing_phrases(arena);
    struct score scores[COUNT_OF(types)] = { { .marked = 0 } };
    const struct json *line;

    (void)state;
    while ((line = data_set_next(arena, &rest)) != NULL) {
        struct str text = member(line, "text");
        struct marks marks = read_marks(line, text);

        scan_text(&scan, &phrases, text, &evidence);
        for (size_t i = 0; i < COUNT_OF(types); i++) {
            count(&types[i], &scores[i], &marks, text);
        }
    }
    print_message("%-18s %6s %7s %9s\n", "presidio_pii dev", "marked", "recall",
                  "precision");
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        print_message("%-18s %6zu %7.3f %9.3f\n", types[i].name, scores[i].marked,
                      ratio(scores[i].found, scores[i].marked),
                      ratio(scores[i].right, scores[i].findings));
        assert_true(scores[i].marked == 0 ||
                    ratio(scores[i].found, scores[i].marked) >= types[i].recall_min);
    }
    arena_free(&arena);
}

struct attack_score {
    size_t attacks;
    size_t harmless;
    size_t caught[3]; /* by phrases, by the model, by either */
    size_t alarmed[3];
};

static struct nano_scratch nano_scratch;

static void ask_guards(const struct phrases *phrases, const struct nano *model,
                       uint32_t attack, struct str text, bool said_out[3])
{
    scan_text(&scan, phrases, text, &evidence);
    said_out[0] = evidence_has_guard(&evidence, GUARD_INJECTION);
    said_out[1] =
        injection_score(model, attack, &nano_scratch, text) >= injection_bound(model);
    said_out[2] = said_out[0] || said_out[1];
}

static void print_attacks(const char *name, const struct attack_score *score)
{
    static const char *const guards[3] = { "phrases", "model", "either" };

    print_message("%-28s %zu attacks, %zu harmless\n", name, score->attacks,
                  score->harmless);
    for (size_t i = 0; i < 3; i++) {
        print_message("    %-8s recall %.3f  precision %.3f  false alarms %.3f\n",
                      guards[i], ratio(score->caught[i], score->attacks),
                      ratio(score->caught[i], score->caught[i] + score->alarmed[i]),
                      ratio(score->alarmed[i], score->harmless));
    }
}

static struct attack_score attacks_in(struct arena *arena, const char *name,
                                      const struct phrases *phrases,
                                      const struct nano *model, uint32_t attack)
{
    struct str rest = data_set_read(&arena, name);
    struct attack_score score = { .attacks = 0 };
    const struct json *line;

    while ((line = data_set_next(arena, &rest)) != NULL) {
        bool is_attack = str_equal(member(line, "label"), STR("injection"));
        bool said[3];

        ask_guards(phrases, model, attack, member(line, "text"), said);
        score.attacks += is_attack;
        score.harmless += !is_attack;
        for (size_t i = 0; i < 3; i++) {
            score.caught[i] += said[i] && is_attack;
            score.alarmed[i] += said[i] && !is_attack;
        }
        if (getenv("GUARD_EVAL_MISSES") != NULL && said[2] != is_attack) {
            print_message("%s phrases %d model %d: %.*s\n",
                          is_attack ? "missed" : "alarm", said[0], said[1],
                          STR_ARG(member(line, "text")));
        }
    }
    print_attacks(name, &score);
    return score;
}

static void attacks_are_told_from_questions(void **state)
{
    struct arena *arena = arena_new((size_t)512 << 20);
    struct str ignored = data_set_read(&arena, "notinject/dev.jsonl");
    struct phrases phrases = testing_phrases(arena);
    struct attack_score deepset;
    struct attack_score notinject;
    struct nano model;
    struct str bytes;
    struct err err;
    uint32_t attack;

    (void)state;
    (void)ignored;
    assert_int_equal(injection_train(&bytes, arena, NULL, 0, &err), 0);
    assert_int_equal(injection_open(&model, &attack, bytes, &err), 0);
    print_message("model of %zu bytes\n", bytes.len);
    deepset = attacks_in(arena, "deepset_prompt_injections/train.jsonl", &phrases, &model,
                         attack);
    notinject = attacks_in(arena, "notinject/dev.jsonl", &phrases, &model, attack);
    assert_true(ratio(deepset.alarmed[2], deepset.harmless) < 0.05);
    assert_true(ratio(notinject.alarmed[2], notinject.harmless) < 0.30);
    arena_free(&arena);
}

static void foul_language_is_seen(void **state)
{
    static const char *const labels[3] = { "hate_speech", "offensive_language",
                                           "neither" };
    struct arena *arena = arena_new((size_t)512 << 20);
    struct str rest = data_set_read(&arena, "davidson_hate_offensive/train.jsonl");
    struct phrases phrases = testing_phrases(arena);
    size_t counts[3] = { 0 };
    size_t seen[3] = { 0 };
    const struct json *line;

    (void)state;
    while ((line = data_set_next(arena, &rest)) != NULL) {
        scan_text(&scan, &phrases, member(line, "text"), &evidence);
        for (size_t i = 0; i < 3; i++) {
            if (str_equal(member(line, "label"), str_from(labels[i]))) {
                counts[i]++;
                seen[i] += evidence_has_guard(&evidence, GUARD_ABUSE);
            }
        }
    }
    for (size_t i = 0; i < 3; i++) {
        print_message("davidson %-20s %5zu texts, abuse seen in %.3f\n", labels[i],
                      counts[i], ratio(seen[i], counts[i]));
    }
    assert_true(ratio(seen[1], counts[1]) > 0.85);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(personal_data_is_found_in_presidios_texts),
        cmocka_unit_test(attacks_are_told_from_questions),
        cmocka_unit_test(foul_language_is_seen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
