/* release.c - usher_open() to usher_close(). */

#include "base/arena.h"
#include "base/err.h"
#include "bot/bot.h"
#include "embed/embed.h"
#include "embed/rescue.h"

#define RELEASE_MEMORY_BYTES ((size_t)256 << 20)

struct release_opening {
    const char *path; /* NULL: the bytes are given */
    struct str bytes;
    struct arena *arena;
    struct usher_release *release; /* once it is open */
};

static void unmap(void *map)
{
    file_map_close(map);
}

static int map_file(struct usher_release *release, struct release_opening *opening,
                    struct err *err)
{
    if (file_is_folder(opening->path)) {
        return err_set(
            err, ERR_INPUT,
            "%.80s: is a folder; `usher build %.80s -o FILE` makes its release",
            opening->path, opening->path);
    }
    arena_defer(opening->arena, unmap, &release->map);
    if (file_map_open(&release->map, opening->path, err) != 0) {
        return -1;
    }
    opening->bytes = release->map.content;
    return 0;
}

static void copy_bytes(struct release_opening *opening)
{
    char *room = arena_raw(opening->arena, opening->bytes.len + RELEASE_ALIGN, 1);
    char *copy = room + (RELEASE_ALIGN - (uintptr_t)room % RELEASE_ALIGN);

    if (opening->bytes.len != 0) {
        memcpy(copy, opening->bytes.at, opening->bytes.len);
    }
    opening->bytes.at = copy;
}

/* Called by rescue(). */
static int open_release(void *context, struct err *err)
{
    struct release_opening *opening = context;
    struct arena *arena = opening->arena;
    struct usher_release *release = arena_alloc(arena, sizeof *release);

    release->arena = arena;
    if (opening->path == NULL) {
        copy_bytes(opening);
    } else if (map_file(release, opening, err) != 0) {
        return -1;
    }
    if (bot_open(&release->bot, opening->bytes, arena, err) != 0) {
        return opening->path == NULL ? -1 : err_wrap(err, "%.100s", opening->path);
    }
    release->id = release->bot->id.at;
    release->name = str_copy(arena, release->bot->config.settings.name).at;
    opening->release = release;
    return 0;
}

static int open_any(struct usher_release **release_out, struct release_opening *opening,
                    const struct usher_limits *limits, struct err *err)
{
    size_t limit;

    if (release_out == NULL || (opening->path == NULL && opening->bytes.at == NULL)) {
        return err_set(err, ERR_INPUT, "a pointer is NULL that may not be");
    }
    if (embed_limit(&limit, limits, RELEASE_MEMORY_BYTES, err) != 0) {
        return -1;
    }
    if (__builtin_add_overflow(limit, opening->bytes.len, &limit)) {
        limit = SIZE_MAX;
    }
    opening->arena = arena_try_new(limit);
    if (opening->arena == NULL) {
        return err_set(err, ERR_LIMIT, "no memory for a release");
    }
    if (rescue(opening->arena, open_release, opening, err) != 0) {
        arena_free(&opening->arena);
        return -1;
    }
    *release_out = opening->release;
    return 0;
}

int usher_open(struct usher_release **release_out, const char *path,
               const struct usher_limits *limits, struct usher_error *error)
{
    struct release_opening opening = { .path = path };
    struct err err;

    return open_any(release_out, &opening, limits, &err) == 0 ? USHER_OK
                                                              : embed_fail(error, &err);
}

int usher_open_bytes(struct usher_release **release_out, const void *bytes, size_t len,
                     const struct usher_limits *limits, struct usher_error *error)
{
    struct release_opening opening = { .bytes = { bytes, len } };
    struct err err;

    return open_any(release_out, &opening, limits, &err) == 0 ? USHER_OK
                                                              : embed_fail(error, &err);
}

const char *usher_release_id(const struct usher_release *release)
{
    return release->id;
}

const char *usher_release_bot(const struct usher_release *release)
{
    return release->name;
}

void usher_close(struct usher_release *release)
{
    if (release != NULL) {
        struct arena *arena = release->arena;

        arena_free(&arena);
    }
}
