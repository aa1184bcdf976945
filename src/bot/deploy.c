/* deploy.c - the keys of deploy.yaml. */

#include "bot/deploy.h"

#include "base/attr.h"

static const struct field canary_fields[] = {
    { .name = "weight",
      .kind = FIELD_PERCENT,
      .is_required = true,
      .max = 1000000,
      .offset = offsetof(struct canary, weight),
      .doc = "the share of tickets that a new release gets" },
    { .name = "cohort",
      .kind = FIELD_TEXT,
      .offset = offsetof(struct canary, cohort),
      .doc = "only customers of this tier; without it, all" },
};
static const struct field_table canary_table = { "the canary", canary_fields,
                                                 COUNT_OF(canary_fields),
                                                 sizeof(struct canary) };

static const struct field a_b_fields[] = {
    { .name = "control",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct a_b, control),
      .doc = "what is compared against" },
    { .name = "variant",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct a_b, variant),
      .doc = "what is compared" },
};
static const struct field_table a_b_table = { "the A/B test", a_b_fields,
                                              COUNT_OF(a_b_fields), sizeof(struct a_b) };

static const struct field budget_fields[] = {
    { .name = "per_day",
      .kind = FIELD_MONEY,
      .offset = offsetof(struct budget, per_day),
      .doc = "what all models together may cost a day" },
    { .name = "per_ticket",
      .kind = FIELD_MONEY,
      .offset = offsetof(struct budget, per_ticket),
      .doc = "what one ticket may cost" },
};
static const struct field_table budget_table = { "the budget", budget_fields,
                                                 COUNT_OF(budget_fields),
                                                 sizeof(struct budget) };

static const struct field deploy_fields[] = {
    { .name = "canary",
      .kind = FIELD_TABLE,
      .table = &canary_table,
      .offset = offsetof(struct deploy, canary),
      .doc = "a new release proves itself on few tickets first" },
    { .name = "a_b",
      .kind = FIELD_TABLE,
      .table = &a_b_table,
      .offset = offsetof(struct deploy, a_b),
      .doc = "two releases side by side" },
    { .name = "budget",
      .kind = FIELD_TABLE,
      .table = &budget_table,
      .offset = offsetof(struct deploy, budget),
      .doc = "past it, tickets stay with the tiers that cost nothing" },
};
const struct field_table deploy_table = { "deploy.yaml", deploy_fields,
                                          COUNT_OF(deploy_fields),
                                          sizeof(struct deploy) };

void deploy_read(struct deploy *deploy_out, const struct node *node, struct arena *arena,
                 struct mistakes *mistakes)
{
    const struct budget *budget = &deploy_out->budget;

    fields_read(&deploy_table, node, (struct place){ 0 }, deploy_out, arena, mistakes);
    if (budget->per_day.currency[0] != '\0' && budget->per_ticket.currency[0] != '\0' &&
        !str_equal(str_from(budget->per_day.currency),
                   str_from(budget->per_ticket.currency))) {
        mistakes_add(mistakes, field_place(&budget->head, "per_ticket"),
                     STR("the budget has two currencies"),
                     str_format(arena, "%s, as in per_day", budget->per_day.currency),
                     STR(""));
    }
}
