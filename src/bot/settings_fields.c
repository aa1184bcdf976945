/* settings_fields.c - the keys of bot.yaml. */

#include "base/attr.h"
#include "bot/settings.h"

static const char *const nano_drivers[] = { "builtin", NULL };
static const char *const drivers[] = { "builtin", "http", "llama", "script", NULL };
static const char *const effects[] = { "at_least_once", "at_most_once", NULL };

static const struct field nano_fields[] = {
    { .name = "driver",
      .kind = FIELD_CHOICE,
      .choices = nano_drivers,
      .fallback = "builtin",
      .offset = offsetof(struct model, driver),
      .doc = "nano models are trained by `usher build` and run in process" },
};
static const struct field_table nano_table = { "the nano model", nano_fields,
                                               COUNT_OF(nano_fields),
                                               sizeof(struct model) };

static const struct field model_fields[] = {
    { .name = "driver",
      .kind = FIELD_CHOICE,
      .choices = drivers,
      .is_required = true,
      .offset = offsetof(struct model, driver),
      .doc = "an encoder of ours, an OpenAI-compatible server, libllama, a script for "
             "tests" },
    { .name = "url",
      .kind = FIELD_TEXT,
      .offset = offsetof(struct model, url),
      .doc = "where the server answers; `http` needs it" },
    { .name = "model",
      .kind = FIELD_TEXT,
      .offset = offsetof(struct model, model),
      .doc = "the model's name there, or its file" },
    { .name = "price",
      .kind = FIELD_MONEY,
      .offset = offsetof(struct model, price),
      .doc = "of 1,000 tokens" },
    { .name = "deadline",
      .kind = FIELD_DURATION,
      .fallback = "10s",
      .min = 1,
      .max = 600 * 1000,
      .offset = offsetof(struct model, deadline),
      .doc = "after which an answer counts as none" },
    { .name = "key_file",
      .kind = FIELD_TEXT,
      .offset = offsetof(struct model, key_file),
      .doc = "the file with the server's key" },
};
static const struct field_table model_table = { "a model", model_fields,
                                                COUNT_OF(model_fields),
                                                sizeof(struct model) };

static const struct field models_fields[] = {
    { .name = "nano",
      .kind = FIELD_TABLE,
      .table = &nano_table,
      .offset = offsetof(struct models, nano),
      .doc = "the first tier, always there" },
    { .name = "core",
      .kind = FIELD_TABLE,
      .table = &model_table,
      .offset = offsetof(struct models, core),
      .doc = "asked where nano is unsure, and for drafts" },
    { .name = "heavy",
      .kind = FIELD_TABLE,
      .table = &model_table,
      .offset = offsetof(struct models, heavy),
      .doc = "asked where core is unsure and the budget allows" },
};
static const struct field_table models_table = { "the models", models_fields,
                                                 COUNT_OF(models_fields),
                                                 sizeof(struct models) };

static const struct field calendar_fields[] = {
    { .name = "zone",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct calendar, zone),
      .doc = "the time zone by its IANA name, such as Europe/Berlin" },
    { .name = "hours",
      .kind = FIELD_PAIRS,
      .is_required = true,
      .offset = offsetof(struct calendar, hours),
      .count_offset = offsetof(struct calendar, hour_count),
      .doc = "opening hours by weekday or range: mon-fri: \"09:00-18:00\"" },
    { .name = "holidays",
      .kind = FIELD_TEXTS,
      .offset = offsetof(struct calendar, holidays),
      .count_offset = offsetof(struct calendar, holiday_count),
      .doc = "closed days, such as 2026-12-25" },
};
static const struct field_table calendar_table = { "a calendar", calendar_fields,
                                                   COUNT_OF(calendar_fields),
                                                   sizeof(struct calendar) };

static const struct field queue_fields[] = {
    { .name = "calendar",
      .kind = FIELD_TEXT,
      .offset = offsetof(struct queue, calendar),
      .doc =
          "whose hours count for `business` deadlines; without one it is always open" },
};
static const struct field_table queue_table = { "a queue", queue_fields,
                                                COUNT_OF(queue_fields),
                                                sizeof(struct queue) };

static const struct field channel_fields[] = {
    { .name = "url",
      .kind = FIELD_TEXT,
      .offset = offsetof(struct channel, url),
      .doc = "where effects are delivered" },
    { .name = "secret_file",
      .kind = FIELD_TEXT,
      .offset = offsetof(struct channel, secret_file),
      .doc = "the file with the key that signs deliveries" },
    { .name = "effects",
      .kind = FIELD_CHOICE,
      .choices = effects,
      .fallback = "at_least_once",
      .offset = offsetof(struct channel, effects),
      .doc = "whether a delivery of unknown fate is repeated" },
};
static const struct field_table channel_table = { "a channel", channel_fields,
                                                  COUNT_OF(channel_fields),
                                                  sizeof(struct channel) };

static const struct field settings_fields[] = {
    { .name = "name",
      .kind = FIELD_TEXT,
      .is_required = true,
      .offset = offsetof(struct settings, name),
      .doc = "the bot's name, part of its URL" },
    { .name = "languages",
      .kind = FIELD_TEXTS,
      .is_required = true,
      .min = 1,
      .max = 50,
      .offset = offsetof(struct settings, languages),
      .count_offset = offsetof(struct settings, language_count),
      .doc = "what it answers in; messages in others go to a human, reason `language`" },
    { .name = "threshold",
      .kind = FIELD_NODE,
      .offset = offsetof(struct settings, threshold_node),
      .doc = "the confidence below which a human decides: a number from 0 to 1, or "
             "`certified`, the default: proved by `usher build`, or else 0.85" },
    { .name = "max_error",
      .kind = FIELD_MICROS,
      .fallback = "0.05",
      .min = 1000,
      .max = 500000,
      .offset = offsetof(struct settings, max_error),
      .doc = "the share of wrong intents above a certified threshold, at most" },
    { .name = "models",
      .kind = FIELD_TABLE,
      .table = &models_table,
      .offset = offsetof(struct settings, models),
      .doc = "the tiers" },
    { .name = "calendars",
      .kind = FIELD_NAMED,
      .table = &calendar_table,
      .offset = offsetof(struct settings, calendars),
      .count_offset = offsetof(struct settings, calendar_count),
      .doc = "when people are at work" },
    { .name = "queues",
      .kind = FIELD_NAMED,
      .table = &queue_table,
      .offset = offsetof(struct settings, queues),
      .count_offset = offsetof(struct settings, queue_count),
      .doc = "the teams that tickets go to" },
    { .name = "channels",
      .kind = FIELD_NAMED,
      .table = &channel_table,
      .offset = offsetof(struct settings, channels),
      .count_offset = offsetof(struct settings, channel_count),
      .doc = "where messages come from and answers go" },
};
const struct field_table settings_table = { "bot.yaml", settings_fields,
                                            COUNT_OF(settings_fields),
                                            sizeof(struct settings) };
