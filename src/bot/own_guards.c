/* own_guards.c - the keys of guards.yaml, and what the guards make of them. */

#include "bot/own_guards.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "bot/names.h"
#include "guard/pattern.h"
#include "guard/words.h"

enum { PHRASE_FILE_BYTES_MAX = 16 << 20 };

static const char *const severities[] = { "info", "warn", "block", NULL };

#define NAME_FIELD                                                                       \
    {                                                                                    \
        .name = "name", .kind = FIELD_TEXT, .is_required = true,                         \
        .offset = offsetof(struct own_guard, name), .doc = "what evidence calls it"      \
    }
#define SEVERITY_FIELD                                                                   \
    {                                                                                    \
        .name = "severity", .kind = FIELD_CHOICE, .choices = severities,                 \
        .fallback = "warn", .offset = offsetof(struct own_guard, severity),              \
        .doc = "block: nothing automatic may happen; info and warn are told"             \
    }

static const struct field words_fields[] = {
    NAME_FIELD,
    SEVERITY_FIELD,
    { .name = "phrases",
      .kind = FIELD_TEXTS,
      .is_required = true,
      .min = 1,
      .max = OWN_PHRASES_MAX,
      .offset = offsetof(struct own_guard, phrases),
      .count_offset = offsetof(struct own_guard, phrase_count),
      .doc = "what is looked for: whole words in Latin letters" },
};
static const struct field_table words_table = { "a list of words", words_fields,
                                                COUNT_OF(words_fields),
                                                sizeof(struct own_guard) };

static const struct field pattern_fields[] = {
    NAME_FIELD,
    SEVERITY_FIELD,
    { .name = "pattern",
      .kind = FIELD_TEXT,
      .is_required = true,
      .max = PATTERN_BYTES_MAX,
      .offset = offsetof(struct own_guard, pattern),
      .doc = "a regular expression of PCRE2, for Unicode" },
};
static const struct field_table pattern_table = { "a pattern", pattern_fields,
                                                  COUNT_OF(pattern_fields),
                                                  sizeof(struct own_guard) };

static const struct field own_guards_fields[] = {
    { .name = "words",
      .kind = FIELD_ITEMS,
      .max = OWN_WORDS_MAX,
      .table = &words_table,
      .offset = offsetof(struct own_guards, words),
      .count_offset = offsetof(struct own_guards, word_count),
      .doc = "words to look for, case and accents aside; evidence `words.NAME`" },
    { .name = "patterns",
      .kind = FIELD_ITEMS,
      .max = PATTERNS_MAX,
      .table = &pattern_table,
      .offset = offsetof(struct own_guards, patterns),
      .count_offset = offsetof(struct own_guards, pattern_count),
      .doc = "shapes to look for; evidence `pattern.NAME`" },
};
const struct field_table own_guards_table = { "guards.yaml", own_guards_fields,
                                              COUNT_OF(own_guards_fields),
                                              sizeof(struct own_guards) };

/* What a phrase file would take for its own marks parts words, as it does in a text. */
static struct str plain_phrase(struct str phrase, struct arena *arena)
{
    char *plain = arena_raw(arena, phrase.len + 1, 1);

    for (size_t i = 0; i < phrase.len; i++) {
        plain[i] = phrase.at[i];
        if (plain[i] == '\0' || strchr("#()|*[]\r\n", plain[i]) != NULL) {
            plain[i] = ' ';
        }
    }
    return str_trim((struct str){ plain, phrase.len });
}

/* A name that is missing has been told, and so has a pattern below. */
static void check_names(const struct own_guard *items, size_t count, const char *kind,
                        struct mistakes *mistakes)
{
    for (size_t i = 0; i < count; i++) {
        struct place place = field_place(&items[i].head, "name");

        if (str_is_empty(items[i].name)) {
            continue;
        }
        name_check(items[i].name, kind, place, mistakes);
        for (size_t k = 0; k < i; k++) {
            if (str_equal(items[k].name, items[i].name)) {
                mistakes_add(mistakes, place, STR("this name is taken"),
                             STR("one of its own"), STR(""));
                break;
            }
        }
    }
}

static void check_phrases(const struct own_guard *words, struct arena *arena,
                          struct mistakes *mistakes)
{
    struct err err;

    for (size_t i = 0; i < words->phrase_count; i++) {
        if (words_check(plain_phrase(words->phrases[i], arena), &err) != 0) {
            mistakes_add(mistakes, field_item_place(&words->head, "phrases", i),
                         str_from(err.text), STR("a few words in Latin letters"),
                         STR(""));
        }
    }
}

/* --- patterns --- */

static int open_patterns(struct pattern_set **set_out, const struct own_guard *patterns,
                         size_t count, struct arena *arena, struct err *err)
{
    struct pattern_source *sources = arena_array(arena, count + 1, sizeof *sources);

    for (size_t i = 0; i < count; i++) {
        sources[i] = (struct pattern_source){ patterns[i].name, patterns[i].pattern,
                                              patterns[i].severity };
    }
    return pattern_open(set_out, arena, sources, count, err);
}

static void check_pattern(const struct own_guard *pattern, struct arena *arena,
                          struct mistakes *mistakes)
{
    struct pattern_set *set = NULL;
    struct err err;

    if (open_patterns(&set, pattern, 1, arena, &err) != 0) {
        mistakes_add(mistakes, field_place(&pattern->head, "pattern"), str_from(err.text),
                     STR("a regular expression of PCRE2"), STR(""));
    }
    pattern_close(&set);
}

int own_guards_open(struct pattern_set **set_out, const struct own_guards *guards,
                    struct arena *arena, struct err *err)
{
    *set_out = NULL;
    return guards->pattern_count == 0 ? 0
                                      : open_patterns(set_out, guards->patterns,
                                                      guards->pattern_count, arena, err);
}

/* --- the file --- */

void own_guards_read(struct own_guards *guards_out, const struct node *node,
                     struct arena *arena, struct mistakes *mistakes)
{
    const struct own_guards *guards = guards_out;

    fields_read(&own_guards_table, node, (struct place){ 0 }, guards_out, arena,
                mistakes);
    check_names(guards->words, guards->word_count, "a list of words", mistakes);
    check_names(guards->patterns, guards->pattern_count, "a pattern", mistakes);
    for (size_t i = 0; i < guards->word_count; i++) {
        check_phrases(&guards->words[i], arena, mistakes);
    }
    for (size_t i = 0; i < guards->pattern_count; i++) {
        if (!str_is_empty(guards->patterns[i].pattern)) {
            check_pattern(&guards->patterns[i], arena, mistakes);
        }
    }
}

struct str own_guards_phrases(const struct own_guards *guards, struct arena *arena)
{
    struct buf buf;

    buf_init(&buf, arena, PHRASE_FILE_BYTES_MAX);
    for (size_t i = 0; i < guards->word_count; i++) {
        const struct own_guard *words = &guards->words[i];

        buf_addf(&buf, "[words %.*s %s]\n", STR_ARG(words->name),
                 severities[words->severity]);
        for (size_t k = 0; k < words->phrase_count; k++) {
            buf_add(&buf, plain_phrase(words->phrases[k], arena));
            buf_add_char(&buf, '\n');
        }
    }
    return buf_str(&buf);
}
