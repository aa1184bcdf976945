/* condition_lua.c - evaluates conditions; the one file that knows Lua.
 *
 * A set is a Lua state without any library, with the compiled functions on its stack, at
 * index + 1.  Everything that may raise an error in Lua runs inside lua_pcall().  (Lua
 * seeds its text hash from the clock; only the order of a table walk could show that, and
 * there are no tables.)
 */

#include <assert.h>
#include <lua.h>
#include <stdalign.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "flow/condition.h"

/* --- memory: free lists by power of two, in one piece of the arena --- */

enum { CLASS_SHIFT_MIN = 4, CLASS_COUNT = 17 }; /* 16 bytes to 1 MiB */

struct free_block {
    struct free_block *next;
};

struct pool {
    char *at;
    size_t used;
    struct free_block *free[CLASS_COUNT];
};

struct condition_set {
    lua_State *lua;
    const struct condition *const *conditions;
    size_t condition_count;
    struct pool pool;
};

static size_t class_of(size_t size)
{
    size_t size_class = 0;

    while (((size_t)1 << (size_class + CLASS_SHIFT_MIN)) < size) {
        size_class++;
    }
    return size_class;
}

static void *pool_take(struct pool *pool, size_t size)
{
    size_t size_class = class_of(size);
    size_t room = (size_t)1 << (size_class + CLASS_SHIFT_MIN);
    void *block;

    if (size_class >= CLASS_COUNT) {
        return NULL;
    }
    block = pool->free[size_class];
    if (block != NULL) {
        pool->free[size_class] = pool->free[size_class]->next;
        return block;
    }
    if (room > CONDITION_SET_BYTES - pool->used) {
        return NULL;
    }
    block = pool->at + pool->used;
    pool->used += room;
    return block;
}

static void pool_give(struct pool *pool, void *at, size_t size)
{
    struct free_block *block = at;
    size_t size_class = class_of(size);

    block->next = pool->free[size_class];
    pool->free[size_class] = block;
}

/* A lua_Alloc.  Lua tells the old size of a block; for a new one it tells its kind. */
static void *pool_resize(void *context, void *at, size_t old_size, size_t new_size)
{
    struct pool *pool = context;
    void *moved = NULL;

    if (at != NULL && new_size != 0 && class_of(old_size) == class_of(new_size)) {
        return at;
    }
    if (new_size != 0) {
        moved = pool_take(pool, new_size);
        if (moved == NULL) {
            return NULL;
        }
    }
    if (at != NULL) {
        if (moved != NULL) {
            memcpy(moved, at, old_size < new_size ? old_size : new_size);
        }
        pool_give(pool, at, old_size);
    }
    return moved;
}

/* --- compilation --- */

static const char *next_chunk(lua_State *lua, void *context, size_t *len_out)
{
    struct str *rest = context;
    struct str chunk = *rest;

    (void)lua;
    *rest = (struct str){ NULL, 0 };
    *len_out = chunk.len;
    return chunk.at;
}

static void on_steps_max(lua_State *lua, lua_Debug *activation)
{
    (void)activation;
    lua_pushliteral(lua, "too many instructions");
    (void)lua_error(lua);
}

/* Leaves the function on the stack. */
static int compile(lua_State *lua, const struct condition *condition, struct err *err)
{
    struct str rest = condition->lua;

    if (lua_load(lua, next_chunk, &rest, "=when", "t") != LUA_OK ||
        lua_pcall(lua, 0, 1, 0) != LUA_OK) {
        const char *text = lua_tostring(lua, -1);
        return err_set(err, ERR_CONFIG, "the condition \"%.*s\" does not compile: %s",
                       STR_ARG(condition->text), text == NULL ? "no memory" : text);
    }
    return 0;
}

int condition_set_open(struct condition_set **set_out, struct arena *arena,
                       const struct condition *const *conditions, size_t condition_count,
                       struct err *err)
{
    struct condition_set *set = arena_alloc(arena, sizeof *set);

    set->pool.at = arena_raw(arena, CONDITION_SET_BYTES, alignof(max_align_t));
    set->conditions = conditions;
    set->condition_count = condition_count;
    set->lua = lua_newstate(pool_resize, &set->pool);
    if (set->lua == NULL ||
        !lua_checkstack(set->lua, (int)condition_count + CONDITION_REFERENCES_MAX + 8)) {
        return err_set(err, ERR_LIMIT, "a workflow's conditions need too much memory");
    }
    for (size_t i = 0; i < condition_count; i++) {
        if (compile(set->lua, conditions[i], err) != 0) {
            return -1;
        }
    }
    *set_out = set;
    return 0;
}

/* --- evaluation --- */

struct evaluation {
    const struct condition *condition;
    const struct facts *facts;
    int64_t attempt;
    bool holds;
};

static void push(lua_State *lua, struct value value)
{
    switch (value.kind) {
    case VALUE_NIL:
        lua_pushnil(lua);
        return;
    case VALUE_TEXT:
        lua_pushlstring(lua, value.text.at, value.text.len);
        return;
    case VALUE_NUMBER:
        lua_pushinteger(lua, value.micros);
        return;
    case VALUE_TRUTH:
        lua_pushboolean(lua, value.truth);
        return;
    }
}

/* Called by lua_pcall() with the function and the struct evaluation. */
static int evaluate(lua_State *lua)
{
    struct evaluation *evaluation = lua_touserdata(lua, 2);
    const struct condition *condition = evaluation->condition;

    lua_settop(lua, 1);
    for (size_t i = 0; i < condition->reference_count; i++) {
        push(lua, reference_value(&condition->references[i], evaluation->facts,
                                  evaluation->attempt));
    }
    lua_call(lua, (int)condition->reference_count, 1);
    evaluation->holds = lua_toboolean(lua, -1);
    return 0;
}

int condition_holds(struct condition_set *set, size_t index, const struct facts *facts,
                    int64_t attempt, struct err *err)
{
    struct evaluation evaluation = { .facts = facts, .attempt = attempt };
    lua_State *lua = set->lua;
    int status;

    assert(index < set->condition_count);
    evaluation.condition = set->conditions[index];
    lua_sethook(lua, on_steps_max, LUA_MASKCOUNT, CONDITION_STEPS_MAX);
    lua_pushcfunction(lua, evaluate);
    lua_pushvalue(lua, (int)index + 1);
    lua_pushlightuserdata(lua, &evaluation);
    status = lua_pcall(lua, 2, 0, 0);
    if (status != LUA_OK) {
        lua_pop(lua, 1);
        return err_set(err, ERR_INPUT, "\"%.*s\" has no answer here",
                       STR_ARG(evaluation.condition->text));
    }
    return evaluation.holds;
}

/* "$LuaVersion: Lua 5.4.4  Copyright ..." */
struct str condition_library_version(struct arena *arena)
{
    const struct str before = STR("$LuaVersion: Lua ");
    struct str version = str_from(lua_ident);

    if (str_starts_with(version, before)) {
        version = str_slice(version, before.len, version.len);
    }
    return str_copy(arena, str_slice(version, 0, str_find_char(version, ' ')));
}
