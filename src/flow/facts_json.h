/* facts_json.h - facts as JSON and back, for journals.
 *
 * What is zero, empty or false is left out.  Scores are decimals of at most six digits,
 * as everywhere; the intents of the release are not facts and left out.
 *
 * Thread: any.
 * Memory: in the arena; texts look into the JSON.
 */
#ifndef FLOW_FACTS_JSON_H
#define FLOW_FACTS_JSON_H

#include "base/attr.h"
#include "flow/facts.h"

struct arena;
struct err;
struct json;        /* base/json.h */
struct json_writer; /* base/json.h */

void facts_write(const struct facts *facts, struct json_writer *writer);

/* ERR_CORRUPT for what facts_write() does not write. */
int facts_read(struct facts *facts_out, const struct json *json, struct arena *arena,
               struct err *err) MUST_USE;

#endif
