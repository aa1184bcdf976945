/* explain.c - a decision, told. */

#include "cli/explain.h"

#include "base/decimal.h"
#include "bot/decision.h"
#include "cli/screen.h"
#include "guard/evidence.h"

static double share(int64_t micros)
{
    return (double)micros / 1e6;
}

static void tell_action(FILE *file, const struct decision *decision)
{
    enum colour colour =
        decision->action == ACTION_AUTO_REPLY || decision->action == ACTION_NEEDS_APPROVAL
            ? COLOUR_GREEN
            : COLOUR_YELLOW;

    fprintf(file, "%s%.*s%s, because of %.*s", colour_of(file, colour),
            STR_ARG(action_name(decision->action)), colour_of(file, COLOUR_PLAIN),
            STR_ARG(reason_name(decision->reason)));
    if (decision->queue.len != 0) {
        fprintf(file, "; queue %.*s", STR_ARG(decision->queue));
    }
    fputc('\n', file);
}

static void tell_intent(FILE *file, const struct decision *decision)
{
    const struct decision_intent *intent = &decision->intent;
    const struct manifest_threshold *threshold = &decision->manifest.threshold;

    if (intent->label.len == 0) {
        return;
    }
    fprintf(file, "intent    %.*s %.3f%s; needed %.3f", STR_ARG(intent->label),
            share(intent->confidence), intent->in_scope ? "" : " (out of scope)",
            share(threshold->value));
    if (threshold->is_certified) {
        fprintf(file, ", certified: at most %.4g %% wrong (%lld of %lld were)\n",
                share(threshold->error) * 100, (long long)threshold->k,
                (long long)threshold->n);
    } else {
        fprintf(file, ", not certified\n");
    }
    for (size_t i = 0; i < intent->alternative_count; i++) {
        fprintf(file, "          %s %.*s %.3f\n", i == 0 ? "or" : "  ",
                STR_ARG(intent->alternatives[i].label),
                share(intent->alternatives[i].confidence));
    }
}

static void tell_evidence(FILE *file, const struct decision *decision)
{
    for (size_t i = 0; decision->evidence != NULL && i < decision->evidence->count; i++) {
        const struct finding *finding = &decision->evidence->items[i];

        fprintf(file, "guard     %.*s: %.*s\n", STR_ARG(finding->guard),
                STR_ARG(finding->reason));
    }
}

static void tell_entities(FILE *file, const struct decision *decision)
{
    for (size_t i = 0; i < decision->entity_count; i++) {
        fprintf(file, "entity    %.*s %.*s\n", STR_ARG(decision->entities[i].type),
                STR_ARG(decision->entities[i].text));
    }
}

static void tell_way(FILE *file, const struct manifest *manifest)
{
    int64_t sum_ns = 0;

    fprintf(file, "way       ");
    for (size_t i = 0; i < manifest->path_count; i++) {
        fprintf(file, "%s%.*s", i == 0 ? "" : " > ", STR_ARG(manifest->path[i]));
    }
    fprintf(file, "\ntime      ");
    for (size_t i = 0; i < manifest->stage_count; i++) {
        fprintf(file, "%s%.*s %.1f", i == 0 ? "" : ", ",
                STR_ARG(manifest->stages[i].name), (double)manifest->stages[i].ns / 1e3);
        sum_ns += manifest->stages[i].ns;
    }
    fprintf(file, ": %.1f us\n", (double)sum_ns / 1e3);
}

static void tell_draft(FILE *file, const struct decision *decision)
{
    const struct decision_draft *draft = decision->draft;

    if (draft == NULL) {
        if (decision->wording.len != 0) {
            fprintf(file, "\n%.*s\n", STR_ARG(decision->wording));
        }
        return;
    }
    fprintf(file, "\n%s%.*s%s\n\n", colour_of(file, COLOUR_BOLD), STR_ARG(draft->text),
            colour_of(file, COLOUR_PLAIN));
    for (size_t i = 0; i < draft->citation_count; i++) {
        const struct decision_citation *citation = &draft->citations[i];

        fprintf(file, "[%zu] %.*s#%.*s, \"%.*s\"\n", citation->n, STR_ARG(citation->page),
                STR_ARG(citation->anchor), STR_ARG(citation->heading));
    }
}

void explain_decision(FILE *file, const struct decision *decision)
{
    tell_action(file, decision);
    tell_draft(file, decision);
    fprintf(file, "%s\n", colour_of(file, COLOUR_DIM));
    tell_intent(file, decision);
    fprintf(file, "mood      %.*s; urgency %.2f; priority %lld; language %.*s\n",
            STR_ARG(decision->sentiment.label), share(decision->urgency),
            (long long)decision->priority, STR_ARG(decision->language));
    tell_entities(file, decision);
    tell_evidence(file, decision);
    tell_way(file, &decision->manifest);
    fprintf(file, "%s\n", colour_of(file, COLOUR_PLAIN));
}
