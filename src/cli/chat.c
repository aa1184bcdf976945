/* chat.c - usher chat: talk to a bot and see why it decides as it does. */

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/utf8.h"
#include "bot/bot.h"
#include "bot/turn.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/load.h"
#include "cli/screen.h"
#include "guard/breaker.h"
#include "os/clock.h"
#include "os/terminal.h"

enum { LINE_BYTES_MAX = MESSAGE_BYTES_MAX, DECISION_BYTES_MAX = 4 << 20 };
#define TURN_ARENA_BYTES ((size_t)64 << 20)

struct chat {
    const struct invocation *invocation;
    struct loaded loaded;
    struct turn_worker *worker;
    struct arena *arena; /* of one turn */
    struct breakers breakers;
    size_t count;
    size_t refused; /* messages that could not be decided */
};

static void print_json(struct chat *chat, const struct decision *decision)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, chat->arena, DECISION_BYTES_MAX);
    writer = json_writer_to(&buf);
    decision_write(decision, &writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

static void answer(struct chat *chat, struct str text)
{
    struct turn_request request = {
        .text = text,
        .channel = STR("chat"),
        .at_ms = clock_now_ms(),
        .breakers = &chat->breakers,
    };
    struct decision decision;
    struct err err;

    arena_clear(chat->arena);
    request.id = str_format(chat->arena, "chat-%zu", ++chat->count);
    if (turn_decide(chat->worker, &request, chat->arena, &decision, &err) != 0) {
        fprintf(stderr, "usher chat: %s\n", err.text);
        chat->refused++;
    } else if (chat->invocation->json) {
        print_json(chat, &decision);
    } else {
        explain_decision(stdout, &decision);
    }
    fflush(stdout);
}

static void prompt(const struct chat *chat)
{
    if (terminal_is_at(stdin) && !chat->invocation->json) {
        printf("%s> %s", colour_of(stdout, COLOUR_BOLD), colour_of(stdout, COLOUR_PLAIN));
        fflush(stdout);
    }
}

/* The next line, without its end; 0 at the end of the input.  ERR_LIMIT for a line that
 * is longer than `room`; it has been passed over then. */
static int next_line(struct str *line_out, char *room, struct err *err)
{
    size_t len = 0;
    int c = getc(stdin);

    if (c == EOF) {
        return 0;
    }
    for (; c != EOF && c != '\n'; c = getc(stdin)) {
        if (len < LINE_BYTES_MAX) {
            room[len] = (char)c;
        }
        len += len <= LINE_BYTES_MAX;
    }
    if (len > LINE_BYTES_MAX) {
        return err_set(err, ERR_LIMIT,
                       "a message has at most %d bytes; this one is passed over",
                       LINE_BYTES_MAX);
    }
    *line_out = str_trim((struct str){ room, len });
    return 1;
}

/* Until the end of the input; a line is a message. */
static void talk(struct chat *chat)
{
    char *room = arena_raw(chat->loaded.arena, LINE_BYTES_MAX, 1);
    struct str text;
    struct err err;
    int found;

    prompt(chat);
    while ((found = next_line(&text, room, &err)) != 0) {
        if (found < 0) {
            fprintf(stderr, "usher chat: %s\n", err.text);
            chat->refused++;
        } else if (text.len != 0) {
            answer(chat, text);
        }
        prompt(chat);
    }
    if (terminal_is_at(stdin) && !chat->invocation->json) {
        putchar('\n');
    }
}

static int chat_run(const struct invocation *invocation)
{
    struct chat chat = { .invocation = invocation, .arena = arena_new(TURN_ARENA_BYTES) };
    struct err err;
    int status = load_bot(&chat.loaded, invocation, invocation->operands[0]);

    if (status == EXIT_DONE &&
        turn_worker_open(&chat.worker, chat.loaded.bot, clock_monotonic_ns,
                         chat.loaded.arena, &err) != 0) {
        status = command_fail(invocation, "%s", err.text);
    }
    if (status == EXIT_DONE) {
        if (terminal_is_at(stdin) && !invocation->json) {
            printf("You are talking to %.*s. Type a message; Ctrl-D ends.\n",
                   STR_ARG(chat.loaded.bot->config.settings.name));
        }
        breakers_init(&chat.breakers);
        talk(&chat);
        if (ferror(stdin)) {
            status = command_fail(invocation, "standard input could not be read");
        } else if (chat.refused != 0 && !terminal_is_at(stdin)) {
            status = EXIT_FAILED;
        }
    }
    loaded_close(&chat.loaded);
    arena_free(&chat.arena);
    return status;
}

static const struct option options[] = { { NULL, NULL, NULL } };

const struct command command_chat = {
    .name = "chat",
    .operands = "BOT",
    .summary = "talk to a bot in the terminal",
    .description =
        "Reads messages, a line each, and shows for each what the bot decides, the "
        "draft with its\ncitations, and why: confidence and bound, guards, the way "
        "through the workflow, times.",
    .example = "usher chat bots/acme",
    .options = options,
    .operands_min = 1,
    .operands_max = 1,
    .run = chat_run,
};
