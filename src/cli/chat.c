/* chat.c - usher chat: talk to a bot and see why it decides as it does. */

#include <stdio.h>
#include <stdlib.h>

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

/* Until the end of the input; a line is a message. */
static void talk(struct chat *chat)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;

    prompt(chat);
    while ((len = getline(&line, &room, stdin)) >= 0) {
        struct str text = str_trim((struct str){ line, (size_t)len });

        if (text.len > LINE_BYTES_MAX) {
            fprintf(stderr, "usher chat: a message has at most %d bytes\n",
                    LINE_BYTES_MAX);
            chat->refused++;
        } else if (text.len != 0) {
            answer(chat, text);
        }
        prompt(chat);
    }
    free(line); /* heap: made by getline */
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
