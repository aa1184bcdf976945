/* search.c - usher search: which help passages a query finds. */

#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "bot/bot.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "search/index.h"
#include "text/language.h"
#include "text/normalise.h"
#include "text/stem.h"
#include "text/tokens.h"

enum { HITS_MAX = 10, SHOWN_BYTES = 90, TOKENS_MAX = 4000, ANSWER_BYTES_MAX = 1 << 20 };

struct searching {
    const struct invocation *invocation;
    const struct index *index;
    struct arena *arena;
    struct hit hits[HITS_MAX];
    size_t count;
};

static enum tongue tongue_of(const struct searching *searching, struct str text)
{
    const char *given = option_value(searching->invocation, "lang");
    struct language language;
    struct tokens tokens;
    enum tongue tongue;

    if (given != NULL) {
        return tongue_from_code(str_from(given));
    }
    tokens = text_tokens(searching->arena, text, TOKENS_MAX);
    language = language_detect(text, &tokens, searching->arena);
    tongue = tongue_from_code(str_from(language.code));
    return tongue == TONGUE_NONE ? TONGUE_EN : tongue;
}

static int find(struct searching *searching, const char *words, struct err *err)
{
    struct stemmer *stemmer;
    struct normal normal;
    struct query query;

    if (text_normalise(&normal, searching->arena, str_from(words), err) != 0) {
        return -1;
    }
    stemmer = stemmer_new(searching->arena);
    query = index_query(searching->index, searching->arena, stemmer,
                        tongue_of(searching, normal.text), normal.text);
    searching->count = index_search(searching->index, searching->arena, &query, NULL,
                                    searching->hits, HITS_MAX);
    return 0;
}

static void print_json(const struct searching *searching)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, searching->arena, ANSWER_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("hits"));
    json_open_array(&writer);
    for (size_t i = 0; i < searching->count; i++) {
        struct passage passage =
            index_passage(searching->index, searching->hits[i].passage);

        json_open_object(&writer);
        json_key(&writer, STR("page"));
        json_add_str(&writer, passage.page);
        json_key(&writer, STR("anchor"));
        json_add_str(&writer, passage.anchor);
        json_key(&writer, STR("heading"));
        json_add_str(&writer, passage.heading);
        json_key(&writer, STR("text"));
        json_add_str(&writer, passage.text);
        json_key(&writer, STR("bm25"));
        json_add_micros(&writer, searching->hits[i].score);
        json_key(&writer, STR("dense"));
        json_add_null(&writer);
        json_close_object(&writer);
    }
    json_close_array(&writer);
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

/* Cut before a character, not inside one. */
static struct str beginning(struct str text)
{
    size_t len = text.len > SHOWN_BYTES ? SHOWN_BYTES : text.len;

    while (len < text.len && len > 0 && ((unsigned char)text.at[len] & 0xc0) == 0x80) {
        len--;
    }
    return str_slice(text, 0, len);
}

static void print_text(const struct searching *searching)
{
    for (size_t i = 0; i < searching->count; i++) {
        struct passage passage =
            index_passage(searching->index, searching->hits[i].passage);

        printf("%7.3f  %.*s#%.*s\n         %.*s%s\n",
               (double)searching->hits[i].score / 1e6, STR_ARG(passage.page),
               STR_ARG(passage.anchor), STR_ARG(beginning(passage.text)),
               passage.text.len > SHOWN_BYTES ? "..." : "");
    }
    if (searching->count == 0) {
        fprintf(stderr, "no passage has any of these words\n");
    }
}

static int search_run(const struct invocation *invocation)
{
    struct searching searching = { .invocation = invocation };
    struct loaded loaded = { 0 };
    struct err err;
    int status = load_bot(&loaded, invocation, invocation->operands[0]);

    if (status == EXIT_DONE && option_given(invocation, "lang") &&
        tongue_from_code(str_from(option_value(invocation, "lang"))) == TONGUE_NONE) {
        status = command_misuse(invocation, "no language \"%s\"; expected en, de or es",
                                option_value(invocation, "lang"));
    }
    if (status == EXIT_DONE) {
        searching.arena = loaded.arena;
        searching.index = &loaded.bot->index;
        if (find(&searching, invocation->operands[1], &err) != 0) {
            status = command_fail(invocation, "%s", err.text);
        } else if (invocation->json) {
            print_json(&searching);
        } else {
            print_text(&searching);
        }
    }
    loaded_close(&loaded);
    return status;
}

static const struct option options[] = {
    { "lang", "CODE", "the language of the query: en, de or es; found out otherwise" },
    { NULL, NULL, NULL },
};

const struct command command_search = {
    .name = "search",
    .operands = "BOT QUERY",
    .summary = "which help passages a query finds",
    .description =
        "Searches a bot's help pages and shows the ten best passages with their "
        "scores: what a\ndraft would be made of.",
    .example = "usher search bots/acme 'how long does a refund take'",
    .options = options,
    .operands_min = 2,
    .operands_max = 2,
    .run = search_run,
};
