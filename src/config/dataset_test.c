/* dataset_test.c - JSON lines and CSV, good lines and bad ones. */

#include "base/test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "config/dataset.h"

static struct arena *arena;
static struct mistakes mistakes;
static struct dataset dataset;

static int begin(void **state)
{
    (void)state;
    arena = arena_new(16 << 20);
    mistakes_init(&mistakes, arena);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void parse(const char *file, const char *text)
{
    dataset_parse(&dataset, str_from(text), str_from(file), arena, &mistakes);
}

static void expect_row(size_t index, size_t line, const char *text, const char *label)
{
    assert_true(index < dataset.row_count);
    assert_int_equal(dataset.rows[index].line, line);
    assert_str(dataset.rows[index].text, text);
    assert_str(dataset.rows[index].label, label);
}

static void expect_mistakes(const char *lines)
{
    struct buf buf;

    buf_init(&buf, arena, 1 << 20);
    for (size_t i = 0; i < mistakes.list.count; i++) {
        mistake_format(list_at(&mistakes.list, i), &buf);
        buf_add_char(&buf, '\n');
    }
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, lines);
}

static void json_lines_may_call_the_label_intent_and_hold_other_members(void **state)
{
    (void)state;
    parse("d.jsonl", "{\"text\": \"a \\u00e4\", \"label\": \"x\"}\n\n"
                     "{\"id\": [1], \"intent\": \"y\", \"text\": \"b\"}\r\n"
                     "{\"text\":\"c\",\"category\":3}");
    expect_mistakes("");
    assert_int_equal(dataset.row_count, 3);
    expect_row(0, 1, "a \xc3\xa4", "x");
    expect_row(1, 3, "b", "y");
    expect_row(2, 4, "c", "3");
}

static void every_bad_json_line_is_told_and_the_good_ones_stay(void **state)
{
    (void)state;
    parse("d.jsonl",
          "{\"text\": \"a\" \"label\": \"x\"}\n{\"text\": \"b\"}\n[1]\n"
          "{\"text\": \"\", \"label\": \"x\"}\n{\"text\": \"e\", \"label\": \"x\"}\n"
          "{\"text\": \"e\", \"label\": \" \"}\n");
    expect_mistakes("d.jsonl:1:14: not JSON: expected ',' or '}'\n"
                    "d.jsonl:2:1: this line has no label; expected {\"text\": \"...\", "
                    "\"label\": \"...\"}\n"
                    "d.jsonl:3:1: this line has no text; expected {\"text\": \"...\", "
                    "\"label\": \"...\"}\n"
                    "d.jsonl:4:1: the text is empty; expected a text and its label\n"
                    "d.jsonl:6:1: the label is empty; expected a text and its label\n");
    assert_int_equal(dataset.row_count, 1);
    expect_row(0, 5, "e", "x");
}

static void csv_has_two_columns_with_or_without_a_header(void **state)
{
    (void)state;
    parse("d.csv", "where is it,late\r\n\"a, \"\"b\"\"\r\nc\",wrong\r\n\r\nlast,late");
    expect_mistakes("");
    assert_int_equal(dataset.row_count, 3);
    expect_row(0, 1, "where is it", "late");
    expect_row(1, 2, "a, \"b\"\r\nc", "wrong");
    expect_row(2, 5, "last", "late");
    parse("d.csv", "text,label\na,x\n");
    assert_int_equal(dataset.row_count, 1);
    expect_row(0, 2, "a", "x");
}

static void a_header_finds_its_columns_in_any_order(void **state)
{
    (void)state;
    parse("d.csv", "\xef\xbb\xbfid,Category,\"Text\"\n1,x,a\n2,y,\"b\"\n");
    expect_mistakes("");
    assert_int_equal(dataset.row_count, 2);
    expect_row(0, 2, "a", "x");
    expect_row(1, 3, "b", "y");
}

static void a_first_line_that_names_no_label_is_a_row(void **state)
{
    (void)state;
    parse("d.csv", "text,x\nb,y\n");
    assert_int_equal(dataset.row_count, 2);
    expect_row(0, 1, "text", "x");
}

static void every_bad_csv_line_is_told_and_the_good_ones_stay(void **state)
{
    (void)state;
    parse("d.csv", "a,x\nno label\na,b,c\n\xc3\xa4 "
                   "\"quoted\",y\n\"c\"d,y\ne,y\n,z\n\"open,x\nf,y\n");
    expect_mistakes("d.csv:2:1: the number of columns is 1; expected two: a text and its "
                    "label, quoted "
                    "where they hold a "
                    "comma\n"
                    "d.csv:3:1: the number of columns is 3; expected two: a text and its "
                    "label, quoted "
                    "where they hold a "
                    "comma\n"
                    "d.csv:4:3: a quote or letter where the field has to end; expected "
                    "quotes around the "
                    "whole field, doubled inside\n"
                    "d.csv:5:4: a quote or letter where the field has to end; expected "
                    "quotes around the "
                    "whole field, doubled inside\n"
                    "d.csv:7:1: the text is empty; expected a text and its label\n"
                    "d.csv:8:1: this quote is not closed; expected a quote, then a comma "
                    "or the end of the "
                    "line\n");
    assert_int_equal(dataset.row_count, 2);
    expect_row(0, 1, "a", "x");
    expect_row(1, 6, "e", "y");
}

static void a_comma_without_quotes_does_not_end_a_text_unseen(void **state)
{
    (void)state;
    parse("d.csv", "text,label\nwhere is it, please,late\nlast,late\n");
    expect_mistakes(
        "d.csv:2:1: the number of columns is 3; expected as many as the first "
        "line names\n");
    assert_int_equal(dataset.row_count, 1);
    expect_row(0, 3, "last", "late");
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    (void)state;
    parse("d.csv", "a,x\nb\xff,y\n");
    expect_mistakes("d.csv:2:2: these bytes are no text; expected valid UTF-8\n");
    assert_int_equal(dataset.row_count, 0);
}

static void an_empty_file_has_no_rows(void **state)
{
    (void)state;
    parse("d.csv", "");
    assert_int_equal(dataset.row_count, 0);
    parse("d.jsonl", "");
    assert_int_equal(dataset.row_count, 0);
    expect_mistakes("");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(json_lines_may_call_the_label_intent_and_hold_other_members),
        T(every_bad_json_line_is_told_and_the_good_ones_stay),
        T(csv_has_two_columns_with_or_without_a_header),
        T(a_header_finds_its_columns_in_any_order),
        T(a_first_line_that_names_no_label_is_a_row),
        T(every_bad_csv_line_is_told_and_the_good_ones_stay),
        T(a_comma_without_quotes_does_not_end_a_text_unseen),
        T(bytes_that_are_no_text_are_refused),
        T(an_empty_file_has_no_rows),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
