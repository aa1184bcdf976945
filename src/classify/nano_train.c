#include "classify/nano_train.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/map.h"
#include "classify/calibrate.h"
#include "classify/concepts.h"
#include "classify/dice.h"
#include "classify/nano_draft.h"
#include "classify/net.h"
#include "classify/vocabulary.h"

enum {
    GROUPS = 10,
    TEXTS_FEW = 4000,
    NETWORKS_FEW = 6, /* at least so many are trained where texts are few, */
    NETWORKS_MIN = 3, /* and where they are many */
    WORK_MAX_BYTES = 2000000000,
    WEIGHT_LARGEST = 1000000,
};

/* Times the lightest; a larger step would throw a network off its way. */
static const float weight_max = 8;

/* The members together are a little surer, rightly, than the one whose held-out answers
 * the temperature is fitted on: by 1.04 in BANKING77 and 1.01 in CLINC150, five-fold. */
static const float committee_gain = 1.025f;

/* Everything training works on. */
struct training {
    struct arena *work;
    const struct nano_example *examples;
    size_t count;
    const struct nano_options *options;
    struct dice dice;

    struct str *labels; /* sorted, oos last */
    size_t label_count; /* without oos */
    size_t output_count;
    uint32_t *label_of; /* of each example */
    uint8_t *group_of;

    struct vocabulary vocabulary;
    struct net_text *texts;

    struct held_out *held_out;
    size_t held_out_count;

    struct nano_draft draft;
};

static int by_name_oos_last(const void *a, const void *b)
{
    const struct str *left = a;
    const struct str *right = b;
    bool left_oos = str_equal(*left, NANO_OOS);
    bool right_oos = str_equal(*right, NANO_OOS);

    return left_oos != right_oos ? left_oos - right_oos : str_compare(*left, *right);
}

static int check_example(const struct nano_example *example, size_t number,
                         struct err *err)
{
    if (str_is_empty(example->label)) {
        return err_set(err, ERR_INPUT, "example %zu has no label", number);
    }
    if (!(example->weight > 0 && example->weight <= WEIGHT_LARGEST)) {
        return err_set(err, ERR_INPUT, "the weight of example %zu is not in 0 to %d",
                       number, WEIGHT_LARGEST);
    }
    return 0;
}

/* Every label of the examples once. */
static int find_labels(struct training *training, struct map *seen, struct err *err)
{
    map_init(seen, training->work);
    for (size_t i = 0; i < training->count; i++) {
        const struct nano_example *example = &training->examples[i];

        if (check_example(example, i + 1, err) != 0) {
            return -1;
        }
        if (map_put(seen, example->label, training) && seen->count > NANO_LABELS_MAX) {
            return err_set(err, ERR_LIMIT, "there are more than %d labels",
                           NANO_LABELS_MAX);
        }
    }
    return 0;
}

static void number_labels(struct training *training, const struct map *seen)
{
    struct map numbers;

    training->labels = arena_array(training->work, seen->count, sizeof(struct str));
    for (size_t i = 0; i < seen->count; i++) {
        training->labels[i] = seen->entries[i].key;
    }
    qsort(training->labels, seen->count, sizeof(struct str), by_name_oos_last);
    map_init(&numbers, training->work);
    for (size_t i = 0; i < seen->count; i++) {
        (void)map_put(&numbers, training->labels[i], &training->labels[i]);
    }
    training->label_of = arena_array(training->work, training->count, sizeof(uint32_t));
    for (size_t i = 0; i < training->count; i++) {
        const struct str *label = map_find(&numbers, training->examples[i].label);

        training->label_of[i] = (uint32_t)(label - training->labels);
    }
}

static int collect_labels(struct training *training, struct err *err)
{
    struct map seen;

    if (find_labels(training, &seen, err) != 0) {
        return -1;
    }
    training->output_count = seen.count;
    training->label_count = seen.count - (map_find(&seen, NANO_OOS) != NULL);
    if (seen.count < 2 || training->label_count == 0) {
        return err_set(err, ERR_INPUT, "training needs examples of at least two labels");
    }
    number_labels(training, &seen);
    return 0;
}

/* In a shuffled order, each label's texts are dealt to the groups in turn. */
static void deal_groups(struct training *training)
{
    size_t *next = arena_array(training->work, training->output_count, sizeof *next);
    uint32_t *order = arena_array(training->work, training->count, sizeof *order);

    training->group_of = arena_array(training->work, training->count, 1);
    for (size_t i = 0; i < training->output_count; i++) {
        next[i] = i * 3;
    }
    for (size_t i = 0; i < training->count; i++) {
        size_t other = dice_below(&training->dice, i + 1);

        order[i] = order[other];
        order[other] = (uint32_t)i;
    }
    for (size_t i = 0; i < training->count; i++) {
        uint32_t text = order[i];

        training->group_of[text] = (uint8_t)(next[training->label_of[text]]++ % GROUPS);
    }
}

/* Relative to the lightest example, cut, then brought to a mean of 1. */
static void set_weights(struct training *training)
{
    float lightest = training->examples[0].weight;
    double sum = 0;

    for (size_t i = 1; i < training->count; i++) {
        float weight = training->examples[i].weight;

        lightest = weight < lightest ? weight : lightest;
    }
    for (size_t i = 0; i < training->count; i++) {
        float weight = training->examples[i].weight / lightest;

        training->texts[i].weight = weight < weight_max ? weight : weight_max;
        sum += (double)training->texts[i].weight;
    }
    for (size_t i = 0; i < training->count; i++) {
        training->texts[i].weight /= (float)(sum / (double)training->count);
    }
}

static int read_texts(struct training *training, struct err *err)
{
    struct str *texts = arena_array(training->work, training->count, sizeof *texts);
    struct vocabulary *vocabulary = &training->vocabulary;
    uint32_t *rows;
    float *values;
    struct str table = training->options->concepts;
    struct concepts concepts;
    const struct vocabulary_options options = {
        .concepts = table.len == 0 ? NULL : &concepts,
        .concept_weight = training->options->concept_weight,
        .without_runs = training->options->without_runs,
        .row_max = training->options->features_max,
    };

    for (size_t i = 0; i < training->count; i++) {
        texts[i] = training->examples[i].text;
    }
    if ((table.len != 0 && concepts_open(&concepts, table, err) != 0) ||
        vocabulary_build(vocabulary, training->work, texts, training->count, &options,
                         err) != 0) {
        return -1;
    }
    rows = arena_array(training->work, vocabulary->starts[training->count] + 1,
                       sizeof *rows);
    values = arena_array(training->work, vocabulary->starts[training->count] + 1,
                         sizeof *values);
    training->texts =
        arena_array(training->work, training->count, sizeof *training->texts);
    for (size_t i = 0; i < training->count; i++) {
        struct net_text *text = &training->texts[i];

        (void)vocabulary_read(vocabulary, i, false, rows, values, text);
        text->label = training->label_of[i];
        rows += text->count;
        values += text->count;
    }
    set_weights(training);
    return 0;
}

/* What the network says about the texts of the group it has not seen. */
static void hold_out(struct training *training, const struct net *net, size_t group)
{
    struct arena_mark mark;
    size_t room = training->vocabulary.feature_max + 1;

    for (size_t i = 0; i < training->count; i++) {
        struct held_out *held = &training->held_out[training->held_out_count];
        struct net_text text;
        uint32_t *rows;
        float *values;

        if (training->group_of[i] != group) {
            continue;
        }
        held->logits = arena_array(training->work, net->label_room, sizeof(float));
        held->label = training->label_of[i];
        mark = arena_mark(training->work);
        rows = arena_array(training->work, room, sizeof *rows);
        values = arena_array(training->work, room, sizeof *values);
        held->unknown =
            vocabulary_read(&training->vocabulary, i, true, rows, values, &text);
        held->squares = net_answer(net, &text, held->logits);
        arena_reset(training->work, mark);
        training->held_out_count++;
    }
}

static void train_networks(struct training *training)
{
    size_t members = training->draft.head->member_count;
    size_t networks = training->count < TEXTS_FEW ? NETWORKS_FEW : NETWORKS_MIN;
    size_t row_count = training->vocabulary.row_count;
    uint32_t *order = arena_array(training->work, training->count, sizeof *order);

    networks = networks < members ? members : networks;
    training->held_out =
        arena_array(training->work, training->count, sizeof *training->held_out);
    for (size_t group = 0; group < networks; group++) {
        struct arena *own = arena_new(WORK_MAX_BYTES);
        struct net net;
        size_t count = 0;

        for (size_t i = 0; i < training->count; i++) {
            if (training->group_of[i] != group) {
                order[count++] = (uint32_t)i;
            }
        }
        net_init(&net, own, row_count, training->output_count, &training->dice);
        net_train(&net, training->texts, order, count, training->vocabulary.feature_max,
                  own, &training->dice);
        hold_out(training, &net, group);
        if (group < members) {
            nano_draft_add(&training->draft, &net, group);
        }
        arena_free(&own);
    }
    nano_draft_finish(&training->draft, &training->vocabulary);
}

static void calibrate(struct training *training)
{
    size_t count = training->held_out_count;
    struct outcome *outcomes = arena_array(training->work, count + 1, sizeof *outcomes);
    struct scope_example *scoped = arena_array(training->work, count + 1, sizeof *scoped);
    struct nano_head *head = training->draft.head;
    size_t outcome_count = 0;

    head->coldness = calibrate_coldness(training->work, training->held_out, count,
                                        training->label_count);
    if (head->member_count > 1) {
        head->coldness *= committee_gain;
    }
    for (size_t i = 0; i < count; i++) {
        const struct held_out *held = &training->held_out[i];
        float *logits = held->logits;

        for (size_t k = 0; k < training->output_count; k++) {
            logits[k] *= head->coldness;
        }
        scope_read(scoped[i].signals, logits, training->label_count, head->has_oos != 0,
                   held->squares, held->unknown);
        scoped[i].is_in_scope = held->label < training->label_count;
        if (scoped[i].is_in_scope) {
            outcomes[outcome_count++] =
                calibrate_outcome(logits, training->label_count, held->label);
        }
    }
    for (size_t i = 0; i < NANO_COVERAGES; i++) {
        head->coverage_thresholds[i] = calibrate_threshold(
            training->work, outcomes, outcome_count, nano_coverage_errors[i]);
    }
    scope_fit(&head->scope, training->work, scoped, count, head->has_oos != 0,
              training->options->false_reject);
}

static bool are_in_range(const struct nano_options *options)
{
    return options->features_max > 0 && options->features_max <= NANO_ROWS_MAX &&
           options->member_count > 0 && options->member_count <= NANO_MEMBERS_MAX &&
           options->false_reject <= 1000000 && options->concept_weight >= 0.1f &&
           options->concept_weight <= 10;
}

int nano_train(struct str *model_out, struct arena *arena,
               const struct nano_example *examples, size_t count,
               const struct nano_options *options, struct err *err)
{
    struct training training = {
        .examples = examples,
        .count = count,
        .options = options,
        .dice = { options->seed },
    };
    struct nano_draft_plan plan = {
        .member_count = options->member_count,
        .has_runs = !options->without_runs,
        .concepts = options->concepts,
    };
    int result = -1;

    if (!are_in_range(options)) {
        return err_set(err, ERR_INPUT, "a training option is out of range");
    }
    if (count > NANO_EXAMPLES_MAX) {
        return err_set(err, ERR_LIMIT, "there are more than %d examples",
                       NANO_EXAMPLES_MAX);
    }
    training.work = arena_new(WORK_MAX_BYTES);
    if (collect_labels(&training, err) == 0 && read_texts(&training, err) == 0) {
        deal_groups(&training);
        nano_draft_init(&training.draft, arena, training.work,
                        &(struct nano_names){ training.labels, training.label_count,
                                              training.output_count },
                        &training.vocabulary, &plan);
        train_networks(&training);
        calibrate(&training);
        *model_out = nano_draft_bytes(&training.draft);
        result = 0;
    }
    arena_free(&training.work);
    return result;
}
