/* openapi.h - the OpenAPI 3.1 document, made from the table of routes and the schemas in
 * data/schemas.json.
 *
 * Thread: any.
 * Memory: in the arena.
 */
#ifndef HTTP_OPENAPI_H
#define HTTP_OPENAPI_H

#include "base/str.h"

struct arena;

/* version: of the program. */
struct str openapi_document(struct str version, struct arena *arena);

#endif
