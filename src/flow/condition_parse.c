/* condition_parse.c - reads an expression, checks its names and types, writes Lua. */

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/list.h"
#include "base/utf8.h"
#include "flow/condition.h"
#include "flow/token.h"

/* What stands on one side of an operator, as far as its nearest token tells. */
struct operand {
    enum value_kind type; /* VALUE_NIL: not known */
    enum name name;       /* NAME_COUNT: no plain name */
    struct token token;
};

struct parse {
    struct scanner scanner;
    struct place place;
    const struct vocabulary *vocabulary;
    struct arena *arena;
    struct mistakes *mistakes;
    size_t mistake_count; /* those before this expression */
    struct list references;
    struct buf body;
    size_t depth;
    size_t prefix_count;   /* `not` and `-` in a row */
    struct token operator; /* the one whose right side comes next */
    struct operand left;
    bool has_compared; /* since the last and, or, parenthesis */
};

/* --- mistakes --- */

static struct place place_at(const struct parse *parse, size_t offset)
{
    struct place place = parse->place;
    struct str before = str_slice(parse->scanner.text, 0, offset);

    if (str_find_char(before, '\n') == before.len) {
        place.column += utf8_count(before);
    }
    return place;
}

static bool is_sound(const struct parse *parse)
{
    return parse->mistakes->error_count == parse->mistake_count;
}

static void mistake(struct parse *parse, size_t offset, struct str what,
                    struct str expected, struct str suggestion)
{
    mistakes_add(parse->mistakes, place_at(parse, offset), what, expected, suggestion);
}

/* `&&` and its relatives from other languages. */
static struct str lua_for(struct str text, size_t offset)
{
    static const struct str pairs[][2] = {
        { { "!=", 2 }, { "~=", 2 } }, { { "&&", 2 }, { "and", 3 } },
        { { "||", 2 }, { "or", 2 } }, { { "=", 1 }, { "==", 2 } },
        { { "!", 1 }, { "not", 3 } },
    };
    struct str rest = str_slice(text, offset, text.len);

    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        if (str_starts_with(rest, pairs[i][0])) {
            return pairs[i][1];
        }
    }
    return STR("");
}

static void unexpected(struct parse *parse, struct token token, const char *expected)
{
    struct str what = STR("the expression ends early");

    if (token.kind != TOKEN_END) {
        what =
            str_format(parse->arena, "\"%.*s\" cannot stand here", STR_ARG(token.text));
    }
    mistake(parse, token.offset, what, str_from(expected),
            token.kind == TOKEN_BAD ? lua_for(parse->scanner.text, token.offset)
                                    : STR(""));
}

static bool is_listed(struct name_list list, struct str text)
{
    for (size_t i = 0; i < list.count; i++) {
        if (str_equal(list.at[i], text)) {
            return true;
        }
    }
    return list.at == NULL;
}

static void check_listed(struct parse *parse, struct token token, struct name_list list,
                         const char *expected)
{
    if (is_listed(list, token.text)) {
        return;
    }
    mistake(parse, token.offset,
            str_format(parse->arena, "unknown name \"%.*s\"", STR_ARG(token.text)),
            str_from(expected), nearest_name(token.text, list.at, list.count));
}

static void unknown_name(struct parse *parse, struct token token)
{
    struct str all[NAME_COUNT];

    for (enum name name = 0; name < NAME_COUNT; name++) {
        all[name] = name_word(name)->name;
    }
    check_listed(parse, token, (struct name_list){ all, NAME_COUNT },
                 "a name that a condition may read");
}

/* --- types --- */

static const char *type_name(enum value_kind type)
{
    static const char *const type_names[] = { "anything", "a text", "a number",
                                              "true or false" };
    return type_names[type];
}

static void check_value(struct parse *parse, struct operand name, struct operand literal)
{
    if (name.name != NAME_COUNT && literal.token.kind == TOKEN_TEXT) {
        check_listed(parse, literal.token, name_values(name.name, parse->vocabulary),
                     "one of the values of that name");
    }
}

static void check_number(struct parse *parse, struct operand operand)
{
    if (operand.type != VALUE_NIL && operand.type != VALUE_NUMBER) {
        mistake(parse, operand.token.offset,
                str_format(parse->arena, "\"%.*s\" is %s", STR_ARG(operand.token.text),
                           type_name(operand.type)),
                STR("a number, for an order or a sum"), STR(""));
    }
}

/* Both sides of the operator that stands before `right`. */
static void check_sides(struct parse *parse, struct operand right)
{
    struct operand left = parse->left;

    switch ((int)parse->operator.kind) {
    case TOKEN_EQUAL:
        check_value(parse, left, right);
        check_value(parse, right, left);
        if (left.type != VALUE_NIL && right.type != VALUE_NIL &&
            left.type != right.type) {
            mistake(parse, right.token.offset,
                    str_format(parse->arena, "%s is compared with %s",
                               type_name(left.type), type_name(right.type)),
                    STR("two values of one type"), STR(""));
        }
        break;
    case TOKEN_ORDER:
        /* Two texts would be ordered by the machine's locale. */
        if (left.type == VALUE_NIL && right.type == VALUE_NIL) {
            mistake(parse, parse->operator.offset,
                    STR("nothing beside this sign is known to be a number"),
                    STR("a number on one side"), STR(""));
        }
        check_number(parse, left);
        check_number(parse, right);
        break;
    case TOKEN_SUM:
        check_number(parse, left);
        check_number(parse, right);
        break;
    default:
        break;
    }
}

/* --- values --- */

static void add_reference(struct parse *parse, size_t offset, enum name name,
                          struct str member)
{
    struct reference *reference;
    size_t i = 0;

    while (i < parse->references.count) {
        reference = list_at(&parse->references, i);
        if (reference->name == name && str_equal(reference->member, member)) {
            break;
        }
        i++;
    }
    if (i == parse->references.count) {
        reference = list_add(&parse->references);
        if (reference == NULL) {
            mistake(parse, offset, STR("too many different names in one expression"),
                    STR("at most 24"), STR(""));
            return;
        }
        *reference = (struct reference){ name, member };
    }
    buf_addf(&parse->body, " v%zu", i + 1);
}

/* `.MEMBER`, or an empty text and a mistake. */
static struct str take_member(struct parse *parse, enum name name)
{
    struct token dot = scanner_next(&parse->scanner);
    struct token member;

    if (dot.kind != TOKEN_DOT) {
        unexpected(parse, dot, "a point and a name");
        return STR("");
    }
    member = scanner_next(&parse->scanner);
    if (member.kind != TOKEN_NAME) {
        unexpected(parse, member, "a name");
        return STR("");
    }
    check_listed(parse, member, name_members(name, parse->vocabulary),
                 "a name that this bot knows");
    return member.text;
}

/* `(ARGUMENT)`: the word `intent` (an empty text), or the name meant, in quotes or,
 * for an entity, bare. */
static struct str take_argument(struct parse *parse, enum name name)
{
    struct token token = scanner_next(&parse->scanner);
    struct str argument = STR("");

    if (token.kind != TOKEN_OPEN) {
        unexpected(parse, token, "an argument in parentheses");
        return argument;
    }
    token = scanner_next(&parse->scanner);
    if (name == NAME_HAS ? token.kind == TOKEN_NAME || token.kind == TOKEN_TEXT
                         : token.kind == TOKEN_TEXT) {
        check_listed(parse, token, name_members(name, parse->vocabulary),
                     "a name that this bot knows");
        argument = token.text;
    } else if (name == NAME_HAS || !str_equal(token.text, name_word(NAME_INTENT)->name)) {
        unexpected(parse, token,
                   name == NAME_HAS ? "the name of an entity"
                                    : "intent, or an intent's name in quotes");
        return argument;
    }
    token = scanner_next(&parse->scanner);
    if (token.kind != TOKEN_CLOSE) {
        unexpected(parse, token, "a closing parenthesis");
    }
    return argument;
}

static struct operand read_name(struct parse *parse, struct token token)
{
    enum name name = name_find(token.text);
    struct operand operand = { VALUE_NIL, NAME_COUNT, token };
    struct str member = STR("");

    if (name == NAME_COUNT) {
        unknown_name(parse, token);
        return operand;
    }
    if (name_word(name)->form == FORM_MEMBER) {
        member = take_member(parse, name);
    } else if (name_word(name)->form == FORM_CALL) {
        member = take_argument(parse, name);
    } else {
        operand.name = name;
    }
    operand.type = name_word(name)->type;
    add_reference(parse, token.offset, name, member);
    return operand;
}

static struct operand read_number(struct parse *parse, struct token token)
{
    int64_t micros = 0;

    if (!micros_parse(token.text, &micros) || micros > 1000000000 * MICROS_ONE ||
        str_find_char(token.text, 'e') != token.text.len ||
        str_find_char(token.text, 'E') != token.text.len) {
        mistake(parse, token.offset,
                str_format(parse->arena, "\"%.*s\" is no number", STR_ARG(token.text)),
                STR("a decimal of at most six places, up to 1000000000"), STR(""));
    }
    buf_addf(&parse->body, " %lld", (long long)micros);
    return (struct operand){ VALUE_NUMBER, NAME_COUNT, token };
}

static struct operand read_text(struct parse *parse, struct token token)
{
    buf_add_char(&parse->body, ' ');
    buf_add(&parse->body,
            str_slice(parse->scanner.text, token.offset, token.text.len + 2));
    return (struct operand){ VALUE_TEXT, NAME_COUNT, token };
}

static struct operand read_constant(struct parse *parse, struct token token)
{
    bool is_nil = str_equal(token.text, STR("nil"));

    buf_add_char(&parse->body, ' ');
    buf_add(&parse->body, token.text);
    return (struct operand){ is_nil ? VALUE_NIL : VALUE_TRUTH, NAME_COUNT, token };
}

static void emit(struct parse *parse, struct token token)
{
    buf_add_char(&parse->body, ' ');
    buf_add(&parse->body, token.text);
}

static bool enter(struct parse *parse, size_t *count, struct token token)
{
    emit(parse, token);
    if (++*count > CONDITION_DEPTH_MAX) {
        mistake(parse, token.offset, STR("the expression is too deep"),
                STR("at most 32 levels"), STR(""));
        return false;
    }
    return true;
}

/* --- the expression: values and operators take turns --- */

/* Where a value is due.  False at a mistake that ends the reading. */
static bool read_value(struct parse *parse, struct token token, bool *wants_value)
{
    struct operand operand;

    switch ((int)token.kind) {
    case TOKEN_NOT:
        parse->operator= token;
        return enter(parse, &parse->prefix_count, token);
    case TOKEN_OPEN:
        parse->has_compared = false;
        parse->prefix_count = 0;
        parse->operator= token;
        return enter(parse, &parse->depth, token);
    case TOKEN_NAME:
        operand = read_name(parse, token);
        break;
    case TOKEN_NUMBER:
        operand = read_number(parse, token);
        break;
    case TOKEN_TEXT:
        operand = read_text(parse, token);
        break;
    case TOKEN_CONSTANT:
        operand = read_constant(parse, token);
        break;
    default:
        if (token.kind == TOKEN_SUM && str_equal(token.text, STR("-"))) {
            return enter(parse, &parse->prefix_count, token);
        }
        unexpected(parse, token, "a value");
        return false;
    }
    check_sides(parse, operand);
    parse->left = parse->operator.kind == TOKEN_NOT
                      ? (struct operand){ VALUE_TRUTH, NAME_COUNT, token }
                      : operand;
    parse->prefix_count = 0;
    *wants_value = false;
    return true;
}

static bool read_comparison(struct parse *parse, struct token token)
{
    if (parse->has_compared) {
        mistake(parse, token.offset, STR("two comparisons in a row"),
                STR("`and` between them"), STR(""));
        return false;
    }
    parse->has_compared = true;
    return true;
}

/* Where an operator is due. */
static bool read_operator(struct parse *parse, struct token token, bool *wants_value)
{
    switch ((int)token.kind) {
    case TOKEN_CLOSE:
        if (parse->depth == 0) {
            unexpected(parse, token, "an operator or the end");
            return false;
        }
        parse->depth--;
        parse->has_compared = false;
        parse->left = (struct operand){ VALUE_NIL, NAME_COUNT, token };
        emit(parse, token);
        return true;
    case TOKEN_LOGIC:
        parse->has_compared = false;
        break;
    case TOKEN_EQUAL:
    case TOKEN_ORDER:
        if (!read_comparison(parse, token)) {
            return false;
        }
        break;
    case TOKEN_SUM:
        break;
    default:
        unexpected(parse, token, "an operator or the end");
        return false;
    }
    parse->operator= token;
    *wants_value = true;
    emit(parse, token);
    return true;
}

static void read_expression(struct parse *parse)
{
    bool wants_value = true;
    bool goes_on = true;

    while (goes_on) {
        struct token token = scanner_next(&parse->scanner);
        if (token.kind == TOKEN_END && !wants_value) {
            if (parse->depth > 0) {
                unexpected(parse, token, "a closing parenthesis");
            }
            return;
        }
        goes_on = wants_value ? read_value(parse, token, &wants_value)
                              : read_operator(parse, token, &wants_value);
    }
}

static struct str write_lua(struct parse *parse)
{
    struct buf lua;

    buf_init(&lua, parse->arena, parse->body.len + 16 * CONDITION_REFERENCES_MAX + 64);
    buf_add(&lua, STR("return function("));
    for (size_t i = 0; i < parse->references.count; i++) {
        buf_addf(&lua, i == 0 ? "v%zu" : ", v%zu", i + 1);
    }
    buf_add(&lua, STR(") return"));
    buf_add(&lua, buf_str(&parse->body));
    buf_add(&lua, STR(" end"));
    assert(!buf_is_full(&lua));
    return buf_str(&lua);
}

const struct condition *condition_parse(struct str text, struct place place,
                                        const struct vocabulary *vocabulary,
                                        struct arena *arena, struct mistakes *mistakes)
{
    struct parse parse = { .scanner = { str_copy(arena, text), 0 },
                           .place = place,
                           .vocabulary = vocabulary,
                           .arena = arena,
                           .mistakes = mistakes,
                           .mistake_count = mistakes->error_count };
    struct condition *condition;

    if (text.len > CONDITION_TEXT_MAX) {
        mistake(&parse, 0, STR("the expression is too long"), STR("at most 1000 bytes"),
                STR(""));
        return NULL;
    }
    list_init(&parse.references, arena, sizeof(struct reference),
              CONDITION_REFERENCES_MAX);
    buf_init(&parse.body, arena, 20 * CONDITION_TEXT_MAX);
    read_expression(&parse);
    if (!is_sound(&parse)) {
        return NULL;
    }
    condition = arena_alloc(arena, sizeof *condition);
    condition->text = parse.scanner.text;
    condition->lua = write_lua(&parse);
    condition->references = parse.references.items;
    condition->reference_count = parse.references.count;
    return condition;
}

enum reason condition_reason(const struct condition *condition, const struct facts *facts)
{
    for (size_t i = 0; i < condition->reference_count; i++) {
        enum reason reason = reference_reason(&condition->references[i], facts);
        if (reason != REASON_NONE) {
            return reason;
        }
    }
    return REASON_POLICY;
}
