/* injection_train.c - the model against attacks is made, when a bot is built. */

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/list.h"
#include "classify/nano_train.h"
#include "guard/injection.h"

enum { FEATURES_MAX = 8192, EXAMPLES_MAX = 10000, WORK_BYTES_MAX = 64 << 20 };

extern const char embedded_injection_jsonl[];
extern const unsigned long embedded_injection_jsonl_len;

struct str injection_examples(void)
{
    return (struct str){ embedded_injection_jsonl, embedded_injection_jsonl_len };
}

static int read_examples(struct list *examples, struct arena *arena, struct err *err)
{
    struct str rest = injection_examples();
    struct str line;

    while (str_split_next(&rest, '\n', &line)) {
        const struct json *value;
        const struct json *text;
        const struct json *label;
        struct nano_example *example;

        if (line.len == 0) {
            continue;
        }
        if (json_parse(&value, arena, line, JSON_LIMITS_DEFAULT, NULL, err) != 0) {
            return err_wrap(err, "injection.jsonl, example %zu", examples->count + 1);
        }
        text = json_find(value, STR("text"));
        label = json_find(value, STR("label"));
        example = text == NULL || label == NULL ? NULL : list_add(examples);
        if (example == NULL) {
            return err_set(err, ERR_CONFIG,
                           "injection.jsonl, example %zu: expected "
                           "text and label",
                           examples->count + 1);
        }
        *example = (struct nano_example){ text->text, label->text, 1 };
    }
    return 0;
}

static void add_harmless(struct list *examples, const struct str *harmless, size_t count)
{
    size_t taken = count < INJECTION_HARMLESS_MAX ? count : INJECTION_HARMLESS_MAX;

    for (size_t i = 0; i < taken; i++) {
        struct nano_example *example = list_add(examples);

        assert(example != NULL);
        *example =
            (struct nano_example){ harmless[i * count / taken], STR("support"), 1 };
    }
}

/* However many harmless messages a bot has, attacks weigh a third of all. */
static void weigh(struct list *examples)
{
    size_t attacks = 0;

    for (size_t i = 0; i < examples->count; i++) {
        const struct nano_example *example = list_at(examples, i);

        attacks += str_equal(example->label, STR("attack"));
    }
    for (size_t i = 0; i < examples->count && attacks * 3 < examples->count; i++) {
        struct nano_example *example = list_at(examples, i);

        if (str_equal(example->label, STR("attack"))) {
            example->weight =
                (float)(examples->count - attacks) / (2.0F * (float)attacks);
        }
    }
}

int injection_train(struct str *model_out, struct arena *arena,
                    const struct str *harmless, size_t harmless_count, struct err *err)
{
    struct arena *work = arena_new(WORK_BYTES_MAX);
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct list examples;
    int result;

    options.features_max = FEATURES_MAX;
    options.member_count = 1;
    list_init(&examples, work, sizeof(struct nano_example),
              EXAMPLES_MAX + INJECTION_HARMLESS_MAX);
    result = read_examples(&examples, work, err);
    if (result == 0) {
        add_harmless(&examples, harmless, harmless_count);
        weigh(&examples);
        result =
            nano_train(model_out, arena, examples.items, examples.count, &options, err);
    }
    arena_free(&work);
    return result;
}
