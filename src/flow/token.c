/* token.c - words, numbers, texts and signs of an expression. */

#include "flow/token.h"

#include <stdbool.h>

#include "base/attr.h"
#include "base/utf8.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c);
}

static char char_at(const struct scanner *scanner, size_t offset)
{
    return offset < scanner->text.len ? scanner->text.at[offset] : '\0';
}

static struct token take(struct scanner *scanner, enum token_kind kind, size_t len)
{
    struct token token = { kind, str_slice(scanner->text, scanner->offset, len),
                           scanner->offset };

    scanner->offset += len;
    return token;
}

static struct token take_word(struct scanner *scanner)
{
    static const struct {
        struct str word;
        enum token_kind kind;
    } words[] = {
        { { "and", 3 }, TOKEN_LOGIC },      { { "or", 2 }, TOKEN_LOGIC },
        { { "not", 3 }, TOKEN_NOT },        { { "true", 4 }, TOKEN_CONSTANT },
        { { "false", 5 }, TOKEN_CONSTANT }, { { "nil", 3 }, TOKEN_CONSTANT },
    };
    struct token token;
    size_t len = 0;

    while (is_name_char(char_at(scanner, scanner->offset + len))) {
        len++;
    }
    token = take(scanner,
                 is_digit(char_at(scanner, scanner->offset)) ? TOKEN_NUMBER : TOKEN_NAME,
                 len);
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (str_equal(token.text, words[i].word)) {
            token.kind = words[i].kind;
        }
    }
    return token;
}

static struct token take_number(struct scanner *scanner)
{
    size_t len = 0;
    char c = char_at(scanner, scanner->offset);

    while (is_name_char(c) || c == '.') {
        len++;
        c = char_at(scanner, scanner->offset + len);
    }
    return take(scanner, TOKEN_NUMBER, len);
}

/* No escapes: a text in quotes is what stands there. */
static struct token take_text(struct scanner *scanner)
{
    char quote = char_at(scanner, scanner->offset);
    size_t len = 1;
    struct token token;

    while (scanner->offset + len < scanner->text.len) {
        char c = char_at(scanner, scanner->offset + len);
        if (c == quote) {
            token = take(scanner, TOKEN_TEXT, len + 1);
            token.text = str_slice(token.text, 1, len - 1);
            return token;
        }
        if (c == '\\' || (c >= 0 && c < ' ')) {
            break;
        }
        len++;
    }
    return take(scanner, TOKEN_BAD, len);
}

static struct token take_operator(struct scanner *scanner)
{
    static const struct {
        struct str sign;
        enum token_kind kind;
    } signs[] = {
        { { "==", 2 }, TOKEN_EQUAL }, { { "~=", 2 }, TOKEN_EQUAL },
        { { "<=", 2 }, TOKEN_ORDER }, { { ">=", 2 }, TOKEN_ORDER },
        { { "<", 1 }, TOKEN_ORDER },  { { ">", 1 }, TOKEN_ORDER },
        { { "+", 1 }, TOKEN_SUM },    { { "-", 1 }, TOKEN_SUM },
        { { "(", 1 }, TOKEN_OPEN },   { { ")", 1 }, TOKEN_CLOSE },
        { { ".", 1 }, TOKEN_DOT },
    };
    struct str rest = str_slice(scanner->text, scanner->offset, scanner->text.len);

    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if (str_starts_with(rest, signs[i].sign)) {
            return take(scanner, signs[i].kind, signs[i].sign.len);
        }
    }
    size_t len = scanner->offset;
    (void)utf8_next(scanner->text, &len);
    return take(scanner, TOKEN_BAD, len - scanner->offset);
}

struct token scanner_next(struct scanner *scanner)
{
    char c = char_at(scanner, scanner->offset);

    while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        scanner->offset++;
        c = char_at(scanner, scanner->offset);
    }
    if (scanner->offset >= scanner->text.len) {
        return take(scanner, TOKEN_END, 0);
    }
    if (is_digit(c)) {
        return take_number(scanner);
    }
    if (is_name_char(c)) {
        return take_word(scanner);
    }
    return c == '"' || c == '\'' ? take_text(scanner) : take_operator(scanner);
}
