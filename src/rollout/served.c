/* served.c - one open release and its seats. */

#include "rollout/served.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "bot/bot.h"
#include "bot/turn.h"
#include "os/clock.h"
#include "os/file.h"
#include "os/mutex.h"

#define SERVED_ARENA_BYTES ((size_t)2 << 30)

struct served {
    struct arena *arena; /* holds this very struct too */
    struct file_map map;
    struct bot *bot;
    struct mutex mutex; /* of the list of free seats */
    struct seat *free;
};

static int open_seats(struct served *served, size_t seat_count, struct err *err)
{
    struct seat *seats = arena_array(served->arena, seat_count, sizeof *seats);

    for (size_t i = 0; i < seat_count; i++) {
        struct seat *seat = &seats[i];

        if (turn_worker_open(&seat->worker, served->bot, clock_monotonic_ns,
                             served->arena, err) != 0) {
            return -1;
        }
        breakers_init(&seat->breakers);
        seat->next = served->free;
        served->free = seat;
    }
    return 0;
}

static int copy_release(struct str *bytes_out, struct served *served, const char *path,
                        struct err *err)
{
    struct arena *reading = arena_new((size_t)2 * RELEASE_BYTES_MAX);
    struct str bytes;
    char *copy;

    if (file_read(&bytes, reading, path, RELEASE_BYTES_MAX, err) != 0) {
        arena_free(&reading);
        return -1;
    }
    copy = arena_raw(served->arena, bytes.len + RELEASE_ALIGN, 1);
    copy += RELEASE_ALIGN - 1 - ((uintptr_t)copy - 1) % RELEASE_ALIGN;
    memcpy(copy, bytes.at, bytes.len);
    arena_free(&reading);
    *bytes_out = (struct str){ copy, bytes.len };
    return 0;
}

static int read_release(struct str *bytes_out, struct served *served, const char *path,
                        bool is_settled, struct err *err)
{
    if (!is_settled) {
        return copy_release(bytes_out, served, path, err);
    }
    if (file_map_open(&served->map, path, err) != 0) {
        return -1;
    }
    *bytes_out = served->map.content;
    return 0;
}

int served_open(struct served **served_out, const char *release_path, bool is_settled,
                size_t seat_count, struct err *err)
{
    struct arena *arena = arena_new(SERVED_ARENA_BYTES);
    struct served *served = arena_alloc(arena, sizeof *served);
    struct str bytes;

    served->arena = arena;
    mutex_init(&served->mutex);
    if (read_release(&bytes, served, release_path, is_settled, err) != 0) {
        served_close(&served);
        return -1;
    }
    if (bot_open(&served->bot, bytes, arena, err) != 0 ||
        open_seats(served, seat_count, err) != 0) {
        served_close(&served);
        return err_wrap(err, "%s", release_path);
    }
    *served_out = served;
    return 0;
}

void served_close(struct served **served)
{
    struct served *old = *served;
    struct arena *arena;
    struct file_map map;

    if (old == NULL) {
        return;
    }
    arena = old->arena;
    map = old->map;
    mutex_fini(&old->mutex);
    arena_free(&arena); /* with bot and workers, which look into the map */
    file_map_close(&map);
    *served = NULL;
}

const struct bot *served_bot(const struct served *served)
{
    return served->bot;
}

struct str served_name(const struct served *served)
{
    return served->bot->config.settings.name;
}

struct seat *seat_take(struct served *served)
{
    struct seat *seat;

    mutex_lock(&served->mutex);
    seat = served->free;
    assert(seat != NULL);
    served->free = seat->next;
    mutex_unlock(&served->mutex);
    return seat;
}

void seat_give(struct served *served, struct seat *seat)
{
    mutex_lock(&served->mutex);
    seat->next = served->free;
    served->free = seat;
    mutex_unlock(&served->mutex);
}
