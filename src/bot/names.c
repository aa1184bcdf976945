/* names.c - shapes of names, and the words for an unknown one. */

#include "bot/names.h"

#include "base/arena.h"
#include "base/buf.h"

enum { NAME_LEN_MAX = 64, LISTED_MAX = 12, LISTED_BYTES_MAX = 2000, SUBTAG_LEN_MAX = 8 };

static bool is_small_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool name_is_plain(struct str name)
{
    if (name.len == 0 || name.len > NAME_LEN_MAX || !is_small_letter(name.at[0])) {
        return false;
    }
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];

        if (!is_small_letter(c) && !is_digit(c) && c != '_' && c != '-') {
            return false;
        }
    }
    return true;
}

bool name_is_language(struct str tag)
{
    struct str rest = tag;
    struct str part;
    size_t count = 0;

    for (; str_split_next(&rest, '-', &part); count++) {
        if (part.len < (count == 0 ? 2 : 1) ||
            part.len > (count == 0 ? 3 : SUBTAG_LEN_MAX)) {
            return false;
        }
        for (size_t i = 0; i < part.len; i++) {
            char c = part.at[i];
            bool is_capital = c >= 'A' && c <= 'Z';

            if (!is_small_letter(c) && (count == 0 || (!is_capital && !is_digit(c)))) {
                return false;
            }
        }
    }
    return count > 0;
}

void name_check(struct str name, const char *kind, struct place place,
                struct mistakes *mistakes)
{
    if (!name_is_plain(name)) {
        mistakes_add(mistakes, place,
                     str_format(mistakes->arena, "\"%.*s\" as the name of %s",
                                STR_ARG(str_slice(name, 0, NAME_LEN_MAX)), kind),
                     STR("small letters, digits, '_' and '-', a letter first"), STR(""));
    }
}

static struct str list_names(const struct str *names, size_t name_count,
                             struct arena *arena)
{
    struct buf buf;

    buf_init(&buf, arena, LISTED_BYTES_MAX);
    buf_add(&buf, name_count == 0 ? STR("none, as none is defined") : STR("one of "));
    for (size_t i = 0; i < name_count && i < LISTED_MAX; i++) {
        buf_addf(&buf, "%s%.*s", i == 0 ? "" : ", ", STR_ARG(names[i]));
    }
    if (name_count > LISTED_MAX) {
        buf_addf(&buf, " and %zu others", name_count - LISTED_MAX);
    }
    return buf_str(&buf);
}

void name_check_known(struct str name, const char *kind, const struct str *names,
                      size_t name_count, struct place place, struct mistakes *mistakes)
{
    for (size_t i = 0; i < name_count; i++) {
        if (str_equal(name, names[i])) {
            return;
        }
    }
    mistakes_add(mistakes, place,
                 str_format(mistakes->arena, "there is no %s \"%.*s\"", kind,
                            STR_ARG(str_slice(name, 0, NAME_LEN_MAX))),
                 list_names(names, name_count, mistakes->arena),
                 nearest_name(name, names, name_count));
}
