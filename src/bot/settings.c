/* settings.c - what of bot.yaml no table can say: hours, dates, and names that refer. */

#include "bot/settings.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "bot/names.h"
#include "config/node.h"

enum { ZONE_LEN_MAX = 64, HOURS_LEN = 11, MINUTES_A_DAY = 24 * 60 };

static void read_threshold(struct settings *settings, struct mistakes *mistakes)
{
    const struct node *node = settings->threshold_node;
    int64_t micros = 0;

    settings->threshold_is_certified = true;
    settings->threshold = THRESHOLD_UNCERTIFIED;
    if (node == NULL ||
        (node->kind == NODE_SCALAR && str_equal(node->text, STR("certified")))) {
        return;
    }
    if (!node_is_number(node) || !micros_parse(node->text, &micros) || micros < 0 ||
        micros > MICROS_ONE) {
        mistakes_add(
            mistakes, node->place, STR("threshold is neither a number nor `certified`"),
            STR("a number from 0 to 1, or certified"),
            node->kind == NODE_SCALAR ? nearest_name(node->text, &STR("certified"), 1)
                                      : STR(""));
        return;
    }
    settings->threshold_is_certified = false;
    settings->threshold = micros;
}

static bool find_weekday(struct str name, int *day_out)
{
    static const char *const names[WEEKDAYS] = { "mon", "tue", "wed", "thu",
                                                 "fri", "sat", "sun" };

    for (int day = 0; day < WEEKDAYS; day++) {
        if (str_equal(name, str_from(names[day]))) {
            *day_out = day;
            return true;
        }
    }
    return false;
}

static bool parse_days(struct str text, int *first_out, int *last_out)
{
    struct str rest = text;
    struct str first = { 0 };
    struct str last = { 0 };

    (void)str_split_next(&rest, '-', &first);
    if (!str_split_next(&rest, '-', &last)) {
        last = first;
    }
    return rest.at == NULL && find_weekday(first, first_out) &&
           find_weekday(last, last_out) && *first_out <= *last_out;
}

/* "09:00", up to "24:00". */
static bool parse_minute(struct str text, int16_t *minute_out)
{
    int64_t hour = 0;
    int64_t minute = 0;

    if (text.len != 5 || text.at[2] != ':' || text.at[0] == '+' || text.at[3] == '+' ||
        !str_to_int64(str_slice(text, 0, 2), &hour) ||
        !str_to_int64(str_slice(text, 3, 2), &minute) || hour < 0 || minute < 0 ||
        minute > 59 || hour * 60 + minute > MINUTES_A_DAY) {
        return false;
    }
    *minute_out = (int16_t)(hour * 60 + minute);
    return true;
}

static bool parse_hours(struct str text, struct opening *opening_out)
{
    return text.len == HOURS_LEN && text.at[5] == '-' &&
           parse_minute(str_slice(text, 0, 5), &opening_out->open) &&
           parse_minute(str_slice(text, 6, 5), &opening_out->close) &&
           opening_out->open < opening_out->close;
}

static void read_day_hours(struct calendar *calendar, const struct node *entry,
                           struct mistakes *mistakes)
{
    struct opening opening = { 0 };
    int first = 0;
    int last = 0;

    if (!parse_days(entry->key, &first, &last)) {
        mistakes_add(mistakes, entry->key_place, STR("this is no day of the week"),
                     STR("mon, tue, wed, thu, fri, sat, sun or a range such as mon-fri"),
                     STR(""));
        return;
    }
    if (entry->kind != NODE_SCALAR || !parse_hours(entry->text, &opening)) {
        mistakes_add(mistakes, entry->place, STR("these are no opening hours"),
                     STR("\"09:00-18:00\", the earlier time first"), STR(""));
        return;
    }
    for (int day = first; day <= last; day++) {
        if (calendar->week[day].close != 0) {
            mistakes_add(mistakes, entry->key_place, STR("a day has its hours already"),
                         STR("every day once"), STR(""));
            return;
        }
        calendar->week[day] = opening;
    }
}

static void read_holidays(struct calendar *calendar, struct arena *arena,
                          struct mistakes *mistakes)
{
    struct date *dates = arena_array(arena, calendar->holiday_count + 1, sizeof *dates);

    for (size_t i = 0; i < calendar->holiday_count; i++) {
        if (!date_parse(calendar->holidays[i], &dates[i])) {
            mistakes_add(mistakes, field_item_place(&calendar->head, "holidays", i),
                         STR("this is no date"),
                         STR("year-month-day, such as 2026-12-25"), STR(""));
        }
    }
    calendar->holiday_dates = dates;
}

/* "Europe/Berlin" or "UTC" by its shape. */
static bool is_zone(struct str zone)
{
    for (size_t i = 0; i < zone.len; i++) {
        char c = zone.at[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

        if (!is_letter && (i == 0 || (c != '/' && c != '_' && c != '-' && c != '+' &&
                                      !(c >= '0' && c <= '9')))) {
            return false;
        }
    }
    return zone.len <= ZONE_LEN_MAX;
}

static void read_calendar(struct calendar *calendar, struct arena *arena,
                          struct mistakes *mistakes)
{
    const struct node *hours = node_find(calendar->head.node, STR("hours"));

    if (!is_zone(calendar->zone)) {
        mistakes_add(mistakes, field_place(&calendar->head, "zone"),
                     STR("this is no time zone"),
                     STR("an IANA name such as Europe/Berlin"), STR(""));
    }
    for (size_t i = 0; i < calendar->hour_count; i++) {
        hours = i == 0 ? hours->first : hours->next;
        read_day_hours(calendar, hours, mistakes);
    }
    read_holidays(calendar, arena, mistakes);
}

static void check_languages(const struct settings *settings, struct mistakes *mistakes)
{
    for (size_t i = 0; i < settings->language_count; i++) {
        if (!name_is_language(settings->languages[i])) {
            mistakes_add(mistakes, field_item_place(&settings->head, "languages", i),
                         STR("this is no language"), STR("a tag such as en, de or pt-BR"),
                         STR(""));
        }
    }
}

static void check_queues(const struct settings *settings, struct arena *arena,
                         struct mistakes *mistakes)
{
    struct str *calendars =
        arena_array(arena, settings->calendar_count + 1, sizeof *calendars);

    for (size_t i = 0; i < settings->calendar_count; i++) {
        calendars[i] = settings->calendars[i].head.name;
    }
    for (size_t i = 0; i < settings->queue_count; i++) {
        const struct queue *queue = &settings->queues[i];

        if (queue->head.node == NULL) {
            continue;
        }
        name_check(queue->head.name, "a queue", queue->head.node->key_place, mistakes);
        if (queue->calendar.len != 0) {
            name_check_known(queue->calendar, "calendar", calendars,
                             settings->calendar_count,
                             field_place(&queue->head, "calendar"), mistakes);
        }
    }
}

static void check_model(const struct model *model, struct mistakes *mistakes)
{
    if (model->head.node == NULL) {
        return;
    }
    if (model->driver == DRIVER_HTTP && model->url.len == 0) {
        mistakes_add(mistakes, model->head.node->place,
                     STR("an http model without a url"),
                     STR("url, such as http://127.0.0.1:8000/v1"), STR(""));
    }
    if (model->deadline.is_business) {
        mistakes_add(mistakes, field_place(&model->head, "deadline"),
                     STR("a model has no business hours"), STR("a duration such as 10s"),
                     STR(""));
    }
}

void settings_read(struct settings *settings_out, const struct node *node,
                   struct arena *arena, struct mistakes *mistakes)
{
    struct settings *settings = settings_out;

    *settings = (struct settings){ .threshold_is_certified = true,
                                   .threshold = THRESHOLD_UNCERTIFIED };
    if (node == NULL) {
        return;
    }
    fields_read(&settings_table, node, node->place, settings, arena, mistakes);
    if (settings->name.len != 0) {
        name_check(settings->name, "a bot", field_place(&settings->head, "name"),
                   mistakes);
    }
    read_threshold(settings, mistakes);
    check_languages(settings, mistakes);
    for (size_t i = 0; i < settings->calendar_count; i++) {
        read_calendar(&settings->calendars[i], arena, mistakes);
    }
    check_queues(settings, arena, mistakes);
    check_model(&settings->models.core, mistakes);
    check_model(&settings->models.heavy, mistakes);
}

struct str *settings_queue_names(const struct settings *settings, struct arena *arena)
{
    struct str *names = arena_array(arena, settings->queue_count + 1, sizeof *names);

    for (size_t i = 0; i < settings->queue_count; i++) {
        names[i] = settings->queues[i].head.name;
    }
    return names;
}

bool settings_serve_language(const struct settings *settings, struct str tag)
{
    for (size_t i = 0; i < settings->language_count; i++) {
        if (str_equal(settings->languages[i], tag)) {
            return true;
        }
    }
    return false;
}
