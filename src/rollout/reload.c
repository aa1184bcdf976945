/* reload.c - watching folders by the stamps of their files, building in a child.
 *
 * Looking is polling: it costs some fifty calls a second for a folder of fifty files, and
 * works for whatever way files came there (editors, checkouts, links that were turned,
 * network file systems).
 *
 * heap: a reloader lives as long as the server, its children come and go between.
 */

#include "rollout/reload.h"

#include <assert.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/json.h"
#include "bot/bot.h"
#include "bot/folder.h"
#include "loop/child.h"
#include "os/file.h"
#include "rollout/generation.h"
#include "rollout/served.h"

enum { BUILD_MS_MAX = 10 * 60 * 1000, BUILD_NICENESS = 10, LOOK_ARENA_BYTES = 16 << 20 };

/* One bot and where it comes from. */
struct source {
    struct reloader *reloader;
    const char *path;
    size_t place;
    uint64_t built_stamp; /* of the folder when its build began */
    uint64_t seen_stamp;  /* at the last look */
    struct child *child;  /* NULL: nothing is being built */
    bool has_served;
    bool is_wanted; /* again, when the child is done */
};

struct reloader {
    struct loop *loop;
    struct serving *serving;
    struct reload_options options;
    struct arena *arena; /* of one look or one outcome */
    struct source sources[SERVED_BOTS_MAX];
};

struct reloader *reloader_new(struct loop *loop, struct serving *serving,
                              const struct reload_options *options)
{
    struct reloader *reloader = calloc(1, sizeof *reloader);

    assert(reloader != NULL && options->path_count <= SERVED_BOTS_MAX);
    reloader->loop = loop;
    reloader->serving = serving;
    reloader->options = *options;
    reloader->arena = arena_new(LOOK_ARENA_BYTES);
    for (size_t i = 0; i < options->path_count; i++) {
        reloader->sources[i] = (struct source){ .reloader = reloader,
                                                .path = options->paths[i],
                                                .place = i };
    }
    return reloader;
}

void reloader_free(struct reloader **reloader)
{
    if (*reloader == NULL) {
        return;
    }
    arena_free(&(*reloader)->arena);
    free(*reloader);
    *reloader = NULL;
}

static void tell(struct source *source, bool has_failed, struct str why)
{
    struct reloader *reloader = source->reloader;
    struct generation *generation;
    struct reload_outcome outcome = {
        .place = source->place, .path = source->path, .has_failed = has_failed, .why = why
    };

    if (has_failed) {
        serving_note(reloader->serving, source->place, why);
    }
    generation = serving_take(reloader->serving);
    if (source->place < generation_count(generation)) {
        const struct served *served = generation_at(generation, source->place);

        if (served != NULL) {
            outcome.bot = served_name(served);
            outcome.release = served_bot(served)->id;
        }
    }
    reloader->options.on_outcome(reloader->options.context, &outcome);
    serving_give(reloader->serving, &generation);
}

/* Open the release at path and let it serve; is_settled as in served.h. */
static void put_release(struct source *source, const char *path, bool is_settled)
{
    struct reloader *reloader = source->reloader;
    struct served *served;
    struct err err;

    if (served_open(&served, path, is_settled, reloader->options.seat_count, &err) != 0) {
        tell(source, true, str_from(err.text));
    } else if (serving_put(reloader->serving, source->place, served, &err) != 0) {
        served_close(&served);
        tell(source, true, str_from(err.text));
    } else {
        source->has_served = true;
        tell(source, false, STR(""));
    }
}

/* The path in what `usher build --json` printed. */
static struct str built_path(struct str output, struct arena *arena)
{
    const struct json *built;
    const struct json *file;
    struct err err;

    if (json_parse(&built, arena, str_trim(output), JSON_LIMITS_DEFAULT, NULL, &err) !=
        0) {
        return STR("");
    }
    file = json_find(built, STR("file"));
    return file != NULL && file->kind == JSON_STRING ? str_copy(arena, file->text)
                                                     : STR("");
}

/* Never empty: that would say that nothing is wrong. */
static struct str why_failed(const struct child_outcome *outcome, struct arena *arena)
{
    struct str said = str_trim(outcome->errors);

    if (outcome->is_late) {
        return STR("the build was stopped at its deadline");
    }
    if (said.len != 0) {
        return said;
    }
    if (outcome->status != 0) {
        return str_format(arena, "usher build ended with status %d and said nothing",
                          outcome->status);
    }
    return STR("usher build did not tell the release that it made");
}

static void load(struct source *source);

static void on_built(void *context, const struct child_outcome *outcome)
{
    struct source *source = context;
    struct arena *arena = source->reloader->arena;
    struct str path;

    arena_clear(arena);
    source->child = NULL;
    path = outcome->status == 0 ? built_path(outcome->output, arena) : STR("");
    if (path.len != 0) {
        put_release(source, path.at, true);
    } else {
        tell(source, true, why_failed(outcome, arena));
    }
    if (source->is_wanted && !outcome->is_late) {
        load(source);
    }
}

/* Mixes one more number in. */
static uint64_t mix(uint64_t stamp, uint64_t more)
{
    return (stamp ^ more) * UINT64_C(0x9e3779b97f4a7c15) + (stamp >> 31);
}

static uint64_t folder_stamp(struct str folder, struct arena *arena)
{
    struct file_names names;
    uint64_t stamp = 0;
    struct err err;

    if (file_list(&names, arena, folder.at, FOLDER_FILES_MAX, &err) != 0) {
        return 0;
    }
    for (size_t i = 0; i < names.count; i++) {
        struct str path = file_join(arena, folder, names.names[i]);

        stamp = mix(stamp, hash_text(names.names[i]));
        stamp = mix(stamp, file_stamp(path.at));
    }
    return stamp;
}

/* A number that changes when the release file does, or a file of the folder. */
static uint64_t stamp_of(const char *path, struct arena *arena)
{
    struct str folder = str_from(path);

    if (!file_is_folder(path)) {
        return file_stamp(path);
    }
    return mix(folder_stamp(folder, arena),
               folder_stamp(file_join(arena, folder, STR("knowledge")), arena));
}

static void build(struct source *source)
{
    struct reloader *reloader = source->reloader;
    const char *const words[] = { "usher", "build", "--json", "--", source->path, NULL };
    const struct child_options options = {
        .program = reloader->options.program,
        .words = words,
        .niceness = source->has_served ? BUILD_NICENESS : 0,
        .deadline_ms = BUILD_MS_MAX,
        .on_done = on_built,
        .context = source,
    };
    struct err err;

    if (child_start(&source->child, reloader->loop, &options, &err) != 0) {
        tell(source, true, str_from(err.text));
    }
}

static void load(struct source *source)
{
    if (source->child != NULL) {
        source->is_wanted = true;
        return;
    }
    source->is_wanted = false;
    arena_clear(source->reloader->arena);
    source->built_stamp = stamp_of(source->path, source->reloader->arena);
    source->seen_stamp = source->built_stamp;
    if (file_is_folder(source->path)) {
        build(source);
    } else {
        put_release(source, source->path, false);
    }
}

void reloader_load_all(struct reloader *reloader)
{
    for (size_t i = 0; i < reloader->options.path_count; i++) {
        load(&reloader->sources[i]);
    }
}

bool reloader_is_busy(const struct reloader *reloader)
{
    for (size_t i = 0; i < reloader->options.path_count; i++) {
        if (reloader->sources[i].child != NULL) {
            return true;
        }
    }
    return false;
}

void reloader_look(struct reloader *reloader)
{
    for (size_t i = 0; i < reloader->options.path_count; i++) {
        struct source *source = &reloader->sources[i];
        uint64_t stamp;
        bool is_at_rest;

        if (source->child != NULL) {
            continue;
        }
        arena_clear(reloader->arena);
        stamp = stamp_of(source->path, reloader->arena);
        is_at_rest = stamp == source->seen_stamp;
        source->seen_stamp = stamp;
        if (is_at_rest && stamp != source->built_stamp) {
            load(source);
        }
    }
}
