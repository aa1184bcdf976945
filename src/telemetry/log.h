/* log.h - one line an event, for people or for machines.
 *
 * LOG_EVENTS is the list of all that is ever logged: its level, its name for machines,
 * its words for people.  "{name}" in the words stands for the field of that name; other
 * fields follow the words as name=value.  So no line holds a text that is not either
 * written here or a field, and fields are names, numbers, addresses and reasons: never
 * what a customer wrote.
 *
 *     people    usher: listening on http://127.0.0.1:8080
 *     journal   <6>listening on http://127.0.0.1:8080
 *     JSON      {"time":"2026-11-20T12:45:51.000Z","level":"info","event":"listening",
 *                "message":"listening on http://127.0.0.1:8080",
 *                "url":"http://127.0.0.1:8080"}
 *
 * Fields may come from outside: bytes that are no UTF-8 and control characters are
 * written so that a line stays one line of text, and each field is cut at LOG_FIELD_MAX.
 *
 * Thread: any, but log_new() and log_free().
 * Memory: the log's own, bounded.
 */
#ifndef TELEMETRY_LOG_H
#define TELEMETRY_LOG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* The number is the journal's priority. */
enum log_level { LOG_ERROR = 3, LOG_WARN = 4, LOG_INFO = 6, LOG_DEBUG = 7 };

/*    constant,     level, name,            words */
#define LOG_EVENTS(X)                                                                    \
    X(LISTENING, INFO, "listening", "listening on {url}")                                \
    X(NO_PAGE, INFO, "no_page", "built without a web page; {command} helps")             \
    X(SERVING, INFO, "serving", "{bot} is served from {path}, {release}")                \
    X(LOAD_FAILED, ERROR, "load_failed", "{path} cannot be served")                      \
    X(RELOAD_FAILED, ERROR, "reload_failed",                                             \
      "{path} was not loaded again, {release} serves on")                                \
    X(MISTAKE, ERROR, "mistake", "{mistake}")                                            \
    X(UNHEARD, WARN, "unheard", "the service manager cannot be told: {reason}")          \
    X(STOPPING, INFO, "stopping", "stopping")                                            \
    X(CUT_OFF, WARN, "cut_off", "{requests} requests got no answer in time")             \
    X(STOPPED, INFO, "stopped", "stopped")

#define X(constant, level, name, words) EVENT_##constant,
enum log_event { LOG_EVENTS(X) EVENT_COUNT };
#undef X

enum {
    LOG_FIELD_MAX = 512,      /* bytes of a field's text */
    LOG_FIELD_COUNT_MAX = 16, /* fields of an event */
};

struct log_field {
    const char *name; /* small letters and '_'; NULL ends a list */
    struct str text;  /* text.at NULL: it is the number */
    int64_t number;
};

static inline struct log_field log_text(const char *name, struct str text)
{
    return (struct log_field){ name, text.at != NULL ? text : STR(""), 0 };
}

static inline struct log_field log_number(const char *name, int64_t number)
{
    return (struct log_field){ name, { NULL, 0 }, number };
}

/* log_event(log, EVENT_LISTENING, LOG_FIELDS(log_text("url", url))) */
#define LOG_FIELDS(...)                                                                  \
    ((const struct log_field[]){ __VA_ARGS__, { NULL, { NULL, 0 }, 0 } })

enum log_style { LOG_FOR_PEOPLE, LOG_FOR_JOURNAL, LOG_AS_JSON };

/* Where lines go, each with its line feed, and what time it is: log_to_standard_error()
 * or a test's. */
struct log_sink {
    void (*write)(void *context, struct str line);
    int64_t (*now_ms)(void);
    void *context;
};

struct log;

/* Events of a level above level_max are not written. */
struct log *log_new(enum log_style style, enum log_level level_max, struct log_sink sink);
void log_free(struct log **log); /* accepts NULL in it */

struct log_sink log_to_standard_error(void);

/* For people, but for the journal where standard error leads there. */
enum log_style log_style_of_standard_error(void);

/* fields: LOG_FIELDS(...), or NULL for none. */
void log_event(struct log *log, enum log_event event, const struct log_field *fields);

#endif
