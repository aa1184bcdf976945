/* ticket.c - usher ticket: what was kept of decided tickets, and whether another release
 * would decide them otherwise. */

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/time.h"
#include "bot/bot.h"
#include "bot/turn.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/keep.h"
#include "cli/load.h"
#include "cli/screen.h"
#include "cli/ticket_json.h"
#include "desk/ticket.h"
#include "guard/breaker.h"
#include "os/clock.h"
#include "store/store.h"

enum { TEXT_BYTES_MAX = 8 << 20, LIST_DEFAULT = 50 };
#define LIST_ARENA_BYTES   ((size_t)256 << 20)
#define TICKET_ARENA_BYTES ((size_t)256 << 20)

/* --- list --- */

static struct str detail_text(const struct store_ticket *row, struct str key,
                              struct arena *arena)
{
    const struct json *detail;
    const struct json *value;
    struct err err;

    if (json_parse(&detail, arena, row->detail, JSON_LIMITS_DEFAULT, NULL, &err) != 0) {
        return STR("?");
    }
    value = json_find(detail, key);
    return value == NULL || value->kind != JSON_STRING ? STR("-") : value->text;
}

static void print_list(const struct store_tickets *tickets, struct arena *arena)
{
    for (size_t i = 0; i < tickets->count; i++) {
        const struct store_ticket *row = &tickets->items[i];
        char created[TIME_TEXT_MAX];

        (void)time_format(row->created_ms, created);
        printf("%.*s\t%s\t%.*s\t%.*s\t%.*s\t%.*s\n", STR_ARG(row->id), created,
               STR_ARG(row->bot), STR_ARG(detail_text(row, STR("action"), arena)),
               STR_ARG(detail_text(row, STR("reason"), arena)),
               STR_ARG(detail_text(row, STR("intent"), arena)));
    }
}

static void print_list_json(const struct store_tickets *tickets, size_t limit,
                            struct arena *arena)
{
    struct json_writer writer;
    struct buf buf;

    buf_init(&buf, arena, TEXT_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("items"));
    json_open_array(&writer);
    for (size_t i = 0; i < tickets->count; i++) {
        ticket_row_write(&writer, &tickets->items[i], arena);
    }
    json_close_array(&writer);
    json_key(&writer, STR("next"));
    if (tickets->count == limit && limit != 0) {
        json_add_str(&writer,
                     str_format(arena, "%lld",
                                (long long)tickets->items[tickets->count - 1].number));
    } else {
        json_add_null(&writer);
    }
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

static int read_count(const struct invocation *invocation, const char *name, int64_t max,
                      int64_t *count)
{
    const char *text = option_value(invocation, name);

    if (text != NULL &&
        (!str_to_int64(str_from(text), count) || *count < 1 || *count > max)) {
        return command_misuse(invocation, "--%s wants a whole number from 1 to %lld",
                              name, (long long)max);
    }
    return EXIT_DONE;
}

static int list_tickets(const struct invocation *invocation, struct keep *keep)
{
    struct arena *arena = arena_new(LIST_ARENA_BYTES);
    int64_t before = INT64_MAX;
    int64_t limit = LIST_DEFAULT;
    struct store_filter filter = { .bot = str_from(option_value(invocation, "bot")) };
    struct store_tickets tickets;
    struct err err;
    int status = read_count(invocation, "limit", STORE_LIST_MAX, &limit);

    if (status == EXIT_DONE) {
        status = read_count(invocation, "cursor", INT64_MAX, &before);
    }
    if (status == EXIT_DONE &&
        store_list_tickets(keep->store, &filter, before, (size_t)limit, arena, &tickets,
                           &err) != 0) {
        status = command_fail(invocation, "%s", err.text);
    } else if (status == EXIT_DONE && invocation->json) {
        print_list_json(&tickets, (size_t)limit, arena);
    } else if (status == EXIT_DONE) {
        print_list(&tickets, arena);
    }
    arena_free(&arena);
    return status;
}

/* --- show --- */

static struct str part(const struct json *object, const char *key)
{
    const struct json *value = json_find(object, str_from(key));

    return value != NULL && value->kind == JSON_STRING ? value->text : STR("-");
}

static void print_ticket(const struct ticket *ticket)
{
    const struct json *intent = json_find(ticket->decision, STR("intent"));
    const struct json *draft = json_find(ticket->decision, STR("draft"));
    char created[TIME_TEXT_MAX];

    (void)time_format(ticket->row.created_ms, created);
    printf("%.*s, %s, %zu events\n\n", STR_ARG(ticket->row.id), created,
           ticket->record_count);
    print_foreign(stdout, ticket->request.text);
    printf("\n\n%.*s, because of %.*s\nintent    %.*s\nrelease   %.*s\n",
           STR_ARG(part(ticket->decision, "action")),
           STR_ARG(part(ticket->decision, "reason")), STR_ARG(part(intent, "label")),
           STR_ARG(ticket->release));
    if (draft != NULL && draft->kind == JSON_OBJECT) {
        putchar('\n');
        print_foreign(stdout, part(draft, "text"));
        putchar('\n');
    }
}

static int find_ticket(struct ticket *ticket_out, const struct invocation *invocation,
                       struct keep *keep, struct str id, struct arena *arena)
{
    struct err err;
    int found = ticket_read(ticket_out, keep->store, keep->vault, id, arena, &err);

    if (found == 1) {
        return EXIT_DONE;
    }
    return found < 0 ? command_fail(invocation, "%s", err.text)
                     : command_fail(invocation, "there is no ticket %.*s", STR_ARG(id));
}

static int show_ticket(const struct invocation *invocation, struct keep *keep)
{
    struct arena *arena = arena_new(TICKET_ARENA_BYTES);
    struct json_writer writer;
    struct ticket ticket;
    struct buf buf;
    int status =
        find_ticket(&ticket, invocation, keep, str_from(invocation->operands[1]), arena);

    if (status == EXIT_DONE && invocation->json) {
        buf_init(&buf, arena, TEXT_BYTES_MAX);
        writer = json_writer_to(&buf);
        ticket_write(&writer, &ticket, arena);
        printf("%.*s\n", STR_ARG(buf_str(&buf)));
    } else if (status == EXIT_DONE) {
        print_ticket(&ticket);
    }
    arena_free(&arena);
    return status;
}

/* --- replay --- */

struct replay {
    const struct invocation *invocation;
    struct keep *keep;
    struct loaded loaded;
    struct turn_worker *worker;
    struct breakers breakers;
    struct arena *arena; /* of one ticket */
    size_t count;
    size_t changed_count;
    size_t erased_count;
};

/* What the release of today says to the message of then, as JSON. */
static int decide_again(const struct json **decision_out, struct replay *replay,
                        const struct ticket *ticket, struct err *err)
{
    struct turn_request request = ticket->request;
    struct json_writer writer;
    struct decision decision;
    struct buf buf;

    request.breakers = &replay->breakers;
    if (turn_decide(replay->worker, &request, replay->arena, &decision, err) != 0) {
        return -1;
    }
    buf_init(&buf, replay->arena, TEXT_BYTES_MAX);
    writer = json_writer_to(&buf);
    decision_write(&decision, &writer);
    return json_parse(decision_out, replay->arena, buf_str(&buf), JSON_LIMITS_DEFAULT,
                      NULL, err);
}

static void tell_changes(const struct replay *replay, const struct ticket *ticket,
                         struct str lines)
{
    struct json_writer writer;
    struct buf buf;
    struct str line;

    if (!replay->invocation->json) {
        printf("%.*s\n", STR_ARG(ticket->row.id));
        while (str_split_next(&lines, '\n', &line)) {
            if (line.len != 0) {
                printf("  %.*s\n", STR_ARG(line));
            }
        }
        return;
    }
    buf_init(&buf, replay->arena, TEXT_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("id"));
    json_add_str(&writer, ticket->row.id);
    json_key(&writer, STR("changes"));
    json_open_array(&writer);
    while (str_split_next(&lines, '\n', &line)) {
        if (line.len != 0) {
            json_add_str(&writer, line);
        }
    }
    json_close_array(&writer);
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

static int compare_one(struct replay *replay, const struct ticket *ticket)
{
    const struct json *decision;
    struct buf lines;
    struct err err;

    if (decide_again(&decision, replay, ticket, &err) != 0) {
        return command_fail(replay->invocation, "%.*s: %s", STR_ARG(ticket->row.id),
                            err.text);
    }
    buf_init(&lines, replay->arena, 1 << 16);
    replay->count++;
    if (ticket_compare(ticket->decision, decision, &lines) != 0) {
        replay->changed_count++;
        tell_changes(replay, ticket, buf_str(&lines));
    }
    return EXIT_DONE;
}

static int replay_one(struct replay *replay, struct str id)
{
    struct ticket ticket;
    int status;

    arena_clear(replay->arena);
    status = find_ticket(&ticket, replay->invocation, replay->keep, id, replay->arena);
    return status == EXIT_DONE ? compare_one(replay, &ticket) : status;
}

/* As one of many: who was erased must not stand before every rollout from then on. */
static int replay_another(struct replay *replay, struct str id)
{
    struct ticket ticket;
    struct err err = { .text = "" };

    arena_clear(replay->arena);
    if (ticket_read(&ticket, replay->keep->store, replay->keep->vault, id, replay->arena,
                    &err) == 1) {
        return compare_one(replay, &ticket);
    }
    if (err.reason == ERR_NOT_FOUND) {
        replay->erased_count++;
        return EXIT_DONE;
    }
    return command_fail(replay->invocation, "%s", err.text);
}

static int replay_row(void *context, const struct store_ticket *row)
{
    return replay_another(context, row->id);
}

/* Every ticket of the bot; one that does not open is told and passed over. */
static int replay_all(struct replay *replay)
{
    const struct store_filter filter = {
        .bot = replay->loaded.bot->config.settings.name,
    };

    return keep_each(replay->keep, replay->invocation, &filter, replay_row, replay);
}

static void tell_end(FILE *file, const struct replay *replay)
{
    fprintf(file, "%zu tickets, %zu decided otherwise", replay->count,
            replay->changed_count);
    if (replay->erased_count != 0) {
        fprintf(file, "; %zu of erased customers were passed over", replay->erased_count);
    }
    fputc('\n', file);
}

static int replay_tickets(const struct invocation *invocation, struct keep *keep)
{
    struct replay replay = { .invocation = invocation,
                             .keep = keep,
                             .arena = arena_new(TICKET_ARENA_BYTES) };
    const char *against = option_value(invocation, "against");
    struct err err;
    int status = against == NULL
                     ? command_misuse(invocation, "replay wants --against BOT")
                     : load_bot(&replay.loaded, invocation, against);

    if (status == EXIT_DONE &&
        turn_worker_open(&replay.worker, replay.loaded.bot, clock_monotonic_ns,
                         replay.loaded.arena, &err) != 0) {
        status = command_fail(invocation, "%s", err.text);
    }
    if (status == EXIT_DONE) {
        breakers_init(&replay.breakers);
        status = invocation->operand_count > 1
                     ? replay_one(&replay, str_from(invocation->operands[1]))
                     : replay_all(&replay);
        tell_end(invocation->json ? stderr : stdout, &replay);
        status = status == EXIT_DONE && replay.changed_count != 0 ? EXIT_FAILED : status;
    }
    loaded_close(&replay.loaded);
    arena_free(&replay.arena);
    return status;
}

/* --- the command --- */

static int ticket_run(const struct invocation *invocation)
{
    static const struct {
        const char *verb;
        size_t operands_min;
        size_t operands_max;
        int (*run)(const struct invocation *invocation, struct keep *keep);
    } verbs[] = {
        { "list", 1, 1, list_tickets },
        { "show", 2, 2, show_ticket },
        { "replay", 1, 2, replay_tickets },
    };

    for (size_t i = 0; i < COUNT_OF(verbs); i++) {
        if (str_equal(str_from(invocation->operands[0]), str_from(verbs[i].verb))) {
            struct keep keep;
            int status;

            if (invocation->operand_count < verbs[i].operands_min ||
                invocation->operand_count > verbs[i].operands_max) {
                return command_misuse(invocation, "%s %s", verbs[i].verb,
                                      verbs[i].operands_max == 1
                                          ? "takes no ticket"
                                          : "wants the id of a ticket");
            }
            status = keep_open(&keep, invocation, true);
            if (status == EXIT_DONE) {
                status = verbs[i].run(invocation, &keep);
                keep_close(&keep);
            }
            return status;
        }
    }
    return command_misuse(invocation, "\"%s\" is no verb; expected list, show or replay",
                          invocation->operands[0]);
}

static const struct option options[] = {
    KEEP_OPTIONS,
    { "against", "BOT", "replay: the folder or release that decides again" },
    { "bot", "NAME", "list: of this bot alone" },
    { "limit", "N", "list: at most so many, the newest first (50)" },
    { "cursor", "NEXT", "list: go on where \"next\" of the page before says" },
    { NULL, NULL, NULL },
};

const struct command command_ticket = {
    .name = "ticket",
    .operands = "list|show|replay [ID]",
    .summary = "look at tickets that were kept, and decide them again",
    .description = "`usher triage --store` keeps what it decides.  list shows the newest "
                   "tickets, show "
                   "one of\nthem with its message, events and decision.  replay decides "
                   "one ticket, or "
                   "all of the bot,\nanew by another release and tells where that would "
                   "say something "
                   "else; the exit status is\n1 then, so it can stand before a rollout.",
    .example = "usher ticket list --store sqlite:tickets.db",
    .options = options,
    .operands_min = 1,
    .operands_max = 2,
    .run = ticket_run,
};
