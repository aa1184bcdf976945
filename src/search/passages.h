/* passages.h - a help page cut into citable passages, one for each heading.
 *
 * A passage is what stands between a heading and the next one, as plain text made of
 * whole sentences: marks of Markdown are gone, a paragraph is one line, so is an item
 * of a list, so is a row of a table ("EU size 42, UK size 8").  Lines of one list or
 * table follow each other; an empty line separates all else.  This text is what is
 * searched, quoted byte for byte and digested.
 *
 * Below a heading a page may say how customers ask for what stands there:
 *     <!-- asked: where is my money | nothing on my statement yet -->
 * These words are searched and never quoted or shown.
 *
 * Thread: any.
 * Memory: in the arena.  Reading is by md4c, included by passages.c only.
 */
#ifndef SEARCH_PASSAGES_H
#define SEARCH_PASSAGES_H

#include "base/attr.h"
#include "base/hash.h"
#include "base/str.h"
#include "text/tongue.h"

struct arena;
struct err;
struct list;

enum {
    PAGE_LEN_MAX = 256 << 10,
    PAGE_PASSAGES_MAX = 1000,
    HEADING_LEN_MAX = 500, /* bytes; a longer heading is a mistake */
};

struct passage {
    struct str page;      /* the file's name: "shipping.md" */
    struct str title;     /* of the page: its first heading of the first level */
    struct str heading;   /* the page's title for what stands before the second heading */
    struct str anchor;    /* "late-parcels"; "late-parcels-2" where a page has it twice */
    struct str text;      /* never empty */
    struct str asked;     /* customers' wordings, a line each; may be empty */
    struct sha256 sha256; /* of text */
    enum tongue tongue;   /* by the name of the page: "de-", "es-", else English */
};

/* Append the passages of a page to a list of struct passage.  A heading without text
 * gives none.  ERR_INPUT where the page is not UTF-8, ERR_LIMIT past the limits above
 * or the list's. */
int passages_add_page(struct list *passages, struct arena *arena, struct str page,
                      struct str markdown, struct err *err) MUST_USE;

/* The anchor of a heading: small letters and digits without accents, everything else
 * turned into single hyphens ("Wo bleibt mein Päckchen?" is "wo-bleibt-mein-packchen").
 */
struct str passage_anchor(struct arena *arena, struct str heading);

enum tongue passage_tongue(struct str page);

#endif
