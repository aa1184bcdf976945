/* examples.c - labelled messages, checked line by line and against each other. */

#include "bot/examples.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/time.h"
#include "base/utf8.h"
#include "bot/intents.h"
#include "bot/names.h"
#include "config/node.h"
#include "flow/words.h"
#include "text/tokens.h"

enum { WORDS_MAX = 20000, SCRATCH_BYTES_MAX = 64 << 20 };

static void check_label(const struct intents *intents, struct str label,
                        struct place place, struct mistakes *mistakes)
{
    if (intents->count != 0 && !str_equal(label, LABEL_OUT_OF_SCOPE)) {
        name_check_known(label, "intent", intents->labels, intents->count, place,
                         mistakes);
    }
}

static void check_entities(const struct example *example, struct mistakes *mistakes)
{
    int64_t len = (int64_t)utf8_count(example->text);

    for (size_t i = 0; i < example->entity_count; i++) {
        const struct example_entity *entity = &example->entities[i];

        if (entity->head.node == NULL) {
            continue;
        }
        name_check(entity->type, "an entity", field_place(&entity->head, "type"),
                   mistakes);
        if (entity->start >= entity->end || entity->end > len) {
            mistakes_add(
                mistakes, entity->head.node->place,
                str_format(mistakes->arena, "there is no text from %lld to %lld",
                           (long long)entity->start, (long long)entity->end),
                str_format(mistakes->arena,
                           "start before end, and end at most %lld, in code points",
                           (long long)len),
                STR(""));
        }
    }
}

static void check_example(const struct example *example, const struct intents *intents,
                          struct mistakes *mistakes)
{
    struct date date;

    if (example->text.len == 0 || example->intent.len == 0) {
        return;
    }
    check_label(intents, example->intent, field_place(&example->head, "intent"),
                mistakes);
    check_entities(example, mistakes);
    if (example->lang.len != 0 && !name_is_language(example->lang)) {
        mistakes_add(mistakes, field_place(&example->head, "lang"),
                     STR("this is no language"), STR("a tag such as en, de or pt-BR"),
                     STR(""));
    }
    if (example->date.len != 0 && !date_parse(example->date, &date)) {
        mistakes_add(mistakes, field_place(&example->head, "date"), STR("this is no day"),
                     STR("one that exists, such as 2026-11-20"), STR(""));
    }
}

void examples_read(struct examples *examples_out, const struct node *rows,
                   const struct intents *intents, struct arena *arena,
                   struct mistakes *mistakes)
{
    struct example *items;
    size_t count = 0;

    *examples_out = (struct examples){ 0 };
    if (rows == NULL) {
        return;
    }
    items = arena_array(arena, rows->count + 1, sizeof *items);
    for (const struct node *row = rows->first; row != NULL; row = row->next) {
        fields_read(&example_table, row, row->place, &items[count], arena, mistakes);
        check_example(&items[count], intents, mistakes);
        count += items[count].text.len != 0 && items[count].intent.len != 0;
    }
    *examples_out = (struct examples){ .items = items, .count = count };
}

static void check_words(const struct expectation *expect, struct mistakes *mistakes)
{
#define X(constant, name) name,
    static const char *const actions[] = { FLOW_ACTIONS(X) };
#undef X
#define X(constant, name, look) name,
    static const char *const reasons[] = { FLOW_REASONS(X) };
#undef X
    struct str names[COUNT_OF(reasons)];

    for (size_t i = 0; i < COUNT_OF(actions); i++) {
        names[i] = str_from(actions[i]);
    }
    for (size_t i = 0; i < expect->action_count; i++) {
        name_check_known(expect->action[i], "action", names, COUNT_OF(actions),
                         field_item_place(&expect->head, "action", i), mistakes);
    }
    /* the first reason is none */
    for (size_t i = 1; i < COUNT_OF(reasons); i++) {
        names[i - 1] = str_from(reasons[i]);
    }
    if (expect->reason.len != 0) {
        name_check_known(expect->reason, "reason", names, COUNT_OF(reasons) - 1,
                         field_place(&expect->head, "reason"), mistakes);
    }
}

/* It stands in tables and on terminals. */
static void check_id(struct sample_ticket *ticket, struct mistakes *mistakes)
{
    for (size_t i = 0; i < ticket->id.len; i++) {
        unsigned char c = (unsigned char)ticket->id.at[i];

        if (c < 0x20 || c == 0x7f) {
            mistakes_add(mistakes, field_place(&ticket->head, "id"),
                         STR("an id with a control character"), STR("letters and digits"),
                         STR(""));
            ticket->id = (struct str){ NULL, 0 };
            return;
        }
    }
}

void sample_tickets_read(struct sample_tickets *tickets_out, const struct node *rows,
                         const struct intents *intents, struct arena *arena,
                         struct mistakes *mistakes)
{
    struct sample_ticket *items;
    size_t count = 0;

    *tickets_out = (struct sample_tickets){ 0 };
    if (rows == NULL) {
        return;
    }
    items = arena_array(arena, rows->count + 1, sizeof *items);
    for (const struct node *row = rows->first; row != NULL; row = row->next) {
        struct sample_ticket *ticket = &items[count];

        fields_read(&sample_ticket_table, row, row->place, ticket, arena, mistakes);
        check_words(&ticket->expect, mistakes);
        for (size_t i = 0; i < ticket->expect.intent_count; i++) {
            check_label(intents, ticket->expect.intent[i],
                        field_item_place(&ticket->expect.head, "intent", i), mistakes);
        }
        check_id(ticket, mistakes);
        if (ticket->id.len == 0) {
            ticket->id = str_format(arena, "line-%zu", row->place.line);
        }
        count += ticket->text.len != 0;
    }
    *tickets_out = (struct sample_tickets){ .items = items, .count = count };
}

struct seen {
    struct map places; /* of struct place, by key */
    struct arena *arena;
    struct arena *scratch;
    struct mistakes *mistakes;
};

/* The words of a text with a space behind each. */
static struct str key_of(struct seen *seen, struct str text)
{
    struct tokens words;
    struct buf buf;

    arena_clear(seen->scratch);
    words = text_tokens(seen->scratch, text, WORDS_MAX);
    buf_init(&buf, seen->scratch, text.len * 4 + words.count);
    for (size_t i = 0; i < words.count; i++) {
        buf_add(&buf, words.items[i].word);
        buf_add_char(&buf, ' ');
    }
    return words.count == 0 ? text : str_copy(seen->arena, buf_str(&buf));
}

static void check_new(struct seen *seen, struct str text, const struct field_head *head)
{
    struct str key = key_of(seen, text);
    struct place *place = arena_alloc(seen->arena, sizeof *place);
    const struct place *earlier = map_find(&seen->places, key);

    *place = field_place(head, "text");
    if (map_put(&seen->places, key, place)) {
        return;
    }
    mistakes_add(seen->mistakes, *place,
                 str_format(seen->arena, "this text stands in %.*s:%zu already",
                            STR_ARG(earlier->file), earlier->line),
                 STR("every text once in examples, calibration and tickets"), STR(""));
}

void examples_check_disjoint(const struct examples *examples,
                             const struct examples *calibration,
                             const struct sample_tickets *tickets, struct arena *arena,
                             struct mistakes *mistakes)
{
    struct seen seen = { .arena = arena,
                         .scratch = arena_new(SCRATCH_BYTES_MAX),
                         .mistakes = mistakes };

    map_init(&seen.places, arena);
    for (size_t i = 0; i < examples->count; i++) {
        check_new(&seen, examples->items[i].text, &examples->items[i].head);
    }
    for (size_t i = 0; i < calibration->count; i++) {
        check_new(&seen, calibration->items[i].text, &calibration->items[i].head);
    }
    for (size_t i = 0; i < tickets->count; i++) {
        check_new(&seen, tickets->items[i].text, &tickets->items[i].head);
    }
    arena_free(&seen.scratch);
}
