/* dataset_csv.c - RFC 4180: fields by commas, quotes doubled inside quotes, a field in
 * quotes may run over lines. */

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "config/dataset_build.h"

struct csv {
    struct dataset_build *build;
    struct str text;
    size_t at;
    size_t line;
    size_t line_start;  /* the offset where that line begins */
    size_t text_column; /* counted from 0 */
    size_t label_column;
    size_t column_count;
    bool has_header;
};

struct csv_field {
    struct str raw; /* without the quotes around it */
    bool is_quoted; /* quotes inside are doubled */
};

/* One record: its number of fields, and the two that matter. */
struct csv_record {
    struct csv_field text;
    struct csv_field label;
    size_t field_count;
    size_t line;
};

static int peek(const struct csv *csv)
{
    return csv->at < csv->text.len ? (unsigned char)csv->text.at[csv->at] : -1;
}

static bool is_at_line_end(const struct csv *csv)
{
    int c = peek(csv);

    return c == '\n' || c == -1 ||
           (c == '\r' && csv->at + 1 < csv->text.len &&
            csv->text.at[csv->at + 1] == '\n');
}

static void skip_line_end(struct csv *csv)
{
    if (peek(csv) == '\r') {
        csv->at++;
    }
    if (peek(csv) == '\n') {
        csv->at++;
        csv->line++;
        csv->line_start = csv->at;
    }
}

static size_t column_of(const struct csv *csv)
{
    return utf8_count(str_slice(csv->text, csv->line_start, csv->at - csv->line_start)) +
           1;
}

/* After a mistake the reader goes on with the next line. */
static void skip_line(struct csv *csv)
{
    while (!is_at_line_end(csv)) {
        csv->at++;
    }
}

/* From the opening quote to behind the closing one. */
static bool read_quoted(struct csv *csv, struct csv_field *field)
{
    size_t start = ++csv->at;

    for (; peek(csv) != -1; csv->at++) {
        if (peek(csv) == '\n') {
            csv->line++;
            csv->line_start = csv->at + 1;
        }
        if (peek(csv) != '"') {
            continue;
        }
        csv->at++;
        if (peek(csv) != '"') {
            field->raw = str_slice(csv->text, start, csv->at - 1 - start);
            field->is_quoted = true;
            return true;
        }
    }
    return false;
}

static void read_plain(struct csv *csv, struct csv_field *field)
{
    size_t start = csv->at;

    while (!is_at_line_end(csv) && peek(csv) != ',' && peek(csv) != '"') {
        csv->at++;
    }
    field->raw = str_slice(csv->text, start, csv->at - start);
}

/* One field, up to the comma behind it; false with a mistake added. */
static bool read_field(struct csv *csv, struct csv_field *field)
{
    size_t line = csv->line;
    size_t column = column_of(csv);

    *field = (struct csv_field){ 0 };
    if (peek(csv) != '"') {
        read_plain(csv, field);
    } else if (!read_quoted(csv, field)) {
        dataset_mistake(csv->build, line, column, STR("this quote is not closed"),
                        STR("a quote, then a comma or the end of the line"));
        return false;
    }
    if (!is_at_line_end(csv) && peek(csv) != ',') {
        dataset_mistake(csv->build, csv->line, column_of(csv),
                        STR("a quote or letter where the field has to end"),
                        STR("quotes around the whole field, doubled inside"));
        return false;
    }
    return true;
}

/* Reads one record to its end; false where it was a mistake. */
static bool read_record(struct csv *csv, struct csv_record *record)
{
    struct csv_field field;

    *record = (struct csv_record){ .line = csv->line };
    for (;; csv->at++) {
        if (!read_field(csv, &field)) {
            skip_line(csv);
            skip_line_end(csv);
            return false;
        }
        if (record->field_count == csv->text_column) {
            record->text = field;
        }
        if (record->field_count == csv->label_column) {
            record->label = field;
        }
        record->field_count++;
        if (is_at_line_end(csv)) {
            skip_line_end(csv);
            return true;
        }
    }
}

/* Whether the first line names its columns, and where they are; read on a copy, so that
 * a first line that is data is read again, with its mistakes. */
static bool find_columns(struct csv *csv)
{
    struct csv scan = *csv;
    struct csv_field field = { 0 };
    size_t text_column = SIZE_MAX;
    size_t label_column = SIZE_MAX;
    size_t column_count = 0;

    for (size_t column = 0;; column++) {
        if (peek(&scan) != '"') {
            read_plain(&scan, &field);
        } else if (!read_quoted(&scan, &field)) {
            return false;
        }
        if (str_equal_ascii_nocase(str_trim(field.raw), STR("text"))) {
            text_column = column;
        } else if (dataset_is_label_name(str_trim(field.raw)) &&
                   label_column == SIZE_MAX) {
            label_column = column;
        }
        column_count = column + 1;
        if (peek(&scan) != ',') {
            break;
        }
        scan.at++;
    }
    if (text_column == SIZE_MAX || label_column == SIZE_MAX) {
        return false;
    }
    csv->text_column = text_column;
    csv->label_column = label_column;
    csv->column_count = column_count;
    return true;
}

static struct str unquoted(struct csv *csv, const struct csv_field *field)
{
    struct buf buf;

    if (!field->is_quoted) {
        return field->raw;
    }
    buf_init(&buf, csv->build->scratch, field->raw.len);
    for (size_t i = 0; i < field->raw.len; i++) {
        buf_add_char(&buf, field->raw.at[i]);
        i += field->raw.at[i] == '"';
    }
    return buf_str(&buf);
}

static void add_wrong_columns(struct csv *csv, const struct csv_record *record)
{
    dataset_mistake(csv->build, record->line, 1,
                    str_format(csv->build->scratch, "the number of columns is %zu",
                               record->field_count),
                    csv->has_header ? STR("as many as the first line names")
                                    : STR("two: a text and its label, quoted where they "
                                          "hold a comma"));
}

static void use_record(struct csv *csv, const struct csv_record *record)
{
    bool is_blank = record->field_count == 1 && str_is_empty(str_trim(record->text.raw));

    if (record->field_count != csv->column_count) {
        if (!is_blank) {
            add_wrong_columns(csv, record);
        }
    } else if (record->text.raw.len > DATASET_ROW_BYTES_MAX ||
               record->label.raw.len > DATASET_ROW_BYTES_MAX) {
        dataset_mistake(csv->build, record->line, 1, STR("this text is too long"),
                        STR("at most 1 MiB"));
    } else {
        dataset_add(csv->build, record->line, unquoted(csv, &record->text),
                    unquoted(csv, &record->label));
    }
}

void dataset_read_csv(struct dataset_build *build, struct str bytes)
{
    struct csv csv = {
        .build = build, .text = bytes, .line = 1, .label_column = 1, .column_count = 2
    };
    struct csv_record record;

    csv.has_header = find_columns(&csv);
    if (csv.has_header) {
        (void)read_record(&csv, &record);
    }
    while (peek(&csv) != -1 && !build->is_full) {
        arena_clear(build->scratch);
        if (read_record(&csv, &record)) {
            use_record(&csv, &record);
        }
    }
}
