/* served.c - one open release and its seats. */

#include "rollout/served.h"

#include <assert.h>

#include "base/arena.h"
#include "base/err.h"
#include "bot/bot.h"
#include "bot/turn.h"
#include "os/clock.h"
#include "os/file.h"
#include "os/mutex.h"

#define SERVED_ARENA_BYTES ((size_t)1 << 30)

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

int served_open(struct served **served_out, const char *release_path, size_t seat_count,
                struct err *err)
{
    struct arena *arena = arena_new(SERVED_ARENA_BYTES);
    struct served *served = arena_alloc(arena, sizeof *served);

    served->arena = arena;
    mutex_init(&served->mutex);
    if (file_map_open(&served->map, release_path, err) != 0) {
        served_close(&served);
        return -1;
    }
    if (bot_open(&served->bot, served->map.content, arena, err) != 0 ||
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
