/* journal.c - events as bytes. */

#include "flow/journal.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "flow/facts_json.h"

/* These numbers are in every journal. */
_Static_assert(EVENT_START == 0 && EVENT_STEP_OK == 1 && EVENT_STEP_ERR == 2 &&
                   EVENT_TIMER == 3 && EVENT_SIGNAL == 4,
               "the kinds of events keep their numbers for ever");

struct str record_kind_name(uint16_t kind)
{
    static const char *const names[EVENT_COUNT] = { "start", "step_ok", "step_err",
                                                    "timer", "signal" };

    return str_from(kind < EVENT_COUNT ? names[kind] : "unknown");
}

void journal_write(const struct event *event, struct str more, struct buf *body)
{
    struct json_writer writer = json_writer_to(body);

    json_open_object(&writer);
    if (event->command_seq != 0) {
        json_key(&writer, STR("command"));
        json_add_int(&writer, event->command_seq);
    }
    if (event->outcome != OUTCOME_OK) {
        json_key(&writer, STR("outcome"));
        json_add_str(&writer, outcome_word(event->outcome)->name);
    }
    if (event->facts != NULL) {
        json_key(&writer, STR("facts"));
        facts_write(event->facts, &writer);
    }
    if (more.len != 0) {
        json_key(&writer, STR("more"));
        json_add_raw(&writer, more);
    }
    json_close_object(&writer);
}

static int wrong(const struct journal_record *record, const char *what, struct err *err)
{
    return err_set(err, ERR_CORRUPT, "event %lld: %s", (long long)record->seq, what);
}

static int read_outcome(struct event *event, const struct json *json,
                        const struct journal_record *record, struct err *err)
{
    if (json == NULL) {
        event->outcome = OUTCOME_OK;
        return 0;
    }
    event->outcome = json->kind == JSON_STRING ? outcome_find(json->text) : OUTCOME_COUNT;
    return event->outcome == OUTCOME_COUNT ? wrong(record, "no such outcome", err) : 0;
}

static int read_facts(struct event *event, const struct json *json, struct arena *arena,
                      struct err *err)
{
    struct facts *facts;

    if (json == NULL) {
        return 0;
    }
    facts = arena_alloc(arena, sizeof *facts);
    event->facts = facts;
    return facts_read(facts, json, arena, err);
}

int journal_read(struct event *event_out, const struct json **more_out,
                 const struct journal_record *record, struct arena *arena,
                 struct err *err)
{
    struct event event = { .seq = record->seq,
                           .at_ms = record->at_ms,
                           .kind = (enum event_kind)record->kind };
    const struct json *json;
    const struct json *command;

    if (record->format > JOURNAL_FORMAT) {
        return err_set(err, ERR_CONFIG,
                       "event %lld was written by a newer usher (format %u)",
                       (long long)record->seq, record->format);
    }
    if (record->format != JOURNAL_FORMAT || record->kind >= EVENT_COUNT) {
        return wrong(record, "no such kind or format", err);
    }
    if (json_parse(&json, arena, record->body, JSON_LIMITS_DEFAULT, NULL, err) != 0 ||
        json->kind != JSON_OBJECT) {
        return wrong(record, "its body is no JSON object", err);
    }
    command = json_find(json, STR("command"));
    if (command != NULL && !json_int(command, &event.command_seq)) {
        return wrong(record, "its command is no number", err);
    }
    if (read_outcome(&event, json_find(json, STR("outcome")), record, err) != 0 ||
        read_facts(&event, json_find(json, STR("facts")), arena, err) != 0) {
        return -1;
    }
    *event_out = event;
    if (more_out != NULL) {
        *more_out = json_find(json, STR("more"));
    }
    return 0;
}

int journal_replay(struct run *run_out, struct commands *commands_out,
                   const struct machine *machine, const struct journal_record *records,
                   size_t record_count, const struct intent_policy *intents,
                   size_t intent_count, struct arena *arena, struct err *err)
{
    run_init(run_out);
    commands_out->count = 0;
    for (size_t i = 0; i < record_count; i++) {
        struct facts facts = { .intent = { NULL, 0 } };
        struct event event = { .facts = NULL };

        if (records[i].seq != (int64_t)i + 1) {
            return wrong(&records[i], "it does not follow the one before", err);
        }
        if (journal_read(&event, NULL, &records[i], arena, err) != 0) {
            return -1;
        }
        if (event.facts != NULL) {
            facts = *event.facts;
        }
        facts.intents = intents;
        facts.intent_count = intent_count;
        event.facts = &facts;
        (void)run_step(machine, run_out, &event, commands_out);
    }
    return 0;
}
