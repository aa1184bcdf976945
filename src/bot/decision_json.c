/* decision_json.c - a decision as CONTRACT.md's JSON. */

#include "bot/decision.h"

#include "base/json.h"
#include "base/time.h"
#include "guard/evidence.h"

static void add_str(struct json_writer *writer, struct str key, struct str text)
{
    json_key(writer, key);
    json_add_str(writer, text);
}

static void add_str_or_null(struct json_writer *writer, struct str key, struct str text)
{
    json_key(writer, key);
    json_add_str_or_null(writer, str_is_empty(text) ? (struct str){ NULL, 0 } : text);
}

static void add_int(struct json_writer *writer, struct str key, int64_t number)
{
    json_key(writer, key);
    json_add_int(writer, number);
}

static void add_micros(struct json_writer *writer, struct str key, int64_t micros)
{
    json_key(writer, key);
    json_add_micros(writer, micros);
}

static void open_object(struct json_writer *writer, struct str key)
{
    json_key(writer, key);
    json_open_object(writer);
}

static void open_array(struct json_writer *writer, struct str key)
{
    json_key(writer, key);
    json_open_array(writer);
}

/* An empty label, of what was not found out, is null. */
static void add_scored_label(struct json_writer *writer,
                             const struct scored_label *scored)
{
    json_open_object(writer);
    add_str_or_null(writer, STR("label"), scored->label);
    add_micros(writer, STR("confidence"), scored->confidence);
    json_close_object(writer);
}

static void add_intent(struct json_writer *writer, const struct decision_intent *intent)
{
    open_object(writer, STR("intent"));
    add_str_or_null(writer, STR("label"), intent->label);
    add_micros(writer, STR("confidence"), intent->confidence);
    json_key(writer, STR("in_scope"));
    json_add_bool(writer, intent->in_scope);
    open_array(writer, STR("alternatives"));
    for (size_t i = 0; i < intent->alternative_count; i++) {
        add_scored_label(writer, &intent->alternatives[i]);
    }
    json_close_array(writer);
    json_close_object(writer);
}

/* Sentiment, urgency, priority, language: what understanding adds to the intent. */
static void add_mood(struct json_writer *writer, const struct decision *decision)
{
    bool is_understood = !str_is_empty(decision->sentiment.label);

    json_key(writer, STR("sentiment"));
    add_scored_label(writer, &decision->sentiment);
    json_key(writer, STR("urgency"));
    if (is_understood) {
        json_add_micros(writer, decision->urgency);
    } else {
        json_add_null(writer);
    }
    json_key(writer, STR("priority"));
    if (is_understood) {
        json_add_int(writer, decision->priority);
    } else {
        json_add_null(writer);
    }
    add_str_or_null(writer, STR("language"), decision->language);
}

static void add_entities(struct json_writer *writer, const struct decision *decision)
{
    open_array(writer, STR("entities"));
    for (size_t i = 0; i < decision->entity_count; i++) {
        const struct decision_entity *entity = &decision->entities[i];

        json_open_object(writer);
        add_str(writer, STR("type"), entity->type);
        add_str(writer, STR("text"), entity->text);
        add_int(writer, STR("start"), (int64_t)entity->start);
        add_int(writer, STR("end"), (int64_t)entity->end);
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void add_evidence(struct json_writer *writer, const struct decision *decision)
{
    json_key(writer, STR("evidence"));
    if (decision->evidence != NULL) {
        evidence_write(decision->evidence, decision->text, writer);
    } else {
        json_open_array(writer);
        json_close_array(writer);
    }
}

static void add_sentences(struct json_writer *writer, const struct decision_draft *draft)
{
    open_array(writer, STR("sentences"));
    for (size_t i = 0; i < draft->sentence_count; i++) {
        const struct decision_sentence *sentence = &draft->sentences[i];

        json_open_object(writer);
        add_str(writer, STR("text"), sentence->text);
        open_array(writer, STR("citations"));
        if (sentence->citation != 0) {
            json_add_int(writer, (int64_t)sentence->citation);
        }
        json_close_array(writer);
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void add_citations(struct json_writer *writer, const struct decision_draft *draft)
{
    open_array(writer, STR("citations"));
    for (size_t i = 0; i < draft->citation_count; i++) {
        const struct decision_citation *citation = &draft->citations[i];

        json_open_object(writer);
        add_int(writer, STR("n"), (int64_t)citation->n);
        add_str(writer, STR("page"), citation->page);
        add_str(writer, STR("heading"), citation->heading);
        add_str(writer, STR("anchor"), citation->anchor);
        add_str(writer, STR("sha256"), citation->sha256);
        add_micros(writer, STR("score"), citation->score);
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void add_draft(struct json_writer *writer, const struct decision *decision)
{
    const struct decision_draft *draft = decision->draft;

    json_key(writer, STR("draft"));
    if (draft == NULL) {
        json_add_null(writer);
        return;
    }
    json_open_object(writer);
    add_str(writer, STR("text"), draft->text);
    add_str(writer, STR("language"), draft->language);
    add_str(writer, STR("sha256"), draft->sha256);
    add_sentences(writer, draft);
    add_citations(writer, draft);
    json_close_object(writer);
}

static void add_prompt(struct json_writer *writer, const struct manifest *manifest)
{
    open_object(writer, STR("prompt"));
    add_str(writer, STR("name"), manifest->prompt_name);
    add_str(writer, STR("version"), manifest->prompt_version);
    add_str(writer, STR("sha256"), manifest->prompt_sha256);
    json_close_object(writer);
}

static void add_model(struct json_writer *writer, const struct manifest *manifest)
{
    add_str_or_null(writer, STR("brand_sha256"), manifest->brand_sha256);
    add_str_or_null(writer, STR("tier"), manifest->tier);
    open_object(writer, STR("model"));
    add_str(writer, STR("name"), manifest->model_name);
    add_str_or_null(writer, STR("sha256"), manifest->model_sha256);
    json_close_object(writer);
}

void threshold_write(const struct manifest_threshold *threshold,
                     struct json_writer *writer)
{
    json_open_object(writer);
    add_micros(writer, STR("value"), threshold->value);
    json_key(writer, STR("certified"));
    json_add_bool(writer, threshold->is_certified);
    if (threshold->is_certified) {
        add_micros(writer, STR("error"), threshold->error);
        add_micros(writer, STR("certainty"), threshold->certainty);
        add_int(writer, STR("n"), threshold->n);
        add_int(writer, STR("k"), threshold->k);
        add_str_or_null(writer, STR("date"), threshold->date);
    }
    json_close_object(writer);
}

static void add_scores(struct json_writer *writer, const struct manifest *manifest)
{
    open_object(writer, STR("scores"));
    for (size_t i = 0; i < manifest->score_count; i++) {
        add_micros(writer, manifest->scores[i].label, manifest->scores[i].confidence);
    }
    json_close_object(writer);
}

static void add_guards(struct json_writer *writer, const struct manifest *manifest)
{
    open_array(writer, STR("guards"));
    for (size_t i = 0; i < manifest->guard_count; i++) {
        json_open_object(writer);
        add_str(writer, STR("name"), manifest->guards[i].name);
        add_str(writer, STR("state"), manifest->guards[i].state);
        add_int(writer, STR("version"), manifest->guards[i].version);
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void add_passages(struct json_writer *writer, const struct manifest *manifest)
{
    open_array(writer, STR("passages"));
    for (size_t i = 0; i < manifest->passage_count; i++) {
        const struct manifest_passage *passage = &manifest->passages[i];

        json_open_object(writer);
        add_str(writer, STR("page"), passage->page);
        add_str(writer, STR("anchor"), passage->anchor);
        add_str(writer, STR("sha256"), passage->sha256);
        add_micros(writer, STR("bm25"), passage->bm25);
        json_key(writer, STR("dense"));
        json_add_null(writer);
        add_micros(writer, STR("fused"), passage->bm25);
        json_close_object(writer);
    }
    json_close_array(writer);
}

static void add_workflow(struct json_writer *writer, const struct manifest *manifest)
{
    open_object(writer, STR("workflow"));
    add_str(writer, STR("name"), manifest->workflow_name);
    add_str(writer, STR("sha256"), manifest->workflow_sha256);
    open_array(writer, STR("path"));
    for (size_t i = 0; i < manifest->path_count; i++) {
        json_add_str(writer, manifest->path[i]);
    }
    json_close_array(writer);
    json_close_object(writer);
}

static void add_costs(struct json_writer *writer, const struct manifest *manifest)
{
    open_object(writer, STR("cost"));
    add_int(writer, STR("micros"), manifest->cost_micros);
    add_str(writer, STR("currency"), manifest->currency);
    json_close_object(writer);
    open_object(writer, STR("timings_us"));
    for (size_t i = 0; i < manifest->stage_count; i++) {
        add_int(writer, manifest->stages[i].name, (manifest->stages[i].ns + 500) / 1000);
    }
    json_close_object(writer);
}

static void add_manifest(struct json_writer *writer, const struct decision *decision)
{
    const struct manifest *manifest = &decision->manifest;
    char created[TIME_TEXT_MAX];
    size_t created_len = time_format(manifest->created_ms, created);

    open_object(writer, STR("manifest"));
    add_str(writer, STR("release"), decision->release);
    add_str(writer, STR("bot"), decision->bot);
    add_prompt(writer, manifest);
    add_model(writer, manifest);
    json_key(writer, STR("threshold"));
    threshold_write(&manifest->threshold, writer);
    add_scores(writer, manifest);
    add_guards(writer, manifest);
    add_passages(writer, manifest);
    add_workflow(writer, manifest);
    add_costs(writer, manifest);
    add_str_or_null(writer, STR("trace_id"), manifest->trace_id);
    add_str_or_null(writer, STR("prev_sha256"), manifest->prev_sha256);
    add_str(writer, STR("created"), (struct str){ created, created_len });
    json_close_object(writer);
}

struct str decision_next_action(const struct decision *decision)
{
    bool resolves = decision->action == ACTION_AUTO_REPLY ||
                    decision->action == ACTION_NEEDS_APPROVAL;

    return resolves ? STR("auto_resolve") : STR("escalate");
}

void decision_write(const struct decision *decision, struct json_writer *writer)
{
    json_open_object(writer);
    add_str(writer, STR("id"), decision->id);
    add_str(writer, STR("bot"), decision->bot);
    add_str(writer, STR("release"), decision->release);
    add_str(writer, STR("action"), action_name(decision->action));
    add_str(writer, STR("reason"), reason_name(decision->reason));
    add_str(writer, STR("next_action"), decision_next_action(decision));
    add_intent(writer, &decision->intent);
    add_mood(writer, decision);
    add_entities(writer, decision);
    add_str_or_null(writer, STR("queue"), decision->queue);
    add_evidence(writer, decision);
    add_draft(writer, decision);
    if (!str_is_empty(decision->wording)) {
        add_str(writer, STR("wording"), decision->wording);
    }
    add_manifest(writer, decision);
    json_close_object(writer);
}

void decision_write_guide(const struct decision *decision, struct json_writer *writer)
{
    const struct decision_draft *draft = decision->draft;

    json_open_object(writer);
    if (decision->action == ACTION_REFUSE) {
        add_str(writer, STR("error"), STR("unsafe_input"));
        json_close_object(writer);
        return;
    }
    add_str_or_null(writer, STR("intent"), decision->intent.label);
    add_str_or_null(writer, STR("sentiment"), decision->sentiment.label);
    add_str_or_null(writer, STR("suggested_response"),
                    draft == NULL ? STR("") : draft->text);
    json_key(writer, STR("priority"));
    if (decision->priority == 0) {
        json_add_null(writer);
    } else {
        json_add_int(writer, decision->priority);
    }
    add_micros(writer, STR("confidence"), decision->intent.confidence);
    add_str(writer, STR("next_action"), decision_next_action(decision));
    json_close_object(writer);
}
