/* log.c - from an event and its fields to one line. */

#include "telemetry/log.h"

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/time.h"
#include "base/utf8.h"
#include "os/clock.h"
#include "os/mutex.h"
#include "os/standard_error.h"

/* A control character takes six bytes, seven where JSON escapes what was made for people,
 * and a field may stand in the message and for itself. */
enum {
    LINE_BYTES_MAX = (LOG_FIELD_COUNT_MAX + 1) * 2 * 7 * LOG_FIELD_MAX,
    ARENA_BYTES_MAX = 8 * LINE_BYTES_MAX,
};

struct log {
    enum log_style style;
    enum log_level level_max;
    struct log_sink sink;
    struct mutex lock; /* for the arena, and for the order of lines */
    struct arena *own;
    struct arena *arena; /* of one event */
};

static const struct {
    enum log_level level;
    struct str name;
    struct str words;
} events[EVENT_COUNT] = {
#define X(constant, level, name, words)                                                  \
    { LOG_##level, { name, sizeof(name) - 1 }, { words, sizeof(words) - 1 } },
    LOG_EVENTS(X)
#undef X
};

struct log *log_new(enum log_style style, enum log_level level_max, struct log_sink sink)
{
    struct arena *own = arena_new(sizeof(struct log) + 4096);
    struct log *log = arena_alloc(own, sizeof *log);

    *log = (struct log){ .style = style,
                         .level_max = level_max,
                         .sink = sink,
                         .own = own,
                         .arena = arena_new(ARENA_BYTES_MAX) };
    mutex_init(&log->lock);
    return log;
}

void log_free(struct log **log)
{
    struct arena *own;

    if (*log != NULL) {
        mutex_fini(&(*log)->lock);
        arena_free(&(*log)->arena);
        own = (*log)->own;
        *log = NULL;
        arena_free(&own);
    }
}

static void write_standard_error(void *context, struct str line)
{
    (void)context;
    standard_error_write(line);
}

struct log_sink log_to_standard_error(void)
{
    return (struct log_sink){ write_standard_error, clock_now_ms, NULL };
}

enum log_style log_style_of_standard_error(void)
{
    return standard_error_is_journal() ? LOG_FOR_JOURNAL : LOG_FOR_PEOPLE;
}

static struct str level_name(enum log_level level)
{
    switch (level) {
    case LOG_ERROR:
        return STR("error");
    case LOG_WARN:
        return STR("warning");
    case LOG_INFO:
        return STR("info");
    case LOG_DEBUG:
        break;
    }
    return STR("debug");
}

/* At most LOG_FIELD_MAX bytes of whole characters; what is no UTF-8 becomes U+FFFD. */
static struct str clean(struct arena *arena, struct str text)
{
    struct buf buf;
    size_t offset = 0;

    buf_init(&buf, arena, LOG_FIELD_MAX);
    while (offset < text.len && !buf_is_full(&buf)) {
        char bytes[4];
        size_t len = utf8_put(utf8_next(text, &offset), bytes);

        buf_add_bytes(&buf, bytes, len);
    }
    return buf_str(&buf);
}

static bool is_control(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0) ||
           code_point == 0x2028 || code_point == 0x2029;
}

/* For people: a control character could end the line or play with their terminal. */
static void add_visible(struct buf *buf, struct str text)
{
    size_t offset = 0;

    while (offset < text.len) {
        size_t start = offset;
        uint32_t code_point = utf8_next(text, &offset);

        if (is_control(code_point)) {
            buf_addf(buf, "\\u%04x", (unsigned)code_point);
        } else {
            buf_add(buf, str_slice(text, start, offset - start));
        }
    }
}

static void add_field(struct buf *buf, const struct log_field *field)
{
    if (field->text.at == NULL) {
        buf_add_int(buf, field->number);
    } else {
        add_visible(buf, field->text);
    }
}

/* The words with their fields; *used_out has a bit for each field that stands there. */
static void add_words(struct buf *buf, struct str words, const struct log_field *fields,
                      size_t field_count, uint32_t *used_out)
{
    *used_out = 0;
    while (words.len > 0) {
        size_t open = str_find_char(words, '{');
        struct str rest = str_slice(words, open, words.len);
        struct str name = str_slice(rest, 1, str_find_char(rest, '}') - 1);

        buf_add(buf, str_slice(words, 0, open));
        for (size_t i = 0; i < field_count && rest.len > 0; i++) {
            if (str_equal(name, str_from(fields[i].name))) {
                add_field(buf, &fields[i]);
                *used_out |= UINT32_C(1) << i;
            }
        }
        words = str_slice(rest, name.len + 2, rest.len);
    }
}

static struct str message_of(struct arena *arena, struct str words,
                             const struct log_field *fields, size_t field_count,
                             uint32_t *used_out)
{
    struct buf buf;

    buf_init(&buf, arena, LINE_BYTES_MAX);
    add_words(&buf, words, fields, field_count, used_out);
    return buf_str(&buf);
}

static void write_people(struct buf *buf, const struct log *log, enum log_event event,
                         const struct log_field *fields, size_t field_count)
{
    enum log_level level = events[event].level;
    uint32_t used;

    if (log->style == LOG_FOR_JOURNAL) {
        buf_addf(buf, "<%d>", (int)level);
    } else {
        buf_add(buf, STR("usher: "));
    }
    if (log->style == LOG_FOR_PEOPLE && level != LOG_INFO) {
        buf_addf(buf, "%.*s: ", STR_ARG(level_name(level)));
    }
    add_words(buf, events[event].words, fields, field_count, &used);
    for (size_t i = 0; i < field_count; i++) {
        if ((used >> i & 1) == 0) {
            buf_addf(buf, " %s=", fields[i].name);
            add_field(buf, &fields[i]);
        }
    }
}

static void write_json(struct buf *buf, const struct log *log, enum log_event event,
                       const struct log_field *fields, size_t field_count)
{
    struct json_writer writer = json_writer_to(buf);
    char time[TIME_TEXT_MAX];
    uint32_t used;

    json_open_object(&writer);
    json_key(&writer, STR("time"));
    json_add_str(&writer, (struct str){ time, time_format(log->sink.now_ms(), time) });
    json_key(&writer, STR("level"));
    json_add_str(&writer, level_name(events[event].level));
    json_key(&writer, STR("event"));
    json_add_str(&writer, events[event].name);
    json_key(&writer, STR("message"));
    json_add_str(&writer,
                 message_of(log->arena, events[event].words, fields, field_count, &used));
    for (size_t i = 0; i < field_count; i++) {
        json_key(&writer, str_from(fields[i].name));
        if (fields[i].text.at == NULL) {
            json_add_int(&writer, fields[i].number);
        } else {
            json_add_str(&writer, fields[i].text);
        }
    }
    json_close_object(&writer);
}

static size_t clean_fields(struct arena *arena, const struct log_field *fields,
                           struct log_field cleaned_out[LOG_FIELD_COUNT_MAX])
{
    size_t count = 0;

    for (; fields != NULL && fields[count].name != NULL; count++) {
        assert(count < LOG_FIELD_COUNT_MAX);
        cleaned_out[count] = fields[count];
        if (fields[count].text.at != NULL) {
            cleaned_out[count] =
                log_text(fields[count].name, clean(arena, fields[count].text));
        }
    }
    return count;
}

static void log_event_locked(struct log *log, enum log_event event,
                             const struct log_field *fields)
{
    struct log_field cleaned[LOG_FIELD_COUNT_MAX];
    size_t count;
    struct buf buf;

    arena_clear(log->arena);
    count = clean_fields(log->arena, fields, cleaned);
    buf_init(&buf, log->arena, LINE_BYTES_MAX);
    if (log->style == LOG_AS_JSON) {
        write_json(&buf, log, event, cleaned, count);
    } else {
        write_people(&buf, log, event, cleaned, count);
    }
    buf_add_char(&buf, '\n');
    assert(!buf_is_full(&buf));
    log->sink.write(log->sink.context, buf_str(&buf));
}

void log_event(struct log *log, enum log_event event, const struct log_field *fields)
{
    if (events[event].level > log->level_max) {
        return;
    }
    mutex_lock(&log->lock);
    log_event_locked(log, event, fields);
    mutex_unlock(&log->lock);
}
