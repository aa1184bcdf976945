/* node_yaml.c - YAML files as nodes, by libfyaml's event stream.
 *
 * The tree is built from events, so nothing is ever resolved: an anchor, an alias, a tag
 * or a merge key is refused where it stands, before it could cost anything. */

#include <libfyaml.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "config/node.h"
#include "config/node_build.h"

/* One open list or mapping. */
struct level {
    struct node *node;
    const struct node **link; /* where the next item goes */
    const struct node *key;   /* a mapping's key that waits for its value */
};

struct builder {
    struct fy_parser *parser;
    struct arena *arena;
    struct mistakes *mistakes;
    struct place_walk walk;
    struct level levels[NODE_DEPTH_MAX];
    size_t depth;
    size_t node_count;
    struct node *root;
    bool has_document;
};

static int refuse(struct builder *builder, struct place place, struct str what,
                  struct str expected)
{
    mistakes_add(builder->mistakes, place, what, expected, STR(""));
    return -1;
}

static enum fy_scalar_style style_of(struct fy_event *event)
{
    if (event->type != FYET_SCALAR || event->scalar.value == NULL) {
        return FYSS_PLAIN;
    }
    return fy_token_scalar_style(event->scalar.value);
}

/* libfyaml marks what is behind a quote or an asterisk, and a block's first line;
 * people look for the sign, and for the block's first letter. */
static struct place place_of(struct builder *builder, struct fy_event *event)
{
    const struct fy_mark *mark = fy_event_start_mark(event);
    enum fy_scalar_style style = style_of(event);
    struct str text = builder->walk.text;
    size_t at = mark == NULL ? builder->walk.offset : mark->input_pos;

    if (style == FYSS_LITERAL || style == FYSS_FOLDED) {
        while (at < text.len && text.at[at] == ' ') {
            at++;
        }
    } else if (style != FYSS_PLAIN || event->type == FYET_ALIAS) {
        at -= at > 0;
    }
    return place_walk_to(&builder->walk, at);
}

static bool is_null_word(struct str text)
{
    return str_is_empty(text) || str_equal(text, STR("~")) ||
           str_equal(text, STR("null")) || str_equal(text, STR("Null")) ||
           str_equal(text, STR("NULL"));
}

static void read_scalar(struct builder *builder, struct fy_event *event,
                        struct node *node)
{
    struct fy_token *token = event->scalar.value;
    size_t len = 0;
    const char *text = token == NULL ? NULL : fy_token_get_text(token, &len);

    node->is_quoted = token != NULL && fy_token_scalar_style(token) != FYSS_PLAIN;
    node->text = str_copy(builder->arena, (struct str){ text == NULL ? "" : text, len });
    node->kind = !node->is_quoted && is_null_word(node->text) ? NODE_NULL : NODE_SCALAR;
    if (node->kind == NODE_NULL) {
        node->text = (struct str){ 0 };
    }
}

/* The name of the next member. */
static int take_key(struct builder *builder, struct level *level, struct node *node)
{
    if (node->kind != NODE_SCALAR) {
        return refuse(
            builder, node->place,
            str_format(builder->arena, "%s as a name", node_kind_name(node->kind)),
            STR("a word and a colon"));
    }
    if (!node->is_quoted && str_equal(node->text, STR("<<"))) {
        return refuse(builder, node->place, STR("merge keys are not read"),
                      STR("the members written out"));
    }
    level->key = node;
    return 0;
}

static int attach(struct builder *builder, struct node *node)
{
    struct level *level;

    if (builder->depth == 0) {
        builder->root = node;
        return 0;
    }
    level = &builder->levels[builder->depth - 1];
    if (level->node->kind == NODE_MAPPING) {
        if (level->key == NULL) {
            return take_key(builder, level, node);
        }
        node->key = level->key->text;
        node->key_place = level->key->place;
        level->key = NULL;
    }
    *level->link = node;
    level->link = &node->next;
    level->node->count++;
    return 0;
}

static int refuse_decoration(struct builder *builder, struct place place,
                             const struct fy_token *anchor, const struct fy_token *tag)
{
    if (anchor != NULL) {
        return refuse(builder, place, STR("anchors and aliases are not read"),
                      STR("the value written out"));
    }
    if (tag != NULL) {
        return refuse(builder, place, STR("tags are not read"), STR("a plain value"));
    }
    return 0;
}

static struct node *new_node(struct builder *builder, struct fy_event *event)
{
    struct node *node;
    struct place place = place_of(builder, event);

    if (builder->node_count == NODE_COUNT_MAX) {
        (void)refuse(builder, place, STR("too many values"),
                     STR("at most 200000 in a file"));
        return NULL;
    }
    builder->node_count++;
    node = arena_alloc(builder->arena, sizeof *node);
    node->place = place;
    return node;
}

static int on_scalar(struct builder *builder, struct fy_event *event)
{
    struct node *node = new_node(builder, event);

    if (node == NULL || refuse_decoration(builder, node->place, event->scalar.anchor,
                                          event->scalar.tag) != 0) {
        return -1;
    }
    read_scalar(builder, event, node);
    return attach(builder, node);
}

static int on_open(struct builder *builder, struct fy_event *event, enum node_kind kind)
{
    struct node *node = new_node(builder, event);
    struct fy_token *anchor =
        kind == NODE_MAPPING ? event->mapping_start.anchor : event->sequence_start.anchor;
    struct fy_token *tag =
        kind == NODE_MAPPING ? event->mapping_start.tag : event->sequence_start.tag;

    if (node == NULL || refuse_decoration(builder, node->place, anchor, tag) != 0) {
        return -1;
    }
    node->kind = kind;
    if (attach(builder, node) != 0) {
        return -1;
    }
    if (builder->depth == NODE_DEPTH_MAX) {
        return refuse(builder, node->place, STR("nested too deeply"),
                      STR("at most 32 levels"));
    }
    builder->levels[builder->depth++] =
        (struct level){ .node = node, .link = &node->first };
    return 0;
}

static int on_document(struct builder *builder, struct fy_event *event)
{
    struct fy_document_state *state = event->document_start.document_state;
    struct place place = place_of(builder, event);

    if (builder->has_document) {
        return refuse(builder, place, STR("a second document begins here"),
                      STR("one document a file"));
    }
    builder->has_document = true;
    if (fy_document_state_version_explicit(state) ||
        fy_document_state_tags_explicit(state)) {
        return refuse(builder, place, STR("directives are not read"),
                      STR("YAML 1.2 without %YAML and %TAG"));
    }
    return 0;
}

static int on_event(struct builder *builder, struct fy_event *event)
{
    switch (event->type) {
    case FYET_DOCUMENT_START:
        return on_document(builder, event);
    case FYET_ALIAS:
        return refuse(builder, place_of(builder, event),
                      STR("anchors and aliases are not read"),
                      STR("the value written out"));
    case FYET_SCALAR:
        return on_scalar(builder, event);
    case FYET_SEQUENCE_START:
        return on_open(builder, event, NODE_SEQUENCE);
    case FYET_MAPPING_START:
        return on_open(builder, event, NODE_MAPPING);
    case FYET_SEQUENCE_END:
    case FYET_MAPPING_END:
        builder->depth--;
        return 0;
    default:
        return 0;
    }
}

/* What libfyaml found wrong first. */
static void report_syntax(struct builder *builder, struct fy_diag *diag)
{
    void *walk = NULL;
    const struct fy_diag_error *error = fy_diag_errors_iterate(diag, &walk);
    struct place place = builder->walk.place;
    struct str what = STR("not YAML");

    if (error != NULL) {
        what = str_format(builder->arena, "not YAML: %s", error->msg);
        place.line = error->line > 0 ? (size_t)error->line : 1;
        place.column = error->column > 0 ? (size_t)error->column : 1;
    }
    mistakes_add(builder->mistakes, place, what, STR(""), STR(""));
}

static int run(struct builder *builder, struct fy_diag *diag)
{
    struct fy_event *event = fy_parser_parse(builder->parser);
    int failed = 0;

    while (event != NULL && failed == 0) {
        bool is_end = event->type == FYET_STREAM_END;

        failed = on_event(builder, event);
        fy_parser_event_free(builder->parser, event);
        if (is_end) {
            return failed;
        }
        event = failed == 0 ? fy_parser_parse(builder->parser) : NULL;
    }
    if (failed == 0) {
        report_syntax(builder, diag);
    }
    return -1;
}

static void say_nothing(struct fy_diag *diag, void *user, const char *text, size_t len)
{
    (void)diag;
    (void)user;
    (void)text;
    (void)len;
}

static int parse(struct builder *builder, struct str text)
{
    struct fy_diag_cfg diag_cfg = { .output_fn = say_nothing,
                                    .level = FYET_ERROR,
                                    .module_mask = ~0U };
    struct fy_parse_cfg cfg = { .flags = FYPCF_DEFAULT_VERSION_1_2 | FYPCF_JSON_NONE |
                                         FYPCF_COLLECT_DIAG };
    int failed = -1;

    cfg.diag = fy_diag_create(&diag_cfg);
    fy_diag_set_collect_errors(cfg.diag, true);
    builder->parser = fy_parser_create(&cfg);
    if (fy_parser_set_string(builder->parser, text.at, text.len) == 0) {
        failed = run(builder, cfg.diag);
    } else {
        report_syntax(builder, cfg.diag);
    }
    fy_parser_destroy(builder->parser);
    fy_diag_destroy(cfg.diag);
    return failed;
}

/* YAML text has none, and libfyaml 0.7.12 can stumble over them. */
static bool has_control(struct str text, size_t *offset_out)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.at[i];

        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) {
            *offset_out = i;
            return true;
        }
    }
    return false;
}

/* Whether what stands before a place on its line lets a "? " begin a key there. */
static bool may_begin_key(struct str text, size_t at)
{
    while (at > 0 && (text.at[at - 1] == ' ' || text.at[at - 1] == '\t')) {
        at--;
    }
    return at == 0 || memchr("\n\r-[{,?", text.at[at - 1], 7) != NULL;
}

/* "? KEY", which no file of ours needs, and over which libfyaml 0.7.12 can crash. */
static bool has_question_key(struct str text, size_t *offset_out)
{
    for (size_t i = 0; i < text.len; i++) {
        bool is_alone = i + 1 == text.len || memchr(" \t\n\r", text.at[i + 1], 4) != NULL;

        if (text.at[i] == '?' && is_alone && may_begin_key(text, i)) {
            *offset_out = i;
            return true;
        }
    }
    return false;
}

const struct node *node_parse_yaml(struct str text, struct str file, struct arena *arena,
                                   struct mistakes *mistakes)
{
    struct builder builder = { .arena = arena,
                               .mistakes = mistakes,
                               .walk = place_walk_start(text, file, 1) };
    size_t refused = 0;

    if (!node_text_is_sound(text, NODE_FILE_BYTES_MAX, file, mistakes)) {
        return NULL;
    }
    if (has_control(text, &refused)) {
        (void)refuse(&builder, place_walk_to(&builder.walk, refused),
                     STR("a control character"), STR("letters, tabs and line ends"));
        return NULL;
    }
    if (has_question_key(text, &refused)) {
        (void)refuse(&builder, place_walk_to(&builder.walk, refused),
                     STR("a key that is marked by \"?\""), STR("key: value"));
        return NULL;
    }
    if (text.len != 0 && parse(&builder, text) != 0) {
        return NULL;
    }
    if (builder.root == NULL) {
        builder.root = arena_alloc(arena, sizeof *builder.root);
        builder.root->place = builder.walk.place;
    }
    node_drop_repeated(builder.root, arena, mistakes);
    return builder.root;
}

struct str yaml_library_version(struct arena *arena)
{
    return str_copy(arena, str_from(fy_library_version()));
}
