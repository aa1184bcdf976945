/* entities.h - order numbers, dates, amounts and other facts that a text states.
 *
 * Hand-written detectors over the words of the text.  Numbers that name something (an
 * order, a return) follow rules, which a bot may bring along; e-mail addresses, dates,
 * amounts of money and sizes are built in.  A number counts once: what is part of a
 * date, price, telephone number, address or longer identifier is no order number.
 *
 * Thread: any.
 * Memory: none beyond the struct; types are views of the rules or static, texts of the
 *         text.
 */
#ifndef CLASSIFY_ENTITIES_H
#define CLASSIFY_ENTITIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct tokens; /* text/tokens.h */

enum { ENTITIES_MAX = 32 };

struct entity {
    struct str
        type; /* "order_number", "return_number", "email", "date", "money", "size" */
    struct str text; /* as the customer wrote it */
    uint32_t start;  /* in code points of the text */
    uint32_t end;
};

struct entities {
    struct entity items[ENTITIES_MAX]; /* in the order of the text, without overlap */
    size_t count;                      /* further ones are left out */
};

/* A number that names something: "AC-12345", "ac 12345", "#12345", "order 12345". */
struct entity_rule {
    struct str type;
    struct str prefix; /* in small letters, or empty */
    bool needs_prefix; /* else digits alone will do, where nothing speaks against it */
    size_t digits_min;
    size_t digits_max;
    struct str cues; /* words before it that speak for it: wordset.h */
};

/* order_number and return_number as the contract has them. */
extern const struct entity_rule entity_rules_usual[];
extern const size_t entity_rules_usual_count;

/* The types that are found without a rule. */
extern const struct str entity_types_builtin[];
extern const size_t entity_types_builtin_count;

/* tokens are the words of the text; valid UTF-8. */
void entities_find(struct entities *entities_out, struct str text,
                   const struct tokens *tokens, const struct entity_rule *rules,
                   size_t rule_count);

/* The first of that type, or NULL. */
const struct entity *entities_get(const struct entities *entities, struct str type);

#endif
