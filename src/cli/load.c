/* load.c - folders become releases once, releases become bots.
 *
 * The cache holds two kinds of files: rel_SHA256 (a release) and DIGEST.link, which names
 * the release that a folder of this digest gave.
 */

#include "cli/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "bot/bot.h"
#include "bot/compile.h"
#include "bot/folder.h"
#include "cli/command.h"
#include "cli/show.h"
#include "os/terminal.h"

/* A release has a few links at most; links are small. */
enum {
    LINK_BYTES_MAX = 256,
    RELEASES_KEPT = 16,
    LINKS_KEPT = 256,
    CACHE_FILES_MAX = 10000
};

struct str load_cache_folder(struct arena *arena)
{
    const char *cache = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    struct str folder = { NULL, 0 };
    struct err err;

    if (cache != NULL && cache[0] == '/') {
        folder = str_format(arena, "%s/usher", cache);
    } else if (home != NULL && home[0] == '/') {
        folder = str_format(arena, "%s/.cache/usher", home);
    }
    if (folder.at == NULL || file_make_folders(folder.at, &err) != 0) {
        return (struct str){ NULL, 0 };
    }
    return folder;
}

/* What compiles: this very program, so that none finds what another one made. */
static struct str program_name(struct arena *arena)
{
    struct str hex = STR("");
    struct file_map map;
    struct sha256 digest;
    struct err err;

    if (file_map_open(&map, "/proc/self/exe", &err) == 0) {
        digest = sha256_of(map.content);
        hex = sha256_hex(arena, &digest);
        file_map_close(&map);
    }
    return str_format(arena, "%.*s %.*s", STR_ARG(COMPILE_PROGRAM), STR_ARG(hex));
}

static void on_step(void *context, const char *what)
{
    (void)context;
    if (terminal_is_at(stderr)) {
        fprintf(stderr, "\r\033[Kbuilding: %s ...", what);
        fflush(stderr);
    }
}

static void end_steps(void)
{
    if (terminal_is_at(stderr)) {
        fprintf(stderr, "\r\033[K");
        fflush(stderr);
    }
}

static void describe(struct built *built, const struct release *release,
                     struct arena *arena)
{
    char id[RELEASE_ID_LEN + 1];

    release_id(release, id);
    built->id = str_copy(arena, str_from(id));
    built->size_bytes = release->bytes.len;
}

/* The release that this digest gave before, if it is still there and whole. */
static bool find_cached(struct built *built_out, struct str cache, struct str digest,
                        struct arena *arena)
{
    struct file_map map = { 0 };
    struct release release;
    struct str link =
        str_format(arena, "%.*s/%.*s.link", STR_ARG(cache), STR_ARG(digest));
    struct str name;
    struct err err;
    bool found = false;

    if (file_read(&name, arena, link.at, LINK_BYTES_MAX, &err) != 0) {
        return false;
    }
    built_out->path = file_join(arena, cache, str_trim(name));
    if (file_map_open(&map, built_out->path.at, &err) != 0) {
        return false;
    }
    if (release_open(&release, map.content, &err) == 0) {
        describe(built_out, &release, arena);
        found = str_equal(built_out->id, str_trim(name));
        built_out->was_cached = found;
        file_touch(built_out->path.at);
        file_touch(link.at);
    }
    file_map_close(&map);
    return found;
}

struct cached_file {
    struct str path;
    int64_t used_ms;
};

static int newest_first(const void *a, const void *b)
{
    int64_t first = ((const struct cached_file *)a)->used_ms;
    int64_t second = ((const struct cached_file *)b)->used_ms;

    return (first < second) - (first > second);
}

/* Removes all files of that ending but those used last.  Who has a release open keeps it.
 */
static void keep_newest(const struct file_names *names, struct str cache, bool are_links,
                        size_t kept_count, struct arena *arena)
{
    struct cached_file *files = arena_array(arena, names->count + 1, sizeof *files);
    size_t count = 0;

    for (size_t i = 0; i < names->count; i++) {
        struct str path = file_join(arena, cache, names->names[i]);

        if (str_ends_with(path, STR(".link")) == are_links) {
            files[count++] = (struct cached_file){ path, file_written_ms(path.at) };
        }
    }
    qsort(files, count, sizeof *files, newest_first);
    for (size_t i = kept_count; i < count; i++) {
        file_remove(files[i].path.at);
    }
}

static void prune(struct str cache, struct arena *arena)
{
    struct file_names names;
    struct err err;

    if (file_list(&names, arena, cache.at, CACHE_FILES_MAX, &err) == 0) {
        keep_newest(&names, cache, false, RELEASES_KEPT, arena);
        keep_newest(&names, cache, true, LINKS_KEPT, arena);
    }
}

/* A cache that cannot be written is no failure. */
static bool store_cached(struct built *built, struct str cache, struct str digest,
                         struct str bytes, struct arena *arena)
{
    struct str link =
        str_format(arena, "%.*s/%.*s.link", STR_ARG(cache), STR_ARG(digest));
    struct err err;

    built->path = file_join(arena, cache, built->id);
    if (file_write(built->path.at, bytes, &err) != 0 ||
        file_write(link.at, built->id, &err) != 0) {
        return false;
    }
    prune(cache, arena);
    return true;
}

static int compile(struct compiled *compiled_out, const struct invocation *invocation,
                   const struct bot_files *files, struct arena *arena)
{
    struct mistakes mistakes;
    struct bot_folder folder;
    struct err err;
    int failed;

    mistakes_init(&mistakes, arena);
    bot_folder_parse(&folder, *files, arena, &mistakes);
    if (mistakes.error_count != 0) {
        show_mistakes(stderr, &mistakes, 0);
        return EXIT_FAILED;
    }
    failed = bot_compile(compiled_out, &folder, on_step, NULL, arena, &err);
    end_steps();
    return failed == 0 ? EXIT_DONE : command_fail(invocation, "%s", err.text);
}

static int copy_to(const struct invocation *invocation, struct built *built,
                   const char *output, struct arena *arena)
{
    struct str bytes;
    struct err err;

    if (file_read(&bytes, arena, built->path.at, RELEASE_BYTES_MAX, &err) != 0 ||
        file_write(output, bytes, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    built->path = str_from(output);
    return EXIT_DONE;
}

static int keep(struct built *built, const struct invocation *invocation,
                struct str bytes, struct str cache, struct str digest, const char *output,
                struct arena *arena)
{
    struct release release;
    struct err err;

    if (release_open(&release, bytes, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    describe(built, &release, arena);
    if (output != NULL) {
        built->path = str_from(output);
        if (file_write(output, bytes, &err) != 0) {
            return command_fail(invocation, "%s", err.text);
        }
    }
    if (cache.at != NULL && !store_cached(built, cache, digest, bytes, arena) &&
        output == NULL) {
        return command_fail(invocation,
                            "the cache %.*s cannot be written: set XDG_CACHE_HOME, "
                            "or build with -o FILE",
                            STR_ARG(cache));
    }
    if (output != NULL) {
        built->path = str_from(output);
    }
    return EXIT_DONE;
}

int load_build(struct built *built_out, const struct invocation *invocation,
               const char *folder, const char *output, bool use_cache,
               struct arena *arena)
{
    struct str cache = use_cache ? load_cache_folder(arena) : (struct str){ NULL, 0 };
    struct compiled compiled;
    struct bot_files files;
    struct sha256 inputs;
    struct str digest;
    struct err err;
    int status;

    *built_out = (struct built){ 0 };
    if (cache.at == NULL && output == NULL) {
        return command_fail(invocation, "no cache folder can be made: set HOME or "
                                        "XDG_CACHE_HOME, or build with -o FILE");
    }
    if (bot_files_read(&files, folder, arena, &err) != 0) {
        return command_fail(invocation, "%s", err.text);
    }
    inputs = release_input_digest(&files, program_name(arena), arena);
    digest = sha256_hex(arena, &inputs);
    if (cache.at != NULL && find_cached(built_out, cache, digest, arena)) {
        return output == NULL ? EXIT_DONE : copy_to(invocation, built_out, output, arena);
    }
    status = compile(&compiled, invocation, &files, arena);
    if (status != EXIT_DONE) {
        return status;
    }
    return keep(built_out, invocation, compiled.bytes, cache, digest, output, arena);
}

/* The release file of a folder or of itself. */
static int find_release(struct str *path_out, const struct invocation *invocation,
                        const char *path, struct arena *arena)
{
    struct arena *work;
    struct built built;
    int status;

    if (!file_is_folder(path)) {
        *path_out = str_copy(arena, str_from(path));
        return EXIT_DONE;
    }
    work = arena_new(FOLDER_ARENA_BYTES);
    status = load_build(&built, invocation, path, NULL, true, work);
    if (status == EXIT_DONE) {
        *path_out = str_copy(arena, built.path);
    }
    arena_free(&work);
    return status;
}

int load_bot(struct loaded *loaded_out, const struct invocation *invocation,
             const char *path)
{
    struct loaded loaded = { .arena = arena_new(BOT_ARENA_BYTES) };
    struct str release_path;
    struct err err;
    int status = find_release(&release_path, invocation, path, loaded.arena);

    if (status == EXIT_DONE && file_map_open(&loaded.map, release_path.at, &err) != 0) {
        status = command_fail(invocation, "%s", err.text);
    }
    if (status == EXIT_DONE &&
        bot_open(&loaded.bot, loaded.map.content, loaded.arena, &err) != 0) {
        status = command_fail(invocation, "%s: %s", path, err.text);
    }
    if (status != EXIT_DONE) {
        loaded_close(&loaded);
        return status;
    }
    *loaded_out = loaded;
    return EXIT_DONE;
}

void loaded_close(struct loaded *loaded)
{
    loaded->bot = NULL;
    arena_free(&loaded->arena);
    file_map_close(&loaded->map);
}
