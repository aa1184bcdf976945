/* pii.h - the detectors of personal data: each looks at a candidate and says yes or no.
 *
 * The scan (scan.h) finds candidates in one pass over the bytes: a first digit, an '@', a
 * ':' or '.', a word that announces a name or a street.  A detector confirms with what
 * can be checked: a check digit, a country's length, ranges that were never issued.
 * Where nothing can be checked, it asks for context, or for a shape that is hardly ever
 * something else, and is silent otherwise.
 *
 * Thread: any.
 * Memory: none; spans are bytes of the window.
 */
#ifndef GUARD_PII_H
#define GUARD_PII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "guard/evidence.h"
#include "guard/near.h"
#include "guard/number.h"

/* What words just before the anchor announce, as bits. */
enum pii_context {
    CONTEXT_PHONE = 1 << 0,
    CONTEXT_CARD = 1 << 1,
    CONTEXT_ORDER = 1 << 2, /* an order, parcel, invoice or article number */
    CONTEXT_SSN = 1 << 3,
    CONTEXT_DOCUMENT = 1 << 4,
    CONTEXT_BIRTH = 1 << 5,
};

struct pii_found {
    enum evidence_kind kind;
    struct span span;
    int32_t score; /* SCORE_NONE where it was checked */
};

/* Any number whose first digit is the anchor. */
bool pii_number(struct near near, unsigned context, struct pii_found *found_out);

/* The parts of pii_number(). */
bool pii_card(struct near near, const struct number *number, unsigned context,
              struct pii_found *found_out);
bool pii_iban(struct near near, struct pii_found *found_out);
bool pii_phone(struct near near, const struct number *number, unsigned context,
               struct pii_found *found_out);
bool pii_national_id(struct near near, const struct number *number, unsigned context,
                     struct pii_found *found_out);
bool pii_ipv4(struct near near, const struct number *number, struct pii_found *found_out);
bool pii_postcode(struct near near, struct pii_found *found_out);

bool pii_email(struct near near, struct pii_found *found_out);  /* at an '@' */
bool pii_ipv6(struct near near, struct pii_found *found_out);   /* at a ':' */
bool pii_url(struct near near, struct pii_found *found_out);    /* at the ':' of "://" */
bool pii_domain(struct near near, struct pii_found *found_out); /* at a '.' */

/* How sure the words are that a name follows. */
enum name_sign {
    NAME_AFTER_TITLE, /* Mr, Frau, "my name is": whatever is capitalised */
    NAME_AFTER_I_AM,  /* "this is": two capitalised words, then a pause */
    NAME_AT_CLOSING,  /* "kind regards": alone on the next line, or at the end */
    NAME_GIVEN,       /* a given name itself, the anchor at its first byte */
};

/* A name that begins at the anchor, or a few separators behind it. */
bool pii_name(struct near near, enum name_sign sign, struct pii_found *found_out);

/* How a street is written around its word. */
enum street_shape {
    STREET_AFTER,  /* 12 Baker [Street] */
    STREET_WITHIN, /* Haupt[straße] 12 */
    STREET_BEFORE, /* [Calle] Mayor, 12 */
    STREET_BOX,    /* [PO Box] 123 */
    STREET_SAID,   /* [my address is] 14 Larch Rise */
};

/* The word lies from the anchor to word_end. */
bool pii_street(struct near near, size_t word_end, enum street_shape shape,
                struct pii_found *found_out);

#endif
