/* node_test.c - trees from YAML and JSON, and what is said of files that give none. */

#include "base/test.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "config/node.h"

struct fixture {
    struct arena *arena;
    struct mistakes mistakes;
};

static int begin(void **state)
{
    static struct fixture fixture;

    fixture.arena = arena_new(64 << 20);
    mistakes_init(&fixture.mistakes, fixture.arena);
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;

    arena_free(&fixture->arena);
    return 0;
}

static const struct node *yaml(void **state, const char *text)
{
    struct fixture *fixture = *state;

    return node_parse_yaml(str_from(text), STR("a.yaml"), fixture->arena,
                           &fixture->mistakes);
}

static const struct node *json(void **state, const char *text)
{
    struct fixture *fixture = *state;

    return node_parse_json(str_from(text), STR("a.json"), fixture->arena,
                           &fixture->mistakes);
}

/* All mistakes, a line each. */
static void expect_mistakes(void **state, const char *lines)
{
    struct fixture *fixture = *state;
    struct buf buf;

    buf_init(&buf, fixture->arena, 1 << 20);
    for (size_t i = 0; i < fixture->mistakes.list.count; i++) {
        mistake_format(list_at(&fixture->mistakes.list, i), &buf);
        buf_add_char(&buf, '\n');
    }
    buf_add_char(&buf, '\0');
    assert_string_equal(buf.at, lines);
}

static void expect_text(const struct node *node, const char *text)
{
    assert_non_null(node);
    assert_int_equal(node->kind, NODE_SCALAR);
    assert_str(node->text, text);
}

static void expect_place(struct place place, size_t line, size_t column)
{
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void yaml_gives_mappings_lists_and_values(void **state)
{
    const struct node *root = yaml(state, "name: acme\nlanguages: [en, de]\n"
                                          "models: { nano: { driver: builtin } }\n"
                                          "queues:\n  refunds:\n    - a\n    - \"b\"\n");
    const struct node *languages = node_find(root, STR("languages"));
    const struct node *refunds =
        node_find(node_find(root, STR("queues")), STR("refunds"));

    expect_mistakes(state, "");
    assert_int_equal(root->count, 4);
    expect_text(node_find(root, STR("name")), "acme");
    assert_int_equal(languages->count, 2);
    expect_text(languages->first->next, "de");
    expect_text(
        node_find(node_find(node_find(root, STR("models")), STR("nano")), STR("driver")),
        "builtin");
    assert_false(refunds->first->is_quoted);
    assert_true(refunds->first->next->is_quoted);
}

static void every_node_knows_its_place_in_code_points(void **state)
{
    const struct node *root =
        yaml(state, "# \xc3\xa4\n\xc3\xa4\xc3\xb6: { b: [1, x] }\nc:\n  d: 2\n");
    const struct node *b = node_find(root->first, STR("b"));
    const struct node *c = node_find(root, STR("c"));

    expect_mistakes(state, "");
    expect_place(root->first->key_place, 2, 1);
    expect_place(root->first->place, 2, 5);
    expect_place(b->key_place, 2, 7);
    expect_place(b->first->next->place, 2, 14);
    expect_place(c->place, 4, 3);
    expect_place(c->first->place, 4, 6);
    expect_place(yaml(state, "a: \"x\"\n")->first->place, 1, 4);
    expect_place(yaml(state, "a: ''\n")->first->place, 1, 4);
    expect_place(yaml(state, "a: |\n  one\n  two\n")->first->place, 2, 3);
    expect_place(yaml(state, "\xef\xbb\xbf"
                             "a: 1\n")
                     ->first->key_place,
                 1, 2);
    assert_true(str_equal(c->place.file, STR("a.yaml")));
}

static void empty_words_are_nothing_and_quoted_ones_are_text(void **state)
{
    const struct node *root = yaml(state, "a:\nb: ~\nc: null\nd: \"null\"\ne: ''\n");

    expect_mistakes(state, "");
    assert_int_equal(node_find(root, STR("a"))->kind, NODE_NULL);
    assert_int_equal(node_find(root, STR("b"))->kind, NODE_NULL);
    assert_int_equal(node_find(root, STR("c"))->kind, NODE_NULL);
    expect_text(node_find(root, STR("d")), "null");
    expect_text(node_find(root, STR("e")), "");
}

static void blocks_keep_their_lines(void **state)
{
    const struct node *root =
        yaml(state, "system: |\n  one\n  { \"two\": 1 }\nweight: 5 %\n");

    expect_text(node_find(root, STR("system")), "one\n{ \"two\": 1 }\n");
    assert_true(node_find(root, STR("system"))->is_quoted);
    expect_text(node_find(root, STR("weight")), "5 %");
}

static void an_empty_file_is_nothing(void **state)
{
    assert_int_equal(yaml(state, "")->kind, NODE_NULL);
    assert_int_equal(yaml(state, "# only a remark\n")->kind, NODE_NULL);
    assert_int_equal(json(state, " \n")->kind, NODE_NULL);
    expect_mistakes(state, "");
}

static void a_syntax_mistake_is_told_with_its_place(void **state)
{
    assert_null(yaml(state, "a: 1\nb: [1, 2\nc: 3\n"));
    assert_null(yaml(state, "a: \"open\n"));
    assert_null(yaml(state, "a: 1\n b: 2\n"));
    expect_mistakes(state,
                    "a.yaml:4:1: not YAML: flow sequence without a closing bracket\n"
                    "a.yaml:1:5: not YAML: double-quoted scalar without closing quote\n"
                    "a.yaml:1:4: not YAML: invalid multiline plain key\n");
}

static void repeated_names_are_all_told_and_the_first_counts(void **state)
{
    const struct node *root =
        yaml(state, "a: 1\nb: 2\na: 3\nb: { c: 1, c: 2 }\nd: { e: 1, "
                    "\"e\": 2 }\n");

    expect_mistakes(
        state,
        "a.yaml:3:1: \"a\" stands here a second time; expected it once, as in line 1\n"
        "a.yaml:4:1: \"b\" stands here a second time; expected it once, as in line 2\n"
        "a.yaml:5:12: \"e\" stands here a second time; expected it once, as in line 5\n");
    assert_int_equal(root->count, 3);
    expect_text(node_find(root, STR("a")), "1");
}

static void anchors_aliases_tags_and_merge_keys_are_refused(void **state)
{
    assert_null(yaml(state, "a: &x 1\n"));
    assert_null(yaml(state, "a: [1, *x]\n"));
    assert_null(yaml(state, "a: !!str 1\n"));
    assert_null(yaml(state, "a: { <<: b }\n"));
    assert_null(yaml(state, "&x a: 1\n"));
    assert_null(yaml(state, "a: &x { b: 1 }\n"));
    assert_null(yaml(state, "a: !t [1]\n"));
    expect_mistakes(
        state,
        "a.yaml:1:7: anchors and aliases are not read; expected the value written out\n"
        "a.yaml:1:8: anchors and aliases are not read; expected the value written out\n"
        "a.yaml:1:10: tags are not read; expected a plain value\n"
        "a.yaml:1:6: merge keys are not read; expected the members written out\n"
        "a.yaml:1:4: anchors and aliases are not read; expected the value written out\n"
        "a.yaml:1:7: anchors and aliases are not read; expected the value written out\n"
        "a.yaml:1:7: tags are not read; expected a plain value\n");
}

static void directives_and_second_documents_are_refused(void **state)
{
    assert_null(yaml(state, "%YAML 1.1\n---\na: 1\n"));
    assert_null(yaml(state, "a: 1\n---\nb: 1\n"));
    assert_non_null(yaml(state, "---\na: 1\n...\n"));
    expect_mistakes(
        state,
        "a.yaml:2:1: directives are not read; expected YAML 1.2 without %YAML and %TAG\n"
        "a.yaml:2:1: a second document begins here; expected one document a file\n");
}

static void a_name_must_be_a_word(void **state)
{
    assert_null(yaml(state, "[a, b]: 1\n"));
    assert_null(yaml(state, ": 1\n"));
    expect_mistakes(state,
                    "a.yaml:1:1: a list as a name; expected a word and a colon\n"
                    "a.yaml:1:1: nothing as a name; expected a word and a colon\n");
}

static void depth_and_length_are_bounded(void **state)
{
    struct fixture *fixture = *state;
    char *deep = arena_alloc(fixture->arena, 100);
    char *longest = arena_alloc(fixture->arena, NODE_FILE_BYTES_MAX + 2);

    memset(deep, '[', 60);
    memset(deep + 60, ']', 33);
    assert_null(yaml(state, deep + 27));
    assert_null(json(state, deep + 27));
    deep[92] = '\0';
    assert_non_null(yaml(state, deep + 28));
    assert_non_null(json(state, deep + 28));
    memset(longest, 'a', NODE_FILE_BYTES_MAX + 1);
    assert_null(yaml(state, longest));
    expect_mistakes(state, "a.yaml:1:33: nested too deeply; expected at most 32 levels\n"
                           "a.json:1:33: not JSON: nested too deeply\n"
                           "a.yaml: the file is too long; expected at most 4 MiB\n");
}

static void bytes_that_are_no_text_are_refused(void **state)
{
    assert_null(yaml(state, "a: 1\nb: \xff\n"));
    assert_null(yaml(state, "a: 1\n\x01: 2\n"));
    assert_null(json(state, "{\"a\": \"\xc0\xaf\"}"));
    expect_mistakes(state,
                    "a.yaml:2:4: these bytes are no text; expected valid UTF-8\n"
                    "a.yaml:2:1: a control character; expected letters, tabs and line "
                    "ends\n"
                    "a.json:1:8: these bytes are no text; expected valid UTF-8\n");
}

static void keys_marked_by_a_question_mark_are_refused(void **state)
{
    assert_null(yaml(state, "? a:\t:]"));
    assert_null(yaml(state, "a: { ? b : c }\n"));
    assert_non_null(yaml(state, "a: why ? because\nb: what?\n"));
    expect_mistakes(state,
                    "a.yaml:1:1: a key that is marked by \"?\"; expected key: value\n"
                    "a.yaml:1:6: a key that is marked by \"?\"; expected key: value\n");
}

static void json_gives_the_same_tree(void **state)
{
    const struct node *root =
        json(state, "{ \"a\": [1, \"x\", true, null],\n  \"b\": {\"c\": -2.50} }");
    const struct node *a = node_find(root, STR("a"));

    expect_mistakes(state, "");
    assert_int_equal(a->count, 4);
    expect_text(a->first, "1");
    assert_false(a->first->is_quoted);
    assert_true(a->first->next->is_quoted);
    expect_text(a->first->next->next, "true");
    assert_int_equal(a->first->next->next->next->kind, NODE_NULL);
    expect_text(node_find(node_find(root, STR("b")), STR("c")), "-2.50");
    expect_place(node_find(root, STR("b"))->key_place, 2, 3);
    expect_place(node_find(root, STR("b"))->first->place, 2, 14);
}

static void json_mistakes_have_places_and_repeats_are_all_told(void **state)
{
    assert_null(json(state, "{\n  \"a\" 1 }"));
    assert_non_null(json(state, "{\"a\": 1, \"a\": 2,\n \"b\": {\"c\":1,\"c\":2}}"));
    expect_mistakes(
        state,
        "a.json:2:7: not JSON: expected ':'\n"
        "a.json:1:10: \"a\" stands here a second time; expected it once, as in line 1\n"
        "a.json:2:14: \"c\" stands here a second time; expected it once, as in line 2\n");
}

static void json_lines_give_a_list_without_the_bad_lines(void **state)
{
    struct fixture *fixture = *state;
    const struct node *rows =
        node_parse_json_lines(STR("{\"a\": 1}\n\n{\"a\" 2}\n  {\"b\": [1,\"\xc3\xa4\", "
                                  "2]}\r\n[1,]\n{\"c\":1,\"c\":2}"),
                              STR("a.jsonl"), fixture->arena, &fixture->mistakes);
    const struct node *second = rows->first->next;

    expect_mistakes(state,
                    "a.jsonl:3:6: not JSON: expected ':'\n"
                    "a.jsonl:5:4: not JSON: expected a value\n"
                    "a.jsonl:6:8: \"c\" stands here a second time; expected it once, as "
                    "in line 6\n");
    assert_int_equal(rows->count, 3);
    expect_place(second->place, 4, 3);
    expect_place(node_find(second, STR("b"))->first->next->next->place, 4, 17);
}

static void a_tree_is_written_as_json_and_reads_back_the_same(void **state)
{
    struct fixture *fixture = *state;
    const char *text =
        "{\"a\":1,\"b\":\"1\",\"c\":[true,\"true\",null,-0.5e3,\"+1\",\"01\",\"1.\","
        "\"5 %\",\"\"],\"d\":{\"e\":\"x\\ny\"},\"f\":[],\"g\":1.0}";
    const struct node *root = yaml(
        state, "a: 1\nb: \"1\"\nc: [true, 'true', ~, -0.5e3, +1, 01, 1., 5 %, \"\"]\n"
               "d: { e: \"x\\ny\" }\nf: []\ng: 1.0\n");
    struct json_writer writer;
    struct buf buf;

    for (int round = 0; round < 2; round++) {
        buf_init(&buf, fixture->arena, 1000);
        writer = json_writer_to(&buf);
        node_write_json(root, &writer);
        assert_str(buf_str(&buf), text);
        root = json(state, text);
    }
    expect_mistakes(state, "");
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        T(yaml_gives_mappings_lists_and_values),
        T(every_node_knows_its_place_in_code_points),
        T(empty_words_are_nothing_and_quoted_ones_are_text),
        T(blocks_keep_their_lines),
        T(an_empty_file_is_nothing),
        T(a_syntax_mistake_is_told_with_its_place),
        T(repeated_names_are_all_told_and_the_first_counts),
        T(anchors_aliases_tags_and_merge_keys_are_refused),
        T(directives_and_second_documents_are_refused),
        T(a_name_must_be_a_word),
        T(depth_and_length_are_bounded),
        T(bytes_that_are_no_text_are_refused),
        T(keys_marked_by_a_question_mark_are_refused),
        T(json_gives_the_same_tree),
        T(json_mistakes_have_places_and_repeats_are_all_told),
        T(json_lines_give_a_list_without_the_bad_lines),
        T(a_tree_is_written_as_json_and_reads_back_the_same),
    };
#undef T

    return cmocka_run_group_tests(tests, NULL, NULL);
}
