/* journal.h - events as bytes, and runs made again from them.
 *
 * A run is nothing but its events in order (step.h), so a journal of them is all that
 * must be kept.  The body of an event is a JSON object, for people who look into a store
 * too:
 *
 *     { "command": 4, "outcome": "ok", "facts": {...}, "more": {...} }
 *
 * Facts are those that the machine was given with this event, so that a run is made again
 * without asking any stage, model or guard.  `more` is for who drives the run: the
 * message, the draft, the one who approved.  Whatever is absent was empty.
 *
 * The format has a number.  Records of every number that a released program wrote are
 * read for ever; journal_test.c holds some of each.
 *
 * Thread: any.
 * Memory: results live in the arena and look into the body.
 */
#ifndef FLOW_JOURNAL_H
#define FLOW_JOURNAL_H

#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/str.h"
#include "flow/record.h"
#include "flow/step.h"

struct arena;
struct buf;
struct err;
struct json; /* base/json.h */

/* Append the body of the event.  more is a JSON object, or empty. */
void journal_write(const struct event *event, struct str more, struct buf *body);

/* The event of a record, with its facts, which then lack the intents of the release
 * (facts.h).  *more_out is NULL where there was none; more_out may be NULL.  ERR_CORRUPT
 * for what no program wrote, ERR_CONFIG for the format of a newer one. */
int journal_read(struct event *event_out, const struct json **more_out,
                 const struct journal_record *record, struct arena *arena,
                 struct err *err) MUST_USE;

/* The run after those events, and the commands that the last one gave.  intents are those
 * of the release, for conditions.  ERR_CORRUPT also where a seq does not follow. */
int journal_replay(struct run *run_out, struct commands *commands_out,
                   const struct machine *machine, const struct journal_record *records,
                   size_t record_count, const struct intent_policy *intents,
                   size_t intent_count, struct arena *arena, struct err *err) MUST_USE;

#endif
