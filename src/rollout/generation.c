/* generation.c - counted snapshots under one mutex.
 *
 * heap: a generation's life ends with its last user, which is no scope.
 */

#include "rollout/generation.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/utf8.h"
#include "os/mutex.h"
#include "rollout/served.h"

enum { TROUBLE_BYTES_MAX = 1024 };

/* An open release and how many generations hold it. */
struct holding {
    struct served *served;
    size_t holder_count;
};

struct place {
    struct holding *holding; /* NULL: none yet */
    char trouble[TROUBLE_BYTES_MAX];
};

struct generation {
    size_t user_count; /* serving itself is one while this is the current one */
    size_t count;
    struct generation *next; /* among those that wait to be reaped */
    struct place places[];   /* count of them */
};

struct serving {
    struct mutex mutex; /* of current and of all user counts and the list */
    struct generation *current;
    struct generation *unused;
};

static void *new_zeroed(size_t size)
{
    void *at = calloc(1, size);

    assert(at != NULL);
    return at;
}

/* With the same places as another one, or none, and room for count. */
static struct generation *new_generation(const struct generation *like, size_t count)
{
    size_t like_count = like == NULL ? 0 : like->count;
    struct generation *generation;

    count = count < like_count ? like_count : count;
    generation = new_zeroed(sizeof *generation + count * sizeof generation->places[0]);
    generation->user_count = 1;
    generation->count = count;
    for (size_t i = 0; i < like_count; i++) {
        generation->places[i] = like->places[i];
    }
    return generation;
}

struct serving *serving_new(void)
{
    struct serving *serving = new_zeroed(sizeof *serving);

    mutex_init(&serving->mutex);
    serving->current = new_generation(NULL, 0);
    return serving;
}

/* With the mutex held. */
static void drop_user_locked(struct serving *serving, struct generation *generation)
{
    assert(generation->user_count != 0);
    if (--generation->user_count == 0) {
        generation->next = serving->unused;
        serving->unused = generation;
    }
}

void serving_free(struct serving **serving)
{
    if (*serving == NULL) {
        return;
    }
    mutex_lock(&(*serving)->mutex);
    assert((*serving)->current->user_count == 1);
    drop_user_locked(*serving, (*serving)->current);
    mutex_unlock(&(*serving)->mutex);
    serving_reap(*serving);
    mutex_fini(&(*serving)->mutex);
    free(*serving);
    *serving = NULL;
}

/* Each of its releases has one more holder, and it is what requests get. */
static void make_current(struct serving *serving, struct generation *next)
{
    for (size_t i = 0; i < next->count; i++) {
        if (next->places[i].holding != NULL) {
            next->places[i].holding->holder_count++;
        }
    }
    mutex_lock(&serving->mutex);
    drop_user_locked(serving, serving->current);
    serving->current = next;
    mutex_unlock(&serving->mutex);
}

int serving_put(struct serving *serving, size_t place, struct served *served,
                struct err *err)
{
    struct generation *next;
    struct holding *holding;

    assert(place < SERVED_BOTS_MAX);
    for (size_t i = 0; i < serving->current->count; i++) {
        const struct served *other = generation_at(serving->current, i);

        if (i != place && other != NULL &&
            str_equal(served_name(other), served_name(served))) {
            return err_set(err, ERR_CONFLICT, "a bot \"%.*s\" is served already",
                           STR_ARG(served_name(served)));
        }
    }
    holding = new_zeroed(sizeof *holding);
    holding->served = served;
    next = new_generation(serving->current, place + 1);
    next->places[place] = (struct place){ .holding = holding };
    make_current(serving, next);
    return 0;
}

void serving_note(struct serving *serving, size_t place, struct str trouble)
{
    struct generation *next = new_generation(serving->current, place + 1);

    assert(place < SERVED_BOTS_MAX);
    trouble = utf8_valid_part(str_slice(trouble, 0, TROUBLE_BYTES_MAX - 1));
    (void)snprintf(next->places[place].trouble, TROUBLE_BYTES_MAX, "%.*s",
                   STR_ARG(trouble));
    make_current(serving, next);
}

static void free_generation(struct generation *generation)
{
    for (size_t i = 0; i < generation->count; i++) {
        struct holding *holding = generation->places[i].holding;

        if (holding != NULL && --holding->holder_count == 0) {
            served_close(&holding->served);
            free(holding);
        }
    }
    free(generation);
}

void serving_reap(struct serving *serving)
{
    struct generation *generation;

    mutex_lock(&serving->mutex);
    generation = serving->unused;
    serving->unused = NULL;
    mutex_unlock(&serving->mutex);
    while (generation != NULL) {
        struct generation *next = generation->next;

        free_generation(generation);
        generation = next;
    }
}

struct generation *serving_take(struct serving *serving)
{
    struct generation *generation;

    mutex_lock(&serving->mutex);
    generation = serving->current;
    generation->user_count++;
    mutex_unlock(&serving->mutex);
    return generation;
}

void serving_give(struct serving *serving, struct generation **generation)
{
    mutex_lock(&serving->mutex);
    drop_user_locked(serving, *generation);
    mutex_unlock(&serving->mutex);
    *generation = NULL;
}

size_t generation_count(const struct generation *generation)
{
    return generation->count;
}

struct served *generation_at(const struct generation *generation, size_t place)
{
    assert(place < generation->count);
    return generation->places[place].holding == NULL
               ? NULL
               : generation->places[place].holding->served;
}

struct str generation_trouble(const struct generation *generation, size_t place)
{
    assert(place < generation->count);
    return str_from(generation->places[place].trouble);
}

struct served *generation_find(const struct generation *generation, struct str name)
{
    for (size_t i = 0; i < generation->count; i++) {
        struct served *served = generation_at(generation, i);

        if (served != NULL && (name.len == 0 || str_equal(served_name(served), name))) {
            return served;
        }
    }
    return NULL;
}
