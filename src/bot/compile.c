/* compile.c - trains, certifies and indexes, in a fixed order. */

#include "bot/compile.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/list.h"
#include "bot/bot.h"
#include "bot/folder.h"
#include "bot/prepare.h"
#include "classify/concepts.h"
#include "classify/concepts_table.h"
#include "classify/nano_train.h"
#include "guard/injection.h"
#include "search/index.h"
#include "text/language.h"
#include "text/tokens.h"

enum { CERTIFICATE_BYTES_MAX = 4096, DATE_LEN = 10, TOKENS_MAX = 4000 };

struct compiling {
    const struct bot_folder *folder;
    struct arena *arena;
    struct list sections; /* of struct release_section */
    struct preparer *preparer;
    struct str *texts; /* of the examples, prepared */
    struct str concepts;
    struct compiled *compiled;
    struct err *err;
};

static void add_section(struct compiling *compiling, struct str name, struct str bytes)
{
    struct release_section *section = list_add(&compiling->sections);

    *section = (struct release_section){ name, bytes };
}

/* Enough labelled examples for a model to have a say.  Moods are told by words: with runs
 * of characters beside them no more were right when sixths of the sample bot's examples,
 * each by its own authors, were left out, and asking took four times as long. */
enum { MOOD_EXAMPLES_MIN = 30, MOOD_FEATURES_MAX = 6000 };

/* What customers of this bot write is harmless, until somebody attacks. */
static int train_injection(struct compiling *compiling, struct str *model_out)
{
    const struct examples *from = &compiling->folder->examples;
    struct str *harmless =
        arena_array(compiling->arena, from->count + 1, sizeof *harmless);

    for (size_t i = 0; i < from->count; i++) {
        harmless[i] = from->items[i].text;
    }
    return injection_train(model_out, compiling->arena, harmless, from->count,
                           compiling->err);
}

static int add_guards(struct compiling *compiling)
{
    const struct own_guards *own = &compiling->folder->config.guards;
    struct phrase_file words = { STR("guards.yaml"),
                                 own_guards_phrases(own, compiling->arena) };
    struct guard_source source = { .own = &words, .own_count = own->word_count != 0 };
    struct guard_set guards;
    struct str bytes;

    if (train_injection(compiling, &source.model) != 0 ||
        guard_compile(&bytes, compiling->arena, &source, compiling->err) != 0 ||
        guard_open(&guards, bytes, compiling->err) != 0) {
        return -1;
    }
    compiling->compiled->model_bytes += source.model.len;
    add_section(compiling, SECTION_GUARDS, bytes);
    compiling->preparer = preparer_new(compiling->arena, &guards, NULL);
    return 0;
}

static int add_model(struct compiling *compiling, struct str name,
                     const struct nano_example *examples, size_t count,
                     const struct nano_options *options)
{
    struct str model;

    if (nano_train(&model, compiling->arena, examples, count, options, compiling->err) !=
        0) {
        return err_wrap(compiling->err, "examples.jsonl");
    }
    compiling->compiled->model_bytes += model.len;
    add_section(compiling, name, model);
    return 0;
}

/* The text as a running bot would hand it to its models. */
static int prepare_text(struct compiling *compiling, struct str text, struct str *out)
{
    struct prepared prepared;

    if (prepare_message(&prepared, compiling->preparer, text, GUARDS_NONE,
                        compiling->arena, compiling->err) != 0) {
        return -1;
    }
    *out = prepared.normal.text;
    return 0;
}

static int read_examples(struct compiling *compiling)
{
    const struct examples *from = &compiling->folder->examples;

    compiling->texts =
        arena_array(compiling->arena, from->count, sizeof *compiling->texts);
    for (size_t i = 0; i < from->count; i++) {
        if (prepare_text(compiling, from->items[i].text, &compiling->texts[i]) != 0) {
            return -1;
        }
    }
    return 0;
}

static int add_intents(struct compiling *compiling)
{
    const struct examples *from = &compiling->folder->examples;
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct nano_example *examples =
        arena_array(compiling->arena, from->count, sizeof *examples);

    for (size_t i = 0; i < from->count; i++) {
        examples[i] = (struct nano_example){ .text = compiling->texts[i],
                                             .label = from->items[i].intent,
                                             .weight = 1 };
    }
    options.concepts = compiling->concepts;
    options.concept_weight = NANO_CONCEPT_WEIGHT_BOT;
    options.member_count = NANO_MEMBERS_BOT;
    return add_model(compiling, SECTION_INTENT_MODEL, examples, from->count, &options);
}

/* How the customer feels, or how urgent it is: "" where the example does not tell. */
typedef struct str (*mood_label_fn)(const struct example *example);

static struct str sentiment_label(const struct example *example)
{
    static const struct str labels[] = {
        [EXAMPLE_SENTIMENT_UNKNOWN] = { "", 0 },
        [EXAMPLE_NEGATIVE] = { "negative", 8 },
        [EXAMPLE_NEUTRAL] = { "neutral", 7 },
        [EXAMPLE_POSITIVE] = { "positive", 8 },
    };

    return labels[example->sentiment];
}

static struct str priority_label(const struct example *example)
{
    static const struct str labels[] = { { "", 0 }, { "1", 1 }, { "2", 1 }, { "3", 1 } };

    return labels[example->priority];
}

/* A model of what some examples are labelled with; none where too few are, or all alike:
 * the lexicons speak alone then (classify/mood.h). */
static int add_mood(struct compiling *compiling, struct str name, mood_label_fn label_of)
{
    const struct examples *from = &compiling->folder->examples;
    struct nano_options options = NANO_OPTIONS_DEFAULT;
    struct nano_example *examples =
        arena_array(compiling->arena, from->count, sizeof *examples);
    bool differ = false;
    size_t count = 0;

    options.features_max = MOOD_FEATURES_MAX;
    options.member_count = 1;
    options.without_runs = true;
    for (size_t i = 0; i < from->count; i++) {
        struct str label = label_of(&from->items[i]);

        if (label.len != 0) {
            examples[count++] = (struct nano_example){ .text = compiling->texts[i],
                                                       .label = label,
                                                       .weight = 1 };
            differ = differ || !str_equal(label, examples[0].label);
        }
    }
    if (count < MOOD_EXAMPLES_MIN || !differ) {
        return 0;
    }
    return add_model(compiling, name, examples, count, &options);
}

static int add_sentiment(struct compiling *compiling)
{
    return add_mood(compiling, SECTION_SENTIMENT_MODEL, sentiment_label);
}

static int add_priority(struct compiling *compiling)
{
    return add_mood(compiling, SECTION_PRIORITY_MODEL, priority_label);
}

/* What the model says about the calibration messages, in scope or not: one that is none
 * of the intents is wrong whatever the answer. */
static int find_outcomes(struct compiling *compiling, struct outcome *outcomes,
                         size_t *count_out)
{
    const struct examples *from = &compiling->folder->calibration;
    struct nano_scratch *scratch = arena_alloc(compiling->arena, sizeof *scratch);
    struct release_section *model =
        list_at(&compiling->sections, compiling->sections.count - 1);
    struct nano nano;
    size_t count = 0;

    if (nano_open(&nano, model->bytes, compiling->err) != 0) {
        return -1;
    }
    for (size_t i = 0; i < from->count; i++) {
        struct nano_answer answer;
        struct str text;

        if (prepare_text(compiling, from->items[i].text, &text) != 0) {
            return -1;
        }
        nano_ask(&nano, scratch, text, &answer);
        if (answer.is_in_scope) {
            outcomes[count++] = (struct outcome){
                .confidence = answer.confidence,
                .is_right =
                    str_equal(nano_label(&nano, answer.label), from->items[i].intent),
            };
        }
    }
    *count_out = count;
    return 0;
}

/* The newest day that a calibration message carries, or an empty text. */
static struct str newest_date(const struct examples *calibration)
{
    struct str newest = { NULL, 0 };

    for (size_t i = 0; i < calibration->count; i++) {
        struct str date = calibration->items[i].date;

        if (date.len == DATE_LEN &&
            (newest.at == NULL || str_compare(date, newest) > 0)) {
            newest = date;
        }
    }
    return newest;
}

static struct str certificate_json(struct compiling *compiling,
                                   const struct certificate *certificate)
{
    struct manifest_threshold threshold = {
        .value = certificate->value,
        .is_certified = certificate->certified,
        .error = certificate->error,
        .certainty = certificate->certainty,
        .n = (int64_t)certificate->n,
        .k = (int64_t)certificate->k,
        .date = newest_date(&compiling->folder->calibration),
    };
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, compiling->arena, CERTIFICATE_BYTES_MAX);
    writer = json_writer_to(&buf);
    threshold_write(&threshold, &writer);
    return buf_str(&buf);
}

static int add_certificate(struct compiling *compiling)
{
    const struct settings *settings = &compiling->folder->config.settings;
    size_t room = compiling->folder->calibration.count;
    struct outcome *outcomes = arena_array(compiling->arena, room + 1, sizeof *outcomes);
    struct certificate *certificate = &compiling->compiled->certificate;
    size_t count = 0;

    if (find_outcomes(compiling, outcomes, &count) != 0) {
        return -1;
    }
    certificate_find(certificate, compiling->arena, outcomes, count,
                     (uint32_t)settings->max_error);
    if (!settings->threshold_is_certified) {
        certificate->certified = false;
        certificate->value = (uint32_t)settings->threshold;
    }
    add_section(compiling, SECTION_CERTIFICATE, certificate_json(compiling, certificate));
    return 0;
}

/* In the language that the example names, else in the one that its words show. */
static enum tongue tongue_of(struct compiling *compiling, size_t example)
{
    struct str code = compiling->folder->examples.items[example].lang;
    struct language language;
    struct tokens tokens;

    if (code.len != 0) {
        return tongue_from_code(code);
    }
    tokens = text_tokens(compiling->arena, compiling->texts[example], TOKENS_MAX);
    language = language_detect(compiling->texts[example], &tokens, compiling->arena);
    return tongue_from_code(str_from(language.code));
}

/* The examples are past messages; their intents name the pages that answer them. */
static struct index_question *questions_of(struct compiling *compiling)
{
    const struct examples *from = &compiling->folder->examples;
    const struct intents *intents = &compiling->folder->config.intents;
    struct index_question *questions =
        arena_array(compiling->arena, from->count, sizeof *questions);

    for (size_t i = 0; i < from->count; i++) {
        const struct intent *intent = intents_find(intents, from->items[i].intent);

        questions[i].text = compiling->texts[i];
        questions[i].tongue = tongue_of(compiling, i);
        questions[i].pages = intent == NULL ? NULL : intent->pages;
        questions[i].page_count = intent == NULL ? 0 : intent->page_count;
    }
    return questions;
}

static int add_index(struct compiling *compiling)
{
    const struct index_source source = {
        .passages = compiling->folder->pages.passages,
        .passage_count = compiling->folder->pages.passage_count,
        .questions = questions_of(compiling),
        .question_count = compiling->folder->examples.count,
        .concepts = compiling->concepts,
    };
    struct str bytes;

    if (index_build(&bytes, compiling->arena, &source, compiling->err) != 0) {
        return -1;
    }
    add_section(compiling, SECTION_INDEX, bytes);
    return 0;
}

static const struct {
    const char *what;
    int (*run)(struct compiling *compiling);
} steps[] = {
    { "guards", add_guards },       { "texts", read_examples },
    { "intents", add_intents },     { "certificate", add_certificate },
    { "sentiment", add_sentiment }, { "priority", add_priority },
    { "search index", add_index },
};

int bot_compile(struct compiled *compiled_out, const struct bot_folder *folder,
                compile_step_fn on_step, void *context, struct arena *arena,
                struct err *err)
{
    struct compiling compiling = {
        .folder = folder, .arena = arena, .compiled = compiled_out, .err = err
    };

    *compiled_out = (struct compiled){ 0 };
    list_init(&compiling.sections, arena, sizeof(struct release_section),
              RELEASE_SECTIONS_MAX);
    if (concepts_build(&compiling.concepts, arena, concepts_table, concepts_table_count,
                       err) != 0) {
        return -1;
    }
    bot_config_write(&folder->config, &compiling.sections, arena);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        on_step(context, steps[i].what);
        if (steps[i].run(&compiling) != 0) {
            return -1;
        }
    }
    compiled_out->bytes =
        release_build(compiling.sections.items, compiling.sections.count, arena);
    return 0;
}
