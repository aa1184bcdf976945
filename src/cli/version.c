/* version.c - usher version: what this is, and the libraries that it runs with. */

#include <stdio.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/version.h"
#include "config/node.h"
#include "flow/condition.h"
#include "guard/pattern.h"
#include "http/server.h"
#include "loop/loop.h"
#include "store/store.h"
#include "text/language.h"
#include "text/normalise.h"

enum { ANSWER_BYTES_MAX = 1 << 14 };

/* md4c and libstemmer do not tell theirs. */
static const struct {
    const char *name;
    struct str (*version)(struct arena *arena);
} libraries[] = {
    { "OpenSSL", hash_library_version },  { "libuv", loop_library_version },
    { "libfyaml", yaml_library_version }, { "utf8proc", unicode_library_version },
    { "CLD2", language_library_version }, { "PCRE2", pattern_library_version },
    { "Lua", condition_library_version }, { "libmicrohttpd", server_library_version },
    { "SQLite", store_library_version },
};

static void print_json(struct arena *arena)
{
    struct buf buf;
    struct json_writer writer;

    buf_init(&buf, arena, ANSWER_BYTES_MAX);
    writer = json_writer_to(&buf);
    json_open_object(&writer);
    json_key(&writer, STR("version"));
    json_add_str(&writer, STR(USHER_VERSION));
    json_key(&writer, STR("compiler"));
    json_add_str(&writer, STR(USHER_COMPILER));
    json_key(&writer, STR("libraries"));
    json_open_object(&writer);
    for (size_t i = 0; i < COUNT_OF(libraries); i++) {
        json_key(&writer, str_from(libraries[i].name));
        json_add_str(&writer, libraries[i].version(arena));
    }
    json_close_object(&writer);
    json_close_object(&writer);
    printf("%.*s\n", STR_ARG(buf_str(&buf)));
}

static void print_text(struct arena *arena)
{
    printf("usher %s\nbuilt with %s\n", USHER_VERSION, USHER_COMPILER);
    for (size_t i = 0; i < COUNT_OF(libraries); i++) {
        printf("  %-14s %.*s\n", libraries[i].name, STR_ARG(libraries[i].version(arena)));
    }
}

static int version_run(const struct invocation *invocation)
{
    struct arena *arena = arena_new((size_t)ANSWER_BYTES_MAX * 8);

    if (invocation->json) {
        print_json(arena);
    } else {
        print_text(arena);
    }
    arena_free(&arena);
    return EXIT_DONE;
}

static const struct option options[] = { { NULL, NULL, NULL } };

const struct command command_version = {
    .name = "version",
    .operands = "",
    .summary = "what this program is and the libraries that it runs with",
    .description =
        "Prints the version, the compiler, and the versions of the libraries that are "
        "loaded, of\nthose that tell theirs.",
    .example = "usher version",
    .options = options,
    .run = version_run,
};
