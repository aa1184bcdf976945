/* ticket_json.h - kept tickets as JSON, for the subcommands that show them.
 *
 * Thread: the main thread.
 * Memory: the arena holds what is needed on the way.
 */
#ifndef CLI_TICKET_JSON_H
#define CLI_TICKET_JSON_H

struct arena;
struct json_writer;  /* base/json.h */
struct store_ticket; /* store/store.h */
struct ticket;       /* desk/ticket.h */

/* The ticket as SQL shows it. */
void ticket_row_write(struct json_writer *writer, const struct store_ticket *row,
                      struct arena *arena);

/* The whole of it: {"ticket", "text", "customer", "events", "decision"}. */
void ticket_write(struct json_writer *writer, const struct ticket *ticket,
                  struct arena *arena);

#endif
