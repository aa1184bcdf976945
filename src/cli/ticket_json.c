/* ticket_json.c - kept tickets as JSON. */

#include "cli/ticket_json.h"

#include "base/err.h"
#include "base/json.h"
#include "base/time.h"
#include "desk/ticket.h"

void ticket_row_write(struct json_writer *writer, const struct store_ticket *row,
                      struct arena *arena)
{
    char created[TIME_TEXT_MAX];
    size_t created_len = time_format(row->created_ms, created);
    const struct json *detail;
    struct err err;

    json_open_object(writer);
    json_key(writer, STR("id"));
    json_add_str(writer, row->id);
    json_key(writer, STR("bot"));
    json_add_str(writer, row->bot);
    json_key(writer, STR("status"));
    json_add_str(writer, row->status);
    json_key(writer, STR("queue"));
    json_add_str_or_null(writer,
                         row->queue.len == 0 ? (struct str){ NULL, 0 } : row->queue);
    json_key(writer, STR("priority"));
    json_add_int(writer, row->priority);
    json_key(writer, STR("human_in_the_loop"));
    json_add_bool(writer, row->human_in_the_loop);
    json_key(writer, STR("created"));
    json_add_str(writer, (struct str){ created, created_len });
    json_key(writer, STR("detail"));
    if (json_parse(&detail, arena, row->detail, JSON_LIMITS_DEFAULT, NULL, &err) == 0) {
        json_add_value(writer, detail);
    } else {
        json_add_null(writer);
    }
    json_close_object(writer);
}

void ticket_write(struct json_writer *writer, const struct ticket *ticket,
                  struct arena *arena)
{
    json_open_object(writer);
    json_key(writer, STR("ticket"));
    ticket_row_write(writer, &ticket->row, arena);
    json_key(writer, STR("text"));
    json_add_str(writer, ticket->request.text);
    json_key(writer, STR("customer"));
    json_add_str_or_null(writer, ticket->request.customer.len == 0
                                     ? (struct str){ NULL, 0 }
                                     : ticket->request.customer);
    json_key(writer, STR("events"));
    json_open_array(writer);
    for (size_t i = 0; i < ticket->record_count; i++) {
        char at[TIME_TEXT_MAX];
        size_t at_len = time_format(ticket->records[i].at_ms, at);

        json_open_object(writer);
        json_key(writer, STR("seq"));
        json_add_int(writer, ticket->records[i].seq);
        json_key(writer, STR("at"));
        json_add_str(writer, (struct str){ at, at_len });
        json_key(writer, STR("event"));
        json_add_str(writer, record_kind_name(ticket->records[i].kind));
        json_close_object(writer);
    }
    json_close_array(writer);
    json_key(writer, STR("decision"));
    json_add_value(writer, ticket->decision);
    json_close_object(writer);
}
