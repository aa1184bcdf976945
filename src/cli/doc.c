/* doc.c - usher doc: the manual page and the completions, made from the tables. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "bot/reference.h"
#include "cli/command.h"
#include "cli/commands.h"

enum { DOCUMENT_BYTES_MAX = 1 << 20 };

static const struct {
    const char *name;
    void (*write)(struct buf *buf);
} documents[] = {
    { "man", document_man },
    { "bash", document_completion_bash },
    { "zsh", document_completion_zsh },
    { "fish", document_completion_fish },
    { "folder", bot_reference },
};

/* {"document": "man", "text": "..."}; a byte takes at most six in JSON. */
static void print_json(const char *name, struct str text, struct arena *arena)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, arena, DOCUMENT_BYTES_MAX * 6);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("document"));
    json_add_str(&writer, str_from(name));
    json_key(&writer, STR("text"));
    json_add_str(&writer, text);
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

static int doc_run(const struct invocation *invocation)
{
    for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
        struct arena *arena;
        struct buf buf;

        if (strcmp(invocation->operands[0], documents[i].name) != 0) {
            continue;
        }
        arena = arena_new((size_t)DOCUMENT_BYTES_MAX * 32);
        buf_init(&buf, arena, DOCUMENT_BYTES_MAX);
        documents[i].write(&buf);
        if (invocation->json) {
            print_json(documents[i].name, buf_str(&buf), arena);
        } else {
            fwrite(buf.at, 1, buf.len, stdout);
        }
        arena_free(&arena);
        return EXIT_DONE;
    }
    return command_misuse(invocation,
                          "no document \"%s\"; expected man, bash, zsh, fish or folder",
                          invocation->operands[0]);
}

static const struct option options[] = { { NULL, NULL, NULL } };

const struct command command_doc = {
    .name = "doc",
    .operands = "man|bash|zsh|fish|folder",
    .summary = "print the manual page, a shell's completions or the bot folder's keys",
    .description =
        "Writes the manual page (roff) or the completions of a shell to standard "
        "output, made\nfrom the same table that reads the command line; or the keys of "
        "the bot folder's\nfiles (Markdown), made from the tables that read them.",
    .example = "usher doc bash > ~/.local/share/bash-completion/completions/usher",
    .options = options,
    .operands_min = 1,
    .operands_max = 1,
    .run = doc_run,
};
