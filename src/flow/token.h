/* token.h - the words of a `when` expression, one after the other.
 *
 * Total: every text splits into tokens and an END, whatever is not of the language being
 * TOKEN_BAD.  The text must be valid UTF-8.
 *
 * Thread: any.
 * Memory: tokens are views into the text.
 */
#ifndef FLOW_TOKEN_H
#define FLOW_TOKEN_H

#include <stddef.h>

#include "base/str.h"

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_TEXT,
    TOKEN_CONSTANT, /* true, false, nil */
    TOKEN_NOT,
    TOKEN_LOGIC, /* and, or */
    TOKEN_EQUAL, /* == ~= */
    TOKEN_ORDER, /* < <= > >= */
    TOKEN_SUM,   /* + - */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_DOT,
    TOKEN_BAD,
};

struct token {
    enum token_kind kind;
    struct str text; /* of a text: without its quotes */
    size_t offset;
};

struct scanner {
    struct str text;
    size_t offset; /* of the next token */
};

/* END again and again at the end. */
struct token scanner_next(struct scanner *scanner);

#endif
