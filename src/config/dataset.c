/* dataset.c - JSON lines, and what both formats share. */

#include "config/dataset.h"

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/json.h"
#include "base/utf8.h"
#include "config/dataset_build.h"

enum { LINE_DEPTH_MAX = 16, LINE_VALUES_MAX = 10000 };

void dataset_add(struct dataset_build *build, size_t line, struct str text,
                 struct str label)
{
    struct dataset_row *row;

    if (str_is_empty(str_trim(text)) || str_is_empty(str_trim(label))) {
        dataset_mistake(build, line, 1,
                        str_is_empty(str_trim(text)) ? STR("the text is empty")
                                                     : STR("the label is empty"),
                        STR("a text and its label"));
        return;
    }
    row = list_add(&build->rows);
    if (row == NULL) {
        build->is_full = true;
        return;
    }
    row->text = str_copy(build->arena, text);
    row->label = str_copy(build->arena, str_trim(label));
    row->line = line;
}

void dataset_mistake(struct dataset_build *build, size_t line, size_t column,
                     struct str what, struct str expected)
{
    struct place place = { .file = build->file, .line = line, .column = column };

    mistakes_add(build->mistakes, place, what, expected, STR(""));
}

bool dataset_is_label_name(struct str name)
{
    return str_equal_ascii_nocase(name, STR("label")) ||
           str_equal_ascii_nocase(name, STR("intent")) ||
           str_equal_ascii_nocase(name, STR("category"));
}

static const struct json *find_label(const struct json *row)
{
    static const char *const names[] = { "label", "intent", "category" };
    const struct json *label = NULL;

    for (size_t i = 0; i < COUNT_OF(names) && label == NULL; i++) {
        label = json_find(row, str_from(names[i]));
    }
    return label;
}

/* A label may be a number: a class of somebody's own list. */
static void read_row(struct dataset_build *build, const struct json *row, size_t line)
{
    const struct json *text = json_find(row, STR("text"));
    const struct json *label = find_label(row);

    if (text == NULL || text->kind != JSON_STRING) {
        dataset_mistake(build, line, 1, STR("this line has no text"),
                        STR("{\"text\": \"...\", \"label\": \"...\"}"));
    } else if (label == NULL ||
               (label->kind != JSON_STRING && label->kind != JSON_NUMBER)) {
        dataset_mistake(build, line, 1, STR("this line has no label"),
                        STR("{\"text\": \"...\", \"label\": \"...\"}"));
    } else {
        dataset_add(build, line, text->text, label->text);
    }
}

static void read_line(struct dataset_build *build, struct str text, size_t line)
{
    struct json_limits limits = { .depth_max = LINE_DEPTH_MAX,
                                  .value_max = LINE_VALUES_MAX };
    const struct json *row = NULL;
    size_t offset = 0;
    struct err err;

    if (str_is_empty(str_trim(text))) {
        return;
    }
    if (text.len > DATASET_ROW_BYTES_MAX) {
        dataset_mistake(build, line, 1, STR("this line is too long"),
                        STR("at most 1 MiB"));
        return;
    }
    arena_clear(build->scratch);
    if (json_parse(&row, build->scratch, text, limits, &offset, &err) == 0) {
        read_row(build, row, line);
        return;
    }
    dataset_mistake(build, line, text_place_of(text, offset).column,
                    str_format(build->scratch, "not JSON: %s", err.text), STR(""));
}

static void read_lines(struct dataset_build *build, struct str bytes)
{
    struct str rest = bytes;
    struct str line;

    for (size_t number = 1; !build->is_full && str_split_next(&rest, '\n', &line);
         number++) {
        read_line(build, line, number);
    }
}

static bool is_sound(struct dataset_build *build, struct str bytes)
{
    size_t offset = 0;

    if (bytes.len > DATASET_BYTES_MAX) {
        dataset_mistake(build, 0, 0, STR("the file is too long"), STR("at most 1 GiB"));
        return false;
    }
    if (!utf8_is_valid(bytes, &offset)) {
        struct text_place place = text_place_of(bytes, offset);

        dataset_mistake(build, place.line, place.column, STR("these bytes are no text"),
                        STR("valid UTF-8"));
        return false;
    }
    return true;
}

void dataset_parse(struct dataset *dataset_out, struct str bytes, struct str file,
                   struct arena *arena, struct mistakes *mistakes)
{
    struct dataset_build build = {
        .file = file, .arena = arena, .scratch = arena_new(64 << 20), .mistakes = mistakes
    };

    list_init(&build.rows, arena, sizeof(struct dataset_row), DATASET_ROWS_MAX);
    if (str_starts_with(bytes, STR("\xef\xbb\xbf"))) {
        bytes = str_slice(bytes, 3, bytes.len);
    }
    if (is_sound(&build, bytes)) {
        if (str_ends_with(file, STR(".csv"))) {
            dataset_read_csv(&build, bytes);
        } else {
            read_lines(&build, bytes);
        }
    }
    if (build.is_full) {
        dataset_mistake(&build, 0, 0, STR("too many rows"), STR("at most 10 million"));
    }
    *dataset_out =
        (struct dataset){ .rows = build.rows.items, .row_count = build.rows.count };
    arena_free(&build.scratch);
}
