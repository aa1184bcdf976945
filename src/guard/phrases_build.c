/* phrases_build.c - read the phrase files and write the table. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/list.h"
#include "guard/phrases.h"
#include "guard/phrases_format.h"

enum { EXPANSIONS_MAX = 4096, PHRASE_BYTES_MAX = 400, TABLE_BYTES_MAX = 32 << 20 };

struct reader {
    struct arena *arena;
    struct list entries; /* struct word_entry */
    struct list groups;  /* struct phrase_group */
    struct list nears;   /* struct phrase_near */
    struct buf names;
    struct str sets[PHRASE_SETS_MAX];
    size_t set_count;
    size_t expansions;       /* of the line being read */
    bool is_near;            /* below a heading [near ...] */
    struct phrase_near near; /* what its heading says */
};

static int find_set(struct reader *reader, struct str name, uint16_t *set_out,
                    struct err *err)
{
    for (size_t i = 0; i < reader->set_count; i++) {
        if (str_equal(reader->sets[i], name)) {
            *set_out = (uint16_t)i;
            return 0;
        }
    }
    return err_set(err, ERR_CONFIG, "no set \"%.*s\" above", STR_ARG(name));
}

static int add_set(struct reader *reader, struct str name, uint16_t *set_out,
                   struct err *err)
{
    if (find_set(reader, name, set_out, err) == 0) {
        return 0;
    }
    if (reader->set_count == PHRASE_SETS_MAX) {
        return err_set(err, ERR_LIMIT, "more than %d sets", PHRASE_SETS_MAX);
    }
    *set_out = (uint16_t)reader->set_count;
    reader->sets[reader->set_count++] = name;
    return 0;
}

static int find_kind(struct str name, uint16_t *kind_out, struct err *err)
{
    enum evidence_kind kind;

    if (!evidence_kind_find(name, &kind)) {
        return err_set(err, ERR_CONFIG, "no evidence \"%.*s\"", STR_ARG(name));
    }
    *kind_out = (uint16_t)kind;
    return 0;
}

static int find_severity(struct str name, uint16_t *severity_out, struct err *err)
{
    *severity_out = SEVERITY_WARN;
    if (name.len == 0) {
        return 0;
    }
    for (uint16_t i = SEVERITY_INFO; i <= SEVERITY_BLOCK; i++) {
        if (str_equal(name, severity_name((enum severity)i))) {
            *severity_out = i;
            return 0;
        }
    }
    return err_set(err, ERR_CONFIG, "no severity \"%.*s\"", STR_ARG(name));
}

/* `rest` is what follows the name. */
static int read_group(struct reader *reader, struct str word, struct str name,
                      struct str rest, struct err *err)
{
    struct phrase_group group = { .role = PHRASE_EVIDENCE };

    if (str_equal(word, STR("set"))) {
        group.role = PHRASE_SET;
        if (add_set(reader, name, &group.which, err) != 0) {
            return -1;
        }
    } else if (str_equal(word, STR("words"))) {
        group.role = PHRASE_WORDS;
        if (find_severity(str_trim(rest), &group.which, err) != 0) {
            return -1;
        }
        group.name_start = (uint32_t)reader->names.len;
        buf_addf(&reader->names, "words.%.*s", STR_ARG(name));
        group.name_len = (uint32_t)(reader->names.len - group.name_start);
    } else {
        bool is_except = str_equal(word, STR("except"));

        group.role = is_except ? PHRASE_EXCEPT : PHRASE_EVIDENCE;
        if (find_kind(is_except ? name : word, &group.which, err) != 0) {
            return -1;
        }
    }
    if (reader->groups.count == PHRASE_GROUPS_MAX) {
        return err_set(err, ERR_LIMIT, "more than %d headings", PHRASE_GROUPS_MAX);
    }
    *(struct phrase_group *)list_add(&reader->groups) = group;
    return 0;
}

/* "near injection.leak 40", "near except self_harm 9", "near set old_rules 3" */
static int read_near_heading(struct reader *reader, struct str rest, struct err *err)
{
    struct phrase_near *near = &reader->near;
    struct str name = { NULL, 0 };
    struct str number = { NULL, 0 };
    int64_t gap;

    *near = (struct phrase_near){ .role = PHRASE_EVIDENCE };
    (void)str_split_next(&rest, ' ', &name);
    if (str_equal(name, STR("except")) || str_equal(name, STR("set"))) {
        near->role = str_equal(name, STR("set")) ? PHRASE_SET : PHRASE_EXCEPT;
        (void)str_split_next(&rest, ' ', &name);
    }
    (void)str_split_next(&rest, ' ', &number);
    if (!str_to_int64(number, &gap) || gap < 1 || gap > 300) {
        return err_set(err, ERR_CONFIG, "a rule's distance is 1 to 300 bytes");
    }
    near->gap_max = (uint16_t)gap;
    return near->role == PHRASE_SET ? add_set(reader, name, &near->which, err)
                                    : find_kind(name, &near->which, err);
}

static int read_heading(struct reader *reader, struct str line, struct err *err)
{
    struct str rest = str_slice(line, 1, line.len - 2);
    struct str word = { NULL, 0 };
    struct str name = { NULL, 0 };

    (void)str_split_next(&rest, ' ', &word);
    reader->is_near = str_equal(word, STR("near"));
    if (reader->is_near) {
        return read_near_heading(reader, rest, err);
    }
    (void)str_split_next(&rest, ' ', &name);
    return read_group(reader, word, name, rest, err);
}

static int read_near(struct reader *reader, struct str line, struct err *err)
{
    struct phrase_near near = reader->near;
    struct str rest = line;
    struct str first = { NULL, 0 };
    struct str second = { NULL, 0 };
    struct phrase_near *added;

    (void)str_split_next(&rest, '>', &first);
    (void)str_split_next(&rest, '>', &second);
    if (find_set(reader, str_trim(first), &near.first, err) != 0 ||
        find_set(reader, str_trim(second), &near.second, err) != 0) {
        return -1;
    }
    if (near.role == PHRASE_SET &&
        (near.which <= near.first || near.which <= near.second)) {
        return err_set(err, ERR_CONFIG, "a set is made of sets that come before it");
    }
    added = list_add(&reader->nears);
    if (added == NULL) {
        return err_set(err, ERR_LIMIT, "more than %d rules", PHRASE_NEAR_MAX);
    }
    *added = near;
    for (size_t i = reader->nears.count - 1; i != 0; i--, added--) {
        if (added[-1].second <= near.second) {
            break;
        }
        added[0] = added[-1];
        added[-1] = near;
    }
    return 0;
}

static int add_phrase(struct reader *reader, struct str phrase, struct err *err)
{
    struct word_entry *entry;

    if (reader->groups.count == 0) {
        return err_set(err, ERR_CONFIG, "a phrase before the first heading");
    }
    if (++reader->expansions > EXPANSIONS_MAX) {
        return err_set(err, ERR_LIMIT, "stands for more than %d phrases", EXPANSIONS_MAX);
    }
    entry = list_add(&reader->entries);
    if (entry == NULL) {
        return err_set(err, ERR_LIMIT, "more than %d phrases", WORD_ENTRIES_MAX);
    }
    entry->text = str_copy(reader->arena, str_trim(phrase));
    entry->group = (uint16_t)(reader->groups.count - 1);
    return 0;
}

/* Every phrase that a line with "(a|b)" stands for; at most eight brackets. */
static int expand(struct reader *reader, struct str line, int depth, struct err *err)
{
    size_t open = str_find_char(line, '(');
    size_t close = str_find_char(line, ')');
    struct str choices;
    struct str choice;

    if (open == line.len && close == line.len) {
        return add_phrase(reader, line, err);
    }
    if (close < open || close == line.len || depth == 0) {
        return err_set(err, ERR_CONFIG, "brackets do not match");
    }
    choices = str_slice(line, open + 1, close - open - 1);
    while (str_split_next(&choices, '|', &choice)) {
        struct str rest = str_slice(line, close + 1, line.len);
        struct str one = str_format(reader->arena, "%.*s%.*s%.*s", (int)open, line.at,
                                    STR_ARG(choice), STR_ARG(rest));

        if (one.len > PHRASE_BYTES_MAX) {
            return err_set(err, ERR_LIMIT, "longer than %d bytes", PHRASE_BYTES_MAX);
        }
        if (expand(reader, one, depth - 1, err) != 0) {
            return -1;
        }
    }
    return 0;
}

static int read_line(struct reader *reader, struct str line, struct err *err)
{
    line = str_trim(str_slice(line, 0, str_find_char(line, '#')));
    if (line.len == 0) {
        return 0;
    }
    if (line.at[0] == '[') {
        return str_ends_with(line, STR("]"))
                   ? read_heading(reader, line, err)
                   : err_set(err, ERR_CONFIG, "a heading ends with ']'");
    }
    reader->expansions = 0;
    return reader->is_near ? read_near(reader, line, err) : expand(reader, line, 8, err);
}

static int read_file(struct reader *reader, const struct phrase_file *file,
                     struct err *err)
{
    struct str rest = file->text;
    struct str line;
    unsigned number = 0;

    while (str_split_next(&rest, '\n', &line)) {
        number++;
        if (read_line(reader, line, err) != 0) {
            return err_wrap(err, "%.*s:%u", STR_ARG(file->name), number);
        }
    }
    return 0;
}

static void reader_init(struct reader *reader, struct arena *arena)
{
    static const struct str known[] = {
#define X(constant, name) { name, sizeof(name) - 1 },
        PHRASE_SETS(X)
#undef X
    };

    *reader = (struct reader){ .arena = arena, .set_count = COUNT_OF(known) };
    memcpy(reader->sets, known, sizeof known);
    list_init(&reader->entries, arena, sizeof(struct word_entry), WORD_ENTRIES_MAX);
    list_init(&reader->groups, arena, sizeof(struct phrase_group), PHRASE_GROUPS_MAX);
    list_init(&reader->nears, arena, sizeof(struct phrase_near), PHRASE_NEAR_MAX);
    buf_init(&reader->names, arena, 1 << 16);
}

static int write_table(struct reader *reader, struct str sample, struct str *bytes_out,
                       struct arena *arena, struct err *err)
{
    struct phrases_header header = { .magic = PHRASES_MAGIC };
    struct str words;
    struct buf buf;

    if (words_compile(&words, reader->arena, reader->entries.items, reader->entries.count,
                      sample, err) != 0) {
        return -1;
    }
    header.group_count = (uint32_t)reader->groups.count;
    header.near_count = (uint32_t)reader->nears.count;
    header.names_len = (uint32_t)reader->names.len;
    buf_init(&buf, arena, TABLE_BYTES_MAX);
    buf_add_bytes(&buf, &header, sizeof header);
    buf_add_bytes(&buf, reader->groups.items,
                  reader->groups.count * sizeof(struct phrase_group));
    buf_add_bytes(&buf, reader->nears.items,
                  reader->nears.count * sizeof(struct phrase_near));
    buf_add(&buf, buf_str(&reader->names));
    while (buf.len % PHRASES_ALIGN != 0) {
        buf_add_char(&buf, '\0');
    }
    buf_add(&buf, words);
    if (buf_is_full(&buf) || buf_is_full(&reader->names)) {
        return err_set(err, ERR_LIMIT, "phrases need more than %d bytes",
                       TABLE_BYTES_MAX);
    }
    *bytes_out = buf_str(&buf);
    return 0;
}

int phrases_compile(struct str *bytes_out, struct arena *arena,
                    const struct phrase_file *files, size_t file_count, struct str sample,
                    struct err *err)
{
    struct arena *scratch = arena_new((size_t)256 << 20);
    struct reader reader;
    int result = 0;

    reader_init(&reader, scratch);
    for (size_t i = 0; i < file_count && result == 0; i++) {
        result = read_file(&reader, &files[i], err);
        reader.is_near = false;
    }
    if (result == 0) {
        result = write_table(&reader, sample, bytes_out, arena, err);
    }
    arena_free(&scratch);
    return result;
}
