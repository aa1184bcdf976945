/* settings.h - bot.yaml: the bot's name, languages, thresholds, models, calendars,
 * queues and channels.
 *
 * Thread: any; const once read.
 * Memory: in the arena; texts are views of the node.
 */
#ifndef BOT_SETTINGS_H
#define BOT_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/time.h"
#include "config/fields.h"

enum model_driver { DRIVER_BUILTIN, DRIVER_HTTP, DRIVER_LLAMA, DRIVER_SCRIPT };

struct model {
    struct field_head head;
    enum model_driver driver;
    struct str url;
    struct str model;
    struct money price; /* of 1,000 tokens */
    struct duration deadline;
    struct str key_file;
};

/* The tiers; core and heavy have no node where they are not set up. */
struct models {
    struct field_head head;
    struct model nano;
    struct model core;
    struct model heavy;
};

/* Minutes since midnight; both 0: closed. */
struct opening {
    int16_t open;
    int16_t close;
};

enum { WEEKDAYS = 7 };

struct calendar {
    struct field_head head;
    struct str zone; /* IANA name; whether it exists is for those who have the tables */
    const struct text_pair *hours;
    size_t hour_count;
    const struct str *holidays;
    size_t holiday_count;

    struct opening week[WEEKDAYS]; /* from Monday */
    const struct date *holiday_dates;
};

struct queue {
    struct field_head head;
    struct str calendar; /* empty: always open */
};

enum channel_effects { EFFECTS_AT_LEAST_ONCE, EFFECTS_AT_MOST_ONCE };

struct channel {
    struct field_head head;
    struct str url;
    struct str secret_file;
    enum channel_effects effects;
};

struct settings {
    struct field_head head;
    struct str name;
    const struct str *languages;
    size_t language_count;
    const struct node *threshold_node;
    int64_t max_error; /* millionths */
    struct models models;
    struct calendar *calendars;
    size_t calendar_count;
    const struct queue *queues;
    size_t queue_count;
    const struct channel *channels;
    size_t channel_count;

    bool threshold_is_certified;
    int64_t threshold; /* millionths; the guide's 0.85 where it shall be certified */
};

#define THRESHOLD_UNCERTIFIED INT64_C(850000)

extern const struct field_table settings_table;

/* node may be NULL, where bot.yaml has no syntax; nothing is said then. */
void settings_read(struct settings *settings_out, const struct node *node,
                   struct arena *arena, struct mistakes *mistakes);

/* The names of all queues, in their order. */
struct str *settings_queue_names(const struct settings *settings, struct arena *arena);

bool settings_serve_language(const struct settings *settings, struct str tag);

#endif
