/* routes.h - the table of what the server answers, from which also /openapi.json is made.
 *
 * Thread: any; const.
 * Memory: static.
 */
#ifndef HTTP_ROUTES_H
#define HTTP_ROUTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct buf;
struct call; /* http/call.h */

enum body_kind { BODY_NONE, BODY_JSON, BODY_LINES };

struct route {
    const char *method;
    const char *path; /* "{bot}" stands for one segment */
    enum body_kind body;
    bool is_open; /* answered without a key */
    void (*run)(struct call *call);
    /* for the document */
    const char *id;         /* operationId */
    const char *summary;    /* one line, no period */
    const char *request;    /* the name of the body's schema, NULL without a body */
    const char *type;       /* the content type of the answer */
    const char *other_type; /* another one, of the same schema; NULL: none */
    bool is_kept;           /* 304 for a client that has it */
    const char *answer;     /* its schema; NULL: text */
    const char *example;    /* of the body, as JSON; NULL: none */
};

extern const struct route routes[];
extern const size_t route_count;

/* 1 and the route; 0 where the path is another one's with other methods only; -1 where
 * there is no such path.  HEAD finds GET.  The page's files are all one route, "/". */
int route_find(const struct route **route_out, struct str *bot_out, struct str method,
               struct str path);

/* "GET, HEAD" */
void routes_allow(struct str path, struct buf *buf);

#endif
