/* batch_test.c - lines in, lines out, however they come. */

#include "http/http_test.h"

#include "http/batch.h"
#include "http/problem.h"

#define LATE "{\"text\": \"where is the parcel\", \"id\": \"a\"}"

static struct problem problem;

/* Give all of a part; -1 where the batch failed. */
static int give(struct batch *batch, struct str bytes)
{
    while (bytes.len != 0) {
        size_t taken;

        if (batch_take(&taken, batch, bytes, &problem) != 0) {
            return -1;
        }
        assert_true(taken != 0 && taken <= bytes.len);
        bytes = str_slice(bytes, taken, bytes.len);
    }
    return 0;
}

/* What comes of lines that were cut into two parts; times and dates are blanked, ids are
 * given.  An empty text where the batch failed. */
static struct str answer_to(struct str lines, size_t first_len)
{
    struct batch *batch = batch_new(&app, STR(""));
    struct str answer = STR("");

    if (give(batch, str_slice(lines, 0, first_len)) == 0 &&
        give(batch, str_slice(lines, first_len, lines.len)) == 0 &&
        batch_end(&answer, batch, &problem) == 0) {
        answer = str_copy(answer_arena, answer);
    }
    batch_free(&batch);
    assert_null(batch);
    assert_int_equal(counter_value(&app.held_bytes), 0);
    return answer;
}

/* The actions, or the reasons of problems, of each line: "queue input ". */
static struct str told(struct str answer)
{
    struct str line;
    struct buf buf;

    buf_init(&buf, answer_arena, 1 << 16);
    while (str_split_next(&answer, '\n', &line)) {
        const struct json *value;
        const struct json *action;

        if (line.len == 0) {
            assert_int_equal(answer.len, 0); /* each line has its end, also the last */
            break;
        }
        value = parse_json(line);
        action = json_find(value, STR("action"));
        if (action != NULL) {
            buf_add(&buf, action->text);
        } else {
            int64_t number = 0;

            assert_true(
                json_int(json_find(json_find(value, STR("at")), STR("line")), &number));
            buf_add(&buf, str_slice(json_find(value, STR("type"))->text,
                                    strlen("urn:usher:error:"), 64));
            buf_addf(&buf, "@%d", (int)number);
        }
        buf_add_char(&buf, ' ');
    }
    return buf_str(&buf);
}

static void wherever_a_batch_is_cut_its_answer_is_the_same(void **state)
{
    struct str lines = STR("\n" LATE "\r\n  \n{\"text\": 7}\n\xff\n" LATE "\n\n" LATE);

    (void)state;
    for (size_t len = 0; len <= lines.len; len++) {
        assert_str(told(answer_to(lines, len)), "queue input@4 input@5 queue queue ");
    }
}

static void it_may_come_byte_by_byte(void **state)
{
    struct str lines = STR(LATE "\n\n" LATE "\n[]\n");
    struct batch *batch = batch_new(&app, STR(""));
    struct str answer;

    (void)state;
    for (size_t i = 0; i < lines.len; i++) {
        assert_int_equal(give(batch, str_slice(lines, i, 1)), 0);
    }
    assert_int_equal(batch_end(&answer, batch, &problem), 0);
    assert_str(told(answer), "queue queue input@4 ");
    batch_free(&batch);
}

static void nothing_in_gives_nothing_out(void **state)
{
    static const char *const empty[] = { "", "\n", "\n\n\r\n   \n\t", " " };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(empty); i++) {
        struct batch *batch = batch_new(&app, STR(""));
        struct str answer;

        assert_int_equal(give(batch, str_from(empty[i])), 0);
        assert_int_equal(batch_end(&answer, batch, &problem), 0);
        assert_int_equal(answer.len, 0);
        batch_free(&batch);
    }
}

static void a_mistake_is_placed_in_its_line(void **state)
{
    struct str answer =
        answer_to(STR("\n{\"text\": \"a\", \"lang\": 7}\n{\"text\": \"a\",\n"), 5);
    struct str line;

    (void)state;
    assert_true(str_split_next(&answer, '\n', &line));
    assert_str(member_text(line, "at.line"), "2");
    assert_str(member_text(line, "at.column"), "23");
    assert_str(member_text(line, "at.pointer"), "/lang");
    assert_str(member_text(line, "instance"), "/v1/triage:batch");
    assert_true(str_split_next(&answer, '\n', &line));
    assert_str(member_text(line, "at.line"), "3");
    assert_str(member_text(line, "at.column"), "14");
}

static void a_bot_that_is_not_there_fails_its_line_alone(void **state)
{
    (void)state;
    assert_str(
        told(answer_to(STR("{\"text\": \"a\", \"bot\": \"third\"}\n" LATE "\n"), 0)),
        "not_found@1 queue ");
}

static void as_many_lines_as_allowed_and_no_more(void **state)
{
    (void)state;
    app.limits.batch_rows_max = 2;
    assert_str(told(answer_to(STR(LATE "\n\n\n" LATE "\n\n"), 0)), "queue queue ");
    assert_int_equal(answer_to(STR(LATE "\n\n" LATE "\n" LATE), 0).len, 0);
    assert_int_equal(problem.status, 413);
    assert_int_equal(problem.err.reason, ERR_LIMIT);
    assert_int_equal(answer_to(STR(LATE "\n\n" LATE "\n" LATE "\n"), 90).len, 0);
    assert_int_equal(problem.status, 413);
}

static void a_line_that_is_too_long_fails_the_batch_however_it_comes(void **state)
{
    struct str good = STR("{\"text\": \"where is the parcel\"}   \n" LATE);
    struct str bad = STR("\n{\"text\": \"where is the parcel\"}    \n" LATE);

    (void)state;
    app.limits.body_bytes_max = str_find_char(good, '\n');
    for (size_t len = 0; len <= good.len; len++) {
        struct str longer = str_slice(good, 0, str_find_char(good, '\n') + 1);

        assert_str(told(answer_to(longer, len)), "queue ");
    }
    for (size_t len = 0; len <= bad.len; len++) {
        assert_int_equal(answer_to(bad, len).len, 0);
        assert_int_equal(problem.status, 413);
        assert_non_null(strstr(problem.err.text, "line 2 is longer than"));
    }
}

static void lines_may_be_allowed_next_to_nothing(void **state)
{
    struct batch *batch;

    (void)state;
    app.limits.body_bytes_max = 2;
    batch = batch_new(&app, STR(""));
    assert_int_equal(give(batch, STR("{")), 0);
    assert_int_equal(give(batch, STR("}\n")), 0);
    assert_int_equal(give(batch, STR("{}}")), -1);
    assert_int_equal(problem.status, 413);
    batch_free(&batch);
}

static void answers_that_are_too_much_fail_the_batch(void **state)
{
    struct buf lines;

    (void)state;
    buf_init(&lines, answer_arena, 1 << 20);
    for (size_t i = 0; i < 100; i++) {
        buf_add(&lines, STR(LATE "\n"));
    }
    app.limits.memory_bytes_max = 20000;
    assert_int_equal(answer_to(buf_str(&lines), 0).len, 0);
    assert_int_equal(problem.status, 503);
    assert_int_equal(problem.err.reason, ERR_UNAVAILABLE);
}

/* Thousands of clients that each send the beginning of a line. */
static void the_beginning_of_a_line_counts_as_held(void **state)
{
    struct batch *first = batch_new(&app, STR(""));
    struct batch *second = batch_new(&app, STR(""));
    char part[6000];

    (void)state;
    memset(part, ' ', sizeof part);
    app.limits.memory_bytes_max = 10000;
    assert_int_equal(give(first, (struct str){ part, sizeof part }), 0);
    assert_true(counter_value(&app.held_bytes) >= (int64_t)sizeof part);
    assert_int_equal(give(second, (struct str){ part, sizeof part }), -1);
    assert_int_equal(problem.status, 503);
    batch_free(&first);
    batch_free(&second);
    assert_int_equal(counter_value(&app.held_bytes), 0);
}

static void a_long_part_is_taken_in_several_turns(void **state)
{
    struct batch *batch = batch_new(&app, STR(""));
    struct buf lines;
    size_t taken;

    (void)state;
    buf_init(&lines, answer_arena, 1 << 20);
    for (size_t i = 0; i < 100; i++) {
        buf_add(&lines, STR(LATE "\n"));
    }
    assert_int_equal(batch_take(&taken, batch, buf_str(&lines), &problem), 0);
    assert_true(taken > 0 && taken < lines.len / 2);
    batch_free(&batch);
}

/* All lines are decided by the release of the first one. */
static void a_new_release_does_not_come_into_a_batch(void **state)
{
    struct batch *batch = batch_new(&app, STR(""));
    struct served *served;
    struct str answer;
    struct str line;
    struct err err;

    (void)state;
    assert_int_equal(give(batch, STR(LATE "\n")), 0);
    assert_int_equal(served_open(&served, tiny_release_file("third"), true, 1, &err), 0);
    assert_int_equal(serving_put(app.serving, 1, served, &err), 0);
    serving_reap(app.serving);
    assert_int_equal(give(batch, STR("{\"text\": \"a\", \"bot\": \"second\"}\n"
                                     "{\"text\": \"a\", \"bot\": \"third\"}\n")),
                     0);
    assert_int_equal(batch_end(&answer, batch, &problem), 0);
    assert_true(str_split_next(&answer, '\n', &line));
    assert_true(str_split_next(&answer, '\n', &line));
    assert_str(member_text(line, "bot"), "second");
    assert_true(str_split_next(&answer, '\n', &line));
    assert_str(member_text(line, "type"), "urn:usher:error:not_found");
    batch_free(&batch);
    serving_reap(app.serving);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup(name, app_reset)
        TEST(wherever_a_batch_is_cut_its_answer_is_the_same),
        TEST(it_may_come_byte_by_byte),
        TEST(nothing_in_gives_nothing_out),
        TEST(a_mistake_is_placed_in_its_line),
        TEST(a_bot_that_is_not_there_fails_its_line_alone),
        TEST(as_many_lines_as_allowed_and_no_more),
        TEST(a_line_that_is_too_long_fails_the_batch_however_it_comes),
        TEST(lines_may_be_allowed_next_to_nothing),
        TEST(answers_that_are_too_much_fail_the_batch),
        TEST(the_beginning_of_a_line_counts_as_held),
        TEST(a_long_part_is_taken_in_several_turns),
        TEST(a_new_release_does_not_come_into_a_batch), /* and stays: the last */
#undef TEST
    };

    return cmocka_run_group_tests(tests, app_begin, app_end);
}
